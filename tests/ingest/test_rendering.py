"""Pages as pixels: the right way up, at a fit resolution, within bounds."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import read_pages, render_page, take_in
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision
from pipeline.model.raster import Raster
from tests.bad_inputs.raw_pdf import PAGE, one_page, stream
from tests.ingest import making

CONFIG = IngestConfig()
MANY = 10**9


def _render(path: Path, number: int = 1, max_dpi: int = 300, max_pixels: int = MANY) -> Raster:
    return render_page(take_in(path, CONFIG), number, max_dpi, max_pixels)


def _saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("scan_dpi", "max_dpi", "expected"),
    [(300, 300, 300), (250, 300, 250), (150, 300, 150), (100, 300, 100), (600, 300, 300)],
)
def test_a_scan_is_rendered_at_its_own_resolution(
    tmp_path: Path, scan_dpi: int, max_dpi: int, expected: int
) -> None:
    size = (round(A4[0] * scan_dpi / 72), round(A4[1] * scan_dpi / 72))
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("1", size, 1)), 0, 0, *A4)
    canvas.save()
    raster = _render(making.write(tmp_path / "scan.pdf", made.getvalue()), max_dpi=max_dpi)
    assert raster.dpi == pytest.approx(expected, rel=0.01)
    assert raster.pixels.shape[1] == pytest.approx(A4[0] * raster.dpi / 72, abs=2)
    assert raster.pixels.min() == 255


def test_a_page_of_text_is_rendered_at_most(tmp_path: Path) -> None:
    path = making.write(tmp_path / "plan.pdf", making.pdf_bytes(making.SWEDISH))
    raster = _render(path, max_dpi=200)
    assert raster.dpi == 200
    ink = np.argwhere(raster.pixels < 128)
    assert ink.min(axis=0) * 72 / 200 == pytest.approx((A4[1] - 700 - 8, 72), abs=3)
    assert raster.pixels.flags.owndata


def test_a_page_follows_its_rotation(tmp_path: Path) -> None:
    data = making.changed(making.pdf_bytes(making.SWEDISH), Rotate=90)
    raster = _render(making.write(tmp_path / "plan.pdf", data), max_dpi=72)
    assert raster.pixels.shape in ((596, 842), (595, 842))


def test_bounds_lower_the_resolution_or_refuse(tmp_path: Path) -> None:
    path = making.write(tmp_path / "plan.pdf", making.pdf_bytes(making.SWEDISH))
    raster = _render(path, max_pixels=2_000_000)
    assert raster.pixels.size <= 2_010_000
    assert 100 < raster.dpi < 300
    with pytest.raises(SourceError, match="21 × 30 cm") as caught:
        _render(path, max_pixels=500_000)
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_an_image_in_a_page_is_bounded(tmp_path: Path) -> None:
    data = making.pdf_bytes((), image=Image.new("1", (3000, 3000), 1))
    with pytest.raises(SourceError, match="3000 × 3000") as caught:
        _render(making.write(tmp_path / "scan.pdf", data), max_pixels=8_000_000)
    assert caught.value.reason is FailureReason.TOO_LARGE


def _gradient(mode: str) -> Image.Image:
    """Return black, middle grey and white columns in a mode of Pillow's."""
    grey = Image.fromarray(np.repeat(np.array([[0, 128, 255]], np.uint8), 3, axis=0))
    if mode == "I;16":
        return Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    if mode == "RGBA":
        clear = grey.convert("RGBA")
        clear.putpixel((2, 0), (0, 0, 0, 0))
        return clear
    return grey.convert(mode)


@pytest.mark.parametrize("suffix", ["png", "tif"])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "F"])
def test_every_kind_of_pixel_becomes_grey(tmp_path: Path, mode: str, suffix: str) -> None:
    if suffix == "png" and mode in ("CMYK", "F"):
        pytest.skip("PNG has no such pixels")
    path = _saved(tmp_path / f"scan.{suffix}", _gradient(mode), dpi=(1, 1))
    pixels = _render(path).pixels
    assert pixels.dtype == np.uint8
    assert pixels[0, 0] <= 2
    assert pixels[0, 2] >= 253
    if mode != "1":
        assert pixels[1, 1] == pytest.approx(128, abs=3)


