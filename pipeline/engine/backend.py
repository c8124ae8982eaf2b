"""Backends: who does the units of work. The function of a unit is the same in all."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol, TypeVar

from pipeline.config import LimitsConfig
from pipeline.engine.processes import LocalProcesses
from pipeline.engine.units import Outcome, execute
from pipeline.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")


class Backend(Protocol):
    """Does units of work.

    Units are taken from their iterable as they can be begun, never all at once, and
    outcomes come as units end, in any order: exactly one for each unit.
    """

    @property
    def jobs(self) -> int:
        """How many units are under way at most."""
        ...

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008 (frozen)
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit.

        Raises MissingRequirementError or UsageError when a unit does: every other would.
        """
        ...

    def close(self) -> None:
        """Let go of all that work is done with."""
        ...


class InProcess:
    """Does units one after the other in this process, for debugging; limits do not hold."""

    jobs: Final = 1

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit, in order."""
        for unit in units:
            yield Outcome(unit, execute(function, unit))

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


def make_backend(name: str, jobs: int | None = None) -> Backend:
    """Return the backend `local` or `in-process`; `jobs` is by default one a processor.

    Raises UsageError for another name or fewer than one job.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} jobs can do no work.", "Give --jobs 1 or more.")
    if name == "local":
        return LocalProcesses(jobs or len(os.sched_getaffinity(0)))
    if name == "in-process":
        return InProcess()
    raise UsageError(f"There is no backend {name}.", "Known: local, in-process.")
