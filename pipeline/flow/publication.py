"""From what the workers kept to the published dataset."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipeline import __version__
from pipeline.config import Config, section_digest
from pipeline.dataset import DocumentRows, Entry, Published, publish
from pipeline.errors import PrickfriError
from pipeline.flow.tools import Setup
from pipeline.model.ids import make_id
from pipeline.model.rows import FailureRow, RunRow
from pipeline.model.source import Document
from pipeline.store import Cache


@dataclass(frozen=True, slots=True)
class Kept:
    """A document whose rows lie in the cache: their key, and the digest of their content."""

    document: Document
    key: str
    content: str

    def is_in(self, cache: Cache) -> bool:
        """Tell whether the rows are there, by a look at the outside."""
        return cache.digest(self.key) == self.content

    def load(self, cache: Cache) -> DocumentRows:
        """Return the rows. Raises TornResultError if they are not there, or not whole."""
        rows = cache.get(self.key, DocumentRows)
        if rows is None:
            raise TornResultError(f"What was kept of {self.document.path} cannot be read.")
        return rows


class TornResultError(PrickfriError):
    """A result that was there is gone or torn; it is to be made again."""


def publish_findings(
    dataset: Path,
    setup: Setup,
    documents: Iterable[Kept],
    failures: Sequence[FailureRow],
    run: RunRow | None,
) -> Published:
    """Publish documents, whose rows lie in the cache, as the dataset in a folder.

    Raises TornResultError if some do not; the dataset is as it was then.
    """
    cache = Cache(setup.cache)
    entries = (Entry(one.document, one.content, partial(one.load, cache)) for one in documents)
    return publish(dataset, entries, failures, run, setup.config.dataset)


def run_row(config: Config, started: datetime, sources: int, reused: int) -> RunRow:
    """Describe a run that ends now; what it leaves behind is counted when it is published."""
    return RunRow(
        run_id=make_id("run", started.isoformat()),
        started_at=started,
        finished_at=datetime.now(UTC),
        version=__version__,
        config_digest=section_digest(config),
        sources=sources,
        documents=0,
        pages=0,
        corrections=0,
        failures=0,
        reused=reused,
        counts="",
    )
