"""The component that finds persons: by party, role or first name, or beside other persons."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final, Self

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.names import FoundEntity, found, names, set_names, span_of, text_of
from pipeline.knowledge.entities.parties import LETTERS, as_printed
from pipeline.knowledge.entities.person_extents import (
    Sighting,
    before_known,
    covers,
    is_acronym,
    is_letters,
    nominative,
)
from pipeline.knowledge.entities.saved import Saved
from pipeline.lexicon import EntityLexicon, entity_id

WORD: Final = r"[^\W\d_a-zåäö](?:[^\W\d_]|['’´`])*(?:-[^\W\d_]+)*"
"""A capitalised word, also a double one (`Karl-Erik`)."""

_PARTICLE: Final = r"(?:af|von|van|de|der|den|di|da|el|al|bin)"
_NAME: Final = rf"{WORD}(?: (?:{_PARTICLE} )?(?:{WORD}|[^\W\d_]\.)){{1,3}}"
# Whom somebody comes from, between name and party: `Åsa Ek, Almviks kommun (S)`.
_OF: Final = (
    rf"(?:(?:Region|Landstinget) {WORD}|(?:{WORD} ){{1,2}}(?:kommune?|stad|landsting|AB)|{WORD})"
)
_WITH_PARTY: Final = Anchored(rf"({_NAME})(?:, {_OF}|,)?\s?\(([^\W\d_]{{1,5}}|[$58€])(?=[),])")
# A line of a list: `Åsa Ek S`, `Bo Al MP vice ordförande`, `S Åsa Ek, Almvik`.
_BARE_PARTY: Final = re.compile(
    rf"^(?:[•*–-] )?(?:(?P<first>{LETTERS}) )?"
    rf"(?P<name>{WORD}(?: (?:{_PARTICLE} )?{WORD}){{1,2}}?)(?: (?P<last>{LETTERS}))?"
    r"(?=$|,| (?:\d:e )?(?:vice )?(?:ordf|ledamot|ersättare))",
    re.MULTILINE,
)
TIME: Final = r"(?:sedan (?:i )?(?:\d{4}|[a-zåäö]+)(?: \d{4})?|numera|för närvarande|fortsatt)"
"""Since when something is so, between `är` and the name."""

_TITLE_ENDINGS: Final = (
    *("direktör", "chef", "strateg", "samordnare", "ledare", "sekreterare", "handläggare"),
    *("utvecklare", "koordinator", "rådgivare", "utredare", "ansvarig", "rektor"),
    *("regionråd", "kommunalråd", "oppositionsråd", "borgarråd", "landstingsråd", "ambassadråd"),
    *("föreståndare", "informatör", "analytiker", "apotekare", "redaktör", "rapportör"),
    *("controller", "kommunikatör", "ingenjör", "ekonom", "planerare", "arkitekt", "förvaltare"),
)
# A line that names a body may stand right above a name.
_BODY_ENDINGS: Final = ("skapet", "styrelsen", "kommittén", "nämnden", "gruppen", "utskottet")
_NETWORK_ENDINGS: Final = ("nätet", "nätverket", "förbundet", "rådet", "alliansen", "föreningen")
_TITLE: Final = rf"(?i:(?:[^\W\d_]+ ){{0,2}}?[^\W\d_-]*(?:{'|'.join(_TITLE_ENDINGS)}))\b"
_WITH_TITLE: Final = Anchored(rf"({_NAME})(?:, | – | - |\n| | \()(?={_TITLE})")
_CONTACT: Final = Anchored(
    rf"(?i:\b(?:kontaktperson(?:er)?|kontakt|handläggare|projektledare|sekreterare|ordförande"
    rf"|ansvarig|dokumentansvarig|ledamot|ersättare|suppleant|representant|ombud|sammankallande"
    rf"|tjänsteperson|kontaktpolitiker|kassör|revisor|redaktör|föreståndare))"
    rf"(?: för [^.:\n]{{3,40}}?)?(?: (?:är|var|blir|heter)(?: {TIME})?|:) ({_NAME})"
)
# A line of a list: `Sten Carlander, Region Halland`.
_WITH_ORGANISATION: Final = Anchored(
    rf"^(?:[•*–-] )?({_NAME}), (?:(?:Region|Landstinget) {WORD}"
    rf"|(?:{WORD} ){{1,2}}(?i:kommune?|stad|universitet|högskola|förbund)\b)",
    re.MULTILINE,
)
_SITTING: Final = Anchored(rf"\b(?:sitter|ingår) ({_NAME})(?=[,.]| och| samt)")
_SITTING_TOO: Final = Anchored(rf"\b(?:sitter|ingår) {_NAME},? (?:och|samt) ({_NAME})")
_TITLED: Final = rf"(?i:{'|'.join(_TITLE_ENDINGS)})(?:en|et|n)?"
_AFTER_TITLE: Final = Anchored(rf"{_TITLED}[ \n]({_NAME})")
# `Strateg för internationella frågor är Åsa Ek`
_IS_TITLED: Final = Anchored(
    rf"{_TITLED}(?: (?:för|på|vid) [^.:,\n]{{3,50}}?)?(?: (?:är|heter)(?: {TIME})?|:) ({_NAME})"
)
_FULL_NAME: Final = re.compile(rf"(?<![\w-])({WORD})((?: (?:{_PARTICLE} )?{WORD}){{1,2}})(?![\w-])")
# Persons in a row, each perhaps with something in brackets: `A B (X), C D (Y) och E F`.
_MEMBER: Final = rf"{_NAME}(?: ?\([^()\n]{{1,40}}\))?"
_IN_A_ROW: Final = re.compile(rf"{_MEMBER}(?:(?:, |,? och |,? samt ){_MEMBER})+")
_ONE_NAME: Final = re.compile(rf"(?:^|, |och |samt )({_NAME})")
# What makes a capitalised word the name of an institution, not of a person.
_INSTITUTION: Final = re.compile(
    r"(?:gymnasiet|skolan|stiftelsen|akademien|museet|fonden|priset|institutet|universitetet|kommun"
    r"|region|landsting|län|stad|AB|HB|Office|Network|University|City|Cities|förbund)$",
    re.IGNORECASE,
)
_BARE_LETTERS: Final = re.compile(r",? ([A-ZÅÄÖ]{1,3})(?=\n|$)")
# What no surname ends with, but nouns that begin the next line do: `Justeringens plats`.
_NOUN: Final = re.compile(r"\w{3,}(?:ingens?|elsen|heten|andet|andes?|förvaltningen|kontoret)")
_STARTERS: Final = frozenset(
    {
        *("av", "från", "med", "även", "samt", "och", "genom"),
        *("där", "som", "till", "för", "i", "på", "hos"),
        *("vid", "ordinarie", "den", "det", "de", "dessa", "under"),
        *("politiker", "tjänsteperson", "tjänsteman", "herr", "fru", "kontakt", "ring"),
        *("mejla", "kontakta", "fråga", "sekreterare", "vi", "region", "regionen", "kommun"),
    }
)


@Language.factory("prickfri_persons")
def make_person_names(nlp: Language, name: str) -> "PersonNames":
    """Make the component without parties and roles; `add_entities` tells it of them."""
    return PersonNames()


class PersonNames(Saved):
    """Finds `Name Name (PARTY)`, `Name Name, title` and the same names again."""

    def __init__(self) -> None:
        self._parties: frozenset[str] = frozenset()
        self._countries: frozenset[str] = frozenset()
        self._titles: frozenset[str] = frozenset()
        self._given: frozenset[str] = frozenset()
        self._with_role = _role_pattern(self._titles)
        self._letters: dict[str, str] = {}
        self._party_names = _party_pattern(self._letters)

    def add_entities(self, entities: EntityLexicon) -> None:
        """Learn parties' letters, countries' codes, the words for roles, and first names."""
        codes = [(entity.type, entity.code) for entity in entities.entities if entity.code]
        self._parties = frozenset(code for kind, code in codes if kind == "party")
        self._countries = frozenset(code for kind, code in codes if kind == "place")
        words = [word for term in entities.roles for word in (term.name, *term.forms)]
        self._titles = frozenset(words)
        self._given = entities.given_names
        self._with_role = _role_pattern(self._titles)
        self._letters = {
            name: entity.code
            for entity in entities.entities
            if entity.type == "party" and entity.code
            for name in (entity.name, *entity.aliases)
        }
        self._party_names = _party_pattern(self._letters)

    def __call__(self, doc: Doc) -> Doc:
        """Add persons to `doc.spans["names"]`; a known name of another kind is no person."""
        known = names(doc)
        text = text_of(doc)
        sightings = [*self._with_party(text), *self._with_party_name(text)]
        sightings += [*self._with_title(text), *self._with_given(text)]
        sightings += self._beside(text, {sighting.start for sighting in sightings})
        persons = self._spans(doc, sightings, known)
        again = list(_again(doc, persons))
        set_names(doc, [*persons, *again, *known])
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy passes what it likes
        """Return what was learnt as bytes."""
        sets = (self._parties, self._countries, self._titles, self._given)
        return msgspec.msgpack.encode(([sorted(words) for words in sets], self._letters))

    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401 - as above
        """Restore what was learnt."""
        sets, letters = msgspec.msgpack.decode(data, type=tuple[list[list[str]], dict[str, str]])
        self._parties, self._countries, self._titles, self._given = map(frozenset, sets)
        self._with_role = _role_pattern(self._titles)
        self._letters, self._party_names = letters, _party_pattern(letters)
        return self

    def _with_party(self, text: str) -> Iterator[Sighting]:
        for match in _BARE_PARTY.finditer(text):
            party = match["first"] or match["last"]
            if party and not _INSTITUTION.search(match["name"]):
                yield Sighting(*match.span("name"), match["name"], party, "name_party")
        for match in _WITH_PARTY.finditer(text):
            party = self._party(match[2])
            start, name = self._trim(match.start(1), match[1])
            known = party in self._parties
            if party and " " in name and (known or not is_acronym(match[2], name)):
                method = "name_party" if known else "name_party_unknown"
                yield Sighting(start, start + len(name), name, party, method)

    def _party(self, letters: str) -> str | None:
        """Return the party's letters as its members write them, None if it is none."""
        letters = as_printed(letters)
        by_key = {party.casefold(): party for party in self._parties}
        known = by_key.get(letters.casefold())
        if known or letters in self._countries or not letters.isupper():
            return known
        return letters if len(letters) > 1 else None

    def _with_party_name(self, text: str) -> Iterator[Sighting]:
        """Yield `Name Name, Moderaterna` and `Name Name (Moderaterna)`."""
        for match in self._party_names.finditer(text):
            start, name = self._trim(match.start(1), match[1])
            if " " in name:
                letters = self._letters[match["party"]]
                yield Sighting(start, start + len(name), name, letters, "name_party")

    def _with_title(self, text: str) -> Iterator[Sighting]:
        patterns = (
            *(_WITH_TITLE, _CONTACT, _AFTER_TITLE, _IS_TITLED, self._with_role),
            *(_SITTING, _SITTING_TOO, _WITH_ORGANISATION),
        )
        for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
            start, name = self._trim(match.start(1), match[1])
            if " " in name:
                yield Sighting(start, start + len(name), name, None, "name_role")

    def _with_given(self, text: str) -> Iterator[Sighting]:
        """Yield names that begin with a first name: `Anna Ek`, `Karl-Erik von Berg`."""
        position = 0
        while match := _FULL_NAME.search(text, position):
            given = self._given.issuperset(match[1].split("-"))
            # After a word that is no first name one may follow: `Ersättare Anna Ek`.
            position = match.end() if given else match.end(1)
            if given and not _INSTITUTION.search(match[0]):
                start, name = self._trim(match.start(), match[0])
                name, party = self._without_letters(name, text, start)
                name = nominative(name, text)
                if " " in name:
                    method = "name_party" if party else "given_name"
                    yield Sighting(start, start + len(name), name, party, method)

    def _without_letters(self, name: str, text: str, start: int) -> tuple[str, str | None]:
        """Return a name and the party whose bare letters end it or its line: `Anna Ek KD`."""
        first, _, last = name.rpartition(" ")
        if last.isupper() and last in self._parties:
            return first, last
        bare = _BARE_LETTERS.match(text, start + len(name))
        return name, bare[1] if bare and bare[1] in self._parties else None

    def _beside(self, text: str, starts: set[int]) -> Iterator[Sighting]:
        """Yield the names that stand in a row with a known person, `och` before the last."""
        for row in _IN_A_ROW.finditer(text):
            members = list(_ONE_NAME.finditer(text, *row.span()))
            if not starts.intersection(match.start(1) for match in members):
                continue
            for match in members:
                start, name = self._trim(match.start(1), match[1])
                if start not in starts and " " in name and not _INSTITUTION.search(name):
                    yield Sighting(start, start + len(name), name, None, "name_in_row")

    def _trim(self, start: int, name: str) -> tuple[int, str]:
        """Drop words at the ends of a name that are no part of it, such as titles.

        Of two names that a line end stood between, the latter stays: `Klas Ek Anna Berg (S)`.
        """
        words = name.split(" ")
        if len(words) == 4 and [word in self._given for word in words] == [1, 0, 1, 0]:
            start += len(words[0]) + len(words[1]) + 2
            words = words[2:]
        while words and (self._is_no_name(words[0]) or is_letters(words)):
            start += len(words.pop(0)) + 1
        while words and self._is_no_name(words[-1]):
            words.pop()
        return start, " ".join(words)

    def _is_no_name(self, word: str) -> bool:
        lower = word.casefold()
        if lower.endswith((*_BODY_ENDINGS, *_NETWORK_ENDINGS)) or _NOUN.fullmatch(word):
            return True
        known = lower in _STARTERS or lower in self._titles or word in self._parties
        return known or lower.endswith(_TITLE_ENDINGS)

    def _spans(self, doc: Doc, sightings: Iterable[Sighting], known: list[Span]) -> list[Span]:
        spans = []
        taken = sorted((span.start_char, span.end_char) for span in known)
        starts = [start for start, _ in taken]
        longest = max((end - start for start, end in taken), default=0)
        for seen in sightings:
            sighting = before_known(seen, known)
            first = bisect_left(starts, sighting.start - longest)
            near = taken[first : bisect_left(starts, sighting.end)]
            if " " not in sighting.name or any(covers(place, sighting) for place in near):
                continue
            name, party = sighting.name, sighting.party
            person = FoundEntity(entity_id("person", name, party), "person", name, party)
            span = span_of(doc, sighting.start, sighting.end, "person", person.id, sighting.method)
            if span is not None:
                found(doc).setdefault(person.id, person)
                spans.append(span)
        return spans


def _role_pattern(roles: Iterable[str]) -> Anchored:
    """Return what finds `Name Name, ledamot`."""
    words = "|".join(re.escape(role) for role in sorted(roles, key=len, reverse=True))
    return Anchored(rf"({_NAME}), (?:{words or '(?!)'})\b")


def _party_pattern(names_: Iterable[str]) -> Anchored:
    """Return what finds a name with the full name of a party behind it."""
    words = "|".join(re.escape(name) for name in sorted(names_, key=len, reverse=True))
    return Anchored(rf"({_NAME})(?:(?:,| \(| –)[ ]?| )(?P<party>{words or '(?!)'})\b")


def _again(doc: Doc, persons: list[Span]) -> Iterator[Span]:
    """Yield the places where a person found elsewhere is named without party or role."""
    by_name: dict[str, set[str]] = {}
    for span in persons:
        by_name.setdefault(span.text, set()).add(span.kb_id_)
    if not by_name:
        return
    pattern = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{pattern})(?=s?\b)", text_of(doc)):
        ids = by_name[match[0]]
        if len(ids) == 1:
            place = span_of(doc, *match.span(), "person", next(iter(ids)), "name_again")
            if place is not None:
                yield place
