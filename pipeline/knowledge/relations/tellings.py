"""Where a document tells of a project by itself: entries of lists, fact boxes, rows of tables."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.entities.persons import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.project_entries import is_statement, read_entry
from pipeline.knowledge.structure.fields import Box, boxes, field_of
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

_ABOUT_PROJECTS: Final = re.compile(r"projekt|\bförstudie", re.IGNORECASE)
_OF_PROJECT: Final = re.compile(r"\bprojekt(?:et|en|ets)?\b", re.IGNORECASE)
_NO_PROJECT: Final = re.compile(r"summa|totalt|kontakt|adress", re.IGNORECASE)
_FUNDER_TYPES: Final = frozenset({"programme", "fund"})
_SLOTS: Final = (
    *("project", "description", "funder", "programme", "period", "start", "end"),
    *("lead", "partners", "cost"),
)
_TELLING: Final = frozenset({"funder", "programme", "period", "lead", "partners", "cost", "end"})
_FUNDER_NAME: Final = re.compile(rf"{WORD}(?: [\w&+-]+){{0,6}}")
_FUND: Final = re.compile(r"fond|fund|miljard|medel", re.IGNORECASE)
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Telling:
    """A project told by itself: spans of its name and of what is told, and its blocks."""

    name: Span
    blocks: range
    description: Span | None = None
    funder: Span | None = None
    programme: Span | None = None
    period: Span | None = None
    start: Span | None = None
    end: Span | None = None
    lead: Span | None = None
    partners: Span | None = None


def find_tellings(flow: Flow, spans: Sequence[Named]) -> tuple[Telling, ...]:
    """Return what entries, boxes and tables tell of projects; `spans` are the names known."""
    funders = [Span(n.start, n.end) for n in spans if n.type in _FUNDER_TYPES]
    told = [
        *_entries(flow.blocks, funders),
        *_boxed(flow.blocks),
        *_tabled(flow.blocks),
        *_headed(flow.blocks),
    ]
    return tuple(sorted(told, key=lambda one: one.name))


def unknown_funders(
    flow: Flow, tellings: Sequence[Telling], spans: Sequence[Named]
) -> Iterator[tuple[int, FoundEntity]]:
    """Yield the programmes and funds that no one knows yet, where a project names its funder."""
    starts = [named.start for named in spans]
    for telling in tellings:
        for slot in filter(None, (telling.funder, telling.programme)):
            if bisect_left(starts, slot.start) < bisect_left(starts, slot.end):
                continue
            match = _FUNDER_NAME.match(flow.text, slot.start, slot.end)
            if match:
                kind: EntityType = "fund" if _FUND.search(match[0]) else "programme"
                yield slot.start, FoundEntity(entity_id(kind, match[0]), kind, match[0])


def _entries(blocks: Sequence[Block], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the entries below what is about projects, and others that name their funder."""
    headed = led = False
    for index, block in enumerate(blocks):
        entry = _entry(blocks, index, funders, listed=headed or led)
        if entry is not None:
            yield entry
        elif block.kind is BlockKind.HEADING:
            headed, led = bool(_ABOUT_PROJECTS.search(block.text)), False
        elif block.kind is not BlockKind.ITEM or block.text.rstrip().endswith(":"):
            led = _leads(block)


def _leads(block: Block) -> bool:
    last = re.split(r"(?<=[.!?]) ", block.text.strip())[-1]
    return last.endswith(":") and bool(_ABOUT_PROJECTS.search(last))


def _entry(
    blocks: Sequence[Block], index: int, funders: Sequence[Span], *, listed: bool
) -> Telling | None:
    block = blocks[index]
    if block.kind in {BlockKind.HEADING, BlockKind.CELL}:
        return None
    start = block.content_start
    first = bisect_left(funders, Span(start, start))
    last = bisect_left(funders, Span(block.end, block.end))
    near = [Span(f.start - start, f.end - start) for f in funders[first:last]]
    entry = read_entry(block.content, near)
    if entry is None or is_statement(block.content, entry) or field_of(block, index):
        return None
    known = entry.funder is not None and any(
        entry.funder.start <= funder.start < entry.funder.end for funder in near
    )
    is_item = block.kind is BlockKind.ITEM
    tells = entry.description is not None or entry.funder is not None
    if not ((listed and is_item and tells) or (listed and known) or (known and is_item)):
        return None
    return Telling(
        _moved(entry.name, start),
        range(index, index + 1),
        _moved(entry.description, start) if entry.description else None,
        _moved(entry.funder, start) if entry.funder else None,
    )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _boxed(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the fact boxes: the name in a field, or in the line above."""
    for box in boxes(blocks):
        values = box.values(*_SLOTS)
        spans = {meaning: field.value for meaning, field in values.items()}
        name = spans.pop("project", None) or _title_of(blocks, box, set(spans))
        spans.pop("cost", None)
        if name is not None and spans:
            first = box.fields[0].block if box.title is None else box.title
            yield Telling(name, range(first, box.fields[-1].block + 1), **spans)


def _title_of(blocks: Sequence[Block], box: Box, told: set[str]) -> Span | None:
    """Return the line above a box that tells what only projects have."""
    if box.title is None or len(told & _TELLING) < 2:
        return None
    block = blocks[box.title]
    return None if _NO_PROJECT.match(block.content) else Span(block.content_start, block.end)


def _tabled(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the rows of tables with a column for projects."""
    places = {block.start: index for index, block in enumerate(blocks)}
    for grid in grids(blocks):
        columns = grid.columns(*(slot for slot in _SLOTS if slot != "cost"))
        if "project" in columns and len(grid.header) > 1:
            for row in grid.rows:
                yield from _row(grid, row, columns, places)


def _row(
    grid: Grid, row: GridRow, columns: Mapping[str, int], places: Mapping[int, int]
) -> Iterator[Telling]:
    cell = row.cells.get(columns["project"], ())
    if not cell or len(row.cells) < 2 or _NO_PROJECT.match(cell[0].text):
        return
    starts = [places[block.start] for blocks in row.cells.values() for block in blocks]
    spans = {
        meaning: Span(row.cells[column][0].content_start, row.cells[column][-1].end)
        for meaning, column in columns.items()
        if meaning != "project" and row.cells.get(column)
    }
    name = Span(cell[0].content_start, cell[0].end)
    yield Telling(name, range(min(starts), max(starts) + 1), **spans)


def _headed(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the headings that name projects: each under one about projects, its text of one."""
    about = False
    for index, (block, below) in enumerate(pairwise(blocks)):
        if block.kind is not BlockKind.HEADING:
            continue
        if _OF_PROJECT.search(block.text):
            about = True
        elif about and below.kind is BlockKind.TEXT and _OF_PROJECT.search(below.text):
            if not block.marker and len(block.text) <= _LONGEST_NAME:
                yield Telling(Span(block.content_start, block.end), range(index, index + 1))
        else:
            about = False
