"""Pages that are one image and nothing else: the image itself is what they show.

Rendering such a page would enlarge or shrink the scan by a pixel here and there, which
blurs it, and takes five times as long as decoding it.
"""

from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.ingest import images, pdfium_text
from pipeline.ingest.pdf_file import PdfFile

_MARGIN = 1.0
"""Points by which the edges of page and image may differ: files round them."""
_SQUARE = 0.01
"""Pixels are square if their sides differ by a smaller share; fax machines' do by half."""
_SPARSE = 64
"""One of so many rows of pixels meets a line of print on any page of them."""
_MASKS = ("/SMask", "/SMaskInData", "/Mask", "/ImageMask")


def scan_of(file: PdfFile, page: pypdfium2.PdfPage, number: int) -> NDArray[np.uint8] | None:
    """Return the grey values of the image that is all that a page shows; None for others.

    `page` is page `number`, from 1, of the file. Text that is printed invisibly, as OCR
    engines do over a scan, does not show. An image of one tone is left to rendering, which
    tells blank paper from damage, and so is what cannot be decoded here.
    """
    image = _only_image(page)
    if image is None or not _fills(image, page):
        return None
    try:
        pixels = None if _is_masked(file, number) else _grey(image)
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        return None
    return pixels if pixels is not None and _has_tones(pixels) else None


def _has_tones(pixels: NDArray[np.uint8]) -> bool:
    """Tell whether not all pixels are the same; some rows of most pages show it."""
    return bool(np.ptp(pixels[::_SPARSE]) or np.ptp(pixels))


def _grey(image: Any) -> NDArray[np.uint8]:  # noqa: ANN401
    bitmap = image.get_bitmap()
    if bitmap.format == pdfium.FPDFBitmap_Gray:
        # A copy, because the bitmap's memory goes with it.
        return np.array(bitmap.to_numpy().reshape(bitmap.height, bitmap.width))
    return images.to_grey(bitmap.to_pil())


def _only_image(page: pypdfium2.PdfPage) -> Any | None:  # noqa: ANN401 (has no type)
    """Return the one image of a page that shows nothing else and is not turned."""
    if page.get_rotation() or pdfium.FPDFPage_GetAnnotCount(page.raw):
        return None
    shown = [thing for thing in page.get_objects(max_depth=1) if not _is_hidden_text(thing)]
    if len(shown) != 1 or shown[0].type != pdfium.FPDF_PAGEOBJ_IMAGE:
        return None
    return None if pdfium.FPDFPageObj_HasTransparency(shown[0].raw) else shown[0]


def _is_hidden_text(thing: Any) -> bool:  # noqa: ANN401
    return bool(
        thing.type == pdfium.FPDF_PAGEOBJ_TEXT
        and pdfium.FPDFTextObj_GetTextRenderMode(thing.raw) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    )


def _fills(image: Any, page: pypdfium2.PdfPage) -> bool:  # noqa: ANN401
    """Tell whether an image lies upright on all of a page, with square pixels."""
    a, b, c, d, _, _ = image.get_matrix().get()
    width, height = page.get_size()
    box = pdfium_text.image_boxes(page)[0]
    gaps = (box.x0, box.y0, box.x1 - width, box.y1 - height)
    columns, rows = image.get_px_size()
    return bool(
        (b, c) == (0, 0)
        and min(a, d, columns, rows) > 0
        and max(map(abs, gaps)) <= _MARGIN
        and abs((columns / a) / (rows / d) - 1) <= _SQUARE
    )


def _is_masked(file: PdfFile, number: int) -> bool:
    """Tell whether the image of a page may show only in part; PDFium does not say."""
    with pikepdf.open(file.source()) as pdf:
        named = pdf.pages[number - 1].resources.get("/XObject", pikepdf.Dictionary())
        # Of several it is not known here which one is drawn.
        return len(named) != 1 or any(mask in one for _, one in named.items() for mask in _MASKS)
