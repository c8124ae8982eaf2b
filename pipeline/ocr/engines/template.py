"""The inside of a process of which copies are made: it prepares each call, a copy makes it.

It loads little, so that a copy costs the system little, whatever the worker has loaded.
"""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.connection import Connection
from resource import RLIM_INFINITY, RLIMIT_CPU, prlimit
from typing import Final, NamedTuple, NoReturn

Prepare = Callable[[str, int], Callable[[], str]]
"""What a module offers as `prepare`: from a question and a file with an image to a call."""

UNPREPARED: Final = 256
"""The status of a call that could not be prepared: no process ends with it."""

_PR_SET_PDEATHSIG: Final = 1
_SYSTEM: Final = ctypes.CDLL(None)


class Ended(NamedTuple):
    """What a copy answered, its exit status, and the CPU seconds that it used."""

    answer: bytes
    status: int
    seconds: float


def main(descriptor: int, image: int, parent: int, module: str) -> None:
    """Answer the questions that come through the connection until it is closed.

    Each is preceded by the CPU seconds that its copy may use. Each answer is followed by
    the exit status of the copy and the CPU seconds that it used.
    """
    _end_with(parent)
    prepare: Prepare = import_module(module).prepare
    connection: Connection[bytes, bytes] = Connection(descriptor)
    for cpu_seconds, question in _questions(connection):
        try:
            function = prepare(question, image)
        except Exception as error:  # noqa: BLE001 (told to the one that asked)
            ended = Ended(_told(error), UNPREPARED, 0.0)
        else:
            ended = _call_in_copy(function, cpu_seconds)
        connection.send_bytes(ended.answer)
        connection.send_bytes(f"{ended.status} {ended.seconds}".encode())


def limit_cpu(process_id: int, seconds: int) -> None:
    """End a process that has used so much CPU time, unless a lower limit holds already."""
    soft, hard = prlimit(process_id, RLIMIT_CPU)
    if soft == RLIM_INFINITY or soft > seconds:
        prlimit(process_id, RLIMIT_CPU, (seconds, hard))


def _questions(connection: "Connection[bytes, bytes]") -> Iterator[tuple[int, str]]:
    while True:
        try:
            yield int(connection.recv_bytes()), connection.recv_bytes().decode()
        except EOFError:
            return


def _call_in_copy(function: Callable[[], str], cpu_seconds: int) -> Ended:
    reading, writing = os.pipe()
    template = os.getpid()
    copy = os.fork()
    if copy == 0:
        _answer(function, writing, cpu_seconds, template)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        answer = answers.read()
    _, status, used = os.wait4(copy, 0)
    status = os.waitstatus_to_exitcode(status)
    # What was cut off is no answer.
    return Ended(answer if status >= 0 else b"", status, used.ru_utime + used.ru_stime)


def _answer(function: Callable[[], str], writing: int, cpu_seconds: int, template: int) -> NoReturn:
    """Write what the function returns, and end without a return into what was copied."""
    status = 1
    try:
        _end_with(template)
        limit_cpu(os.getpid(), cpu_seconds)
        _say_nothing()
        with os.fdopen(writing, "wb", closefd=False) as answers:
            answers.write(function().encode())
        status = 0
    except Exception as error:  # noqa: BLE001 (told to the one that asked)
        os.write(writing, _told(error))
    finally:
        os._exit(status)


def _told(error: Exception) -> bytes:
    """Return what an error says; what it is, if it says nothing."""
    return (str(error) or type(error).__name__).encode()


def _say_nothing() -> None:
    """Keep off the user's screen what native code says of odd images; answers tell what counts."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _end_with(parent: int) -> None:
    """Have the system end this process when its parent ends, however that ends."""
    _SYSTEM.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # It ended before that took effect.
