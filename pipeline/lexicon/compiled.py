"""Where the compiled lexicon lies, made by the first process that finds it missing."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.config import cache_root
from pipeline.lexicon.inputs import inputs_digest
from pipeline.lexicon.places import lexicons_directory


def compiled_lexicon(directory: Path | None = None) -> Path:
    """Compile the lexicon where it is not compiled yet; return the folder with its files.

    The folder's name is the digest of the inputs; it appears whole or not at all. Of several
    processes that find it missing one compiles it, and the others wait.
    """
    directory = directory or lexicons_directory()
    target = _place(directory)
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.with_name(f".{target.name}.lock")):
            if not target.is_dir():
                _compile(directory, target)
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
