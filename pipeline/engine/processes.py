"""Units of work in processes of their own, which may crash, hang or be killed."""

import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from pipeline.engine.units import Failure, Limits, Outcome
from pipeline.engine.worker import work
from pipeline.errors import FailureReason, PrickfriError

T = TypeVar("T")
R = TypeVar("R")

_SPAWN = get_context("spawn")
_ATTEMPTS = 2
_GRACE_SECONDS = 2.0
_START_SECONDS = 60.0


class LocalProcesses:
    """Does units in `jobs` processes of this machine.

    A unit whose process dies costs that process alone: it is tried once more in a new
    one, and then reported as crashed. When the run ends, however it ends, so do the
    processes and all that they started; likewise when the thread that called `run` ends.

    Each process has a pipe of its own and nothing shared, so that it can be killed at any
    moment. (A pool around shared queues, pebble 5.2, did not notice a process that ended
    with status 0 before its time limit, broke when an idle one was killed, and hung when
    one was killed while it sent.)
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: Limits = Limits(),  # noqa: B008 (frozen)
    ) -> Iterator[Outcome[T, R]]:
        """Do `function` for each unit; at most `jobs` units are under way."""
        tasks = _Tasks(units)
        workers: list[_Worker[T]] = [_Worker(limits) for _ in range(self.jobs)]
        try:
            while True:
                for worker in workers:
                    if worker.task is None and (task := tasks.next()) is not None:
                        worker.begin(function, task)
                busy = [worker for worker in workers if worker.task is not None]
                if not busy:
                    return
                for worker in _ready(busy):
                    yield from _outcome(worker, tasks)
        finally:
            for worker in workers:
                worker.stop()


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    unit: T
    attempt: int = 1


class _Tasks(Generic[T]):
    """Units to be done; those to be tried again come first."""

    def __init__(self, units: Iterable[T]) -> None:
        self._units = iter(units)
        self._again: deque[_Task[T]] = deque()

    def next(self) -> _Task[T] | None:
        if self._again:
            return self._again.popleft()
        return next((_Task(unit) for unit in self._units), None)

    def try_again(self, task: _Task[T]) -> None:
        self._again.append(_Task(task.unit, task.attempt + 1))


class _Worker(Generic[T]):
    """A place for one process after another, and the task it is at."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.task: _Task[T] | None = None
        self.deadline = 0.0
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._begun = 0

    @property
    def signs(self) -> tuple[Connection, int]:
        """What shows that the task has ended: an answer, or the end of the process."""
        if self._process is None or self._connection is None:
            raise RuntimeError("no task was begun")
        return self._connection, self._process.sentinel

    def begin(self, function: Callable[[T], object], task: _Task[T]) -> None:
        """Hand a task to the process, which is started or replaced where needed."""
        message = pickle.dumps((function, task.unit))
        worn_out = self._begun >= self.limits.units_per_process
        if self._process is None or worn_out or not self._process.is_alive():
            self.stop()
            self._launch()
        # The process ends itself at its limit; this is for one that cannot.
        grace = _GRACE_SECONDS if self._begun else _START_SECONDS
        self.deadline = time.monotonic() + self.limits.wall_seconds + grace
        self.task = task
        self._begun += 1
        with suppress(OSError):  # If it died just now, that shows when it is waited for.
            self.signs[0].send_bytes(message)

    def result(self) -> object:
        """Return what the task came to; a process that died is reported by its exit status."""
        connection, _ = self.signs
        with suppress(EOFError, OSError):
            if connection.poll():
                return pickle.loads(connection.recv_bytes())  # noqa: S301 (our own child's)
        overdue = time.monotonic() > self.deadline
        status = self.stop(at_once=True)
        return _Died(-signal.SIGALRM if overdue else status)

    def stop(self, *, at_once: bool = False) -> int:
        """End the process, if there is one; return its exit status."""
        if self._process is None or self._connection is None:
            return 0
        if at_once or self.task is not None:
            self._process.kill()
        self._connection.close()  # An idle process ends when nothing can come any more.
        self._process.join(_GRACE_SECONDS)
        self._process.kill()
        self._process.join()
        status = self._process.exitcode or 0
        self._process = self._connection = None
        return status

    def _launch(self) -> None:
        self._connection, inner = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=work, args=(inner, self.limits), daemon=True)
        with _without_interrupts():
            self._process.start()
        inner.close()
        self._begun = 0


@dataclass(frozen=True, slots=True)
class _Died:
    """A process that ended without an answer, by its exit status."""

    status: int


def _ready(busy: Iterable[_Worker[T]]) -> list[_Worker[T]]:
    """Wait until tasks have ended, or are overdue; return their workers."""
    workers = list(busy)
    nearest = min(worker.deadline for worker in workers)
    signs = [sign for worker in workers for sign in worker.signs]
    seen = set(wait(signs, max(nearest - time.monotonic(), 0)))
    now = time.monotonic()
    return [w for w in workers if seen.intersection(w.signs) or now > w.deadline]


def _outcome(worker: _Worker[T], tasks: _Tasks[T]) -> Iterator[Outcome[T, Any]]:
    """Yield the outcome of a task that has ended, unless it is to be tried again."""
    task = worker.task
    if task is None:
        raise RuntimeError("no task was begun")
    result = worker.result()
    worker.task = None
    if isinstance(result, _Died):
        result = _failure(result.status, worker.limits)
        if result.reason is FailureReason.CRASHED and task.attempt < _ATTEMPTS:
            tasks.try_again(task)
            return
    if isinstance(result, PrickfriError):
        raise result
    if isinstance(result, Failure):
        result = replace(result, attempts=task.attempt)
    yield Outcome(task.unit, result)


def _failure(status: int, limits: Limits) -> Failure:
    """Word the end of a process by its exit status; a negative one is a signal."""
    if status == -signal.SIGALRM:
        message = f"It took longer than {limits.wall_seconds:g} seconds."
        return Failure(FailureReason.TIME_LIMIT, message)
    if status == -signal.SIGXCPU:
        message = f"It used more than {limits.cpu_seconds} seconds of processor time."
        return Failure(FailureReason.TIME_LIMIT, message)
    how = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
    hint = " Perhaps the machine was out of memory." if status == -signal.SIGKILL else ""
    message = f"The process that worked on it ended each time it was tried ({how}).{hint}"
    return Failure(FailureReason.CRASHED, message)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Have the processes started meanwhile ignore Ctrl-C: their coordinator ends them."""
    resource_tracker.ensure_running()  # Else the first start does, and lets them in again.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
