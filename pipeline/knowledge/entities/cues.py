"""The component that finds what the lexicon lacks: by the word before, or by its form."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.extents import SUM
from pipeline.knowledge.entities.names import FoundEntity, found, names, set_names, span_of, text_of
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

_CAPITAL: Final = r"(?:[^\W\d_a-zåäö][\w'’.-]*[\w+]|[^\W\d_a-zåäö])"
_LINK: Final = r"(?:for|of|the|and|in|on|to|&|i|och|för|på|av|\d[\d.]*\b)"
CAPITALS: Final = rf"{_CAPITAL}(?:(?: {_LINK}){{0,2}} {_CAPITAL}| (?!{SUM})\d[\d.]*\d?\b){{0,6}}"
"""A run of capitalised words, with small words between and numbers behind (`Utblick 2.0`)."""

_QUOTED: Final = r"[\"”“»](?P<quoted>[^\"”“«»\n]{3,70})[\"”“«]"

_CUES: Final[Mapping[str, EntityType]] = MappingProxyType(
    {
        "projekt": "project",
        "förstudi": "project",
        "nätverk": "network",
        "samarbetsorganisation": "network",
        "programm": "programme",
        "fond": "fund",
    }
)
_AFTER_CUE: Final = Anchored(
    rf"\b(?P<cue>(?i:[\w:-]*(?:projekt|förstudi|nätverk|samarbetsorganisation|programm|fond)))(?:et|en)"
    rf",? (?:{_QUOTED}|(?P<name>{CAPITALS}))"
)
_COMPOUND: Final = Anchored(
    rf"\b(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})"
    r"-(?P<cue>projekt|nätverk|programm|fond)(?:et|en)s?\b"
)
# What kind of project it is, not which: `EU-projektet`, `Interreg-projektet`.
_KIND_OF_PROJECT: Final = re.compile(
    r"(?:EU|ESF|ERUF|KA\d|Interreg|INTERREG|LIFE|Life|Erasmus|Horisont|Leader|LEADER|LONA|Comenius"
    r"|URBACT|Urbact|Phare|Tacis|Sida|SIDA|Vinnova|Grundtvig|Nordplus|Equal|Urban|Socialfonds"
    r"|Regionalfonds|Mål)(?: ?[\d+]\w*)*"
)
# Between the first word of a plan's name and its kind stands no verb, and no other beginning.
_NOT_IN_NAME: Final = (
    r"(?!(?:är|har|ska|som|att|den|det|de|i|enligt|följer|ersätter|gäller|bygger|utgår|antog|från"
    r"|till|med|av|på|vår|vårt|sin|sitt)\b)"
)
_NO_BEGINNING: Final = (
    r"(?!(?:Ersätter|Enligt|Se|Reviderar|Upphäver|Inför|Från|Med|Till|Denna|Den|Vår|Ny) )"
)
_KIND: Final = r"(?:strategi|handlingsplan|plan|program|policy|agenda|vision)"
_PLAN: Final = Anchored(
    rf"(?P<name>{_NO_BEGINNING}(?:{_CAPITAL}-?(?: {_NOT_IN_NAME}[\w-]+){{0,3}}?"
    rf" (?![A-ZÅÄÖ])[\w-]*{_KIND}|{_CAPITAL}{_KIND})(?:en|n|et)?"
    r"(?: (?:för|i|om) (?:[\w-]+ ){0,5}?[\w-]+)?"
    r" (?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?"
    r"|(?:Strategi|Plan|Program|Policy) (?:för|om) (?:[\w-]+ ){0,5}?[\w-]+"
    r" (?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?)\b"
)
_NAMED_LIST: Final = Anchored(
    r"\b(?:nätverk|samarbeten|samarbetsorganisationer|medlemsorganisationer): ?(?P<list>[^.:\n]+)"
)
_LISTED: Final = re.compile(rf"(?:^|, |och |samt )(?P<name>{CAPITALS})")
# What is no name's own in a title in capitals: `LANDSTINGET I BERGSBYGDEN`.
_SMALL: Final = re.compile(
    r" (?:(?:Kommun|Stad|Län|Läns Landsting|Samverkansnätverk|Nätverk)$|(?:I|Och|För|Av)(?= ))"
)
_NO_NAME: Final = frozenset(
    [
        "den",
        "det",
        "de",
        "vi",
        "i",
        "en",
        "ett",
        "under",
        "inom",
        "för",
        "att",
        "projektet",
        "syftet",
        "eu",
        "region",
        "regionen",
    ]
)


class Candidate(NamedTuple):
    """A supposed name: its span in the text, its type, and the method."""

    start: int
    end: int
    type: EntityType
    method: str


@Language.component("prickfri_cues")
def find_by_cues(doc: Doc) -> Doc:
    """Add what cues tell of to `doc.spans["names"]`; what is known stays as it is."""
    known = names(doc)
    added = [span for candidate in _candidates(text_of(doc)) if (span := add_found(doc, candidate))]
    set_names(doc, [*known, *added])
    return doc


def add_found(doc: Doc, candidate: Candidate) -> Span | None:
    """Note a found thing and return its span; None if no whole token stands there."""
    name = canonical(text_of(doc)[candidate.start : candidate.end])
    thing = FoundEntity(entity_id(candidate.type, name), candidate.type, name)
    span = span_of(doc, candidate.start, candidate.end, candidate.type, thing.id, candidate.method)
    if span is not None:
        found(doc).setdefault(thing.id, thing)
    return span


def canonical(surface: str) -> str:
    """Return a name as it is called: no quotation marks or stops around it, no capitals alone."""
    name = surface.strip(" \"”“»«'’.,;:")
    if not name.isupper() or " " not in name:
        return name
    return _SMALL.sub(lambda match: match[0].lower(), name.title())


def _candidates(text: str) -> Iterator[Candidate]:
    for match in _AFTER_CUE.finditer(text):
        group = "quoted" if match["quoted"] else "name"
        yield from _candidate(match, group, _type(match["cue"]), "cue")
    for listing in _NAMED_LIST.finditer(text):
        for match in _LISTED.finditer(text, *listing.span("list")):
            yield from _candidate(match, "name", "network", "named_list")
    for match in _COMPOUND.finditer(text):
        if match["cue"] == "projekt" and _KIND_OF_PROJECT.fullmatch(match["name"]):
            continue
        yield from _candidate(match, "name", _type(match["cue"]), "cue")
    for match in _PLAN.finditer(text):
        yield from _candidate(match, "name", "plan", "title_year")


def _candidate(
    match: re.Match[str], group: str, entity_type: EntityType, method: str
) -> Iterator[Candidate]:
    name = match[group]
    if name[0].isupper() and name.casefold() not in _NO_NAME and len(name) > 2:
        yield Candidate(*match.span(group), entity_type, method)


def _type(cue: str) -> EntityType:
    return next(kind for ending, kind in _CUES.items() if cue.casefold().endswith(ending))
