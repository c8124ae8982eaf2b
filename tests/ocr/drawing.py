"""Page images for the tests of OCR, drawn with PDFium's own fonts: none need be installed."""

import io

import cv2
import numpy as np
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from pipeline.model.raster import Raster

A4 = (595.0, 842.0)
LINES = (
    "Regionens mål för år 2026 är öppenhet.",
    "Åtgärder på Öland följs upp av nämnden,",
    "och medel söks tillsammans med länets",
    "kommuner för att nå målen i strategin.",
    "Även näringslivet bjuds in till samråd.",
)
ROWS = (
    ("Insats", "Effekt"),
    ("Resor till Bryssel", "Nya nätverk"),
    ("Kurser", "Bättre ansökningar"),
)
LEFT, TOP, WIDTH, HEIGHT = 72, 120, 160, 24


def draw(
    lines: tuple[str, ...] = LINES, dpi: int = 150, size: tuple[float, float] = A4, left: float = 72
) -> Raster:
    """Return an image of lines set in 12-point Times, the first baseline at 100 points."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    canvas.setFont("Times-Roman", 12)
    for number, line in enumerate(lines):
        canvas.drawString(left, size[1] - 100 - 18 * number, line)
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        pixels = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    return Raster(np.ascontiguousarray(pixels.reshape(pixels.shape[:2])), dpi)


def blank(dpi: int = 150, size: tuple[float, float] = A4) -> Raster:
    """Return an image of white paper."""
    return draw((), dpi, size)


def turned(raster: Raster, degrees: int) -> Raster:
    """Return the image turned clockwise by quarters."""
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, -degrees // 90)), raster.dpi)


def slanted(raster: Raster, degrees: float) -> Raster:
    """Return the image turned clockwise about its middle by a few degrees."""
    height, width = raster.pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    pixels = cv2.warpAffine(raster.pixels, turn, (width, height), borderValue=255.0)
    return Raster(pixels.astype(np.uint8), raster.dpi)


def table(dpi: int, rows: tuple[tuple[str, ...], ...] = ROWS, width: float = WIDTH) -> Raster:
    """Return an image of a ruled table whose top left corner is at (72, 120) points."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Times-Roman", 11)
    canvas.setLineWidth(0.5)
    right, bottom = LEFT + width * len(rows[0]), TOP + HEIGHT * len(rows)
    for number in range(len(rows) + 1):
        y = A4[1] - TOP - number * HEIGHT
        canvas.line(LEFT, y, right, y)
    for number in range(len(rows[0]) + 1):
        x = LEFT + number * width
        canvas.line(x, A4[1] - TOP, x, A4[1] - bottom)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            canvas.drawString(LEFT + column * width + 4, A4[1] - TOP - number * HEIGHT - 16, text)
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        pixels = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    return Raster(np.ascontiguousarray(pixels.reshape(pixels.shape[:2])), dpi)
