"""What may be wrong with the entity lexicon, told with file, line, reason and remedy."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from pipeline.errors import MissingRequirementError
from pipeline.lexicon.entities import entity_id, without_dashes
from pipeline.lexicon.entity_files import (
    ENTITY_FILES,
    TERM_FILES,
    Guard,
    Row,
    read_entity_file,
)

_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "counties": r"\d\d",
        "county_boards": r"\d\d",
        "municipalities": r"\d{4}",
        "municipality_places": r"\d{4}",
        "parties": r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}",
        "places": r"[A-Z]{2}",
        "regions": r"\d\d",
    }
)
"""The form of the codes in a file; other files have none."""

_MAY_LACK_CODE: Final = frozenset({"parties", "places"})
_IN_COUNTY: Final = frozenset({"county_boards", "municipalities", "municipality_places", "regions"})

Tables = Mapping[str, tuple[Row, ...]]


class _Place(NamedTuple):
    """A row of a file."""

    stem: str
    row: Row

    def __str__(self) -> str:
        return f"{self.row.name} ({self.stem}.tsv, line {self.row.line})"


def check_entities(directory: Path) -> list[str]:
    """Return what is wrong with the files, each as a sentence; an empty list if nothing is.

    Checked: five columns, NFC, rows and aliases sorted and unique, no stray spaces; codes of
    their form, unique, and of the county that is their parent; parents that exist; no name or
    alias shared by two things, and no alias guarded for two by one cue.
    """
    problems: list[str] = []
    tables: dict[str, tuple[Row, ...]] = {}
    for stem in (*ENTITY_FILES, *TERM_FILES):
        try:
            tables[stem] = read_entity_file(directory / f"{stem}.tsv")
        except MissingRequirementError as error:
            problems.append(f"{error.message} {error.remedy}")
    for stem, rows in tables.items():
        problems += [*_check_rows(stem, rows), *_check_codes(stem, rows)]
    things = {stem: tables[stem] for stem in ENTITY_FILES if stem in tables}
    problems += [*_check_parents(things), *_check_counties(things), *_check_ids(things)]
    problems += [*_check_shared(things), *_check_guards(things)]
    for stem in TERM_FILES:
        problems += _check_shared({stem: tables.get(stem, ())})
    return problems


def _told(stem: str, row: Row, reason: str, remedy: str) -> str:
    return f"{stem}.tsv, line {row.line}: {reason}. {remedy}."


def _check_rows(stem: str, rows: tuple[Row, ...]) -> Iterator[str]:
    for before, row in pairwise(rows):
        if before.name >= row.name:
            reason = f"{row.name} stands after {before.name}"
            yield _told(stem, row, reason, "Sort the rows by name and keep one of each")
    for row in rows:
        guarded = [guard.alias for guard in row.guards]
        texts = [row.name, *row.aliases, *guarded, row.parent or ""]
        if any(text != unicodedata.normalize("NFC", text) for text in texts):
            yield _told(stem, row, f"{row.name} is not in Unicode form NFC", "Compose its letters")
        if any(text != " ".join(text.split()) for text in texts) or "" in row.aliases:
            yield _told(stem, row, f"{row.name} has an empty alias or a stray space", "Remove it")
        aliases = list(row.aliases)
        if aliases != sorted({*aliases} - {row.name}) or guarded != sorted({*guarded}):
            reason = f"the aliases of {row.name} are not sorted and unique"
            yield _told(stem, row, reason, "Sort them; its name is none of them")
        if both := {*row.aliases, row.name}.intersection(guarded):
            reason = f"{min(both)} is a name of {row.name} with and without cues"
            yield _told(stem, row, reason, "Keep one of the two")


def _check_codes(stem: str, rows: tuple[Row, ...]) -> Iterator[str]:
    form = _CODES.get(stem, "")
    seen: dict[str, str] = {}
    for row in rows:
        if row.code is None:
            if form and stem not in _MAY_LACK_CODE:
                yield _told(stem, row, f"{row.name} has no code", "Give it its official one")
        elif not re.fullmatch(form, row.code):
            reason = f"{row.code} is no code for {row.name}"
            yield _told(stem, row, reason, "Give it its official one, or none")
        elif row.code in seen:
            reason = f"{row.name} has the code {row.code} of {seen[row.code]}"
            yield _told(stem, row, reason, "Correct one of them")
        else:
            seen[row.code] = row.name


def _check_parents(tables: Tables) -> Iterator[str]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for rows in tables.values():
        for row in rows:
            names[row.name].append(row.parent or "")
    for stem, rows in tables.items():
        for row in rows:
            if row.parent and len(names[row.parent]) != 1:
                count = len(names[row.parent])
                reason = f"the parent {row.parent} of {row.name} is the name of {count} rows"
                yield _told(stem, row, reason, "Name one that exists, once")
            elif row.parent and row.name in _ancestors(row.parent, names):
                reason = f"{row.name} belongs to itself by its parent {row.parent}"
                yield _told(stem, row, reason, "Leave one parent in the ring empty")


def _ancestors(name: str, names: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    while name and name not in found:
        found.add(name)
        name = next(iter(names.get(name, [])), "")
    return found


def _check_counties(tables: Tables) -> Iterator[str]:
    """Yield what has a code that is not of the county which is its parent."""
    codes = {row.name: row.code for row in tables.get("counties", ())}
    for stem in sorted(_IN_COUNTY & tables.keys()):
        for row in tables[stem]:
            county = codes.get(row.parent or "")
            if county and row.code and row.code[:2] != county:
                reason = f"the code {row.code} of {row.name} is not of {row.parent}, {county}"
                yield _told(stem, row, reason, "Correct the code or the parent")


def _check_ids(tables: Tables) -> Iterator[str]:
    """Yield names of one type that differ in accents alone, and so would share an id."""
    seen: dict[str, _Place] = {}
    for stem, rows in tables.items():
        for row in rows:
            key = entity_id(ENTITY_FILES[stem], row.name, row.code)
            other = seen.setdefault(key, _Place(stem, row))
            if other.row.name != row.name and _key(other.row.name) != _key(row.name):
                reason = f"{row.name} has the same id as {other}"
                yield _told(stem, row, reason, "Make one an alias of the other")


def _check_shared(tables: Tables) -> Iterator[str]:
    owners: defaultdict[str, list[_Place]] = defaultdict(list)
    for stem, rows in tables.items():
        for row in rows:
            for key in {_key(alias): None for alias in (row.name, *row.aliases)}:
                owners[key].append(_Place(stem, row))
    for alias, (first, *others) in owners.items():
        for other in others:
            if (other.stem, other.row.name) == (first.stem, first.row.name):
                continue  # told as a row that stands twice
            reason = f"the alias {alias!r} of {other.row.name} is shared by {first}"
            yield _told(other.stem, other.row, reason, "Guard it with cues, or drop it")


def _check_guards(tables: Tables) -> Iterator[str]:
    """Yield aliases guarded for two things by cues that one word may hold."""
    guards: defaultdict[str, list[tuple[_Place, Guard]]] = defaultdict(list)
    for stem, rows in tables.items():
        for row in rows:
            for guard in row.guards:
                guards[_key(guard.alias)].append((_Place(stem, row), guard))
    for alias, owners in guards.items():
        for (first, one), (second, other) in combinations(owners, 2):
            if first.row is not second.row and (cue := _common_cue(one, other)):
                reason = f"{alias!r} near {cue!r} is {second.row.name} and {first} as well"
                yield _told(second.stem, second.row, reason, "Give them cues that differ")


def _common_cue(one: Guard, other: Guard) -> str | None:
    cues = [(a.casefold(), b.casefold()) for a in one.cues for b in other.cues]
    return next((max(a, b, key=len) for a, b in cues if a in b or b in a), None)


def _key(name: str) -> str:
    """Return what spellings share that differ in case and hyphens; accents tell names apart."""
    return without_dashes(name.casefold())
