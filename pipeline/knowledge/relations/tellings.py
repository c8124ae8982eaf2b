"""Where a document tells of a project by itself: entries of lists, fact boxes, rows of tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.granted_projects import granted_projects
from pipeline.knowledge.relations.listed_projects import listed_projects
from pipeline.knowledge.relations.project_names import may_be_name
from pipeline.knowledge.relations.stacked_projects import stacked_projects
from pipeline.knowledge.relations.telling import SLOTS, Telling, moved
from pipeline.knowledge.relations.titled_projects import (
    explained_name,
    titled_projects,
)
from pipeline.knowledge.structure.fields import Box, boxes, field_of
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

_NO_PROJECT: Final = re.compile(
    r"summa|totalt|kontakt|adress|\w*(?:rapport|protokoll|anteckningar)\b", re.IGNORECASE
)
# A title of facts, not of a project: `Projektdata`, `Fakta om projektet`
_FACTS: Final = re.compile(r"(?:projekt)?(?:data|fakta)\b|(?:kort )?om projektet", re.IGNORECASE)
_NAME_COLUMN: Final = re.compile(r"(?:namn|titel|insats)\b", re.IGNORECASE)
_FUNDER_TYPES: Final = frozenset({"programme", "fund"})
# Organisations that are named beside a project because they pay for it.
_GRANTS: Final = re.compile(
    r"Svenska [Ii]nstitutet|Nordiska [Mm]inisterrådet|V[Ii][Nn][Nn][Oo][Vv][Aa]|Formas|FORMAS"
    r"|Sida|SIDA"
    r"|ICLD|MSB|Tillväxtverket|Energimyndigheten|Naturvårdsverket|Jordbruksverket|Boverket"
    r"|Trafikverket|Socialstyrelsen|Skolverket|Kulturrådet|Statens kulturråd|Allmänna arvsfonden"
    r"|Migrationsverket|Universitets- och högskolerådet|UHR|Folkhälsomyndigheten|NordForsk"
    r"|Nordforsk"
    r"|Länsstyrelsen|EU-kommissionen|Europeiska [Kk]ommissionen|Internationella programkontoret"
)
_TELLING: Final = frozenset({"funder", "programme", "period", "lead", "partners", "cost", "end"})
_FUNDER_NAME: Final = re.compile(rf"{WORD}(?: [\w&+-]+){{0,6}}")
_FUND: Final = re.compile(r"fond|fund|miljard|medel", re.IGNORECASE)
_BRACKET: Final = re.compile(r" \([^()]*\)$")


def find_tellings(flow: Flow, spans: Sequence[Named]) -> tuple[Telling, ...]:
    """Return what entries, boxes and tables tell of projects; `spans` are the names known."""
    funders = [
        Span(n.start, n.end)
        for n in spans
        if n.type in _FUNDER_TYPES or _GRANTS.fullmatch(flow.text, n.start, n.end)
    ]
    persons = {named.start for named in spans if named.type == "person"}
    things = {Span(n.start, n.end) for n in spans if n.method.startswith("lexicon")}
    stacked = list(stacked_projects(flow.blocks, funders))
    titled = titled_projects(flow, funders)
    first = [*stacked, *granted_projects(flow, spans)]
    headed = [*first, *(one for one in titled if not _is_within(one, first))]
    listed = [
        one
        for one in listed_projects(flow, funders)
        if not _is_within(one, headed)
        and persons.isdisjoint(range(*one.name))
        and (one.description or one.funder or one.name not in things)
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


def _boxed(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the fact boxes: the name in a field, or in the line above."""
    for box in boxes(blocks):
        values = box.values(*SLOTS)
        spans = {meaning: field.value for meaning, field in values.items()}
        is_named = "project" in spans
        name = spans.pop("project", None) or _title_of(blocks, box, set(spans))
        spans.pop("cost", None)
        split = not (is_named and "description" in spans)
        if name is not None and split and (explained := explained_name(_text_of(blocks, name))):
            offset = name.start
            spans.setdefault("description", moved(explained[1], offset))
            name = moved(explained[0], offset)
        if name is not None and (spans or is_named):
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
    """Return the title above a box that tells what only projects have.

    It stands right above, or above the paragraphs that the box follows.
    """
    if len(told & _TELLING) < 2:
        return None
    place = box.fields[0].block - 1
    while place > 0 and _is_between(blocks, place):
        place -= 1
    block = blocks[place] if place >= 0 else None
    if block is None or _NO_PROJECT.match(block.content) or not may_be_name(block.content):
        return None
    return Span(block.content_start, block.end)


def _is_between(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a block may stand between a project's name and the facts about it."""
    block = blocks[place]
    paragraph = block.kind is BlockKind.TEXT and block.text.rstrip()[-1:] in ".!?)"
    return paragraph or field_of(block, place) is not None or bool(_FACTS.match(block.content))


def _tabled(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the rows of tables with a column for projects."""
    for grid in grids(blocks):
        columns = _columns(grid)
        if "project" in columns and len(grid.header) > 1:
            for row in grid.rows:
                yield from _row(row, columns)


def _columns(grid: Grid) -> dict[str, int]:
    """Return what the columns hold; of a table with funders, `Namn` holds projects."""
    columns = grid.columns(*(slot for slot in SLOTS if slot != "cost"))
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
