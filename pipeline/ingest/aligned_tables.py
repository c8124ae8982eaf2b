"""Tables in plain text whose columns only alignment shows: cells may run over several lines.

A column ends where no line of the table has a letter, and most have two spaces at least. What
stands below a row with its first cell empty goes on with it, and so does all up to the next
blank line where blank lines part the rows. In a column of persons each line is a row: the
network that several sit in stands before the first alone. A line without columns that stands out
as far as the header, above rows that are indented, or apart above a row in the header's columns,
is a row of one cell: it heads those below it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.ingest.heads_of_rows import FEWEST_COLUMNS, GAP, LINES, heads, pieces
from pipeline.ingest.stacking import Cell
from pipeline.ingest.text_tables import WIDE_GAP, indent
from pipeline.layout.wording import is_unfinished
from pipeline.text.drawn import is_rule

_THOUSANDS: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_FEWEST_ROWS: Final = 3
"""Two lines in columns are the head of a page."""

_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_PERSON: Final = re.compile(
    r"[^\W\d_a-zåäö][\w'’-]*(?: (?:(?:af|von|van|de|der|di|da|el) )?[^\W\d_a-zåäö][\w'’.-]*){1,4}"
    r"(?:,? \([^\W\d_]{1,5}\))?"
)

_SPACE: Final = ord(" ")


class Aligned(NamedTuple):
    """A table, as rows of cells of paragraphs of lines, and the number of the line after it."""

    rows: Sequence[Sequence[Cell]]
    end: int


_Counts = NDArray[np.int_]
"""At each place: lines with a letter, lines that reach over it, gaps, and pieces begun there."""


class _Column(NamedTuple):
    start: int
    end: int


def aligned_table(lines: Sequence[str], start: int) -> Aligned | None:
    """Return the table of three columns or more that begins at a line, None for none."""
    if not WIDE_GAP.search(lines[start]):
        return None
    headed = heads(lines, start)
    end, columns = _extent(lines, start, headed)
    if len(columns) < FEWEST_COLUMNS:
        return None
    inner = {place - start for place in headed if place < end}
    groups = list(_groups(lines[start:end], columns, inner))
    parted = len(groups) > 2 and all(_is_row(group[0]) for group in groups)
    persons = _column_of_persons([cells for group in groups for cells in group])
    rows = [row for group in groups for row in _rows(group, persons, parted=parted)]
    if len(rows) < _FEWEST_ROWS or not any(_is_row(list(map(" ".join, row))) for row in rows[1:]):
        return None
    widths = [max((len(t) for row in rows for t in row[n]), default=0) for n in range(len(columns))]
    return Aligned([list(map(_paragraphs, row, widths)) for row in rows], end)


def _extent(lines: Sequence[str], start: int, headed: Collection[int]) -> tuple[int, list[_Column]]:
    """Return where the table that begins at a line ends, and its columns.

    Each line more may narrow the spaces between columns, but not close one.
    """
    counts: _Counts = np.zeros((4, 0), int)
    inside = 0
    columns: list[_Column] = []
    aside: list[str] = []
    end = start
    for place in range(start, min(start + LINES, len(lines))):
        line = lines[place].rstrip()
        if not line or is_rule(line):
            below = place + 1 < len(lines) and GAP.search(lines[place + 1])
            if not below and place + 1 not in headed:
                break
            continue
        if place in headed:
            continue
        if "\t" in line or "|" in line:
            break
        if inside and len(pieces(line)) == len(columns) >= FEWEST_COLUMNS:
            end = place + 1  # Whole, whether its cells keep to the columns or push them aside.
            aside.append(line)
            continue
        counts = _with(counts, line)
        more = _columns(counts)
        closes = inside > 1 and len(more) < len(columns)
        beside = _is_beside(lines[place : place + 2])
        closes = closes or (inside > 0 and len(more) < FEWEST_COLUMNS)
        if closes or beside or (len(more) != len(columns) and any(map(_torn(more), aside))):
            break
        inside += 1
        columns, end = more, place + 1
    return end, columns


def _torn(columns: Sequence[_Column]) -> Callable[[str], bool]:
    """Return what tells whether a line has letters between columns: they are another table's."""
    return lambda line: any(line[one.end : two.start].strip() for one, two in pairwise(columns))


def _is_beside(lines: Sequence[str]) -> bool:
    """Tell whether a line without columns is a sentence, or stands out above a row."""
    line = lines[0].rstrip()
    if GAP.search(line) or line.lstrip()[0].islower():
        return False
    if line[-1] in ".:" or len(lines) < 2 or not GAP.search(lines[1]):
        return line[-1] in ".:"
    return indent(line) < indent(lines[1])


