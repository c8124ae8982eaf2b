"""The inside of a worker process: it keeps its limits, and takes all it started with it."""

import ctypes
import math
import multiprocessing
import os
import pickle
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from secrets import token_hex

from pipeline.engine.units import Failure, Limits, execute
from pipeline.errors import FailureReason, PrickfriError

_PR_SET_PDEATHSIG = 1
_MARK = "PRICKFRI_WORKER"
_ONE_CORE = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def work(connection: Connection, limits: Limits) -> None:
    """Do the units that come through the connection until it is closed."""
    _end_with_parent()
    _end_strays_with_this_process()
    os.environ.update(_ONE_CORE)
    _lower(resource.RLIMIT_DATA, limits.memory_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    while True:
        try:
            message = connection.recv_bytes()
        except EOFError:
            return
        with _bounded(limits):
            connection.send_bytes(_answer(message))


def _answer(message: bytes) -> bytes:
    """Return the pickled result, Failure, or error that is to end the run.

    Pickle passes between a process and its own children alone; nothing of a source is
    ever unpickled.
    """
    result: object
    try:
        function, unit = pickle.loads(message)  # noqa: S301
        result = execute(function, unit)
    except PrickfriError as error:
        result = error
    except Exception as error:  # noqa: BLE001 (told to the coordinator)
        result = Failure(FailureReason.INTERNAL, f"The unit could not be begun: {error!r}.")
    try:
        return pickle.dumps(result)
    except Exception as error:  # noqa: BLE001 (likewise; the result may not even fit in memory)
        message_ = f"The result could not be handed over: {error!r}."
        return pickle.dumps(Failure(FailureReason.INTERNAL, message_))


@contextmanager
def _bounded(limits: Limits) -> Iterator[None]:
    """Have the system end this process if a unit outlives its limits.

    Signals with their default effect, unlike handlers in Python, also end native code
    that hangs.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = math.ceil(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_at_most(hard, used + limits.cpu_seconds), hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (_at_most(hard, value),) * 2)


def _at_most(hard: int, value: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _end_with_parent() -> None:
    """Have the system end this process when its parent ends, however that ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is None or parent.pid != os.getppid():
        os._exit(1)  # It ended before that took effect.


def _end_strays_with_this_process() -> None:
    """Fork a guard that waits for the end of this process and ends what it leaves behind.

    Programs that a worker started, such as Tesseract, would go on when it is killed.
    They are known by a mark in their environment.
    """
    mark = f"{os.getpid()}-{token_hex(8)}"
    held_by_guard, _held_by_worker = os.pipe()
    if os.fork() == 0:
        try:
            os.setsid()
            os.closerange(0, held_by_guard)
            os.closerange(held_by_guard + 1, os.sysconf("SC_OPEN_MAX"))
            os.read(held_by_guard, 1)  # Returns when the worker is no more.
            _end_marked(f"{_MARK}={mark}".encode())
        finally:
            os._exit(0)
    os.close(held_by_guard)
    os.environ[_MARK] = mark


def _end_marked(mark: bytes) -> None:
    """End all processes with a mark, and those that they start meanwhile, for a second."""
    for _ in range(50):
        marked = [p for p in Path("/proc").iterdir() if p.name.isdigit() and _has(p, mark)]
        for process in marked:
            with suppress(ProcessLookupError):
                os.kill(int(process.name), signal.SIGKILL)
        if not marked:
            return
        time.sleep(0.02)


def _has(process: Path, mark: bytes) -> bool:
    try:
        return mark in (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return False
