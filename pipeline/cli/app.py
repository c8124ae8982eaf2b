"""The command `prickfri`, and the one place that turns errors into exit codes."""

import sys

import click

from pipeline.cli import exports, inspection, lexicon, runs, texts
from pipeline.cli.streams import READER_GONE, let_go
from pipeline.errors import PrickfriError
from pipeline.text.printable import on_screen

INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: prickfri run scans/ --dataset dataset",
)
@click.option("--verbose", "-v", is_flag=True, help="Show a traceback when something fails.")
@click.version_option(package_name="prickfri", message="prickfri %(version)s", help="Show it.")
def app(verbose: bool) -> None:
    """Swedish public-sector plans turned into data: read, repaired, understood, in Parquet."""


for _commands in (runs, texts, inspection, exports, lexicon):
    for _command in _commands.COMMANDS:
        app.add_command(_command)


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_exit_code())


def _exit_code() -> int:
    code = 0
    try:
        with app.make_context("prickfri", sys.argv[1:]) as context:
            app.invoke(context)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except KeyboardInterrupt:
        _explain("Stopped.", "What was done is kept: give the same command again to go on.")
        code = INTERRUPTED
    except BrokenPipeError:
        let_go()
        code = READER_GONE
    except PrickfriError as error:
        _explain(error.message, error.remedy)
        code = error.exit_code
    except Exception as error:  # noqa: BLE001 (the last place that can tell the user)
        _explain(
            f"An error that was not foreseen: {type(error).__name__}: {error}.",
            "Please report it with what --verbose shows. The sources are untouched.",
        )
        code = PrickfriError.exit_code
    return code


def _explain(message: str, remedy: str) -> None:
    told = "\n".join(map(on_screen, message.split("\n")))
    click.echo(f"prickfri: {told}", err=True)
    if remedy:
        click.echo(f"  {on_screen(remedy)}", err=True)
    if "-v" in sys.argv or "--verbose" in sys.argv:
        import traceback

        traceback.print_exc()
