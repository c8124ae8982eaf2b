"""A command in a process of its own, begun from an empty cache: what it takes."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.config import cache_root
from pipeline.lexicon import open_lexicon

_PROGRAM: Final = "from pipeline.cli import main\nif __name__ == '__main__': main()"
_KIB: Final = 1024


class Taken(NamedTuple):
    """Seconds on the clock, and the most MiB that a process had (files that are mapped too)."""

    seconds: float
    mebibytes: float


def taken_by(folder: Path, *arguments: str | Path) -> Taken:
    """Have a command of Prickfri run in a folder, which is to have no cache, and say nothing."""
    open_lexicon()  # compiles it where needed, which must not count
    cache = folder / "cache"
    cache.mkdir()
    (cache / "lexicon").symlink_to(cache_root() / "lexicon")
    begun = time.monotonic()
    run = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ,
            "PRICKFRI_CACHE": str(cache),
            "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path)),
        },
    )
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    return Taken(time.monotonic() - begun, usage.ru_maxrss / _KIB)
