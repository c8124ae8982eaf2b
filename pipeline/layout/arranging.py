"""Words with boxes to lines in reading order, blocks, roles and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from msgspec import structs

from pipeline.layout.blocks import divide
from pipeline.layout.columns import regions
from pipeline.layout.grids import CellLines, Grid, fill
from pipeline.layout.lines import line_of
from pipeline.layout.placing import Placed, place, place_box, rows
from pipeline.layout.roles import roles
from pipeline.layout.unruled import unruled_tables
from pipeline.model.geometry import Box
from pipeline.model.page import Cell, Line, Table, Word


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of running text, or a table with its cells."""

    lines: tuple[Line, ...] = ()
    cells: tuple[CellLines, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class _Filled:
    """A table's cells and the words that stand in them; `labelled` as in `Unruled`."""

    grid: Grid
    words: tuple[Word, ...]
    labelled: bool = False


def arrange(
    words: Sequence[Word],
    grids: Sequence[Grid] = (),
    sideways: Sequence[Sequence[Word]] = (),
) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Return a page's lines in reading order, and its tables.

    `words` have boxes (points, origin top left) and come from a text layer or from an
    image alike. `grids` are the tables as ruled; a grid without a word in it is left out.
    `sideways` are lines that do not stand upright: those in a table go to its cells, the
    others come last. Every word is in exactly one line. Raises ValueError for a word
    without a box.
    """
    items = place(words)
    beside = []
    for line in sideways:
        standing = place(line)
        if any(_inside(grid, standing) for grid in grids):
            items += standing
        else:
            beside.append(_Part(lines=(line_of(line),)))
    tables, items = _taken_out(grids, items)
    # Columns of a table would be taken for columns of text, which are read one by one.
    printed = rows(items)
    unruled = unruled_tables(printed)
    more, items = _taken_out([table.grid for table in unruled], items)
    labelled = [table.labelled for table in unruled]
    tables += [replace(one, labelled=flag) for one, flag in zip(more, labelled, strict=True)]
    items += [
        place_box(table.grid.box, number) for number, table in enumerate(tables) if table.words
    ]
    found = regions(items)
    whole = len(found) == 1 and not tables
    parts: list[_Part] = []
    for region in [printed] if whole else map(rows, found):
        parts += _parts(region, tables)
    return _number(parts + beside)


def _taken_out(
    grids: Sequence[Grid], items: Sequence[Placed]
) -> tuple[list[_Filled], list[Placed]]:
    """Return each grid with the words that stand in it, and what stands in none."""
    filled = []
    left = list(items)
    for grid in grids:
        taken = {id(item): item for item in _inside(grid, left)}
        filled.append(_Filled(grid, tuple(_words(taken.values()))))
        # Where grids overlap, the first has the word.
        left = [item for item in left if id(item) not in taken]
    return filled, left


def _inside(grid: Grid, placed: Sequence[Placed]) -> list[Placed]:
    box = grid.box
    return [
        item
        for item in placed
        if box.x0 <= (item.x0 + item.x1) / 2 <= box.x1 and box.y0 <= item.middle <= box.y1
    ]


def _parts(region: Sequence[Sequence[Placed]], tables: Sequence[_Filled]) -> list[_Part]:
    """Return the blocks and tables of a region's rows from top to bottom."""
    parts: list[_Part] = []
    lines: list[Line] = []
    for row in region:
        number = row[0].grid
        if number is None:
            lines.append(line_of(_words(row)))
            continue
        parts += [_Part(lines=tuple(block)) for block in divide(lines)]
        lines = []
        parts += _table_parts(tables[number])
    return parts + [_Part(lines=tuple(block)) for block in divide(lines)]


def _table_parts(table: _Filled) -> list[_Part]:
    """Return a table as it is, or what is labelled as a block for each label."""
    cells = fill(table.grid, table.words)
    if not table.labelled:
        return [_Part(cells=tuple(cells), box=table.grid.box)]
    labelled = groupby(cells, key=lambda entry: entry.cell.row)
    return [_Part(lines=tuple(_across([entry.lines for entry in row]))) for _, row in labelled]


def _across(cells: Sequence[Sequence[Line]]) -> list[Line]:
    """Return the lines of a row's cells, as one where none has more; none of empty cells."""
    lines = [line for cell in cells for line in cell]
    if not lines or max(map(len, cells)) > 1:
        return lines
    return [line_of([word for line in lines for word in line.words])]


def _words(items: Iterable[Placed]) -> list[Word]:
    return [item.word for item in items if item.word is not None]


def _number(parts: Sequence[_Part]) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Put parts one after the other: blocks numbered from 0, lines from 1."""
    found = iter(roles([part.lines for part in parts if part.lines]))
    lines: list[Line] = []
    tables: list[Table] = []
    block = 0
    for part in parts:
        if part.lines:
            role = next(found)
            lines += [structs.replace(line, role=role, block=block) for line in part.lines]
            block += 1
        if part.cells:
            table, block = _append_table(part, lines, block)
            tables.append(table)
    return tuple(lines), tuple(tables)


def _append_table(part: _Part, lines: list[Line], block: int) -> tuple[Table, int]:
    cells = []
    for entry in part.cells:
        first = len(lines) + 1
        lines += [structs.replace(line, block=block) for line in entry.lines]
        block += bool(entry.lines)
        numbers = tuple(range(first, len(lines) + 1))
        cells.append(Cell(entry.cell.row, entry.cell.column, numbers))
    return Table(tuple(cells), part.box), block
