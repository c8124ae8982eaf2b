"""PDFs written object by object, so that each of them can be wrong."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "Regionen stärker samverkan med kommunerna och följer upp målen varje år",
    "Ansvaret för genomförandet ligger hos förvaltningen som föreslår åtgärder",
)
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)
TEXT = b"BT /F1 12 Tf 72 700 Td (%s) Tj 0 -16 Td (%s) Tj ET" % tuple(
    line.encode("cp1252") for line in LINES
)


def plan(pages: int = 1) -> bytes:
    """Return a good PDF of so many pages."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(72, 760, f"Handlingsplan, sida {number}")
        for row, line in enumerate(LINES):
            canvas.drawString(72, 700 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object of packed or plain bytes."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of objects numbered from 1, the first of which is the catalog."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(made)


def one_page(
    *,
    catalog: bytes = CATALOG,
    pages: bytes = PAGES,
    page: bytes = PAGE,
    content: bytes | None = None,
    font: bytes = FONT,
    more: Iterable[bytes] = (),
) -> bytes:
    """Return a PDF of one page; `more` are objects from number 6 on."""
    return pdf([catalog, pages, page, stream(TEXT) if content is None else content, font, *more])
