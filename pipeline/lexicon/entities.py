"""The entity lexicon: things that plans name, read from `lexicons/entities/*.tsv`.

Each file holds things of one type, one a row, sorted by name. Columns: `name`; `aliases`
divided by `|`; official `code`; `parent`, the name of another row; `guarded`, aliases that
count only near one of their cues, written `alias:cue,cue`. Two things never share an alias
unless it is guarded for all of them but one. `bodies`, `roles` and `given_names` are
vocabularies, not things.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from pipeline.errors import MissingRequirementError
from pipeline.model.ids import digest, make_id
from pipeline.model.rows import EntityType

COLUMNS: Final = ("name", "aliases", "code", "parent", "guarded")

ENTITY_FILES: Final[Mapping[str, EntityType]] = MappingProxyType(
    {
        "counties": "place",
        "county_boards": "organisation",
        "funds": "fund",
        "municipalities": "organisation",
        "municipality_places": "place",
        "networks": "network",
        "organisations": "organisation",
        "parties": "party",
        "places": "place",
        "plans": "plan",
        "programmes": "programme",
        "regions": "organisation",
    }
)
"""Files of things in the world, and the type of what they hold."""

TERM_FILES: Final = ("bodies", "given_names", "roles")
"""Files of words that name bodies, persons and roles."""

_STROKES: Final = str.maketrans("øØłŁđĐ", "oOlLdD")
_DASHES: Final = str.maketrans(dict.fromkeys("-‐‑–—&,/", " "))


class Guard(NamedTuple):
    """An alias that names its entity only in a sentence with a word that holds a cue."""

    alias: str
    cues: tuple[str, ...]


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
    """All known entities, bodies, roles and given names; `digest` changes when a file does."""

    entities: tuple[LexiconEntity, ...]
    bodies: tuple[Term, ...]
    roles: tuple[Term, ...]
    given_names: frozenset[str]
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


def name_key(name: str) -> str:
    """Return what spellings of one name share: no case, accents, hyphens or commas.

    Swedish å, ä and ö fold to a and o as well, since damaged text lacks them.
    """
    plain = strip_accents(name.casefold()).casefold()
    return " ".join(plain.translate(_DASHES).split())


def strip_accents(text: str) -> str:
    """Return the text without accents, rings and dots on its letters."""
    folded = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(char for char in folded if not unicodedata.combining(char))


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
    rows = {stem: _read(folder / f"{stem}.tsv") for stem in (*ENTITY_FILES, *TERM_FILES)}
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
    texts = [(folder / f"{stem}.tsv").read_text("utf-8") for stem in sorted(rows)]
    names = frozenset(term.name for term in given)
    return EntityLexicon(entities, bodies, roles, names, digest(*texts))


def check_entities(directory: Path) -> list[str]:
    """Return what is wrong with the files, each as a sentence; an empty list if nothing is.

    Checked: sorted, unique, NFC, five columns, parents that exist, and no alias shared by
    two things unless guarded.
    """
    problems = []
    tables: dict[str, tuple[_Row, ...]] = {}
    for stem in (*ENTITY_FILES, *TERM_FILES):
        try:
            tables[stem] = _read(directory / f"{stem}.tsv")
        except MissingRequirementError as error:
            problems.append(error.message)
        else:
            problems += _check_file(directory / f"{stem}.tsv", tables[stem])
    things = {stem: tables[stem] for stem in ENTITY_FILES if stem in tables}
    return problems + list(_check_parents(things)) + list(_check_shared(things))


class _Row(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    code: str | None
    parent: str | None
    guards: tuple[Guard, ...]


def _default_directory() -> Path:
    package = Path(__file__).parents[1]
    beside, inside = package.parent / "lexicons", package / "lexicons"
    return (beside if beside.is_dir() else inside) / "entities"


def _read(path: Path) -> tuple[_Row, ...]:
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        if tuple(header.split("\t")) != COLUMNS:
            raise ValueError(f"its columns are not {', '.join(COLUMNS)}")
        return tuple(_parse(line) for line in lines)
    except (OSError, ValueError) as error:
        raise MissingRequirementError(
            f"The entity lexicon {path.name} cannot be read: {error}.",
            "Restore the folder lexicons/entities.",
        ) from error


def _parse(line: str) -> _Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS) or not cells[0]:
        raise ValueError(f"not a row of {len(COLUMNS)} columns: {line!r}")
    name, aliases, code, parent, guarded = cells
    return _Row(
        name,
        tuple(aliases.split("|")) if aliases else (),
        code or None,
        parent or None,
        tuple(_guard(text) for text in guarded.split("|")) if guarded else (),
    )


def _guard(text: str) -> Guard:
    alias, divider, cues = text.rpartition(":")
    if not divider or not alias or not cues:
        raise ValueError(f"not an alias with its cues: {text!r}")
    return Guard(alias, tuple(cues.split(",")))


def _entity(row: _Row, entity_type: EntityType, ids: Mapping[str, str]) -> LexiconEntity:
    own = entity_id(entity_type, row.name, row.code)
    parent = ids.get(row.parent) if row.parent else None
    return LexiconEntity(own, entity_type, row.name, row.aliases, row.code, parent, row.guards)


def _check_file(path: Path, rows: tuple[_Row, ...]) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if text != unicodedata.normalize("NFC", text):
        yield f"{path.name} is not in Unicode form NFC."
    for before, after in pairwise(row.name for row in rows):
        if before >= after:
            yield f"{path.name}: {after} stands after {before}; rows are sorted and unique."
    for row in rows:
        if list(row.aliases) != sorted(set(row.aliases)) or row.name in row.aliases:
            yield f"{path.name}: the aliases of {row.name} are not sorted and unique."


def _check_parents(tables: Mapping[str, tuple[_Row, ...]]) -> Iterator[str]:
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for stem, rows in tables.items():
        for row in rows:
            stems[row.name].append(stem)
    for stem, rows in tables.items():
        for row in rows:
            if row.parent and len(stems[row.parent]) != 1:
                yield (
                    f"{stem}.tsv: the parent {row.parent} of {row.name} is the name of "
                    f"{len(stems[row.parent])} rows, not of one."
                )


def _check_shared(tables: Mapping[str, tuple[_Row, ...]]) -> Iterator[str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for stem, rows in tables.items():
        for row in rows:
            for alias in (row.name, *row.aliases):
                key = " ".join(alias.casefold().translate(_DASHES).split())
                owners[key].add(f"{row.name} ({stem})")
    for alias, names in sorted(owners.items()):
        if len(names) > 1:
            yield f"The alias {alias!r} is shared by {' and '.join(sorted(names))}; guard it."
