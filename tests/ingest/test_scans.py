"""Pages that are one image: their own pixels, as rendering shows them."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest.pdf_file import PdfFile
from pipeline.ingest.scans import scan_of
from tests.ingest import making

_DPI = 200
_SIZE = (400, 600)
_PAPER = (_SIZE[0] * 72 / _DPI, _SIZE[1] * 72 / _DPI)


def _picture(mode: str) -> Image.Image:
    squares = np.random.default_rng(1).integers(0, 255, (30, 20, 3))
    picture = Image.fromarray(np.kron(squares, np.ones((20, 20, 1))).astype(np.uint8))
    return picture.convert(mode)


def _canvas(made: BytesIO) -> Canvas:
    canvas = Canvas(made, pagesize=_PAPER)
    canvas.drawImage(ImageReader(_picture("L")), 0, 0, *_PAPER)
    return canvas


def _scan(path: Path) -> tuple[np.ndarray | None, np.ndarray]:
    """Return a page's own image, if it is one, and the page as rendered."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        rendered = page.render(scale=_DPI / 72, grayscale=True).to_numpy()
        scan = scan_of(PdfFile(path, 1), page, 1)
        return scan, np.array(rendered.reshape(rendered.shape[:2]))


@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P", "CMYK"])
def test_a_scan_is_what_rendering_shows(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "scan.pdf"
    _picture(mode).save(path, "PDF", resolution=_DPI)
    scan, rendered = _scan(path)
    assert scan is not None
    assert scan.shape == rendered.shape
    assert np.abs(scan.astype(int) - rendered).max() <= 3


def test_a_scan_with_a_single_dark_row_is_no_blank_paper(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    pixels = np.full(_SIZE[::-1], 255, np.uint8)
    Image.fromarray(pixels).save(path, "PDF", resolution=_DPI)
    assert _scan(path)[0] is None
    pixels[90] = 0
    Image.fromarray(pixels).convert("1").save(path, "PDF", resolution=_DPI)
    scan, _ = _scan(path)
    assert scan is not None
    assert (scan[90] == 0).all()


def test_inverted_values_are_turned_back(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    _picture("L").save(path, "PDF", resolution=_DPI)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        (image,) = pdf.pages[0].resources["/XObject"].values()
        image.Decode = pikepdf.Array([1, 0])
        pdf.save(path)
    scan, rendered = _scan(path)
    assert scan is not None
    assert np.abs(scan.astype(int) - rendered).max() <= 3


def test_text_that_does_not_show_is_no_obstacle(tmp_path: Path) -> None:
    made = BytesIO()
    canvas = _canvas(made)
    text = canvas.beginText(20, 20)
    text.setTextRenderMode(3)
    text.textOut("Internationell strategi")
    canvas.drawText(text)
    canvas.save()
    scan, rendered = _scan(making.write(tmp_path / "scan.pdf", made.getvalue()))
    assert scan is not None
    assert (scan == rendered).all()


@pytest.mark.parametrize(
    "obstacle",
    ["text", "drawing", "second image", "turned", "mirrored", "margin", "uneven", "annotation"],
)
def test_a_page_that_shows_more_or_shows_it_otherwise_is_rendered(
    tmp_path: Path, obstacle: str
) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=_PAPER) if obstacle in _PLACED else _canvas(made)
    _put(canvas, obstacle)
    canvas.save()
    scan, _ = _scan(making.write(tmp_path / "scan.pdf", made.getvalue()))
    assert scan is None


_PLACED = ("turned", "mirrored", "margin", "uneven")


def _put(canvas: Canvas, obstacle: str) -> None:
    width, height = _PAPER
    picture = ImageReader(_picture("L"))
    match obstacle:
        case "text":
            canvas.drawString(20, 20, "Diarienummer 12")
        case "drawing":
            canvas.rect(20, 20, 40, 10)
        case "second image":
            canvas.drawImage(picture, 20, 20, 30, 30)
        case "turned":
            canvas.translate(width, 0)
            canvas.rotate(90)
            canvas.drawImage(picture, 0, 0, height, width)
        case "mirrored":
            canvas.translate(width, 0)
            canvas.scale(-1, 1)
            canvas.drawImage(picture, 0, 0, width, height)
        case "margin":
            canvas.drawImage(picture, 20, 20, width - 40, height - 60)
        case "uneven":
            canvas.drawImage(ImageReader(_picture("L").resize((400, 300))), 0, 0, width, height)
        case "annotation":
            canvas.linkURL("https://example.org", (20, 20, 60, 40))


@pytest.mark.parametrize("paper", ["see-through", "one tone"])
def test_an_image_that_may_not_be_all_is_rendered(tmp_path: Path, paper: str) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=_PAPER)
    image = _picture("RGB")
    if paper == "see-through":
        image.putalpha(_picture("L"))
    else:
        image = Image.new("RGB", _SIZE, "white")
    canvas.drawImage(ImageReader(image), 0, 0, *_PAPER, mask="auto")
    canvas.save()
    scan, _ = _scan(making.write(tmp_path / "scan.pdf", made.getvalue()))
    assert scan is None
