"""What goes wrong with sources, in words that a person understands."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import FailureReason, SourceError
from pipeline.text.printable import printable


@contextmanager
def damaged_as_source_error(path: str | Path, what: str) -> Iterator[None]:
    """Turn whatever a library raises over a file into a SourceError that names the file.

    `what` says what could not be done (`cannot be read as a PDF`). A lack of memory is no
    fault of the file alone and passes through.
    """
    try:
        yield
    except (SourceError, MemoryError):
        raise
    except Exception as error:  # libraries fail over bad files in ways they do not name
        raise SourceError(
            FailureReason.DAMAGED,
            f"{printable(path)} {what} ({_cause(error)}).",
            "The file is damaged or cut short; fetch it anew or save it again "
            "from the program that made it.",
        ) from error


def _cause(error: Exception) -> str:
    """Return what a library said, in one line; its name for the error where it is silent."""
    said = " ".join(str(error).split())
    return said[:200].rstrip(".") if said else type(error).__name__
