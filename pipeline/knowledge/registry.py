"""One thing, one row: canonical names, merged persons, and the rows of entities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.names import Named
from pipeline.lexicon import EntityLexicon, name_key
from pipeline.model.rows import EntityRow, EntityType
from pipeline.text.spellings import spelling_likelihood

_SHORTEST_WITH_SLIP = 9


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of the document, however it was found."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    code: str | None
    parent_id: str | None
    known: bool


class Registry:
    """The entities of one document: those of the lexicon, and those it found itself."""

    def __init__(self, lexicon: EntityLexicon, things: Mapping[str, FoundEntity]) -> None:
        self._lexicon = lexicon
        self._found = things
        self.thing = cache(self._thing)
        """Return an entity by id; raises KeyError for one that nobody knows."""

    def _thing(self, entity_id: str) -> Thing:
        known = self._lexicon.by_id.get(entity_id)
        if known is not None:
            return Thing(
                known.id, known.type, known.name, known.aliases, known.code, known.parent_id, True
            )
        found = self._found[entity_id]
        return Thing(found.id, found.type, found.name, (), None, self._parent_of(found), False)

    def listed(self, name: str, *types: EntityType) -> str | None:
        """Return the id of the one thing of these types that the lexicon has by a name."""
        same = [one.id for one in self._lexicon.named(name) if one.type in types]
        return same[0] if len(same) == 1 else None

    def merged_programmes(self) -> dict[str, str]:
        """Return which found programmes are Interreg's: `Central Baltic`, to the id that stays."""
        named = (
            (key, self.listed(f"Interreg {one.name}", "programme"))
            for key, one in self._found.items()
            if one.type == "programme"
        )
        return {key: listed for key, listed in named if listed is not None}

    def _parent_of(self, found: FoundEntity) -> str | None:
        """Return the known programme that a found one is part of, as its first word tells."""
        first, space, _ = found.name.partition(" ")
        if found.type != "programme" or not space:
            return None
        same = (e for e in self._lexicon.named(first) if e.type == "programme")
        return next((entity.id for entity in same), None)

    def merged_persons(self, names: Sequence[Named]) -> dict[str, str]:
        """Return which persons are others under another spelling: id to the id that stays.

        A person without a party is the one person of that name; a slip of one letter in a
        long name is the more frequent one of the same party.
        """
        counts = Counter(named.entity_id for named in names if named.type == "person")
        persons = [self._found[key] for key in counts if key in self._found]
        persons.sort(key=lambda person: (-counts[person.id], person.name))
        merged: dict[str, str] = {}
        for person in persons:
            if person.party is None:
                same = [p for p in persons if p.party and _key(p) == _key(person)]
                if len(same) == 1:
                    merged[person.id] = same[0].id
                continue
            for other in persons:
                if other.id == person.id or other.id in merged:
                    break
                if other.party == person.party and _one_slip(_key(other), _key(person)):
                    merged[person.id] = other.id
                    break
        return merged

    def party_of(self, person_id: str) -> str | None:
        """Return the letters of a person's party."""
        found = self._found.get(person_id)
        return found.party if found else None

    def region_of(self, place_id: str) -> str | None:
        """Return the region or municipality that governs a place, by its official code."""
        place = self.thing(place_id)
        if place.code is not None:
            for entity in self._lexicon.entities:
                if (
                    entity.type == "organisation"
                    and entity.code == place.code
                    and not (entity.name.startswith("Länsstyrelsen"))
                ):
                    return entity.id
        return None

    def municipality(self, town: str) -> str | None:
        """Return the municipality called by a town's name alone, where it stands in a row."""
        named = (*self._lexicon.named(f"{town} kommun"), *self._lexicon.named(f"{town}s kommun"))
        return next((entity.id for entity in named if entity.type == "organisation"), None)

    def rows(
        self,
        names: Sequence[Named],
        surfaces: Mapping[str, Counter[str]],
        kinds: Mapping[str, str],
        ids: Iterable[str],
        years: tuple[int | None, int | None],
    ) -> tuple[EntityRow, ...]:
        """Return the rows of all entities named or referred to, and of their parents."""
        counts = Counter(named.entity_id for named in names)
        wanted = self._with_parents({*counts, *ids})
        rows = (
            self._row(key, surfaces.get(key, Counter()), counts[key], years)
            for key in sorted(wanted)
        )
        return tuple(replace(row, kind=kinds.get(row.entity_id)) for row in rows)

    def _with_parents(self, ids: set[str]) -> set[str]:
        wanted = set(ids)
        for key in ids:
            parent = self.thing(key).parent_id
            while parent is not None and parent not in wanted:
                wanted.add(parent)
                parent = self.thing(parent).parent_id
        return wanted

    def _row(
        self, key: str, surfaces: Counter[str], count: int, years: tuple[int | None, int | None]
    ) -> EntityRow:
        thing = self.thing(key)
        name = thing.name if thing.known else _best_spelling(thing.name, surfaces)
        aliases = {*thing.aliases, *_base_forms(name, surfaces)} - {name}
        return EntityRow(
            entity_id=thing.id,
            entity_type=thing.type,
            name=name,
            kind=None,
            aliases=tuple(sorted(aliases)),
            code=thing.code,
            parent_entity_id=thing.parent_id,
            source="lexicon" if thing.known else "found",
            first_year=years[0] if count else None,
            last_year=(years[1] or years[0]) if count else None,
            mention_count=count,
        )


def _key(person: FoundEntity) -> str:
    return name_key(person.name)


def _one_slip(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= _SHORTEST_WITH_SLIP
    return long and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _base_forms(name: str, surfaces: Iterable[str]) -> set[str]:
    """Return names without the genitive's ending, where the name stands without it as well."""
    forms = {surface.removesuffix(":s") for surface in surfaces}
    return {form for form in forms if not (form.endswith("s") and form[:-1] in {name, *forms})}


def _best_spelling(name: str, surfaces: Counter[str]) -> str:
    """Return the likeliest of the spellings of a name that a document has."""
    same = [name, *(s for s in surfaces if name_key(s) == name_key(name))]
    return max(same, key=lambda spelling: spelling_likelihood(spelling, surfaces[spelling]))
