"""Rows of a table cut into their cells again, be they printed in one line or in several.

Of all ways to cut the lines of a row, the one that costs least: `cell_costs.py` tells what a
cell costs, here is what it costs that a cell goes on in the next line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.restoring.cell_costs import CellCosts
from pipeline.knowledge.restoring.header_lines import Kind
from pipeline.knowledge.restoring.seat_costs import NEVER
from pipeline.layout.wording import is_unfinished
from pipeline.text.months import STEMS

Words = tuple[str, ...]
Cuts = tuple[int, ...]
"""Which word of a line each column begins with, and how many words there are."""

# What it costs that a cell ends in the middle of a day or a role, and maybe of a sum.
_PARTED: Final = 3.0
_MAYBE_PARTED: Final = 0.5
_DAY_OR_ROLE: Final = re.compile(
    rf"[\d–-]*\d (?:{'|'.join(STEMS)})[a-zåäö]*|(?:{'|'.join(STEMS)})[a-zåäö]* (?:19|20)\d\d"
    r"|(?:vice|v\.|ordinarie|personlig|förste|första|andre|andra) \w+",
    re.IGNORECASE,
)
_SUM: Final = re.compile(r"[\d–-]*\d (?:\d{3}|kr|tkr|mkr|euro)", re.IGNORECASE)
_WAYS: Final = 8
_HOPELESS: Final = 5.0
# What it costs that a row ends in the middle of a cell, that a cell goes on or not where it
# waits for more, though its next word had room above, or in a line so many letters too wide.
_UNFINISHED: Final = 1.0
_GOES_ON: Final = 0.15
_WAITED: Final = 0.6
_WAITING: Final = 0.6
_HAD_ROOM: Final = 0.8
# What a name may cost that stands below another in a cell of persons.
_A_PERSON: Final = 1.0
_TOO_WIDE: Final = 0.05
# What is named goes on more seldom than what is told.
_NAMES: Final = (Kind.KNOWN, Kind.WHO, Kind.PLACE)
# What never goes on in the next line.
_WHOLE: Final = (Kind.SUM, Kind.NUMBER, Kind.PARTY, Kind.PERSON)
_LEADS_ON: Final = re.compile(
    r"(?:[-,]|\b(?:ur|efter|bland|sedan|när|där|innan|utan|över|bör|får|vill|blir|måste|både)"
    r"|[a-zåäö](?<!ompet)(?<!onfer)(?<!refer)(?<!resid)(?<!sekv)(?:ens|ets|rnas)|:s)$"
)
_MOST_WORDS: Final = 24
MOST_LINES: Final = 5


class Printed(NamedTuple):
    """The words of a line, and what it costs that it goes on with the row above."""

    words: Words
    apart: float


class Columns(NamedTuple):
    """What the columns of a table hold, and how many letters each is wide at least."""

    kinds: tuple[Kind | None, ...]
    widths: tuple[int, ...]


class Cut(NamedTuple):
    """A way to cut the lines of a row: where each was cut, and what is in the cells.

    `ends` is what the last line has of each cell, `joins` what it cost that cells went on or
    were cut where nothing begins.
    `widths` is how many letters a line of each cell has at most.
    """

    lines: tuple[Cuts, ...]
    cells: tuple[Words, ...]
    ends: tuple[str, ...]
    widths: tuple[int, ...]
    joins: float = 0.0


def cuts_of_row(
    lines: Sequence[Printed], columns: Columns, costs: CellCosts
) -> Iterator[tuple[float, Cut]]:
    """Yield the cost of the best way to cut the first line alone, the first two, and so on.

    What costs too much to be a row ends it.
    """
    ways: list[Cut] = []
    apart = 0.0
    for number, line in enumerate(lines[:MOST_LINES]):
        words = line.words
        if len(words) > _MOST_WORDS:
            return
        if number:
            apart += line.apart
            ways = _gone_on(ways, words, columns, costs)
        else:
            ways = [_begun(words, cuts) for cuts in _first_cuts(words, columns.kinds, costs)]
        whole = ((apart + _whole(way, columns, costs), way) for way in ways)
        best = min(whole, key=lambda found: found[0], default=None)
        if best is None or best[0] > _HOPELESS:
            return
        yield best


def _first_cuts(words: Words, kinds: Sequence[Kind | None], costs: CellCosts) -> list[Cuts]:
    """Return the best ways to cut a line into a cell for each column."""

    def cost(column: int, start: int, end: int) -> float:
        cell = costs.cost(kinds[column], words[start:end], not column)
        return cell + _parted(words, start)

    return _cuts(len(words), len(kinds), 0, cost)


def _gone_on(ways: Sequence[Cut], words: Words, columns: Columns, costs: CellCosts) -> list[Cut]:
    """Return the best ways to give the words of one more line to the cells of a row."""
    longer = (
        _longer(way, words, cuts, columns, costs)
        for way in ways
        for cuts in _next_cuts(way, words, columns, costs)
    )
    return nsmallest(_WAYS, longer, key=lambda way: _so_far(way, columns, costs))


def _next_cuts(way: Cut, words: Words, columns: Columns, costs: CellCosts) -> list[Cuts]:
    def cost(column: int, start: int, end: int) -> float:
        joined = _join(way, column, words[start:end], columns, costs)
        return joined + _parted(words, start)

    return _cuts(len(words), len(columns.kinds), 0, cost)


def _cuts(
    count: int, columns: int, fewest: int, cost: Callable[[int, int, int], float]
) -> list[Cuts]:
    """Return the best ways to divide so many words among columns, so many at least to each."""
    ways: dict[int, list[tuple[float, Cuts]]] = {0: [(0.0, (0,))]}
    for column in range(columns):
        left = fewest * (columns - column - 1)
        ended: dict[int, list[tuple[float, Cuts]]] = {}
        for start, found in ways.items():
            first = start + fewest if column < columns - 1 else count
            for end in range(first, count - left + 1):
                more = cost(column, start, end)
                if more < NEVER:
                    ended.setdefault(end, []).extend((c + more, (*cuts, end)) for c, cuts in found)
        ways = {end: nsmallest(_WAYS, found) for end, found in ended.items()}
    return [cuts for _, cuts in ways.get(count, [])]


def _parted(words: Words, start: int) -> float:
    """Return what it costs that a cell begins with a word: a month, thousands, `ordförande`."""
    both = " ".join(words[max(start - 1, 0) : start + 1])
    return _PARTED * bool(_DAY_OR_ROLE.fullmatch(both)) + _MAYBE_PARTED * bool(_SUM.fullmatch(both))


def _begun(words: Words, cuts: Cuts) -> Cut:
    cells = tuple(words[start:end] for start, end in pairwise(cuts))
    ends = tuple(map(" ".join, cells))
    joins = sum(_parted(words, start) for start, end in pairwise(cuts) if start < end)
    return Cut((cuts,), cells, ends, tuple(map(len, ends)), joins)


def _join(way: Cut, column: int, words: Words, columns: Columns, costs: CellCosts) -> float:
    """Return what it costs that a cell goes on with some words of the next line, or with none."""
    kind, before, above = columns.kinds[column], way.cells[column], way.ends[column]
    waiting = waits(above)
    if not words:
        return _WAITING * waiting
    if kind is Kind.PERSON and columns.kinds.count(Kind.PERSON) > 1:
        named = bool(words) and costs.cost(kind, words, False) <= _A_PERSON
        return _GOES_ON if named or not words else NEVER
    if not above or kind in _WHOLE or not any(map(str.isalnum, "".join(words))):
        return NEVER
    cost = _GOES_ON - _WAITED * waiting + 0.5 * before[-1].isdigit()
    text = " ".join(before)
    if costs.is_known(kind, f"{text} {' '.join(words)}"):
        cost -= 2.0
    elif costs.is_known(kind, text):
        cost += 1.5
    elif kind is Kind.NAME and words[0][0].isupper() and not waiting:
        cost += 0.8 * (words[0].islower() or not before[-1].isupper())
    elif kind in _NAMES and not waiting:
        cost += 0.3
    # The next word had no room, or else would stand in the line above.
    width = len(" ".join(words))
    widest = max(way.widths[column], columns.widths[column], width)
    room = widest - len(above) - 1 - len(words[0])
    wide = width - columns.widths[column] if columns.widths[column] else 0
    return cost + _HAD_ROOM * (room >= 0) + _TOO_WIDE * max(wide, 0)


def waits(text: str) -> bool:
    """Tell whether a cell goes on below a line that ends so."""
    return is_unfinished(text) or _LEADS_ON.search(text) is not None


def _longer(way: Cut, words: Words, cuts: Cuts, columns: Columns, costs: CellCosts) -> Cut:
    pieces = [words[start:end] for start, end in pairwise(cuts)]
    joins = [_join(way, column, words, columns, costs) for column, words in enumerate(pieces)]
    joins += [_parted(words, start) for start, end in pairwise(cuts) if start < end]
    ends = tuple(map(" ".join, pieces))
    return Cut(
        (*way.lines, cuts),
        tuple((*cell, *piece) for cell, piece in zip(way.cells, pieces, strict=True)),
        ends,
        tuple(max(width, len(end)) for width, end in zip(way.widths, ends, strict=True)),
        way.joins + sum(joins),
    )


def _whole(way: Cut, columns: Columns, costs: CellCosts) -> float:
    """Return what a row costs that ends here."""
    unfinished = sum(waits(" ".join(words)) for words in way.cells)
    return _so_far(way, columns, costs) + _UNFINISHED * unfinished


def _so_far(way: Cut, columns: Columns, costs: CellCosts) -> float:
    cells = enumerate(zip(columns.kinds, way.cells, strict=True))
    return way.joins + sum(costs.cost(kind, words, not column) for column, (kind, words) in cells)
