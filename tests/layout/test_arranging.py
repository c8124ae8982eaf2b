import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import Grid, GridCell, arrange
from pipeline.model.geometry import Box
from pipeline.model.page import Role, Word
from tests.layout.printing import column, row

PROSE = [
    "Regionen ska stärka sin kompetens",
    "och öka samverkan med kommuner i",
    "hela länet. Målet är att flera av",
    "invånarna får tillgång till vård.",
    "Arbetet följs upp en gång per år.",
    "Ansvaret ligger hos förvaltningen",
]


def _texts(words: list[Word], *grids: Grid) -> list[str]:
    return [line.text for line in arrange(words, grids)[0]]


def test_words_of_a_row_form_a_line_whatever_their_order() -> None:
    words = row("Mål för hela länet", 72, 100) + row("nästa rad", 72, 115)
    assert _texts(words[::-1]) == ["Mål för hela länet", "nästa rad"]


def test_small_raised_words_stay_in_their_line() -> None:
    note = Word("3", Box(200, 99, 204, 105), font_size=6)
    assert _texts([*row("Enligt lagen om vård", 72, 100), note]) == ["Enligt lagen om vård 3"]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = row("Strategi för internationellt arbete i hela regionen och länet", 72, 50, 16)
    left, right = column(PROSE, 72, 100), column(PROSE[::-1], 320, 100)
    foot = row("Region Almvik, strategi för internationellt arbete, antagen 2024 § 12", 72, 780)
    texts = _texts([*foot, *right, *left, *title])
    assert texts[1:-1] == PROSE + PROSE[::-1]


def test_staggered_columns_and_a_page_number_above_one_of_them() -> None:
    number = row("3 (12)", 450, 40)
    left, right = column(PROSE, 72, 100), column(PROSE, 320, 106)
    assert _texts([*left, *right, *number]) == ["3 (12)", *PROSE, *PROSE]


def test_three_columns() -> None:
    texts = [text[:22].strip() for text in PROSE]
    words = [word for x in (50, 220, 390) for word in column(texts, x, 100)]
    assert _texts(words) == texts * 3


@pytest.mark.parametrize(
    "rows",
    [
        [("Inledning", "3"), ("Syfte och mål", "4"), ("Uppföljning", "7"), ("Bilagor", "9")],
        [("Dnr", "RS 2024/17"), ("Datum", "2024-01-01"), ("Antagen", "styrelsen"), ("Ort", "Oxby")],
        [("•", "Samverka med kommunerna"), ("•", "Stärka länet"), ("•", "Öka"), ("•", "Minska")],
    ],
)
def test_what_is_set_in_pairs_is_read_across(rows: list[tuple[str, str]]) -> None:
    words = []
    for number, (left, right) in enumerate(rows):
        words += row(left, 72, 100 + 15 * number) + row(right, 300, 100 + 15 * number)
    assert _texts(words) == [f"{left} {right}" for left, right in rows]


def _grid(rows: int, columns: int, x: float = 72, y: float = 200) -> Grid:
    return Grid(
        tuple(
            GridCell(r, c, Box(x + 120 * c, y + 40 * r, x + 120 * (c + 1), y + 40 * (r + 1)))
            for r in range(rows)
            for c in range(columns)
        )
    )


def test_a_table_stands_between_the_lines_around_it() -> None:
    words = row("Efter", 72, 300) + row("Före", 72, 180)
    for r in range(2):
        for c in range(2):
            words += row(f"cell {r}{c}", 75 + 120 * c, 204 + 40 * r)
            words += row("rad två", 75 + 120 * c, 220 + 40 * r)
    lines, (table,) = arrange(words, [_grid(2, 2)])
    cells = {(c.row, c.column): [lines[n - 1].text for n in c.line_numbers] for c in table.cells}
    assert cells == {(r, c): [f"cell {r}{c}", "rad två"] for r in range(2) for c in range(2)}
    assert (lines[0].text, lines[-1].text) == ("Före", "Efter")
    assert {line.role for line in lines[1:-1]} == {Role.TABLE_CELL}
    assert len({line.block for line in lines}) == 6
    assert table.box == Box(72, 200, 312, 280)


def test_an_empty_grid_is_no_table() -> None:
    assert arrange(row("Text", 72, 100), [_grid(2, 2)])[1] == ()


def test_sideways_lines_go_to_their_cell_or_come_last() -> None:
    inside = [Word("Lodrätt", Box(80, 205, 92, 235))]
    outside = [Word("Dnr", Box(20, 500, 32, 520)), Word("17", Box(20, 485, 32, 498))]
    words = row("Text", 72, 100) + row("cell", 200, 245) + row("slut", 72, 700)
    lines, (table,) = arrange(words, [_grid(2, 2)], [inside, outside])
    assert [line.text for line in lines] == ["Text", "Lodrätt", "cell", "slut", "Dnr 17"]
    assert table.cells[0].line_numbers == (2,)


def test_a_line_tells_its_print() -> None:
    words = row("Mål", 72, 100, 14, bold=True) + row("i", 110, 100, 14)
    (line,) = arrange([*words, Word("x", Box(150, 100, 155, 114), 0.5, 14.0)])[0]
    assert (line.font_size, line.bold, line.confidence) == (14.0, True, 0.5)
    assert line.box == Box(72, 100, 155, 114)


def test_a_word_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        arrange([Word("Mål")])


_BOXES = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    *[st.floats(0, 800, width=16)] * 2,
    *[st.floats(0, 120, width=16)] * 2,
)
_WORDS = st.builds(Word, st.text("abå1.•", min_size=1, max_size=6), _BOXES)
_GRIDS = st.builds(
    _grid,
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(0, 500),
    st.integers(0, 700),
)


def test_a_row_of_empty_cells_makes_no_line() -> None:
    # Letters of a picture, in which rows of labels and what they stand for are seen.
    places = {
        "N": (742.6, 11.7, 834.0, 100.3),
        "PUFF": (624.6, 83.6, 703.3, 276.0),
        "BOX": (632.8, 302.6, 706.1, 453.9),
        "455": (509.5, 223.2, 559.8, 313.6),
        "TT": (319.9, 47.1, 383.0, 89.3),
        "IF": (328.8, 101.0, 374.9, 145.3),
        "Fr": (335.5, 154.1, 378.4, 185.0),
        "GY": (334.8, 236.0, 378.0, 293.7),
        "Zip": (319.2, 344.0, 378.0, 464.1),
        "SZ": (777.7, 525.8, 836.2, 593.5),
    }
    lines, _ = arrange([Word(text, Box(*place), 0.5) for text, place in places.items()])
    assert sorted(word.text for line in lines for word in line.words) == sorted(places)
    assert all(line.words for line in lines)


@given(st.lists(_WORDS, max_size=40), st.lists(_GRIDS, max_size=3), st.lists(_WORDS, max_size=3))
def test_every_word_is_in_one_line(
    words: list[Word], grids: list[Grid], sideways: list[Word]
) -> None:
    lines, tables = arrange(words, grids, [[word] for word in sideways])
    placed = [word for line in lines for word in line.words]
    assert sorted(map(id, placed)) == sorted(map(id, words + sideways))
    assert all(line.text == " ".join(word.text for word in line.words) for line in lines)
    assert all(line.words for line in lines)
    in_cells = [n for table in tables for cell in table.cells for n in cell.line_numbers]
    assert sorted(in_cells) == [
        n for n, line in enumerate(lines, 1) if line.role is Role.TABLE_CELL
    ]
    blocks = [line.block for line in lines]
    assert blocks == sorted(blocks)
    assert set(blocks) == set(range(len(set(blocks))))
