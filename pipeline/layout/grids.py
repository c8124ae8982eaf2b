"""Tables: words put into the cells of a ruled grid."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    for item in place(words):
        contents[min(grid.cells, key=lambda cell: _distance(cell.box, item))].append(item)
    return [CellLines(cell, _cell_lines(items)) for cell, items in contents.items()]


def _cell_lines(items: Sequence[Placed]) -> tuple[Line, ...]:
    return tuple(
        line_of([item.word for item in row if item.word is not None], Role.TABLE_CELL)
        for row in rows(items)
    )


def _distance(box: Box, item: Placed) -> float:
    """Return how far an item's middle lies from a box; 0 inside it."""
    x = (item.x0 + item.x1) / 2
    dx = max(box.x0 - x, 0.0, x - box.x1)
    dy = max(box.y0 - item.middle, 0.0, item.middle - box.y1)
    return dx + dy
