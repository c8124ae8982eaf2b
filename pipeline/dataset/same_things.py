"""One thing that documents call by different names: which of its entities is its own.

Ids follow from names, so that they stay what they are while documents come and go. That
*ÖGEO* is the *Östra Götaland European Office* only some documents say; those that say the one
name alone have an entity of their own. It is led to the other here, and gets its name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from pipeline.model.rows import EntityRow

_KINDS = frozenset({"network", "programme", "fund", "organisation", "project"})
"""Persons of one name may be two, and so may places."""
_ABBREVIATION = 3
"""Letters that an abbreviation has at the least; of shorter ones there are too many."""


class _Named(NamedTuple):
    """What is needed of an entity; of two that explain each other the greater gives the name."""

    mentions: int
    name: str
    entity_id: str


def same_things(rows: Iterable[EntityRow]) -> dict[str, EntityRow]:
    """Return by their ids the entities that are another's, with its name and led to it.

    An entity that a document found is another's where its name is one that some document
    gives that one alone, and cannot be a common noun: it has several words, or is an
    abbreviation. `rows` are all entities, each once; the order does not matter.
    """
    kept = [row for row in rows if row.entity_type in _KINDS]
    ways = _ways(kept)
    found = {}
    for row in kept:
        end = _end_of_way(row.entity_id, ways)
        if end is not None and end.entity_id != row.entity_id:
            aliases = {row.name, *row.aliases} - {end.name}
            found[row.entity_id] = replace(
                row,
                name=end.name,
                aliases=tuple(sorted(aliases)),
                same_as_entity_id=end.entity_id,
            )
    return found


def _ways(rows: Iterable[EntityRow]) -> dict[str, _Named]:
    """Return by the ids of entities the one that has their name among its other names."""
    named: dict[tuple[str, str], list[EntityRow]] = defaultdict(list)
    given: dict[tuple[str, str], list[EntityRow]] = defaultdict(list)
    for row in rows:
        named[row.entity_type, row.name].append(row)
        for alias in row.aliases:
            given[row.entity_type, alias].append(row)
    ways = {}
    for key, ones in named.items():
        holders = [one for one in given.get(key, ()) if one.name != key[1]]
        if len(ones) == len(holders) == 1 and ones[0].source == "found" and _is_proper(key[1]):
            (one,) = holders
            ways[ones[0].entity_id] = _Named(one.mention_count, one.name, one.entity_id)
    return ways


def _end_of_way(entity_id: str, ways: Mapping[str, _Named]) -> _Named | None:
    """Return where the way of an entity ends; None for one that leads nowhere.

    A way that goes round ends at the one of the round that is named most often.
    """
    passed: dict[str, _Named] = {}
    end = ways.get(entity_id)
    while end is not None and end.entity_id not in passed:
        passed[end.entity_id] = end
        end = ways.get(end.entity_id)
    if end is None:
        return next(reversed(passed.values()), None)
    on_the_way = list(passed.values())
    return max(on_the_way[on_the_way.index(end) :])


def _is_proper(name: str) -> bool:
    return " " in name or (name.isupper() and len(name) >= _ABBREVIATION)
