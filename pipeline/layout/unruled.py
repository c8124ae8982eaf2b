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

from pipeline.layout.extent import PARTED, Reached, extent
from pipeline.layout.grids import Grid, GridCell
from pipeline.layout.grouping import Grouping, has_first_alone
from pipeline.layout.pieces import PrintedRow, Span, printed_row, usual_size
from pipeline.layout.placing import Placed
from pipeline.layout.stops import parted_at_stops
from pipeline.layout.wording import goes_on
from pipeline.model.geometry import Box

_ROWS: Final = 3
_CLOSE: Final = 1.1
"""A step to a line of the same cell, in steps of the table's closest rows, at the most."""


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
    printed = parted_at_stops([printed_row(row, size) for row in rows])
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
    reached = extent(rows, start, first, size)
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


def _up_to_a_gap(reached: Sequence[Reached]) -> int:
    """Return how many rows make a table, if those below stand apart; 0 where there is none.

    The most that do. Where rows are grouped in one way, each is looked at but once.
    """
    ways = _ways(reached)
    for _, some in groupby(_gaps(reached), key=lambda count: ways[count - 1]):
        counts = list(some)
        last = reached[counts[0] - 1]
        grouping = Grouping(last.columns, PARTED * last.least)
        most = 0
        for count, one in enumerate(reached[: counts[0]], start=1):
            grouping.add(one.row)
            if count == counts[-1]:
                counts.pop()
                most = count if grouping.is_table else most
        if most:
            return most
    return 0


def _gaps(reached: Sequence[Reached]) -> Iterator[int]:
    """Yield the numbers of rows above one that stands apart from them, the last one first."""
    least = reached[-1].least
    for count in range(len(reached) - 1, _ROWS - 1, -1):
        if reached[count].row.middle - reached[count - 1].row.middle > PARTED * least:
            yield count
            least = reached[count - 1].least


def _ways(reached: Sequence[Reached]) -> list[int]:
    """Return the number of the way in which each row and those above it are grouped.

    A row may change it: divide the columns otherwise, leave less room in the first of them, or
    stand so close to the one above that others stand apart.
    """
    ways = [0]
    steps: list[float] = []
    for before, after in pairwise(reached):
        same = _are_same(before.columns, after.columns)
        if after.least < before.least:
            apart = (PARTED * after.least < step <= PARTED * before.least for step in steps)
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
    grouping = Grouping(columns, PARTED * min(steps, default=0.0))
    for row in inside:
        grouping.add(row)
    if not grouping.is_table:
        return None
    cells = [
        GridCell(number, place, Box(cell.x0, part[0].top, cell.x1, part[-1].bottom))
        for number, part in enumerate(grouping.parts)
        for place, cell in enumerate(part[0].places or columns)
    ]
    return Unruled(start + len(inside), Grid(tuple(cells)), grouping.is_labelled)


def _without_tail(rows: list[PrintedRow], columns: Sequence[Span]) -> list[PrintedRow]:
    """Leave out what stands below the last row in its first column alone: a title or a note.

    What its cell goes on with stays, be it one line that had no room in the one above.
    """
    end = len(rows)
    while end > 1 and has_first_alone(rows[end - 1], columns):
        end -= 1
    rest = [row.pieces[0].text for row in rows[end - 1 :]]
    more = takewhile(lambda pair: goes_on(*pair), pairwise(rest))
    wrapped = end + 1 == len(rows) and _is_wrapped(rows)
    return rows[: end + max(len(list(more)), wrapped)]


def _is_wrapped(rows: Sequence[PrintedRow]) -> bool:
    """Tell whether the last row, of one cell, goes on with the cell above, which had no room.

    Lines of one cell stand as close to each other as lines do anywhere in the table.
    """
    above, last = rows[-2:]
    firsts = [row.pieces[0] for row in rows[:-1]]
    edge = max((one.x1 for one in firsts if one.x0 <= last.pieces[0].x1), default=inf)
    steps = [after.middle - before.middle for before, after in pairwise(rows)]
    word = last.words[0] if last.words else last.pieces[0]
    no_room = above.pieces[0].x1 + word.x1 - word.x0 > edge
    return no_room and len(steps) > 1 and steps[-1] < _CLOSE * min(steps[:-1])
