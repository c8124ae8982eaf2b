"""Planned activities: numbered lists below labels, and tables of *insatser*."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.structure.activity_parts import (
    activity_field,
    boxed_activities,
    headed_activities,
    numbered_below_goals,
    section_above,
)
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.structure.labels import (
    Label,
    activity_label,
    name_told_first,
    named_activities,
    named_activity,
    number_of,
)
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.bullets import SURE_SIGNS

_FIRST_SENTENCE: Final = re.compile(r".+?[.!?](?= [A-ZÅÄÖ]|$)")
_LONGEST_TITLE: Final = 160
_COUNT: Final = re.compile(r"[A-ZÅÄÖ]?\.?\d{1,3}(?:\.\d{1,2})*\.?")
_NUMBERED: Final = re.compile(r"[\dA-ZÅÄÖa-zåäö]")
_OTHER_LIST: Final = re.compile(
    r"projekt|nätverk|medlem|kontakt|ledam|ersättare|representant|mål\b|kriteri|budget",
    re.IGNORECASE,
)
_OTHER_COLUMNS: Final = ("goal", "responsible", "time", "indicator", "outcome", "place")
_OF_MONEY: Final = re.compile(r"kostnad|budget|finansiering|ekonomi", re.IGNORECASE)
_LEAD_IN: Final = re.compile(r":\s*$")
_BULLET: Final = re.compile(rf"(?:^|(?<= ))[{SURE_SIGNS}](?= )")


@dataclass(frozen=True, slots=True)
class Activity:
    """A planned activity; `parent` is the offset at which the one it is part of begins."""

    block: Block
    section: Section | None
    number: str | None
    title: str
    text: str
    year: int | None
    parent: int | None = None
    effect: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def find_activities(blocks: Sequence[Block], outline: Outline) -> list[Activity]:
    """Return the activities of lists and tables, in order."""
    found = list(_opened(blocks, outline))
    taken = {activity.block.start for activity in found}
    below = (
        *(_below_labels, _below_headings),
        *(headed_activities, numbered_below_goals, boxed_activities),
    )
    listed = [one for find in below for one in find(blocks, outline)]
    places = {place for place, _ in listed}
    labelled = [one for one in outline.sections if one.first in outline.announcing]
    for place, year in listed:
        block = blocks[place]
        if block.start not in taken:
            taken.add(block.start)
            number = block.marker.strip("().:") if _NUMBERED.match(block.marker) else None
            title, text = _split(activity_field(block) or block.content)
            section = outline.section_at(place)
            if section is not None and section.first == place:
                number = section.number
                text = "\n".join(one.text for one in blocks[place + 1 : section.last])
            parent: int | None = None
            while section is not None and section.first in places:
                if parent is None and section.first != place:
                    parent = blocks[section.first].start
                section = section_above(outline, section, labelled)
            found.append(Activity(block, section, number, title, text, year, parent))
    for grid in grids(blocks):
        rows = list(_from_grid(grid, blocks, outline))
        # What stands below about `Insats 2` is of the row with this number.
        numbers = {row.number for row in rows if row.number}
        found = [one for one in found if one.number not in numbers or not named_activity(one.block)]
        found += rows
    return [replace(one, section=outline.owner(one.section)) for one in found]


def _below_labels(blocks: Sequence[Block], outline: Outline) -> Iterator[tuple[int, int | None]]:
    """Yield the items of the lists below labels, each with its year."""
    for label in outline.activity_labels:
        year = label.year or outline.heading_year(outline.section_at(label.block))
        for index in outline.listed(blocks, label)[0]:
            yield index, year


def _below_headings(blocks: Sequence[Block], outline: Outline) -> Iterator[tuple[int, int | None]]:
    """Yield the items in the sections of a heading such as `3. Insatser`, each with its year."""
    goals = {index for label in outline.goal_labels for index in outline.listed(blocks, label)[0]}
    for section in outline.sections:
        announced = any(one.first in outline.announcing for one in outline.chain(section))
        if not announced or _OTHER_LIST.search(section.heading):
            continue
        for index in range(section.first + 1, section.last):
            block = blocks[index]
            counted = number_of(block) or index in goals
            if (
                block.kind is BlockKind.ITEM
                and not counted
                and not _is_led(blocks, index)
                and not _is_quoted(blocks, index)
                and (block.marker or _is_listed_below(blocks, section, index))
            ):
                yield index, outline.heading_year(section)


def _is_listed_below(blocks: Sequence[Block], section: Section, index: int) -> bool:
    """Tell whether nothing but items stands between a heading and an item without a mark."""
    between = blocks[section.first + 1 : index]
    announced = activity_label(blocks[section.first].content)
    return announced is not None and all(one.kind is BlockKind.ITEM for one in between)


def _is_led(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the line above an item's list says that something else follows."""
    above = index
    while above and blocks[above].kind is BlockKind.ITEM:
        above -= 1
    return blocks[above].kind is BlockKind.TEXT and bool(_OTHER_LIST.search(blocks[above].text))


