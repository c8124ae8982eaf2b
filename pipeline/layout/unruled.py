"""Tables without rules: columns that only white space keeps apart.

A column ends in a white strip that all rows of the table share. What stands below a row with
its first cell empty goes on with it, and so does all up to the next wider step where such steps
part the rows. Three columns make a table, or two where the second holds sums or the first days.
Two columns of which the first holds labels are no table, but belong together row by row; other
columns of words are persons by their roles, or signatures. Columns of running text are none:
their lines go on in the next ones, where rows of a table begin anew. Nor is a list of contents.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from pipeline.layout.grids import Grid, GridCell
from pipeline.layout.pieces import PrintedRow, Span, printed_row, usual_size
from pipeline.layout.placing import Placed
from pipeline.layout.tabular import (
    COLUMNS,
    begins_anew,
    is_labelled,
    is_table,
    lists_persons,
    may_be_table,
)
from pipeline.layout.wording import goes_on, is_unfinished
from pipeline.model.geometry import Box

_NARROW: Final = 0.5
"""What a column's longest cell leaves of it at the least."""
_FAR: Final = 3.6
"""A step from row to row that is so many font sizes ends a table."""
_PARTED: Final = 1.25
"""A step that is so many times the least one parts rows of several lines."""
_STEP: Final = 1.7
"""A step from row to row, in font sizes, where a table has but one row so far."""
_ROWS: Final = 3
_SENTENCE_END: Final = (".", ":", "?", "!")


class Unruled(NamedTuple):
    """A table in a page's printed rows: the number of the one after its last, and its cells.

    `labelled` tells that it has but labels and what they stand for.
    """

    end: int
    grid: Grid
    labelled: bool


def unruled_tables(rows: Sequence[Sequence[Placed]]) -> list[Unruled]:
    """Return the tables in printed rows of words (points, origin top left), from top to bottom.

    A row that holds a ruled table belongs to none.
    """
    size = usual_size(rows)
    printed = [printed_row(row, size) for row in rows]
    found: list[Unruled] = []
    start = 0
    while start < len(rows):
        table = _table(printed, start, size)
        if table is not None:
            found.append(table)
        start = table.end if table is not None else start + 1
    return found


def _table(rows: Sequence[PrintedRow | None], start: int, size: float) -> Unruled | None:
    first = rows[start]
    if first is None or len(first.pieces) < 2:
        return None
    inside, columns = _extent(rows, start, first, size)
    table = _made(start, _without_tail(inside, columns), columns)
    if table is not None:
        return table
    # What follows with more room is no part of it; nor are lines of text beside headings one.
    while (parted := _last_parted(inside)) is not None:
        inside, columns = _extent(rows[: start + parted], start, first, size)
        table = _made(start, inside, columns)
        if table is not None:
            rows_of_it = {cell.row for cell in table.grid.cells}
            return table if len(rows_of_it) == len(inside) else None
    return None


def _last_parted(rows: Sequence[PrintedRow]) -> int | None:
    """Return the number of the last row that stands apart from those above it, if any."""
    steps = [after.middle - before.middle for before, after in pairwise(rows)]
    limit = _PARTED * min(steps, default=0.0)
    return next((n for n in range(len(steps), _ROWS - 1, -1) if steps[n - 1] > limit), None)


def _made(start: int, inside: Sequence[PrintedRow], columns: Sequence[Span]) -> Unruled | None:
    """Return the table that rows make, if any."""
    if len(columns) < COLUMNS - 1:
        return None
    parts = list(_grouped(inside, columns))
    whole = [_filled(part[0], columns) for part in parts]
    listed = len(parts) > 1 and lists_persons([_filled(row, columns) for row in inside])
    if listed:
        parts = [[row] for row in inside]
    elif len(parts) < _ROWS or not may_be_table(whole) or _is_running_text(parts, columns):
        return None
    labelled = not (listed or is_table(whole))
    if labelled and not is_labelled(whole):
        return None
    cells = [
        GridCell(number, place, Box(column.x0, part[0].top, column.x1, part[-1].bottom))
        for number, part in enumerate(parts)
        for place, column in enumerate(columns)
    ]
    return Unruled(start + len(inside), Grid(tuple(cells)), labelled)


def _extent(
    rows: Sequence[PrintedRow | None], start: int, first: PrintedRow, size: float
) -> tuple[list[PrintedRow], list[Span]]:
    """Return the rows of the table that begins with `first`, and its columns.

    Each row more may narrow the white between columns, but not close it.
    """
    inside, columns = [first], [Span(piece.x0, piece.x1) for piece in first.pieces]
    for printed in rows[start + 1 :]:
        if printed is None or printed.middle - inside[-1].middle > _FAR * size:
            break
        row = _in_columns(printed, columns, size)
        more = _joined(columns, row, _NARROW * size)
        if len(more) < len(columns):
            row = row._replace(pieces=row.loose)
            more = _joined(columns, row, _NARROW * size)
        fewest = len(columns) if len(inside) > 1 else min(len(columns), COLUMNS)
        if len(more) < fewest or _is_text(row, columns) or _is_title(row, inside, columns, size):
            break
        inside.append(row)
        columns = more
    return inside, columns


