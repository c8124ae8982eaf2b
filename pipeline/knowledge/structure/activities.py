"""Planned activities: numbered lists below labels, and tables of *insatser*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.structure.labels import Label, number_of
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.textflow import Block, BlockKind

_FIRST_SENTENCE: Final = re.compile(r".+?[.!?](?= [A-ZÅÄÖ]|$)")
_LONGEST_TITLE: Final = 160
_LEAD_IN: Final = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Activity:
    """A planned activity; `parent` is the place of the activity it is part of."""

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
    found = list(_numbered(blocks, outline))
    numbered = {activity.block.start for activity in found}
    for label in outline.activity_labels:
        section = outline.section_at(label.block)
        year = label.year or outline.heading_year(section)
        for index in outline.listed(blocks, label)[0]:
            block = blocks[index]
            if block.start not in numbered and block.kind is BlockKind.ITEM:
                title, text = _split(block.content)
                found.append(Activity(block, section, None, title, text, year))
    for grid in grids(blocks):
        found += _from_grid(grid, blocks, outline)
    return found


def _numbered(blocks: Sequence[Block], outline: Outline) -> Iterator[Activity]:
    ends = sorted(
        {section.first for section in outline.sections}
        | {label.block for label in (*outline.goal_labels, *outline.activity_labels)}
        | {len(blocks)}
    )
    places: dict[tuple[int, tuple[int, ...]], int] = {}
    for place, index in enumerate(outline.activities):
        label = max(
            (mark for mark in outline.activity_labels if mark.block < index),
            key=lambda mark: mark.block,
            default=Label(-1, None),
        )
        section = outline.section_at(index)
        run = max(label.block, section.first if section else 0)
        number = number_of(blocks[index])
        later = (
            outline.activities[place + 1] if place + 1 < len(outline.activities) else len(blocks)
        )
        end = min(later, next(mark for mark in ends if mark > index))
        title, rest = _split(blocks[index].content)
        below = [
            block.text for block in blocks[index + 1 : end] if block.kind is not BlockKind.CELL
        ]
        places[run, number] = place
        yield Activity(
            blocks[index],
            section,
            blocks[index].marker.rstrip(".)"),
            title,
            "\n".join(filter(None, [rest, *below])),
            label.year or outline.heading_year(section),
            _parent(places, run, number),
        )


def _parent(
    places: dict[tuple[int, tuple[int, ...]], int], label: int, number: tuple[int, ...]
) -> int | None:
    shorter = (number[:depth] for depth in range(len(number) - 1, 0, -1))
    return next((places[label, part] for part in shorter if (label, part) in places), None)


def _split(text: str) -> tuple[str, str]:
    """Divide a long item after its first sentence: what stands there first is its title."""
    if len(text) <= _LONGEST_TITLE:
        return text, ""
    match = _FIRST_SENTENCE.match(text)
    return (match[0], text[match.end() :].strip()) if match else (text, "")


def _from_grid(grid: Grid, blocks: Sequence[Block], outline: Outline) -> Iterator[Activity]:
    """Yield one activity for each *insats* of a table that tells of effects or themes."""
    columns = grid.columns("activity", "effect", "theme")
    if "activity" not in columns or len(columns) < 2:
        return
    places = {block.start: index for index, block in enumerate(blocks)}
    for row in grid.rows:
        cell = row.cells.get(columns["activity"], ())
        if not cell or len(row.cells) == 1:
            continue
        section = outline.section_at(places[cell[0].start])
        for first, text in _items(cell):
            yield Activity(
                first,
                section,
                None,
                text,
                "",
                outline.heading_year(section),
                effect=_cell_items(row, columns.get("effect")),
                themes=_cell_items(row, columns.get("theme")),
            )


def _cell_items(row: GridRow, column: int | None) -> tuple[str, ...]:
    cell = row.cells.get(column, ()) if column is not None else ()
    return tuple(block.content.strip() for block in cell)


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
