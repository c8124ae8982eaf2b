"""Records to Arrow tables, checked against what the data dictionary promises."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.dataset.integrity import misfit
from pipeline.errors import IntegrityError
from pipeline.model.tables import Column, Table


def to_arrow(table: Table, rows: Sequence[object]) -> pa.Table:
    """Return rows as an Arrow table with the table's schema.

    Raises IntegrityError for a value that does not fit its column.
    """
    if not rows:
        return table.schema.empty_table()
    arrays = [_array(table, column, rows) for column in table.columns]
    return pa.Table.from_arrays(arrays, schema=table.schema)


def _array(table: Table, column: Column, rows: Sequence[object]) -> "pa.Array[Any]":
    try:
        array = pa.array([getattr(row, column.name) for row in rows], column.type)
    except (pa.ArrowException, ValueError, TypeError, OverflowError) as error:
        message = f"A value does not fit {table.name}.{column.name} ({column.type}): {error}."
        raise IntegrityError(message) from error
    if array.null_count and not column.nullable:
        raise misfit(table, column.name, None, "may not be empty")
    if column.values:
        allowed = pa.array([None, *column.values], pa.string())
        strange = array.filter(pc.invert(pc.is_in(array, allowed)))
        if len(strange):
            raise misfit(table, column.name, strange[0].as_py(), "is not in the fixed list")
    return array
