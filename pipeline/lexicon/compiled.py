"""Where the compiled lexicon lies, made by the first process that finds it missing."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from pipeline.config import cache_root
from pipeline.lexicon.inputs import inputs_digest
from pipeline.lexicon.places import lexicons_directory

_KEPT_SECONDS: Final = 7 * 24 * 3600
"""A version (180 MB) stays so long after it was last opened: who works on two gets neither anew."""


def compiled_lexicon(directory: Path | None = None) -> Path:
    """Compile the lexicon where it is not compiled yet; return the folder with its files.

    The folder's name is the digest of the inputs; it appears whole or not at all. Of several
    processes that find it missing one compiles it, and the others wait. It stays at least
    for as long as this process lives. Whoever adds a version removes those that nobody has
    used for a week.
    """
    directory = directory or lexicons_directory()
    target = _place(directory)
    while not _hold(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.with_name(f".{target.name}.lock")):
            if not target.is_dir():
                _compile(directory, target)
                _remove_unused(target)
    return target


def is_compiled() -> bool:
    """Tell whether the lexicon is ready; making it takes half a minute and 1.2 GB of memory."""
    return _place(lexicons_directory()).is_dir()


def _place(directory: Path) -> Path:
    return cache_root() / "lexicon" / inputs_digest(directory)[:16]


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock, which the system takes back when this process ends, however that ends."""
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _compile(directory: Path, target: Path) -> None:
    from pipeline.lexicon.build import compile_lexicon  # slow to load, and seldom needed

    scratch = target.with_name(f".building-{target.name}")
    shutil.rmtree(scratch, ignore_errors=True)  # left by a process that was killed
    scratch.mkdir()
    try:
        compile_lexicon(directory, scratch)
        scratch.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _hold(version: Path) -> bool:
    """Keep others from removing a version while this process lives; False if one just has.

    Where there are no locks, or the cache is another's, its time of use must do.
    """
    with suppress(OSError):
        os.utime(version)
    try:
        folder = os.open(version, os.O_RDONLY)
    except FileNotFoundError:
        return False
    with suppress(OSError):
        fcntl.flock(folder, fcntl.LOCK_SH)
    with suppress(FileNotFoundError):
        if os.path.samestat(os.fstat(folder), version.stat()):
            return True
    os.close(folder)
    return False


def _remove_unused(current: Path) -> None:
    """Remove the versions beside the current one that nobody uses or has used lately.

    And what processes were compiling then that were killed.
    """
    for version in current.parent.iterdir():
        if version.is_dir() and version != current:
            with suppress(OSError):  # used by another, or another's
                _remove(version, aside=current.with_name(f".building-{current.name}"))


def _remove(version: Path, aside: Path) -> None:
    folder = os.open(version, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(folder).st_mtime < time.time() - _KEPT_SECONDS:
            shutil.rmtree(version.rename(aside))
    finally:
        os.close(folder)
