"""Rows of a document in which tables that lost their form have their cells again."""

from collections.abc import Sequence
from itertools import chain

from pipeline.knowledge.columnar import read_by_columns
from pipeline.knowledge.rows import Row
from pipeline.knowledge.stacked import stacked_cells
from pipeline.knowledge.textflow import CellPlace


def with_lost_tables(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those that are cells of a table that lost its form as such, row by row."""
    tables = 1 + max((row.cell.table for row in rows if row.cell is not None), default=-1)
    lines = ["" if row.cell is not None else row.text.strip() for row in rows]
    cells = stacked_cells(lines, tables)
    tables = 1 + max((cell.table for cell in cells.values()), default=tables - 1)
    order = list(range(len(rows)))
    for table, columns in enumerate(read_by_columns(lines), tables):
        by_row = list(zip(*columns, strict=True))
        order[columns[0].start : columns[-1].stop] = list(chain.from_iterable(by_row))
        cells |= {
            line: CellPlace(table, row, column)
            for row, of_row in enumerate(by_row)
            for column, line in enumerate(of_row)
        }
    return [rows[n]._replace(cell=cells.get(n, rows[n].cell)) for n in order]
