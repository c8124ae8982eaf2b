"""Rows of a table cut into their cells again, be they printed in one line or in several.

Of all ways to cut the lines of a row, the one that costs least: `cell_costs.py` tells what a
cell costs, here is what it costs that a cell goes on in the next line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.restoring.cell_costs import CellCosts
from pipeline.knowledge.restoring.header_lines import Kind
from pipeline.knowledge.restoring.seat_costs import NEVER
from pipeline.layout.wording import is_unfinished
from pipeline.text.months import STEMS

Words = tuple[str, ...]
Cuts = tuple[int, ...]
"""Which word of a line each column begins with, and how many words there are."""
CostOfWords = Callable[[int, int], float]
"""What it costs that a cell has the words of a line from one on, to another (not included)."""

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
_KEPT_TEXTS: Final = 4_096
MOST_LINES: Final = 5


@dataclass(frozen=True)
class Printed:
    """The words of a line, and what it costs that it goes on with the row above."""

    words: Words
    apart: float

    @cached_property
    def parted(self) -> tuple[float, ...]:
        """What it costs that a cell begins with each word, or behind the last one."""
        return tuple(_parted(self.words, start) for start in range(len(self.words) + 1))

    def text(self, start: int, end: int) -> str:
        """Return the words from one on, to another (not included)."""
        return self._text[self._starts[start] : max(self._starts[end] - 1, 0)]

    @cached_property
    def _text(self) -> str:
        return " ".join(self.words)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each word begins in the text, and where one behind the last would."""
        return tuple(accumulate((len(word) + 1 for word in self.words), initial=0))


class Columns(NamedTuple):
    """What the columns of a table hold, and how many letters each is wide at least."""

    kinds: tuple[Kind | None, ...]
    widths: tuple[int, ...]


class Cell(NamedTuple):
    """The words of a cell, what its last line has of them, and the letters of its widest line."""

    words: Words
    end: str
    width: int

    def longer(self, words: Words, end: str) -> "Cell":
        """Return the cell with words of one more line."""
        return Cell((*self.words, *words), end, max(self.width, len(end)))


_NO_CELL: Final = Cell((), "", 0)


class Cut(NamedTuple):
    """A way to cut the lines of a row: where each was cut, and what is in the cells.

    `joins` is what it cost that cells went on or were cut where nothing begins.
    """

    lines: tuple[Cuts, ...]
    cells: tuple[Cell, ...]
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
        if len(line.words) > _MOST_WORDS:
            return
        if number:
            apart += line.apart
            ways = _gone_on(ways, line, columns, costs)
        else:
            ways = [_begun(line, cuts) for cuts in _first_cuts(line, columns.kinds, costs)]
        whole = ((apart + _whole(way, columns, costs), way) for way in ways)
        best = min(whole, key=lambda found: found[0], default=None)
        if best is None or best[0] > _HOPELESS:
            return
        yield best


def _first_cuts(line: Printed, kinds: Sequence[Kind | None], costs: CellCosts) -> list[Cuts]:
    """Return the best ways to cut a line into a cell for each column."""

    def begun(kind: Kind | None, first: bool) -> CostOfWords:
        return lambda start, end: costs.cost(kind, line.words[start:end], first)

    return _cuts(line, [begun(kind, not column) for column, kind in enumerate(kinds)])


def _gone_on(ways: Sequence[Cut], line: Printed, columns: Columns, costs: CellCosts) -> list[Cut]:
    """Return the best ways to give the words of one more line to the cells of a row."""

    @cache  # most ways differ in some of their cells
    def joined(column: int, cell: Cell) -> CostOfWords:
        return _joins(cell, column, line, columns, costs)

    longer: list[Cut] = []
    for way in ways:
        joins = [joined(column, cell) for column, cell in enumerate(way.cells)]
        longer += (_longer(way, line, cuts, joins) for cuts in _cuts(line, joins))
    return sorted(longer, key=lambda way: _so_far(way, columns, costs))[:_WAYS]


