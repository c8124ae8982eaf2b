"""Columns that were torn off a table, and read behind what else stands on the page.

`Projekt Innehåll` / `Havsvind Vindkraft till havs` / … / a paragraph / `Budget` / `2 mkr`: an
engine took the last columns for a text of its own. What they belong to is told by counting: as
many cells stand below a word above a column as there are rows in a table above on the page.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.restoring.cell_costs import CellCosts
from pipeline.knowledge.restoring.cut_rows import Columns, Printed, cuts_of_row
from pipeline.knowledge.restoring.header_lines import Kind, kind_of, words_of
from pipeline.knowledge.rows import Row
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import CellPlace
from pipeline.lexicon import EntityLexicon
from pipeline.model.page import Role

# What columns name the things that rows are about, and what is told in those torn off.
_NAMING: Final = ("project", "subject", "date")
_TOLD: Final = frozenset({Kind.SUM, Kind.TIME, Kind.KNOWN, Kind.PLACE})
_TOLD_BESIDE: Final = _TOLD | {Kind.TEXT}
# What words above a column go on with in a line of its own: a year, a unit.
_TAIL: Final = re.compile(r"(?:19|20)\d\d|\(?(?:tkr|mkr|mnkr|kkr|kr|kronor|SEK|euro|€)\)?")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NAME: Final = re.compile(r"[A-ZÅÄÖÉ].{1,59}(?<![.:;!?,])")
_WORD: Final = re.compile(r"\S+")
_FEWEST_ROWS: Final = 2
_MOST_ROWS: Final = 40
# How many tables above are looked at.
_NEAREST: Final = 5
# What a row of such cells may cost at most.
_DEAREST: Final = 0.9


class _Part(NamedTuple):
    """Columns of a table: the words above them, their cells row by row, and where these stand.

    The first of the rows is the header. `lines` are the numbers of what each row was made of.
    """

    words: tuple[str, ...]
    rows: tuple[tuple[Row, ...], ...]
    lines: tuple[tuple[int, ...], ...]

    @property
    def kinds(self) -> list[Kind | None]:
        return [kind_of(words) for words in self.words]

    @property
    def height(self) -> int:
        return len(self.rows) - 1

    def holds(self, kinds: Iterable[Kind]) -> bool:
        """Tell whether nothing but such cells stands in the columns."""
        return {*kinds}.issuperset(self.kinds)

    def names(self) -> bool:
        """Tell whether the first of the columns names what the rows are about."""
        return any(COLUMN_WORDS[naming].match(self.words[0]) for naming in _NAMING)


def with_torn_columns(rows: Sequence[Row], entities: EntityLexicon | None) -> Sequence[Row]:
    """Return the rows, columns that were torn off as cells of the tables that they belong to."""
    costs = CellCosts(entities, (), lower=False)
    tables = {part.lines[0][0]: part for part in _tables(rows)}
    hosts: list[_Part] = []
    joined: dict[int, list[_Part]] = {}
    for number, row in enumerate(rows):
        part = tables.get(number) or (_header(rows, number) if row.cell is None else None)
        if part is None:
            continue
        host, torn = _host(rows, hosts, part, costs) or (part, None)
        if torn is not None:
            hosts = [host if one.lines[0] == host.lines[0] else one for one in hosts]
            joined.setdefault(host.lines[0][0], [host]).append(torn)
        elif part.names():
            hosts.append(part)
    return _in_tables(rows, list(joined.values())) if joined else rows


def _tables(rows: Sequence[Row]) -> Iterator[_Part]:
    """Yield the tables, their first row as the words above columns, if it has all of these."""
    tables: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, row in enumerate(rows):
        if row.cell is not None:
            tables[row.cell.table][row.cell.row].append(number)
    for table in tables.values():
        lines = tuple(tuple(table[row]) for row in sorted(table))
        words: defaultdict[int, list[str]] = defaultdict(list)
        for row in (rows[number] for number in lines[0]):
            words[row.cell.column if row.cell else 0].append(row.text.strip())
        cells = tuple(tuple(rows[number] for number in numbers) for numbers in lines)
        columns = {row.cell.column for row in chain.from_iterable(cells) if row.cell}
        if columns == words.keys() == {*range(len(words))}:
            told = tuple(" ".join(words[column]) for column in range(len(words)))
            yield _Part(told, cells, lines)


def _header(rows: Sequence[Row], number: int) -> _Part | None:
    """Return the columns that a line and what it goes on in are the words above, without rows."""
    words = words_of(_line(rows, number))
    if not words or not all(kind_of(word[0]) for word in words):
        return None
    cells = [_cell(rows[number], 0, place, word.span()) for place, word in enumerate(words)]
    told, numbers = [word[0] for word in words], [number]
    while len(words) == 1 and _TAIL.fullmatch(_line(rows, numbers[-1] + 1)):
        numbers.append(numbers[-1] + 1)
        tail = _line(rows, numbers[-1])
        cells.append(_cell(rows[numbers[-1]], 0, 0, (0, len(tail)))._replace(begins=False))
        told[0] += f" {tail}"
    return _Part(tuple(told), (tuple(cells),), (tuple(numbers),))


def _host(
    rows: Sequence[Row], hosts: Sequence[_Part], torn: _Part, costs: CellCosts
) -> tuple[_Part, _Part] | None:
    """Return the table that columns were torn off, the nearest that fits, and these columns."""
    if not torn.holds(_TOLD_BESIDE if torn.height else _TOLD):
        return None
    for host in reversed(hosts[-_NEAREST:]):
        if host.rows[0][0].page != torn.rows[0][0].page or _has(host, torn):
            continue
        counts = (
            [host.height or torn.height] if host.height or torn.height else range(2, _MOST_ROWS)
        )
        for count in counts:
            whole = host if host.height else _with_names(rows, host, count)
            told = torn if torn.height else _with_cells(rows, torn, count, costs)
            if whole and told and whole.height == told.height == count >= _FEWEST_ROWS:
                return whole, told
    return None


def _has(host: _Part, torn: _Part) -> bool:
    """Tell whether a table has what would come to it: sums of another year are something else."""
    for words, kind in zip(torn.words, torn.kinds, strict=True):
        alike = [one for one, other in zip(host.words, host.kinds, strict=True) if other is kind]
        years = [_YEAR.findall(one) for one in (*alike, words)]
        if alike and (len({*alike, words}) == 1 or not all(years)):
            return True
    return False


def _with_names(rows: Sequence[Row], host: _Part, count: int) -> _Part | None:
    """Return a column with so many names below its word, if it ends there."""
    first = host.lines[0][-1] + 1
    below = range(first, first + count)
    if len(host.words) > 1 or not all(_NAME.fullmatch(_line(rows, n)) for n in below):
        return None
    if not _ends(rows, below[-1]):
        return None
    cells = (
        (_cell(rows[n], place, 0, (0, len(_line(rows, n)))),) for place, n in enumerate(below, 1)
    )
    return _Part(host.words, (*host.rows, *cells), (*host.lines, *((n,) for n in below)))


def _with_cells(rows: Sequence[Row], torn: _Part, count: int, costs: CellCosts) -> _Part | None:
    """Return columns with so many rows of cells below their words, if they end there."""
    first = torn.lines[0][-1] + 1
    columns = Columns(tuple(torn.kinds), (0,) * len(torn.kinds))
    found: list[tuple[Row, ...]] = []
    for number in range(first, first + count):
        cells = _cells(rows, number, len(found) + 1, columns, costs)
        if not cells:
            return None
        found.append(cells)
    last = first + count - 1
    goes_on = bool(_cells(rows, last + 1, 0, columns, costs))
    if goes_on and (not {Kind.SUM, Kind.TIME}.isdisjoint(torn.kinds) or not _ends(rows, last)):
        return None
    numbers = ((number,) for number in range(first, first + count))
    return _Part(torn.words, (*torn.rows, *found), (*torn.lines, *numbers))


def _cells(
    rows: Sequence[Row], number: int, place: int, columns: Columns, costs: CellCosts
) -> tuple[Row, ...]:
    """Return the cells of a line, one for each column; none if it is no such row."""
    line = _line(rows, number)
    words = list(_WORD.finditer(line))
    printed = Printed(tuple(word[0] for word in words), 0.0)
    cost, cut = next(cuts_of_row([printed], columns, costs), (_DEAREST, None))
    if not words or cut is None or cost >= _DEAREST * len(columns.kinds):
        return ()
    spans = [
        (words[start].start(), words[end - 1].end()) if start < end else (0, 0)
        for start, end in pairwise(cut.lines[0])
    ]
    return tuple(
        _cell(rows[number], place, column, span)
        for column, span in enumerate(spans)
        if span != (0, 0)
    )


def _ends(rows: Sequence[Row], number: int) -> bool:
    """Tell whether what stands below a line is something else: another block, a heading."""
    if number + 1 >= len(rows) or not _line(rows, number + 1):
        return True
    row, below = rows[number], rows[number + 1]
    apart = row.page != below.page or row.line.block != below.line.block
    return apart or below.line.role is Role.HEADING


def _line(rows: Sequence[Row], number: int) -> str:
    """Return the words of a row that stands in no cell."""
    row = rows[number] if number < len(rows) else None
    return row.text.strip() if row is not None and row.cell is None else ""


def _cell(row: Row, place: int, column: int, span: tuple[int, int]) -> Row:
    return row.part(*span)._replace(cell=CellPlace(0, place, column), begins=True)


def _in_tables(rows: Sequence[Row], joined: Sequence[Sequence[_Part]]) -> list[Row]:
    """Return the rows, those of parts that are one table as its cells, row by row."""
    numbers = [row.cell.table for row in rows if row.cell is not None]
    behind: defaultdict[int, list[Row]] = defaultdict(list)
    inside: set[int] = set()
    for new, parts in enumerate(joined, max(numbers, default=-1) + 1):
        for place, lines in enumerate(parts[0].lines):
            width = 0
            for part in parts:
                behind[lines[-1]] += (_beside(row, new, place, width) for row in part.rows[place])
                width += len(part.words)
        inside |= {n for part in parts for numbers in part.lines for n in numbers}
    whole = ([*([] if n in inside else [row]), *behind.get(n, ())] for n, row in enumerate(rows))
    return [row for some in whole for row in some]


def _beside(row: Row, table: int, place: int, width: int) -> Row:
    """Return a cell in a row of a table, behind so many columns."""
    assert row.cell is not None
    return row._replace(cell=CellPlace(table, place, row.cell.column + width))
