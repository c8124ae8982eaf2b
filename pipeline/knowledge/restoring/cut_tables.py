"""Tables whose cells ran together: each line has its cells with a blank between them.

`Projekt Innehåll Program` / `KUSTVAKA Larm för små hamnar Interreg Nord`: the words above say
what cells follow each other, and where one ends is told by what stands in it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from pipeline.knowledge.restoring.cell_costs import CellCosts
from pipeline.knowledge.restoring.cut_rows import Columns, Cuts, Printed, cuts_of_row
from pipeline.knowledge.restoring.header_lines import Column, Kind, columns_of
from pipeline.lexicon import EntityLexicon

Piece = tuple[int, int, int]
"""Where a part of a cell begins and ends in its line, and its column."""


class CutTable(NamedTuple):
    """A table: for each of its rows the pieces of its lines, by the numbers of these."""

    rows: tuple[dict[int, list[Piece]], ...]


_WORD: Final = re.compile(r"\S+")
_MOST_ROWS: Final = 40
# What a row and a line are worth, of which its cost is taken: rows that cost more are none.
_ROW_WORTH: Final = 2.0
_LINE_WORTH: Final = 0.6
# What a row costs that its texts begin with small letters, and any row at most in the mean.
_SMALL_COST: Final = 0.25
_DEAREST: Final = 1.0
# What ends a table: a numbered or counted heading, an item of a list, a sentence.
_ENDS: Final = re.compile(
    r"(?:\d{1,2}|[A-ZÅÄÖ])[.)]? [A-ZÅÄÖ]|[A-ZÅÄÖ][a-zåäö]+ (?:\d{1,2}[.:]? [A-ZÅÄÖ]|[A-H][.:])"
    r"|[•●▪*–—-] ?\w|.*:$|.*\w\w\.$|.*[a-zåäö]{3}(?<!ordf)\. [A-ZÅÄÖ]"
    r"|.*\((?:belopp i )?(?:tkr|mkr|kr|kronor|SEK|euro)\)$"
)
_COUNTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]? ")
# How much a line stands apart that is a heading in a block of its own.
_HEADING: Final = 0.5
_TOLD: Final = re.compile(r"[^\W_]|%")
_DIRT: Final = re.compile(r"[\W_]+|(?=.{1,4}$)[\W_]+[a-zåäö]+|[a-zåäö]+[\W_]+")
# What words above a last column go on with: `Avgift` / `2027`, `Medlem` / `sedan`
_HEADER_TAIL: Final = re.compile(r"(?:19|20)\d\d|\([a-z]+\)|[a-zåäö]+")
_SMALL: Final = re.compile(r"(?<![\w-])[a-zåäöé]{3,}(?![\w-])")


def cut_tables(
    lines: Sequence[str],
    apart: Sequence[float],
    entities: EntityLexicon | None,
    *,
    paired: bool = True,
) -> Iterator[CutTable]:
    """Yield such tables; lines that are cells of other tables are empty.

    `apart` is how much each line stands apart from the one above. Tables with several columns
    of persons are among them if `paired`.
    """
    below = 0
    common: Collection[str] = ()
    for number, line in enumerate(lines):
        columns = columns_of(line) if line and number >= below else ()
        persons = sum(column.kind is Kind.PERSON for column in columns)
        if not columns or (persons > 1 and not paired):
            continue
        common = common or small_words(lines)
        header = {number: [(c.start, c.end, n) for n, c in enumerate(columns) if c.end]}
        first = number + 1
        if _HEADER_TAIL.fullmatch("".join(lines[first : first + 1])):
            header[first] = [(0, len(lines[first]), len(columns) - 1)]
            first += 1
        printed = _printed(lines, apart, first, columns[0].kind is Kind.NUMBER)
        above = _above_heading(printed)
        rows = _best_rows(printed, columns, entities, common)
        rows = rows or _best_rows(above, columns, entities, common) if above else rows
        rows = rows if columns[0].end else _whole(rows)
        if rows:
            yield CutTable((header, *_with_ends(lines, [pieces_of(lines, row) for row in rows])))
            below = max(rows[-1]) + 1


def _printed(
    lines: Sequence[str], apart: Sequence[float], first: int, counted: bool
) -> dict[int, Printed]:
    """Return the lines that may be a table's from `first` on, by number, without dirt."""
    printed: dict[int, Printed] = {}
    for number in range(first, len(lines)):
        line = lines[number]
        if _DIRT.fullmatch(line):
            continue
        ends = _ENDS.match(line) and not (counted and _COUNTED.match(line))
        if not line or len(printed) == _MOST_ROWS or ends or columns_of(line):
            break
        printed[number] = Printed(tuple(line.split()), apart[number])
    return printed


