"""Where a document tells of a project by itself: entries of lists, fact boxes, rows of tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.entities.persons import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.project_entries import Entry, is_statement, read_entry
from pipeline.knowledge.relations.telling import Telling, spans_inside
from pipeline.knowledge.relations.titled_projects import (
    explained_name,
    is_caption,
    titled_projects,
)
from pipeline.knowledge.structure.fields import Box, boxes, field_of
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

_ABOUT_PROJECTS: Final = re.compile(r"projekt|\bförstudie", re.IGNORECASE)
_NO_PROJECT: Final = re.compile(
    r"summa|totalt|kontakt|adress|\w*(?:rapport|protokoll|anteckningar)\b", re.IGNORECASE
)
_NAME_COLUMN: Final = re.compile(r"(?:namn|titel|insats)\b", re.IGNORECASE)
_FUNDER_TYPES: Final = frozenset({"programme", "fund"})
_PAYER_TYPES: Final = frozenset({"programme", "fund", "organisation", "network"})
_SLOTS: Final = (
    *("project", "description", "funder", "programme", "period", "start", "end"),
    *("lead", "partners", "cost"),
)
_TELLING: Final = frozenset({"funder", "programme", "period", "lead", "partners", "cost", "end"})
_FUNDER_NAME: Final = re.compile(rf"{WORD}(?: [\w&+-]+){{0,6}}")
_FUND: Final = re.compile(r"fond|fund|miljard|medel", re.IGNORECASE)
# `Blå tråden är ett samarbete om`, `Vård nära hav (VNH) stöds av`
_SUBJECT: Final = re.compile(
    r"(?!Projekte[tn]\b|Vi\b|Det\b|De[nt]?\b|Region\b|Under\b|I\b|Här\b)"
    r"(?P<name>[^\W\d_a-zåäö][\w-]*(?: [\w-]+){0,4}?)(?: \([^()]+\))?"
    r" (?:är (?:ett|en)|stöds av|handlar om|syftar till|går ut på|finansieras av|leds av"
    r"|drivs av)\b"
)
_SENTENCE: Final = re.compile(r"[.!?] (?=[^\W_a-zåäö])")
_BRACKET: Final = re.compile(r" \([^()]*\)$")


def find_tellings(flow: Flow, spans: Sequence[Named]) -> tuple[Telling, ...]:
    """Return what entries, boxes and tables tell of projects; `spans` are the names known."""
    funders = [Span(n.start, n.end) for n in spans if n.type in _FUNDER_TYPES]
    persons = {named.start for named in spans if named.type == "person"}
    headed = list(titled_projects(flow, funders))
    listed = [
        one
        for one in _entries(flow, funders)
        if not _is_within(one, headed) and one.name.start not in persons
    ]
    told = [*headed, *listed, *_boxed(flow.blocks), *_tabled(flow.blocks)]
    return tuple(sorted(told, key=lambda one: one.name))


def _is_within(telling: Telling, others: Sequence[Telling]) -> bool:
    start = telling.name.start
    return any(other.whole.start <= start < other.whole.end for other in others)


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


def _entries(flow: Flow, funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the entries below what is about projects, and others that name their funder."""
    headed = led = False
    shared: Span | None = None
    for index, block in enumerate(flow.blocks):
        entries = list(_entries_of(flow, index, funders, listed=headed or led))
        if entries:
            yield from (replace(one, funder=one.funder or shared) for one in entries)
        elif block.kind is BlockKind.HEADING or is_caption(block):
            headed, led, shared = bool(_ABOUT_PROJECTS.search(block.text)), False, None
        elif block.kind is not BlockKind.ITEM or block.text.rstrip().endswith(":"):
            lead = _lead(block)
            led, shared = lead is not None, _only(funders, lead) if lead else None


def _lead(block: Block) -> Span | None:
    """Return the last sentence of a block if it says that projects follow."""
    text = block.text.rstrip()
    if not text.endswith(":"):
        return None
    last = re.split(r"(?<=[.!?]) ", text)[-1]
    return Span(block.end - len(last), block.end) if _ABOUT_PROJECTS.search(last) else None


def _only(funders: Sequence[Span], span: Span) -> Span | None:
    """Return the one funder that a lead names for all that follows."""
    inside = spans_inside(funders, span)
    return inside[0] if len(inside) == 1 else None


