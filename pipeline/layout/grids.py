"""Tables: words put into the cells of a ruled grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from pipeline.layout.lines import line_of
from pipeline.layout.placing import Placed, place, rows
from pipeline.model.geometry import Box
from pipeline.model.page import Line, Role, Word


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as ruled on the page: its place from 0, and its box.

    A cell that spans several rows or columns has the place of the first of them.
    """

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table as ruled on the page, in row order; at least one."""

    cells: tuple[GridCell, ...]

    def __post_init__(self) -> None:
        if not self.cells:
            raise ValueError("a grid has a cell")

    @property
    def box(self) -> Box:
        """The smallest box around all cells."""
        around = self.cells[0].box
        for cell in self.cells[1:]:
            around = around.union(cell.box)
        return around


@dataclass(frozen=True, slots=True)
class CellLines:
    """A cell and its printed lines."""

    cell: GridCell
    lines: tuple[Line, ...]


def fill(grid: Grid, words: Sequence[Word]) -> list[CellLines]:
    """Return every cell of a grid with the lines that its words form.

    A word between cells goes to the nearest one, so that none is lost.
    """
    contents: dict[GridCell, list[Placed]] = {cell: [] for cell in grid.cells}
    items = place(words)
    for item, cell in zip(items, _nearest(grid.cells, items), strict=True):
        contents[grid.cells[cell]].append(item)
    return [CellLines(cell, _cell_lines(items)) for cell, items in contents.items()]


def _cell_lines(items: Sequence[Placed]) -> tuple[Line, ...]:
    return tuple(
        line_of([item.word for item in row if item.word is not None], Role.TABLE_CELL)
        for row in rows(items)
    )


def _nearest(cells: Sequence[GridCell], items: Sequence[Placed]) -> list[int]:
    """Return for each item the first of the cells that are nearest to its middle."""
    x = np.array([(item.x0 + item.x1) / 2 for item in items])
    y = np.array([item.middle for item in items])
    nearest, least = np.zeros(len(items), np.int64), np.full(len(items), inf)
    for number, cell in enumerate(cells):
        box = cell.box
        distance = np.maximum(np.maximum(box.x0 - x, x - box.x1), 0.0)
        distance += np.maximum(np.maximum(box.y0 - y, y - box.y1), 0.0)
        nearer = distance < least
        nearest[nearer], least[nearer] = number, distance[nearer]
    return list(nearest.tolist())
