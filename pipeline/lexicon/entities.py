"""The entity lexicon: things that plans name, read from `lexicons/entities/*.tsv`.

Two things never share an alias unless it is guarded for all of them but one. `bodies`, `roles`
and `given_names` are vocabularies, not things.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import filterfalse
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pipeline.lexicon.entity_files import (
    ENTITY_FILES,
    TERM_FILES,
    Guard,
    Row,
    read_entity_file,
    read_text,
)
from pipeline.model.ids import digest, make_id
from pipeline.model.rows import EntityType

_STROKES: Final = str.maketrans("øØłŁđĐ", "oOlLdD")
_KEPT_KEYS: Final = 32_768
_DASHES: Final = str.maketrans(dict.fromkeys("-‐‑–—&,/", " "))


@dataclass(frozen=True, slots=True)
class LexiconEntity:
    """One thing in the world; `id` is the same in every document and run."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    parent_id: str | None = None
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A body or role: its name, and the other forms in which it stands in text."""

    name: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntityLexicon:
    """All known entities, bodies, roles and given names; `digest` changes when a file does.

    It is hashed by its digest alone, so that it may be a key without being walked through.
    """

    entities: tuple[LexiconEntity, ...] = field(hash=False)
    bodies: tuple[Term, ...] = field(hash=False)
    roles: tuple[Term, ...] = field(hash=False)
    given_names: frozenset[str] = field(hash=False)
    digest: str

    @cached_property
    def by_id(self) -> Mapping[str, LexiconEntity]:
        """Entities by id."""
        return MappingProxyType({entity.id: entity for entity in self.entities})

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[LexiconEntity, ...]]:
        found: defaultdict[str, list[LexiconEntity]] = defaultdict(list)
        for entity in self.entities:
            for key in {name_key(name) for name in (entity.name, *entity.aliases)}:
                found[key].append(entity)
        return MappingProxyType({key: tuple(entities) for key, entities in found.items()})

    def named(self, name: str) -> tuple[LexiconEntity, ...]:
        """Return the entities with this name or alias, whatever its case, hyphens or accents."""
        return self._by_key.get(name_key(name), ())


@lru_cache(maxsize=_KEPT_KEYS)
def name_key(name: str) -> str:
    """Return what spellings of one name share: no case, accents, hyphens or commas.

    Swedish å, ä and ö fold to a and o as well, since damaged text lacks them. Keys are kept:
    the words of one document are for the most part those of the next.
    """
    plain = strip_accents(name.casefold()).casefold()
    return without_dashes(plain)


def without_dashes(text: str) -> str:
    """Return the words of a text, spaces alone between them: no hyphens, commas or slashes."""
    return " ".join(text.translate(_DASHES).split())


def strip_accents(text: str) -> str:
    """Return the text without accents, rings and dots on its letters."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(filterfalse(unicodedata.combining, folded))


def entity_id(entity_type: EntityType, name: str, discriminator: str | None = None) -> str:
    """Return an entity's id, the same for all spellings of its name.

    `discriminator` tells apart things of one name, such as persons by their parties, and
    Habo from Håbo by their codes.
    """
    parts = (name_key(name),) if discriminator is None else (name_key(name), discriminator)
    return make_id("ent", entity_type, *parts)


def open_entities(directory: Path | None = None) -> EntityLexicon:
    """Read the entity lexicon from `directory`, by default that of the installed lexicons.

    Raises MissingRequirementError where a file is missing or malformed.
    """
    folder = directory or _default_directory()
    rows = {stem: read_entity_file(folder / f"{stem}.tsv") for stem in (*ENTITY_FILES, *TERM_FILES)}
    ids = {
        row.name: entity_id(entity_type, row.name, row.code)
        for stem, entity_type in ENTITY_FILES.items()
        for row in rows[stem]
    }
    entities = tuple(
        _entity(row, entity_type, ids)
        for stem, entity_type in ENTITY_FILES.items()
        for row in rows[stem]
    )
    bodies, given, roles = (tuple(Term(r.name, r.aliases) for r in rows[s]) for s in TERM_FILES)
    names = frozenset(term.name for term in given)
    return EntityLexicon(entities, bodies, roles, names, entities_digest(folder))


def entities_digest(directory: Path | None = None) -> str:
    """Return the digest that the entity lexicon has, without reading what its files say.

    Raises MissingRequirementError where a file is missing or malformed.
    """
    folder = directory or _default_directory()
    stems = sorted([*ENTITY_FILES, *TERM_FILES])
    return digest(*(read_text(folder / f"{stem}.tsv") for stem in stems))


def _default_directory() -> Path:
    package = Path(__file__).parents[1]
    beside, inside = package.parent / "lexicons", package / "lexicons"
    return (beside if beside.is_dir() else inside) / "entities"


def _entity(row: Row, entity_type: EntityType, ids: Mapping[str, str]) -> LexiconEntity:
    own = entity_id(entity_type, row.name, row.code)
    parent = ids.get(row.parent) if row.parent else None
    return LexiconEntity(own, entity_type, row.name, row.aliases, row.code, parent, row.guards)
