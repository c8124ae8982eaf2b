"""From spans of the pipeline to names: structure's own findings added, persons merged."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc

from pipeline.knowledge.dates import MONTHS
from pipeline.knowledge.entities.names import FoundEntity, names
from pipeline.knowledge.entities.persons import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.registry import Registry
from pipeline.knowledge.relations.member_lists import listed_networks
from pipeline.knowledge.relations.network_headings import captioned_networks
from pipeline.knowledge.relations.projects import listed_projects, tabled_projects
from pipeline.knowledge.relations.told_inline import (
    headed_projects,
    inline_projects,
    unknown_funders,
)
from pipeline.knowledge.structure.document import Profile
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.textflow import Block, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import ENTITY_TYPES, EntityType

_ISSUES: Final = re.compile(
    r"^(?:Region|Landstinget|Kommunförbundet) |(?:regionen|kommun|stad)$", re.IGNORECASE
)
_OF_NETWORK: Final = re.compile(
    r"(?:verksamhets(?:plan|berättelse)|arbetsprogram|årsrapport|årsberättelse|stadgar|protokoll"
    r"|minnesanteckningar)",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(rf"{WORD}(?: (?:af|von|van|de|der) )?(?: {WORD}){{1,3}}")
_PLACE: Final = re.compile(rf"{WORD}(?: {WORD})?")
_MONTH: Final = "(?:" + "|".join(MONTHS) + ")"
_DATE: Final = re.compile(rf"\b\d\d?(?::e|:a)? {_MONTH}\b")
_AFTER_DATE: Final = re.compile(rf"{_MONTH}(?: \d{{4}})?, (?P<place>{WORD})(?=[:,.])")
_LAST_OF_DATED: Final = re.compile(rf"\d\d? {_MONTH}\b[^\n]*, (?P<place>{WORD})\.?$")
_IN_PLACE: Final = re.compile(
    rf"\b(?:i|på|till|utanför|besöker|besök) (?P<place>{WORD}(?: {WORD})?)(?=[ ,.;:)\n]|$)"
    r"(?! (?:[A-ZÅÄÖ]|län|kommun|stad\b))"
)
_NO_PLACE: Final = re.compile(
    r"(?:Region(?:en)?|Kommun(?:en)?|EU|Europa|Norden|Interreg|Bilaga|Projektet|Folkets)\b.*"
    r"|.*(?:programmet|nämnden|styrelsen)|[A-ZÅÄÖ]{3,}"
)
_CALLED: Final = re.compile(
    r",? \(?(?:på engelska|på svenska|även kallat?|även känt som|numera|idag|i dag) "
)
_OFFICE: Final = re.compile(r"(?:Brysselkontor|EU-kontor|Europakontor)et(?::?s)?")
_FULL_OFFICE: Final = re.compile(
    r"(?:Brysselkontor|EU-kontor|Europakontor)s?$|(?:European|Brussels|EU) Office|South Sweden"
)
_FORMERLY: Final = re.compile(
    r",? \(?(?:tidigare|förut|dåvarande|f\.d\.|som tidigare hette|som då hette)(?: kallat?)? "
)
# What arrangement tells is believed before the form of a name.
_BY_FORM: Final = frozenset({"shape", "cue"})
# What finds a project where it is introduced; it is then found again by its name.
_FIRST_TOLD: Final = frozenset({"list_item", "told_inline", "cue"})
_AT_TOP: Final = 600
_FIRST_WEIGHT: Final = 5


Surfaces = dict[str, Counter[str]]


def spans_of(doc: Doc) -> list[Named]:
    """Return the names that the pipeline found."""
    kinds: dict[str, EntityType] = {kind: kind for kind in ENTITY_TYPES}
    return [
        Named(span.start_char, span.end_char, kinds[span.label_], span.kb_id_, span.id_)
        for span in names(doc)
    ]


def sentences_of(doc: Doc) -> tuple[Span, ...]:
    """Return the sentences of the text."""
    return tuple(Span(sentence.start_char, sentence.end_char) for sentence in doc.sents)


def with_structure(
    flow: Flow, spans: Sequence[Named], things: Mapping[str, FoundEntity]
) -> tuple[list[Named], dict[str, FoundEntity]]:
    """Add what lists and tables name: projects, persons, places.

    Projects are found wherever their names stand again.
    """
    found_things = dict(things)
    added: list[Named] = []
    told = [(block, name) for block, name in listed_projects(flow.blocks)]
    told += [(block, block.content.strip()) for _, _, block in tabled_projects(flow.blocks)]
    told += [(block, block.content.strip()) for block in headed_projects(flow.blocks)]
    for block, name in told:
        key = entity_id("project", name)
        found_things.setdefault(key, FoundEntity(key, "project", name))
        start = flow.text.index(name, block.content_start)
        added.append(Named(start, start + len(name), "project", key, "list_item"))
    for start, name in inline_projects(flow, spans):
        key = entity_id("project", name)
        found_things.setdefault(key, FoundEntity(key, "project", name))
        added.append(Named(start, start + len(name), "project", key, "told_inline"))
    projects = [n for n in (*added, *spans) if n.type == "project"]
    called = [flow.text[n.start : n.end] for n in projects if n.method in _FIRST_TOLD]
    added += _again(flow, called, added)
    for start, thing in unknown_funders(flow, projects, spans):
        found_things.setdefault(thing.id, thing)
        end = start + len(thing.name)
        added.append(Named(start, end, thing.type, thing.id, "told_inline"))
    taken = {n.start for n in spans if n.type != "place" and n.method not in _BY_FORM}
    networks: list[str] = []
    for block, name in (*listed_networks(flow.blocks), *captioned_networks(flow.blocks)):
        if block.content_start not in taken:
            key = entity_id("network", name)
            found_things.setdefault(key, FoundEntity(key, "network", name))
            start = block.content_start
            added.append(Named(start, start + len(name), "network", key, "list_item"))
            networks.append(name)
    added += _again(flow, networks, added, "network")
    for block, thing in _tabled(flow.blocks):
        found_things.setdefault(thing.id, thing)
        end = block.content_start + len(thing.name)
        added.append(Named(block.content_start, end, thing.type, thing.id, "table_cell"))
    covered = {place for n in (*spans, *added) for place in range(n.start, n.end)}
    for start, name in _event_places(flow):
        if start in covered:
            continue
        key = entity_id("place", name)
        found_things.setdefault(key, FoundEntity(key, "place", name))
        added.append(Named(start, start + len(name), "place", key, "cue"))
    known = _known_places(spans, found_things)
    return _layered([[n for n in added if n.start not in known], spans]), found_things


def _event_places(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the places of paragraphs with a date: `19 maj, Visby: besök`, `på Saaremaa den 2`."""
    for block in flow.blocks:
        if not _DATE.search(block.text):
            continue
        for pattern in (_AFTER_DATE, _LAST_OF_DATED, _IN_PLACE):
            for match in pattern.finditer(block.text):
                name = _nominative(match["place"], flow.text)
                if not _NO_PLACE.fullmatch(name):
                    yield block.start + match.start("place"), name


