"""Rows of tables that are of several persons: a line for each of them in the same cells.

`| Energy Cities | ordförande / ersättare | Åsa Ek / Bo Al | S / M |` is two rows, of which the
second leaves out what it has in common with the first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pipeline.knowledge.rows import Row

_SEAT: Final = re.compile(
    r"(?:(?:vice|ordinarie|personlig|adjungerad|förste|andre|[12]:e) )*"
    r"(?:ordförande|ledamot|ersättare|suppleant|ombud|delegat|representant|president|sekreterare"
    r"|kassör|revisor|rapportör|observatör)(?: (?:i|för|vid|inom) .+)?",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def with_rows_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those of a table's row that several persons share as a row for each."""
    return [
        row
        for in_table, table in groupby(rows, key=lambda row: row.cell and row.cell.table)
        for row in (_apart(list(table)) if in_table is not None else table)
    ]


def _apart(table: Sequence[Row]) -> Iterator[Row]:
    """Yield the lines of a table, its rows numbered anew."""
    number = 0
    for _, group in groupby(table, key=lambda row: row.cell and row.cell.row):
        for lines in _each(list(group)):
            for line in lines:
                assert line.cell is not None
                yield line._replace(cell=line.cell._replace(row=number))
            number += 1


def _each(lines: Sequence[Row]) -> list[list[Row]]:
    """Return the rows that a table's row is, by its cells that hold seats line by line.

    What has one line belongs to the first, as does the cell that begins the row.
    """
    cells = [list(cell) for _, cell in groupby(lines, key=lambda row: row.cell)]
    counts = {len(cell) for cell in cells[1:] if all(_SEAT.fullmatch(_text(one)) for one in cell)}
    count = max(counts, default=1)
    shared = [cell for cell in cells[1:] if len(cell) == count]
    if count < _FEWEST or len(counts) > 1 or len(shared) < _FEWEST:
        return [list(lines)]
    found: list[list[Row]] = [[] for _ in range(count)]
    for place, cell in enumerate(cells):
        if place and len(cell) == count:
            for row, line in zip(found, cell, strict=True):
                row.append(line)
        else:
            found[0] += cell
    return found


def _text(row: Row) -> str:
    return row.text.strip()
