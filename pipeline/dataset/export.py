"""Tables for spreadsheets: CSV in which no cell is taken for a formula."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dataset.reading import table_files
from pipeline.errors import DatasetError, UsageError
from pipeline.model.tables import TABLES
from pipeline.store import replacing

_FORMULA = r"\A([=+\-@\t\r\n＝＋－＠])"
"""Beginnings that spreadsheets act on, as OWASP lists them under CSV injection."""
_MARK = r"'\1"
_BETWEEN = "; "
_ROWS_AT_ONCE = 1 << 16


def export_csv(dataset: Path, target: Path) -> dict[str, int]:
    """Write each table of a dataset as `TABLE.csv` into a folder; return rows by table.

    UTF-8, commas, a first line with the names of the columns (RFC 4180). A text that
    begins as a formula does gets an apostrophe before it; the items of a list stand in one
    cell, divided by `; `. Files written by an earlier export are replaced. Raises
    UsageError if the folder holds anything else, DatasetError for a table that cannot be
    read.
    """
    _check_target(target)
    target.mkdir(parents=True, exist_ok=True)
    return {name: _export(dataset, name, target / f"{name}.csv") for name in TABLES}


def _check_target(target: Path) -> None:
    known = {f"{name}.csv" for name in TABLES}
    if target.exists() and not (
        target.is_dir() and {path.name for path in target.iterdir()} <= known
    ):
        raise UsageError(
            f"{target} exists and holds something else than exported tables.",
            "Name another folder; nothing was changed.",
        )


def _export(dataset: Path, name: str, path: Path) -> int:
    import pyarrow.csv as pa_csv  # Only here and below: what a run does without, it need not load.

    schema = pa.schema([pa.field(c.name, _plain_type(c.type)) for c in TABLES[name].columns])
    rows = 0
    try:
        with replacing(path) as beside, pa_csv.CSVWriter(beside, schema) as writer:
            for batch in _batches(dataset, name):
                columns = [_plain(column) for column in batch.columns]
                writer.write_batch(pa.record_batch(columns, schema=schema))
                rows += batch.num_rows
    except pa.ArrowException as error:
        raise DatasetError(f"The table {name} in {dataset} cannot be read: {error}.") from error
    return rows


def _batches(dataset: Path, name: str) -> Iterator[pa.RecordBatch]:
    columns = [column.name for column in TABLES[name].columns]
    for file in table_files(dataset, name):
        with pq.ParquetFile(file) as opened:
            yield from opened.iter_batches(_ROWS_AT_ONCE, columns=columns)


def _plain_type(type_: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_list(type_) else type_


def _plain(column: "pa.Array[Any]") -> "pa.Array[Any]":
    """Return a column without lists and formulas."""
    import pyarrow.compute as pc

    if pa.types.is_list(column.type):
        joined: Any = pc.binary_join(column.cast(pa.list_(pa.string())), _BETWEEN)
        return _plain(joined)
    if not pa.types.is_string(column.type):
        return column
    return pc.replace_substring_regex(column, _FORMULA, _MARK)