def _whole(rows: Sequence[dict[int, Cuts]]) -> list[dict[int, Cuts]]:
    """Return the rows up to the first that leaves a cell out; nothing of one alone."""
    firsts = (next(iter(row.values())) for row in rows)
    whole = [all(start < end for start, end in pairwise(cuts)) for cuts in firsts]
    count = [*whole, False].index(False)
    return [*rows[:count]] if count > 1 else []


def _above_heading(printed: Mapping[int, Printed]) -> dict[int, Printed]:
    """Return the lines above the first that heads something else, by how it stands apart."""
    lines = list(printed.items())
    heading = next((n for n, (_, line) in enumerate(lines) if n and line.apart >= _HEADING), 0)
    return dict(lines[:heading])


def _best_rows(
    printed: Mapping[int, Printed],
    columns: Sequence[Column],
    entities: EntityLexicon | None,
    common: Collection[str],
) -> list[dict[int, Cuts]]:
    """Return the rows below a header, texts with or without capitals, whichever costs less."""
    kinds = tuple(column.kind for column in columns)
    named = Kind.NAME in kinds and Kind.TEXT in kinds
    best: tuple[float, list[dict[int, Cuts]]] = (0.0, [])
    for lower in (False, True) if named else (False,):
        costs = CellCosts(entities, common, lower)
        found = _rows(printed, Columns(kinds, (0,) * len(kinds)), costs)
        if any(len(row) > 1 for row in found[1]):
            found = _rows(printed, Columns(kinds, _widths(printed, found[1])), costs)
        worth, rows = found
        best = max(best, (worth - lower * _SMALL_COST * len(rows), rows), key=lambda one: one[0])
    worth, rows = best
    enough = len(rows) > 1 or Kind.SUM in kinds or Kind.TIME in kinds
    cost = len(rows) * _ROW_WORTH + sum(map(len, rows)) * _LINE_WORTH - worth
    return rows if enough and cost <= len(rows) * _DEAREST else []


def _widths(printed: Mapping[int, Printed], rows: Sequence[Mapping[int, Cuts]]) -> tuple[int, ...]:
    """Return how many letters the first lines of rows have at most in each column."""
    firsts = [next(iter(row.items())) for row in rows]
    lengths = (
        [len(" ".join(printed[number].words[start:end])) for start, end in pairwise(cuts)]
        for number, cuts in firsts
    )
    return tuple(map(max, zip(*lengths, strict=True)))


def _rows(
    printed: Mapping[int, Printed], columns: Columns, costs: CellCosts
) -> tuple[float, list[dict[int, Cuts]]]:
    """Return what the best division of lines into rows is worth, and these rows."""
    numbers, lines = list(printed), list(printed.values())
    best: dict[int, tuple[float, list[dict[int, Cuts]]]] = {0: (0.0, [])}
    for start in range(len(lines)):
        if start not in best:
            continue
        worth, rows = best[start]
        for count, found in enumerate(cuts_of_row(lines[start:], columns, costs), 1):
            more = worth + _ROW_WORTH + count * _LINE_WORTH - found[0]
            row = dict(zip(numbers[start:], found[1].lines, strict=False))
            best[start + count] = max(
                best.get(start + count, (-inf, [])), (more, [*rows, row]), key=lambda one: one[0]
            )
    return max(best.values(), key=lambda one: one[0])


def _with_ends(
    lines: Sequence[str], rows: Sequence[dict[int, list[Piece]]]
) -> Sequence[dict[int, list[Piece]]]:
    """Return the rows, names that go on beside the next row of the same as one cell."""
    for row, below in pairwise(rows):
        last, first = max(row), min(below)
        start, end, column = below[first][0]
        begun = [piece for piece in row[last] if piece[2] == 0]
        if column or not begun or len(below[first]) == 1:
            continue
        above = lines[last][begun[0][0] : begun[0][1]]
        if above.endswith(",") or lines[first][start:end][:1].islower():
            row[first] = [(start, end, 0)]
            below[first] = below[first][1:]
    return rows


def small_words(lines: Sequence[str]) -> frozenset[str]:
    """Return the words of lines that stand there without a capital."""
    return frozenset(word for text in lines for word in _SMALL.findall(text))


def pieces_of(
    lines: Sequence[str] | Mapping[int, str], row: Mapping[int, Cuts]
) -> dict[int, list[Piece]]:
    """Return the parts of the cells of a row, by the numbers of its lines."""
    pieces: dict[int, list[Piece]] = {}
    for number, cuts in row.items():
        words = list(_WORD.finditer(lines[number]))
        parts = (_clean(words[first:last]) for first, last in pairwise(cuts))
        pieces[number] = [
            (part[0].start(), part[-1].end(), column) for column, part in enumerate(parts) if part
        ]
    return pieces


def _clean(words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Return the words of a part of a cell without the dirt around them; a dash alone stays."""
    told = [place for place, word in enumerate(words) if _TOLD.search(word[0])]
    return words[told[0] : told[-1] + 1] if told else words
