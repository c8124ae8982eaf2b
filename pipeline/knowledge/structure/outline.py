"""The outline of a plan: which blocks are headings, goals or activities, and the sections."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.knowledge.structure.numbering import (
    Event,
    EventKind,
    Number,
    Reading,
    Style,
    read_numbers,
)
from pipeline.knowledge.textflow import Block, BlockKind

_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*")
_RESTART: Final = re.compile(r"(?:bilaga|appendix|del)\b", re.IGNORECASE)
_GOALS: Final = re.compile(
    r"(?:(?:övergripande|långsiktiga|kortsiktiga|konkreta|prioriterade|våra|regionens) )*"
    r"(?:del|inriktnings|effekt|utvecklings)?mål(?:en|sättning(?:ar)?)?"
    r"(?: (?:för|till|år|under|fram till|och med|perioden|[\w-]+s)){0,3}"
    r"(?: (?P<year>(?:19|20)\d\d)(?: ?[–-] ?(?:19|20)\d\d)?)?(?: är)? ?:?"
    r"|mål (?:för|inom|kring) (?!och\b)[\w-]+(?: [\w-]+){0,3}:",
    re.IGNORECASE,
)
# A sentence that the goals below end: `Under perioden ska regionen`.
_GOALS_FOLLOW: Final = re.compile(
    r"(?:^|[.!?] )(?:Under|Till|Fram till|Vid utgången av|Senast)"
    r" (?:\w+perioden|perioden|(?:år )?(?:19|20)\d\d)[^.!?:]{0,60}?"
    r"\b(?:ska|skall|vill)\b[^.!?:]{0,40}:?$"
)
_ACTIVITIES: Final = re.compile(
    r"(?:(?:planerade|prioriterade|föreslagna|årets|kommande|konkreta) )*"
    r"(?:aktiviteter(?:na)?|insatser(?:na)?|åtgärder(?:na)?)"
    r"(?: (?:som planeras|som genomförs|för|under|år)){0,2}"
    r"(?: (?P<year>(?:19|20)\d\d)(?: ?[–-] ?(?:19|20)\d\d)?)? ?:?",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(r"(?P<number>(?:Bilaga|BILAGA|Appendix) \d+)[.:]? *(?P<heading>.*)")
_ACTIVITY_HEADING: Final = re.compile(
    r"(?:.*\b)?(?:verksamhet|aktiviteter|insatser|åtgärder)(?: (?:under |för )?(?:19|20)\d\d.*)?"
    r"|program(?:punkter)?|(?:avslutade|pågående|planerade|genomförda) projekt",
    re.IGNORECASE,
)
_PRIORITY: Final = re.compile(r"prioritering(?:ar)? \d+|prioriterat område \d+", re.IGNORECASE)
_LONGEST_LABEL: Final = 60


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


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A line that says what follows, such as `Mål 2026:`, with its year if it has one."""

    block: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What the blocks of a plan are; indices are of blocks, sections in order."""

    sections: tuple[Section, ...]
    goal_labels: tuple[Label, ...]
    activity_labels: tuple[Label, ...]
    activities: tuple[int, ...]

    def section_at(self, block: int) -> Section | None:
        """Return the innermost section that holds a block."""
        holding = [s for s in self.sections if s.first <= block < s.last]
        return holding[-1] if holding else None

    def chain(self, section: Section | None) -> Iterator[Section]:
        """Yield a section and those it is part of, innermost first."""
        while section is not None:
            yield section
            section = None if section.parent is None else self.sections[section.parent - 1]


def make_outline(blocks: Sequence[Block], title: int | None = None) -> Outline:
    """Return the outline of a plan's blocks; `title` is the block that is its title, if any."""
    numbered = tuple(_numbered_goals(blocks))
    lines = (*_labels(blocks, _GOALS), *_sentences_before_goals(blocks))
    goals = tuple(sorted((*lines, *numbered)))
    actions = tuple(_labels(blocks, _ACTIVITIES))
    labels = {label.block for label in (*lines, *actions)}
    events = list(_events(blocks, labels, {label.block for label in actions}))
    plain = {label.block for label in lines if _is_plain_label(blocks, label.block)}
    plain |= {label.block + 1 for label in goals if _leads_to_items(blocks, label.block + 1)}
    plain |= {label.block for label in actions if _numbered_before(blocks, label.block)}
    readings = dict(zip((e.block for e in events), read_numbers(events), strict=True))
    activities = tuple(b for b, reading in readings.items() if reading is Reading.ACTIVITY)
    headings = [
        index
        for index, block in enumerate(blocks)
        if index not in plain and index != title and _is_heading(block, readings.get(index))
    ]
    inside = _between_activities(headings, events, readings)
    chosen = [index for index in headings if index not in inside]
    return Outline(_sections(blocks, chosen), goals, actions, activities)


