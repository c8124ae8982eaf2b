"""The states a source can be in, and what the ledger tells of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.errors import FailureReason
from pipeline.text.printable import printable


class State(StrEnum):
    """Where a source is: found and under way first, then one of the others for good."""

    FOUND = "found"
    RUNNING = "running"
    DONE = "done"
    DONE_WITH_FAILED_PAGES = "done_with_failed_pages"
    FAILED = "failed"
    SKIPPED = "skipped"


ENDED = frozenset({State.DONE, State.DONE_WITH_FAILED_PAGES, State.FAILED, State.SKIPPED})
"""States in which a source is accounted for; skipped means the same bytes as another."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a source ended.

    A failed one has a reason and a message for a person; any other has its document.
    `pages` is how many came through.
    """

    state: State
    sha256: str | None = None
    document_id: str | None = None
    pages: int | None = None
    reason: FailureReason | None = None
    message: str = ""

    def __post_init__(self) -> None:
        if self.state not in ENDED:
            raise ValueError(f"a source does not end as {self.state}")
        if self.state is State.FAILED and not (self.reason and self.message.strip()):
            raise ValueError("a source that failed has a reason and a message")
        if self.state is not State.FAILED and self.document_id is None:
            raise ValueError(f"a source that is {self.state} has a document")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A source and what became of it.

    `path` can be shown on every screen; `location` is the path itself, whatever its bytes.
    `size` (bytes) and `mtime_ns` are as it was found, None for one that cannot be looked
    at. Times are ISO 8601, UTC.
    """

    location: Path
    state: State
    size: int | None
    mtime_ns: int | None
    sha256: str | None
    document_id: str | None
    pages: int | None
    reason: FailureReason | None
    message: str
    attempts: int
    found_at: str
    started_at: str | None
    finished_at: str | None

    @property
    def path(self) -> str:
        """The path as text that can be shown."""
        return printable(self.location)
