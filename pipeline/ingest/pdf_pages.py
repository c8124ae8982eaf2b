"""Pages of a PDF: plain ones by PDFium alone, others by pdfplumber.

Where that finds nothing, PDFium is asked once more for what there is.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
from pdfplumber.page import Page as PlumberPage

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import pdf_text, pdfium_text
from pipeline.ingest.failing import damaged_as_source_error
from pipeline.ingest.page_content import PageContent
from pipeline.ingest.pdf_file import PdfFile
from pipeline.ingest.plain_pages import read_plain_page
from pipeline.ingest.sound_pages import is_sound
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
    """A PDF opened by several readers, by each when it is first needed."""

    def __init__(self, file: PdfFile, first: int, last: int, stack: ExitStack) -> None:
        self._file = file
        self._path: Path = file.path
        self._numbers = range(first, last + 1)
        self._stack = stack

    @cached_property
    def _pdfium(self) -> pypdfium2.PdfDocument:
        document = pypdfium2.PdfDocument(self._file.source())
        return self._stack.enter_context(closing(document))

    @cached_property
    def _pdfium_without_overlays(self) -> pypdfium2.PdfDocument:
        return self._stack.enter_context(closing(pypdfium2.PdfDocument(self._path)))

    @cached_property
    def _qpdf(self) -> pikepdf.Pdf:
        return self._stack.enter_context(pikepdf.open(self._file.source()))

    @cached_property
    def _plumber_pages(self) -> dict[int, PlumberPage]:
        """The pages that pdfplumber opens; of those it does not, PDFium is asked for each."""
        try:
            with damaged_as_source_error(self._path, "cannot be read"):
                return self._open_pdfplumber()
        except SourceError:
            return {}

    def _open_pdfplumber(self) -> dict[int, PlumberPage]:
        pdf = pdfplumber.open(self._file.source(), pages=list(self._numbers))
        # To close it asks for its pages once more, and fails where they are damaged; until
        # they are known to be well, its stream alone is closed.
        with ExitStack() as on_failure:
            on_failure.callback(pdf.stream.close)
            pages = {page.page_number: page for page in pdf.pages}
            on_failure.pop_all()
        self._stack.enter_context(pdf)
        return pages

    def read(self, number: int) -> PageContent:
        """Return what a page holds, numbered from 1. Raises SourceError if it is lost."""
        content = self._plain(number) or self._by_any(number)
        if content.words and content.image_share >= _LAYER_IMAGE_SHARE:
            with closing(self._pdfium[number - 1]) as page:
                content = replace(content, hidden=pdfium_text.is_text_hidden(page))
            if self._file.overlaid:
                content = replace(content, own_characters=self._count_own(number))
        return content

    def _count_own(self, number: int) -> int | None:
        """Return how many letters a page has without what lies over it; None if it is not known."""
        try:
            with (
                closing(self._pdfium_without_overlays[number - 1]) as page,
                closing(page.get_textpage()) as text,
            ):
                return len("".join(text.get_text_bounded().split()))
        except pypdfium2.PdfiumError:
            return None

    def _plain(self, number: int) -> PageContent | None:
        """Return what a page holds that is plain and sound; None for all others."""
        if self._file.doubt:
            return None
        try:
            with damaged_as_source_error(self._path, "is not plain"):
                if not is_sound(self._qpdf, number):
                    return None
                with closing(self._pdfium[number - 1]) as page:
                    return read_plain_page(page, number)
        except SourceError:
            return None

    def _by_any(self, number: int) -> PageContent:
        dropped = self._has_no_content(number)
        content = self._by_pdfplumber(number)
        if content is None:
            content = self._by_pdfium(number)
            content = replace(content, damaged=content.is_empty)
        elif not content.words and (other := self._by_pdfium(number)).words:
            content = replace(other, drawn=content.drawn, damaged=content.damaged)
        if content.is_empty and (content.damaged or dropped):
            raise self._lost(number)
        return content

    def _has_no_content(self, number: int) -> bool:
        """Tell whether a page of a mended file draws nothing at all, not even nothing.

        qpdf leaves out what it does not find; a blank page has content that is empty.
        """
        if not self._file.doubt or self._file.rewritten is None:
            return False
        page = self._plumber_pages.get(number)
        return page is not None and not page.page_obj.attrs.get("Contents")

    def _lost(self, number: int) -> SourceError:
        return SourceError(
            FailureReason.DAMAGED,
            f"{printable(self._path)} has a page {number} whose content is damaged and lost.",
            "Fetch the file anew, or scan the page again.",
        )

    def _by_pdfplumber(self, number: int) -> PageContent | None:
        page = self._plumber_pages.pop(number, None)
        if page is None:
            return None
        try:
            with damaged_as_source_error(self._path, "has a page that pdfplumber does not read"):
                return pdf_text.read_page(page)
        except SourceError:
            return None
        finally:
            page.close()

    def _by_pdfium(self, number: int) -> PageContent:
        with closing(self._pdfium[number - 1]) as page:
            return pdfium_text.read_page(page, number)
