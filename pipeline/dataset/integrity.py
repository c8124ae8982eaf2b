"""Keys that are unique and references that lead somewhere, checked before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.errors import IntegrityError
from pipeline.model.tables import TABLES, Table


def check_keys(table: Table, content: pa.Table) -> None:
    """Raise IntegrityError if two rows have the same primary key."""
    if content.num_rows < 2:
        return
    keys = list(table.primary_key)
    # Most tables are a few rows: threads cost more than they save.
    counted = content.select(keys).group_by(keys, use_threads=False).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], pa.scalar(1)))
    if twice.num_rows:
        found = ", ".join(str(twice[key][0].as_py()) for key in keys)
        raise misfit(table, " and ".join(keys), found, "stands in more than one row")


def check_references(document_id: str, rows: Mapping[str, Sequence[object]]) -> None:
    """Raise IntegrityError if a row of a document leads to a row that the document lacks.

    `rows` holds every table of one document, its entities included. Where each document
    is whole in itself, so is any collection of them, and a document can come or go
    without a look at the others.
    """
    for name, found in rows.items():
        table = TABLES[name]
        for key in table.foreign_keys:
            targets = {getattr(row, key.target) for row in rows[key.table]}
            for value in _values(found, key.column):
                if value not in targets:
                    where = f"leads to no row of {key.table} in {document_id}"
                    raise misfit(table, key.column, value, where)


def misfit(table: Table, column: str, value: object, what: str) -> IntegrityError:
    """Return the error for a value that breaks a promise of the data dictionary."""
    return IntegrityError(
        f"{table.name}.{column}: {value!r} {what}.",
        "The dataset is as it was. Please report this as a mistake in Prickfri.",
    )


def _values(rows: Iterable[object], column: str) -> Iterator[str]:
    """Yield a column's values that are there; those of a list one by one."""
    for row in rows:
        value = getattr(row, column)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value
