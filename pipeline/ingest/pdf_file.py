"""PDF files that open: as they are, or mended in memory.

No reader opens every PDF. pdfplumber reads text best; PDFium opens some that it does not;
qpdf mends damage that stops both. A file is taken as it is where the first two agree on
its pages; otherwise it is mended, and the version with the most pages is taken.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2

from pipeline.errors import FailureReason, SourceError
from pipeline.text.printable import printable


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that opens. `mended` holds its bytes where the file itself had to be mended."""

    path: Path
    page_count: int
    mended: bytes | None = None

    def source(self) -> Path | BytesIO:
        """Return what readers open."""
        return self.path if self.mended is None else BytesIO(self.mended)


@lru_cache(maxsize=1)
def settle(path: Path, content: str) -> PdfFile:
    """Find out how a PDF can be read, and how many pages it has.

    `content` is the digest of its bytes: the last answer is kept under it, because the
    pages of a file are asked for one after another. Raises SourceError for a file that is
    encrypted, damaged or has no pages.
    """
    plumber, pdfium = _count_by_pdfplumber(path), _count_by_pdfium(path)
    if plumber and plumber == pdfium:
        return PdfFile(path, plumber)
    as_it_is = PdfFile(path, max(plumber or 0, pdfium or 0))
    try:
        mended = _mended(path)
    except pikepdf.PasswordError as error:
        raise _encrypted(path) from error
    except (pikepdf.PdfError, OSError, RuntimeError, ValueError) as error:
        if as_it_is.page_count:
            return as_it_is
        raise _damaged(path) from error
    best = mended if mended.page_count >= as_it_is.page_count else as_it_is
    if not best.page_count:
        raise _without_pages(path)
    return best


def _mended(path: Path) -> PdfFile:
    """Return the PDF as qpdf writes it anew, unlocked where the empty password opens it."""
    written = BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(written, encryption=False)
    data = written.getvalue()
    counts = (_count_by_pdfplumber(BytesIO(data)), _count_by_pdfium(BytesIO(data)))
    return PdfFile(path, max(count or 0 for count in counts), data)


def _count_by_pdfplumber(source: Path | BytesIO) -> int | None:
    try:
        with pdfplumber.open(source) as pdf:
            return len(pdf.pages)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - it fails over bad files in ways it does not name
        return None


def _count_by_pdfium(source: Path | BytesIO) -> int | None:
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        return None
    try:
        return len(document)
    finally:
        document.close()


def _damaged(path: Path) -> SourceError:
    return SourceError(
        FailureReason.DAMAGED,
        f"{printable(path)} begins like a PDF, but no reader opens it.",
        "The file is damaged or cut short; fetch it anew or save it again "
        "from the program that made it.",
    )


def _encrypted(path: Path) -> SourceError:
    return SourceError(
        FailureReason.ENCRYPTED,
        f"{printable(path)} is locked with a password.",
        "Open it with its password and save it without one, then run again.",
    )


def _without_pages(path: Path) -> SourceError:
    return SourceError(
        FailureReason.NO_PAGES,
        f"{printable(path)} is a PDF without a single page.",
        "Check that the program that made it finished; save it again.",
    )
