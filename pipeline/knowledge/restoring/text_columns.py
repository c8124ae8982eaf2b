"""Tables of what is done and what it leads to whose columns were read one after the other.

`Insats` / `Bjuda in länets` / `kommuner` / `Ge råd` / `Effekt` / `Fler vet mer` / `Fler söker`: an
engine took each column for a text of its own. Of several tables on a page it read all first
columns first. Where a cell begins is told by capitals, by lines that had room for the next word,
and by what columns beside each other have to agree on: how many cells they have.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.restoring.cut_rows import waits
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.text.bullets import bullet_at_start

TextRow = dict[int, list[int]]
"""The numbers of the lines of each cell, by column."""

_KINDS: Final = ("activity", "effect", "responsible", "time")
_THEME: Final = re.compile(
    r"(?:Tematisk )?[Kk]oppling(?: till .*)?|Tema(?:n|område)?|[Ss]tyrdokument"
)
_FIRST: Final = "activity"
_SECOND: Final = "effect"
_HEADER: Final = re.compile(r"[A-ZÅÄÖ][\wåäö/ -]{2,30}|styrdokument")
# What heads a part of a table, or another table: `Mål 2. Skolan`, `B.2 Skolan`, `PROJEKT`.
_HEADS: Final = re.compile(
    r"[A-ZÅÄÖ]\w+ (?:\d{1,2}\b|[A-H][.:])|(?:[A-H]\.)?\d{1,2}(?:\.\d)?\.? [A-ZÅÄÖ]|[A-ZÅÄÖ ]{6,}$"
)
_ENDS: Final = re.compile(r"$|[A-ZÅÄÖ]?\.?\d{1,2}(?:\.\d)?\.? [A-ZÅÄÖ]|[A-ZÅÄÖ ]{5,}$|.{60,}")
_MOST_LINES: Final = 40
_FEWEST_ROWS: Final = 2


class TextTable(NamedTuple):
    """A table whose columns stand below each other: its rows in order, the header first."""

    rows: tuple[TextRow, ...]


class _Column(NamedTuple):
    """A header, the numbers of its lines, and those of the lines below it."""

    kind: str
    header: list[int]
    below: list[int]


def text_columns(lines: Sequence[str]) -> Iterator[TextTable]:
    """Yield such tables; lines that are cells of other tables are empty."""
    headers = _headers(lines)
    runs = [(kind, list(run)) for kind, run in groupby(headers, key=lambda found: found[0])]
    for place, (kind, run) in enumerate(runs):
        beside = runs[place + 1 : place + 2]
        if kind != _FIRST or not beside or beside[0][0] != _SECOND:
            continue
        count = min(len(run), len(beside[0][1]))
        if count != len(run):
            continue
        taken = [(kind, run)]
        for other, found in runs[place + 1 :]:
            if other == _FIRST or len(found) != count or other in {one for one, _ in taken}:
                break
            taken.append((other, found))
        yield from _tables(lines, taken, {header[0] for _, header in headers})


def _headers(lines: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Return the lines that are a word above a column alone, each with what it means."""
    found: list[tuple[str, list[int]]] = []
    for number, line in enumerate(lines):
        kind = _kind(line)
        if kind is None:
            continue
        if found and found[-1] == (kind, [number - 1]):
            found[-1][1].append(number)
        elif line[0].isupper() and not line.isupper():
            found.append((kind, [number]))
    return found


def _kind(line: str) -> str | None:
    if not _HEADER.fullmatch(line) or waits(line):
        return None
    if _THEME.fullmatch(line):
        return "theme"
    return next((kind for kind in _KINDS if COLUMN_WORDS[kind].fullmatch(line)), None)


