import pytest

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.figures import part_sums
from tests.ocr.drawing import draw, slanted


def read(printed: str, text: str = "", dpi: int = 200) -> list[str]:
    """Return a word that was printed so and read as `text`, else without its spaces."""
    width = 6.0 * len(printed.replace(" ", "")) + 3.0 * printed.count(" ") + 2
    word = Word(text or printed.replace(" ", ""), Box(71, 88, 72 + width, 106), 0.9)
    return [part.text for part in part_sums([word], draw((printed,), dpi))]


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("4 900", ["4", "900"]),
        ("1 111", ["1", "111"]),
        ("14 250", ["14", "250"]),
        ("310 000", ["310", "000"]),
        ("1 310 000", ["1", "310", "000"]),
        ("2026", ["2026"]),
        ("1111", ["1111"]),
        ("14250", ["14250"]),
    ],
)
def test_sums_are_divided_where_a_space_was_printed(
    printed: str, parts: list[str], dpi: int
) -> None:
    assert read(printed, dpi=dpi) == parts


def test_a_space_elsewhere_is_none_of_a_sum() -> None:
    assert read("49 00") == ["4900"]
    assert read("070 12") == ["07012"]


def test_what_was_not_read_sign_by_sign_stays() -> None:
    assert read("4 900", text="49000") == ["49000"]
    assert read("4 900", text="4900kr") == ["4900kr"]


def test_parts_lie_where_they_are_printed() -> None:
    word = Word("4900", Box(71, 88, 101, 106), 0.9)
    first, second = part_sums([word], draw(("4 900",), 300))
    assert first.box is not None
    assert second.box is not None
    assert first.box.x1 == pytest.approx(78, abs=0.7)
    assert second.box.x0 == pytest.approx(81.3, abs=0.7)
    assert (first.confidence, second.box.x1) == (0.9, 101)


def test_a_word_without_a_place_or_ink_stays() -> None:
    words = (Word("4900"), Word("4900", Box(300, 300, 320, 310)))
    assert part_sums(words, slanted(draw(), 0)) == words


def test_a_box_beyond_the_image_stays() -> None:
    word = Word("4900", Box(900, 900, 920, 910))
    image = draw()
    assert part_sums([word], Raster(image.pixels, image.dpi)) == (word,)
