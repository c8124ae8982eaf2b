"""Commands that look and tell: status, doctor, schema."""

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import MissingRequirementError


def status(
    dataset: Annotated[Path, typer.Argument(help="The folder given to prickfri run.")],
    every: Annotated[bool, typer.Option("--all", help="List every source, not just trouble.")] = (
        False
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Tell it to a program.")] = False,
) -> None:
    """Show what became of every source, also while a run goes on.

    Example:
      prickfri status dataset
    """
    from pipeline.flow.accounts import accounts

    account = accounts(dataset)
    sources = tuple(source for source in account.sources if every or source.reason)
    if as_json:
        typer.echo(json.dumps(account.to_dict(sources), indent=2, ensure_ascii=False))
    else:
        from pipeline.cli.summaries import show_account

        show_account(account, sources)


def doctor(
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Settings.")] = None,
) -> None:
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
        raise typer.Exit(MissingRequirementError.exit_code)


def schema(
    table: Annotated[str | None, typer.Argument(help="One table; without it, all.")] = None,
) -> None:
    """Show the data dictionary: tables, columns, types, meaning, keys.

    Example:
      prickfri schema appointments
    """
    from pipeline.dataset import describe

    typer.echo(describe(table), nl=False)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(status)
    app.command()(doctor)
    app.command()(schema)
