"""What cells say of rows: those of a table, of labels, of a letter, or of a list of contents."""

import re
from collections.abc import Sequence
from typing import Final

COLUMNS: Final = 3
"""Columns of a table at the least, but for sums and days."""
_ANEW: Final = 0.7
"""Share of a table's rows whose first cell begins with a capital, a digit or a sign."""
_SUM: Final = re.compile(
    r"(?:ca\.? )?[-–]?\d{1,3}(?:[ .]?\d{3})*(?:,\d+)?"
    r"(?: ?(?:kr|kronor|tkr|mkr|mnkr|SEK|EUR|euro|ecu|€|%))?(?:/år)?",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"(?:[a-zåäö]{3,7} )?(?:den )?\d{1,2}(?: ?[–-] ?\d{1,2})?(?:[./]\d{1,2}| [a-zåäö]{3,9}\.?)"
    r"(?: ?[–-] ?\d{1,2} [a-zåäö]{3,9}\.?)?(?:,? \d{4})?|\d{4}-\d\d-\d\d"
    r"|(?:kl\.? ?)?\d{1,2}[.:]\d\d(?: ?[–-] ?\d{1,2}[.:]\d\d)?",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?=.{1,28}$)[A-ZÅÄÖ][\w-]*(?: [a-zåäö/]+)*(?: [A-ZÅÄÖ]{2,4})?:?")
_FILLED: Final = 2
"""Rows in which each column has something at the least."""
_PAGE_OF: Final = re.compile(r"(?:[Ss]ida?n? )?\d{1,3} ?\(\d{1,3}\)")
"""What tells the head of a letter from a table."""
_PAGE: Final = re.compile(r"\d{1,3}")


def begins_anew(cell: str) -> bool:
    """Tell whether a cell begins with what no word goes on with: no small letter."""
    return bool(cell) and not cell[0].islower()


def may_be_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first lines of rows, as cells, are those of no text, letter or contents."""
    anew = sum(begins_anew(cells[0]) for cells in rows)
    last = [cells[-1] for cells in rows]
    filled = min(sum(map(bool, column)) for column in zip(*rows, strict=True))
    return (
        anew >= _ANEW * len(rows)
        and filled >= _FILLED
        and not (_is_contents(last) or _PAGE_OF.fullmatch(last[0]))
    )


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have a table's columns: three, or two with days or sums."""
    if len(rows[0]) >= COLUMNS:
        return any(2 * sum(map(bool, cells)) > len(cells) for cells in rows[1:])
    return _most(rows, 0, _DAY) or _most(rows, -1, _SUM)


def is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have two columns of which the first holds labels, but for a head.

    Headings of a column of text are like labels until its first line.
    """
    return len(rows[0]) == COLUMNS - 1 and all(_LABEL.fullmatch(cells[0]) for cells in rows[1:])


def _most(rows: Sequence[Sequence[str]], column: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether a column has what a pattern says, but for a head."""
    fitting = sum(pattern.fullmatch(cells[column]) is not None for cells in rows)
    return fitting >= len(rows) - 1


def _is_contents(last: Sequence[str]) -> bool:
    """Tell whether the last cells count up as the pages of a list of contents do."""
    pages = [int(text) for text in last if _PAGE.fullmatch(text)]
    return len(pages) > len(last) // 2 and pages == sorted(pages)
