import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from corpus.render import ScanSettings, Style, images_to_pdf, parse_markup, scan, to_pdf, typeset
from corpus.render.images import bilevel_tiff
from corpus.render.pdf import Encoding, join_pdf_pages
from corpus.render.scan import render_pages, to_bilevel
from pipeline.model.geometry import Box
from pipeline.model.page import Line, Word
from tests.typefaces import needs_typefaces

pytestmark = needs_typefaces

DPI = 50
OLD = ScanSettings(
    dpi=DPI, skew=1, noise=6, specks=0.001, blur=0.5, bleed=0.2, fade=0.2, shading=0.3, paper=230
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    plan = parse_markup("# Första sidan\nmed litet text\n\n\\page\n# Andra sidan\nmed annan text")
    return to_pdf(typeset(plan, Style(size=20)))


def test_a_clean_scan_is_the_page(pdf: bytes) -> None:
    scanned = scan(pdf, ScanSettings(dpi=DPI))
    for image, page in zip(scanned, render_pages(pdf, DPI), strict=True):
        assert image.dtype == np.uint8
        assert np.array_equal(image, page)


def test_the_same_settings_give_the_same_pixels(pdf: bytes) -> None:
    for image, again in zip(scan(pdf, OLD), scan(pdf, OLD), strict=True):
        assert np.array_equal(image, again)


def test_age_darkens_the_paper_and_lightens_the_ink(pdf: bytes) -> None:
    clean, old = render_pages(pdf, DPI)[0], scan(pdf, OLD)[0]
    assert np.median(old) < np.median(clean) == 255
    assert old[clean < 100].mean() > clean[clean < 100].mean()


def test_the_back_page_shows_mirrored(pdf: bytes) -> None:
    bled = scan(pdf, ScanSettings(dpi=DPI, bleed=0.5))[0]
    front, back = render_pages(pdf, DPI)
    through = (back[:, ::-1] < 100) & (front > 250)
    assert through.any()
    assert bled[through].mean() < 230


@pytest.mark.parametrize("encoding", ["jpeg", "g4"])
def test_images_come_back_from_the_pdf(pdf: bytes, encoding: Encoding) -> None:
    images = [to_bilevel(image) for image in render_pages(pdf, DPI)]
    stored = images_to_pdf(images, DPI, encoding, quality=90)
    assert stored == images_to_pdf(images, DPI, encoding, quality=90)
    for image, page in zip(images, render_pages(stored, DPI), strict=True):
        height, width = image.shape  # PDFium rounds the size of a page up
        assert np.abs(page[:height, :width].astype(int) - image).mean() < 4


def test_a_text_layer_lies_invisibly_in_its_boxes(pdf: bytes) -> None:
    images = render_pages(pdf, DPI)[:1]
    word = Word("Férsta (sidan)", Box(100, 100, 200, 112))
    layer = (Line("Férsta (sidan)", box=word.box, words=(word,)),)
    stored = images_to_pdf(images, DPI, "g4", layers=[layer])
    with pypdfium2.PdfDocument(stored) as document:
        text = document[0].get_textpage()
        assert text.get_text_range().strip() == "Férsta (sidan)"
        height = document[0].get_height()
        assert "Férsta" in text.get_text_bounded(99, height - 113, 201, height - 99)
    plain = render_pages(images_to_pdf(images, DPI, "g4"), DPI)
    assert np.array_equal(render_pages(stored, DPI)[0], plain[0])


def test_pages_of_several_pdfs_are_joined_in_order(pdf: bytes) -> None:
    joined = join_pdf_pages([(pdf, 1), (pdf, 0)])
    for page, before in zip(
        render_pages(joined, DPI), reversed(render_pages(pdf, DPI)), strict=True
    ):
        assert np.array_equal(page, before)


def test_a_tiff_holds_every_page(pdf: bytes) -> None:
    images = [to_bilevel(image) for image in render_pages(pdf, DPI)]
    with Image.open(io.BytesIO(bilevel_tiff(images, 300))) as tiff:
        for number, image in enumerate(images):
            tiff.seek(number)
            assert tiff.info["compression"] == "group4"
            assert tiff.info["dpi"] == (300, 300)
            assert np.array_equal(np.asarray(tiff.convert("L")), image)
