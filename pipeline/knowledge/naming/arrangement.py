"""Names that a plan's arrangement tells of: lists, headings, tables, and dates with places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc

from pipeline.knowledge.entities.names import FoundEntity, names
from pipeline.knowledge.entities.parties import party_of_cell
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import Named, Span, find_again
from pipeline.knowledge.naming.layers import layered
from pipeline.knowledge.naming.member_towns import towns_told
from pipeline.knowledge.naming.own_papers import named_by_own_papers
from pipeline.knowledge.naming.people_beside import people_beside
from pipeline.knowledge.naming.places import event_places, visited_municipalities
from pipeline.knowledge.naming.run_in_titles import titled_networks
from pipeline.knowledge.naming.seat_places import networks_by_persons
from pipeline.knowledge.naming.siblings import networks_beside
from pipeline.knowledge.relations.memberships.headings import captioned_networks
from pipeline.knowledge.relations.memberships.lines import listed_organisations
from pipeline.knowledge.relations.memberships.lists import listed_networks
from pipeline.knowledge.relations.memberships.unknown import unknown_members
from pipeline.knowledge.relations.projects.tellings import unknown_funders
from pipeline.knowledge.relations.seats.letterheads import letterhead_network
from pipeline.knowledge.structure.calendars import calendar_rows
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, Flow
from pipeline.lexicon import EntityLexicon, entity_id
from pipeline.model.rows import ENTITY_TYPES, EntityType

_PERSON: Final = re.compile(rf"{WORD}(?: (?:af|von|van|de|der) )?(?: {WORD}){{1,3}}")
_DOCTOR: Final = re.compile(r"(?:(?:Dr|[Pp]rof|[Dd]oc|Fru|Herr)\.? )+")
_NO_LETTER_BEFORE: Final = re.compile(r"(?<!\w)")
_NO_LETTER_AFTER: Final = re.compile(r"(?!\w)")
# What arrangement tells is believed before the form of a name.
_BY_FORM: Final = frozenset({"shape", "cue"})
# What a place's name is too, where the text says so: `Finansiär: Nordsjön`.
_OF_ROLE: Final = frozenset({"network", "programme", "fund"})
# What finds a project where it is introduced; it is then found again by its name.
_FIRST_TOLD: Final = frozenset({"list_item", "told_inline", "cue"})
# Each sees what those before it have found.
_BY_WHAT_IS_KNOWN: Final = (
    networks_beside,
    titled_networks,
    named_by_own_papers,
    networks_by_persons,
)


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


class _Additions:
    """What arrangement names: the spans, and the things that they are of."""

    def __init__(self, things: Mapping[str, FoundEntity]) -> None:
        self.spans: list[Named] = []
        self.things = dict(things)

    def add(self, span: Span, thing: FoundEntity, method: str) -> None:
        """Note that a span names a thing."""
        self.things.setdefault(thing.id, thing)
        self.spans.append(Named(*span, thing.type, thing.id, method))

    def name(self, start: int, name: str, kind: EntityType, method: str) -> str:
        """Note a name that stands at an offset, and return the id of what it names."""
        key = entity_id(kind, name)
        self.add(Span(start, start + len(name)), FoundEntity(key, kind, name), method)
        return key


def with_structure(
    flow: Flow,
    spans: Sequence[Named],
    things: Mapping[str, FoundEntity],
    tellings: Sequence[Telling],
    entities: EntityLexicon,
) -> tuple[list[Named], dict[str, FoundEntity]]:
    """Add what lists and tables name: projects, networks, members, persons, places.

    Projects and networks are found wherever their names stand again.
    """
    new = _Additions(things)
    for telling in tellings:
        name = " ".join(flow.text[telling.name.start : telling.name.end].split())
        thing = FoundEntity(entity_id("project", name), "project", name)
        new.add(telling.name, thing, "list_item" if telling.holds else "told_inline")
    projects = [n for n in (*new.spans, *spans) if n.type == "project"]
    first = [n for n in projects if n.method in _FIRST_TOLD]
    called = {flow.text[n.start : n.end]: n.entity_id for n in first}
    # `Havsro-projektet` is called `Havsro`, too
    called |= {new.things[n.entity_id].name: n.entity_id for n in first}
    # `Region Havsro` is no project, whatever is called `Havsro`.
    inside = {n for one in spans if one.type == "organisation" for n in range(*one[:2])[1:]}
    again = _again(flow, called, new.spans)
    new.spans += [named for named in again if named.start not in inside]
    for start, thing in unknown_funders(flow, tellings, spans):
        new.add(Span(start, start + len(thing.name)), thing, "told_inline")
    for block, thing in _tabled(flow.blocks, entities):
        start = block.end - len(thing.name)
        new.add(Span(start, block.end), thing, "table_cell")
    _add_networks(flow, spans, new)
    for start, name in people_beside(flow.blocks, [*spans, *new.spans]):
        new.name(start, name, "person", "name_in_row")
    covered = _places(spans, new.spans)
    members = {n.start for n in spans if n.type in {"organisation", "place"}}
    told = (
        *listed_organisations(flow.blocks),
        *unknown_members(flow, members),
        *towns_told(flow),
    )
    for start, name in told:
        if covered.isdisjoint(range(start, start + len(name))):
            new.name(start, name, "organisation", "list_item")
    covered = _places(spans, new.spans)
    for start, name in (*_calendar_places(flow), *event_places(flow)):
        if start not in covered:
            new.name(start, name, "place", "cue")
    for start, name in visited_municipalities(flow):
        new.name(start, name, "place", "cue")
    known = _known_places(spans, new.things)
    kept = [
        n
        for n in new.spans
        if n.type in _OF_ROLE
        or (n.type == "project" and n.end > known.get(n.start, n.start))
        or n.start not in known
    ]
    return layered([kept, spans]), new.things


def _add_networks(flow: Flow, spans: Sequence[Named], new: _Additions) -> None:
    """Add the networks of lists and captions, where no longer name is known to begin."""
    taken = {
        n.start: n.end if n.method == "introduced" else len(flow.text)
        for n in spans
        if n.type != "place" and n.method not in _BY_FORM
    }
    networks: dict[str, str] = {}
    # `Lämna Energy Cities` is that network and a word more.
    ends = {n.end: n.start for n in spans if n.type == "network" and n.method == "lexicon"}
    arranged = (*listed_networks(flow.blocks), *captioned_networks(flow.blocks))
    for start, name in (*letterhead_network(flow), *arranged):
        end = start + len(name)
        if taken.get(start, 0) < end and ends.get(end, start) <= start:
            networks[name] = new.name(start, name, "network", "list_item")
    for find in _BY_WHAT_IS_KNOWN:
        for start, name in find(flow.blocks, [*spans, *new.spans]):
            networks[name] = new.name(start, name, "network", "list_item")
    networks |= {name.upper(): key for name, key in networks.items() if " " in name}
    new.spans += _again(flow, networks, new.spans, "network")


def _places(*named: Sequence[Named]) -> set[int]:
    """Return every offset that a name covers."""
    return {place for names_ in named for n in names_ for place in range(n.start, n.end)}


def _tabled(
    blocks: Sequence[Block], entities: EntityLexicon
) -> Iterator[tuple[Block, FoundEntity]]:
    """Yield the persons that tables have a column for."""
    for grid in grids(blocks):
        columns = grid.columns("person", "party", "role")
        persons = "person" in columns and ("party" in columns or "role" in columns)
        for row in grid.rows:
            if persons:
                cell = row.text(columns["party"]) if "party" in columns else ""
                party = party_of_cell(cell, entities)
                for block in row.cells.get(columns["person"], ()):
                    title = _DOCTOR.match(block.content)
                    name = block.content[title.end() :] if title else block.content
                    if _PERSON.fullmatch(name):
                        key = entity_id("person", name, party)
                        yield block, FoundEntity(key, "person", name, party)


def _calendar_places(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the places that calendars name, each with its offset."""
    for row in calendar_rows(flow.blocks):
        if row.place is not None:
            yield row.place.start, flow.text[row.place.start : row.place.end]


def _known_places(spans: Sequence[Named], things: Mapping[str, FoundEntity]) -> dict[int, int]:
    """Return where the lexicon's own names begin and end, which tables' cells do not replace.

    A longer name of a project does: `Tolvmilas järnvägsmuseum`.
    """
    return {
        named.start: named.end
        for named in spans
        if named.entity_id not in things and named.type in {"place", "organisation"}
    }


def _again(
    flow: Flow, called: Mapping[str, str], added: Sequence[Named], kind: EntityType = "project"
) -> list[Named]:
    """Return the places where things found before are called by these names again."""
    starts = {named.start for named in added}
    return [
        Named(start, start + len(name), kind, key, "name_again")
        for name, key in called.items()
        for start, _ in find_again(flow.text, [name], _NO_LETTER_BEFORE, _NO_LETTER_AFTER)
        if start not in starts
    ]
