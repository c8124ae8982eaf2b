"""Parts of a dataset: documents that share their Parquet files.

Which part a document falls into follows from its id alone, so that one document more
changes one part, and all other files stay as they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

import pyarrow as pa

from pipeline.dataset.columns import to_arrow
from pipeline.dataset.entities import merge_entities
from pipeline.dataset.integrity import check_keys, check_references
from pipeline.dataset.page_rows import correction_rows, line_rows, page_rows
from pipeline.errors import IntegrityError
from pipeline.model.ids import digest
from pipeline.model.repair import RepairedPage
from pipeline.model.rows import DocumentRow, EntityRow, Knowledge
from pipeline.model.source import Document
from pipeline.model.tables import SCHEMA_VERSION, TABLES
from pipeline.text.printable import printable

WHOLE_TABLES = ("entities", "failures", "runs")
"""Tables that are not divided into parts."""

PART_TABLES = tuple(name for name in TABLES if name not in WHOLE_TABLES)
"""Tables of which each part has a file."""

_ROWS_VERSION = 1
"""To be raised with every change of how rows are made, so that old parts are made anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to publish.

    `load` returns its repaired pages and what was understood from it; it is called only
    if the document's part has to be written. `digest` changes whenever that changes.
    """

    document: Document
    digest: str
    load: Callable[[], tuple[Sequence[RepairedPage], Knowledge]]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of some documents, as Arrow tables by name, and their merged entities."""

    tables: dict[str, pa.Table]
    entities: tuple[EntityRow, ...]


def divide(entries: Iterable[Entry], part_documents: int) -> dict[str, list[Entry]]:
    """Return entries by the name of their part, in order, each part sorted by document.

    There are 1, 16, 256, ... parts: as few as keep their average size within
    `part_documents`. Raises IntegrityError for a document that comes twice.
    """
    ordered = sorted(entries, key=lambda entry: entry.document.id)
    digits = 0
    while ceil(len(ordered) / 16**digits) > part_documents:
        digits += 1
    parts: dict[str, list[Entry]] = defaultdict(list)
    known = ""
    for entry in ordered:
        if entry.document.id == known:
            raise IntegrityError(f"documents.document_id: {known} is to be published twice.")
        known = entry.document.id
        parts[known.removeprefix("doc-")[:digits] or "0"].append(entry)
    return dict(parts) or {"0": []}


def part_digest(entries: Iterable[Entry]) -> str:
    """Return a digest of all that a part's files are made from."""
    contents = [
        text
        for entry in entries
        for text in (entry.document.id, entry.digest, *entry.document.source_paths)
    ]
    return digest(SCHEMA_VERSION, _ROWS_VERSION, pa.__version__, *contents)


def build_part(entries: Iterable[Entry]) -> Part:
    """Make the rows of a part, one document after the other.

    Raises IntegrityError for rows that do not fit their table or each other.
    """
    pieces = {name: [TABLES[name].schema.empty_table()] for name in PART_TABLES}
    entities: list[EntityRow] = []
    for entry in entries:
        pages, knowledge = entry.load()
        for name, table in document_tables(entry.document, pages, knowledge).items():
            pieces[name].append(table)
        entities += knowledge.entities
    tables = {name: pa.concat_tables(found) for name, found in pieces.items()}
    for name, table in tables.items():
        check_keys(TABLES[name], table)
    return Part(tables, tuple(merge_entities(entities)))


def document_tables(
    document: Document, pages: Sequence[RepairedPage], knowledge: Knowledge
) -> dict[str, pa.Table]:
    """Return the rows of one document as Arrow tables by name.

    Raises IntegrityError for rows that do not fit their table or each other, so that a
    document can be found out before it would stop the publication of all others.
    """
    rows = _rows(document, pages, knowledge)
    check_references(document.id, rows)
    tables = {name: to_arrow(TABLES[name], rows[name]) for name in PART_TABLES}
    for name, table in tables.items():
        check_keys(TABLES[name], table)
    return tables


def _rows(
    document: Document, pages: Sequence[RepairedPage], knowledge: Knowledge
) -> dict[str, Sequence[object]]:
    """Return the rows of a document by table."""
    in_order = sorted(pages, key=lambda repaired: repaired.page.number)
    return {
        **{name: getattr(knowledge, name) for name in TABLES if hasattr(knowledge, name)},
        "documents": [_document_row(document, knowledge.document)],
        "pages": page_rows(document.id, in_order),
        "lines": line_rows(document.id, in_order),
        "corrections": correction_rows(document.id, in_order),
    }


def _document_row(document: Document, row: DocumentRow) -> DocumentRow:
    """Return the row with the paths under which the document is known now."""
    if row.document_id != document.id:
        raise IntegrityError(
            f"documents.document_id: {row.document_id!r} was understood from {document.id}."
        )
    first, *others = map(printable, document.source_paths)
    return replace(row, source_path=first, other_paths=tuple(others))