def _cuts(line: Printed, costs: Sequence[CostOfWords]) -> list[Cuts]:
    """Return the best ways to divide the words of a line among columns."""
    count, parted = len(line.words), line.parted
    ways: dict[int, list[tuple[float, Cuts]]] = {0: [(0.0, (0,))]}
    for column, cost in enumerate(costs, 1):
        ended: dict[int, list[tuple[float, Cuts]]] = {}
        for start, found in ways.items():
            for end in range(start if column < len(costs) else count, count + 1):
                more = cost(start, end) + parted[start]
                if more < NEVER:
                    ended.setdefault(end, []).extend(
                        [(c + more, (*cuts, end)) for c, cuts in found]
                    )
        ways = {end: sorted(found)[:_WAYS] for end, found in ended.items()}
    return [cuts for _, cuts in ways.get(count, [])]


def _parted(words: Words, start: int) -> float:
    """Return what it costs that a cell begins with a word: a month, thousands, `ordförande`."""
    both = " ".join(words[max(start - 1, 0) : start + 1])
    return _PARTED * bool(_DAY_OR_ROLE.fullmatch(both)) + _MAYBE_PARTED * bool(_SUM.fullmatch(both))


def _begun(line: Printed, cuts: Cuts) -> Cut:
    begun = Cut((), (_NO_CELL,) * (len(cuts) - 1))
    return _longer(begun, line, cuts, ())


def _longer(way: Cut, line: Printed, cuts: Cuts, joins: Sequence[CostOfWords]) -> Cut:
    """Return a way with one more line, given what it costs that each cell goes on in it."""
    spans = list(pairwise(cuts))
    cells = (
        cell.longer(line.words[start:end], line.text(start, end))
        for cell, (start, end) in zip(way.cells, spans, strict=True)
    )
    costs = [join(*span) for join, span in zip(joins, spans, strict=False)]
    costs += [line.parted[start] for start, end in spans if start < end]
    return Cut((*way.lines, cuts), tuple(cells), way.joins + sum(costs))


def _joins(
    cell: Cell, column: int, line: Printed, columns: Columns, costs: CellCosts
) -> CostOfWords:
    """Return what it costs that a cell goes on with some words of the next line, or with none."""
    kind, waiting = columns.kinds[column], waits(cell.end)
    several = columns.kinds.count(Kind.PERSON) > 1

    def with_words(start: int, end: int) -> float:
        if kind is Kind.PERSON and several:
            named = costs.cost(kind, line.words[start:end], False) <= _A_PERSON
            return _GOES_ON if named else NEVER
        if not cell.end or kind in _WHOLE or not any(map(str.isalnum, line.text(start, end))):
            return NEVER
        first, text = line.words[start], line.text(start, end)
        cost = _GOES_ON - _WAITED * waiting + 0.5 * cell.words[-1].isdigit()
        if costs.is_known(kind, f"{whole} {text}"):
            cost -= 2.0
        elif known:
            cost += 1.5
        elif kind is Kind.NAME and first[0].isupper() and not waiting:
            cost += 0.8 * (first.islower() or not cell.words[-1].isupper())
        elif kind in _NAMES and not waiting:
            cost += 0.3
        # The next word had no room, or else would stand in the line above.
        room = max(widest, len(text)) - len(cell.end) - 1 - len(first)
        wide = len(text) - columns.widths[column] if columns.widths[column] else 0
        return cost + _HAD_ROOM * (room >= 0) + _TOO_WIDE * max(wide, 0)

    whole = " ".join(cell.words)
    known = costs.is_known(kind, whole)
    widest = max(cell.width, columns.widths[column])
    return cache(lambda start, end: with_words(start, end) if start < end else _WAITING * waiting)


@lru_cache(_KEPT_TEXTS)
def waits(text: str) -> bool:
    """Tell whether a cell goes on below a line that ends so."""
    return is_unfinished(text) or _LEADS_ON.search(text) is not None


def _whole(way: Cut, columns: Columns, costs: CellCosts) -> float:
    """Return what a row costs that ends here."""
    unfinished = sum(waits(" ".join(cell.words)) for cell in way.cells)
    return _so_far(way, columns, costs) + _UNFINISHED * unfinished


def _so_far(way: Cut, columns: Columns, costs: CellCosts) -> float:
    cells = enumerate(zip(columns.kinds, way.cells, strict=True))
    return way.joins + sum(
        costs.cost(kind, cell.words, not column) for column, (kind, cell) in cells
    )
