"""Goals: lists and paragraphs below labels, lines that begin with `Mål`, and tables."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.structure.aims import aim_label
from pipeline.knowledge.structure.goal import Goal, make_goal, only_year
from pipeline.knowledge.structure.goal_decisions import goals_decided
from pipeline.knowledge.structure.goal_parts import (
    counted_lines,
    each_labelled,
    goals_in_parts,
)
from pipeline.knowledge.structure.goal_sentences import (
    GOES_ON,
    RESULT,
    goals_in_sentences,
    goals_told_behind,
)
from pipeline.knowledge.structure.grids import grids, part_rows
from pipeline.knowledge.structure.labels import (
    Label,
    counted_goals,
    goal_label,
    leads_to_items,
    number_of,
    sentences_below,
)
from pipeline.knowledge.structure.outline import Outline
from pipeline.knowledge.structure.wording import (
    COUNTED_GOALS,
    GOAL_NOUN,
    LABELLED_GOAL,
    NUMBERED_GOAL,
    NUMERALS,
)
from pipeline.knowledge.textflow import Block, BlockKind

_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?](?= [^\W\da-zåäö_])|$)", re.DOTALL)
# A paragraph of several sentences states a goal if its first says what shall be.
_STATES: Final = re.compile(
    r"\b(?:ska|skall|bör|vill)\b|\b(?:målet|målsättningen|ambitionen)\b.* är ", re.IGNORECASE
)
# A paragraph about goals is none: `Målen följs upp varje år`, `Här är våra mål`.
_ABOUT_GOALS: Final = re.compile(
    rf"\b(?!målet\b|målsättningen\b){GOAL_NOUN}\b|\bmålområden|\b(?:här|nedan|nedanstående|dessa|följande)\b",
    re.IGNORECASE,
)
# `Målet är att fler reser`: a goal that a sentence states.
_AIM: Final = re.compile(
    rf"(?:(?:Vårt|Det|Ett) (?:[\w-]+ ){{0,2}})?{GOAL_NOUN}(?: (?:för|med)\b[^.]{{3,40}})?"
    r" är (?:att|en|ett)\b",
    re.IGNORECASE,
)
_SHALL: Final = re.compile(r"\b(?:ska|skall)\b")
# What is to come one day stands below such a heading before the goals.
_VISION: Final = re.compile(r"\bvision", re.IGNORECASE)
_OF_AREAS: Final = re.compile(r"\b(?:områden|fokus|prioriteringar)", re.IGNORECASE)


def find_goals(blocks: Sequence[Block], outline: Outline) -> list[Goal]:
    """Return the goals of a plan in order, each once."""
    found = [
        *_below_labels(blocks, outline),
        *_in_parts(blocks, outline),
        *_labelled(blocks, outline),
        *_aims(blocks, outline),
        *_tabled(blocks, outline),
        *_headed(blocks, outline),
        *_numbered(blocks, outline),
        *_counted(blocks, outline),
    ]
    counted = list(_counted_up(blocks, outline))
    starts = [block.start for block in blocks]
    told = {bisect_right(starts, goal.span.start) for goal in counted}
    found = [one for one in found if bisect_right(starts, one.span.start) not in told] + counted
    once = {goal.span: goal for goal in reversed(found)}
    placed = (replace(goal, section=outline.owner(goal.section)) for goal in once.values())
    return sorted(placed, key=lambda goal: goal.span)


def _below_labels(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the goals below each label: its list, or the paragraphs where there is none.

    A line that is a goal itself is no label.
    """
    counted = counted_lines(blocks)
    for label in outline.goal_labels:
        if label.block in counted:
            continue
        section = outline.section_at(label.block)
        lead = blocks[label.block + 1].text if leads_to_items(blocks, label.block + 1) else ""
        year = label.year or outline.heading_year(section) or only_year(lead)
        for index in _listed(blocks, outline, label):
            for span in _parts(blocks[index], blocks[label.block]):
                yield make_goal(blocks[index], span, section, year)


