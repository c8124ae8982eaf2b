"""Which table of a document, row and column each line stands in, and how its cells are set.

A table that goes on over the end of a page is one table.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.knowledge.textflow import CellPlace
from pipeline.layout.lines import level
from pipeline.model.page import FURNITURE, Page, Table


def table_places(pages: Sequence[Page]) -> list[Mapping[int, CellPlace]]:
    """Return for each page where the lines in tables stand, by their numbers from 1.

    Tables are numbered through the document, from 0.
    """
    return list(_table_places(pages))


def _table_places(pages: Sequence[Page]) -> Iterator[Mapping[int, CellPlace]]:
    table, rows = -1, 0
    before: Page | None = None
    for page in pages:
        places: dict[int, CellPlace] = {}
        for index, one in enumerate(page.tables):
            if index or before is None or not _goes_on(before, page):
                table, rows = table + 1, 0
            for cell in one.cells:
                place = CellPlace(table, rows + cell.row, cell.column)
                places.update(dict.fromkeys(cell.line_numbers, place))
            rows += 1 + max(cell.row for cell in one.cells)
        yield places
        before = page


def _goes_on(before: Page, page: Page) -> bool:
    """Tell whether the first table of a page goes on with the last one of the page before.

    Nothing stands between them, they have as many columns, and no head comes again.
    """
    if not (before.tables and page.tables):
        return False
    above, below = before.tables[-1], page.tables[0]
    return (
        _columns(above) == _columns(below)
        and _text_of(before)[-1:] == _lines_of(above)[-1:]
        and _text_of(page)[:1] == _lines_of(below)[:1]
        and _head(before, above) != _head(page, below)
    )


def _columns(table: Table) -> int:
    return 1 + max(cell.column for cell in table.cells)


def _text_of(page: Page) -> list[int]:
    """Return the numbers of a page's lines but headers, footers and page numbers."""
    return [number for number, line in enumerate(page.lines, 1) if line.role not in FURNITURE]


def _lines_of(table: Table) -> list[int]:
    return sorted(number for cell in table.cells for number in cell.line_numbers)


def _head(page: Page, table: Table) -> list[str]:
    """Return what the first row of a table says."""
    first = [number for cell in table.cells if not cell.row for number in cell.line_numbers]
    return [page.lines[number - 1].text for number in first]


def cell_edges(page: Page, cells: Mapping[int, CellPlace]) -> dict[CellPlace, float]:
    """Return how far right the lines of each cell of a page reach, in points."""
    edges: dict[CellPlace, float] = {}
    for number, cell in cells.items():
        box = page.lines[number - 1].box
        if box is not None:
            edges[cell] = max(edges.get(cell, 0.0), box.x1)
    return edges


def cell_steps(page: Page, cells: Mapping[int, CellPlace]) -> dict[int, float]:
    """Return the usual small step from line to line of one cell in each table, in points.

    That is the least but for outliers, of which ink in an image has some.
    """
    steps: defaultdict[int, list[float]] = defaultdict(list)
    for (number, cell), (after, next_cell) in pairwise(cells.items()):
        one, other = page.lines[number - 1], page.lines[after - 1]
        if cell == next_cell and one.box is not None and other.box is not None:
            steps[cell.table].append(level(other) - level(one))
    return {table: sorted(some)[len(some) // 4] for table, some in steps.items()}
