"""Words and images of a PDF page by PDFium, for pages that pdfplumber does not read."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.ingest.page_content import PageContent
from pipeline.model.geometry import Box
from pipeline.model.page import Word

_FINE = 64
"""PDFium gives places as whole numbers: measured on a page so many times enlarged."""
_FORM_DEPTH = 5
_OWN_SIZE = frozenset({"DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode"})
"""Filters whose data tell little of how much is missing by their size."""


@dataclass(slots=True)
class _Growing:
    """A word in the making."""

    letters: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)


def read_page(page: pypdfium2.PdfPage, number: int) -> PageContent:
    """Return what PDFium finds on a page: words and images, no tables."""
    width, height = page.get_size()
    return PageContent(
        number=number,
        width=width,
        height=height,
        words=tuple(_words(page)),
        images=tuple(image_boxes(page)),
    )


def is_text_hidden(page: pypdfium2.PdfPage) -> bool:
    """Tell whether most pieces of text on a page are printed invisibly (render mode 3)."""
    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(text.raw)
        for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_FORM_DEPTH)
    ]
    return 2 * modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def image_boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Return where images stand on a page."""
    return [_seen(page, image.get_bounds()) for image in images(page)]


def images(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """Yield the image objects of a page, those in its forms too."""
    yield from page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH)


def is_image_whole(image: pypdfium2.PdfImage) -> bool:
    """Tell whether an image can be unpacked, and has data for half of its rows at least."""
    try:
        image.get_bitmap(render=False).close()
    except pypdfium2.PdfiumError:
        return False
    if set(image.get_filters()) & _OWN_SIZE:
        return True
    width, height = image.get_px_size()
    needed = width * height * image.get_metadata().bits_per_pixel // 8
    found = int(pdfium.FPDFImageObj_GetImageDataDecoded(image.raw, None, 0))
    return 2 * found >= int(needed)


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    text_page = page.get_textpage()
    try:
        growing = _Growing()
        for index in range(text_page.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
            if not letter.isspace() and letter != "\x00":
                _add(growing, page, text_page, index, letter)
            elif growing.letters:
                yield _word(growing)
                growing = _Growing()
        if growing.letters:
            yield _word(growing)
    finally:
        text_page.close()


def _add(
    growing: _Growing,
    page: pypdfium2.PdfPage,
    text_page: pypdfium2.PdfTextPage,
    index: int,
    letter: str,
) -> None:
    # PDFium gives a hyphen at the end of a line as \x02 or \ufffe.
    growing.letters.append("-" if letter in "\x02\ufffe\u00ad" else letter)
    growing.boxes.append(_seen(page, text_page.get_charbox(index, loose=True)))
    growing.sizes.append(pdfium.FPDFText_GetFontSize(text_page.raw, index))


def _word(growing: _Growing) -> Word:
    box = growing.boxes[0]
    for other in growing.boxes[1:]:
        box = box.union(other)
    return Word("".join(growing.letters), box, font_size=round(max(growing.sizes), 2))


def _seen(page: pypdfium2.PdfPage, bounds: tuple[float, float, float, float]) -> Box:
    """Return a rectangle in PDF space (left, bottom, right, top) as it is seen on the page."""
    left, bottom, right, top = bounds
    xs, ys = zip(*(_point(page, x, y) for x, y in ((left, bottom), (right, top))), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _point(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page.raw,
        0,
        0,
        round(width * _FINE),
        round(height * _FINE),
        0,
        x,
        y,
        across,
        down,
    )
    return across.value / _FINE, down.value / _FINE