def test_a_photographed_page_follows_its_orientation(tmp_path: Path, lexicon: Lexicon) -> None:
    image = Image.new("L", (300, 200), 255)
    image.paste(0, (0, 0, 30, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn 90 degrees clockwise to see it
    path = _saved(tmp_path / "photo.jpg", image, exif=exif, dpi=(72, 72))
    raster = _render(path)
    assert raster.pixels.shape == (300, 200)
    assert raster.pixels[5, 195] < 50
    (page,) = read_pages(take_in(path, CONFIG), 1, 1, lexicon, CONFIG).pages
    assert (page.width_pt, page.height_pt) == (200, 300)
    assert page.decision is Decision.READ_IMAGE


def test_frames_of_a_tiff_are_pages(tmp_path: Path, lexicon: Lexicon) -> None:
    frames = [Image.new("L", (850, 1100), shade) for shade in (0, 100, 200)]
    path = tmp_path / "scan.tif"
    frames[0].save(path, save_all=True, append_images=frames[1:], dpi=(100, 100))
    assert [_render(path, number).pixels[9, 9] for number in (1, 2, 3)] == [0, 100, 200]
    reading = read_pages(take_in(path, CONFIG), 2, 3, lexicon, CONFIG)
    assert [(page.number, page.width_pt, page.height_pt) for page in reading.pages] == [
        (2, 612, 792),
        (3, 612, 792),
    ]


@pytest.mark.parametrize("dpi", [None, (72, 72), (1, 1), (9999, 9999)])
def test_a_resolution_that_cannot_be_makes_the_page_a4(
    tmp_path: Path, lexicon: Lexicon, dpi: tuple[int, int] | None
) -> None:
    options = {"dpi": dpi} if dpi else {}
    path = _saved(tmp_path / "scan.png", Image.new("L", (2480, 3508)), **options)
    (page,) = read_pages(take_in(path, CONFIG), 1, 1, lexicon, CONFIG).pages
    assert (page.width_pt, page.height_pt) == pytest.approx(A4, abs=1)


def test_a_finer_scan_is_made_smaller(tmp_path: Path) -> None:
    path = _saved(tmp_path / "scan.png", Image.new("L", (2480, 3508), 90), dpi=(300, 300))
    raster = _render(path, max_dpi=150)
    assert raster.pixels.shape == (1754, 1240)
    assert raster.dpi == pytest.approx(150, abs=0.01)
    assert raster.pixels[9, 9] == 90


def test_a_scan_cut_short_fails_with_a_reason(tmp_path: Path) -> None:
    path = _saved(tmp_path / "scan.jpg", making.paper(), quality=90)
    path.write_bytes(path.read_bytes()[:-3000])
    document = take_in(path, CONFIG)
    with pytest.raises(SourceError) as caught:
        render_page(document, 1, 300, MANY)
    assert caught.value.reason is FailureReason.DAMAGED


def test_text_has_no_page_image(tmp_path: Path) -> None:
    path = making.write(tmp_path / "plan.txt", b"plan")
    with pytest.raises(ValueError, match="no page image"):
        _render(path)


def _scan(data: bytes, entries: bytes) -> bytes:
    """Return a PDF page that is nothing but an image, 8 bits grey, of 600 by 800 pixels."""
    page = PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>")
    image = b"/Type /XObject /Subtype /Image /Width 600 /Height 800 /BitsPerComponent 8"
    return one_page(
        page=page,
        content=stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
        more=[stream(data, image + b" /ColorSpace /DeviceGray " + entries)],
    )


@pytest.mark.parametrize("kind", ["JPXDecode", "JBIG2Decode", "DCTDecode", "FlateDecode"])
def test_a_page_whose_image_is_broken_is_not_taken_for_blank(tmp_path: Path, kind: str) -> None:
    data = _scan(b"\xff" * 99, b"/Filter /" + kind.encode())
    path = making.write(tmp_path / "scan.pdf", data)
    with pytest.raises(SourceError, match="image is damaged and shows nothing") as caught:
        _render(path)
    assert caught.value.reason is FailureReason.DAMAGED


@pytest.mark.parametrize("shade", [0, 200, 255])
def test_a_page_of_one_shade_is_one(tmp_path: Path, shade: int) -> None:
    path = making.write(tmp_path / "scan.pdf", _scan(bytes([shade]) * 480_000, b""))
    assert _render(path).pixels.max() == shade
