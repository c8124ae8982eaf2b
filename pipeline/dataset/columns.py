"""Records to Arrow tables, checked against what the data dictionary promises."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from pipeline.dataset.arrays import make_array
from pipeline.dataset.integrity import misfit
from pipeline.errors import IntegrityError
from pipeline.model.tables import Column, Table


def to_arrow(table: Table, rows: Sequence[object]) -> pa.Table:
    """Return rows as an Arrow table with the table's schema.

    Raises IntegrityError for a value that does not fit its column.
    """
    return pa.Table.from_batches([to_batch(table, rows)] if rows else [], table.schema)


def to_batch(table: Table, rows: Sequence[object]) -> pa.RecordBatch:
    """Return rows as one record batch with the table's schema, as `to_arrow` does."""
    arrays = [_array(table, column, rows) for column in table.columns]
    return pa.RecordBatch.from_arrays(arrays, schema=table.schema)


def _array(table: Table, column: Column, rows: Sequence[object]) -> "pa.Array[Any]":
    values = [getattr(row, column.name) for row in rows]
    if column.values and (strange := {*values} - {None, *column.values}):
        raise misfit(table, column.name, min(strange, key=str), "is not in the fixed list")
    try:
        array = make_array(values, column.type)
    except (pa.ArrowException, ValueError, TypeError, OverflowError) as error:
        message = f"A value does not fit {table.name}.{column.name} ({column.type}): {error}."
        raise IntegrityError(message) from error
    if array.null_count and not column.nullable:
        raise misfit(table, column.name, None, "may not be empty")
    return array
