"""The inside of a worker process: it keeps its limits, and takes all it started with it.

It is started as a program of its own, so that nothing of its coordinator is run again in
it. Messages are pickled; that passes between a process and its own children alone, and
nothing of a source is ever unpickled.
"""

import ctypes
import math
import os
import pickle
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.config import LimitsConfig
from pipeline.engine.units import Failure, execute
from pipeline.errors import FailureReason, PrickfriError, UsageError

BEGUN = b""
"""What a worker sends before it does a unit: from now on its time counts."""

_PR_SET_PDEATHSIG = 1
_MARK = "PRICKFRI_WORKER"


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is to do: a function, its unit, the limits, and from which folder."""

    function: Callable[[Any], object]
    unit: object
    limits: LimitsConfig
    folder: str


def main(descriptor: int, parent: int) -> None:
    """Do the units that come through the connection until it is closed."""
    os.set_inheritable(descriptor, False)  # or the programs of a unit would keep it open
    _end_with(parent)
    _end_strays_with_this_process()
    _lower(resource.RLIMIT_CORE, 0)
    connection: Connection[bytes, bytes] = Connection(descriptor)
    while True:
        try:
            message = connection.recv_bytes()
        except EOFError:
            return
        connection.send_bytes(_answer(message, connection))


def _answer(message: bytes, connection: "Connection[bytes, bytes]") -> bytes:
    """Return the pickled result, Failure, or error that is to end the run."""
    result: object
    try:
        order: Order = pickle.loads(message)  # noqa: S301 (our own coordinator's)
        _go_to(order.folder)
        connection.send_bytes(BEGUN)
        with _bounded(order.limits):
            result = execute(order.function, order.unit)
    except PrickfriError as error:
        result = error
    except Exception as error:  # noqa: BLE001 (told to the coordinator)
        result = Failure(FailureReason.INTERNAL, f"The unit could not be begun: {error!r}.")
    try:
        return pickle.dumps(result)
    except Exception as error:  # noqa: BLE001 (likewise; the result may not even fit in memory)
        message_ = f"The result could not be handed over: {error!r}."
        return pickle.dumps(Failure(FailureReason.INTERNAL, message_))


def _go_to(folder: str) -> None:
    """Make sources named from the coordinator's folder lead to the same files here."""
    try:
        os.chdir(folder)
    except OSError as error:
        raise UsageError(
            f"A worker cannot open the folder {folder}: {error.strerror}.",
            "Sources and cache must lie where every worker sees them under the same name.",
        ) from error


@contextmanager
def _bounded(limits: LimitsConfig) -> Iterator[None]:
    """Have the system end this process if a unit outlives its limits.

    Signals with their default effect, unlike handlers in Python, also end native code
    that hangs.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = math.ceil(usage.ru_utime + usage.ru_stime)
    _set_soft(resource.RLIMIT_CPU, used + limits.cpu_seconds)
    _set_soft(resource.RLIMIT_DATA, limits.memory_mib * 1024**2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for kind in (resource.RLIMIT_CPU, resource.RLIMIT_DATA):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (hard, hard))


def _set_soft(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (_at_most(hard, value), hard))


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (_at_most(hard, value),) * 2)


def _at_most(hard: int, value: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _end_with(parent: int) -> None:
    """Have the system end this process when its parent ends, however that ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # It ended before that took effect.


def _end_strays_with_this_process() -> None:
    """Fork a guard that waits for the end of this process and ends what it leaves behind.

    Programs that a worker started, such as Tesseract, would go on when it is killed.
    They are known by a mark in their environment.
    """
    mark = f"{os.getpid()}-{os.urandom(8).hex()}"
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
