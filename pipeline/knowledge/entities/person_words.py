"""What the lexicon tells of persons: parties, titles and first names; and names cut by these."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Self

from pipeline.knowledge.entities.paper_words import is_paper
from pipeline.knowledge.entities.parties import as_printed
from pipeline.knowledge.entities.person_extents import Sighting, is_letters
from pipeline.knowledge.entities.person_patterns import (
    BARE_LETTERS,
    BODY_ENDINGS,
    NETWORK_ENDINGS,
    NOUN,
    OFFICE,
    STARTERS,
    TITLE_ENDINGS,
    TITLE_OF_NEXT,
)
from pipeline.lexicon import EntityLexicon

# Where somebody is from, or for whom, stands behind these.
_FROM: Final = (" från ", " för ")


@dataclass(frozen=True)
class PersonWords:
    """Parties' letters, countries' codes, words for roles, first names, and parties' names."""

    parties: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    letters: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entities: EntityLexicon) -> Self:
        """Return what a lexicon tells of persons."""
        coded = [(entity.type, entity.code, entity) for entity in entities.entities if entity.code]
        return cls(
            parties=frozenset(code for kind, code, _ in coded if kind == "party"),
            countries=frozenset(code for kind, code, _ in coded if kind == "place"),
            titles=frozenset(word for term in entities.roles for word in (term.name, *term.forms)),
            given=entities.given_names,
            letters={
                name: code
                for kind, code, entity in coded
                if kind == "party"
                for name in (entity.name, *entity.aliases)
            },
        )

    @cached_property
    def parties_by_key(self) -> dict[str, str]:
        """Parties' letters by what of them does not depend on case."""
        return {party.casefold(): party for party in sorted(self.parties)}

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is a first name, of two with a hyphen too: `Karl-Erik`."""
        return self.given.issuperset(word.split("-"))

    def party(self, letters: str) -> str | None:
        """Return the party's letters as its members write them, None if it is none."""
        letters = as_printed(letters)
        known = self.parties_by_key.get(letters.casefold())
        if known or letters in self.countries or not letters.isupper():
            return known
        return letters if len(letters) > 1 else None

    def is_titled(self, name: str, text: str, end: int) -> bool:
        """Tell whether a name before a role is a person's, and the role that person's own."""
        if " " not in name or name.endswith((" AB", " HB")):
            return False
        first, _, _ = name.partition(" ")
        if name.isupper():
            return first.title() in self.given
        return self.is_first_name(first) or not TITLE_OF_NEXT.match(text, end)

    def trim(self, text: str, start: int, name: str) -> tuple[int, str]:
        """Drop words at the ends of a name that are no part of it, such as titles.

        Of two names that a line end stood between, the latter stays: `Klas Ek Anna Berg (S)`,
        `Norra Almvik Anna Berg`; and where somebody is from does not: `från Havsnäs Anna Berg`.
        """
        words = name.split(" ")
        known = [word in self.given for word in words]
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
        if NOUN.fullmatch(word) or lower in STARTERS or lower in self.titles or is_paper(word):
            return True
        indefinite = (lower, lower.removesuffix("n"), lower.removesuffix("en"))
        return word in self.parties or any(
            form.endswith((*TITLE_ENDINGS, "politiker", "leder")) for form in indefinite
        )

    def without_next_first_name(self, name: str, after: str) -> str:
        """Return a name without the first name of the next: `Anna Ek Bo` before ` Al`."""
        first, _, last = name.rpartition(" ")
        surname = first.rpartition(" ")[2]
        runs_on = self.is_first_name(last) and surname not in self.given and " " in first
        return first if runs_on and after[:1] == " " and after[1:].isupper() else name

    def without_surname_before(self, sightings: Sequence[Sighting]) -> list[Sighting]:
        """Return names without the surname of another before them: `för Ek Anna Al`."""
        surnames = {seen.name.rpartition(" ")[2] for seen in sightings}
        kept = []
        for seen in sightings:
            first, _, rest = seen.name.partition(" ")
            runs_on = " " in rest and first in surnames and first not in self.given
            if runs_on and rest.partition(" ")[0] in self.given:
                kept.append(seen._replace(start=seen.end - len(rest), name=rest))
            else:
                kept.append(seen)
        return kept

    def without_letters(self, name: str, text: str, start: int) -> tuple[str, str | None]:
        """Return a name and the party whose bare letters end it or its line: `Anna Ek KD`."""
        first, _, last = name.rpartition(" ")
        if last.isupper() and last in self.parties:
            return first, last
        bare = BARE_LETTERS.match(text, start + len(name))
        return name, bare[1] if bare and bare[1] in self.parties else None
