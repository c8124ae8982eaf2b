"""What cells say of rows: those of a table, of labels, of a letter, or of a list of contents.

Rows are counted one by one, so that it is known of each row whether those so far make a table.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

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
_LABEL_OF_PERSONS: Final = re.compile(
    r"(?=.{1,40}$)[A-ZÅÄÖ][\w-]*(?:,? [^\W\d][\w/-]*)*:?|[a-zåäö]+:?"
)
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
_CACHE_SIZE: Final = 4096
"""Rows of cells: the lines below each other of a page are looked at from many starts."""


def begins_anew(cell: str) -> bool:
    """Tell whether a cell begins with what no word goes on with: no small letter."""
    return bool(cell) and not cell[0].islower()


def is_day(cell: str) -> bool:
    """Tell whether a cell holds a day or an hour and nothing else."""
    return _DAY.fullmatch(cell) is not None


class _Seen(NamedTuple):
    """What a row of cells is like, as numbers that are added up; `_0` is of its first cell.

    `_1` is of its last one.
    """

    anew_0: int
    all_anew: int
    half_filled: int
    label_0: int
    label_of_persons_0: int
    blank_0: int
    day_0: int
    sum_1: int
    page_1: int
    money_1: int
    person_0: int
    person_1: int
    words_0: int
    words_1: int


class Tally:
    """What rows of cells have in common so far; what it tells is of one row or more.

    The first of them may be a head, and has as many cells as the others.
    """

    def __init__(self) -> None:
        self._count = 0
        self._head: tuple[str, ...] = ()
        self._all = self._first = _Seen(*(0 for _ in _Seen._fields))
        self._filled: list[int] = []
        self._last_page, self._counts_up = 0, True

    def add(self, cells: Sequence[str]) -> None:
        """Count one more row."""
        row = tuple(cells)
        seen = _seen(row)
        if not self._count:
            self._head, self._first, self._filled = row, seen, [0] * len(row)
        self._count += 1
        self._all = _Seen(*map(add, self._all, seen))
        self._filled = [count + bool(cell) for count, cell in zip(self._filled, row, strict=True)]
        if seen.page_1:
            page = int(row[-1])
            self._counts_up &= page >= self._last_page
            self._last_page = page

    @property
    def may_be_table(self) -> bool:
        """Whether the first lines of rows, as cells, are those of no text, letter or contents.

        The corner above the titles of rows is empty.
        """
        anew = self._all.anew_0 + (not self._head[0])
        return (
            anew >= _ANEW * self._count
            and min(self._filled) >= _FILLED
            and not (self._is_contents or _PAGE_OF.fullmatch(self._head[-1]))
        )

    @property
    def is_table(self) -> bool:
        """Whether rows have a table's columns: three, or two with days, sums, persons or titles.

        Persons in both columns are two lists beside each other.
        """
        if len(self._head) >= COLUMNS:
            return self._all.half_filled > self._first.half_filled
        if max(self._all.day_0, self._all.sum_1) >= self._count - 1:
            return True
        persons = (self._has_persons(0, self._all.person_0), self._persons_last)
        return self._has_titles or (sum(persons) == 1 and not self.is_labelled)

    @property
    def is_labelled(self) -> bool:
        """Whether rows have two columns of which the first holds labels, but for a head.

        Headings of a column of text are like labels until its first line.
        """
        labels = self._all.label_0 - self._first.label_0
        return len(self._head) == COLUMNS - 1 and labels == self._count - 1

    @property
    def lists_persons(self) -> bool:
        """Whether rows list persons beside labels that hold for several of them each."""
        blank = self._all.blank_0
        return (
            self._count >= COLUMNS
            and len(self._head) == COLUMNS - 1
            and bool(self._head[0])
            and 0 < blank == self._count - self._all.label_of_persons_0
            and self._persons_last
        )

    @property
    def _has_titles(self) -> bool:
        """Whether all begin anew: a word or two in the first row, and below it clauses."""
        others = self._count - 1
        words = (
            self._all.words_0 - self._first.words_0,
            self._all.words_1 - self._first.words_1,
        )
        return (
            all(map(_TITLE.fullmatch, self._head))
            and self._all.all_anew - self._first.all_anew == others
            and min(words) >= _CLAUSE * others
        )

    @property
    def _persons_last(self) -> bool:
        return self._has_persons(-1, self._all.person_1)

    def _has_persons(self, column: int, persons: int) -> bool:
        """Tell whether most cells of a column, all filled, are members of parties."""
        return self._filled[column] == self._count and persons >= _PERSONS * self._count

    @property
    def _is_contents(self) -> bool:
        """Whether the last cells count up as the pages of a list of contents do.

        Sums of money are told by their unit, or by one of them that is larger than any page.
        """
        money = self._all.money_1 or _UNIT.search(self._head[-1])
        return not money and self._all.page_1 > self._count // 2 and self._counts_up


@lru_cache(_CACHE_SIZE)
def _seen(cells: tuple[str, ...]) -> _Seen:
    """Return what a row of cells is like."""
    first, last = cells[0], cells[-1]
    page = _PAGE.fullmatch(last) is not None
    money = _SUM.fullmatch(last) is not None
    return _Seen(
        anew_0=begins_anew(first),
        all_anew=all(map(begins_anew, cells)),
        half_filled=2 * sum(map(bool, cells)) > len(cells),
        label_0=_LABEL.fullmatch(first) is not None,
        label_of_persons_0=_LABEL_OF_PERSONS.fullmatch(first) is not None,
        blank_0=not first,
        day_0=is_day(first),
        sum_1=money,
        page_1=page,
        # No page is written as `007`.
        money_1=money and not (page and str(int(last)) == last),
        person_0=_PERSON.fullmatch(first) is not None,
        person_1=_PERSON.fullmatch(last) is not None,
        words_0=len(first.split()),
        words_1=len(last.split()),
    )
