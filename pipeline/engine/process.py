"""A process that does one unit after another, and may crash, hang or be killed over it."""

import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from pipeline.config import LimitsConfig
from pipeline.engine.units import RAISE, Failure
from pipeline.engine.worker import BEGUN, Order
from pipeline.errors import FailureReason

T = TypeVar("T")

WORKING: Final = object()
"""Instead of a result: the task has begun."""

_GRACE_SECONDS = 2.0
_START_SECONDS = 60.0

ENVIRONMENT: Final = MappingProxyType(
    {
        "OMP_THREAD_LIMIT": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_MMAP_THRESHOLD_": f"{32 * 1024**2}",
        "MALLOC_TRIM_THRESHOLD_": f"{128 * 1024**2}",
    }
)
"""Variables of a worker's environment: one core, and memory of images kept for the next ones.

The C library would give it back after each page, and the system clear it for the next one.
"""


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """A unit to be done, for the first time or again."""

    unit: T
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Died:
    """A process that ended without an answer, worded by `failure`."""

    status: int
    limits: LimitsConfig

    def failure(self) -> Failure:
        """Word the end of the process by its exit status; a negative one is a signal."""
        if self.status == -signal.SIGALRM:
            message = f"It took longer than {self.limits.wall_seconds:g} seconds."
            return Failure(FailureReason.TIME_LIMIT, f"{message} {RAISE.format('wall_seconds')}")
        if self.status == -signal.SIGXCPU:
            message = f"It used more than {self.limits.cpu_seconds} seconds of processor time."
            return Failure(FailureReason.TIME_LIMIT, f"{message} {RAISE.format('cpu_seconds')}")
        message = f"The process that worked on it ended each time it was tried ({self._how})."
        return Failure(FailureReason.CRASHED, message + self._hint)

    @property
    def _how(self) -> str:
        if self.status < 0:
            return f"signal {signal.Signals(-self.status).name}"
        return f"exit status {self.status}"

    @property
    def _hint(self) -> str:
        killed = self.status == -signal.SIGKILL
        why = " Perhaps the machine was out of memory." if killed else ""
        return f"{why} Look at the file, or read it with another program and give that."


class Worker(Generic[T]):
    """A place for one process after another, and the task it is at.

    Each process is a fresh interpreter with a pipe of its own and nothing shared, in a
    session of its own, so that it can be killed at any moment and Ctrl-C reaches its
    coordinator alone, which ends it.
    """

    def __init__(self) -> None:
        self.task: Task[T] | None = None
        self.deadline = 0.0
        self._limits = LimitsConfig()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[bytes, bytes] | None = None
        self._begun = 0

    @property
    def connection(self) -> "Connection[bytes, bytes]":
        """Where an answer, or the end of the process, shows."""
        if self._connection is None:
            raise RuntimeError("no task was begun")
        return self._connection

    def begin(self, task: Task[T], order: Order) -> None:
        """Hand a task to the process, which is started or replaced where needed."""
        message = pickle.dumps(order)
        worn_out = self._begun >= order.limits.units_per_process
        if self._process is None or worn_out or self._process.poll() is not None:
            self.stop()
            self._launch()
        self.task, self._limits = task, order.limits
        self.deadline = time.monotonic() + _START_SECONDS
        self._begun += 1
        with suppress(OSError):  # If it died just now, that shows when it is waited for.
            self.connection.send_bytes(message)

    def result(self) -> object:
        """Return what the task came to, or WORKING if it has only just begun.

        A process that died, or is overdue, is ended for good and reported as Died.
        """
        with suppress(EOFError, OSError):
            if self.connection.poll():
                answer = self.connection.recv_bytes()
                if answer != BEGUN:
                    return pickle.loads(answer)  # noqa: S301 (our own child's)
                # It ends itself at its limit; this is for one that cannot.
                self.deadline = time.monotonic() + self._limits.wall_seconds + _GRACE_SECONDS
                return WORKING
        overdue = time.monotonic() > self.deadline
        status = self.stop(at_once=overdue)
        return Died(-signal.SIGALRM if overdue else status, self._limits)

    def stop(self, *, at_once: bool = True) -> int:
        """End the process, if there is one; return its exit status."""
        if self._process is None:
            return 0
        process, self._process = self._process, None
        if at_once:
            process.kill()
        self.connection.close()  # An idle process ends when nothing can come any more.
        self._connection = None
        try:
            return process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def _launch(self) -> None:
        ours, its = Pipe()
        # The search path goes along, and no folder is put before it: a file named like a
        # module must not be run because it lies beside the sources.
        path = [os.path.abspath(entry) for entry in sys.path]  # noqa: PTH100
        start = (
            f"import sys; sys.path[:] = {path!r}; "
            f"from pipeline.engine.worker import main; main({its.fileno()}, {os.getpid()})"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", start],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=(its.fileno(),),
            env={**os.environ, **ENVIRONMENT},
            start_new_session=True,
        )
        its.close()
        self._connection = ours
        self._begun = 0
