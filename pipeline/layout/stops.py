"""Cells that ran together, told apart by where the cells of other rows begin.

A cell that fills its column leaves no more white than stands between words, and dirt read from
the white fills it. Columns of a table begin at stops, though.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.layout.pieces import PrintedRow, parted_before

_SAME: Final = 1.5
"""Points by which the beginnings of cells at one stop differ at most."""
_NEAR: Final = 8
"""Rows up or down in which others show a stop."""
_OTHERS: Final = 2

Stops = Mapping[int, Sequence[int]]
"""Numbers of the rows in which a cell begins at a place, by that place in steps of `_SAME`."""


def parted_at_stops(rows: Sequence[PrintedRow | None]) -> list[PrintedRow | None]:
    """Return rows in pieces, those that ran together parted where pieces of two others begin.

    Only rows that have a piece at such a place already, for running text has words everywhere,
    and none into more pieces than those others have.
    """
    stops = _stops(rows)
    return [_parted(number, rows, stops) for number in range(len(rows))]


def _parted(number: int, rows: Sequence[PrintedRow | None], stops: Stops) -> PrintedRow | None:
    row = rows[number]
    if row is None or len(row.pieces) < 2:
        return row
    begun = {piece.x0 for piece in row.pieces[1:]}
    if not any(_shown(x0, number, stops) for x0 in begun):
        return row
    shown = {word.x0: _shown(word.x0, number, stops) for word in row.words[1:]}
    more = {x0 for x0, others in shown.items() if others} - begun
    others = {other for x0 in more for other in shown[x0]}
    most = max((len(one.pieces) for n in others if (one := rows[n]) is not None), default=0)
    return parted_before(row, more) if len(row.pieces) + len(more) <= most else row


def _stops(printed: Sequence[PrintedRow | None]) -> Stops:
    stops: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(printed):
        for piece in row.pieces[1:] if row is not None else ():
            stops[round(piece.x0 / _SAME)].append(number)
    return stops


def _shown(x0: float, number: int, stops: Stops) -> set[int]:
    """Return the numbers of other rows near this one that have a cell begin at a place, if two."""
    place = round(x0 / _SAME)
    rows = {row for beside in (-1, 0, 1) for row in _near(stops.get(place + beside, ()), number)}
    rows.discard(number)
    return rows if len(rows) >= _OTHERS else set()


def _near(rows: Sequence[int], number: int) -> Iterator[int]:
    for row in rows[bisect_left(rows, number - _NEAR) :]:
        if row > number + _NEAR:
            return
        yield row
