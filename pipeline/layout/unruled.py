"""Tables without rules: columns that only white space keeps apart.

A column ends in a white strip that all rows of the table share. What stands below a row with
its first cell empty goes on with it, and so does all up to the next wider step where such steps
part the rows. Three columns make a table, or two where the second holds sums or the first days.
Two columns of which the first holds labels are no table, but belong together row by row; other
columns of words are persons by their roles, or signatures. Columns of running text are none:
their lines go on in the next ones, where rows of a table begin anew. Nor is a list of contents.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from math import inf
from typing import Final, NamedTuple

from pipeline.layout.grids import Grid, GridCell
from pipeline.layout.grouping import Grouping, has_first_alone
from pipeline.layout.pieces import PrintedRow, Span, printed_row, usual_size
from pipeline.layout.placing import Placed
from pipeline.layout.tabular import COLUMNS
from pipeline.layout.wording import goes_on
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


class _Reached(NamedTuple):
    """A row of what may be a table, the columns down to it, and the least step above it.

    Steps are from row to row, in points.
    """

    row: PrintedRow
    columns: list[Span]
    least: float


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
    reached = _extent(rows, start, first, size)
    columns = reached[-1].columns
    table = _made(start, _without_tail([one.row for one in reached], columns), columns)
    if table is not None:
        return table
    # What follows with more room is no part of it; nor are lines of text beside headings one.
    count = _up_to_a_gap(reached)
    inside = [one.row for one in reached[:count]]
    table = _made(start, inside, reached[count - 1].columns) if inside else None
    rows_of_it = {cell.row for cell in table.grid.cells} if table is not None else ()
    return table if len(rows_of_it) == count else None


def _up_to_a_gap(reached: Sequence[_Reached]) -> int:
    """Return how many rows make a table, if those below stand apart; 0 where there is none.

    The most that do. Where rows are grouped in one way, each is looked at but once.
    """
    ways = _ways(reached)
    for _, some in groupby(_gaps(reached), key=lambda count: ways[count - 1]):
        counts = list(some)
        last = reached[counts[0] - 1]
        grouping = Grouping(last.columns, _PARTED * last.least)
        most = 0
        for count, one in enumerate(reached[: counts[0]], start=1):
            grouping.add(one.row)
            if count == counts[-1]:
                counts.pop()
                most = count if grouping.is_table else most
        if most:
            return most
    return 0


def _gaps(reached: Sequence[_Reached]) -> Iterator[int]:
    """Yield the numbers of rows above one that stands apart from them, the last one first."""
    least = reached[-1].least
    for count in range(len(reached) - 1, _ROWS - 1, -1):
        if reached[count].row.middle - reached[count - 1].row.middle > _PARTED * least:
            yield count
            least = reached[count - 1].least


def _ways(reached: Sequence[_Reached]) -> list[int]:
    """Return the number of the way in which each row and those above it are grouped.

    A row may change it: divide the columns otherwise, leave less room in the first of them, or
    stand so close to the one above that others stand apart.
    """
    ways = [0]
    steps: list[float] = []
    for before, after in pairwise(reached):
        same = _are_same(before.columns, after.columns)
        if after.least < before.least:
            apart = (_PARTED * after.least < step <= _PARTED * before.least for step in steps)
            same = same and not any(apart)
        steps.append(after.row.middle - before.row.middle)
        ways.append(ways[-1] + (not same))
    return ways


def _are_same(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Tell whether columns have but grown, and the second begins where it did."""
    return (
        len(before) == len(after)
        and before[1].x0 == after[1].x0
        and all(
            new.x0 <= old.x0 and old.x1 <= new.x1 for old, new in zip(before, after, strict=True)
        )
    )


def _made(start: int, inside: Sequence[PrintedRow], columns: Sequence[Span]) -> Unruled | None:
    """Return the table that rows make, if any."""
    steps = (after.middle - before.middle for before, after in pairwise(inside))
    grouping = Grouping(columns, _PARTED * min(steps, default=0.0))
    for row in inside:
        grouping.add(row)
    if not grouping.is_table:
        return None
    cells = [
        GridCell(number, place, Box(column.x0, part[0].top, column.x1, part[-1].bottom))
        for number, part in enumerate(grouping.parts)
        for place, column in enumerate(columns)
    ]
    return Unruled(start + len(inside), Grid(tuple(cells)), grouping.is_labelled)


def _extent(
    rows: Sequence[PrintedRow | None], start: int, first: PrintedRow, size: float
) -> list[_Reached]:
    """Return the rows of the table that begins with `first`, and its columns down to each.

    Each row more may narrow the white between columns, but not close it.
    """
    last = _Reached(first, [Span(piece.x0, piece.x1) for piece in first.pieces], inf)
    reached = [last]
    for printed in rows[start + 1 :]:
        if printed is None or printed.middle - last.row.middle > _FAR * size:
            break
        row = _in_columns(printed, last.columns, size)
        more = _joined(last.columns, row, _NARROW * size)
        if len(more) < len(last.columns):
            row = row._replace(pieces=row.loose)
            more = _joined(last.columns, row, _NARROW * size)
        fewest = len(last.columns) if len(reached) > 1 else min(len(last.columns), COLUMNS)
        if len(more) < fewest or _is_text(row, last.columns) or _is_title(row, last, size):
            break
        last = _Reached(row, more, min(last.least, row.middle - last.row.middle))
        reached.append(last)
    return reached


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


def _is_text(row: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row is a sentence, or the start of one, in the first column alone."""
    first = row.pieces[0]
    ends = first.text.endswith(_SENTENCE_END) or first.x0 < columns[0].x0 - 1.0
    return ends and has_first_alone(row, columns)


def _is_title(row: PrintedRow, last: _Reached, size: float) -> bool:
    """Tell whether a row stands apart from those above and has nothing but its first cell."""
    least = last.least if last.least < inf else _STEP * size
    apart = row.middle - last.row.middle > _PARTED * least
    return apart and has_first_alone(row, last.columns)


def _without_tail(rows: list[PrintedRow], columns: Sequence[Span]) -> list[PrintedRow]:
    """Leave out what stands below the last row in its first column alone: a title or a note."""
    end = len(rows)
    while end > 1 and has_first_alone(rows[end - 1], columns):
        end -= 1
    rest = [row.pieces[0].text for row in rows[end - 1 :]]
    more = takewhile(lambda pair: goes_on(*pair), pairwise(rest))
    return rows[: end + len(list(more))]
