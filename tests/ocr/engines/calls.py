"""Calls for copies of a template: an engine's real ones cannot be asked to go wrong."""

import faulthandler
import os
import signal
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

_seen: list[str] = []


def prepare(question: str, image: int) -> Callable[[], str]:
    """Return the call that the first word of a question names."""
    name, _, rest = question.partition(" ")
    if name == "unprepared":
        raise RuntimeError(rest)
    if name == "template":
        _crash()
    return partial(_CALLS[name], rest, image)


def _crash(*_: object) -> str:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)
    return "never"


def _burn(*_: object) -> str:
    while True:
        pass


def _hang(rest: str, _: int) -> str:
    if rest:
        Path(rest).write_text(f"{os.getpid()} {os.getppid()}.")
    time.sleep(77)
    return "never"


def _fail(rest: str, _: int) -> str:
    raise RuntimeError(rest)


def _count(rest: str, _: int) -> str:
    _seen.append(rest)
    return f"{len(_seen)}"


def _image(rest: str, image: int) -> str:
    return os.pread(image, int(rest), 0).hex()


_CALLS: Final[Mapping[str, Callable[[str, int], str]]] = MappingProxyType(
    {
        "burn": _burn,
        "count": _count,
        "crash": _crash,
        "fail": _fail,
        "garble": lambda *_: bytes([246]).decode(),
        "give_up": lambda *_: os._exit(3),
        "hang": _hang,
        "image": _image,
        "repeat": lambda rest, _: rest * 100_000,
        "say": lambda rest, _: rest,
        "stop": lambda *_: os._exit(0),
        "swell": lambda *_: str(bytearray(1 << 60)),
    }
)
