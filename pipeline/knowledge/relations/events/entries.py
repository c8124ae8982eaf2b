"""Lines that are entries of a calendar: a day, and what or where, in a list or below a heading."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.dates import Period, find_periods
from pipeline.knowledge.relations.events.happening import takes_days
from pipeline.knowledge.structure.days import COMING, DEADLINE
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.textflow import Block, BlockKind

# `2.1 Almköping 8 februari`, in a list of meetings
_PLACE_ALONE: Final = re.compile(r"\W*[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:den )?")
# A day in figures at the top of a page, often with the minute: when it was published.
_FIGURES: Final = re.compile(r"[\d.-]+")
_MATTER: Final = re.compile(r"^§+ ?\d+ ")
_LONGEST_ENTRY: Final = 120
# How many words the line above a calendar has, and how many lines the calendar.
_LONGEST_CALENDAR: Final = 3
_MOST_ENTRIES: Final = 12


def is_entry(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is an entry of a list, or of a calendar without columns."""
    periods = list(find_periods(blocks[index].text))
    in_list = bool(periods) and _is_in_list(blocks, index)
    alone = any(_stands_alone(blocks[index], one, in_list=in_list) for one in periods)
    return alone or (bool(periods) and _is_below_calendar(blocks, index))


def _stands_alone(block: Block, period: Period, *, in_list: bool) -> bool:
    """Tell whether a day stands by itself in a short item: `Årsmöte: 25 maj 2023, Visby`."""
    text = block.text
    # A line with a place and one day heads a letter; several days are a meeting's.
    entry = block.kind is BlockKind.ITEM or takes_days(period) or in_list
    if not entry or len(text) > _LONGEST_ENTRY:
        return False
    before, after = text[: period.start], text[period.end :]
    placed = _PLACE_ALONE.fullmatch(before.removeprefix(block.marker)) and not after
    # A paper in the files of a matter has the day in figures: `- Ledningskontoret 2010-05-05`.
    placed = placed and not _FIGURES.fullmatch(text, period.start, period.end)
    return bool(placed) or (before.endswith((", ", ": ")) and after[:1] in {"", ",", ".", ":"})


def _is_in_list(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the line above or below tells a place and a day as well, and no more."""
    beside = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    return any(
        _PLACE_ALONE.fullmatch(one.text, 0, period.start) and period.end == len(one.text)
        for one in beside
        for period in find_periods(one.text)
    )


def _is_below_calendar(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is one of those with a day right below `Kommande möten`."""
    block = blocks[index]
    if len(block.text) > _LONGEST_ENTRY or DEADLINE.search(block.text) or is_stamp(block):
        return False
    above = reversed(blocks[max(index - _MOST_ENTRIES, 0) : index])
    head = next((one for one in above if not _tells_day(one.text)), None)
    caption = _MATTER.sub("", head.text) if head and field_of(head, 0) is None else ""
    return len(caption.split()) <= _LONGEST_CALENDAR and COMING.search(caption) is not None


def _tells_day(text: str) -> bool:
    return any(period.precision == "day" for period in find_periods(text))


def is_stamp(block: Block) -> bool:
    """Tell whether a line tells in figures when the page was published; no item of a list does."""
    first = next(iter(find_periods(block.content)), None)
    if first is None or block.kind is BlockKind.ITEM:
        return False
    return bool(_FIGURES.fullmatch(block.content[first.start : first.end]))
