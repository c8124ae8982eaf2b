"""The command export: a dataset in other forms."""

from pathlib import Path
from typing import Final, Literal

import click

from pipeline.cli.command import PATH, command


@command
@click.argument("dataset", type=PATH, help="The folder given to prickfri run.")
@click.option("--output", "-o", required=True, type=PATH, help="Folder for the files.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv"]),
    default="csv",
    show_default=True,
    help="What to write.",
)
def export(dataset: Path, output: Path, form: Literal["csv"]) -> None:
    """Write the tables as CSV, for spreadsheets.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    Example:
      prickfri export dataset -o tables --format csv
    """
    from pipeline.dataset import export_csv

    rows = {"csv": export_csv}[form](dataset, output)
    click.echo(f"{sum(rows.values()):,} rows of {len(rows)} tables lie in {output}.")


COMMANDS: Final = (export,)
