"""What a kind of bad input is, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import IMPERFECT, State
from pipeline.errors import FailureReason


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of bad input.

    `make` makes it at a path whose last part is `name`. `state` is how it must end;
    `reason` is that of its failure or of its failed pages, None where nothing fails.
    """

    name: str
    make: Callable[[Path], object]
    state: State
    reason: FailureReason | None = None

    def __post_init__(self) -> None:
        if (self.state in IMPERFECT) != (self.reason is not None):
            raise ValueError(f"{self.name}: a reason goes with a failure")


def fails(name: str, make: Callable[[Path], object], reason: FailureReason) -> Kind:
    """Return a kind of which nothing comes through."""
    return Kind(name, make, State.FAILED, reason)


def ends_processes(name: str, make: Callable[[Path], object]) -> Kind:
    """Return a kind that ends each process that works on it."""
    return Kind(name, make, State.SET_ASIDE, FailureReason.CRASHED)


def loses_pages(name: str, make: Callable[[Path], object], reason: FailureReason) -> Kind:
    """Return a kind some of whose pages come through."""
    return Kind(name, make, State.DONE_WITH_FAILED_PAGES, reason)


def works(name: str, make: Callable[[Path], object]) -> Kind:
    """Return a kind that is odd but can be read."""
    return Kind(name, make, State.DONE)


def holding(data: bytes) -> Callable[[Path], object]:
    """Return what makes a file of these bytes."""
    return lambda path: path.write_bytes(data)


def made_by(make: Callable[[], bytes]) -> Callable[[Path], object]:
    """Return what makes a file of bytes that are made when it is asked for."""
    return lambda path: path.write_bytes(make())
