"""Calendars without words above their columns: a day, what happens, and mostly where.

`27 april AER, arbetsgrupp om åldrande Almvik`: an engine that knows no tables prints the
columns with a blank between them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from pipeline.knowledge.restoring.cell_costs import DAY, CellCosts
from pipeline.knowledge.restoring.cut_rows import Columns, Printed, cuts_of_row
from pipeline.knowledge.restoring.cut_tables import CutTable, Piece, pieces_of, small_words
from pipeline.knowledge.restoring.header_lines import Kind
from pipeline.lexicon import EntityLexicon

_COLUMNS: Final = Columns((Kind.TIME, Kind.TEXT, Kind.PLACE), (0, 0, 0))
_FEWEST: Final = 3
# `14 mars, Turku`, `14 mars – möte` and `Möte i Turku` say by themselves what is what.
_TELLING: Final = re.compile(r"(?:.*[,:;(–-]|i|på|till|vid|hos)")
_SIGN_AFTER_DAY: Final = re.compile(r" *[–:,;-]")
_UNSURE_SHARE: Final = 1 / 3


def calendars(lines: Sequence[str], entities: EntityLexicon | None) -> Iterator[CutTable]:
    """Yield such tables; lines that are cells of other tables are empty."""
    common: Collection[str] = ()
    for dated, numbers in groupby(range(len(lines)), lambda n: _is_dated(lines[n])):
        days = list(numbers) if dated else []
        if len(days) < _FEWEST:
            continue
        common = common or small_words(lines)
        rows = _rows({n: lines[n] for n in days}, CellCosts(entities, common, lower=False))
        if rows:
            yield CutTable(tuple({n: row} for n, row in rows.items()))


def _is_dated(line: str) -> bool:
    day = DAY.match(line)
    return day is not None and not _SIGN_AFTER_DAY.match(line, day.end())


def _rows(lines: Mapping[int, str], costs: CellCosts) -> dict[int, list[Piece]]:
    """Return the cells of each line; none if not most lines end in a place, nearly all surely."""
    printed = {n: Printed(tuple(line.split()), 0.0) for n, line in lines.items()}
    ways = {n: next(cuts_of_row([line], _COLUMNS, costs), None) for n, line in printed.items()}
    rows = {
        n: pieces_of(lines, {n: way[1].lines[0]})[n] for n, way in ways.items() if way is not None
    }
    places = {n: row[-1] for n, row in rows.items() if len(row) == len(_COLUMNS.kinds)}
    before = {n: lines[n][:start].split()[-1] for n, (start, _, _) in places.items()}
    # `Open Days` is no place.
    unsure = sum(
        before[n][0].isupper() and not costs.is_known(Kind.PLACE, lines[n][start:end])
        for n, (start, end, _) in places.items()
    )
    whole = len(rows) == len(lines) < 2 * len(places)
    told = any(_TELLING.fullmatch(word) for word in before.values())
    return rows if whole and not told and unsure <= _UNSURE_SHARE * len(places) else {}
