"""The rows of one document, made where it is understood, kept, and put together with others'."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from pipeline.dataset.arrays import make_array
from pipeline.dataset.columns import to_batch
from pipeline.dataset.integrity import check_keys, check_references
from pipeline.dataset.page_rows import correction_rows, line_rows, page_rows
from pipeline.errors import IntegrityError
from pipeline.model.repair import IN_FORCE, EditDecision, RepairedPage
from pipeline.model.rows import DocumentRow, Knowledge
from pipeline.model.source import Document
from pipeline.model.tables import TABLES
from pipeline.text.printable import printable

_DOCUMENT_TABLES = tuple(name for name in TABLES if name not in {"failures", "runs"})
"""Tables that documents have rows in."""

_PIECE_BYTES = 2 * 1024**2


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Rows of one document by table: Arrow record batches, their schemas left out.

    Those of a long document are several pieces, which follow each other. `corrections`
    counts its edits in force, `suggestions` those left to a reviewer; the first piece has
    those of all.
    """

    tables: dict[str, bytes]
    corrections: int = 0
    suggestions: int = 0

    def batches(self, document: Document) -> Iterator[tuple[str, pa.RecordBatch]]:
        """Yield the rows by table, with the paths under which the document is known now."""
        for name, data in self.tables.items():
            batch = pa.ipc.read_record_batch(pa.py_buffer(data), TABLES[name].schema)
            yield name, _with_paths(batch, document) if name == "documents" else batch


def document_rows(
    document: Document, pages: Sequence[RepairedPage], knowledge: Knowledge
) -> list[DocumentRows]:
    """Make the rows of a document from its repaired pages and what was understood from it.

    They come in pieces of a few megabytes, so that who puts documents together need never
    have a long one in memory.

    Raises IntegrityError for rows that do not fit their table or each other, so that a
    document can be found out before it would stop the publication of all others.
    """
    in_order = sorted(pages, key=lambda repaired: repaired.page.number)
    corrections = correction_rows(document.id, in_order)
    rows: dict[str, Sequence[object]] = {
        **{name: getattr(knowledge, name) for name in TABLES if hasattr(knowledge, name)},
        "documents": [_document_row(document, knowledge.document)],
        "pages": page_rows(document.id, in_order),
        "lines": line_rows(document.id, in_order),
        "corrections": corrections,
    }
    check_references(document.id, rows)
    filled = [name for name in _DOCUMENT_TABLES if rows[name]]
    first, *more = _pieces({name: _batch(name, rows[name]) for name in filled})
    in_force = sum(row.decision in IN_FORCE for row in corrections)
    suggested = sum(row.decision is EditDecision.SUGGESTED for row in corrections)
    return [DocumentRows(first, in_force, suggested), *map(DocumentRows, more)]


def _batch(name: str, rows: Sequence[object]) -> pa.RecordBatch:
    check_keys(TABLES[name], rows)
    return to_batch(TABLES[name], rows)


def _pieces(batches: Mapping[str, pa.RecordBatch]) -> Iterator[dict[str, bytes]]:
    """Yield tables in pieces, each table's rows in their order."""
    piece: dict[str, bytes] = {}
    for name, batch in batches.items():
        for number, data in enumerate(_cut(batch)):
            if number or sum(map(len, piece.values())) > _PIECE_BYTES:
                yield piece
                piece = {}
            piece[name] = data
    yield piece


def _cut(batch: pa.RecordBatch) -> Iterator[bytes]:
    """Yield a batch as bytes, a long one in parts of so many rows as make a piece."""
    whole = batch.serialize().to_pybytes()
    if len(whole) <= _PIECE_BYTES:
        yield whole
        return
    rows = max(_PIECE_BYTES * batch.num_rows // batch.nbytes, 1)
    for start in range(0, batch.num_rows, rows):
        yield batch.slice(start, rows).serialize().to_pybytes()


def _document_row(document: Document, row: DocumentRow) -> DocumentRow:
    if row.document_id != document.id:
        raise IntegrityError(
            f"documents.document_id: {row.document_id!r} was understood from {document.id}."
        )
    # Its paths are put in when it is published: they may change, and the rest stays.
    return replace(row, source_path="", other_paths=())


def _with_paths(batch: pa.RecordBatch, document: Document) -> pa.RecordBatch:
    first, *others = map(printable, document.source_paths)
    of = batch.schema.field
    for name, value in (("source_path", first), ("other_paths", others)):
        column = make_array([value], of(name).type)
        batch = batch.set_column(batch.schema.get_field_index(name), of(name), column)
    return batch
