"""Which names are of one thing: second names merged, and what each thing is called."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.names import Named
from pipeline.knowledge.textflow import Flow

_CALLED: Final = re.compile(
    r",? \(?(?:på engelska|på svenska|även kallat?|även känt som|numera|idag|i dag) "
)
_OFFICE: Final = re.compile(
    r"(?:(?:Brysselkontor|EU-kontor|Europakontor)et(?: i Bryssel)?|Kontoret i Bryssel)(?::?s)?"
)
_FULL_OFFICE: Final = re.compile(
    r"(?:Brysselkontor|EU-kontor|Europakontor)s?$|(?:European|Brussels|EU) Office|South Sweden"
)
_NOUN: Final = re.compile(
    r"(\w+(?:rådet|kommittén|kontoret|förbundet|alliansen|samarbetet|nätverket|unionen"
    r"|föreningen|forum|forumet))s?"
)
# A title in two languages: `Grenserådet Tolvmila / Gränsrådet Tolvmila`
_TWO_LANGUAGES: Final = re.compile(r"\n| ?[/|–] ?")
# Letters that neighbours do without.
_SWEDISH: Final = re.compile(r"[äö]", re.IGNORECASE)
_FORMERLY: Final = re.compile(
    r",? \(?(?:tidigare|förut|dåvarande|f\.d\.|som tidigare hette|som då hette)(?: kallat?)? "
)
# Names so long are one where their letters are the same.
_LONG: Final = 10

Surfaces = dict[str, Counter[str]]
"""How often each entity is called what, by its id."""


def same_things(
    flow: Flow, spans: Sequence[Named], things: Mapping[str, FoundEntity]
) -> dict[str, str]:
    """Return found things told under a second name: id to the id that stays.

    `Brysselkontoret` is the one office in Brussels that the document names in full, as
    `Gränsrådet` is `Gränsrådet Tolvmila`, and `Fjällrådet` is `Norsk-svenska fjällrådet`.
    `X, på engelska Y` is Y; `X, tidigare kallat Y` is X.
    """
    merged: dict[str, str] = {}
    called = {n.entity_id: flow.text[n.start : n.end] for n in spans if n.type == "network"}
    offices = {key for key, name in called.items() if _FULL_OFFICE.search(name)}
    if len(offices) == 1:
        short = (key for key, name in called.items() if _OFFICE.fullmatch(name))
        merged |= dict.fromkeys(short, next(iter(offices)))
    merged |= _short_forms(called, things)
    merged |= _slips(called, things)
    merged |= _companies(called, things)
    top = flow.blocks[1].end if len(flow.blocks) > 1 else 0
    for one, other in pairwise(spans):
        between = flow.text[one.end : other.start]
        titles = one.type == other.type == "network" and other.end <= top
        if titles and _TWO_LANGUAGES.fullmatch(between):
            swedish = _SWEDISH.search(called[other.entity_id]) and not _SWEDISH.search(
                called[one.entity_id]
            )
            stays, goes = (other, one) if swedish else (one, other)
            merged[goes.entity_id] = stays.entity_id
        if one.type == other.type and one.entity_id in things and _CALLED.fullmatch(between):
            merged[one.entity_id] = other.entity_id
        if one.type == other.type and other.entity_id in things and _FORMERLY.fullmatch(between):
            merged[other.entity_id] = one.entity_id
    return merged


def _short_forms(called: Mapping[str, str], things: Mapping[str, FoundEntity]) -> dict[str, str]:
    """Return the networks called by their noun alone, where one is so named in full."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in called.items():
        first, *more = name.casefold().split(" ")
        for word in {first, more[-1]} if more else ():
            by_word[word].append(key)
    merged = {}
    for key, name in called.items():
        noun = _NOUN.fullmatch(name) if key in things else None
        full = by_word.get(noun[1].casefold(), ()) if noun else ()
        if len(full) == 1:
            merged[key] = full[0]
    return merged


def _slips(called: Mapping[str, str], things: Mapping[str, FoundEntity]) -> dict[str, str]:
    """Return the networks whose name is another's with two letters changed about, told later."""
    by_letters: dict[tuple[str, ...], str] = {}
    merged = {}
    for key, name in called.items():
        letters = tuple(sorted(name.casefold()))
        first = by_letters.setdefault(letters, key)
        if first != key and key in things and len(letters) >= _LONG:
            merged[key] = first
    return merged


def _companies(called: Mapping[str, str], things: Mapping[str, FoundEntity]) -> dict[str, str]:
    """Return the companies that a network of the same name works by: `Europabanan AB`."""
    networks = {name.casefold(): key for key, name in called.items()}
    names = ((key, thing.name.removesuffix(" AB")) for key, thing in things.items())
    return {
        key: networks[name.casefold()]
        for key, name in names
        if key not in called and name.casefold() in networks and name != things[key].name
    }


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
