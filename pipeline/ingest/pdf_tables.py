"""Ruled tables of a PDF page, and what looks like one but is none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)
from pdfplumber.utils.geometry import filter_edges

from pipeline.layout import Grid, GridCell
from pipeline.model.geometry import Box
from pipeline.model.page import Word

_MAX_EDGES = 20_000
"""Drawings of more edges than this are maps and charts, not ruled tables."""
_FRAME_WORDS = 40
_FRAME_SHARE = 0.85
_WORD_GAP = 0.4
"""Words nearer to each other than this share of the font size stand in one text."""

_NEAR = 3
"""Points, as in pdfplumber: edges so near are one, and meet; shorter ones are none."""

Edge = dict[str, Any]
_Corners = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Contents = dict[GridCell, list[tuple[Word, Box]]]


def find_grids(
    edges: Sequence[Edge], words: Sequence[Word], corner: tuple[float, float] = (0.0, 0.0)
) -> tuple[Grid, ...]:
    """Return the grids of ruled tables, measured as words are from the top left of the page.

    `edges` are strokes as pdfplumber describes them, `corner` is where they have the page's
    top left. Frames, boxes around text and shaded stretches of running text are no tables.
    """
    if len(edges) > _MAX_EDGES:
        return ()
    boxed = [(word, word.box) for word in words if word.box is not None]
    found = (tuple(_cells(table, *corner)) for table in cells_to_tables(_ruled(edges)))
    return tuple(Grid(cells) for cells in found if _is_table(_contents(cells, boxed)))


def _ruled(edges: Sequence[Edge]) -> list[_Corners]:
    """Return the cells that edges rule, as `find_tables` of pdfplumber does, on no page."""
    straight = [edge for way in "vh" for edge in filter_edges(edges, way, min_length=1)]
    merged = filter_edges(merge_edges(straight, *[_NEAR] * 4), min_length=_NEAR)
    return intersections_to_cells(edges_to_intersections(merged, _NEAR, _NEAR))


def _cells(table: Sequence[_Corners], left: float, top: float) -> Iterator[GridCell]:
    """Yield the cells of a table in row order: rows have one top, columns one left side."""
    rows = {y: row for row, y in enumerate(sorted({y0 for _, y0, _, _ in table}))}
    columns = {x: column for column, x in enumerate(sorted({x0 for x0, _, _, _ in table}))}
    for x0, y0, x1, y1 in sorted(table, key=lambda cell: (cell[1], cell[0])):
        box = Box(x0 - left, y0 - top, x1 - left, y1 - top)
        yield GridCell(rows[y0], columns[x0], box)


def _contents(cells: Sequence[GridCell], boxed: Sequence[tuple[Word, Box]]) -> _Contents:
    x = np.array([(box.x0 + box.x1) / 2 for _, box in boxed])
    y = np.array([(box.y0 + box.y1) / 2 for _, box in boxed])

    def inside(box: Box) -> list[int]:
        across, down = (box.x0 <= x) & (x <= box.x1), (box.y0 <= y) & (y <= box.y1)
        return list(np.flatnonzero(across & down).tolist())

    return {cell: [boxed[place] for place in inside(cell.box)] for cell in cells}


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
