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
_UNIT: Final = re.compile(r"\b(?:[tm]?n?kr|kronor|SEK|EUR|euro)\b|€|%", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"(?:[\w-]+ )?(?:[A-ZÅÄÖÉ][\w’-]* ){2,4}\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,2}\)(?:[,;] .*)?"
)
_TITLE: Final = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?: [^\W\d]+)?")
_CLAUSE: Final = 3
"""Words of a cell, in the mean of a column, that tell what titles head from labels and names."""
_PERSONS: Final = 0.6
"""Share of a column's cells that hold a member of a party at the least, if it lists persons."""


def begins_anew(cell: str) -> bool:
    """Tell whether a cell begins with what no word goes on with: no small letter."""
    return bool(cell) and not cell[0].islower()


def may_be_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first lines of rows, as cells, are those of no text, letter or contents.

    The corner above the titles of rows is empty.
    """
    anew = sum(begins_anew(cells[0]) for cells in rows) + (not rows[0][0])
    last = [cells[-1] for cells in rows]
    filled = min(sum(map(bool, column)) for column in zip(*rows, strict=True))
    return (
        anew >= _ANEW * len(rows)
        and filled >= _FILLED
        and not (_is_contents(last) or _PAGE_OF.fullmatch(last[0]))
    )


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have a table's columns: three, or two with days, sums, persons or titles.

    Persons in both columns are two lists beside each other.
    """
    if len(rows[0]) >= COLUMNS:
        return any(2 * sum(map(bool, cells)) > len(cells) for cells in rows[1:])
    persons = [_has_persons(column) for column in zip(*rows, strict=True)]
    if _most(rows, 0, _DAY) or _most(rows, -1, _SUM):
        return True
    return _has_titles(rows) or (sum(persons) == 1 and not is_labelled(rows))


def is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have two columns of which the first holds labels, but for a head.

    Headings of a column of text are like labels until its first line.
    """
    return len(rows[0]) == COLUMNS - 1 and all(_LABEL.fullmatch(cells[0]) for cells in rows[1:])


def lists_persons(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows list persons beside labels that hold for several of them each."""
    if len(rows[0]) != COLUMNS - 1 or len(rows) < COLUMNS:
        return False
    labels = [cells[0] for cells in rows if cells[0]]
    persons = [cells[1] for cells in rows]
    return (
        bool(rows[0][0])
        and len(labels) < len(rows)
        and all(map(_LABEL.fullmatch, labels))
        and _has_persons(persons)
    )


def _most(rows: Sequence[Sequence[str]], column: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether a column has what a pattern says, but for a head."""
    fitting = sum(pattern.fullmatch(cells[column]) is not None for cells in rows)
    return fitting >= len(rows) - 1


def _has_titles(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether all begin anew: a word or two in the first row, and below it clauses."""
    titles, *others = rows
    cells = [cell for row in others for cell in row]
    words = [sum(len(row[column].split()) for row in others) for column in (0, -1)]
    return (
        all(map(_TITLE.fullmatch, titles))
        and all(map(begins_anew, cells))
        and min(words) >= _CLAUSE * len(others)
    )


def _has_persons(column: Sequence[str]) -> bool:
    """Tell whether most cells of a column, all filled, are members of parties."""
    persons = sum(_PERSON.fullmatch(cell) is not None for cell in column)
    return all(column) and persons >= _PERSONS * len(column)


def _is_contents(last: Sequence[str]) -> bool:
    """Tell whether the last cells count up as the pages of a list of contents do.

    Sums of money are told by their unit, or by one of them that is larger than any page.
    """
    pages = [int(text) for text in last if _PAGE.fullmatch(text)]
    money = _UNIT.search(last[0]) or any(map(_SUM.fullmatch, set(last) - set(map(str, pages))))
    return not money and len(pages) > len(last) // 2 and pages == sorted(pages)
