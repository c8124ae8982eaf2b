"""Rows of a document in which tables that lost their form have their cells again."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, starmap
from typing import Final

from pipeline.knowledge.restoring.calendars import calendars
from pipeline.knowledge.restoring.columnar import read_by_columns
from pipeline.knowledge.restoring.columns_of_sums import columns_of_sums, years_of_columns
from pipeline.knowledge.restoring.cut_tables import CutTable, Piece, cut_tables
from pipeline.knowledge.restoring.fact_columns import facts_by_columns
from pipeline.knowledge.restoring.lines_of_sums import lines_of_sums
from pipeline.knowledge.restoring.seat_rows import seat_rows
from pipeline.knowledge.restoring.stacked import stacked_cells
from pipeline.knowledge.restoring.text_columns import text_columns
from pipeline.knowledge.restoring.torn_columns import with_torn_columns
from pipeline.knowledge.rows import Row
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import CellPlace
from pipeline.lexicon import EntityLexicon
from pipeline.model.page import Role
from pipeline.text.bullets import bullet_at_start

_BAR: Final = "|"
_BETWEEN_BARS: Final = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_FEWEST_COLUMNS: Final = 3
# What it costs that a row of a table goes on in a line of another block, or in a heading.
_OF_BLOCK: Final = 0.2
_OF_HEADING: Final = 0.4


def with_lost_tables(rows: Sequence[Row], entities: EntityLexicon | None = None) -> list[Row]:
    """Return the rows, those that are cells of a table that lost its form as such, row by row.

    Where names tell where a cell ends, they are those that `entities` knows.
    """
    given = entities.given_names if entities is not None else frozenset()
    rows = _with_header(rows)
    rows = _cut(rows, cut_tables(_lines(rows), _apart(rows), entities, paired=False))
    rows = _with_seats(rows, given)
    rows = _cut(rows, cut_tables(_lines(rows), _apart(rows), entities, paired=True))
    rows = _cut(rows, calendars(_lines(rows), entities))
    rows = _with_text_columns(_with_sums(rows))
    tables = _count(rows)
    lines = _lines(rows)
    cells = stacked_cells(lines, tables)
    tables = 1 + max((cell.table for cell in cells.values()), default=tables - 1)
    order = list(range(len(rows)))
    left = ["" if n in cells else line for n, line in enumerate(lines)]
    by_columns = chain(read_by_columns(lines), facts_by_columns(left))
    for table, columns in enumerate(by_columns, tables):
        by_row = list(zip(*columns, strict=True))
        order[columns[0].start : columns[-1].stop] = list(chain.from_iterable(by_row))
        cells |= {
            line: CellPlace(table, row, column)
            for row, of_row in enumerate(by_row)
            for column, line in enumerate(of_row)
        }
    rows = [rows[n]._replace(cell=cells.get(n, rows[n].cell)) for n in order]
    return [*with_torn_columns(rows, entities)]


def _with_seats(rows: Sequence[Row], given: frozenset[str]) -> Sequence[Row]:
    """Return the rows, those of tables of seats whose columns ran together as a row a cell."""
    lines = _lines(rows)
    found: list[Row] = []
    done = 0
    for table, cells in enumerate(seat_rows(lines, given), _count(rows)):
        found += rows[done : cells[0].line]
        for cell in cells:
            part = rows[cell.line].part(cell.start, cell.end)
            place = CellPlace(table, cell.row, cell.column)
            found.append(part._replace(cell=place, begins=cell.begins))
        done = max(cell.line for cell in cells) + 1
    return [*found, *rows[done:]]


def _with_sums(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, those that are a label and sums in a list of such as a cell each."""
    rows = [row._replace(begins=True) if _heads_sums(row) else row for row in rows]
    lines = _lines(rows)
    single = ({n: [0, at] for n, at in sums.items()} for sums in lines_of_sums(lines))
    parted: dict[int, list[Row]] = {}
    for table, cells in enumerate(chain(columns_of_sums(lines), single), _count(rows)):
        for place, (number, starts) in enumerate(cells.items()):
            parted[number] = _in_cells(rows[number], starts, table, place)
    return list(chain.from_iterable(parted.get(n, [row]) for n, row in enumerate(rows)))


