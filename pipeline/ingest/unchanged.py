"""A file is read long after it was taken in: whether it still holds the same bytes."""

from functools import lru_cache
from hashlib import sha256
from os import stat_result
from pathlib import Path

from pipeline.errors import FailureReason, SourceError
from pipeline.model.source import Document
from pipeline.text.printable import printable

_READ_AT_ONCE = 1 << 20


def check_unchanged(document: Document) -> None:
    """Raise SourceError if the file of a document is gone or holds other bytes.

    Otherwise what is read from it would be kept as the content of another file. The bytes
    are read again only where the file looks different from the last time.
    """
    path = Path(document.path)
    try:
        same = _digest(path, _looks(path.stat())) == document.sha256
    except FileNotFoundError as error:
        raise SourceError(
            FailureReason.NOT_FOUND,
            f"{printable(path)} was there when the run began, and is gone.",
            "Put it back and run again.",
        ) from error
    except OSError as error:
        raise SourceError(
            FailureReason.NOT_READABLE,
            f"{printable(path)} cannot be read any more ({error.strerror}).",
            "Check the disk or the network that it lies on, and run again.",
        ) from error
    if not same:
        raise SourceError(
            FailureReason.CHANGED,
            f"{printable(path)} was changed while the run was at work on it.",
            "Let whoever writes to it finish, then run again.",
        )


def _looks(stat: stat_result) -> tuple[int, ...]:
    # The time of change to the file itself shows even where that of its content was set back.
    return (stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@lru_cache(maxsize=1)
def _digest(path: Path, looks: tuple[int, ...]) -> str:
    """Return the SHA-256 of a file; the last answer is kept for as long as it looks the same."""
    state = sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ_AT_ONCE):
            state.update(piece)
    return state.hexdigest()
