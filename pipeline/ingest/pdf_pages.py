"""Pages of a PDF: by pdfplumber, or by PDFium where that finds nothing."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import pdf_text, pdfium_text
from pipeline.ingest.failing import damaged_as_source_error
from pipeline.ingest.page_content import PageContent
from pipeline.ingest.pdf_file import PdfFile
from pipeline.text.printable import printable

_LAYER_IMAGE_SHARE = 0.2
"""Images on less of the page are figures; whether text hides behind them is not asked."""


def read_contents(file: PdfFile, first: int, last: int) -> Iterator[PageContent | SourceError]:
    """Yield what pages `first` to `last` hold, or why one of them does not come through."""
    with ExitStack() as stack:
        readers = _Readers(file, first, last, stack)
        for number in range(first, last + 1):
            try:
                with damaged_as_source_error(
                    file.path, f"has a page {number} that no reader opens"
                ):
                    yield readers.read(number)
            except SourceError as error:
                yield error


class _Readers:
    """A PDF opened by pdfplumber, and by PDFium when it is first needed."""

    def __init__(self, file: PdfFile, first: int, last: int, stack: ExitStack) -> None:
        self._path: Path = file.path
        self._source = file.source
        self._is_mended = file.mended is not None
        self._stack = stack
        self._pdfium: pypdfium2.PdfDocument | None = None
        self._plumber: PDF | None = None
        self._pages: dict[int, PlumberPage] = {}
        try:
            with damaged_as_source_error(file.path, "cannot be read"):
                self._open_pdfplumber(list(range(first, last + 1)))
        except SourceError:
            self._pages = {}  # PDFium is asked for each of them

    def _open_pdfplumber(self, numbers: list[int]) -> None:
        pdf = pdfplumber.open(self._source(), pages=numbers)
        # To close it asks for its pages once more, and fails where they are damaged; until
        # they are known to be well, its stream alone is closed.
        with ExitStack() as on_failure:
            on_failure.callback(pdf.stream.close)
            self._pages = {page.page_number: page for page in pdf.pages}
            on_failure.pop_all()
        self._plumber = self._stack.enter_context(pdf)

    def read(self, number: int) -> PageContent:
        """Return what a page holds, numbered from 1. Raises SourceError if it is lost."""
        dropped = self._has_no_content(number)
        content = self._by_pdfplumber(number)
        if content is None:
            content = self._by_pdfium(number)
            content = replace(content, damaged=content.is_empty)
        elif not content.words and (other := self._by_pdfium(number)).words:
            content = replace(other, drawn=content.drawn, damaged=content.damaged)
        if content.is_empty and (content.damaged or dropped):
            raise self._lost(number)
        if content.words and content.image_share >= _LAYER_IMAGE_SHARE:
            with closing(self._open_pdfium()[number - 1]) as page:
                content = replace(content, hidden=pdfium_text.is_text_hidden(page))
        return content

    def _has_no_content(self, number: int) -> bool:
        """Tell whether a page of a mended file draws nothing at all, not even nothing.

        qpdf leaves out what it does not find; a blank page has content that is empty.
        """
        page = self._pages.get(number)
        return self._is_mended and page is not None and not page.page_obj.attrs.get("Contents")

    def _lost(self, number: int) -> SourceError:
        return SourceError(
            FailureReason.DAMAGED,
            f"{printable(self._path)} has a page {number} whose content is damaged and lost.",
            "Fetch the file anew, or scan the page again.",
        )

    def _by_pdfplumber(self, number: int) -> PageContent | None:
        page = self._pages.pop(number, None)
        if page is None or self._plumber is None:
            return None
        try:
            with damaged_as_source_error(self._path, "has a page that pdfplumber does not read"):
                return pdf_text.read_page(self._plumber, page)
        except SourceError:
            return None
        finally:
            page.close()

    def _by_pdfium(self, number: int) -> PageContent:
        with closing(self._open_pdfium()[number - 1]) as page:
            return pdfium_text.read_page(page, number)

    def _open_pdfium(self) -> pypdfium2.PdfDocument:
        if self._pdfium is None:
            self._pdfium = self._stack.enter_context(closing(pypdfium2.PdfDocument(self._source())))
        return self._pdfium
