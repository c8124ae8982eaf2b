"""Commands that look and tell: status, doctor, schema."""

import json
from pathlib import Path
from typing import Final

import click

from pipeline.cli.command import PATH, command, config_option
from pipeline.errors import MissingRequirementError


@command
@click.argument("dataset", type=PATH, help="The folder given to prickfri run.")
@click.option("--all", "every", is_flag=True, help="List every source, not just trouble.")
@click.option("--json", "as_json", is_flag=True, help="Tell it to a program.")
def status(*, dataset: Path, every: bool, as_json: bool) -> None:
    """Show what became of every source, also while a run goes on.

    Example:
      prickfri status dataset
    """
    from pipeline.flow.accounts import accounts

    account = accounts(dataset)
    sources = tuple(source for source in account.sources if every or source.reason)
    if as_json:
        click.echo(json.dumps(account.to_dict(sources), indent=2, ensure_ascii=False))
    else:
        from pipeline.cli.summaries import show_account

        show_account(account, sources)


@command
@config_option
def doctor(config: Path | None) -> None:
    """Check that everything that a run needs is here, and say what to type where not.

    Example:
      prickfri doctor
    """
    from rich.console import Console
    from rich.table import Table

    from pipeline.config import load_config
    from pipeline.flow.doctor import examine

    findings = examine(load_config(config).ocr)
    table = Table(box=None, pad_edge=False)
    for heading in ("", "needed", "found", "what to do"):
        table.add_column(heading)
    for finding in findings:
        sign = "ok" if finding.found else "missing"
        remedy = "" if finding.found else finding.remedy
        table.add_row(sign, finding.name, finding.found or "", remedy)
    Console(highlight=False).print(table)
    missing = [finding.name for finding in findings if not finding.found]
    if missing:
        raise click.exceptions.Exit(MissingRequirementError.exit_code)


@command
@click.argument("table", required=False, help="One table; without it, all.")
def schema(table: str | None) -> None:
    """Show the data dictionary: tables, columns, types, meaning, keys.

    Example:
      prickfri schema appointments
    """
    from pipeline.dataset import describe

    click.echo(describe(table), nl=False)


COMMANDS: Final = (status, doctor, schema)
