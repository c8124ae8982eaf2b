"""Loaded by every Python of a watched run: writes down what it reaches for outside itself.

A line a deed goes to the file that WATCH_LOG names. Whoever wants the network is refused.
"""

import os
import socket
import sys

_LOG = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_PATHS = {
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.rename": (0, 1),
    "os.link": (0, 1),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.utime": (0,),
    "sqlite3.connect": (0,),
}


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        if getattr(args[0], "family", None) != socket.AF_UNIX:
            _tell("network", event)
            raise PermissionError(event)
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        _tell("starts", args[0])
    elif event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
        _tell("writes", args[0])
    elif event in _PATHS:
        for place in _PATHS[event]:
            _tell("writes", args[place])


def _tell(deed: str, what: object) -> None:
    if isinstance(what, (str, bytes, os.PathLike)):
        name = os.fsencode(what).removeprefix(b"file:").partition(b"?mode=")[0]
        if deed == "writes":
            name = os.path.abspath(name)  # noqa: PTH100 (nothing else may be done here)
        os.write(_LOG, deed.encode() + b"\t" + name.replace(b"\n", b"?") + b"\n")


sys.addaudithook(_watch)
