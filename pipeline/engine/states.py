"""The states a source can be in, and what the ledger tells of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import FailureReason
from pipeline.text.printable import printable


class State(StrEnum):
    """Where a source is: waiting and under way first, then one of the others for good.

    A source is set aside when its work ended a process each time it was tried: it is not
    tried again by itself. Skipped means the same bytes as another.
    """

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DONE_WITH_FAILED_PAGES = "done_with_failed_pages"
    FAILED = "failed"
    SET_ASIDE = "set_aside"
    SKIPPED = "skipped_as_duplicate"


ENDED = frozenset(State) - {State.WAITING, State.RUNNING}
"""States in which a source is accounted for."""

LOST = frozenset({State.FAILED, State.SET_ASIDE})
"""States in which nothing of a source is in the dataset."""

IMPERFECT = LOST | {State.DONE_WITH_FAILED_PAGES}
"""States that may become better when tried again."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a source ended.

    A lost one has the stage in which it failed, a reason and a message for a person; any
    other has its document. `pages` is how many came through, `tries` how often the unit
    that failed was begun. `made_with` names the code, settings and tools: while they stay
    the same, so would the ending.
    """

    state: State
    made_with: str = ""
    sha256: str | None = None
    document_id: str | None = None
    pages: int | None = None
    stage: str | None = None
    reason: FailureReason | None = None
    message: str = ""
    tries: int = 1

    def __post_init__(self) -> None:
        if self.state not in ENDED:
            raise ValueError(f"a source does not end as {self.state}")
        if self.state in LOST and not (self.reason and self.message.strip() and self.stage):
            raise ValueError(f"a source that is {self.state} has a stage, a reason and a message")
        if self.state not in LOST and self.document_id is None:
            raise ValueError(f"a source that is {self.state} has a document")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A source and what became of it.

    `path` can be shown on every screen; `location` is the path itself, whatever its bytes.
    `size` (bytes), `mtime_ns` and `inode` are as it was found, None for one that cannot be
    looked at. `attempts` is in how many runs work on it began, since it last came through.
    Times are ISO 8601, UTC.
    """

    location: Path
    state: State
    size: int | None
    mtime_ns: int | None
    inode: int | None
    made_with: str
    sha256: str | None
    document_id: str | None
    pages: int | None
    stage: str | None
    reason: FailureReason | None
    message: str
    tries: int
    attempts: int
    found_at: str
    started_at: str | None
    finished_at: str | None

    @property
    def path(self) -> str:
        """The path as text that can be shown."""
        return printable(self.location)


class KnownEnding(NamedTuple):
    """How an earlier run brought a source to its end, with what it kept of its document."""

    location: str
    state: State
    made_with: str
    sha256: str | None
    document_id: str | None
    reason: FailureReason | None
    record: bytes | None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that came through: what was kept of it, and the state of each of its sources.

    `record` is None where that was lost; `states` are by location, in order.
    """

    document_id: str
    record: bytes | None
    states: dict[str, State]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: its phase, the phase's units, and how many of them are done."""

    phase: str
    total: int
    done: int
    began_at: datetime
    told_at: datetime

    @property
    def seconds_left(self) -> float | None:
        """How long the phase will take at the speed it has had; None before it has one."""
        spent = (self.told_at - self.began_at).total_seconds()
        return spent / self.done * (self.total - self.done) if self.done else None