def _leads_to_items(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line without an end right below a label opens the label's list."""
    if index + 1 >= len(blocks) or blocks[index].kind in {BlockKind.CELL, BlockKind.ITEM}:
        return False
    ends = blocks[index].text.rstrip().endswith((".", "!", "?"))
    return blocks[index + 1].kind is BlockKind.ITEM and not number_of(blocks[index]) and not ends


def _is_plain_label(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a label is no heading of a section: it leads in, or numbers make sections."""
    block = blocks[index]
    is_heading = block.kind is BlockKind.HEADING and not block.text.rstrip().endswith(":")
    return not is_heading or _numbered_before(blocks, index)


def _numbered_before(blocks: Sequence[Block], index: int) -> bool:
    return any(number_of(b) and b.kind is BlockKind.HEADING for b in blocks[:index])


def number_of(block: Block) -> Number:
    """Return the block's number as integers, empty if it has none."""
    match = _NUMBERED.match(block.marker)
    return tuple(int(part) for part in match[0].split(".")) if match else ()


def _labels(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Iterator[Label]:
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL or len(block.text) > _LONGEST_LABEL or number_of(block):
            continue
        if match := pattern.fullmatch(block.content.strip()):
            yield Label(index, int(match["year"]) if match["year"] else None)


def _numbered_goals(blocks: Sequence[Block]) -> Iterator[Label]:
    """Yield the numbered headings such as `3. Mål` that a list of goals follows."""
    for index, block in enumerate(blocks[:-1]):
        match = _GOALS.fullmatch(block.content.strip()) if number_of(block) else None
        below = index + 2 if _leads_to_items(blocks, index + 1) else index + 1
        follows = blocks[below].kind is BlockKind.ITEM and not number_of(blocks[below])
        if match and follows and block.kind is not BlockKind.CELL:
            yield Label(index, int(match["year"]) if match["year"] else None)


def _sentences_before_goals(blocks: Sequence[Block]) -> Iterator[Label]:
    for index, (block, below) in enumerate(pairwise(blocks)):
        if block.kind is BlockKind.TEXT and below.kind is BlockKind.ITEM and not number_of(below):
            match = _GOALS_FOLLOW.search(block.text.strip())
            if match and not _ACTIVITIES.fullmatch(block.text.strip()):
                yield Label(index, None)


def _events(blocks: Sequence[Block], labels: set[int], action_labels: set[int]) -> Iterator[Event]:
    for index, block in enumerate(blocks):
        if index in action_labels:
            yield Event(EventKind.ACTIVITIES_BEGIN, index)
        elif index in labels or block.kind is BlockKind.CELL:
            continue
        elif block.kind is BlockKind.HEADING and _RESTART.match(block.text):
            yield Event(EventKind.RESTART, index)
        elif _opens_activities(block) and not number_of(block):
            yield Event(EventKind.ACTIVITIES_BEGIN, index)
        elif number_of(block) and block.content[:1].isupper():
            style = Style(block.marker.endswith("."), block.font_size)
            heading = block.kind is BlockKind.HEADING
            number = number_of(block)
            opens = _opens_activities(block)
            length = len(block.content)
            yield Event(EventKind.NUMBER, index, number, style, heading, length, opens)


def _opens_activities(block: Block) -> bool:
    is_heading = block.kind is BlockKind.HEADING and len(block.text) <= _LONGEST_LABEL
    return is_heading and bool(_ACTIVITY_HEADING.fullmatch(block.content.strip()))


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
    marks = [event.block for event in events]
    inside = set()
    for index in headings:
        place = bisect_left(marks, index)
        around = marks[place - 1 : place] + marks[place : place + 1]
        if index not in around and [readings[mark] for mark in around] == [Reading.ACTIVITY] * 2:
            inside.add(index)
    return inside


def _sections(blocks: Sequence[Block], headings: Sequence[int]) -> tuple[Section, ...]:
    starts = list(headings)
    levels = _levels(blocks, starts)
    if blocks and (not starts or starts[0] > 0):
        starts, levels = [0, *starts], [0, *levels]
    sections: list[Section] = []
    for place, (start, level) in enumerate(zip(starts, levels, strict=True)):
        last = starts[place + 1] if place + 1 < len(starts) else len(blocks)
        parent = next((s.ordinal for s in reversed(sections) if 0 < s.level < level), None)
        number, heading = _caption(blocks[start]) if level else (None, "")
        sections.append(Section(place + 1, number, heading, level, parent, start, last))
    return tuple(sections)


def _caption(block: Block) -> tuple[str | None, str]:
    """Return a heading's number, `Bilaga 1` being one, and its words."""
    if annex := _ANNEX.fullmatch(block.text):
        return annex["number"], annex["heading"]
    return block.marker.rstrip(".)") or None, block.content.strip()


def _levels(blocks: Sequence[Block], headings: Sequence[int]) -> list[int]:
    """Return the depth of each heading: by its number, else by its size, else by its look."""
    chosen = [blocks[index] for index in headings]
    depth_of_size = _depths_by_size(chosen)
    capitals = any(block.text.isupper() and not number_of(block) for block in chosen)
    levels: list[int] = []
    numbered = outer = 0
    for block in chosen:
        depth = len(number_of(block))
        if depth:
            numbered = depth
        elif _RESTART.match(block.text):
            depth, numbered = 1, 0
        elif block.kind is BlockKind.CELL:
            depth = outer + 1
        elif block.font_size in depth_of_size:
            depth = depth_of_size[block.font_size]
        elif capitals:
            depth = 1 if block.text.isupper() else 2
        else:
            depth = numbered + 1
        outer = outer if block.kind is BlockKind.CELL else depth
        levels.append(depth)
    return levels


def _depths_by_size(headings: Sequence[Block]) -> dict[float | None, int]:
    """Return the depth that headings of a size have; numbered ones show it where they can."""
    sizes = sorted({b.font_size for b in headings if b.font_size is not None}, reverse=True)
    shown: dict[float | None, int] = {}
    for block in headings:
        if block.font_size is not None and number_of(block):
            shown.setdefault(block.font_size, len(number_of(block)))
    deepest = 0
    for size in sizes:
        deepest = shown.setdefault(size, deepest + 1)
    return shown
