"""Rows of the text of pages, as printed, on the way to blocks."""

from typing import NamedTuple, Self

from msgspec import structs

from pipeline.knowledge.textflow import CellPlace
from pipeline.model.page import Line, Role


class Row(NamedTuple):
    """A row of a page's text: its span there, the line that it begins with, and its cell.

    `cell_edge` is how far right the cell's lines reach, `cell_step` the least step from
    line to line in a cell of its table, in points. `begins` tells whether tags part it from the
    row before it, or join it; None where they tell neither.
    """

    page: int
    start: int
    text: str
    line: Line
    cell: CellPlace | None
    width: float
    cell_edge: float
    cell_step: float
    begins: bool | None = None

    def part(self, start: int, end: int) -> Self:
        """Return what stands from `start` to `end` of the text without the blanks before it."""
        start += len(self.text) - len(self.text.lstrip())
        end += len(self.text) - len(self.text.lstrip())
        return self._replace(text=self.text[start:end], start=self.start + start)

    def in_role(self, role: Role) -> Self:
        """Return the row with its line in another role."""
        return self._replace(line=structs.replace(self.line, role=role))
