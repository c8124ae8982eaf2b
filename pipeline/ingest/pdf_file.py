"""PDF files that open: as they are, or written anew in memory.

No reader opens every PDF. pdfplumber reads text best; PDFium opens some that it does not;
qpdf mends damage that stops both. A file is taken as it is where the first two agree on
its pages; otherwise it is mended, and the version with the most pages that open is taken.
Where nothing leads to the pages any more, those that are left are put together.
Text that lies over the pages is made part of them first, for none of them reads it.
"""

import warnings
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest.overlays import print_overlays
from pipeline.ingest.page_salvage import CUT_OFF, salvage_pages
from pipeline.model.source import Document, Note
from pipeline.text.printable import printable

_FAILURES = (pikepdf.PdfError, OSError, RuntimeError, ValueError)
"""What qpdf fails with over files that it cannot read or write."""
_LOCK = "encryption dictionary"
"""Where qpdf meets what it does not know in a PDF that is locked in a way of its own."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that opens.

    `rewritten` holds its bytes where the file itself had to be mended, or its overlaid text
    to be made part of its pages, which `overlaid` tells. `doubt` tells a person what was not
    as it should be, and what was done; it is empty where two readers agreed.
    """

    path: Path
    page_count: int
    rewritten: bytes | None = None
    doubt: str = ""
    overlaid: bool = False

    def source(self) -> Path | BytesIO:
        """Return what readers open."""
        return self.path if self.rewritten is None else BytesIO(self.rewritten)


def settle_document(document: Document) -> PdfFile:
    """Find out how a PDF that was taken in can be read. Raises what `settle` does."""
    overlaid = Note.OVERLAID_TEXT in document.notes
    return settle(Path(document.path), document.sha256, overlaid=overlaid)


@lru_cache(maxsize=1)
def settle(path: Path, content: str, *, overlaid: bool) -> PdfFile:
    """Find out how a PDF can be read, and how many pages it has.

    `content` is the digest of its bytes: the last answer is kept under it, because the
    pages of a file are asked for one after another. `overlaid` tells that text lies over its
    pages, which is made part of them; their number stays. Raises SourceError for a file that
    is encrypted, damaged or has no pages.
    """
    file = _settled(path)
    return _with_overlays(file) if overlaid else file


def _settled(path: Path) -> PdfFile:
    """Return a PDF as it is, or mended where that has more pages."""
    plumber, second = _count_by_pdfplumber(path), _count_by_pdfium(path)
    if plumber and plumber == second:
        return PdfFile(path, plumber)
    doubt = f"pdfplumber {_said(plumber)}, PDFium {_said(second)}: "
    count = max(plumber or 0, _count_opening(path))
    as_it_is = PdfFile(path, count, doubt=f"{doubt}file taken as it is")
    failure: Exception | None = None
    try:
        mended = _rewritten(replace(as_it_is, doubt=f"{doubt}file mended by qpdf"))
    except pikepdf.PasswordError as error:
        raise _encrypted(path) from error
    except _FAILURES as error:
        mended, failure = as_it_is, error
    best = mended if mended.page_count >= as_it_is.page_count else as_it_is
    best = best if best.page_count else _put_together(replace(as_it_is, doubt=doubt))
    if best.page_count:
        return best
    if failure is None:
        raise _without_pages(path)
    raise (_encrypted(path) if _LOCK in str(failure) else _damaged(path)) from failure


def _said(count: int | None) -> str:
    return "does not open it" if count is None else f"counts {count} pages"


def _with_overlays(file: PdfFile) -> PdfFile:
    """Return a file with its overlaid text as part of its pages, else with the doubt added."""
    try:
        printed = _rewritten(file, overlaid=True)
    except _FAILURES:
        printed = None
    if printed is not None and printed.page_count == file.page_count:
        return printed
    doubts = (file.doubt, "text of form fields, notes and stamps could not be read")
    return replace(file, doubt="; ".join(filter(None, doubts)))


def _rewritten(file: PdfFile, *, overlaid: bool = False) -> PdfFile:
    """Return the PDF as qpdf writes it anew, unlocked where the empty password opens it."""
    data = (file.rewritten or file.path.read_bytes()) + CUT_OFF
    # Without an end, qpdf loses the last object of a file that was cut right after it.
    with pikepdf.open(BytesIO(data + b"%%EOF\n")) as pdf:
        if overlaid:
            print_overlays(pdf)
        return replace(_as_saved(file, pdf), overlaid=overlaid)


def _put_together(file: PdfFile) -> PdfFile:
    """Return the pages that are left of a PDF in which nothing leads to them; none, as it is."""
    try:
        pdf = salvage_pages(file.path.read_bytes())
        if pdf is None:
            return file
        with pdf:
            doubt = f"{file.doubt}pages put together from what is left of the file"
            return _as_saved(replace(file, doubt=doubt), pdf)
    except _FAILURES:
        return file


def _as_saved(file: PdfFile, pdf: pikepdf.Pdf) -> PdfFile:
    """Return the file as qpdf saves it, with as many pages as a reader finds in that."""
    written = BytesIO()
    _save(pdf, written)
    data = written.getvalue()
    counts = (_count_by_pdfplumber(BytesIO(data)), _count_by_pdfium(BytesIO(data)))
    count = max(count or 0 for count in counts)
    return replace(file, page_count=count, rewritten=data)


def _save(pdf: pikepdf.Pdf, target: BytesIO) -> None:
    with warnings.catch_warnings():
        # Of fields that no form has: what they show is on the pages, or nothing.
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        # Streams stay as they are packed: unpacked as far as they go, they would look whole.
        as_packed = pikepdf.StreamDecodeLevel.none
        pdf.save(target, encryption=False, compress_streams=False, stream_decode_level=as_packed)


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
        with closing(pypdfium2.PdfDocument(source)) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return None


def _count_opening(path: Path) -> int:
    """Return how many pages PDFium opens: a file may claim more than it has."""
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            return sum(_opens(document, index) for index in range(len(document)))
    except pypdfium2.PdfiumError:
        return 0


def _opens(document: pypdfium2.PdfDocument, index: int) -> bool:
    try:
        document[index].close()
    except pypdfium2.PdfiumError:
        return False
    return True


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
        f"{printable(path)} is locked with a password or a certificate.",
        "Open it with its password and save it without one, then run again.",
    )


def _without_pages(path: Path) -> SourceError:
    return SourceError(
        FailureReason.NO_PAGES,
        f"{printable(path)} is a PDF without a single page.",
        "Check that the program that made it finished; save it again.",
    )