def _tables(
    lines: Sequence[str],
    runs: Sequence[tuple[str, Sequence[tuple[str, list[int]]]]],
    ends_too: Collection[int],
) -> Iterator[TextTable]:
    """Yield the tables whose columns stand below such headers, as many below each word."""
    headers = [header for _, run in runs for _, header in run]
    first = headers[-1][-1] + 1
    below = range(first, min(first + _MOST_LINES, len(lines)))
    end = next((n for n in below if n in ends_too or _ENDS.match(lines[n])), below.stop)
    end = _again(lines, range(first, end), len(runs[0][1]))
    ends = [*(header[0] for header in headers[1:]), end]
    columns = [
        [
            _Column(kind, header, list(range(header[-1] + 1, end)))
            for (_, header), end in zip(run, ends[place * len(run) :], strict=False)
        ]
        for place, (kind, run) in enumerate(runs)
    ]
    if any(len(column.below) > _MOST_LINES for run in columns for column in run):
        return
    widths = [_width(lines, run) for run in columns]
    for of_table in zip(*columns, strict=True):
        rows = _rows(lines, of_table, widths)
        if rows:
            header = {place: column.header for place, column in enumerate(of_table)}
            yield TextTable((header, *rows))


def _again(lines: Sequence[str], below: range, tables: int) -> int:
    """Return where columns end: at other words above columns, which come again for each table."""
    told = Counter(lines[n] for n in below)
    apart = (
        n
        for n in below[1:]
        if told[lines[n]] == tables > 1 and lines[n] not in lines[n + 1 : n + 2]
    )
    return next((n for n in apart if lines[n] not in lines[n - 1 : n]), below.stop)


def _width(lines: Sequence[str], run: Sequence[_Column]) -> int:
    cells = (lines[number] for column in run for number in column.below)
    return max((len(cell) for cell in cells if not _HEADS.match(cell)), default=0)


def _rows(lines: Sequence[str], columns: Sequence[_Column], widths: Sequence[int]) -> list[TextRow]:
    """Return the rows of a table, parts that stand among what is done as rows of one cell."""
    parts = [n for n in columns[0].below if _HEADS.match(lines[n])]
    starts = [
        _starts(lines, column.below, width, parts)
        for column, width in zip(columns, widths, strict=True)
    ]
    counts = [range(len(sure), len(sure) + len(maybe) + 1) for sure, maybe in starts]
    common = [count for count in counts[0] if count in counts[1] and count >= _FEWEST_ROWS]
    if not common:
        return []
    count = common[0]
    rows: list[TextRow] = [{} for _ in range(count)]
    for place, (sure, maybe) in enumerate(starts):
        if count not in counts[place]:
            continue
        firsts = sorted([*sure, *maybe[: count - len(sure)]])
        last = columns[place].below[-1] + 1
        for row, (start, end) in zip(rows, pairwise([*firsts, last]), strict=True):
            row[place] = [n for n in range(start, end) if n not in parts or place]
    return _with_parts(rows, parts)


def _with_parts(rows: Sequence[TextRow], parts: Collection[int]) -> list[TextRow]:
    """Return the rows and the parts among them; a part at the end heads another table."""
    firsts = [(row[0][0], row) for row in rows]
    heads = [(n, {0: [n]}) for n in parts if n < firsts[-1][0]]
    return [row for _, row in sorted([*firsts, *heads], key=lambda found: found[0])]


def _starts(
    lines: Sequence[str], below: Sequence[int], width: int, parts: Collection[int]
) -> tuple[list[int], list[int]]:
    """Return the lines that begin cells of a column for sure, and those that perhaps do.

    A line with a capital begins a cell, but where a name may go on from the line above, whose
    next word had no room there.
    """
    sure: list[int] = []
    maybe: list[int] = []
    before: str | None = None
    listed = False
    for number in below:
        line = lines[number]
        if number in parts:
            before = None
            continue
        item = bullet_at_start(line) is not None
        if before is None:
            sure.append(number)
        elif item and not listed:
            maybe.append(number)
        elif line[:1].isupper() and not waits(before):
            had_room = len(before) + 1 + len(line.split()[0]) <= width
            begins = had_room or not before.split()[-1][0].isupper()
            (sure if begins else maybe).append(number)
        before, listed = line, item or (listed and not line[:1].isupper())
    return sure, maybe
