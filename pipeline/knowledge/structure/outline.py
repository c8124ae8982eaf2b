"""The outline of a plan: which blocks are headings, goals or activities, and the sections."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Final

from pipeline.knowledge.dates import dates_alone
from pipeline.knowledge.structure.aims import aim_label
from pipeline.knowledge.structure.announced import activity_labels, announced_activities
from pipeline.knowledge.structure.chapters import is_chapter
from pipeline.knowledge.structure.events import number_events
from pipeline.knowledge.structure.grids import part_rows
from pipeline.knowledge.structure.labels import (
    CHAPTER,
    Label,
    activity_label,
    counted_below,
    counted_goals,
    goal_label,
    goal_lines,
    leads_to_items,
    named_activities,
    number_of,
    numbered_goals,
)
from pipeline.knowledge.structure.lettered import lettered_on
from pipeline.knowledge.structure.levels import levels_of, repeated_headings
from pipeline.knowledge.structure.numbering import (
    Event,
    EventKind,
    Reading,
    read_numbers,
)
from pipeline.knowledge.structure.wording import LABELLED_GOAL, YEAR
from pipeline.knowledge.textflow import Block, BlockKind

_ANNEX: Final = re.compile(r"(?P<number>(?:Bilaga|BILAGA|Appendix) \d+)[.:]? *(?P<heading>.*)")
# Within how many blocks of a plan's beginning all above its title says whose it is.
_LETTERHEAD: Final = 8
# `Prioriterat område 1`, `Fokusområde B`: the name stands in the next line.
_PART: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+(?:t|a|at) )?[A-ZÅÄÖa-zåäö]*(?:[Oo]mråde|[Pp]rioritering|[Ii]nriktning"
    r"|[Ff]okus|[Tt]ema|[Ss]pår|[Dd]el) (?:\d{1,2}|[A-H])[.:]?"
)
_HOUR: Final = re.compile(r" ?(?:kl\.? ?)?\d\d[.:]\d\d ")
_PRIORITY: Final = re.compile(r"prioritering(?:ar)? \d+|prioriterat område \d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan: its blocks from `first` to `last` (not included), heading first."""

    ordinal: int
    number: str | None
    heading: str
    level: int
    parent: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What the blocks of a plan are; indices are of blocks, sections in order.

    `announcing` are the blocks that say that activities follow, with a number or without;
    `repeated` the headings, in small letters, that more than one section has.
    """

    sections: tuple[Section, ...]
    goal_labels: tuple[Label, ...]
    activity_labels: tuple[Label, ...]
    activities: tuple[int, ...]
    announcing: frozenset[int]
    repeated: frozenset[str]

    def section_at(self, block: int) -> Section | None:
        """Return the innermost section that holds a block."""
        index = bisect_right(self.sections, block, key=attrgetter("first")) - 1
        return self.sections[index] if index >= 0 and block < self.sections[index].last else None

    def chain(self, section: Section | None) -> Iterator[Section]:
        """Yield a section and those it is part of, innermost first."""
        while section is not None:
            yield section
            section = None if section.parent is None else self.sections[section.parent - 1]

    def owner(self, section: Section | None) -> Section | None:
        """Return what a section is of: the part above, for one such as each part has.

        Below `Skolan` and below `Vård` stands `Så gör vi`: it names neither. Nor does the last
        day of a programme name what stands below it.
        """
        own = section
        if own is not None and _is_of_programme(own):
            parts = reversed(self.sections[: own.ordinal])
            own = next((one for one in parts if not _is_of_programme(one)), own)
        while own is not None and not own.number and own.heading.casefold() in self.repeated:
            level, before = own.level, range(own.ordinal - 2, -1, -1)
            higher = (self.sections[place] for place in before)
            own = next((one for one in higher if 0 < one.level <= level), None)
        return own or section

    def heading_year(self, section: Section | None) -> int | None:
        """Return the one year that the headings above name, the nearest first; no date's."""
        for above in self.chain(section):
            years = set(re.findall(rf"\b{YEAR}\b(?!-\d\d-)", above.heading))
            if len(years) == 1:
                return int(years.pop())
        return None

    def listed(self, blocks: Sequence[Block], label: Label) -> tuple[list[int], list[int]]:
        """Return the items of the list below a label, and all that follows up to the next."""
        stops = {section.first for section in self.sections} | set(self.activities)
        stops |= {other.block for other in (*self.goal_labels, *self.activity_labels)}
        following: list[int] = []
        for index in range(label.block + 1, len(blocks)):
            lead = index == label.block + 1 and index not in stops
            ends = blocks[index].kind is BlockKind.HEADING and not lead
            if index in stops or ends or blocks[index].kind is BlockKind.CELL:
                break
            following.append(index)
        first = 1 if _leads_in(blocks, following) else 0
        rest = following[first:]
        items = list(takewhile(lambda index: blocks[index].kind is BlockKind.ITEM, rest))
        return items + lettered_on(blocks, items, rest[len(items) :]), following


