"""Folders that change as a whole: built beside, then swapped with the live one."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.store.files import sync_folder

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Staging:
    """A folder built beside the live one, as a context manager.

    `path` is the new folder, empty at first. `commit` puts it in the place of the live
    one in one step; leaving without a commit removes it. What a killed process left
    behind is removed when the next one begins.
    """

    def __init__(self, live: Path) -> None:
        self.live = live
        self.path = live.with_name(f".{live.name}.staging-{os.getpid()}")
        self._lock: int | None = None

    def __enter__(self) -> Self:
        self.live.parent.mkdir(parents=True, exist_ok=True)
        _finish_two_steps(self.live)
        for stale in self._others():
            _remove_unless_in_use(stale)
        self.path.mkdir()
        # Held until the end, so that others can tell a folder in use from a stale one.
        self._lock = _lock(self.path)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            os.close(self._lock)
        # After a commit this is the folder that was live before.
        shutil.rmtree(self.path, ignore_errors=True)

    def commit(self) -> None:
        """Bring the new folder to disk and put it in the place of the live one."""
        _sync_file_system(self.path)
        if self.live.exists():
            shutil.copymode(self.live, self.path)
            exchange(self.path, self.live)
        else:
            self.path.rename(self.live)
        sync_folder(self.live.parent)

    def _others(self) -> Iterator[Path]:
        prefix = f".{self.live.name}.staging-"
        for path in sorted(self.live.parent.iterdir()):
            if path.name.startswith(prefix) and path.is_dir():
                yield path


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the file system has no links."""
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EMLINK):
            raise
        shutil.copy2(source, target)


def _sync_file_system(folder: Path) -> None:
    """Bring all that was written to the folder's file system to disk.

    Once for thousands of files takes less time than once for each. Raises OSError.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if library.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def _lock(folder: Path) -> int | None:
    """Return a descriptor that holds the folder's lock, or None if another process does."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _remove_unless_in_use(folder: Path) -> None:
    lock = _lock(folder)
    if lock is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def exchange(staged: Path, live: Path) -> None:
    """Swap two folders in one step; where the system cannot, in two renames.

    Raises OSError, with both as they were, for one that cannot be renamed.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None:
        names = (_AT_FDCWD, os.fsencode(staged), _AT_FDCWD, os.fsencode(live))
        if rename(*names, _RENAME_EXCHANGE) == 0:
            return
        code = ctypes.get_errno()
        if code not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise OSError(code, os.strerror(code), str(live))
    exchange_in_two_steps(staged, live)


def exchange_in_two_steps(staged: Path, live: Path) -> None:
    """Swap two folders; for a moment there is no live one. Raises OSError as it was before."""
    aside = _aside(live)
    live.rename(aside)
    try:
        staged.rename(live)
    except OSError:
        aside.rename(live)
        raise
    aside.rename(staged)


def _finish_two_steps(live: Path) -> None:
    """Put back what a process killed between two renames had put aside."""
    aside = _aside(live)
    if not aside.exists():
        return
    if live.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(live)


def _aside(live: Path) -> Path:
    return live.with_name(f".{live.name}.aside")