def _nominative(name: str, text: str) -> str:
    """Return a name without the ending of the genitive, where the text has it without too."""
    stem = name.removesuffix("s")
    return stem if stem != name and re.search(rf"\b{re.escape(stem)}\b", text) else name


def _tabled(blocks: Sequence[Block]) -> Iterator[tuple[Block, FoundEntity]]:
    """Yield the persons and places that tables have columns for."""
    for grid in grids(blocks):
        columns = grid.columns("person", "party", "role", "date", "place", "event")
        persons = "person" in columns and ("party" in columns or "role" in columns)
        for row in grid.rows:
            if persons:
                letters = row.text(columns["party"]).strip() if "party" in columns else ""
                for block in row.cells.get(columns["person"], ()):
                    if _PERSON.fullmatch(block.content):
                        party = letters or None
                        key = entity_id("person", block.content, party)
                        yield block, FoundEntity(key, "person", block.content, party)
            if "place" in columns and "date" in columns:
                for block in row.cells.get(columns["place"], ()):
                    if _PLACE.fullmatch(block.content):
                        key = entity_id("place", block.content)
                        yield block, FoundEntity(key, "place", block.content)


def _known_places(spans: Sequence[Named], things: Mapping[str, FoundEntity]) -> set[int]:
    """Return where the lexicon's own names begin, which tables' cells do not replace."""
    return {
        named.start
        for named in spans
        if named.entity_id not in things and named.type in {"place", "organisation"}
    }