def _is_quoted(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a dash begins what somebody says: it stands before no list."""
    around = (*blocks[index - 1 : index], *blocks[index + 1 : index + 2])
    return blocks[index].marker == "–" and all(one.kind is not BlockKind.ITEM for one in around)


def _opened(blocks: Sequence[Block], outline: Outline) -> Iterator[Activity]:
    """Yield the activities whose numbers or names open them, each with what stands below."""
    ends = sorted(
        {section.first for section in outline.sections}
        | {label.block for label in (*outline.goal_labels, *outline.activity_labels)}
        | set(outline.activities)
        | {len(blocks)}
    )
    all_named = named_activities(blocks)
    counted = [i for i in outline.activities if i not in all_named]
    titled = all(name_told_first(blocks[index]) for index in counted)
    places: dict[tuple[int, tuple[str, ...]], int] = {}
    for index in outline.activities:
        section = outline.section_at(index)
        label = _label_above(outline, index)
        run = max(label.block, section.first if section else 0)
        named = all_named.get(index)
        number = named.number if named else blocks[index].marker.strip("().")
        parts = tuple(number.split("."))
        title, rest = _split(named.title, 0) if named else _split(blocks[index].content)
        if titled and named is None:
            title, _, rest = blocks[index].content.partition(". ")
        end = next(mark for mark in ends if mark > index)
        below = [b.text for b in blocks[index + 1 : end] if b.kind is not BlockKind.CELL]
        places[run, parts] = blocks[index].start
        yield Activity(
            blocks[index],
            section,
            number,
            title,
            "\n".join(filter(None, [rest, *below])),
            label.year or outline.heading_year(section),
            _parent(places, run, parts),
        )


def _label_above(outline: Outline, index: int) -> Label:
    above = [label for label in outline.activity_labels if label.block < index]
    return max(above, key=lambda label: label.block, default=Label(-1, None))


def _parent(
    places: dict[tuple[int, tuple[str, ...]], int], label: int, number: tuple[str, ...]
) -> int | None:
    shorter = (number[:depth] for depth in range(len(number) - 1, 0, -1))
    return next((places[label, part] for part in shorter if (label, part) in places), None)


def _split(text: str, longest: int = _LONGEST_TITLE) -> tuple[str, str]:
    """Divide a long item after its first sentence: what stands there first is its title."""
    if len(text) <= longest:
        return text, ""
    match = _FIRST_SENTENCE.match(text)
    if match is None:
        return text, ""
    title = match[0] if longest else match[0].rstrip(".")
    return title, text[match.end() :].strip()


def _from_grid(grid: Grid, blocks: Sequence[Block], outline: Outline) -> Iterator[Activity]:
    """Yield one activity for each *insats* of a table that tells more of it."""
    columns = grid.columns("activity", "effect", "theme", "number", *_OTHER_COLUMNS)
    if (doings := grid.doings()) is not None:
        columns["activity"] = doings
    if "activity" not in columns or len(columns) < 2:
        return
    if "place" in columns and not _is_counted(grid, columns):
        return  # a calendar
    priced = "cost" in grid.columns("cost")
    if columns.keys() <= {"activity", "number"} and priced:
        return  # a budget
    places = {block.start: index for index, block in enumerate(blocks)}
    for row in grid.rows:
        cell = row.cells.get(columns["activity"], ())
        if not cell or len(row.cells) == 1:
            continue
        section = outline.section_at(places[cell[0].start])
        if priced and section is not None and _OF_MONEY.search(section.heading):
            return
        number = row.text(columns["number"]) if "number" in columns else cell[0].marker
        number = number.strip(" .)") if _NUMBERED.match(number) else ""
        for first, text in _items(cell):
            yield Activity(
                first,
                section,
                number or None,
                text,
                "",
                outline.heading_year(section),
                effect=_cell_items(row, columns.get("effect")),
                themes=_cell_items(row, columns.get("theme")),
            )


def _is_counted(grid: Grid, columns: Mapping[str, int]) -> bool:
    """Tell whether the rows of a table have numbers: a work plan, also where it tells places."""
    numbers = [row.text(columns["number"]) for row in grid.rows] if "number" in columns else []
    return bool(numbers) and all(map(_COUNT.fullmatch, numbers))


def _cell_items(row: GridRow, column: int | None) -> tuple[str, ...]:
    """Return the items of a cell, also where bullets stand within a line."""
    cell = row.cells.get(column, ()) if column is not None else ()
    parts = (_BULLET.split(block.content) for block in cell)
    return tuple(item.strip() for items in parts for item in items if item.strip())


def _items(cell: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the items of a cell; a list that a colon leads in belongs to what stands above."""
    first: Block | None = None
    parts: list[str] = []
    for block in cell:
        goes_on = bool(first and _LEAD_IN.search(parts[0])) and (
            bool(block.marker) or block.content[:1].isupper()
        )
        if first is not None and not goes_on:
            yield first, " ".join(parts)
            first = None
        if first is None:
            first, parts = block, [block.content]
        else:
            parts.append(block.content)
    if first is not None:
        yield first, " ".join(parts)
