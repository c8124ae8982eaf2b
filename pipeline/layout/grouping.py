"""Printed rows of a table that go together, as they come from above.

What stands below a row with its first cell empty goes on with it, and so does all up to the next
wider step where such steps part the rows.
"""

from collections.abc import Sequence
from typing import Final

from pipeline.layout.pieces import PrintedRow, Span
from pipeline.layout.tabular import COLUMNS, Tally, begins_anew, is_day
from pipeline.layout.wording import is_unfinished

_ROWS: Final = 3


def filled(row: PrintedRow, columns: Sequence[Span]) -> list[str]:
    """Return what stands in each column of a row."""
    return [
        " ".join(p.text for p in row.pieces if column.x0 <= (p.x0 + p.x1) / 2 <= column.x1)
        for column in columns
    ]


def has_first_alone(row: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row has nothing but what stands in the first column."""
    return len(row.pieces) == 1 and row.pieces[0].x0 < columns[0].x1


class Grouping:
    """The rows of a table in the making, between the white of columns that are known.

    `limit` is the step from row to row, in points, above which one stands apart. What it tells
    holds for the rows so far, of which there is one at least, and costs no more for many of them.
    """

    def __init__(self, columns: Sequence[Span], limit: float) -> None:
        self._columns = columns
        self._limit = limit
        self._rows: list[PrintedRow] = []
        self._tally = Tally()
        self._apart, self._all_begin = 0, True
        self._by_words, self._by_steps = _Parts(columns), _Parts(columns, parted=True)

    def add(self, row: PrintedRow) -> None:
        """Add the row below those so far."""
        cells = filled(row, self._columns)
        apart = not self._rows or row.middle - self._rows[-1].middle > self._limit
        self._rows.append(row)
        if len(cells) < COLUMNS:  # as in a list of persons
            self._tally.add(cells)
        self._apart += apart
        self._all_begin = self._all_begin and (not apart or _is_row(cells))
        self._by_words.add(row, cells, apart=apart)
        if self._all_begin:
            self._by_steps.add(row, cells, apart=apart)

    @property
    def is_table(self) -> bool:
        """Whether the rows make a table, or labels and what they stand for."""
        if self._lists_persons:
            return True
        parts = self._parts
        if len(parts.rows) < _ROWS or not parts.tally.may_be_table or parts.is_running_text:
            return False
        return parts.tally.is_table or parts.tally.is_labelled

    @property
    def is_labelled(self) -> bool:
        """Whether a table has but labels and what they stand for."""
        return not (self._lists_persons or self._parts.tally.is_table)

    @property
    def parts(self) -> list[list[PrintedRow]]:
        """The printed rows of each row of the table."""
        return [[row] for row in self._rows] if self._lists_persons else self._parts.rows

    @property
    def _parts(self) -> "_Parts":
        by_steps = self._all_begin and 2 < self._apart < len(self._rows)
        return self._by_steps if by_steps else self._by_words

    @property
    def _lists_persons(self) -> bool:
        return self._tally.lists_persons and len(self._parts.rows) > 1


class _Parts:
    """Printed rows in the rows of a table, which steps part if they are `parted`."""

    def __init__(self, columns: Sequence[Span], *, parted: bool = False) -> None:
        self._columns = columns
        self._parted = parted
        self.rows: list[list[PrintedRow]] = []
        self.tally = Tally()
        self._said = self._last = [""] * len(columns)
        self._begun = ""
        self._below = self._below_in_all = 0

    def add(self, row: PrintedRow, cells: list[str], *, apart: bool) -> None:
        """Add a printed row, its cells, and whether it stands apart from what is above."""
        if self._begins(row, cells, apart):
            self.rows.append([row])
            self.tally.add(cells)
            self._begun = cells[0]
            self._said = cells
        else:
            self.rows[-1].append(row)
            self._below += 1
            self._below_in_all += all(cells)
            self._said = [
                " ".join(filter(None, pair)) for pair in zip(self._said, cells, strict=True)
            ]
        self._last = cells

    @property
    def is_running_text(self) -> bool:
        """Whether half the lines go on in all columns: seldom do all cells of a row run on."""
        return 2 * self._below_in_all >= len(self.rows) + self._below

    def _begins(self, row: PrintedRow, cells: Sequence[str], apart: bool) -> bool:
        if not self.rows:
            return True
        if self._parted:
            begins = apart or (all(cells) and begins_anew(cells[0]))
        else:
            begins = _is_row(cells) or _heads_rows(row, self.rows[-1][-1], self._columns)
        sure = len(self.rows) == 1 or (self._parted and apart) or self._goes_by_days(cells[0])
        return begins and (sure or not _runs_on(self._said, self._last, cells))

    def _goes_by_days(self, cell: str) -> bool:
        """Tell whether a day stands below that of the row before, as in a calendar."""
        return is_day(cell) and is_day(self._begun)


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether a printed row begins anew and has most cells of a table's row."""
    return begins_anew(cells[0]) and 2 * sum(map(bool, cells)) > len(cells)


def _runs_on(part: Sequence[str], last: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether the first cell goes on in a printed row, or half of those beside it, or more.

    `part` is what they have said so far, `last` what the printed row above does. Words in small
    letters go on below a capital, and all does that stands below what cannot end; one small word
    may be a value by itself (`vakant`).
    """
    if is_unfinished(last[0]):
        return True
    beside = [cells for cells in zip(part, last, row, strict=True) if cells[-1]][1:]
    going_on = 0
    for cell, above, below in beside:
        small = below[:1].islower() and " " in below and cell[:1].isupper()
        going_on += bool(above) and (small or is_unfinished(cell))
    return 2 * going_on >= max(len(beside), 1)


def _heads_rows(row: PrintedRow, before: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row's only words are a title of rows, and not the rest of the cell above."""
    first, above = row.pieces[0], before.pieces[0]
    room = columns[1].x0 - 2 * (row.bottom - row.top) - above.x1
    word = (first.x1 - first.x0) * len(first.text.split()[0]) / len(first.text)
    return (
        has_first_alone(row, columns)
        and begins_anew(first.text)
        and not is_unfinished(above.text)
        and (above.x0 >= columns[0].x1 or room > word)
    )
