"""Commands that look and tell: status, doctor, schema."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import MissingRequirementError


def status(
    dataset: Annotated[Path, typer.Argument(help="The folder given to prickfri run.")],
    every: Annotated[bool, typer.Option("--all", help="List every source, not just trouble.")] = (
        False
    ),
) -> None:
    """Show what became of every source, also while a run goes on.

    Example:
      prickfri status dataset
    """
    from rich.console import Console

    from pipeline.flow.accounts import accounts

    account = accounts(dataset)
    console = Console(highlight=False)
    for state, count in account.counts.items():
        console.print(f"{count:>8,}  {state.replace('_', ' ')}")
    trouble = [source for source in account.sources if every or source.message]
    for source in trouble:
        console.print(f"{source.state}: {source.path}", soft_wrap=True, markup=False)
        if source.message:
            console.print(f"    {source.message}", soft_wrap=True, markup=False)


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
