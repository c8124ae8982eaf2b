"""Projects as a document tells of them: lists, boxes, tables, and what running text adds."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.knowledge.amounts import is_sum
from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.relations.projects.asides import FUNDERS
from pipeline.knowledge.relations.projects.descriptions import bared, said_of_it
from pipeline.knowledge.relations.projects.details import NO_FUNDER, PARTIES, ids_within, period_in
from pipeline.knowledge.relations.projects.granted import giver_in
from pipeline.knowledge.relations.projects.grantors import granting_programme
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.relations.projects.project import Project, merged, with_details
from pipeline.knowledge.relations.projects.sentences import sentence_projects
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.lexicon import entity_id

# How much of a heading a name takes that is all it says.
_MOST: Final = 0.6
# What a description may begin with again: `Projektet Havsro, tystare vikar`.
_KIND: Final = re.compile(r"Projektet |Förstudien ")
_BEHIND_NAME: Final = re.compile(
    r", (?=[a-zåäö])(?P<told>[^.;()]{5,}?)(?= \(|, [a-zåäö]+s\b|[.;]|$)"
)
# How far above a project a line may stand that leads into the list, in blocks.
_FARTHEST: Final = 40
# What pays before authorities and regions that add to it.
_OF_UNION: Final = ("programme", "fund")


def find_projects(scene: Scene) -> list[Project]:
    """Return the projects of a document, each once.

    Those that lists, boxes, tables or headings name; of those that only sentences name, those
    that more is told of than the name.
    """
    found: dict[str, Project] = {}
    listed: set[str] = set()
    giver = giver_in(scene.flow, scene.names)
    granted_by = granting_programme(scene) or (giver.entity_id if giver else None)
    for telling in scene.tellings:
        told = _of_telling(scene, telling, granted_by)
        if telling.holds:
            listed.add(entity_id("project", told.name))
        _add(scene, found, told)
    for told in sentence_projects(scene):
        _add(scene, found, told)
    listed |= _titles(scene)
    told_of = [project for key, project in found.items() if project.tells or key in listed]
    return [
        _paid_by(scene, project, granted_by) if granted_by and not project.funder_id else project
        for project in told_of
    ]


def _titles(scene: Scene) -> set[str]:
    """Return the projects that a heading is no more than the name of."""
    return {
        named.entity_id
        for named in scene.names
        if named.type == "project"
        and (block := scene.flow.blocks[scene.flow.block_at(named.start)]).kind is BlockKind.HEADING
        and block.content.strip(" .:") == scene.text(named)
        and may_be_name(scene.text(named))
    }


def _add(scene: Scene, found: dict[str, Project], told: Project) -> None:
    key = entity_id("project", told.name)
    before = found.get(key)
    if before and before.funder_id and told.funder_id:
        payer = scene.registry.thing(told.funder_id)
        if payer.parent_id == before.funder_id:  # `Interreg` is told more closely: `Interreg Nord`
            before = replace(before, funder_id=payer.id, programme_id=told.programme_id)
    found[key] = merged(before, told) if before else told


def _of_telling(scene: Scene, telling: Telling, granted_by: str | None) -> Project:
    """Return what an entry, box or row tells in its places, and in the sentences of its blocks."""
    funder = _payer(scene, telling.funder) or _payer(scene, telling.programme)
    programme = _first(scene, telling.programme, "programme") or _first(
        scene, telling.funder, "programme"
    )
    first, last = period_in(scene, telling.period)
    lead = _first(scene, telling.lead, *PARTIES)
    description = telling.description
    if description and _is_party(scene, description):
        lead, description = lead or _first(scene, description, *PARTIES), None
    if description and _is_party(scene, description, *_OF_UNION):
        funder, description = funder or _payer(scene, description), None
    told = Project(
        _plain(scene, telling.name),
        telling.name,
        _described(scene, description, telling.name) if description else None,
        funder,
        programme,
        lead,
        tuple(ids_within(scene, telling.partners, *PARTIES)),
        period_in(scene, telling.start)[0] or first,
        period_in(scene, telling.end)[1] or last,
    )
    for sentence in scene.sentences_in(telling.whole):
        if not _is_of_sum(scene, scene.flow.block_at(sentence.start)):
            told = with_details(scene, told, sentence)
    if told.funder_id is None and telling.holds:
        told = _paid_above(scene, told)
        if told.funder_id is None and (payer := scene.own_programme or granted_by):
            told = _paid_by(scene, told, payer)
    return _with_clause_of_years(told, scene.text(telling.whole))


def _is_of_sum(scene: Scene, place: int) -> bool:
    """Tell whether a block is a cell, or a labelled line that says no more than a sum."""
    block = scene.flow.blocks[place]
    field = field_of(block, place)
    return block.kind is BlockKind.CELL or (field is not None and is_sum(scene.text(field.value)))


def _paid_above(scene: Scene, told: Project) -> Project:
    """Add the programme or fund that a line or heading above names for what is listed below it.

    The nearest line that leads into a list says so, or a heading that is no more than a name.
    """
    payer = _payer_leading(scene, told) or _payer_heading(scene, told)
    return _paid_by(scene, told, payer.entity_id) if payer else told


def _payer_leading(scene: Scene, told: Project) -> Named | None:
    """Return the one payer of the nearest line that ends with a colon: `Ur Interreg Nord gavs:`."""
    place = scene.flow.block_at(told.evidence.start)
    above = reversed(scene.flow.blocks[max(place - _FARTHEST, 0) : place])
    lead = next((block for block in above if block.text.rstrip().endswith(":")), None)
    named = scene.within(Span(lead.start, lead.end), *_OF_UNION) if lead else []
    return named[0] if len({one.entity_id for one in named}) == 1 else None


def _payer_heading(scene: Scene, told: Project) -> Named | None:
    section = scene.section_at(told.evidence.start)
    if section is None or not section.level:
        return None
    block = scene.flow.blocks[section.first]
    named = scene.within(Span(block.start, block.end), *_OF_UNION)
    alone = len(named) == 1 and named[0].end - named[0].start >= len(block.content) * _MOST
    return named[0] if alone else None


def _paid_by(scene: Scene, told: Project, payer: str) -> Project:
    of_programme = payer if scene.registry.thing(payer).type == "programme" else None
    return replace(told, funder_id=payer, programme_id=told.programme_id or of_programme)


def _past_name(scene: Scene, told: Span, name: Span) -> Span:
    """Return a description without the name it begins with again: `Projektet Havsro, tystare`."""
    text, called = scene.flow.text, _plain(scene, name)
    kind = _KIND.match(text, told.start)
    for start in (kind.end() if kind else told.start, told.start):
        if text.startswith(called, start) and (
            behind := _BEHIND_NAME.match(text, start + len(called))
        ):
            return Span(*behind.span("told"))
    return told


def _described(scene: Scene, told: Span, name: Span) -> str:
    """Return a description; of several sentences, what one says that the aim is, else the first."""
    told = _past_name(scene, told, name)
    parts = _sentences(scene, told)
    aims = (said_of_it(scene.text(one)) for one in parts)
    return next(filter(None, aims), None) or bared(_plain(scene, parts[0]).rstrip(" ."))


def _sentences(scene: Scene, told: Span) -> list[Span]:
    """Return the sentences of a description, the first without the label that it stands behind."""
    starts = [
        told.start,
        *(one.start for one in scene.sentences_in(told) if one.start > told.start),
    ]
    return [Span(*ends) for ends in pairwise([*starts, told.end])]


def _is_party(scene: Scene, span: Span, *types: str) -> bool:
    """Tell whether a stretch only names an organisation: `Havsro – Region Almvik`."""
    return any(Span(n.start, n.end) == span for n in scene.within(span, *(types or PARTIES)))


def _plain(scene: Scene, span: Span) -> str:
    return " ".join(scene.text(span).split())


def _payer(scene: Scene, slot: Span | None) -> str | None:
    """Return who pays: of several one below the other, the first programme or fund."""
    lines = _lines_from(scene, slot) if slot is not None else None
    payers = [one for one in ids_within(scene, lines, *FUNDERS) if scene.name_of(one) != NO_FUNDER]
    below = lines is not None and "\n" in scene.text(lines)
    of_union = (one for one in payers if below and scene.registry.thing(one).type in _OF_UNION)
    return next(of_union, next(iter(payers), None))


def _lines_from(scene: Scene, slot: Span) -> Span:
    """Return a line that names who pays with those below it that do no more than name others."""
    blocks = scene.flow.blocks
    place = scene.flow.block_at(slot.end - 1)
    if blocks[scene.flow.block_at(slot.start)].start != slot.start:
        return slot  # its label stands in the same line
    while place + 1 < len(blocks) and _only_names(scene, blocks[place + 1]):
        place += 1
    return Span(slot.start, max(slot.end, blocks[place].end))


def _only_names(scene: Scene, block: Block) -> bool:
    named = scene.within(Span(block.start, block.end), *FUNDERS)[:1]
    return sum(one.end - one.start for one in named) > len(block.text) * _MOST


def _first(scene: Scene, slot: Span | None, *types: str) -> str | None:
    return next(iter(ids_within(scene, slot, *types)), None)


def _with_clause_of_years(told: Project, text: str) -> Project:
    """Add the years that stand in an entry by themselves, as in `Interreg Nord, 2023–2025`."""
    for period in find_periods(text):
        alone = (
            text[: period.start].endswith((", ", "(", ". ", f"{told.name} "))
            and period.precision != "day"
        )
        if alone and told.start_date is None and told.end_date is None:
            return replace(told, start_date=period.first, end_date=period.last)
    return told
