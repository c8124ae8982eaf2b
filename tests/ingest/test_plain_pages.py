"""Plain pages by PDFium alone: the same words, tables and pictures as by pdfplumber."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest import pdf_text
from pipeline.ingest.page_content import PageContent
from pipeline.ingest.plain_pages import read_plain_page
from pipeline.model.page import Word
from tests.bench.born import born_digital
from tests.ingest import making
from tests.typefaces import needs_typefaces

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "corpus" / "samples").rglob("*.pdf"))
SHARED = sorted((ROOT.parent / "shared" / "pdf").glob("*.pdf"))
ACROSS = 1.5
"""Points: PDFium's widths of letters are whole thousandths, which adds up along a line."""
DOWN = 0.6
"""Points: readers take the descents of some typefaces from different places."""

Draw = Callable[[Canvas], object]


def _plain(data: bytes | Path) -> Iterator[PageContent | None]:
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        for index in range(len(pdf)):
            with closing(pdf[index]) as page:
                yield read_plain_page(page, index + 1)


def _careful(data: bytes | Path) -> Iterator[PageContent]:
    with pdfplumber.open(BytesIO(data) if isinstance(data, bytes) else data) as pdf:
        for page in pdf.pages:
            yield pdf_text.read_page(page)
            page.close()


def _drawn(*draws: Draw) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for draw in draws:
        canvas.saveState()
        draw(canvas)
        canvas.restoreState()
    canvas.save()
    return made.getvalue()


def _compare(data: bytes | Path) -> int:
    """Check each plain page against pdfplumber's reading; return how many are plain."""
    count = 0
    for plain, careful in zip(_plain(data), _careful(data), strict=True):
        if plain is not None:
            count += 1
            _compare_pages(plain, careful)
    return count


def _compare_pages(plain: PageContent, careful: PageContent) -> None:
    assert _texts(plain.words) == _texts(careful.words)
    for one, other in zip(plain.words, careful.words, strict=True):
        assert _sides(one) == pytest.approx(_sides(other), abs=ACROSS)
        assert _ends(one) == pytest.approx(_ends(other), abs=DOWN)
        assert one.font_size == pytest.approx(other.font_size, abs=0.02)
        assert one.bold is other.bold
    assert not careful.sideways
    assert careful.rotation == 0
    assert (plain.width, plain.height) == pytest.approx((careful.width, careful.height), abs=0.01)
    assert plain.image_share == pytest.approx(careful.image_share, abs=0.01)
    assert _cells(plain) == _cells(careful)


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _sides(word: Word) -> tuple[float, float]:
    assert word.box is not None
    return word.box.x0, word.box.x1


def _ends(word: Word) -> tuple[float, float]:
    assert word.box is not None
    return word.box.y0, word.box.y1


def _cells(content: PageContent) -> list[list[tuple[int, int]]]:
    return [[(cell.row, cell.column) for cell in grid.cells] for grid in content.grids]


def test_samples_are_read_as_by_pdfplumber() -> None:
    assert sum(map(_compare, SAMPLES)) >= 20


@pytest.mark.skipif(not SHARED, reason="no PDFs beside the repository")
@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_real_files_are_read_as_by_pdfplumber(path: Path) -> None:
    pages = len(list(_plain(path)))
    assert _compare(path) >= 0.9 * pages


@needs_typefaces
def test_printed_plans_are_read_as_by_pdfplumber() -> None:
    for data, _ in islice(born_digital(), 4, 20, 5):
        assert _compare(data) == len(list(_plain(data)))


PIECES = st.tuples(
    st.sampled_from([-0.4, 0.0, 0.7, 2.0, 3.1, 7.0, 60.0]),  # none as wide as what parts words
    st.sampled_from(
        ["Kulturnämnden", "för", "åtgärder", "ill", "2024-2027", "– a", " ", "å ", "1"]
    ),
    st.sampled_from([9, 11, 16]),
    st.sampled_from(["Helvetica", "Times-Bold", "Courier"]),
    st.sampled_from([0.0, 0.0, 0.0, 2.2, 5.3]),  # raised
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=9), min_size=1, max_size=5), st.randoms())
def test_words_set_in_pieces_are_read_as_by_pdfplumber(
    lines: list[list[tuple[float, str, int, str, float]]], shuffler: Random
) -> None:
    """Pieces of words that touch or stand apart, in any order, in narrow lines."""
    pieces = []
    for number, line in enumerate(lines):
        x = 50.0
        for gap, text, size, font, raised in line:
            if x > 380:  # Beyond the edge of the paper, a letter is seen or not by a hair.
                break
            pieces.append((x + gap, 700 - 21.7 * number + raised, text, font, size))
            x += gap + stringWidth(text, font, size)
    shuffler.shuffle(pieces)

    def draw(canvas: Canvas) -> None:
        for x, y, text, font, size in pieces:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)

    _compare(_drawn(draw))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=5),
    st.lists(st.integers(1, 4), min_size=1, max_size=5),
    st.booleans(),
    st.data(),
)
def test_drawn_tables_are_found_as_by_pdfplumber(
    widths: list[int], heights: list[int], as_boxes: bool, data: st.DataObject
) -> None:
    xs = [60 + 25 * sum(widths[:n]) for n in range(len(widths) + 1)]
    ys = [700 - 15 * sum(heights[:n]) for n in range(len(heights) + 1)]
    boxes = [(x0, y1, x1, y0) for x0, x1 in zip(xs, xs[1:]) for y0, y1 in zip(ys, ys[1:])]  # noqa: B905, RUF007
    ruled = data.draw(st.lists(st.sampled_from(boxes), unique=True))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for x0, y0, x1, y1 in ruled:
            if as_boxes:
                canvas.rect(x0, y0, x1 - x0, y1 - y0)
            else:
                canvas.lines([(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1)])
                canvas.line(x1, y0, x1, y1)
        for x0, y0, _, _ in boxes:
            canvas.drawString(x0 + 3, y0 + 4, "ord")

    assert _compare(_drawn(draw)) == 1


