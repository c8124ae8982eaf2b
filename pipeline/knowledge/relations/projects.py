"""Projects as a document tells of them: lists, boxes, tables, and what running text adds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.relations.granted_projects import giver_in
from pipeline.knowledge.relations.grantors import granting_programme
from pipeline.knowledge.relations.project_asides import FUNDERS, VERB, aside_of
from pipeline.knowledge.relations.project_descriptions import bared, said_of_it
from pipeline.knowledge.relations.project_details import details_of, ids_within, period_in
from pipeline.knowledge.relations.project_names import may_be_name
from pipeline.knowledge.relations.telling import Telling
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind
from pipeline.lexicon import entity_id

_EXPLAINED: Final = re.compile(r" ?[–—-] (?P<description>[^–—]{5,160})")
_TELLS: Final = re.compile(r"\bprojekt|\d|\b\w+(?:er|as|ade|ades) \b", re.IGNORECASE)
# What points at the project told before: `Projektet pågår`, `Syftet är`
_POINTS: Final = re.compile(
    r"\b(?:[Pp]rojektet|[Ff]örstudien|[Ss]atsningen)s?\b(?! [A-ZÅÄÖ\"”“»])"
    r"|\bett (?:[\w-]+ ){0,3}?[\w-]*projekt (?:som|för|med)\b"
)
# Headings of the parts of a text about one project.
_PART: Final = re.compile(
    r"(?:(?:projektets )?(?:bakgrund|syfte|mål|resultat|aktivitet|finansi|budget|organisation"
    r"|partner|kontakt|fakta|kort om|tid|sammanfattning|ärende|yrkande|förslag till beslut"
    r"|\w+ beslut$)|om projektet|projekt(?:fakta|beskrivning|period|tid))",
    re.IGNORECASE,
)
_LONGEST_SUMMARY: Final = 100
# How much of a heading a name takes that is all it says.
_MOST: Final = 0.6
_PARTIES: Final = ("organisation", "network")


@dataclass(frozen=True, slots=True)
class Project:
    """A project as told; ids are of entities."""

    name: str
    evidence: Span
    description: str | None = None
    funder_id: str | None = None
    programme_id: str | None = None
    lead_id: str | None = None
    partner_ids: tuple[str, ...] = ()
    start_date: date | None = None
    end_date: date | None = None

    @property
    def tells(self) -> bool:
        """Whether more than the name is told."""
        told = (self.description, self.funder_id, self.lead_id, self.start_date)
        return any(told) or bool(self.partner_ids)


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
        _add(found, told)
    for told in _from_text(scene):
        _add(found, told)
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


def _add(found: dict[str, Project], told: Project) -> None:
    key = entity_id("project", told.name)
    before = found.get(key)
    found[key] = _merge(before, told) if before else told


def _merge(one: Project, other: Project) -> Project:
    return replace(
        one,
        description=one.description or other.description,
        funder_id=one.funder_id or other.funder_id,
        programme_id=one.programme_id or other.programme_id,
        lead_id=one.lead_id or other.lead_id,
        partner_ids=one.partner_ids or other.partner_ids,
        start_date=one.start_date or other.start_date,
        end_date=one.end_date or other.end_date,
    )


def _of_telling(scene: Scene, telling: Telling, granted_by: str | None) -> Project:
    """Return what an entry, box or row tells in its places, and in the sentences of its blocks."""
    funder = _first(scene, telling.funder, *FUNDERS) or _first(scene, telling.programme, *FUNDERS)
    programme = _first(scene, telling.programme, "programme") or _first(
        scene, telling.funder, "programme"
    )
    first, last = period_in(scene, telling.period)
    lead = _first(scene, telling.lead, *_PARTIES)
    description = telling.description
    if description and _is_party(scene, description):
        lead, description = lead or _first(scene, description, *_PARTIES), None
    told = Project(
        _plain(scene, telling.name),
        telling.name,
        _described(scene, description, telling.name) if description else None,
        funder,
        programme,
        lead,
        tuple(ids_within(scene, telling.partners, *_PARTIES)),
        period_in(scene, telling.start)[0] or first,
        period_in(scene, telling.end)[1] or last,
    )
    for sentence in scene.sentences_in(telling.whole):
        if scene.flow.blocks[scene.flow.block_at(sentence.start)].kind is not BlockKind.CELL:
            told = _with_details(scene, told, sentence)
    if told.funder_id is None and telling.holds:
        told = _paid_above(scene, told)
        if told.funder_id is None and (payer := scene.own_programme or granted_by):
            told = _paid_by(scene, told, payer)
    return _with_clause_of_years(told, scene.text(telling.whole))


def _paid_above(scene: Scene, told: Project) -> Project:
    """Add the programme or fund that the nearest heading above is no more than the name of."""
    section = scene.section_at(told.evidence.start)
    if section is None or not section.level:
        return told
    block = scene.flow.blocks[section.first]
    named = scene.within(Span(block.start, block.end), "programme", "fund")
    if len(named) != 1 or named[0].end - named[0].start < len(block.content) * _MOST:
        return told
    return _paid_by(scene, told, named[0].entity_id)


def _paid_by(scene: Scene, told: Project, payer: str) -> Project:
    of_programme = payer if scene.registry.thing(payer).type == "programme" else None
    return replace(told, funder_id=payer, programme_id=told.programme_id or of_programme)


def _past_name(scene: Scene, told: Span, name: Span) -> Span:
    """Return a description without the name it begins with again: `Projektet Havsro, tystare`."""
    again = re.compile(
        rf"(?:Projektet |Förstudien )?{re.escape(_plain(scene, name))}, (?=[a-zåäö])"
        r"(?P<told>[^.;()]{5,}?)(?= \(|, [a-zåäö]+s\b|[.;]|$)"
    )
    match = again.match(scene.flow.text, told.start)
    return Span(*match.span("told")) if match else told


def _described(scene: Scene, told: Span, name: Span) -> str:
    """Return a description; of several sentences, what one says that the aim is."""
    told = _past_name(scene, told, name)
    parts = [
        one for one in scene.sentences_in(told) if one.start > told.start or one.end < told.end
    ]
    aims = (said_of_it(scene.text(one)) for one in parts)
    return next(filter(None, aims), None) or bared(_plain(scene, told))


def _is_party(scene: Scene, span: Span) -> bool:
    """Tell whether a stretch only names an organisation: `Havsro – Region Almvik`."""
    return any(Span(n.start, n.end) == span for n in scene.within(span, *_PARTIES))


def _plain(scene: Scene, span: Span) -> str:
    return " ".join(scene.text(span).split())


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


def _with_details(scene: Scene, told: Project, sentence: Span) -> Project:
    details = details_of(scene, sentence)
    return _merge(
        told,
        replace(
            told,
            funder_id=details.funder_id,
            programme_id=details.programme_id,
            lead_id=details.lead_id,
            partner_ids=details.partner_ids,
            start_date=details.first,
            end_date=details.last,
        ),
    )


def _from_text(scene: Scene) -> Iterator[Project]:
    """Yield what sentences tell of the project that they, or what stands above them, name."""
    focus: Named | None = None
    for index, span in scene.paragraphs():
        block = scene.flow.blocks[index]
        if block.kind is BlockKind.CELL:
            continue
        if block.kind is BlockKind.HEADING:
            titled = next(iter(scene.within(span, "project")), None)
            focus = titled or (focus if _PART.match(block.content) else None)
            if titled is not None:
                yield from _explained(scene, titled, span)
            continue
        around = scene.project_of(span.start) or scene.headed(
            scene.outline.section_at(index), "project"
        )
        first = around is not None and scene.flow.block_at(around.start) == index - 1
        other = False
        for place, sentence in enumerate(scene.sentences_in(span)):
            named = scene.within(sentence, "project")
            other = not named and (other or _is_of_payer(scene, sentence))
            points = _POINTS.search(scene.text(sentence)) is not None
            about = None if other else around or (focus if points else None)
            if about is not None and not named:
                yield from _about_it(scene, about, sentence, first=first and not place)
            if len({one.entity_id for one in named}) <= 1 and (named or about):
                yield _told_by(scene, named[0] if named else about, sentence, named=bool(named))
            elif named:
                yield from _about_first(scene, named, sentence)
            around = named[-1] if named else around
        focus = around or focus


def _is_of_payer(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence begins with a programme or fund: the aims then told are its."""
    return bool(scene.within(Span(sentence.start, sentence.start + 1), "programme", "fund"))


