"""Names that a plan's arrangement tells of: lists, headings, tables, and dates with places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc

from pipeline.knowledge.entities.names import FoundEntity, names
from pipeline.knowledge.entities.parties import party_of_cell
from pipeline.knowledge.entities.persons import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.naming.layers import layered
from pipeline.knowledge.naming.places import event_places
from pipeline.knowledge.relations.member_lists import listed_networks
from pipeline.knowledge.relations.network_headings import captioned_networks
from pipeline.knowledge.relations.telling import Telling
from pipeline.knowledge.relations.tellings import unknown_funders
from pipeline.knowledge.structure.calendars import calendar_rows
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.textflow import Block, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import ENTITY_TYPES, EntityType

_PERSON: Final = re.compile(rf"{WORD}(?: (?:af|von|van|de|der) )?(?: {WORD}){{1,3}}")
_PLACE: Final = re.compile(rf"{WORD}(?: {WORD})?")
# What arrangement tells is believed before the form of a name.
_BY_FORM: Final = frozenset({"shape", "cue"})
# What finds a project where it is introduced; it is then found again by its name.
_FIRST_TOLD: Final = frozenset({"list_item", "told_inline", "cue"})


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
    flow: Flow,
    spans: Sequence[Named],
    things: Mapping[str, FoundEntity],
    tellings: Sequence[Telling],
) -> tuple[list[Named], dict[str, FoundEntity]]:
    """Add what lists and tables name: projects, persons, places.

    Projects are found wherever their names stand again.
    """
    found_things = dict(things)
    added: list[Named] = []
    for telling in tellings:
        name = " ".join(flow.text[telling.name.start : telling.name.end].split())
        key = entity_id("project", name)
        found_things.setdefault(key, FoundEntity(key, "project", name))
        method = "list_item" if telling.holds else "told_inline"
        added.append(Named(*telling.name, "project", key, method))
    projects = [n for n in (*added, *spans) if n.type == "project"]
    called = {flow.text[n.start : n.end]: n.entity_id for n in projects if n.method in _FIRST_TOLD}
    added += _again(flow, called, added)
    for start, thing in unknown_funders(flow, tellings, spans):
        found_things.setdefault(thing.id, thing)
        end = start + len(thing.name)
        added.append(Named(start, end, thing.type, thing.id, "told_inline"))
    taken = {
        n.start: n.end if n.method == "introduced" else len(flow.text)
        for n in spans
        if n.type != "place" and n.method not in _BY_FORM
    }
    networks: dict[str, str] = {}
    for start, name in (*listed_networks(flow.blocks), *captioned_networks(flow.blocks)):
        if taken.get(start, 0) < start + len(name):
            key = entity_id("network", name)
            found_things.setdefault(key, FoundEntity(key, "network", name))
            added.append(Named(start, start + len(name), "network", key, "list_item"))
            networks[name] = key
    added += _again(flow, networks, added, "network")
    for block, thing in _tabled(flow.blocks):
        found_things.setdefault(thing.id, thing)
        end = block.content_start + len(thing.name)
        added.append(Named(block.content_start, end, thing.type, thing.id, "table_cell"))
    covered = {place for n in (*spans, *added) for place in range(n.start, n.end)}
    for start, name in (*_calendar_places(flow), *event_places(flow)):
        if start in covered:
            continue
        key = entity_id("place", name)
        found_things.setdefault(key, FoundEntity(key, "place", name))
        added.append(Named(start, start + len(name), "place", key, "cue"))
    known = _known_places(spans, found_things)
    return layered(
        [[n for n in added if n.type == "network" or n.start not in known], spans]
    ), found_things


def _tabled(blocks: Sequence[Block]) -> Iterator[tuple[Block, FoundEntity]]:
    """Yield the persons that tables have a column for."""
    for grid in grids(blocks):
        columns = grid.columns("person", "party", "role")
        persons = "person" in columns and ("party" in columns or "role" in columns)
        for row in grid.rows:
            if persons:
                party = party_of_cell(row.text(columns["party"])) if "party" in columns else None
                for block in row.cells.get(columns["person"], ()):
                    if _PERSON.fullmatch(block.content):
                        key = entity_id("person", block.content, party)
                        yield block, FoundEntity(key, "person", block.content, party)


def _calendar_places(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the places that calendars name, each with its offset."""
    for row in calendar_rows(flow.blocks):
        if row.place is not None:
            yield row.place.start, flow.text[row.place.start : row.place.end]


def _known_places(spans: Sequence[Named], things: Mapping[str, FoundEntity]) -> set[int]:
    """Return where the lexicon's own names begin, which tables' cells do not replace."""
    return {
        named.start
        for named in spans
        if named.entity_id not in things and named.type in {"place", "organisation"}
    }


def _again(
    flow: Flow, called: Mapping[str, str], added: Sequence[Named], kind: EntityType = "project"
) -> list[Named]:
    """Return the places where things found before are called by these names again."""
    starts = {named.start for named in added}
    return [
        Named(match.start(), match.end(), kind, key, "name_again")
        for name, key in called.items()
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", flow.text)
        if match.start() not in starts
    ]
