"""Units of work in processes of this machine, each of which may crash, hang or be killed."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from pipeline.config import LimitsConfig
from pipeline.engine.process import WORKING, Died, Task, Worker
from pipeline.engine.units import Outcome
from pipeline.engine.worker import Order
from pipeline.errors import FailureReason, PrickfriError

T = TypeVar("T")
R = TypeVar("R")

_ATTEMPTS = 2


class LocalProcesses:
    """Does units in `jobs` processes of this machine, which it keeps until it is closed.

    A unit whose process dies costs that process alone: it is tried once more in a new
    one, and then reported as crashed. When this process ends, however it ends, so do the
    processes and all that they started; likewise when the thread that called `run` ends.

    (A pool around shared queues, pebble 5.2, did not notice a process that ended with
    status 0 before its time limit, broke when an idle one was killed, and hung when one
    was killed while it sent.)
    """

    def __init__(self, jobs: int, folder: str | None = None) -> None:
        """Make room for `jobs` processes that work in `folder`, by default the current one."""
        self.jobs = jobs
        self._folder = folder
        self._workers: list[Worker[Any]] = [Worker() for _ in range(jobs)]

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008 (frozen)
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit; at most `jobs` units are under way."""
        tasks = _Tasks(units)
        folder = self._folder or os.getcwd()  # noqa: PTH109
        try:
            while True:
                for worker in self._workers:
                    if worker.task is None and (task := tasks.next()) is not None:
                        worker.begin(task, Order(function, task.unit, limits, folder))
                busy = [worker for worker in self._workers if worker.task is not None]
                if not busy:
                    return
                for worker in _ready(busy):
                    yield from _outcome(worker, tasks)
        finally:
            for worker in self._workers:
                if worker.task is not None:
                    worker.stop()
                    worker.task = None

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.stop(at_once=False)


class _Tasks(Generic[T]):
    """Units to be done; those to be tried again come first."""

    def __init__(self, units: Iterable[T]) -> None:
        self._units = iter(units)
        self._again: deque[Task[T]] = deque()

    def next(self) -> Task[T] | None:
        if self._again:
            return self._again.popleft()
        return next((Task(unit) for unit in self._units), None)

    def try_again(self, task: Task[T]) -> None:
        self._again.append(Task(task.unit, task.attempt + 1))


def _ready(busy: list[Worker[T]]) -> list[Worker[T]]:
    """Wait until something shows of tasks, or they are overdue; return their workers."""
    nearest = min(worker.deadline for worker in busy)
    seen = set(wait([worker.connection for worker in busy], max(nearest - time.monotonic(), 0)))
    now = time.monotonic()
    return [worker for worker in busy if worker.connection in seen or now > worker.deadline]


def _outcome(worker: Worker[T], tasks: _Tasks[T]) -> Iterator[Outcome[T, Any]]:
    """Yield the outcome of a task that has ended, unless it is to be tried again."""
    task = worker.task
    if task is None:
        raise RuntimeError("no task was begun")
    result = worker.result()
    if result is WORKING:
        return
    worker.task = None
    if isinstance(result, Died):
        result = result.failure()
        if result.reason is FailureReason.CRASHED:
            if task.attempt < _ATTEMPTS:
                tasks.try_again(task)
                return
            # Others failed at the first try that came to an end, whatever was killed before.
            result = replace(result, attempts=task.attempt)
    if isinstance(result, PrickfriError):
        raise result
    yield Outcome(task.unit, result)
