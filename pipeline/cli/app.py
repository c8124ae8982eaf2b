"""The command `prickfri`, and the one place that turns errors into exit codes."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.cli import exports, inspection, lexicon, runs, texts
from pipeline.errors import PrickfriError
from pipeline.text.printable import on_screen

INTERRUPTED = 130


class _PlainGroup(TyperGroup):
    """Shows its help without boxes: to load what draws them takes longer than all else."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 (as in the parent)
        """Write the help into the formatter."""
        self.rich_markup_mode = None
        super().format_help(ctx, formatter)


app = typer.Typer(
    name="prickfri",
    cls=_PlainGroup,
    help="Swedish public-sector plans turned into data: read, repaired, understood, in Parquet.",
    epilog="Example: prickfri run scans/ --dataset dataset",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from pipeline import __version__

        typer.echo(f"prickfri {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show a traceback when something fails.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Read the options that hold for every command."""


runs.register(app)
texts.register(app)
inspection.register(app)
exports.register(app)
app.add_typer(lexicon.app, name="lexicon")


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = app(standalone_mode=False)
        if code == INTERRUPTED:  # Ctrl-C, which the argument parser turns into its code
            _explain("Stopped.", "What was done is kept: give the same command again to go on.")
    except PrickfriError as error:
        _explain(error.message, error.remedy)
        code = error.exit_code
    except typer.Exit as leaving:
        code = leaving.exit_code
    except typer.Abort:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the last place that can tell the user)
        code = _unexpected(error)
    sys.exit(code if isinstance(code, int) else 0)


def _explain(message: str, remedy: str) -> None:
    told = "\n".join(map(on_screen, message.split("\n")))
    typer.echo(f"prickfri: {told}", err=True)
    if remedy:
        typer.echo(f"  {on_screen(remedy)}", err=True)
    if "-v" in sys.argv or "--verbose" in sys.argv:
        import traceback

        traceback.print_exc()


def _unexpected(error: Exception) -> int:
    show = getattr(error, "show", None)
    if show is not None and hasattr(error, "exit_code"):
        show()  # a usage error of the argument parser, which words it well
        return int(error.exit_code)
    _explain(
        f"An error that was not foreseen: {type(error).__name__}: {error}.",
        "Please report it with what --verbose shows. The sources are untouched.",
    )
    return PrickfriError.exit_code
