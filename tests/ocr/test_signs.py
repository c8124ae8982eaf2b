from collections.abc import Callable
from functools import partial

import pytest

from pipeline.config import OcrConfig
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Page, TextSource, Word
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine, read_image
from pipeline.ocr.signs import read_signs
from tests.ocr.drawing import A4, blank, draw

SCAN = Page(1, *A4, TextSource.TEXT_LAYER, Decision.READ_IMAGE, "no text layer")
PRINTED = (
    "Nära 40 % av länets invånare, eller 17,5 %, bor på en ö.",
    "Av dem pendlar 100% till fastlandet (20 % med båt).",
    "Regionstyrelsen beslutade 2020-12-08, § 240, om 14 200 kr.",
    "Havet var 20 °C.",
)


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_signs_that_swedish_lacks_are_read(dpi: int) -> None:
    image = draw(PRINTED, dpi)
    alone, signs = (
        " ".join(line.text for line in read_image(SCAN, image, TesseractEngine(), config).lines)
        for config in (OcrConfig(signs=""), OcrConfig())
    )
    assert not set("%§@°") & set(alone)
    assert signs.count("%") >= 3
    assert "§ 240, om 14 200 kr." in signs
    assert "20 °C." in signs


def seen(*texts: str, sure: float = 0.9) -> Callable[[Raster], tuple[Word, ...]]:
    """Return a model that sees these texts in a line, spread evenly over the image."""

    def read(line: Raster) -> tuple[Word, ...]:
        height, width = (side * 72 / line.dpi for side in line.pixels.shape)
        step = width / len(texts)
        boxes = [Box(n * step, height / 3, (n + 1) * step, height / 2) for n in range(len(texts))]
        return tuple(Word(text, box, sure) for text, box in zip(texts, boxes, strict=True))

    return read


def after_signs(text: str, found: str, before: str = "", sure: float = 0.9) -> str:
    """Return what a word becomes of which the other model sees `found`."""
    words = [Word(text, Box(60, 100, 74, 108), 0.5)]
    if before:
        words.insert(0, Word(before, Box(40, 100, 56, 108), 0.95))
    return read_signs(words, blank(), seen(found, sure=sure))[-1].text


@pytest.mark.parametrize(
    ("text", "found", "before", "becomes"),
    [
        ("96", "40%", "40", "%"),
        ("246,", "175%", "17,5", "%,"),  # a comma is lost between pieces
        ("12,2596", "12.25%", "", "12,25%"),
        ("90).", "20%).", "(20", "%)."),
        ("88", "§§", "", "§§"),
        ("”C.", "20°C.", "20", "°C."),
        ("anna.ekQalmvik.se", "anna.ek@almvik.se", "", "anna.ek@almvik.se"),
    ],
)
def test_only_the_sign_is_taken(text: str, found: str, before: str, becomes: str) -> None:
    assert after_signs(text, found, before) == becomes


@pytest.mark.parametrize(
    ("text", "found", "before"),
    [
        ("4096", "60%", ""),  # another figure
        ("96", "%", "40"),  # the figure before it was not seen
        ("”C.", "%", ""),  # degrees
        ("(L),", "@,", ""),
        ("(S)", "(§)", ""),
        ("Yo", "%", ""),
        ("*", "°", ""),  # degrees of nothing
        ("•", "%", "40"),  # read from its pixels before
        ("96", "96", ""),
    ],
)
def test_what_reads_otherwise_stays(text: str, found: str, before: str) -> None:
    assert after_signs(text, found, before) == text


def test_an_unsure_model_is_not_believed() -> None:
    assert after_signs("96", "%", sure=0.2) == "96"


def test_a_sign_before_its_figure_is_read_with_it() -> None:
    words = [Word("8", Box(40, 100, 45, 108), 0.95), Word("240.", Box(48, 100, 66, 108), 0.95)]
    read = partial(read_signs, words, blank())
    assert [word.text for word in read(seen("§240."))] == ["§", "240."]
    assert [word.text for word in read(seen("§", "241"))] == ["8", "240."]


def test_a_page_of_words_costs_no_reading() -> None:
    def never(_: Raster) -> tuple[Word, ...]:
        raise AssertionError("the image was read again")

    words = [
        Word("Åtgärder", Box(40, 100, 80, 108), 0.5),
        Word("2026.", Box(84, 100, 99, 108), 0.95),
    ]
    assert read_signs(words, blank(), never) == tuple(words)


def test_words_without_a_place_stay() -> None:
    assert read_signs([Word("96")], blank(), seen("%")) == (Word("96"),)
