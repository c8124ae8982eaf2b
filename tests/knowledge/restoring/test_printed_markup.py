"""Pages with HTML that was printed as it stands."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.restoring.printed_markup import without_markup
from pipeline.knowledge.rows import Row
from pipeline.knowledge.textflow import CellPlace
from pipeline.model.page import Line, Role


def _rows(*texts: str, cell: CellPlace | None = None) -> list[Row]:
    """Return rows of a page, a line break between two."""
    rows: list[Row] = []
    start = 0
    for text in texts:
        rows.append(Row(0, start, text, Line(text), cell, 0.0, 0.0, 0.0))
        start += len(text) + 1
    return rows


def _texts(rows: Sequence[Row]) -> list[str]:
    return [row.text for row in without_markup(rows)]


def test_rows_without_tags_stay_as_they_are() -> None:
    rows = _rows("Mål &amp; medel", "a < b och c > d")
    assert without_markup(rows) == rows


def test_tags_and_entities_are_no_text_and_what_is_between_them_stays_in_its_place() -> None:
    text = "<p>Regionen är med i <b>Nordnätverket</b>.</p>"
    pieces = without_markup(_rows(text))
    assert [piece.text for piece in pieces] == ["Regionen är med i", "Nordnätverket", "."]
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in pieces)
    assert _texts(_rows("<p>Mål&nbsp;&amp;&nbsp;medel</p>")) == ["Mål", "medel"]


def test_tags_of_blocks_part_and_those_in_a_line_join() -> None:
    rows = _rows("<p>Regionen är", "med i <b>nätverket</b></p><p>Vi betalar</p>")
    begins = [(row.text, row.begins) for row in without_markup(rows)]
    assert begins == [
        ("Regionen är", True),
        ("med i", False),
        ("nätverket", False),
        ("Vi betalar", True),
    ]


def test_what_no_tag_stands_at_is_told_by_nothing() -> None:
    begins = [row.begins for row in without_markup(_rows("Regionen<br>deltar", "i nätverket"))]
    assert begins == [None, True, None]


def test_headings_and_items_have_their_roles() -> None:
    rows = without_markup(_rows("<h2>Mål</h2><ul><li>Resor</li></ul><p>Vi reser</p>"))
    roles = [(row.text, row.line.role) for row in rows]
    assert roles == [("Mål", Role.HEADING), ("Resor", Role.LIST_ITEM), ("Vi reser", Role.BODY)]


def test_cells_stand_in_a_table_behind_those_of_the_document() -> None:
    table = "<table><tr><th>Namn<th>År</tr><tr><td>Havsro</td><td>2024</td></tr></table>"
    rows = [*_rows("Vika", cell=CellPlace(3, 0, 0)), *_rows(table), *_rows(f"{table}Slut")]
    cells = [(row.text, row.cell) for row in without_markup(rows)]
    assert cells[0] == ("Vika", CellPlace(3, 0, 0))
    assert cells[1:5] == [
        ("Namn", CellPlace(5, 0, 0)),
        ("År", CellPlace(5, 0, 1)),
        ("Havsro", CellPlace(5, 1, 0)),
        ("2024", CellPlace(5, 1, 1)),
    ]
    assert cells[5] == ("Namn", CellPlace(6, 0, 0))
    assert cells[-1] == ("Slut", None)


def test_a_row_with_nothing_but_tags_is_none() -> None:
    assert _texts(_rows("<div>", "Mål", "</div>&nbsp;")) == ["Mål"]


@given(
    st.lists(
        st.lists(st.sampled_from(["<p>", "</p>", "<b>", "<br>", "<td>", "&amp;", " ", "Hav", "är"]))
    )
)
def test_all_words_stay_in_order(parts: list[list[str]]) -> None:
    rows = _rows(*("".join(row) for row in parts), "<p>")
    words = "".join(part for row in parts for part in row if part in {"Hav", "är"})
    assert "".join(_texts(rows)).replace(" ", "") == words
