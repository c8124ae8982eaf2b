"""Where lines stand in the tables of a document."""

from collections.abc import Sequence

from pipeline.knowledge.reading.table_places import cell_edges, cell_steps, table_places
from pipeline.knowledge.textflow import CellPlace
from pipeline.model.geometry import Box
from pipeline.model.page import Cell, Decision, Line, Page, Role, Table, TextSource

HEAD = ("Namn", "År")


def _page(
    *tables: Sequence[Sequence[str]], above: str = "", below: str = "", footer: str = ""
) -> Page:
    """Return a page with tables below each other; the lines of a cell are divided by `/`."""
    lines = [Line(above)] if above else []
    made = []
    for rows in tables:
        cells = []
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                first = len(lines) + 1
                lines += [Line(part, Role.TABLE_CELL) for part in text.split("/")]
                cells.append(Cell(row, column, tuple(range(first, len(lines) + 1))))
        made.append(Table(tuple(cells)))
    lines += [Line(below)] if below else []
    lines += [Line(footer, Role.FOOTER)] if footer else []
    return _of(lines, made)


def _of(lines: Sequence[Line], tables: Sequence[Table] = ()) -> Page:
    size, source = (595.0, 842.0), TextSource.TEXT_LAYER
    return Page(1, *size, source, Decision.KEEP, "", tuple(lines), tuple(tables))


def _tables(*pages: Page) -> list[list[tuple[int, int]]]:
    """Return table and row of the first column's lines, page by page."""
    found = table_places(pages)
    return [[(at.table, at.row) for at in places.values() if not at.column] for places in found]


def test_lines_have_the_table_row_and_column_of_their_cells() -> None:
    page = _page([HEAD, ("Havsro/i norr", "2024")], [("Vika", "3")], above="Projekt")
    assert table_places([page]) == [
        {
            2: CellPlace(0, 0, 0),
            3: CellPlace(0, 0, 1),
            4: CellPlace(0, 1, 0),
            5: CellPlace(0, 1, 0),
            6: CellPlace(0, 1, 1),
            7: CellPlace(1, 0, 0),
            8: CellPlace(1, 0, 1),
        }
    ]


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    first = _page([HEAD, ("Havsro", "2024")], footer="Sida 1")
    second = _page([("Fisk", "2025")], [("Annat", "1")])
    third = _page([("Ö", "2026")])
    assert _tables(first, second, third) == [[(0, 0), (0, 1)], [(0, 2), (1, 0)], [(1, 1)]]


def test_a_table_is_another_where_something_parts_it_from_the_one_before() -> None:
    first, rest = _page([HEAD, ("Havsro", "2024")]), [("Fisk", "2025")]
    alone = [[(0, 0), (0, 1)], [(1, 0)]]
    assert _tables(first, _page(rest, above="Andra projekt")) == alone
    assert _tables(_page([HEAD, ("Havsro", "2024")], below="Källa: vi"), _page(rest)) == alone
    assert _tables(first, _page([("Fisk", "2025", "Vika")])) == alone
    assert _tables(first, _page([HEAD, ("Fisk", "2025")])) == [[(0, 0), (0, 1)], [(1, 0), (1, 1)]]
    between = _of([Line("Om projekten")])
    assert _tables(first, between, _page(rest)) == [[(0, 0), (0, 1)], [], [(1, 0)]]


def test_cells_reach_as_far_as_their_longest_line_and_have_a_least_step() -> None:
    boxes = [Box(50, y, right, y + 10) for y, right in ((100, 90), (112, 120), (126, 80))]
    lines = [Line("Hav", box=box, font_size=10.0) for box in boxes]
    page = _of([*lines, Line("2024", box=Box(200, 100, 220, 110)), Line("utan plats")])
    first, other = CellPlace(0, 0, 0), CellPlace(0, 0, 1)
    cells = {1: first, 2: first, 3: first, 4: other, 5: other}
    assert cell_edges(page, cells) == {first: 120.0, other: 220.0}
    assert cell_steps(page, cells) == {0: 12.0}


def test_one_step_that_ink_makes_smaller_is_not_the_usual_one() -> None:
    heights = (100, 112, 124, 136, 145, 157)
    lines = [Line("Hav", box=Box(50, y, 90, y + 10), font_size=10.0) for y in heights]
    cells = dict.fromkeys(range(1, 7), CellPlace(0, 0, 0))
    assert cell_steps(_of(lines), cells) == {0: 12.0}
