"""Files made for tests: good ones of every kind, and bad ones that must fail with a reason."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SWEDISH = (
    "Regionen ska stärka kompetensen hos medarbetarna och öka samverkan med kommunerna",
    "Målet är att fler invånare får tillgång till en god och nära vård på lika villkor",
    "Arbetet följs upp varje år och redovisas för styrelsen i samband med årsbokslutet",
    "Ansvaret för genomförandet ligger hos förvaltningen som också föreslår åtgärder",
)
RUINED = (
    "Regionen ska stirka kompetensen hos medarbetarna och éka samverkan med kommunerna",
    "Malet ar att fler invanare far tillging till en god och nira vard pa lika villkor",
    "Arbetet féljs upp varje ar och redovisas fér styrelsen i samband med drsbokslutet",
    "Ansvaret fér genomférandet ligger hos férvaltningen som ocksd féreslir dtgirder",
)
ENGLISH = (
    "The purpose of this strategy is to provide guidance for the international work",
    "It describes the priorities and the methods that should be used to reach the goals",
    "The strategy also clarifies who is responsible within the organisation and when",
    "The work is followed up every year and the results are reported to the council",
)


def pdf_bytes(*pages: tuple[str, ...], image: Image.Image | None = None, mode: int = 0) -> bytes:
    """Return a PDF with a page for each tuple of lines, over a full-page image if given.

    `mode` is the text render mode; 3 is invisible.
    """
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    for lines in pages:
        if image is not None:
            canvas.drawImage(ImageReader(image), 0, 0, *A4)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(mode)
        text.setFont("Helvetica", 11)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def changed(data: bytes, **attributes: object) -> bytes:
    """Return a PDF whose first page has other attributes (Rotate, MediaBox, CropBox)."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for name, value in attributes.items():
            pdf.pages[0].obj[pikepdf.Name("/" + name)] = value
        made = BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def encrypted(data: bytes, user: str) -> bytes:
    """Return a PDF that opens with the password `user`."""
    with pikepdf.open(BytesIO(data)) as pdf:
        made = BytesIO()
        pdf.save(made, encryption=pikepdf.Encryption(owner="owner", user=user))
    return made.getvalue()


def pageless() -> bytes:
    """Return a PDF with no page."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(made)
    return made.getvalue()


def paper(width: int = 827, height: int = 1169) -> Image.Image:
    """Return a grey page image with some ink, A4 at 100 dpi."""
    pixels = np.full((height, width), 255, np.uint8)
    pixels[100:110, 100:700:3] = 0
    return Image.fromarray(pixels)


def write(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path
