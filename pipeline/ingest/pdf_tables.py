"""Ruled tables of a PDF page, and what looks like one but is none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pdfplumber.page import Page as PlumberPage
from pdfplumber.table import Table as PlumberTable

from pipeline.layout import Grid, GridCell
from pipeline.model.geometry import Box
from pipeline.model.page import Word

_MAX_EDGES = 20_000
"""Drawings of more edges than this are maps and charts, not ruled tables."""
_FRAME_WORDS = 40
_FRAME_SHARE = 0.85
_WORD_GAP = 0.4
"""Words nearer to each other than this share of the font size stand in one text."""

_Contents = dict[GridCell, list[tuple[Word, Box]]]


def find_grids(page: PlumberPage, words: Sequence[Word]) -> tuple[Grid, ...]:
    """Return the grids of a page's ruled tables, measured from the top left of the page.

    Frames, boxes around text and shaded stretches of running text are none.
    """
    if len(page.edges) > _MAX_EDGES:
        return ()
    boxed = [(word, word.box) for word in words if word.box is not None]
    left, top = page.bbox[0], page.bbox[1]
    found = (tuple(_cells(table, left, top)) for table in page.find_tables())
    return tuple(Grid(cells) for cells in found if cells and _is_table(_contents(cells, boxed)))


def _cells(table: PlumberTable, left: float, top: float) -> Iterator[GridCell]:
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell is not None:
                x0, y0, x1, y1 = cell
                yield GridCell(number, column, Box(x0 - left, y0 - top, x1 - left, y1 - top))


def _contents(cells: Sequence[GridCell], boxed: Sequence[tuple[Word, Box]]) -> _Contents:
    return {
        cell: [(word, box) for word, box in boxed if cell.box.contains_centre_of(box)]
        for cell in cells
    }


def _is_table(contents: _Contents) -> bool:
    """Tell whether a grid holds a table.

    Text stands in two rows and two columns, twice in one row, not nearly all in one cell,
    and does not run on from cell to cell.
    """
    filled = [cell for cell, words in contents.items() if words]
    rows = [cell.row for cell in filled]
    counts = [len(words) for words in contents.values()]
    return (
        len(set(rows)) >= 2
        and len({cell.column for cell in filled}) >= 2
        and any(rows.count(row) >= 2 for row in rows)
        and (sum(counts) <= _FRAME_WORDS or max(counts) <= _FRAME_SHARE * sum(counts))
        and not _runs_on(contents)
    )


def _runs_on(contents: _Contents) -> bool:
    """Tell whether lines go on over the borders of cells, as in shaded running text."""
    placed = [(box, cell, word) for cell, words in contents.items() for word, box in words]
    placed.sort(key=lambda item: (round((item[0].y0 + item[0].y1) / 6), item[0].x0))
    borders = joined = 0
    for (box, cell, word), (after, other, _) in pairwise(placed):
        on_a_line = min(box.y1, after.y1) - max(box.y0, after.y0) > 0.5 * box.height
        if cell is other or not on_a_line or cell.row != other.row:
            continue
        borders += 1
        joined += after.x0 - box.x1 < _WORD_GAP * (word.font_size or box.height)
    return joined * 2 > borders
