"""A source taken in: what it is, how many pages it has, and what is wrong with it if not."""

from hashlib import sha256
from pathlib import Path

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import images, pdf_bombs, pdf_file
from pipeline.ingest.active_content import find_active_content
from pipeline.ingest.decoding import decode
from pipeline.ingest.sniffing import HEAD, name_foreign, sniff_head, sniff_text
from pipeline.ingest.text_pages import divide_pages
from pipeline.model.source import Document, MediaType, Note
from pipeline.text.printable import printable

_READ_AT_ONCE = 1 << 20
_MOST_BYTES = 2**31 - 1
"""What `documents.byte_size` can hold."""
_KINDS = "PDF, TIFF, PNG, JPEG, plain text and HTML"


def take_in(path: Path, config: IngestConfig) -> Document:
    """Return the document that a file holds, its kind told from its bytes.

    Raises SourceError, with the reason and what to do, for whatever cannot be read: no
    such file, a dangling link, a folder, no permission, an empty file, an unknown kind, a
    locked or damaged PDF, no pages, too many pages or pixels.
    """
    _check_file(path)
    notes: tuple[Note, ...] = ()
    try:
        _check_size(path, path.stat().st_size)
        digest, size, head = _digest(path)
        if size == 0:
            raise _empty(path, "holds nothing: it has 0 bytes")
        kind = sniff_head(head)
        if kind is MediaType.PDF:
            pdf_bombs.check_streams(path, config.max_unpacked_bytes)
            file = pdf_file.settle(path, digest, overlaid=False)
            page_count = file.page_count
            notes = (*find_active_content(path), *([Note.DAMAGED] if file.doubt else []))
        elif kind is not None:
            page_count = images.count_frames(path, kind, config)
        else:
            _check_text_size(path, head, size, config.max_text_bytes)
            kind, page_count = _examine_text(path, head)
    except OSError as error:
        raise _unreadable(path, error) from error
    if page_count > config.max_pages:
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"{printable(path)} has {page_count:,} pages, more than the {config.max_pages:,} "
            "allowed.",
            "Divide it, or raise max_pages in the settings.",
        )
    return Document(digest, size, kind, page_count, (str(path),), notes)


def _check_file(path: Path) -> None:
    if printable(path) != str(path):
        raise SourceError(
            FailureReason.NOT_READABLE,
            f"{printable(path)} has a name that is not text in UTF-8.",
            "Rename the file; its name was written on a system with another alphabet.",
        )
    try:
        reason = _obstacle(path)
    except OSError as error:
        raise _unreadable(path, error) from error
    if reason is not None:
        raise reason


def _obstacle(path: Path) -> SourceError | None:
    """Return why there is no file to open at a path; None where there is one."""
    name = printable(path)
    if path.is_file():
        return None
    if path.is_dir():
        return SourceError(
            FailureReason.NOT_A_FILE,
            f"{name} is an empty folder, or one that may not be opened, and no file.",
            "Look for the file that should lie here, or allow this user to open the folder.",
        )
    if path.is_symlink() and not path.exists():
        return SourceError(
            FailureReason.DANGLING_LINK,
            f"{name} is a link to {printable(path.readlink())}, which is not there.",
            "Put the file back, or remove the link.",
        )
    if path.exists():
        return SourceError(
            FailureReason.NOT_A_FILE,
            f"{name} is a device, a pipe or a socket, and no file.",
            "Name a file or a folder.",
        )
    return SourceError(FailureReason.NOT_FOUND, f"{name} is not there.", "Check how it is spelt.")


def _check_size(path: Path, size: int) -> None:
    if size > _MOST_BYTES:
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"{printable(path)} has {size:,} bytes, more than a source may have ({_MOST_BYTES:,}).",
            "Divide it.",
        )


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(
        FailureReason.NOT_READABLE,
        f"{printable(path)} cannot be opened ({error.strerror or type(error).__name__}).",
        "Allow this user to read it, or check the disk it lies on.",
    )


def _digest(path: Path) -> tuple[str, int, bytes]:
    """Return a file's SHA-256, its size in bytes and its first bytes."""
    state = sha256()
    size = 0
    head = b""
    with path.open("rb") as file:
        while piece := file.read(_READ_AT_ONCE):
            head = head or piece[:HEAD]
            state.update(piece)
            size += len(piece)
    return state.hexdigest(), size, head


def _check_text_size(path: Path, head: bytes, size: int, max_bytes: int) -> None:
    # What is no text shows at its start; the cut may go through a letter.
    if size > max_bytes and any(decode(head[: HEAD - cut]) is not None for cut in range(4)):
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"{printable(path)} is a text of {size:,} bytes, more than the {max_bytes:,} allowed.",
            "Divide it, or raise max_text_bytes in the settings.",
        )


def _examine_text(path: Path, head: bytes) -> tuple[MediaType, int]:
    foreign = name_foreign(head)
    found = None if foreign else sniff_text(path.read_bytes())
    if found is None:
        what = f"is {foreign}" if foreign else "is of no kind that Prickfri knows"
        raise SourceError(
            FailureReason.UNKNOWN_TYPE,
            f"{printable(path)} {what}.",
            f"Save it as PDF. Prickfri reads {_KINDS}.",
        )
    kind, text = found
    if not text.strip():
        raise _empty(path, "holds nothing but white space")
    return kind, 1 if kind is MediaType.HTML else len(divide_pages(text))


def _empty(path: Path, what: str) -> SourceError:
    return SourceError(
        FailureReason.EMPTY,
        f"{printable(path)} {what}.",
        "Fetch it anew; it may be a copy cut short.",
    )