def _heads_sums(row: Row) -> bool:
    return row.begins is None and bool(years_of_columns(_line(row)))


def _in_cells(row: Row, starts: Sequence[int], table: int, place: int) -> list[Row]:
    """Return the cells of a row that begin at such places of its line."""
    return [
        row.part(start, end)._replace(cell=CellPlace(table, place, column))
        for column, (start, end) in enumerate(pairwise([0, *starts[1:], len(row.text)]))
    ]


def _cut(rows: Sequence[Row], tables: Iterable[CutTable]) -> Sequence[Row]:
    """Return the rows, those of tables with cells that ran together as one for each part."""
    order: list[Row] = []
    done = 0
    for table, found in enumerate(tables, _count(rows)):
        for place, pieces in enumerate(found.rows):
            order += rows[done : min(pieces)]
            done = max(pieces) + 1
            order += _cells_of(rows, pieces, table, place)
    return [*order, *rows[done:]]


def _apart(rows: Sequence[Row]) -> list[float]:
    """Return how much each line stands apart from the one above, as layout tells."""
    return [0.0, *starmap(_apart_from, pairwise(rows))]


def _apart_from(before: Row, row: Row) -> float:
    block = before.page != row.page or before.line.block != row.line.block
    return _OF_BLOCK * block + _OF_HEADING * (row.line.role is Role.HEADING)


def _cells_of(
    rows: Sequence[Row], pieces: Mapping[int, Sequence[Piece]], table: int, place: int
) -> Iterator[Row]:
    """Yield the parts of a table's row, cell by cell."""
    parts = sorted(
        (column, number, start, end)
        for number, of_line in pieces.items()
        for start, end, column in of_line
    )
    above: int | None = None
    for column, number, start, end in parts:
        part = rows[number].part(start, end)
        yield part._replace(cell=CellPlace(table, place, column), begins=column != above)
        above = column


def _with_text_columns(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, those of tables whose columns stand below each other row by row."""
    tables: dict[int, list[Row]] = {}
    taken: set[int] = set()
    for table, found in enumerate(text_columns(_lines(rows)), _count(rows)):
        cells = [
            rows[number]._replace(
                cell=CellPlace(table, place, column),
                begins=not later or bullet_at_start(_line(rows[number])) is not None,
            )
            for place, row in enumerate(found.rows)
            for column, numbers in row.items()
            for later, number in enumerate(numbers)
        ]
        tables[found.rows[0][0][0]] = cells
        taken |= {n for row in found.rows for numbers in row.values() for n in numbers}
    return [
        row for n, one in enumerate(rows) for row in (tables.get(n, []) if n in taken else [one])
    ]


def _with_header(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, a header that alone kept the bars between its columns as a line for each."""
    bars = {n for n, row in enumerate(rows) if row.cell is None and _BAR in row.text}
    found: list[Row] = []
    for number, row in enumerate(rows):
        alone = number in bars and not bars & {number - 1, number + 1}
        found += _divided(row) if alone else [row]
    return found


def _divided(row: Row) -> list[Row]:
    """Return the words above columns that a row holds, else the row."""
    words = list(_BETWEEN_BARS.finditer(row.text.lstrip()))
    known = all(any(one.match(word[0]) for one in COLUMN_WORDS.values()) for word in words[1:])
    if len(words) < _FEWEST_COLUMNS or not known:
        return [row]
    return [row.part(*word.span())._replace(begins=True) for word in words]


def _lines(rows: Sequence[Row]) -> list[str]:
    return [_line(row) for row in rows]


def _line(row: Row) -> str:
    """Return the words of a row that stands in no cell."""
    return "" if row.cell is not None else row.text.strip()


def _count(rows: Sequence[Row]) -> int:
    return 1 + max((row.cell.table for row in rows if row.cell is not None), default=-1)