def _again(
    flow: Flow, names_: Iterable[str], added: Sequence[Named], kind: EntityType = "project"
) -> list[Named]:
    """Return the places where things found by the plan's arrangement are named again."""
    starts = {named.start for named in added}
    return [
        Named(match.start(), match.end(), kind, entity_id(kind, name), "name_again")
        for name in dict.fromkeys(names_)
        for match in re.finditer(rf"\b{re.escape(name)}\b", flow.text)
        if match.start() not in starts
    ]


def _layered(layers: Iterable[Sequence[Named]]) -> list[Named]:
    """Return all spans in order; where two overlap, that of the earlier layer stays.

    Within a layer, one thing is named once at a place, by the first that was added, and of
    two that overlap the one that begins first stays, or else the longer one.
    """
    kept: list[Named] = []
    for layer in layers:
        before = sorted(kept)
        position = end = 0
        first = {(named.start, named.entity_id): named for named in reversed(layer)}
        for named in sorted(first.values(), key=lambda n: (n.start, -n.end)):
            if named.start < end:
                continue
            while position < len(before) and before[position].end <= named.start:
                position += 1
            if position == len(before) or before[position].start >= named.end:
                kept.append(named)
                end = named.end
    return sorted(kept)


def same_things(
    flow: Flow, spans: Sequence[Named], things: Mapping[str, FoundEntity]
) -> dict[str, str]:
    """Return found things told under a second name: id to the id that stays.

    `Brysselkontoret` is the one office in Brussels that the document names in full.
    `X, på engelska Y` is Y; `X, tidigare kallat Y` is X.
    """
    merged: dict[str, str] = {}
    called = {n.entity_id: flow.text[n.start : n.end] for n in spans if n.type == "network"}
    offices = {key for key, name in called.items() if _FULL_OFFICE.search(name)}
    if len(offices) == 1:
        short = (key for key, name in called.items() if _OFFICE.fullmatch(name))
        merged |= dict.fromkeys(short, next(iter(offices)))
    for one, other in pairwise(spans):
        between = flow.text[one.end : other.start]
        if one.type == other.type and one.entity_id in things and _CALLED.fullmatch(between):
            merged[one.entity_id] = other.entity_id
        if one.type == other.type and other.entity_id in things and _FORMERLY.fullmatch(between):
            merged[other.entity_id] = one.entity_id
    return merged


def resolve(spans: Sequence[Named], merged: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the spans with merged entities under the id that stays."""
    return tuple(
        named._replace(entity_id=merged.get(named.entity_id, named.entity_id)) for named in spans
    )


def surfaces_of(flow: Flow, spans: Sequence[Named]) -> Surfaces:
    """Return how often each entity is called what; misspelt names are no names of it."""
    surfaces: Surfaces = {}
    for named in spans:
        if named.method not in {"lexicon", "lexicon_folded", "lexicon_guarded", "lexicon_fuzzy"}:
            counter = surfaces.setdefault(named.entity_id, Counter())
            counter[flow.text[named.start : named.end]] += 1
    return surfaces


def find_issuer(
    flow: Flow, spans: Sequence[Named], registry: Registry, profile: Profile
) -> str | None:
    """Return the region or municipality that issued a document, or the network whose own it is.

    Its title names it; otherwise it is the one named most, the first of all and those that
    begin a paragraph counting more.
    """
    counts: Counter[str] = Counter()
    title = _title_span(flow.blocks, profile)
    if network := _own_network(flow, spans, title):
        return network
    for named in spans:
        if named.type == "organisation" and _ISSUES.search(registry.thing(named.entity_id).name):
            if title.start <= named.start < title.end:
                return named.entity_id
            first = not counts and named.start < _AT_TOP
            counts[named.entity_id] += _FIRST_WEIGHT if first else 1
            counts[named.entity_id] += flow.text[named.start - 1 : named.start] in {"", "\n"}
    return max(counts, key=lambda key: (counts[key], key)) if counts else None


def _own_network(flow: Flow, spans: Sequence[Named], title: Span) -> str | None:
    """Return the network whose plan, report or minutes a title announces, naming nobody else."""
    named = [n for n in spans if title.start <= n.start < title.end]
    networks = [n.entity_id for n in named if n.type == "network"]
    others = any(n.type in {"organisation", "place"} for n in named)
    own = networks and not others and _OF_NETWORK.search(flow.text[title.start : title.end])
    return networks[0] if own else None


def _title_span(blocks: Sequence[Block], profile: Profile) -> Span:
    if profile.title_block is None:
        return Span(0, 0)
    block = blocks[profile.title_block]
    return Span(block.start, block.end)
