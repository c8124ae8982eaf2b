"""Days that stand alone: lists of the days of meetings, and the captions of programmes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.dates import (
    Period,
    dates_alone,
    day_in_figures,
    find_periods,
    years_in,
)
from pipeline.knowledge.names import Span
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.months import MONTHS

WEEKDAY: Final = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", re.IGNORECASE)
"""A day of the week."""
TOP_BLOCKS: Final = 3
"""How many blocks of a page may tell when it was published."""

# A caption without a day of the week: `12 maj 2025`, in words, as news write it too.
_DAY_IN_WORDS: Final = re.compile(rf"(?:den )?\d[\d –-]* (?:{'|'.join(MONTHS)})\b.*", re.IGNORECASE)
COMING: Final = re.compile(
    r"på gång|kalend|program|datum|kommande|evenemang|aktivitet|hålltider|möten|träffar|resor"
    r"|sammanträden|händer|inbokat|planer",
    re.IGNORECASE,
)
"""What a heading says that stands above days of what is to come."""
_FILED: Final = re.compile(r"protokoll|handling(?:ar|en)\b|dokument|arkiv|nyheter", re.IGNORECASE)
_HOURS: Final = re.compile(r"^(?:kl\.? ?)?\d\d?[.:]\d\d(?: ?[–-] ?\d\d?[.:]\d\d)?", re.IGNORECASE)
DEADLINE: Final = re.compile(r"\b(?:deadline|sista \w*dag|senast|stoppdatum)\b", re.IGNORECASE)
"""What makes a day one that something ends by, which is none of a calendar."""

_LONGEST_CAPTION: Final = 120
# How many lines that begin with a day in figures make a calendar.
_FEWEST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class DayTold:
    """What happens on days that stand alone: where that is told, and where its place may be."""

    span: Span
    period: Period
    title: str
    place_in: Span


def days_alone(blocks: Sequence[Block]) -> Iterator[DayTold]:
    """Yield what happens on days that stand alone, in order.

    Below a line of what they are of stand the days of its meetings: `12 mars, 7 maj`. In a
    programme a line tells what happens on the day above it.
    """
    captions = _captions_of_list(blocks)
    for first, run in _runs_of_dates(blocks):
        days = [period for dates in run for period in dates if period.precision == "day"]
        last = first + len(run) - 1
        if len(days) > 1:
            yield from _of_list(blocks, first, run)
        elif (
            days
            and last + 1 < len(blocks)
            and (last in captions or _is_caption(blocks, last, days[0]))
        ):
            yield _of_caption(blocks, last, days[0])


def days_in_figures(blocks: Sequence[Block]) -> Iterator[DayTold]:
    """Yield what the lines of a calendar tell below a heading with its year: `9/6 Årsmöte`."""
    lines: list[DayTold] = []
    year: int | None = None
    for block in blocks:
        headed = _only_year(block) if block.kind is BlockKind.HEADING else None
        if headed:
            yield from lines if len(lines) >= _FEWEST_LINES else ()
            lines, year = [], headed
        told = _of_line(block, year) if year else None
        lines += [told] if told else []
    yield from lines if len(lines) >= _FEWEST_LINES else ()


def _of_line(block: Block, year: int | None) -> DayTold | None:
    """Return what a line that begins with a day in figures tells; None for other lines."""
    day = day_in_figures(block.text) if block.kind is not BlockKind.CELL else None
    title = block.text[day.end :].lstrip(" .:,–-") if day else ""
    if day is None or not title[:1].isalpha() or DEADLINE.search(title):
        return None
    span = Span(block.start, block.end)
    return DayTold(span, _in_year(day, year), title, span)


def _runs_of_dates(blocks: Sequence[Block]) -> Iterator[tuple[int, list[list[Period]]]]:
    """Yield the runs of blocks that hold days and years alone, each with its first block."""
    run: list[list[Period]] = []
    for index, block in enumerate(blocks):
        text = block.content.strip()
        dates = list(find_periods(text)) if text.isdigit() else dates_alone(text)
        if dates and block.kind is not BlockKind.CELL:
            run.append(dates)
        elif run:
            yield index - len(run), run
            run = []
    if run:
        yield len(blocks) - len(run), run


def _of_list(
    blocks: Sequence[Block], first: int, run: Sequence[Sequence[Period]]
) -> Iterator[DayTold]:
    """Yield the meetings of a list of days; a year among the days is that of those behind it."""
    above = blocks[first - 1] if first else None
    if above is None or _FILED.search(above.text):
        return
    year = _only_year(above)
    for block, dates in zip(blocks[first:], run, strict=False):
        for period in dates:
            if period.precision == "day":
                span = Span(block.start, block.end)
                where = Span(above.start, above.end)
                yield DayTold(span, _in_year(period, year), above.content, where)
            elif period.first is not None:
                year = period.first.year


def _captions_of_list(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the days that each caption a line below a heading such as `På gång`."""
    captions: set[int] = set()
    coming = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and not dates_alone(block.content):
            coming = bool(COMING.search(block.content))
        elif coming and _DAY_IN_WORDS.fullmatch(block.content.strip()):
            captions.add(index)
    return frozenset(captions)


def _is_caption(blocks: Sequence[Block], index: int, day: Period) -> bool:
    """Tell whether a day captions what is below it; with its year at the top it is the page's."""
    of_page = index < TOP_BLOCKS and day.first is not None
    return bool(WEEKDAY.search(blocks[index].text)) and not of_page


def _of_caption(blocks: Sequence[Block], index: int, day: Period) -> DayTold:
    """Return what the line below a day tells, the year that of the nearest line above."""
    above = map(_only_year, reversed(blocks[:index]))
    year = next((year for year in above if year), None)
    below = blocks[index + 1]
    span = Span(blocks[index].start, below.end)
    title = _HOURS.sub("", below.content)
    return DayTold(span, _in_year(day, year), title, Span(below.start, below.end))


def _in_year(period: Period, year: int | None) -> Period:
    return (period.in_year(year) if year else None) or period


def _only_year(block: Block) -> int | None:
    years = set(years_in(block.text)) if len(block.text) <= _LONGEST_CAPTION else set()
    return years.pop() if len(years) == 1 else None
