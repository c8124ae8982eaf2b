"""Backends: who does the units of work. The function of a unit is the same in all."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from pipeline.config import LimitsConfig
from pipeline.engine.units import Outcome, execute
from pipeline.errors import MissingRequirementError, UsageError

if TYPE_CHECKING:
    from pipeline.engine.processes import LocalProcesses

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


class _LocalWhenAsked:
    """Processes of this machine, made when there is something to do.

    What they are made with takes longer to load than to see that all sources are unchanged.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._processes: LocalProcesses | None = None

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit; at most `jobs` units are under way."""
        from pipeline.engine.processes import LocalProcesses

        self._processes = self._processes or LocalProcesses(self.jobs)
        yield from self._processes.run(function, units, limits)

    def close(self) -> None:
        """End all processes."""
        if self._processes is not None:
            self._processes.close()


def make_backend(name: str, jobs: int | None = None, scheduler: str | None = None) -> Backend:
    """Return the backend `local`, `in-process` or `dask`; `jobs` is by default one a processor.

    `scheduler` is where a Dask cluster is to be found; without it, one is started here.
    Raises UsageError for another name, fewer than one job, or a scheduler for another
    backend, MissingRequirementError if Dask is not installed or does not answer.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} jobs can do no work.", "Give --jobs 1 or more.")
    if scheduler is not None and name != "dask":
        raise UsageError(f"The backend {name} has no scheduler.", "Give --backend dask.")
    if name == "local":
        return _LocalWhenAsked(jobs or _processors())
    if name == "in-process":
        return InProcess()
    if name == "dask":
        return _dask(scheduler, jobs or _processors())
    raise UsageError(f"There is no backend {name}.", "Known: local, in-process, dask.")


def _dask(scheduler: str | None, jobs: int) -> Backend:
    try:
        from pipeline.engine.cluster import DaskCluster
    except ModuleNotFoundError as error:
        raise MissingRequirementError(
            "Dask is not installed.", "Install it: pip install 'prickfri[dask]'"
        ) from error
    return DaskCluster(scheduler, jobs)


def _processors() -> int:
    return len(os.sched_getaffinity(0))
