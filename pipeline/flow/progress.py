"""How long work tells what goes on, without knowing who listens."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pipeline.engine import Progress, RunLedger

_EVERY = timedelta(seconds=1)


class Listener(Protocol):
    """Hears of the phases of a run and of the units done in each."""

    def phase(self, name: str, total: int) -> None:
        """Hear that a phase with so many units begins."""

    def advance(self, count: int = 1) -> None:
        """Hear that so many units of the phase are done."""


class Silence:
    """A listener that keeps quiet."""

    def phase(self, name: str, total: int) -> None:
        """Say nothing."""

    def advance(self, count: int = 1) -> None:
        """Say nothing."""


class Telling:
    """A listener that tells the ledger, so that others can look, and another listener."""

    def __init__(self, ledger: RunLedger, listener: Listener) -> None:
        self._ledger = ledger
        self._listener = listener
        self._now = Progress("", 0, 0, datetime.now(UTC), datetime.now(UTC))

    def phase(self, name: str, total: int) -> None:
        """Tell that a phase begins."""
        self._listener.phase(name, total)
        now = datetime.now(UTC)
        self._now = Progress(name, total, 0, now, now)
        self._ledger.tell(self._now)

    def advance(self, count: int = 1) -> None:
        """Tell how far the phase is, the ledger once a second at most."""
        self._listener.advance(count)
        before = self._now
        now = datetime.now(UTC)
        overdue = now - before.told_at >= _EVERY
        told_at = now if overdue else before.told_at
        self._now = replace(before, done=before.done + count, told_at=told_at)
        if overdue:
            self._ledger.tell(self._now)
