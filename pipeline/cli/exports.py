"""The command export: a dataset in other forms."""

from pathlib import Path
from typing import Annotated, Literal

import typer


def export(
    dataset: Annotated[Path, typer.Argument(help="The folder given to prickfri run.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the files.")],
    form: Annotated[Literal["csv"], typer.Option("--format", help="What to write.")] = "csv",
) -> None:
    """Write the tables as CSV, for spreadsheets.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    Example:
      prickfri export dataset -o tables --format csv
    """
    from pipeline.dataset import export_csv

    rows = {"csv": export_csv}[form](dataset, output)
    typer.echo(f"{sum(rows.values()):,} rows of {len(rows)} tables lie in {output}.")


def register(app: typer.Typer) -> None:
    """Add the command of this file."""
    app.command()(export)
