"""What the ledger keeps of documents, and the endings of sources that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pipeline.engine import Ending, Failure, Ledger, State
from pipeline.errors import FailureReason
from pipeline.flow.phases import Processed
from pipeline.flow.publication import Kept
from pipeline.model.page import PageFailure
from pipeline.model.source import Document, MediaType, Note
from pipeline.text.printable import printable


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a document that came through, but for where it was found.

    `made_with` names code, settings and lexicons, `engine` the OCR engine that read some of
    its pages, if one did; `key` and `content` lead to its rows.
    """

    made_with: str
    engine: str
    sha256: str
    byte_size: int
    media_type: MediaType
    page_count: int
    pages: int
    failures: tuple[PageFailure, ...]
    key: str
    content: str
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, one: Processed, made_with: str) -> "Record":
        """Return the record of a document that has just come through."""
        document = one.document
        return cls(
            made_with,
            one.engine,
            document.sha256,
            document.byte_size,
            document.media_type,
            document.page_count,
            one.pages,
            one.failures,
            one.key,
            one.content,
            document.notes,
        )

    @classmethod
    def find(cls, ledger: Ledger, document_id: str) -> "Record | None":
        """Return what the ledger has of a document; None for nothing that is understood."""
        return cls.decode(ledger.record(document_id))

    @classmethod
    def decode(cls, kept: bytes | None) -> "Record | None":
        """Return a record as the ledger kept it; None for nothing that is understood."""
        try:
            return msgspec.json.decode(kept or b"", type=cls)
        except msgspec.DecodeError:
            return None

    def encode(self) -> bytes:
        """Return it as the ledger keeps it."""
        return msgspec.json.encode(self)

    def kept(self, paths: Sequence[str]) -> Kept:
        """Return the document, found at `paths`, with where its rows lie."""
        document = Document(
            self.sha256,
            self.byte_size,
            self.media_type,
            self.page_count,
            tuple(paths),
            self.notes,
        )
        return Kept(document, self.key, self.content)

    def endings(self, paths: Sequence[Path]) -> dict[Path, Ending]:
        """Return how its sources end: the first has the document, the others are skipped."""
        return {path: self._ending(paths[0], path) for path in paths}

    def _ending(self, first: Path, path: Path) -> Ending:
        document_id = self.kept([str(first)]).document.id
        if path != first:
            message = _same(first)
            return Ending(State.SKIPPED, self.made_with, self.sha256, document_id, message=message)
        if not self.failures:
            return Ending(State.DONE, self.made_with, self.sha256, document_id, self.pages)
        failure = self.failures[0]
        return Ending(
            State.DONE_WITH_FAILED_PAGES,
            self.made_with,
            self.sha256,
            document_id,
            self.pages,
            failure.stage,
            failure.reason,
            f"Page {failure.page_number}: {failure.message}",
        )


def lost_endings(
    paths: Sequence[Path], failure: Failure, stage: str, sha256: str | None, made_with: str
) -> dict[Path, Ending]:
    """Return how sources with the same bytes end, of which nothing came through."""
    state = State.SET_ASIDE if failure.reason is FailureReason.CRASHED else State.FAILED
    first = paths[0]
    return {
        path: Ending(
            state,
            made_with,
            sha256,
            stage=stage,
            reason=failure.reason,
            message=failure.message if path == first else f"{_same(first)} {failure.message}",
            tries=failure.attempts,
        )
        for path in paths
    }


def _same(first: Path) -> str:
    return f"It holds the same bytes as {printable(first)}."
