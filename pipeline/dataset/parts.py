"""Parts of a dataset: documents that share their Parquet files.

Which part a document falls into follows from its id alone, so that one document more
changes one part, and all other files stay as they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from pipeline.errors import IntegrityError
from pipeline.model.ids import digest
from pipeline.model.run_rows import SCHEMA_VERSION
from pipeline.model.source import Document
from pipeline.model.versions import installed_version

if TYPE_CHECKING:  # Arrow's, which to compare parts does not need
    from pipeline.dataset.rows import DocumentRows

_PARTS_VERSION = 3
"""To be raised with every change of how parts are written, so that old ones are made anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to publish.

    `load` yields its rows, piece by piece; it is called only if the document's part has to
    be written. `digest` changes whenever the rows do.
    """

    document: Document
    digest: str
    load: "Callable[[], Iterable[DocumentRows]]"


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
    return digest(SCHEMA_VERSION, _PARTS_VERSION, installed_version("pyarrow"), *contents)