def _in_columns(row: PrintedRow, columns: Sequence[Span], size: float) -> PrintedRow:
    """Return a row with its number in the first of the columns, if what follows is in the next."""
    if not row.numbered or len(columns) < COLUMNS:
        return row
    number, first, *_ = row.numbered
    apart = number.x1 < columns[1].x0 and abs(first.x0 - columns[1].x0) < _NARROW * size
    return row._replace(pieces=row.numbered) if apart else row


def _joined(columns: Sequence[Span], row: PrintedRow, white: float) -> list[Span]:
    """Return columns with the pieces of one more row in them."""
    spans = sorted([*columns, *(Span(piece.x0, piece.x1) for piece in row.pieces)])
    joined = [spans[0]]
    for span in spans[1:]:
        if span.x0 - joined[-1].x1 < white:
            joined[-1] = Span(joined[-1].x0, max(joined[-1].x1, span.x1))
        else:
            joined.append(span)
    return joined


def _has_first_alone(row: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row has nothing but what stands in the first column."""
    return len(row.pieces) == 1 and row.pieces[0].x0 < columns[0].x1


def _is_text(row: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row is a sentence, or the start of one, in the first column alone."""
    first = row.pieces[0]
    ends = first.text.endswith(_SENTENCE_END) or first.x0 < columns[0].x0 - 1.0
    return ends and _has_first_alone(row, columns)


def _is_title(
    row: PrintedRow, inside: Sequence[PrintedRow], columns: Sequence[Span], size: float
) -> bool:
    """Tell whether a row stands apart from those above and has nothing but its first cell."""
    if not _has_first_alone(row, columns):
        return False
    steps = [after.middle - before.middle for before, after in pairwise(inside)]
    return row.middle - inside[-1].middle > _PARTED * min(steps, default=_STEP * size)


def _filled(row: PrintedRow, columns: Sequence[Span]) -> list[str]:
    """Return what stands in each column of a row."""
    return [
        " ".join(p.text for p in row.pieces if column.x0 <= (p.x0 + p.x1) / 2 <= column.x1)
        for column in columns
    ]


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether a printed row begins anew and has most cells of a table's row."""
    return begins_anew(cells[0]) and 2 * sum(map(bool, cells)) > len(cells)


def _runs_on(part: Sequence[str], last: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether half the cells beside the first go on in a printed row, or more.

    `part` is what they have said so far, `last` what the printed row above does. Words in small
    letters go on below a capital, and all does that stands below what cannot end; one small word
    may be a value by itself (`vakant`).
    """
    beside = [cells for cells in zip(part, last, row, strict=True) if cells[-1]][1:]
    going_on = 0
    for cell, above, below in beside:
        small = below[:1].islower() and " " in below and cell[:1].isupper()
        going_on += bool(above) and (small or is_unfinished(cell))
    return 2 * going_on >= max(len(beside), 1)


def _heads_rows(row: PrintedRow, before: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row's only words are a title of rows, and not the rest of the cell above."""
    first, above = row.pieces[0], before.pieces[0]
    room = columns[1].x0 - 2 * (row.bottom - row.top) - above.x1
    word = (first.x1 - first.x0) * len(first.text.split()[0]) / len(first.text)
    return (
        _has_first_alone(row, columns)
        and begins_anew(first.text)
        and not is_unfinished(above.text)
        and (above.x0 >= columns[0].x1 or room > word)
    )


def _without_tail(rows: list[PrintedRow], columns: Sequence[Span]) -> list[PrintedRow]:
    """Leave out what stands below the last row in its first column alone: a title or a note."""
    end = len(rows)
    while end > 1 and _has_first_alone(rows[end - 1], columns):
        end -= 1
    rest = [row.pieces[0].text for row in rows[end - 1 :]]
    more = takewhile(lambda pair: goes_on(*pair), pairwise(rest))
    return rows[: end + len(list(more))]


def _grouped(rows: Sequence[PrintedRow], columns: Sequence[Span]) -> Iterator[list[PrintedRow]]:
    """Yield the printed rows of each row of the table."""
    steps = [after.middle - before.middle for before, after in pairwise(rows)]
    limit = _PARTED * min(steps, default=0.0)
    begun_at = [True, *(step > limit for step in steps)]
    filled = [_filled(row, columns) for row in rows]
    groups = [cells for cells, begun in zip(filled, begun_at, strict=True) if begun]
    parted = 2 < len(groups) < len(rows) and all(map(_is_row, groups))
    part: list[PrintedRow] = []
    said = last = [""] * len(columns)
    is_head = True
    for row, cells, begun in zip(rows, filled, begun_at, strict=True):
        if parted:
            starts = begun or (all(cells) and begins_anew(cells[0]))
        else:
            starts = _is_row(cells) or bool(part and _heads_rows(row, part[-1], columns))
        sure = is_head or (parted and begun)
        if part and starts and (sure or not _runs_on(said, last, cells)):
            yield part
            part, said, is_head = [], [""] * len(columns), False
        part.append(row)
        said = [" ".join(filter(None, pair)) for pair in zip(said, cells, strict=True)]
        last = cells
    if part:
        yield part


def _is_running_text(parts: Sequence[Sequence[PrintedRow]], columns: Sequence[Span]) -> bool:
    """Tell whether half the lines go on in all columns: seldom do all cells of a row run on."""
    below = [all(_filled(row, columns)) for part in parts for row in part[1:]]
    return 2 * sum(below) >= len(parts) + len(below)
