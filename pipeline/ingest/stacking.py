"""Lines and tables of a page without boxes, put one after the other."""

from collections.abc import Sequence

from msgspec import structs

from pipeline.ingest.fragments import Paragraph
from pipeline.model import page
from pipeline.model.page import Line, Role, Table

Cell = Sequence[Sequence[str]]
"""The paragraphs of a table's cell, each as its lines."""


class Stack:
    """A page in the making: blocks are numbered from 0, lines from 1."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._blocks = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines so far, in reading order."""
        return tuple(self._lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables so far."""
        return tuple(self._tables)

    def add_lines(self, lines: Sequence[Line]) -> None:
        """Add lines with blocks of their own, numbered from 0."""
        self._lines += [structs.replace(line, block=line.block + self._blocks) for line in lines]
        if lines:
            self._blocks += 1 + max(line.block for line in lines)

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph as one block."""
        self.add_lines(
            [Line(text, paragraph.role, level=paragraph.level) for text in paragraph.lines]
        )

    def add_table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Add a table, given as rows of cells of paragraphs of lines; each paragraph is a block."""
        cells = []
        for row, row_cells in enumerate(rows):
            for column, paragraphs in enumerate(row_cells):
                first = len(self._lines) + 1
                for lines in paragraphs:
                    self.add_lines([Line(text, Role.TABLE_CELL) for text in lines])
                cells.append(page.Cell(row, column, tuple(range(first, len(self._lines) + 1))))
        self._tables.append(Table(tuple(cells)))