def _without_maps(path: Path) -> bytes:
    """Return a PDF whose typefaces do not tell what letters they are."""
    made = BytesIO()
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        pdf.save(made)
    return made.getvalue()


def test_letters_that_readers_guess_are_left_to_pdfplumber() -> None:
    path = next(path for path in SAMPLES if "2026" in path.name)
    assert None not in list(_plain(path))
    assert set(_plain(_without_maps(path))) == {None}


def test_words_stand_where_they_are_seen_on_a_cropped_page() -> None:
    data = _drawn(lambda canvas: canvas.drawString(100, 500, "Handlingsplan"))
    assert _compare(making.changed(data, CropBox=[50, 60, 400, 700])) == 1


def test_what_is_off_the_paper_is_no_word() -> None:
    data = _drawn(
        lambda canvas: canvas.drawString(100, 500, "inne"),
        lambda canvas: canvas.drawString(-200, 500, "ute"),
    )
    (page,) = _plain(data)
    assert page is not None
    assert _texts(page.words) == ["inne"]


def _pieces(*pieces: tuple[float, str]) -> bytes:
    """Return a page with pieces of one line shown one after the other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        for x, text in pieces:
            canvas.drawString(x, 500, text)

    return _drawn(draw)


@pytest.mark.parametrize("before", [0.5, 0.1])
def test_a_space_shown_by_itself_parts_words(before: float) -> None:
    """As in tables of contents: leader dots and figures begin nearer than a space is wide."""
    data = _pieces(
        (72, "system"), (113 - before, " "), (113, "....."), (130 - before, " "), (130, "34")
    )
    (page,) = _plain(data)
    assert page is not None
    assert _texts(page.words) == ["system", ".....", "34"]
    assert _compare(data) == 1


def test_a_space_shown_after_the_letter_before_which_it_stands_is_left_to_pdfplumber() -> None:
    assert list(_plain(_pieces((72, "system"), (113, "....."), (112.9, " ")))) == [None]


def test_narrow_letters_are_not_taken_for_one_printed_twice() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(40):
            canvas.setFont("Helvetica", 5 + 0.1 * number)
            canvas.drawString(72 + 0.13 * number, 800 - 15 * number, "alla skall till hallen")

    data = _drawn(draw)
    assert _compare(data) == 1
    (page,) = _careful(data)
    assert set(_texts(page.words)) == {"alla", "skall", "till", "hallen"}


def test_a_figure_counts_as_its_own_box() -> None:
    picture = ImageReader(making.paper(100, 100))
    data = _drawn(
        lambda canvas: canvas.drawString(72, 700, "Figur 1"),
        lambda canvas: canvas.drawImage(picture, 72, 300, 300, 200),
    )
    (page,) = _plain(data)
    assert page is not None
    (box,) = page.images
    assert (box.x0, box.y1) == pytest.approx((72, A4[1] - 300), abs=0.1)
    assert (box.width, box.height) == pytest.approx((300, 200), abs=0.1)
    assert _compare(data) == 1


def test_a_page_of_pictures_alone_is_plain() -> None:
    picture = ImageReader(making.paper(100, 100))
    data = _drawn(
        lambda canvas: canvas.drawImage(picture, 0, 0, *A4),
        lambda canvas: canvas.drawImage(picture, 72, 300, 300, 200),
    )
    assert _compare(data) == 1
    (plain,), (careful,) = _plain(data), _careful(data)
    assert plain is not None
    assert (plain.words, len(plain.images)) == ((), 2)
    assert plain.drawn == careful.drawn


def _sideways(canvas: Canvas) -> None:
    canvas.rotate(90)
    canvas.drawString(300, -60, "Dnr RS 2024/117")


def _twice(canvas: Canvas) -> None:
    # PDFium itself leaves out a whole text that is shown again.
    canvas.drawString(72, 500, "Nulla")
    canvas.drawString(72.4, 500, "Null")


def _map(canvas: Canvas) -> None:
    for number in range(1200):
        canvas.lines([(number / 3, 10, number / 3, 90), (10, number / 20, 400, number / 20)])


def _greek_and_hebrew(canvas: Canvas) -> None:
    from corpus.render.fonts import load_font

    canvas.setFont(load_font("dejavu-sans", 11).name, 11)
    canvas.drawString(72, 500, "\u05d0\u05d1\u05d2")


@pytest.mark.parametrize("draw", [_sideways, _twice, _map, _greek_and_hebrew, lambda canvas: None])
def test_pages_that_are_not_plain_are_left_to_others(draw: Draw) -> None:
    text: tuple[Draw, ...] = (lambda canvas: canvas.drawString(72, 700, "Handlingsplan"),)
    if draw.__name__ == "<lambda>":
        text = ()
    assert list(_plain(_drawn(*text, draw))) == [None]


def test_a_turned_page_is_left_to_others() -> None:
    data = making.changed(making.pdf_bytes(making.SWEDISH), Rotate=90)
    assert list(_plain(data)) == [None]