def _is_of_programme(section: Section) -> bool:
    """Tell whether a heading is a day alone, or begins with an hour: `10.30 Invigning`."""
    return bool(
        dates_alone(section.heading) or _HOUR.match(f"{section.number or ''} {section.heading}")
    )


def _leads_in(blocks: Sequence[Block], following: Sequence[int]) -> bool:
    """Tell whether a paragraph without an end stands between a label and its list."""
    if len(following) < 2 or blocks[following[1]].kind is not BlockKind.ITEM:
        return False
    lead = blocks[following[0]]
    ends = lead.text.rstrip().endswith((".", "!", "?"))
    return lead.kind in {BlockKind.TEXT, BlockKind.HEADING} and not ends


def make_outline(blocks: Sequence[Block], title: int | None = None) -> Outline:
    """Return the outline of a plan's blocks; `title` is the block that is its title, if any."""
    lines = goal_lines(blocks)
    goals = tuple(sorted((*lines, *numbered_goals(blocks))))
    actions = tuple(label for label in activity_labels(blocks) if label.block != title)
    labels = {label.block for label in (*lines, *actions)}
    labels |= {index for label in goals for index in counted_below(blocks, label.block)}
    labels |= {place for _, place in counted_goals(blocks)}
    named = set(named_activities(blocks))
    events = list(number_events(blocks, labels | named, {label.block for label in actions}))
    readings = dict(zip((e.block for e in events), read_numbers(events), strict=True))
    inside = _inside_numbered(blocks, readings, labels)
    plain = {
        label.block
        for label in lines
        if _is_plain_label(blocks[label.block], numbered=label.block in inside)
    }
    plain |= {label.block + 1 for label in goals if leads_to_items(blocks, label.block + 1)}
    plain |= named | {label.block for label in actions if label.block in inside}
    plain |= {label.block for label in actions if _is_below_goal(blocks, label.block)}
    counted = {b for b, reading in readings.items() if reading is Reading.ACTIVITY}
    heads = part_rows(blocks)
    letterhead = range(title + 1) if title is not None and title < _LETTERHEAD else (title,)
    headings = [
        index
        for index, block in enumerate(blocks)
        if index not in plain
        and index not in letterhead
        and (block.start in heads or _is_heading(block, readings.get(index)))
        and not (index - 1 not in plain and _names_part(blocks, index))
    ]
    between = _between_activities(headings, events, readings)
    chosen = [index for index in headings if index not in between]
    repeated = repeated_headings(blocks[index] for index in chosen)
    sections = _sections(blocks, chosen, title)
    announcing = frozenset(i for i in chosen if announced_activities(blocks, i))
    activities = tuple(sorted(counted | named))
    return Outline(sections, goals, actions, activities, announcing, repeated)


