"""Pages as pixels, at a resolution fit for the scan."""

import math
from contextlib import closing
from pathlib import Path

import numpy as np
import pypdfium2

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import images, pdf_file, pdfium_text
from pipeline.ingest.failing import damaged_as_source_error
from pipeline.ingest.scans import scan_of
from pipeline.ingest.unchanged import check_unchanged
from pipeline.model.raster import Raster
from pipeline.model.source import Document, MediaType
from pipeline.text.printable import printable

_DOMINATING = 0.5
"""An image on more of the page than this decides the resolution."""
_LEAST_DPI = 100


def render_page(document: Document, page_number: int, max_dpi: int, max_pixels: int) -> Raster:
    """Return a page as grey pixels, turned as its file says, at `max_dpi` at the most.

    A PDF page that is a scan is given at the scan's own resolution, as the very pixels of
    its image where it shows nothing else: pixels that were never scanned make engines read
    worse. A page without an image is rendered at `max_dpi`,
    at less where it would have more than `max_pixels`. Raises SourceError for a page that
    cannot be rendered, or whose images have more pixels than are allowed.
    """
    check_unchanged(document)
    path = Path(document.path)
    match document.media_type:
        case MediaType.PDF:
            return _render_pdf(document, page_number, max_dpi, max_pixels)
        case MediaType.TIFF | MediaType.PNG | MediaType.JPEG:
            return images.render_frame(path, document.media_type, page_number, max_dpi, max_pixels)
    raise ValueError(f"{document.media_type} has no page image")


def _render_pdf(document: Document, number: int, max_dpi: int, max_pixels: int) -> Raster:
    path = Path(document.path)
    file = pdf_file.settle_document(document)
    with (
        damaged_as_source_error(path, f"has a page {number} that cannot be rendered"),
        closing(pypdfium2.PdfDocument(file.source())) as pdf,
        closing(pdf[number - 1]) as page,
    ):
        scan_dpi = _scan_dpi(path, page, max_pixels)
        if scan_dpi is not None and (scan := scan_of(file, page, number)) is not None:
            return images.at_most(Raster(scan, scan_dpi), max_dpi)
        dpi = _fitting_dpi(path, page, _chosen_dpi(scan_dpi, max_dpi), max_pixels)
        bitmap = page.render(scale=dpi / 72, grayscale=True, force_halftone=True)
        # A copy, because the bitmap's memory goes with the page.
        pixels = _grey(bitmap.to_numpy())
        if scan_dpi is not None and pixels.min() == pixels.max():
            _check_images(path, number, page)
        return Raster(pixels, dpi)


def _check_images(path: Path, number: int, page: pypdfium2.PdfPage) -> None:
    """Raise SourceError where a page shows nothing because an image of it is damaged."""
    if not all(map(pdfium_text.is_image_whole, pdfium_text.images(page))):
        raise SourceError(
            FailureReason.DAMAGED,
            f"{printable(path)} has a page {number} whose image is damaged and shows nothing.",
            "Fetch the file anew, or scan the page again.",
        )


def _grey(pixels: np.ndarray) -> np.ndarray:
    flat = pixels[:, :, 0] if pixels.ndim == 3 else pixels
    return np.array(flat, dtype=np.uint8)


def _scan_dpi(path: Path, page: pypdfium2.PdfPage, max_pixels: int) -> float | None:
    """Return the resolution of the image that dominates a page; None where none does."""
    width, height = page.get_size()
    found = None
    largest = _DOMINATING * width * height
    for image, box in zip(pdfium_text.images(page), pdfium_text.image_boxes(page), strict=True):
        columns, rows = image.get_px_size()
        images.check_pixels(path, columns, rows, max_pixels)
        if box.width * box.height >= largest:
            largest = box.width * box.height
            # An image may be placed turned; its area does not change by that.
            found = 72 * math.sqrt(columns * rows / largest)
    return found


def _chosen_dpi(scan_dpi: float | None, max_dpi: int) -> float:
    return float(max_dpi) if scan_dpi is None else min(float(max_dpi), scan_dpi)


def _fitting_dpi(path: Path, page: pypdfium2.PdfPage, dpi: float, max_pixels: int) -> float:
    """Return a resolution at which the page has no more pixels than are allowed."""
    width, height = page.get_size()
    most = 72 * math.sqrt(max_pixels / max(width * height, 1.0))
    if most < min(dpi, _LEAST_DPI):
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"{printable(path)} has a page of {width / 28.35:.0f} × {height / 28.35:.0f} cm, "
            "too large to be read as an image.",
            "Divide the page, or raise max_pixels in the settings.",
        )
    # Whole pixels may add a row and a column.
    return min(dpi, most * 0.999)
