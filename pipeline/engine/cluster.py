"""Units of work on a Dask cluster: an extra, for corpora that one machine cannot master."""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import resource_tracker
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from distributed import Client, Future, KilledWorker, LocalCluster

from pipeline.config import LimitsConfig
from pipeline.engine.remote import do_unit
from pipeline.engine.units import Failure, Outcome
from pipeline.errors import FailureReason, MissingRequirementError, PrickfriError

T = TypeVar("T")
R = TypeVar("R")

_ANSWER_SECONDS = 30.0
_LOOK_SECONDS = 1.0
_UNITS_PER_THREAD = 2
"""Units that are handed out for each thread of the cluster: one at work, one to go on with."""


class DaskCluster:
    """Does units on the workers of a scheduler, or of a cluster on this machine.

    Each worker does a unit in a process of its own that may die (`remote`). A unit whose
    worker is lost is given to another by the scheduler. Without any worker for
    `limits.cluster_seconds` the run ends. Sources, current folder and cache must have the
    same names on every machine.
    """

    def __init__(self, scheduler: str | None, jobs: int) -> None:
        """Connect to a scheduler (`tcp://host:8786`), or start `jobs` workers here.

        Raises MissingRequirementError if the scheduler does not answer.
        """
        self._cluster = _local_cluster(jobs) if scheduler is None else None
        try:
            self._client = Client(
                scheduler or self._cluster, timeout=_ANSWER_SECONDS, set_as_default=False
            )
        except (OSError, ValueError) as error:
            raise MissingRequirementError(
                f"The scheduler {scheduler} does not answer: {error}.",
                "Start one: dask scheduler; and workers: dask worker tcp://HOST:8786 --nthreads 1",
            ) from error
        self._watch = _Watch(self._client)

    @property
    def jobs(self) -> int:
        """How many units are at work at most, with the workers that there are now."""
        return max(self._watch.threads(), 1)

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008 (frozen)
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit.

        Raises MissingRequirementError if there are no workers, or the scheduler is lost.
        """
        remaining = iter(units)
        pending: dict[Future[Any], T] = {}
        ended: SimpleQueue[Future[Any]] = SimpleQueue()
        task = (limits, os.getcwd())  # noqa: PTH109
        try:
            while True:
                free = _UNITS_PER_THREAD * self.jobs - len(pending)
                for unit in islice(remaining, max(free, 0)):
                    future = self._client.submit(do_unit, function, unit, *task, pure=False)
                    pending[future] = unit
                    future.add_done_callback(ended.put)
                if not pending:
                    return
                self._watch.check(limits.cluster_seconds)
                with suppress(Empty):
                    future = ended.get(timeout=_LOOK_SECONDS)
                    yield Outcome(pending.pop(future), _result(future))
        finally:
            self._client.cancel(list(pending))

    def close(self) -> None:
        """Leave the scheduler, and end the workers that were started here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


class _Watch:
    """Looks, once a second at most, how many threads a cluster has."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._looked = self._seen = float("-inf")
        self._threads = 0

    def threads(self) -> int:
        now = time.monotonic()
        if now - self._looked >= _LOOK_SECONDS:
            self._threads = sum(self._client.nthreads().values())
            self._looked = now
            if self._threads or self._seen < 0:
                self._seen = now
        return self._threads

    def check(self, patience: float) -> None:
        """Raise MissingRequirementError for a cluster that is lost, or was without workers."""
        if self._client.status != "running":
            raise MissingRequirementError(
                "The scheduler is lost.", "Start it and give the same command again to go on."
            )
        if not self.threads() and time.monotonic() - self._seen > patience:
            raise MissingRequirementError(
                f"The cluster has had no workers for {patience:g} seconds.",
                "Start some (dask worker tcp://HOST:8786 --nthreads 1) and give the same "
                "command again to go on. limits.cluster_seconds says how long to wait.",
            )


def _result(future: "Future[Any]") -> Any:  # noqa: ANN401 (whatever the function returns)
    """Return what a unit came to. Raises what is to end the run."""
    try:
        return future.result()
    except KilledWorker as error:
        message = f"Each worker of the cluster that was given it was lost ({error})."
        return Failure(FailureReason.CRASHED, message, 2)
    except PrickfriError:
        raise
    except Exception as error:
        raise MissingRequirementError(
            f"The cluster could not do its work: {type(error).__name__}: {error}.",
            "Look whether scheduler and workers run, with the same versions as here.",
        ) from error


def _local_cluster(jobs: int) -> "LocalCluster":
    """Start workers on this machine, each in a process that a nanny replaces when it dies."""
    with _without_interrupts():
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            memory_limit=0,  # of units, their own limits
            silence_logs=logging.ERROR,
        )


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Have the processes started meanwhile ignore Ctrl-C: their coordinator ends them."""
    resource_tracker.ensure_running()  # Else the first start does, and lets them in again.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