def _is_plain_label(block: Block, *, numbered: bool) -> bool:
    """Tell whether a label is no heading of a section: it leads in, or numbers make sections."""
    if not (goal_label(block.content) or aim_label(block.content)):
        return True  # a sentence that the list below ends
    is_heading = block.kind is BlockKind.HEADING and not block.text.rstrip().endswith(":")
    return not is_heading or numbered


def _names_part(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a heading only names the part whose number is the whole heading above it."""
    above = blocks[index - 1] if index else None
    numbers = above is not None and _PART.fullmatch(above.text.strip()) is not None
    told = above is not None and above.kind is BlockKind.HEADING and numbers
    text = blocks[index].text.strip()
    other = (
        number_of(blocks[index]) or _PART.match(text) or goal_label(text) or activity_label(text)
    )
    return told and not other


def _is_below_goal(blocks: Sequence[Block], label: int) -> bool:
    """Tell whether the heading right above is the goal that a label's activities are for."""
    if not label or blocks[label - 1].kind is not BlockKind.HEADING:
        return False
    return LABELLED_GOAL.fullmatch(blocks[label - 1].content.strip()) is not None


def _inside_numbered(
    blocks: Sequence[Block], readings: Mapping[int, Reading | None], labels: set[int]
) -> set[int]:
    """Return the labels that stand in a part with a number or letter, no parts beside it.

    A label of goals is no part of one such as `3.2 Aktiviteter`.
    """
    inside: set[int] = set()
    numbered = of_activities = False
    for index, block in enumerate(blocks):
        if index in labels and not is_chapter(block):
            other = of_activities and bool(goal_label(block.content))
            inside |= {index} if numbered and not other else set()
        elif readings.get(index) is Reading.SECTION or (
            block.kind is BlockKind.HEADING and readings.get(index) is None
        ):
            numbered = bool(number_of(block)) or is_chapter(block)
            of_activities = numbered and activity_label(block.content) is not None
    return inside


def _is_heading(block: Block, reading: Reading | None) -> bool:
    if reading is not None:
        return reading is Reading.SECTION
    if block.kind is BlockKind.CELL:
        return bool(_PRIORITY.match(block.text))
    return block.kind is BlockKind.HEADING


def _between_activities(
    headings: Sequence[int], events: Sequence[Event], readings: Mapping[int, Reading | None]
) -> set[int]:
    """Return the unnumbered headings that stand between two activities of one list."""
    marks = [event.block for event in events if event.kind is not EventKind.ACTIVITIES_END]
    inside = set()
    for index in headings:
        place = bisect_left(marks, index)
        around = marks[place - 1 : place] + marks[place : place + 1]
        if index not in around and [readings[mark] for mark in around] == [Reading.ACTIVITY] * 2:
            inside.add(index)
    return inside


def _sections(
    blocks: Sequence[Block], headings: Sequence[int], title: int | None
) -> tuple[Section, ...]:
    """Return the sections; what stands above the first heading is below the title."""
    starts = list(headings)
    levels = levels_of([blocks[i] for i in starts], [b - a == 1 for a, b in pairwise(starts)])
    if blocks and (not starts or starts[0] > 0):
        starts, levels = [0, *starts], [0, *levels]
    sections: list[Section] = []
    for place, (start, level) in enumerate(zip(starts, levels, strict=True)):
        last = starts[place + 1] if place + 1 < len(starts) else len(blocks)
        parent = next((s.ordinal for s in reversed(sections) if 0 < s.level < level), None)
        opening = "" if title is None else blocks[title].text.strip()
        number, heading = _caption(blocks[start]) if level else (None, opening)
        sections.append(Section(place + 1, number, heading, level, parent, start, last))
    return tuple(sections)


def _caption(block: Block) -> tuple[str | None, str]:
    """Return a heading's number, `Bilaga 1` being one, and its words."""
    if chapter := CHAPTER.fullmatch(block.text):
        return chapter["number"], chapter["heading"]
    if annex := _ANNEX.fullmatch(block.text):
        return annex["number"], annex["heading"]
    return block.marker.strip("§().: –-") or None, block.content.strip()
