import msgspec
import numpy as np
import pytest

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.components import Ink
from pipeline.ocr.marks import BULLET, DASH, Leaders, add_bullets, read_bullets, take_out_leaders
from tests.ocr.drawing import LINES, blank, draw

DOTS = "." * 40
CONTENTS = (f"1 Inledning {DOTS} 3", f"2 Mål och åtgärder {DOTS} 12", "Slut på förteckningen.")


def leaders_of(page: Raster) -> Leaders:
    return take_out_leaders(page, Ink(page))


@pytest.mark.parametrize("dpi", [100, 150, 200, 300, 400])
def test_rows_of_dots_are_painted_over_and_counted(dpi: int) -> None:
    page = draw(CONTENTS, dpi)
    leaders = leaders_of(page)
    assert [word.text for word in leaders.words] == [DOTS, DOTS]
    box = leaders.words[0].box
    assert box is not None
    assert box.width == pytest.approx(40 * 3, abs=4)
    without = draw(("1 Inledning", "2 Mål och åtgärder", CONTENTS[2]), dpi)
    left = round(72 * dpi / 72), round(120 * dpi / 72)
    np.testing.assert_array_equal(
        leaders.raster.pixels[:, left[0] : left[1]], without.pixels[:, left[0] : left[1]]
    )


def test_rows_of_dots_can_be_kept_as_results() -> None:
    words = leaders_of(draw(CONTENTS)).words
    kept = msgspec.msgpack.encode(words)  # which knows no numbers of NumPy's
    assert msgspec.msgpack.decode(kept, type=tuple[Word, ...]) == words


def test_a_page_without_rows_of_dots_is_left_as_it_is() -> None:
    page = draw((*LINES, "Vänta ... på t.ex. A.B. och a.s.a.p. i.i.i.!"))
    assert leaders_of(page).raster is page


def test_specks_are_no_rows() -> None:
    pixels = blank().pixels.copy()
    places = np.random.default_rng(3).integers(10, 1200, (2, 3000))
    pixels[places[0], places[1]] = 0
    assert leaders_of(Raster(pixels, 150)).words == ()


def test_dots_without_a_word_on_their_line_are_a_rule() -> None:
    leaders = leaders_of(draw((DOTS, "Text")))
    assert len(leaders.words) == 1
    assert leaders.beside([Word("Text", Box(72, 110, 100, 120))]) == ()
    assert leaders.beside([Word("Text", Box(20, 92, 60, 102))]) == leaders.words


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("•", "•"),
        ("o", "e"),
        ("e", "e"),
        ("-", "e"),
        (".", "e"),
        ("a", "e"),
        ("I", "e"),
        ("1", "e"),
    ],
)
@pytest.mark.parametrize("dpi", [150, 300])
def test_a_filled_dot_is_a_bullet_and_no_letter_is(printed: str, read: str, dpi: int) -> None:
    page = draw((f"{printed}      Mål",), dpi)
    word = Word("e", Box(70, 88, 82, 104), 0.4)
    assert [found.text for found in read_bullets([word], page)] == [read]


def test_longer_words_are_not_looked_at() -> None:
    word = Word("ee", Box(70, 88, 82, 104), 0.4)
    assert read_bullets([word], draw(("•    Mål",))) == (word,)


def test_a_bullet_that_was_read_into_a_word_stands_alone() -> None:
    page = draw(("• Mål",))
    word = Word("«Mål", Box(71, 88, 105, 104), 0.4)
    bullet, rest = read_bullets([word], page)
    assert (bullet.text, rest.text) == ("•", "Mål")
    assert bullet.box is not None
    assert rest.box is not None
    assert bullet.box.x1 < rest.box.x0
    quoted = Word("”Mål", Box(71, 88, 105, 104), 0.4)
    assert read_bullets([quoted], draw(("”Mål",))) == (quoted,)


def dotted(*places: tuple[float, float], dpi: int = 200, size: float = 2.6) -> Raster:
    """Return the lines of the tests with discs at these places, in points."""
    pixels = draw(LINES, dpi).pixels.copy()
    rows, columns = np.indices(pixels.shape) * 72 / dpi
    for x, y in places:
        pixels[np.hypot(columns - x, rows - y) < size / 2] = 0
    return Raster(pixels, dpi)


def with_bullets(image: Raster) -> list[str]:
    """Return the first words of the lines, as if the engine had left out all bullets."""
    words = [
        Word(line.split()[0], Box(72, 91 + 18 * number, 110, 103 + 18 * number))
        for number, line in enumerate(LINES)
    ]
    return [word.text for word in add_bullets(words, Ink(image), image.dpi)]


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_bullets_that_the_engine_left_out_are_found(dpi: int) -> None:
    found = with_bullets(dotted((58, 97), (58, 133), dpi=dpi))
    firsts = [line.split()[0] for line in LINES]
    assert found == [BULLET, firsts[0], firsts[1], BULLET, *firsts[2:]]


@pytest.mark.parametrize(
    "image",
    [
        dotted((58, 97)),  # a mark alone
        dotted((58, 97), (50, 133)),  # not below each other
        dotted((58, 97), (58, 133), size=1.0),  # specks
        dotted((58, 97), (64, 97), (58, 133), (64, 133)),  # more than one
        dotted((20, 97), (20, 133)),  # far from the text
    ],
)
def test_marks_that_are_no_bullets(image: Raster) -> None:
    assert with_bullets(image) == [line.split()[0] for line in LINES]


def test_a_bullet_below_one_that_was_read() -> None:
    words = [
        Word(BULLET, Box(56.7, 95.7, 59.3, 98.3)),
        Word("Regionens", Box(72, 91, 110, 103)),
        Word("Åtgärder", Box(72, 109, 110, 121)),
        Word("på", Box(114, 109, 124, 121)),
    ]
    image = dotted((58, 97), (58, 115))
    found = add_bullets(words, Ink(image), image.dpi)
    assert [word.text for word in found] == [BULLET, "Regionens", BULLET, "Åtgärder", "på"]


def test_dashes_that_the_engine_left_out_are_found() -> None:
    image = dotted()
    for y in (97, 133):
        left, top = round(58 * image.dpi / 72), round(y * image.dpi / 72)
        image.pixels[top : top + 2, left : left + 12] = 0
    firsts = [line.split()[0] for line in LINES]
    assert with_bullets(image) == [DASH, firsts[0], firsts[1], DASH, *firsts[2:]]
