"""Tables in plain text: rows whose cells tabs, pipes, semicolons, wide gaps or slashes divide."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.text.bullets import BULLET_SIGNS

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-{2,}:?|")
_MARKER = re.compile(
    rf"[{BULLET_SIGNS}]|o|att|§ ?\d+|\(?(?:\d{{1,3}}|[a-zåäö])[.)]|\d{{1,2}}(?:\.\d{{1,2}})*\.?"
)
WIDE_GAP = re.compile(r"\S {3,}\S")
"""A gap that parts columns; where a line has one, two spaces part columns too."""

_GAP = re.compile(r" {2,}")
_INDENTED = re.compile(r" {3,}\S")
_LONGEST_CELL = 72


class Divider(Enum):
    """What divides the cells of a row."""

    TAB = "\t"
    PIPE = "|"
    GAP = "   "
    SLASH = " / "
    SEMICOLON = ";"


# What also divides words of text: all rows of a table have as many cells.
_EVEN = (Divider.SLASH, Divider.SEMICOLON)


@dataclass(frozen=True, slots=True)
class Row:
    """A line read as a row of cells; `rule` tells that it only draws a line (`---|---`)."""

    divider: Divider
    cells: tuple[str, ...]
    rule: bool


def indent(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def as_row(line: str, width: int = 0) -> Row | None:
    """Read a line as a row of a table; None for one that nothing divides.

    `width` is how many cells the rows above it have, 0 where there are none: after them, a
    line whose first cells are empty is a row too, and no indented text.
    """
    if "\t" in line.strip(" \t\r") or (line.strip() and line.count("\t") + 1 == width > 1):
        return _row(Divider.TAB, line.strip(" \r").split("\t"))
    if not _PIPE.search(line):
        divided = _trailing_tabs(line) or _gaps(line.rstrip(), width)
        return divided or _slashes(line) or _semicolons(line.strip())
    cells = _PIPE.split(line.strip())
    if len(cells) > 2 and not cells[0].strip() and not cells[-1].strip():
        cells = cells[1:-1]
    return _row(Divider.PIPE, [cell.replace("\\|", "|") for cell in cells])


def _trailing_tabs(line: str) -> Row | None:
    """Read a line that only tabs at its end divide: a row whose other cells are empty."""
    stripped = line.strip(" \r")
    if stripped.strip("\t") and stripped.endswith("\t"):
        return _row(Divider.TAB, stripped.split("\t"))
    return None


def _gaps(line: str, width: int) -> Row | None:
    """Read a line whose cells stand apart.

    Below such an indented line lacks its first cells, and two spaces divide as many cells.
    """
    cells = _GAP.split(line.strip())
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        return None
    if _INDENTED.match(line) and len(cells) < width:
        return _row(Divider.GAP, [""] * (width - len(cells)) + cells)
    whole = WIDE_GAP.search(line) or (len(cells) == width > 1 and not _MARKER.fullmatch(cells[0]))
    return _row(Divider.GAP, cells) if whole else None


def _slashes(line: str) -> Row | None:
    """Read a line with two or more slashes that stand apart from the words."""
    cells = line.strip().split(Divider.SLASH.value)
    long = any(len(cell) > _LONGEST_CELL for cell in cells)
    return None if len(cells) < 3 or long else _row(Divider.SLASH, cells)


def _semicolons(line: str) -> Row | None:
    """Read a line with two or more semicolons, as registers write their rows out.

    No space stands behind any, as behind those of sentences; cells may be quoted.
    """
    cells = [cell.removeprefix('"').removesuffix('"') for cell in line.split(";")]
    long = any(len(cell) > _LONGEST_CELL for cell in cells)
    return None if len(cells) < 3 or long or "; " in line else _row(Divider.SEMICOLON, cells)


def _row(divider: Divider, cells: Sequence[str]) -> Row:
    tidy = tuple(cell.strip() for cell in cells)
    rule = any(tidy) and all(_RULE.fullmatch(cell) for cell in tidy)
    return Row(divider, tidy, rule)


def with_whole_header(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, the first filled up in front where all below have one cell more.

    Above the first column of a table by gaps there may stand nothing.
    """
    widths = {len(row.cells) for row in rows[1:]}
    first = rows[0]
    if first.divider is not Divider.GAP or widths != {len(first.cells) + 1}:
        return list(rows)
    return [Row(first.divider, ("", *first.cells), first.rule), *rows[1:]]


def is_table(rows: Sequence[Row]) -> bool:
    """Tell whether rows that follow each other are a table.

    They are two at least (a rule under the only one counts), most with the same number
    of cells, and all where only gaps divide two; a list whose bullets a tab or gap parts
    from the text is none.
    """
    content = [row for row in rows if not row.rule]
    if not content or len(rows) < 2:
        return False
    width, count = Counter(len(row.cells) for row in content).most_common(1)[0]
    if width < 2 or count < 0.6 * len(content):
        return False
    if content[0].divider is Divider.GAP and (count < 2 or (width == 2 and count < len(content))):
        return False
    if content[0].divider in _EVEN and count < len(content):
        return False
    firsts = [row.cells[0] for row in content if row.cells[0]]
    return width > 2 or not all(_MARKER.fullmatch(first) for first in firsts)


def is_continued(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Tell whether rows after a blank line go on with the table before it.

    They do not where the first row, which names the columns, comes again.
    """
    first, next_ = before[0], after[0]
    return (
        first.divider is next_.divider
        and len(first.cells) == len(next_.cells)
        and first.cells != next_.cells
    )
