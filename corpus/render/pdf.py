"""Writing PDF: typeset plans, page images, and page images under a text layer.

All output is deterministic: no dates, no random ids.
"""

import io
from collections.abc import Sequence
from typing import Final, Literal

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from corpus.render.fonts import load_font
from corpus.render.images import GrayImage, group4, jpeg_file
from corpus.render.printed import PrintedPage, Typeset
from corpus.render.style import A4_HEIGHT, A4_WIDTH
from pipeline.model.page import Line

Encoding = Literal["jpeg", "g4"]

_RULE_WIDTH: Final = 0.5
_POINTS: Final = 72


def to_pdf(typeset: Typeset, title: str = "", slant: float = 0.0) -> bytes:
    """Return a PDF with the lines as text and the rules of tables as lines.

    `slant` turns each page about its middle, in degrees, positive counter-clockwise.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(A4_WIDTH, A4_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    for page in typeset.pages:
        if slant:
            _turn(canvas, page, slant)
        _draw_page(canvas, page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _turn(canvas: Canvas, page: PrintedPage, slant: float) -> None:
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(slant)
    canvas.translate(-page.width / 2, -page.height / 2)


def _draw_page(canvas: Canvas, page: PrintedPage) -> None:
    canvas.setLineWidth(_RULE_WIDTH)
    for rule in page.rules:
        canvas.line(rule.x0, page.height - rule.y0, rule.x1, page.height - rule.y1)
    for line in page.lines:
        for run in line.runs:
            canvas.setFont(run.font.name, run.font.size)
            canvas.drawString(run.x, page.height - run.baseline, run.text)


def lines_to_pdf(pages: Sequence[Sequence[Line]], typeface: str, title: str = "") -> bytes:
    """Return a PDF that prints lines as they were read, where they were read, and no image.

    The words need boxes; each line is printed at the height of its words.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(A4_WIDTH, A4_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    for lines in pages:
        for line in lines:
            _draw_read_line(canvas, line, typeface)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_read_line(canvas: Canvas, line: Line, typeface: str) -> None:
    assert line.box is not None
    font = load_font(typeface, 10.0)
    width = font.measure(line.text)
    # As wide as the line was on the page, so that columns and margins stay where they were.
    size = min(max(10.0 * line.box.width / width, 6.0), 20.0) if width else 10.0
    canvas.setFont(font.name, size)
    canvas.drawString(line.box.x0, A4_HEIGHT - line.box.y1, line.text)


def images_to_pdf(
    images: Sequence[GrayImage],
    dpi: int,
    encoding: Encoding = "jpeg",
    quality: int = 50,
    layers: Sequence[Sequence[Line]] = (),
) -> bytes:
    """Return a PDF of one image a page, as scanners write it.

    `g4` makes the images black and white. `layers`, one for each image, are drawn over them
    as invisible text, each word in its box.
    """
    pdf = pikepdf.new()
    for number, image in enumerate(images):
        layer = layers[number] if layers else ()
        _add_image_page(pdf, image, dpi, _image_object(pdf, image, encoding, quality), layer)
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def join_pdf_pages(pages: Sequence[tuple[bytes, int]]) -> bytes:
    """Return a PDF of pages taken from others, each as (PDF, page from 0)."""
    joined = pikepdf.new()
    opened: dict[bytes, pikepdf.Pdf] = {}
    for data, place in pages:
        if data not in opened:
            opened[data] = pikepdf.open(io.BytesIO(data))
        joined.pages.append(opened[data].pages[place])
    buffer = io.BytesIO()
    joined.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _image_object(
    pdf: pikepdf.Pdf, image: GrayImage, encoding: Encoding, quality: int
) -> pikepdf.Stream:
    height, width = image.shape
    stream = pikepdf.Stream(
        pdf, jpeg_file(image, quality, _POINTS) if encoding == "jpeg" else group4(image)
    )
    stream.Type = pikepdf.Name.XObject
    stream.Subtype = pikepdf.Name.Image
    stream.Width, stream.Height = width, height
    stream.ColorSpace = pikepdf.Name.DeviceGray
    if encoding == "jpeg":
        stream.BitsPerComponent = 8
        stream.Filter = pikepdf.Name.DCTDecode
    else:
        stream.BitsPerComponent = 1
        stream.Filter = pikepdf.Name.CCITTFaxDecode
        # The TIFF encoder calls its 1 bits black, and 1 is white in our images.
        stream.DecodeParms = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    return stream


def _add_image_page(
    pdf: pikepdf.Pdf, image: GrayImage, dpi: int, xobject: pikepdf.Stream, layer: Sequence[Line]
) -> None:
    height, width = (side * _POINTS / dpi for side in image.shape)
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Im0=pdf.make_indirect(xobject)),
        Font=pikepdf.Dictionary(F0=_helvetica()),
    )
    drawn = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im0 Do Q\n".encode("ascii")
    page.Contents = pdf.make_stream(drawn + _invisible_text(layer, height))


def _helvetica() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def _invisible_text(lines: Sequence[Line], page_height: float) -> bytes:
    """Return drawing commands that put each word in its box, in render mode 3 (invisible)."""
    if not lines:
        return b""
    commands = [b"BT 3 Tr"]
    for word in (word for line in lines for word in line.words):
        assert word.box is not None
        size = max(word.box.height, 1.0)
        place = f"1 0 0 1 {word.box.x0:.2f} {page_height - word.box.y1:.2f} Tm"
        commands.append(f"/F0 {size:.2f} Tf {place}".encode("ascii"))
        commands.append(b"(" + _escaped(f"{word.text} ") + b") Tj")
    return b"\n".join((*commands, b"ET"))


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
