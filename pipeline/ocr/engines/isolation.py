"""A call in a copy of this process: a crash or hang in native code costs that call alone.

The copy has the memory of this process as it is: nothing is loaded anew, and nothing handed
over but the answer. Only functions that take no locks of other threads may be called so.
"""

import ctypes
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from resource import RLIM_INFINITY, RLIMIT_CPU, prlimit
from typing import Final, NamedTuple, NoReturn

OVERDUE: Final = -signal.SIGALRM
"""The status of a copy that was ended when its time on the clock was over."""

_PR_SET_PDEATHSIG: Final = 1
_SYSTEM: Final = ctypes.CDLL(None)


class Answer(NamedTuple):
    """What a copy answered and how it ended.

    `status` is 0 with the function's value, 1 with the words of its error, or the negative
    number of a signal with nothing.
    """

    text: str
    status: int


def call_in_copy(function: Callable[[], str], cpu_seconds: int, wall_seconds: float) -> Answer:
    """Call a function in a copy of this process, which the system ends at its limits.

    Whatever happens, the copy is not left behind; it ends with this process, too.
    """
    answers, own = Pipe(duplex=False)
    parent = os.getpid()
    with answers:
        copy = os.fork()
        if copy == 0:
            _answer(function, own, parent)
        own.close()
        text, overdue = b"", True
        try:
            limit_cpu(copy, cpu_seconds)
            if answers.poll(wall_seconds):
                overdue = False
                with suppress(EOFError):
                    text = answers.recv_bytes()
        finally:
            if overdue:
                os.kill(copy, signal.SIGKILL)
            _, status = os.waitpid(copy, 0)
    return Answer(text.decode(), OVERDUE if overdue else os.waitstatus_to_exitcode(status))


def limit_cpu(process_id: int, seconds: int) -> None:
    """End a process that has used so much CPU time, unless a lower limit holds already."""
    soft, hard = prlimit(process_id, RLIMIT_CPU)
    if soft == RLIM_INFINITY or soft > seconds:
        prlimit(process_id, RLIMIT_CPU, (seconds, hard))


def _answer(function: Callable[[], str], own: "Connection[bytes, bytes]", parent: int) -> NoReturn:
    """Send what the function returns, and end without a return into what was copied."""
    status = 1
    try:
        os.setsid()  # Ctrl-C is for the coordinator.
        _SYSTEM.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == parent:  # Else it ended before that took effect.
            own.send_bytes(function().encode())
            status = 0
    except Exception as error:  # noqa: BLE001 (told to the one that asked)
        own.send_bytes(str(error).encode())
    finally:
        os._exit(status)
