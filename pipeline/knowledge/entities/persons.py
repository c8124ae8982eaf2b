"""The component that finds persons: by party, role or first name, or beside other persons."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, Self

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.addresses import names_in_addresses
from pipeline.knowledge.entities.names import FoundEntity, found, names, set_names, span_of, text_of
from pipeline.knowledge.entities.paper_words import is_paper
from pipeline.knowledge.entities.parties import as_printed
from pipeline.knowledge.entities.person_extents import (
    Sighting,
    before_known,
    covers,
    is_acronym,
    is_letters,
    run_together,
    with_second_names,
    with_surname,
    without_next,
    without_place,
)
from pipeline.knowledge.entities.person_patterns import (
    AFTER_TITLE,
    BARE_LETTERS,
    BARE_PARTY,
    BODY_ENDINGS,
    CONTACT,
    FULL_NAME,
    HELD,
    IN_A_ROW,
    INSTITUTION,
    IS_TITLED,
    NETWORK,
    NETWORK_ENDINGS,
    NOUN,
    OFFICE,
    ONE_NAME,
    SAYING,
    SITTING,
    SITTING_TOO,
    STARTERS,
    SUCCESSOR,
    TITLE_ENDINGS,
    TITLE_OF_NEXT,
    TITLE_PARTY,
    WITH_ORGANISATION,
    WITH_PARTY,
    WITH_TITLE,
    party_pattern,
    role_pattern,
)
from pipeline.knowledge.entities.persons_again import named_again, surnames_again
from pipeline.knowledge.entities.saved import Saved
from pipeline.knowledge.names import nominative
from pipeline.lexicon import EntityLexicon, entity_id

# Where somebody is from, or for whom, stands behind these.
_FROM: Final = (" från ", " för ")


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
        self._with_role = role_pattern(self._titles)
        self._letters: dict[str, str] = {}
        self._party_names = party_pattern(self._letters)
        self._by_key: dict[str, str] = {}

    def add_entities(self, entities: EntityLexicon) -> None:
        """Learn parties' letters, countries' codes, the words for roles, and first names."""
        codes = [(entity.type, entity.code) for entity in entities.entities if entity.code]
        self._parties = frozenset(code for kind, code in codes if kind == "party")
        self._countries = frozenset(code for kind, code in codes if kind == "place")
        words = [word for term in entities.roles for word in (term.name, *term.forms)]
        self._titles = frozenset(words)
        self._by_key = _by_key(self._parties)
        self._given = entities.given_names
        self._with_role = role_pattern(self._titles)
        self._letters = {
            name: entity.code
            for entity in entities.entities
            if entity.type == "party" and entity.code
            for name in (entity.name, *entity.aliases)
        }
        self._party_names = party_pattern(self._letters)

    def __call__(self, doc: Doc) -> Doc:
        """Add persons to `doc.spans["names"]`; a known name of another kind is no person."""
        known = names(doc)
        text = text_of(doc)
        sightings = [*self._with_party(text), *self._with_party_name(text)]
        sightings += [*self._with_title(text), *self._with_given(text)]
        sightings = with_second_names(sightings, self._given)
        sightings += self._beside(text, {sighting.start for sighting in sightings})
        sightings = run_together(text, without_next(self._without_former(sightings)))
        persons = self._spans(doc, _without_letters_of(known, sightings), known)
        again = list(named_again(doc, persons))
        surnames = surnames_again(doc, [*persons, *again], self._given)
        set_names(doc, [*persons, *again, *known, *surnames])
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy passes what it likes
        """Return what was learnt as bytes."""
        sets = (self._parties, self._countries, self._titles, self._given)
        return msgspec.msgpack.encode(([sorted(words) for words in sets], self._letters))

    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401 - as above
        """Restore what was learnt."""
        sets, letters = msgspec.msgpack.decode(data, type=tuple[list[list[str]], dict[str, str]])
        self._parties, self._countries, self._titles, self._given = map(frozenset, sets)
        self._with_role = role_pattern(self._titles)
        self._letters, self._party_names = letters, party_pattern(letters)
        self._by_key = _by_key(self._parties)
        return self

    def _with_party(self, text: str) -> Iterator[Sighting]:
        for match in BARE_PARTY.finditer(text):
            party = match["first"] or match["last"]
            if party and not INSTITUTION.search(match["name"]):
                yield Sighting(*match.span("name"), match["name"], party, "name_party")
        for match in TITLE_PARTY.finditer(text):
            start, name = self._trim(text, match.start(1), match[1])
            if " " in name and (party := self._by_key.get(match[2].casefold())):
                yield Sighting(start, start + len(name), name, party, "name_party")
        for match in WITH_PARTY.finditer(text):
            party = self._party(match[2])
            start, name = self._trim(text, match.start(1), match[1])
            known = party in self._parties
            if party and " " in name and (known or not is_acronym(match[2], name)):
                method = "name_party" if known else "name_party_unknown"
                yield Sighting(start, start + len(name), name, party, method)

    def _party(self, letters: str) -> str | None:
        """Return the party's letters as its members write them, None if it is none."""
        letters = as_printed(letters)
        known = self._by_key.get(letters.casefold())
        if known or letters in self._countries or not letters.isupper():
            return known
        return letters if len(letters) > 1 else None

    def _with_party_name(self, text: str) -> Iterator[Sighting]:
        """Yield `Name Name, Moderaterna` and `Name Name (Moderaterna)`."""
        for match in self._party_names.finditer(text):
            start, name = self._trim(text, match.start(1), match[1])
            if " " in name:
                letters = self._letters[match["party"]]
                yield Sighting(start, start + len(name), name, letters, "name_party")

    def _with_title(self, text: str) -> Iterator[Sighting]:
        patterns = (
            *(WITH_TITLE, CONTACT, AFTER_TITLE, IS_TITLED, self._with_role),
            *(SITTING, SITTING_TOO, WITH_ORGANISATION, SUCCESSOR, HELD, SAYING),
        )
        for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
            start, name = self._trim(text, match.start(1), match[1])
            name = with_surname(name, text, start, self._given)
            if self._is_titled(name, text, match.end()):
                yield Sighting(start, start + len(name), name, None, "name_role")
        for start, name in names_in_addresses(text):
            yield Sighting(start, start + len(name), name, None, "name_role")

    def _is_titled(self, name: str, text: str, end: int) -> bool:
        """Tell whether a name before a role is a person's, and the role that person's own."""
        if " " not in name or name.endswith((" AB", " HB")):
            return False
        first, _, _ = name.partition(" ")
        if name.isupper():
            return first.title() in self._given
        return self._given.issuperset(first.split("-")) or not TITLE_OF_NEXT.match(text, end)

    def _with_given(self, text: str) -> Iterator[Sighting]:
        """Yield names that begin with a first name: `Anna Ek`, `Karl-Erik von Berg`."""
        position = 0
        while match := FULL_NAME.search(text, position):
            given = self._given.issuperset(match[1].split("-"))
            # After a word that is no first name one may follow: `Ersättare Anna Ek`.
            whole = self._without_next(match[0], text[match.end() : match.end() + 2])
            whole = without_place(whole, text, match.start() + len(whole))
            position = match.start() + len(whole) if given else match.end(1)
            if given and not INSTITUTION.search(whole):
                start, name = self._trim(text, match.start(), whole)
                name, party = self._without_letters(name, text, start)
                name = nominative(name, text)
                if " " in name:
                    method = "name_party" if party else "given_name"
                    yield Sighting(start, start + len(name), name, party, method)

    def _without_next(self, name: str, after: str) -> str:
        """Return a name without the first name of the next: `Anna Ek Bo` before ` Al`."""
        first, _, last = name.rpartition(" ")
        surname = first.rpartition(" ")[2]
        runs_on = (
            self._given.issuperset(last.split("-")) and surname not in self._given and " " in first
        )
        return first if runs_on and after[:1] == " " and after[1:].isupper() else name

    def _without_former(self, sightings: Sequence[Sighting]) -> list[Sighting]:
        """Return names without the surname of another before them: `för Ek Anna Al`."""
        surnames = {seen.name.rpartition(" ")[2] for seen in sightings}
        kept = []
        for seen in sightings:
            first, _, rest = seen.name.partition(" ")
            runs_on = " " in rest and first in surnames and first not in self._given
            if runs_on and rest.partition(" ")[0] in self._given:
                kept.append(seen._replace(start=seen.end - len(rest), name=rest))
            else:
                kept.append(seen)
        return kept

    def _without_letters(self, name: str, text: str, start: int) -> tuple[str, str | None]:
        """Return a name and the party whose bare letters end it or its line: `Anna Ek KD`."""
        first, _, last = name.rpartition(" ")
        if last.isupper() and last in self._parties:
            return first, last
        bare = BARE_LETTERS.match(text, start + len(name))
        return name, bare[1] if bare and bare[1] in self._parties else None

    def _beside(self, text: str, starts: set[int]) -> Iterator[Sighting]:
        """Yield the names that stand in a row with a known person, `och` before the last."""
        for row in IN_A_ROW.finditer(text):
            members = [(row.start() + m.start(1), m[1]) for m in ONE_NAME.finditer(row[0])]
            if not starts.intersection(start for start, _ in members):
                continue
            for member in members:
                start, name = self._trim(text, *member)
                if start not in starts and " " in name and not INSTITUTION.search(name):
                    yield Sighting(start, start + len(name), name, None, "name_in_row")

    def _trim(self, text: str, start: int, name: str) -> tuple[int, str]:
        """Drop words at the ends of a name that are no part of it, such as titles.

        Of two names that a line end stood between, the latter stays: `Klas Ek Anna Berg (S)`,
        `Norra Almvik Anna Berg`; and where somebody is from does not: `från Havsnäs Anna Berg`.
        """
        words = name.split(" ")
        known = [word in self._given for word in words]
        if len(words) == 4 and known in ([1, 0, 1, 0], [0, 0, 1, 0]):
            start += len(words[0]) + len(words[1]) + 2
            words = words[2:]
        elif len(words) == 3 and known[:2] == [0, 1] and text.endswith(_FROM, 0, start):
            start += len(words[0]) + 1
            words = words[1:]
        inside = (i for i, word in enumerate(words[2:], 2) if self._is_no_name(word))
        words = words[: next(inside, None)]
        while words and (self._is_no_name(words[0]) or is_letters(words)):
            start += len(words.pop(0)) + 1
        while words and (self._is_no_name(words[-1]) or is_letters(words[::-1])):
            words.pop()
        return start, "" if words and OFFICE.fullmatch(words[0]) else " ".join(words)

    def _is_no_name(self, word: str) -> bool:
        lower = word.casefold()
        if lower.removesuffix("s").endswith((*BODY_ENDINGS, *NETWORK_ENDINGS)):
            return True
        if NOUN.fullmatch(word) or lower in STARTERS or lower in self._titles or is_paper(word):
            return True
        indefinite = (lower, lower.removesuffix("n"), lower.removesuffix("en"))
        return word in self._parties or any(
            form.endswith((*TITLE_ENDINGS, "politiker", "leder")) for form in indefinite
        )

    def _spans(self, doc: Doc, sightings: Iterable[Sighting], known: list[Span]) -> list[Span]:
        spans = []
        taken = sorted((span.start_char, span.end_char) for span in known)
        starts = [start for start, _ in taken]
        longest = max((end - start for start, end in taken), default=0)
        # What may stand right behind a person's name; a place may be a part of it.
        others = sorted(span.start_char for span in known if span.label_ != "place")
        for seen in sightings:
            sighting = before_known(seen, others)
            first = bisect_left(starts, sighting.start - longest)
            near = taken[first : bisect_left(starts, sighting.end)]
            if " " not in sighting.name or NETWORK.fullmatch(sighting.name):
                continue
            if any(covers(place, sighting) for place in near):
                continue
            name, party = sighting.name, sighting.party
            person = FoundEntity(entity_id("person", name, party), "person", name, party)
            span = span_of(doc, sighting.start, sighting.end, "person", person.id, sighting.method)
            if span is not None:
                found(doc).setdefault(person.id, person)
                spans.append(span)
        return spans


def _without_letters_of(known: Iterable[Span], sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return names but those with a known network's letters behind: `Ökande Regioner (CPMR)`."""
    letters = {span.start_char for span in known if span.label_ != "place"}
    return [
        seen
        for seen in sightings
        if seen.method != "name_party_unknown" or letters.isdisjoint({seen.end + 1, seen.end + 2})
    ]


def _by_key(parties: frozenset[str]) -> dict[str, str]:
    """Return parties' letters by what of them does not depend on case."""
    return {party.casefold(): party for party in sorted(parties)}