def _entries_of(
    flow: Flow, index: int, funders: Sequence[Span], *, listed: bool
) -> Iterator[Telling]:
    """Yield the entries of a block: at its beginning, and others at its sentences' beginnings."""
    block = flow.blocks[index]
    if block.kind in {BlockKind.HEADING, BlockKind.CELL} or _is_field(block, index):
        return
    if not listed and block.kind is BlockKind.TEXT:
        return
    found: list[Telling] = []
    for start in _beginnings(block):
        first = start == block.content_start
        span = Span(start, block.end)
        entry = read_entry(flow.text[start : block.end], _near(funders, span))
        if entry is None or not (first or (found and entry.parted)):
            continue
        telling = _telling(entry, span)
        funded = telling.funder is not None and bool(spans_inside(funders, telling.funder))
        if first and block.kind is BlockKind.ITEM:
            explains = bool(entry.description or entry.funder)
            statement = is_statement(flow.text[start : block.end], entry)
            told = (listed and explains and not statement) or (funded and entry.parted)
        else:
            named = bool(spans_inside(funders, span)) and entry.description is not None
            told = listed and (funded or (named and (first or entry.parted)))
        if told:
            found.append(telling)
    subject = _SUBJECT.match(block.text) if listed and not found else None
    if (
        subject
        and block.kind is BlockKind.TEXT
        and spans_inside(funders, Span(block.start, block.end))
    ):
        name = Span(block.start, block.start + subject.end("name"))
        found.append(Telling(name, Span(block.start, block.end)))
    for one, other in pairwise([*found, None]):
        end = other.name.start if other else block.end
        assert one is not None
        yield replace(one, whole=Span(one.whole.start, end))


def _is_field(block: Block, index: int) -> bool:
    """Tell whether a line is labelled with what boxes tell of projects."""
    field = field_of(block, index)
    return field is not None and bool(Box(None, (field,)).values(*_SLOTS))


def _near(funders: Sequence[Span], span: Span) -> list[Span]:
    return [_moved(funder, -span.start) for funder in spans_inside(funders, span)]


def _telling(entry: Entry, span: Span) -> Telling:
    return Telling(
        _moved(entry.name, span.start),
        span,
        _moved(entry.description, span.start) if entry.description else None,
        _moved(entry.funder, span.start) if entry.funder else None,
    )


def _beginnings(block: Block) -> Iterator[int]:
    yield block.content_start
    if block.kind is BlockKind.TEXT:
        for match in _SENTENCE.finditer(block.text):
            yield block.start + match.end()


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _boxed(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the fact boxes: the name in a field, or in the line above."""
    for box in boxes(blocks):
        values = box.values(*_SLOTS)
        spans = {meaning: field.value for meaning, field in values.items()}
        name = spans.pop("project", None) or _title_of(blocks, box, set(spans))
        spans.pop("cost", None)
        if name is not None and (explained := explained_name(_text_of(blocks, name))):
            offset = name.start
            spans.setdefault("description", _moved(explained[1], offset))
            name = _moved(explained[0], offset)
        if name is not None and spans:
            first = blocks[box.fields[0].block].start
            whole = Span(min(first, name.start), box.fields[-1].value.end)
            yield Telling(_without_bracket(blocks, name), whole, **spans)


def _text_of(blocks: Sequence[Block], span: Span) -> str:
    block = blocks[bisect_right(blocks, span.start, key=lambda block: block.start) - 1]
    return block.text[span.start - block.start : span.end - block.start]


def _without_bracket(blocks: Sequence[Block], name: Span) -> Span:
    """Return a name without what stands in brackets behind it: `STEG (Steps for Growth)`."""
    return Span(name.start, name.start + len(_BRACKET.sub("", _text_of(blocks, name))))


def _title_of(blocks: Sequence[Block], box: Box, told: set[str]) -> Span | None:
    """Return the line above a box that tells what only projects have."""
    if box.title is None or len(told & _TELLING) < 2:
        return None
    block = blocks[box.title]
    return None if _NO_PROJECT.match(block.content) else Span(block.content_start, block.end)


def _tabled(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the rows of tables with a column for projects."""
    for grid in grids(blocks):
        columns = _columns(grid)
        if "project" in columns and len(grid.header) > 1:
            for row in grid.rows:
                yield from _row(row, columns)


def _columns(grid: Grid) -> dict[str, int]:
    """Return what the columns hold; of a table with funders, `Namn` holds projects."""
    columns = grid.columns(*(slot for slot in _SLOTS if slot != "cost"))
    if "project" not in columns and ("programme" in columns or "funder" in columns):
        names = [column for column, words in grid.header.items() if _NAME_COLUMN.match(words)]
        columns |= {"project": names[0]} if names else {}
    return columns


def _row(row: GridRow, columns: Mapping[str, int]) -> Iterator[Telling]:
    cell = row.cells.get(columns["project"], ())
    if not cell or len(row.cells) < 2 or _NO_PROJECT.match(cell[0].text):
        return
    told = [block for blocks in row.cells.values() for block in blocks]
    spans = {
        meaning: Span(row.cells[column][0].content_start, row.cells[column][-1].end)
        for meaning, column in columns.items()
        if meaning != "project" and row.cells.get(column)
    }
    name = Span(cell[0].content_start, cell[0].end)
    yield Telling(name, Span(told[0].start, told[-1].end), **spans)
