"""Tables that lost their columns: each cell stands in a line of its own.

`Befattning` / `Namn` / `Parti` / `Ledamot` / `Anna Ek` / `S`: lines that are words above
columns, one of them of persons, head lines that come in the same order again and again. So do
those above columns of other tables, if one holds days or sums by which rows are known. Parts
of such a table may be headed by a line each, or by a first column that is told once for several.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import CellPlace
from pipeline.text.months import STEMS

_NAMES: Final = re.compile(r"(?:Namn|Person|Företrädare|Representant|Politiker)(?:er)?:?")
_PARTIES: Final = re.compile(r"Parti(?:beteckning|tillhörighet)?:?")
_OTHERS: Final = re.compile(
    r"(?:Roll|Uppdrag|Funktion|Befattning|Organ|Nätverk|Titel|Kommun|Region|Organisation"
    r"|Mandatperiod|Period):?"
)
_COLUMNS: Final = (_NAMES, _PARTIES, _OTHERS)
_NAME: Final = rf"{WORD}(?: (?:(?:af|von|van|de) )?(?:{WORD}|[A-ZÅÄÖ]\.)){{1,3}}"
_PERSON: Final = re.compile(rf"{_NAME}(?P<told>, \S.*)?")
_NOBODY: Final = re.compile(r"(?:Vakant|Tillsätts senare|N\.? ?N\.?)\.?", re.IGNORECASE)
_PARTY: Final = re.compile(r"\(?(?:[A-ZÅÄÖ]{1,5}|[–—-])\)?")
# No cell: the end of a sentence, or a number that begins something else.
_NO_CELL: Final = re.compile(r".*[.!?:]|.*\d.*")
_LONGEST: Final = 60
# What columns hold whose cells have a number or a dash in them.
_NUMBERED: Final = ("period", "start", "end", "time", "date", "cost")
_MONTH: Final = rf"(?:{'|'.join(STEMS)})[a-z]*"
_NUMBER: Final = re.compile(
    rf".*\d.*|[–—-]|{_MONTH}(?: ?[–-] ?{_MONTH})?"
    r"|(?:i |under |hela |varje )?"
    r"(?:vår|sommar|höst|vinter|år|löpande|termin|kvartal|månad|kontinuerlig|pågå)[a-zåäö]*",
    re.IGNORECASE,
)
# A time and nothing else, such as no other column holds.
_TIME: Final = re.compile(
    rf"(?:(?:ht|vt|kvartal|kv\.?|våren|hösten|senast|{_MONTH}) ?)*"
    r"(?:(?:19|20)\d\d(?: ?[–/-] ?(?:(?:19|20)\d\d|\d\d))?)?",
    re.IGNORECASE,
)
# What a first column is of that is told once for the rows of a part.
_AREA: Final = "area"
_AREAS: Final = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]*)?(?:[Oo]mråde|[Tt]ema|[Ff]okus)n?:?")
# A line that heads a part: no sentence, no label.
_PART: Final = re.compile(r"[A-ZÅÄÖ].*[^.:;,!?]")
_LONGEST_NUMBER: Final = 40
_LONGEST_HEADER: Final = 40
_LONGEST_TOLD: Final = 160
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2


def stacked_cells(lines: Sequence[str], first_table: int) -> dict[int, CellPlace]:
    """Return the places of the lines that are cells, by their numbers in `lines` (from 0).

    Tables are numbered from `first_table` on.
    """
    cells: dict[int, CellPlace] = {}
    index, table = 0, first_table
    while index < len(lines):
        header = _header(lines, index)
        columns = () if header else _columns(lines, index)
        below = index + max(len(header), len(columns), 1)
        rows = list(_rows(lines, below, header)) if header else _told(lines, below, columns)
        if rows:
            places = [_in_columns(index, below - index), *rows]
            for row, numbers in enumerate(places):
                cells |= {n: CellPlace(table, row, column) for n, column in numbers.items()}
            table += 1
            below = max(rows[-1]) + 1
        index = below
    return cells


def _in_columns(first: int, count: int, column: int = 0) -> dict[int, int]:
    """Return the columns of lines that are cells beside each other, by the numbers of the lines."""
    return {first + place: column + place for place in range(count)}


def _header(lines: Sequence[str], first: int) -> list[re.Pattern[str]]:
    """Return what columns the lines from `first` on are words above; none without persons."""
    columns = []
    for line in map(lines.__getitem__, range(first, len(lines))):
        column = next((column for column in _COLUMNS if column.fullmatch(line)), None)
        if column is None or (column is not _OTHERS and column in columns):
            break
        columns.append(column)
    return columns if len(columns) > 1 and _NAMES in columns else []


def _rows(
    lines: Sequence[str], first: int, header: Sequence[re.Pattern[str]]
) -> Iterator[dict[int, int]]:
    """Yield the columns of each row's lines by their numbers, up to the first that fits no row.

    The party of who has none, or of nobody, may be left out where it stands last.
    """
    while True:
        count = len(header)
        cells = lines[first : first + count]
        if header[-1] is _PARTIES and not (len(cells) == count and _PARTY.fullmatch(cells[-1])):
            count -= 1
            cells = cells[:count]
            named = _PERSON.fullmatch(cells[-1]) if cells else None
            if not (cells and (_NOBODY.fullmatch(cells[-1]) or (named and named["told"]))):
                return
        if len(cells) < count or not all(map(_fits, header, cells)):
            return
        yield _in_columns(first, count)
        first += count


def _columns(lines: Sequence[str], first: int) -> tuple[str, ...]:
    """Return what the lines from `first` on say that columns hold; none if rows cannot be known."""
    columns: list[str] = []
    if any(len(line) > _LONGEST_HEADER for line in lines[first : first + _FEWEST_COLUMNS]):
        return ()
    for line in map(lines.__getitem__, range(first, len(lines))):
        if len(line) > _LONGEST_HEADER or _NO_CELL.fullmatch(line):
            break
        told = (name for name, words in COLUMN_WORDS.items() if words.match(line))
        column = next((name for name in told if name not in columns), None)
        column = _AREA if not columns and _AREAS.fullmatch(line) else column
        if column is None:
            break
        columns.append(column)
    known = len(columns) >= _FEWEST_COLUMNS and not {*columns}.isdisjoint(_NUMBERED)
    return tuple(columns) if known else ()


def _told(lines: Sequence[str], first: int, columns: Sequence[str]) -> list[dict[int, int]]:
    """Return the columns of each row's lines by their numbers; nothing of one row alone."""
    rows: list[dict[int, int]] = []
    while columns and (found := _rows_at(lines, first, columns)):
        rows += found
        first = max(found[-1]) + 1
    return rows if sum(len(row) > 1 for row in rows) >= _FEWEST_ROWS else []


