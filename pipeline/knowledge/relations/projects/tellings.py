"""Where a document tells of a project by itself: entries of lists, fact boxes, rows of tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.projects.boxed import boxed_projects
from pipeline.knowledge.relations.projects.fact_lines import fact_lines
from pipeline.knowledge.relations.projects.granted import granted_projects
from pipeline.knowledge.relations.projects.inline import inline_tellings
from pipeline.knowledge.relations.projects.listed import listed_projects
from pipeline.knowledge.relations.projects.owned import owned_projects
from pipeline.knowledge.relations.projects.priced import priced_projects
from pipeline.knowledge.relations.projects.serial import serial_projects
from pipeline.knowledge.relations.projects.stacked import stacked_projects
from pipeline.knowledge.relations.projects.tabled import tabled_projects
from pipeline.knowledge.relations.projects.titled import titled_projects
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import BlockKind, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

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
_YEARS: Final = re.compile(r" \((?:19|20)\d\d(?: ?[–-] ?(?:(?:19|20)\d\d)?)?\)$")
_CAPTION: Final = re.compile(r"Projekt (?=[^\W\d_a-zåäö]{2})")
# What parts a name from what is told of it: `Havsro – `, `Havsro (`
_SET_OFF: Final = re.compile(r" (?:[–—-] |\()")
_FUNDER_NAME: Final = re.compile(rf"{WORD}(?: [\w&+-]+){{0,6}}")
_FUND: Final = re.compile(r"fond|fund|miljard|medel", re.IGNORECASE)


def find_tellings(flow: Flow, spans: Sequence[Named]) -> tuple[Telling, ...]:
    """Return what a document tells of projects, in order; `spans` are the names known.

    What running text tells of a name that begins inside the name of an entry is no other project.
    """
    told = [_without_years(flow.text, one) for one in _set_apart(flow, spans)]
    called = {flow.text[one.name.start : one.name.end] for one in told}
    inside = {place for one in told for place in range(one.name.start + 1, one.name.end)}
    payers = {n.end: n.start for n in spans if n.type in _FUNDER_TYPES}
    inline = (
        _without_article(flow.text, one, called)
        for one in inline_tellings(flow, spans)
        if one.name.start not in inside and payers.get(one.name.end, one.name.end) > one.name.start
    )
    return tuple(sorted((*told, *inline), key=lambda one: one.whole))


def _without_years(text: str, telling: Telling) -> Telling:
    """Return a telling without the years behind a name: `Ren kust (2012–2014)`."""
    start, end = telling.name
    years = _YEARS.search(text[start:end])
    return replace(telling, name=Span(start, start + years.start())) if years else telling


def _without_article(text: str, telling: Telling, called: Collection[str]) -> Telling:
    """Return a telling; an English article before a name known without it is left out.

    So is a caption that a name has run into: `Projekt HAVSRO, tystare vikar (LIFE)`.
    """
    name = telling.name
    if caption := _CAPTION.match(text, name.start, name.end):
        return replace(telling, name=Span(caption.end(), name.end))
    the = text.startswith("The ", name.start) and text[name.start + 4 : name.end] in called
    return replace(telling, name=Span(name.start + 4, name.end)) if the else telling


def _set_apart(flow: Flow, spans: Sequence[Named]) -> list[Telling]:
    """Return what entries, boxes and tables tell of projects."""
    funders = [
        Span(n.start, n.end)
        for n in spans
        if n.type in _FUNDER_TYPES or _GRANTS.fullmatch(flow.text, n.start, n.end)
    ]
    persons = {named.start for named in spans if named.type == "person"}
    things = {Span(n.start, n.end) for n in spans if n.method.startswith("lexicon")}
    taken = {n.start for n in spans if n.type not in {"project", "place"}}
    stacked = list(stacked_projects(flow.blocks, funders))
    listed = list(listed_projects(flow, funders))
    titled = [_up_to(flow, one, listed) for one in titled_projects(flow, funders)]
    boxed = list(boxed_projects(flow.blocks))
    first = [
        *stacked,
        *granted_projects(flow, spans),
        *owned_projects(flow, spans),
        *serial_projects(flow, funders),
        *fact_lines(flow.blocks),
        *priced_projects(flow.blocks, funders),
    ]
    explained = {one.description.start for one in boxed if one.description}
    headed = [
        *first,
        *(
            one
            for one in titled
            if not _is_within(one, first)
            and one.name.start not in explained
            and not _holds_names(one, boxed)
        ),
    ]
    kept = [
        one
        for one in listed
        if not _is_within(one, headed)
        and one.name.start not in explained
        and persons.isdisjoint(range(*one.name))
        and (one.description or one.funder or one.name not in things)
    ]
    return [*headed, *kept, *boxed, *tabled_projects(flow.blocks, funders, taken)]


def _up_to(flow: Flow, titled: Telling, listed: Sequence[Telling]) -> Telling:
    """Return a titled project up to the next entry that tells name, description and funder.

    As where some names of a list stand in lines of their own, others in their paragraphs.
    """
    starts = {block.start for block in flow.blocks if block.kind is BlockKind.TEXT}
    told = (e for e in listed if e.description and e.funder and e.name.start in starts)
    entries = (e.name.start for e in told if _SET_OFF.match(flow.text, e.name.end))
    inside = (start for start in entries if titled.name.end < start < titled.whole.end)
    return replace(titled, whole=Span(titled.whole.start, min(inside, default=titled.whole.end)))


def _is_within(telling: Telling, others: Sequence[Telling]) -> bool:
    start = telling.name.start
    return any(other.whole.start <= start < other.whole.end for other in others)


def _holds_names(titled: Telling, boxed: Sequence[Telling]) -> bool:
    """Tell whether a title is that of a chapter: names of boxes stand below it."""
    below = bisect_right(boxed, titled.name.start, key=lambda one: one.name.start)
    return below < len(boxed) and boxed[below].name.start < titled.whole.end


def unknown_funders(
    flow: Flow, tellings: Sequence[Telling], spans: Sequence[Named]
) -> Iterator[tuple[int, FoundEntity]]:
    """Yield the programmes and funds that no one knows yet, where a project names its funder."""
    starts = [named.start for named in spans if named.type != "place"]
    for telling in tellings:
        for slot in filter(None, (telling.funder, telling.programme)):
            if bisect_left(starts, slot.start) < bisect_left(starts, slot.end):
                continue
            match = _FUNDER_NAME.match(flow.text, slot.start, slot.end)
            if match:
                kind: EntityType = "fund" if _FUND.search(match[0]) else "programme"
                yield slot.start, FoundEntity(entity_id(kind, match[0]), kind, match[0])
