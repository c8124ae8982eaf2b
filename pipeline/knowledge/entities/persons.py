"""The component that finds persons: by party, role or first name, or beside other persons."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Self

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.addresses import names_in_addresses
from pipeline.knowledge.entities.names import FoundEntity, found, names, set_names, span_of, text_of
from pipeline.knowledge.entities.person_extents import (
    Sighting,
    before_known,
    covers,
    is_acronym,
    run_together,
    with_second_names,
    with_surname,
    without_next,
    without_place,
)
from pipeline.knowledge.entities.person_patterns import (
    AFTER_TITLE,
    BARE_PARTY,
    CONTACT,
    FULL_NAME,
    HELD,
    IN_A_ROW,
    INSTITUTION,
    IS_TITLED,
    NETWORK,
    ONE_NAME,
    SAYING,
    SITTING,
    SITTING_TOO,
    SUCCESSOR,
    TITLE_PARTY,
    WITH_ORGANISATION,
    WITH_PARTY,
    WITH_TITLE,
    party_pattern,
    role_pattern,
)
from pipeline.knowledge.entities.person_words import PersonWords
from pipeline.knowledge.entities.persons_again import named_again, surnames_again
from pipeline.knowledge.entities.saved import Saved
from pipeline.knowledge.names import nominative
from pipeline.lexicon import EntityLexicon, entity_id


@Language.factory("prickfri_persons")
def make_person_names(nlp: Language, name: str) -> "PersonNames":
    """Make the component without parties and roles; `add_entities` tells it of them."""
    return PersonNames()


class PersonNames(Saved):
    """Finds `Name Name (PARTY)`, `Name Name, title` and the same names again."""

    def __init__(self) -> None:
        self._learn(PersonWords())

    def add_entities(self, entities: EntityLexicon) -> None:
        """Learn parties' letters, countries' codes, the words for roles, and first names."""
        self._learn(PersonWords.of(entities))

    def _learn(self, words: PersonWords) -> None:
        self._words = words
        self._with_role = role_pattern(words.titles)
        self._party_names = party_pattern(words.letters)

    def __call__(self, doc: Doc) -> Doc:
        """Add persons to `doc.spans["names"]`; a known name of another kind is no person."""
        known = names(doc)
        text = text_of(doc)
        sightings = [*self._with_party(text), *self._with_party_name(text)]
        sightings += [*self._with_title(text), *self._with_given(text)]
        sightings = with_second_names(sightings, self._words.given)
        sightings += self._beside(text, {sighting.start for sighting in sightings})
        sightings = run_together(text, without_next(self._words.without_surname_before(sightings)))
        persons = self._spans(doc, _without_letters_of(known, sightings), known)
        again = list(named_again(doc, persons))
        surnames = surnames_again(doc, [*persons, *again], self._words.given)
        set_names(doc, [*persons, *again, *known, *surnames])
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy passes what it likes
        """Return what was learnt as bytes."""
        return msgspec.msgpack.encode(self._words, order="deterministic")

    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401 - as above
        """Restore what was learnt."""
        self._learn(msgspec.msgpack.decode(data, type=PersonWords))
        return self

    def _with_party(self, text: str) -> Iterator[Sighting]:
        for match in BARE_PARTY.finditer(text):
            party = match["first"] or match["last"]
            if party and not INSTITUTION.search(match["name"]):
                yield Sighting(*match.span("name"), match["name"], party, "name_party")
        for match in TITLE_PARTY.finditer(text):
            start, name = self._words.trim(text, match.start(1), match[1])
            if " " in name and (party := self._words.parties_by_key.get(match[2].casefold())):
                yield Sighting(start, start + len(name), name, party, "name_party")
        for match in WITH_PARTY.finditer(text):
            party = self._words.party(match[2])
            start, name = self._words.trim(text, match.start(1), match[1])
            known = party in self._words.parties
            if party and " " in name and (known or not is_acronym(match[2], name)):
                method = "name_party" if known else "name_party_unknown"
                yield Sighting(start, start + len(name), name, party, method)

    def _with_party_name(self, text: str) -> Iterator[Sighting]:
        """Yield `Name Name, Moderaterna` and `Name Name (Moderaterna)`."""
        for match in self._party_names.finditer(text):
            start, name = self._words.trim(text, match.start(1), match[1])
            if " " in name:
                letters = self._words.letters[match["party"]]
                yield Sighting(start, start + len(name), name, letters, "name_party")

    def _with_title(self, text: str) -> Iterator[Sighting]:
        patterns = (
            *(WITH_TITLE, CONTACT, AFTER_TITLE, IS_TITLED, self._with_role),
            *(SITTING, SITTING_TOO, WITH_ORGANISATION, SUCCESSOR, HELD, SAYING),
        )
        for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
            start, name = self._words.trim(text, match.start(1), match[1])
            name = with_surname(name, text, start, self._words.given)
            if self._words.is_titled(name, text, match.end()):
                yield Sighting(start, start + len(name), name, None, "name_role")
        for start, name in names_in_addresses(text):
            yield Sighting(start, start + len(name), name, None, "name_role")

    def _with_given(self, text: str) -> Iterator[Sighting]:
        """Yield names that begin with a first name: `Anna Ek`, `Karl-Erik von Berg`."""
        position = 0
        while match := FULL_NAME.search(text, position):
            given = self._words.is_first_name(match[1])
            # After a word that is no first name one may follow: `Ersättare Anna Ek`.
            whole = self._words.without_next_first_name(
                match[0], text[match.end() : match.end() + 2]
            )
            whole = without_place(whole, text, match.start() + len(whole))
            position = match.start() + len(whole) if given else match.end(1)
            if given and not INSTITUTION.search(whole):
                start, name = self._words.trim(text, match.start(), whole)
                name, party = self._words.without_letters(name, text, start)
                name = nominative(name, text)
                if " " in name:
                    method = "name_party" if party else "given_name"
                    yield Sighting(start, start + len(name), name, party, method)

    def _beside(self, text: str, starts: set[int]) -> Iterator[Sighting]:
        """Yield the names that stand in a row with a known person, `och` before the last."""
        for row in IN_A_ROW.finditer(text):
            members = [(row.start() + m.start(1), m[1]) for m in ONE_NAME.finditer(row[0])]
            if not starts.intersection(start for start, _ in members):
                continue
            for member in members:
                start, name = self._words.trim(text, *member)
                if start not in starts and " " in name and not INSTITUTION.search(name):
                    yield Sighting(start, start + len(name), name, None, "name_in_row")

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