def _rows_at(lines: Sequence[str], first: int, columns: Sequence[str]) -> list[dict[int, int]]:
    """Return the row that begins with a line, after one that heads a part if there is such."""
    count = len(columns)
    if _is_row(lines, first, columns):
        whole = _in_columns(first, count)
        of_part = columns[0] == _AREA
        return [{first: 0}, _in_columns(first + 1, count - 1, 1)] if of_part else [whole]
    if columns[0] == _AREA and _is_row(lines, first, columns[1:]):
        return [_in_columns(first, count - 1, 1)]
    heads = first < len(lines) and _PART.fullmatch(lines[first]) and _holds("", lines[first])
    if heads and columns[0] != _AREA and _is_row(lines, first + 1, columns):
        return [{first: 0}, _in_columns(first + 1, count)]
    return []


def _is_row(lines: Sequence[str], first: int, columns: Sequence[str]) -> bool:
    cells = lines[first : first + len(columns)]
    return len(cells) == len(columns) and all(map(_holds, columns, cells))


def _holds(column: str, cell: str) -> bool:
    if not cell or len(cell) > _LONGEST_TOLD or cell.endswith(":"):
        return False
    if column not in _NUMBERED:
        return not _TIME.fullmatch(cell)
    return len(cell) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cell) is not None


def _fits(column: re.Pattern[str], cell: str) -> bool:
    if column is _NAMES:
        return bool(_PERSON.fullmatch(cell) or _NOBODY.fullmatch(cell))
    if column is _PARTIES:
        return bool(_PARTY.fullmatch(cell))
    return len(cell) <= _LONGEST and not _NO_CELL.fullmatch(cell)
