"""What the units of the tests do; worker processes import it."""

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

from pipeline.errors import FailureReason, MissingRequirementError, SourceError


def misbehave(what: str | int) -> object:
    """Do what is asked; a number comes back doubled."""
    if isinstance(what, int):
        return what * 2
    name, _, argument = what.partition(" ")
    return _WAYS[name](argument)


def process_id(_: int) -> int:
    return os.getpid()


def nothing(_: int) -> None:
    return None


def _source_error(argument: str) -> None:
    raise SourceError(FailureReason.ENCRYPTED, "The file is encrypted.", "Ask for the password.")


def _leave(argument: str) -> None:
    os._exit(int(argument))


def _crash_natively(argument: str) -> None:
    ctypes.string_at(0)


def _sleep(argument: str) -> None:
    time.sleep(float(argument))


def _hang_natively(argument: str) -> None:
    # Holds the interpreter's lock, so that no handler written in Python could ever run.
    ctypes.PyDLL(None).sleep(600)


def _spin(argument: str) -> None:
    while True:
        pass


def _allocate(argument: str) -> int:
    return len(bytearray(int(argument)))


def _mistake(argument: str) -> None:
    raise KeyError(argument)


def _no_tesseract(argument: str) -> None:
    raise MissingRequirementError("Tesseract is not installed.", "apt install tesseract-ocr")


def _unsendable(argument: str) -> object:
    return lambda: None


def _start_program_and_die(argument: str) -> None:
    sleeper = subprocess.Popen(["sleep", "300"], start_new_session=True)
    Path(argument).write_text(str(sleeper.pid))
    os.kill(os.getpid(), signal.SIGKILL)


def _start_program(argument: str) -> str:
    subprocess.Popen(["sleep", "300"], start_new_session=True)
    return "started"


def _meet(argument: str) -> str:
    own, other = map(Path, argument.split())
    own.touch()
    while not other.exists():
        time.sleep(0.01)
    return "met"


def _stop(argument: str) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _crash_first_time(argument: str) -> str:
    marker = Path(argument)
    if not marker.exists():
        marker.touch()
        os.abort()
    return "second time"


def _sleep_a_little(argument: str) -> str:
    time.sleep(0.5)
    return "slept"


def _folder(argument: str) -> str:
    return str(Path.cwd())


def _environment(argument: str) -> str:
    return os.environ[argument]


_WAYS = {
    "source_error": _source_error,
    "leave": _leave,
    "crash": _crash_natively,
    "sleep": _sleep,
    "hang": _hang_natively,
    "spin": _spin,
    "allocate": _allocate,
    "mistake": _mistake,
    "no_tesseract": _no_tesseract,
    "unsendable": _unsendable,
    "program": _start_program_and_die,
    "start_program": _start_program,
    "meet": _meet,
    "stop": _stop,
    "once": _crash_first_time,
    "environment": _environment,
    "slow": _sleep_a_little,
    "folder": _folder,
}