def _in_parts(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    for index in goals_in_parts(blocks, outline):
        block, section = blocks[index], outline.section_at(index)
        span = Span(block.content_start, block.end)
        yield make_goal(block, span, section, outline.heading_year(section))


def _parts(block: Block, label: Block) -> Iterator[Span]:
    """Yield the goals of a block: each sentence where each could stand alone as one.

    Below a label with a colon all could.
    """
    stated = list(_SENTENCE.finditer(block.text)) if block.kind is not BlockKind.ITEM else []
    alone = label.text.rstrip().endswith(":") or not any(GOES_ON.match(one[0]) for one in stated)
    if not stated or not alone:
        yield Span(block.content_start, block.end)
        return
    for match in stated:
        yield Span(block.start + match.start(), block.start + match.end())


def _labelled(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the lines that call themselves goals; a line that leads in may tell their year.

    So do rows that head parts of a table.
    """
    led: int | None = None
    heads = part_rows(blocks)
    for index, block in enumerate(blocks):
        cell = block.kind is BlockKind.CELL and block.start not in heads
        if cell or not LABELLED_GOAL.fullmatch(block.content.strip()):
            text = block.text.rstrip()
            led = only_year(text) if text.endswith(":") else None
        elif not _aims_below(blocks, index):
            section = outline.section_at(index)
            for span in each_labelled(block):
                yield make_goal(block, span, section, led or outline.heading_year(section))


def _aims(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the goals that sentences state below a heading that only names one."""
    for index, block in enumerate(blocks):
        if LABELLED_GOAL.fullmatch(block.content.strip()):
            section = outline.section_at(index)
            for span in _aims_below(blocks, index):
                yield make_goal(blocks[index + 1], span, section, outline.heading_year(section))


def _aims_below(blocks: Sequence[Block], index: int) -> list[Span]:
    """Return the sentences right below a heading from the one that says what the goal is.

    `Målet är att` begins them; those behind it tell what shall be.
    """
    if index + 1 >= len(blocks) or blocks[index].kind is not BlockKind.HEADING:
        return []
    below = blocks[index + 1]
    if below.kind is not BlockKind.TEXT:
        return []
    matches = list(_SENTENCE.finditer(below.text))
    stated = list(dropwhile(lambda one: not _AIM.match(one[0]), matches))
    aims = stated[:1] + list(takewhile(lambda one: _SHALL.search(one[0]), stated[1:]))
    return [Span(below.start + one.start(), below.start + one.end()) for one in aims]


def _tabled(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the cells below `Mål` in tables with another column that goals have."""
    places = {block.start: index for index, block in enumerate(blocks)}
    for grid in grids(blocks):
        columns = grid.columns("goal", "activity", "indicator", "outcome", "responsible", "time")
        if "goal" not in columns or len(columns) < 2:
            continue
        year = only_year(grid.header[columns["goal"]])
        for row in grid.rows:
            for block in row.cells.get(columns["goal"], ()):
                section = outline.section_at(places[block.start])
                span = Span(block.content_start, block.end)
                yield make_goal(block, span, section, year or outline.heading_year(section))


def _headed(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the headings that a sentence counts as goals: `utgår från två inriktningsmål:`."""
    for index, block in enumerate(blocks[:-1]):
        match = COUNTED_GOALS.search(block.text) if block.kind is BlockKind.TEXT else None
        if match is None or blocks[index + 1].kind is not BlockKind.HEADING:
            continue
        parts = [section for section in outline.sections if section.first > index]
        wanted = NUMERALS.index(match["count"].lower()) + 2
        section = outline.section_at(index)
        for part in parts[:wanted] if len(parts) >= wanted else ():
            heading = blocks[part.first]
            span = Span(heading.content_start, heading.end)
            yield make_goal(heading, span, section, only_year(block.text))


def _numbered(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the sentences that are numbered below a numbered heading: `2.1`, `2.2` of `2. Mål`."""
    for index, place in counted_goals(blocks):
        section = outline.section_at(index)
        below = blocks[place]
        span = Span(below.content_start, below.end)
        yield make_goal(below, span, section, outline.heading_year(section))


def _counted(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the lines that the sentence above has counted as goals."""
    for index, sentence in counted_lines(blocks).items():
        span = Span(blocks[index].content_start, blocks[index].end)
        yield make_goal(blocks[index], span, outline.section_at(sentence), None)


def _counted_up(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the goals of sentences that count up several."""
    of_goals = {one.ordinal for one in outline.sections if _is_of_goals(one.heading)}
    for index, block in enumerate(blocks):
        section = outline.section_at(index)
        found = (*goals_in_sentences(block), *goals_told_behind(block))
        if not found and section is not None and section.ordinal in of_goals:
            found = tuple(goals_decided(block))
        for span, lead in found:
            yield make_goal(block, span, section, only_year(lead) or outline.heading_year(section))


def _is_of_goals(heading: str) -> bool:
    return bool(goal_label(heading) or aim_label(heading))


def _listed(blocks: Sequence[Block], outline: Outline, label: Label) -> list[int]:
    """Return the blocks of goals that follow a label: its list, else its paragraphs."""
    items, following = outline.listed(blocks, label)
    heading = blocks[label.block]
    if items:
        return items
    # Where goals say that they are such, what stands between them is none.
    named = any(LABELLED_GOAL.fullmatch(blocks[index].content.strip()) for index in following)
    if number_of(heading) and not named and (stated := sentences_below(blocks, label.block)):
        return stated
    if NUMBERED_GOAL.fullmatch(heading.content.strip()):
        return following[:1]
    if heading.text.rstrip().endswith(":"):
        return following
    if named or not _may_head(outline, label, heading):
        return []
    return _later_list(blocks, following) or [
        index for index in following if _states_goal(blocks[index])
    ]


def _may_head(outline: Outline, label: Label, heading: Block) -> bool:
    """Tell whether paragraphs below a label may be goals: it is a heading, and of no vision."""
    section = outline.section_at(label.block)
    opens = section is not None and section.first == label.block
    return (opens or heading.kind is BlockKind.HEADING) and not _VISION.search(heading.text)


def _later_list(blocks: Sequence[Block], following: Sequence[int]) -> list[int]:
    """Return the list that paragraphs below a label introduce, unless it is one of areas."""
    rest = list(dropwhile(lambda index: blocks[index].kind is not BlockKind.ITEM, following))
    if not rest or rest[0] == following[0] or _OF_AREAS.search(blocks[rest[0] - 1].text):
        return []
    return list(takewhile(lambda index: blocks[index].kind is BlockKind.ITEM, rest))


def _states_goal(block: Block) -> bool:
    """Tell whether a paragraph below a label is a goal, and not about the goals."""
    text = block.text.strip()
    first = next(_SENTENCE.finditer(text))[0] if text else ""
    if block.kind is BlockKind.ITEM or text.endswith(":") or _ABOUT_GOALS.search(text):
        return False
    if first == text:
        return True
    return not GOES_ON.match(first) and bool(_STATES.search(first) or RESULT.match(first))