def _with(counts: _Counts, line: str) -> _Counts:
    """Return what is counted at each place of lines, and of one more."""
    grown = np.zeros((4, max(counts.shape[1], len(line) + 1)), int)
    grown[:, : counts.shape[1]] = counts
    letters, across, apart, begun = grown
    whole = _THOUSANDS.sub("0", line)
    letters[: len(whole)] += np.frombuffer(whole.encode("utf-32-le"), np.uint32) != _SPACE
    across[indent(line) : len(line)] += 1
    for gap in GAP.finditer(line):
        apart[gap.start() + 1 : gap.end()] += 1
        begun[gap.end()] += 1
    return grown


def _columns(counts: _Counts) -> list[_Column]:
    """Return the columns that lines share: what stands between spaces common to all."""
    letters, across, apart, begun = counts
    # Between words there is one space; a column's longest cell leaves one, too, but before
    # what begins in other lines as well.
    divides = (apart == across) | (2 * np.append(begun[1:], 0) >= across)
    free = (letters == 0) & divides & (apart > 0)
    edges = np.flatnonzero(np.diff(free, prepend=True, append=True))
    pairs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [_Column(*pair) for pair in pairs if letters[slice(*pair)].any()]


def _groups(
    lines: Sequence[str], columns: Sequence[_Column], headed: Collection[int]
) -> Iterator[list[list[str]]]:
    """Yield lines that no blank line parts, each as its cells; `headed` are a group and a cell."""
    group: list[list[str]] = []
    for number, line in enumerate(lines):
        if is_rule(line):
            continue
        if number in headed:
            yield from [group] if group else []
            yield [[line.strip(), *([""] * (len(columns) - 1))]]
            group = []
            continue
        if line.strip():
            whole = pieces(line)
            cut = (" ".join(line[slice(*column)].split()) for column in columns)
            group.append(whole if len(whole) == len(columns) else list(cut))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether a line has most cells of a row, or two where a number is the first of them."""
    filled = sum(map(bool, cells))
    counted = _NUMBER.fullmatch(cells[0]) is not None and filled > 1
    return bool(cells[0]) and (2 * filled > len(cells) or counted)


def _column_of_persons(lines: Sequence[Sequence[str]]) -> int | None:
    """Return the column of names, one in each line below its header, if there is but one.

    Of several, each may hold for its own row or go on over lines; the first column is another.
    """
    found = []
    for number, (_, *below) in enumerate(zip(*lines, strict=True)):
        texts = [text for text in below if text]
        names = [text for text in texts if _PERSON.fullmatch(text)]
        if number and 2 * len(names) >= len(texts) > 1:
            found.append((number, names == texts))
    return found[0][0] if len(found) == 1 and found[0][1] else None


def _rows(
    group: Sequence[Sequence[str]], persons: int | None, *, parted: bool
) -> Iterator[list[list[str]]]:
    """Yield the rows of lines that follow each other; `parted` where blank lines part rows."""
    row: list[list[str]] = []
    named: list[str] = []
    for cells in group:
        begins = (all(cells) if parted else _is_row(cells)) and not _continues(row, cells)
        if row and not begins and _is_seat(cells, persons):
            named.extend(cells[:1] if cells[0] else [])
            yield row
            row = [[], *([text] if text else [] for text in cells[1:])]
            continue
        if row and not begins and not _is_sum(row, cells):
            for cell, text in zip(row, cells, strict=True):
                cell.extend([text] if text else [])
            continue
        if row:
            yield row
        row = [[text] if text else [] for text in cells]
        named = row[0]
    yield row


def _is_seat(cells: Sequence[str], persons: int | None) -> bool:
    """Tell whether a line has a person and, beside the first cell, another that tells of it."""
    return persons is not None and bool(cells[persons]) and sum(map(bool, cells[1:])) > 1


def _continues(row: Sequence[Sequence[str]], cells: Sequence[str]) -> bool:
    """Tell whether all cells of a line go on with those above: small letters, words left open.

    Where the first does so behind a comma, the others are further lines of theirs.
    """
    if not row:
        return False
    if row[0] and row[0][-1].endswith(",") and cells[0][:1].islower():
        return True
    below = [(above, text) for above, text in zip(row, cells, strict=True) if text]
    return all(above and (text[0].islower() or _is_open(above[-1])) for above, text in below)


def _is_open(line: str) -> bool:
    return line.endswith("-") or is_unfinished(line)


def _is_sum(row: Sequence[Sequence[str]], cells: Sequence[str]) -> bool:
    """Tell whether a number stands below a number: nothing that was broken over two lines."""
    below = ((above[-1], text) for above, text in zip(row, cells, strict=True) if above and text)
    return any(one[0].isdigit() and other[0].isdigit() for one, other in below)


def _paragraphs(lines: Sequence[str], width: int) -> Cell:
    """Divide the lines of a cell where the next word had room, or a party ends a name."""
    whole: list[list[str]] = []
    for line in lines:
        if whole and _goes_on(whole[-1][-1], line, width):
            whole[-1].append(line)
        else:
            whole.append([line])
    return whole


def _goes_on(before: str, line: str, width: int) -> bool:
    full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    return before[-1] in "-," or line[0].islower() or (full and before[-1] not in ").;:")
