"""Activities that are parts of the plan: under a heading each, or in labelled lines."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile
from operator import attrgetter
from typing import Final

from pipeline.knowledge.structure.fields import boxes, field_of
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.structure.labels import Label
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.textflow import Block, BlockKind

# What stands in strategies and reports below goals, and is nothing to do.
_REPORTED: Final = re.compile(
    r"(?:bakgrund|nuläge|syfte|inledning|utmaning|utgångspunkt|omvärld|beskrivning|samverkan|strategi"
    r"|resultat|analys|vision|prioriter|inriktning|nätverk|medlemskap|definition|metod|avgränsning"
    r"|förutsättning|slutsats|möjlighet|styrk|trend|aktivitet|insats|åtgärd)",
    re.IGNORECASE,
)
_FEWEST_PARTS: Final = 2
_FEWEST_CHAPTERS: Final = 2
_TOLD: Final = ("goal", "responsible", "time", "indicator", "outcome", "place", "cost")
_OF_PROJECTS: Final = ("project", "programme", "funder", "lead", "partners")
# What stands below activities of its own, where no levels tell it.
_CHAPTER: Final = re.compile(
    r"(?:uppföljning|utvärdering|budget|ekonomi|kostnad|finansiering|resurser|organisation|ansvar"
    r"|genomförande|bilag|kontakt|revidering|tidplan|sammanfattning|företrädare|våra|mål)",
    re.IGNORECASE,
)


def headed_activities(
    blocks: Sequence[Block], outline: Outline
) -> Iterator[tuple[int, int | None]]:
    """Yield the headings that stand right below one such as `4. Aktiviteter 2024`, or a label.

    Below a heading each is numbered and stands above paragraphs alone: other parts hold lists
    and tables. Below a line such as `Det här gör vi 2025:` they are those up to the next label
    and of a deeper level than the part that holds it.
    """
    for section in outline.sections:
        parts = [one for one in outline.sections if one.parent == section.ordinal]
        numbered = len(parts) > 1 and all(one.number for one in parts)
        if section.first in outline.announcing and numbered and _told_in_text(blocks, parts):
            for one in parts:
                yield one.first, outline.heading_year(one)
    texts = Counter(blocks[label.block].content for label in outline.activity_labels)
    marks = sorted(one.block for one in (*outline.goal_labels, *outline.activity_labels))
    for label in outline.activity_labels:
        parts = _parts_below(blocks, outline, label, marks)
        sure = all(one.number for one in parts) or texts[blocks[label.block].content] > 1
        if sure and _told_in_text(blocks, parts):
            for one in parts:
                yield one.first, label.year or outline.heading_year(one)


def numbered_below_goals(
    blocks: Sequence[Block], outline: Outline
) -> Iterator[tuple[int, int | None]]:
    """Yield the numbered parts of chapters that open with their goals: what is done for them.

    `1. Hälsa`, `Mål 2024` and a list, then `1.1 Nordisk studieresa`. More than one chapter of a
    plan is built so, and none of the parts has goals of its own, or such a heading as reports
    and strategies have: `1.1 Nuläge`.
    """
    goals = [label.block for label in outline.goal_labels]
    chapters: list[list[Section]] = []
    for place, chapter in enumerate(outline.sections):
        parts = list(takewhile(_is_part_of(chapter), _numbered(outline.sections[place + 1 :])))
        if len(parts) < _FEWEST_PARTS or not _has(goals, chapter.first, parts[0].first):
            continue
        if _has(goals, parts[0].first, parts[-1].last) or any(map(_is_told_of, parts)):
            return
        chapters.append(parts)
    for parts in chapters if len(chapters) >= _FEWEST_CHAPTERS else ():
        for one in parts:
            yield one.first, outline.heading_year(one)


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    return (section for section in sections if section.number)


def _is_part_of(chapter: Section) -> Callable[[Section], bool]:
    """Return what tells whether a section's number continues that of a chapter."""
    begins = f"{chapter.number}."
    return lambda one: chapter.number is not None and (one.number or "").startswith(begins)


def _has(places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether any of the places lies from `first` to `last` (not included)."""
    return bisect_left(places, first) < bisect_left(places, last)


def _is_told_of(part: Section) -> bool:
    return _CHAPTER.match(part.heading) is not None or _REPORTED.match(part.heading) is not None


def _is_mark(marks: Sequence[int], block: int) -> bool:
    place = bisect_left(marks, block)
    return place < len(marks) and marks[place] == block


def _parts_below(
    blocks: Sequence[Block], outline: Outline, label: Label, marks: Sequence[int]
) -> list[Section]:
    """Return the parts that begin right below a label, up to what is of another kind.

    That is a part of a higher level, the next label, a part that begins with one, and in a plan
    without levels a chapter such as `Uppföljning`.
    """
    whole = outline.section_at(label.block)
    first = whole.ordinal if whole else len(outline.sections)
    if first == len(outline.sections) or outline.sections[first].first != label.block + 1:
        return []
    level = outline.sections[first].level
    place = bisect_right(marks, label.block)
    end = marks[place] if place < len(marks) else len(blocks)
    later = islice(outline.sections, first, None)
    return list(
        takewhile(
            lambda one: (
                one.level >= level
                and one.first < end
                and not _is_mark(marks, one.first + 1)
                and not _CHAPTER.match(one.heading)
            ),
            later,
        )
    )


def boxed_activities(blocks: Sequence[Block], outline: Outline) -> Iterator[tuple[int, int | None]]:
    """Yield what is told in labelled lines: `Aktivitet: …`, or a title with who and when."""
    labels = outline.activity_labels
    for box in boxes(blocks):
        told = box.values("activity", *_TOLD)
        if "activity" in told and len(told) > 1:
            place = told["activity"].block
            yield place, outline.heading_year(outline.section_at(place))
        elif box.title is not None and "responsible" in told and len(told) > 1:
            above = bisect_left(labels, box.title, key=attrgetter("block"))
            if above and not box.values(*_OF_PROJECTS):
                section = outline.section_at(labels[above - 1].block)
                yield box.title, labels[above - 1].year or outline.heading_year(section)


def _told_in_text(blocks: Sequence[Block], parts: Sequence[Section]) -> bool:
    """Tell whether nothing but paragraphs stands below the headings of the parts."""
    below = [block for one in parts for block in blocks[one.first + 1 : one.last]]
    told = bool(below) or len(parts) > 1
    return told and all(block.kind is BlockKind.TEXT for block in below)


def activity_field(block: Block) -> str | None:
    """Return what a line such as `Aktivitet: Öppet hus` names; None for other lines."""
    field = field_of(block, 0)
    if field is None or not COLUMN_WORDS["activity"].match(field.label):
        return None
    return block.slice(field.value)


def section_above(outline: Outline, part: Section, labelled: Sequence[Section]) -> Section | None:
    """Return the section that a headed activity stands in.

    It is the nearest of those `labelled` as activities inside the part above, else that part.
    """
    above = bisect_left(labelled, part.ordinal, key=attrgetter("ordinal")) - 1
    if above >= 0 and labelled[above].ordinal > (part.parent or 0):
        return labelled[above]
    return outline.sections[part.parent - 1] if part.parent else None
