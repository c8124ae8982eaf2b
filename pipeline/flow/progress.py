"""How long work tells what goes on, without knowing who listens."""

from typing import Protocol


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
