"""Keys that are unique and references that lead somewhere, checked before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from pipeline.errors import IntegrityError
from pipeline.model.run_rows import FailureRow
from pipeline.model.tables import TABLES, Table


def check_keys(table: Table, rows: Sequence[object]) -> None:
    """Raise IntegrityError if two rows have the same primary key."""
    known: set[tuple[object, ...]] = set()
    for row in rows:
        key = tuple(getattr(row, column) for column in table.primary_key)
        if key in known:
            raise _twice(table, key)
        known.add(key)


def check_published_keys(table: Table, keys: "pa.ChunkedArray[Any]") -> None:
    """Raise IntegrityError if two rows of a file have the same primary key, a single column.

    There may be millions, so that they are left to Arrow, whose kernels are slow to load.
    """
    import pyarrow.compute as pc

    if pc.count_distinct(keys).as_py() < len(keys):
        ((found, _),) = Counter(keys.to_pylist()).most_common(1)
        raise _twice(table, [found])


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


def check_failures(failures: Iterable[FailureRow], documents: Collection[str]) -> None:
    """Raise IntegrityError for a failure that leads to none of the documents, by their ids."""
    for row in failures:
        if row.document_id is not None and row.document_id not in documents:
            raise misfit(TABLES["failures"], "document_id", row.document_id, "leads to no document")


def misfit(table: Table, column: str, value: object, what: str) -> IntegrityError:
    """Return the error for a value that breaks a promise of the data dictionary."""
    return IntegrityError(
        f"{table.name}.{column}: {value!r} {what}.",
        "The dataset is as it was. Please report this as a mistake in Prickfri.",
    )


def _twice(table: Table, key: Iterable[object]) -> IntegrityError:
    found = ", ".join(map(str, key))
    return misfit(table, " and ".join(table.primary_key), found, "stands in more than one row")


def _values(rows: Iterable[object], column: str) -> Iterator[str]:
    """Yield a column's values that are there; those of a list one by one."""
    for row in rows:
        value = getattr(row, column)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value
