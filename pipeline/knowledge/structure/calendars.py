"""Calendars: tables whose rows each tell a time, what happens, and maybe where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.dates import Period, day_in_figures, find_periods
from pipeline.knowledge.names import Span
from pipeline.knowledge.once import once
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block

_NAME: Final = r"[^\W\d_a-zåäö][\w-]+"
_PLACE: Final = re.compile(rf"{_NAME}(?: (?:(?:de|la|del|am|sur|upon) )?{_NAME})?")
# What happens and where: `Studieresa till Riga`, `Informationsdag, Visby`.
_LAST_PLACE: Final = re.compile(
    rf".(?:, | (?:i|på|till|besöker|besökte) )(?P<place>{_PLACE.pattern})(?:\.?$|(?=\. [A-ZÅÄÖ]))"
)
# What may stand before a day: `vecka 19, tis den `
_LEADS_IN: Final = re.compile(
    r"(?:v(?:ecka)?\.? ?\d\d?[,:]? )?(?:(?:må|ti|on|to|fr|lö|sö)[a-zåäö]*\.?,? )?(?:den )?",
    re.IGNORECASE,
)
_HAPPENS: Final = re.compile(
    r"(?:möte|konferens|dag(?:ar)?|resa|seminarium|träff|forum|vecka|besök|mässa|kurs|stämma)\b",
    re.IGNORECASE,
)
_NO_PLACE: Final = re.compile(r"(?:digital|teams|zoom|online|webb|distans)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A row of a calendar: the blocks that tell when and what, and the span of the place.

    `cell` is where a place may be that only a list of places knows: `Mo i Rana`.
    """

    when: tuple[Block, ...]
    what: tuple[Block, ...]
    place: Span | None
    cell: Span | None


@once
def calendar_rows(blocks: Sequence[Block]) -> tuple[CalendarRow, ...]:
    """Return the rows of calendars, with a header (`Datum`, `Händelse`) or without."""
    return tuple(_calendar_rows(blocks))


def _calendar_rows(blocks: Sequence[Block]) -> Iterator[CalendarRow]:
    for grid in grids(blocks):
        columns = grid.columns("date", "place", "event")
        date = columns.get("date") if "event" in columns else None
        if date is None and not grid.header:
            date = _date_column(grid)
        if date is None:
            continue
        placed = None if grid.header else _place_column(grid, date)
        for row in grid.rows:
            others = [column for column in sorted(row.cells) if column != date]
            told = [column for column in others if column != placed] or others
            what = columns.get("event", told[0] if told else None)
            if row.cells.get(date) and what is not None and row.cells.get(what):
                rest = [column for column in others if column != what]
                place = columns.get("place", rest[0] if rest and not grid.header else None)
                beside = None if "place" in columns else _ending(row.cells[date][-1])
                where = beside or _place(row, what, place)
                of_place = row.cells.get(place, ()) if place is not None else ()
                cell = Span(of_place[0].start, of_place[-1].end) if of_place else None
                yield CalendarRow(row.cells[date], row.cells[what], where, cell)


def _date_column(grid: Grid) -> int | None:
    """Return the column whose cells begin with days; None where no two do."""
    for column in sorted({column for row in grid.rows for column in row.cells}):
        texts = [row.text(column) for row in grid.rows if row.cells.get(column)]
        dated = sum(_begins_with_day(text) for text in texts)
        if dated >= 2 and dated * 2 > len(texts):
            return column
    return None


def _place_column(grid: Grid, date: int) -> int | None:
    """Return the column whose cells each are written as a place, if those of another are not."""
    columns = sorted({column for row in grid.rows for column in row.cells} - {date})
    texts = [[row.text(column) for row in grid.rows if row.cells.get(column)] for column in columns]
    places = [all(map(_may_be_place, of_column)) for of_column in texts]
    return columns[places.index(True)] if places.count(True) == 1 and len(columns) > 1 else None


def _may_be_place(text: str) -> bool:
    return _PLACE.fullmatch(text) is not None and not _HAPPENS.search(text)


def _begins_with_day(text: str) -> bool:
    period = next(days_of_cell(text), None)
    led = period is not None and _LEADS_IN.fullmatch(text, 0, period.start)
    return bool(led) and period is not None and period.precision == "day"


def days_of_cell(text: str) -> Iterator[Period]:
    """Yield the times of a cell for days, one that it tells in figures alone too: `7/5`."""
    found = list(find_periods(text))
    alone = day_in_figures(text) if not found else None
    yield from [alone] if alone else found


def _place(row: GridRow, what: int, column: int | None) -> Span | None:
    """Return the place: a cell of its own, or what the cell of what happens ends with."""
    if column is not None and row.cells.get(column):
        block = row.cells[column][0]
        place = _as_place(Span(block.content_start, block.end), block.content)
        if place is not None or _NO_PLACE.match(block.content):
            return place
    return _ending(row.cells[what][-1])


def _ending(block: Block) -> Span | None:
    """Return the place that a cell ends with: `24 april, Visby`."""
    match = _LAST_PLACE.search(block.content)
    if match is None:
        return None
    start = block.content_start + match.start("place")
    return _as_place(Span(start, start + len(match["place"])), match["place"])


def _as_place(span: Span, text: str) -> Span | None:
    return span if _PLACE.fullmatch(text) and not _NO_PLACE.match(text) else None
