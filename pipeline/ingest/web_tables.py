"""Tables of web pages as rows of cells."""

from lxml import html

from pipeline.ingest.fragments import Paragraph, paragraphs, table_rows
from pipeline.ingest.stacking import Cell


def cells_of(table: html.HtmlElement) -> list[list[Cell]]:
    """Return the rows of a table, each as cells of paragraphs, a line each.

    A cell that spans several columns or rows has its text in the first of them; the
    others are empty. A caption is the only cell of a first row.
    """
    caption = table.find("caption")
    rows = [[_lines(caption)]] if caption is not None and _lines(caption) else []
    held: dict[int, int] = {}
    for _, cells in table_rows(table):
        row: list[Cell] = []
        for cell in cells:
            _fill_held(row, held)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(row), len(row) + across):
                held[column] = down
            row += [_lines(cell), *[()] * (across - 1)]
        _fill_held(row, held)
        held = {column: rest - 1 for column, rest in held.items() if rest > 1}
        rows.append(row)
    return rows


def _fill_held(row: list[Cell], held: dict[int, int]) -> None:
    """Add empty cells where cells of rows above reach down."""
    while held.get(len(row), 0) > 0:
        row.append(())


def _span(cell: html.HtmlElement, name: str) -> int:
    said = cell.get(name, "1")
    return min(max(int(said), 1), 100) if said.isdecimal() else 1


def _lines(element: html.HtmlElement) -> Cell:
    found = paragraphs(element)
    return tuple((line,) for part in found if isinstance(part, Paragraph) for line in part.lines)