def _explained(scene: Scene, titled: Named, heading: Span) -> Iterator[Project]:
    """Yield what a heading itself says of its project: `Havsro – tystare vikar`."""
    explained = _EXPLAINED.fullmatch(scene.flow.text, titled.end, heading.end)
    if (
        explained
        and titled.start == scene.flow.blocks[scene.flow.block_at(heading.start)].content_start
    ):
        name = scene.name_of(titled.entity_id)
        yield Project(name, Span(titled.start, titled.end), explained["description"])


def _told_by(scene: Scene, project: Named | None, sentence: Span, *, named: bool) -> Project:
    """Return what a sentence tells of the one project that it is about."""
    assert project is not None
    told = Project(scene.name_of(project.entity_id), Span(project.start, project.end))
    told = _told_inline(scene, project, told, sentence) if named else told
    return _with_details(scene, told, sentence)


def _about_first(scene: Scene, named: list[Named], sentence: Span) -> Iterator[Project]:
    """Yield what a sentence tells of the first of its projects, if the others are part of that."""
    first, *others = named
    others = [one for one in others if one.entity_id != first.entity_id]
    told = Project(scene.name_of(first.entity_id), Span(first.start, first.end))
    told = _told_inline(scene, first, told, sentence)
    if told.description and all(scene.text(one) in told.description for one in others):
        yield told


def _told_inline(scene: Scene, named: Named, told: Project, sentence: Span) -> Project:
    """Return what stands around a project's name: description, and who pays."""
    aside = aside_of(scene, named, sentence)
    return replace(
        told,
        description=aside.description,
        funder_id=aside.funder_id,
        programme_id=aside.programme_id,
    )


def _about_it(scene: Scene, project: Named, sentence: Span, *, first: bool) -> Iterator[Project]:
    """Yield the description in a sentence that does not name its project.

    It says what the project is about, or stands right below the name and is no whole sentence.
    """
    text = scene.text(sentence).strip().strip(" .")
    summary = (
        len(text) <= _LONGEST_SUMMARY
        and ":" not in text
        and not VERB.search(text)
        and not _TELLS.search(text)
    )
    description = said_of_it(scene.text(sentence)) or (text if first and summary else None)
    if description:
        name = scene.name_of(project.entity_id)
        yield Project(name, Span(project.start, project.end), description)
