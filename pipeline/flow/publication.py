"""From what the workers kept to the published dataset."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.config import Config, section_digest
from pipeline.dataset import Entry, Published, publish
from pipeline.errors import PrickfriError
from pipeline.flow.code import code_version
from pipeline.flow.tools import Setup
from pipeline.flow.units import KeptRows
from pipeline.model.ids import make_id
from pipeline.model.run_rows import FailureRow, RunRow
from pipeline.model.source import Document
from pipeline.store import Cache

if TYPE_CHECKING:
    from pipeline.dataset import DocumentRows


@dataclass(frozen=True, slots=True)
class Kept:
    """A document whose rows lie in the cache: their key, and the digest of their content."""

    document: Document
    key: str
    content: str

    def load(self, cache: Cache) -> "Iterator[DocumentRows]":
        """Yield the rows, piece by piece.

        Raises TornResultError if one is not there, or not whole; all are to be made again then.
        """
        from pipeline.dataset import DocumentRows  # only here: it loads Arrow

        rows = cache.get(self.key, KeptRows)
        for key, content in rows.pieces if rows else ():
            whole = cache.digest(key) == content
            piece = cache.get(key, DocumentRows) if whole else None
            if piece is None:
                rows = None
                break
            yield piece
        if rows is None:
            cache.forget(self.key)
            raise TornResultError(f"What was kept of {self.document.path} cannot be read.")


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is to be published: documents, what failed, and the run, if it is recorded."""

    documents: Sequence[Kept]
    failures: Sequence[FailureRow]
    run: RunRow | None = None


class TornResultError(PrickfriError):
    """A result that was there is gone or torn; it is to be made again."""


def publish_findings(dataset: Path, setup: Setup, findings: Findings) -> Published:
    """Publish documents, whose rows lie in the cache, as the dataset in a folder.

    It is left alone if this code has made it of the same.

    Raises TornResultError if some do not; the dataset is as it was then.
    """
    cache = Cache(setup.cache)
    entries = (
        Entry(one.document, one.content, partial(one.load, cache)) for one in findings.documents
    )
    settings, made_with = setup.config.dataset, code_version("dataset")
    return publish(dataset, entries, findings.failures, findings.run, settings, made_with)


def run_row(config: Config, started: datetime, sources: int) -> RunRow:
    """Describe a run; what it leaves behind is counted when it is published."""
    return RunRow(
        run_id=make_id("run", started.isoformat()),
        started_at=started,
        finished_at=started,
        version=__version__,
        config_digest=section_digest(config),
        sources=sources,
        documents=0,
        pages=0,
        corrections=0,
        failures=0,
        reused=0,
        counts="",
    )
