"""Entities of many documents, each thing in the world once."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from pipeline.errors import IntegrityError
from pipeline.model.rows import EntityRow

T = TypeVar("T", int, str)


def merge_entities(rows: Iterable[EntityRow]) -> list[EntityRow]:
    """Return one row for each entity, sorted by id.

    The result is the same whatever the order, and may itself be merged again: parts of a
    dataset are merged first, then their results.
    """
    merged: dict[str, EntityRow] = {}
    for row in rows:
        known = merged.get(row.entity_id)
        merged[row.entity_id] = _in_order(row) if known is None else _merge(known, row)
    return [merged[entity_id] for entity_id in sorted(merged)]


def merge_sorted(rows: Iterable[EntityRow]) -> Iterator[EntityRow]:
    """Yield one row for each entity, of rows sorted by id; one entity is in memory at a time."""
    for _, same in groupby(rows, key=lambda row: row.entity_id):
        yield from merge_entities(same)


def _merge(one: EntityRow, other: EntityRow) -> EntityRow:
    """Put two rows of an entity together: the lexicon knows better than a document."""
    if one.entity_type != other.entity_type:
        raise IntegrityError(
            f"entities.entity_type: {one.entity_id} is both {one.entity_type} "
            f"and {other.entity_type}."
        )
    if one.source == other.source:
        name = max(one.name, other.name, key=_likelihood)
        code = _least(one.code, other.code)
        parent = _least(one.parent_entity_id, other.parent_entity_id)
    else:
        best = one if one.source == "lexicon" else other
        name, code, parent = best.name, best.code, best.parent_entity_id
    names = {one.name, other.name, *one.aliases, *other.aliases}
    return replace(
        one,
        name=name,
        kind=_least(one.kind, other.kind),
        aliases=tuple(sorted(names - {name})),
        code=code,
        parent_entity_id=parent,
        source="lexicon" if "lexicon" in (one.source, other.source) else "found",
        first_year=_least(one.first_year, other.first_year),
        last_year=_greatest(one.last_year, other.last_year),
        mention_count=one.mention_count + other.mention_count,
    )


def _likelihood(name: str) -> tuple[bool, int, int, str]:
    """Return what is greater for the spelling that is likelier the name's own.

    Titles are set in capitals. Recognition and typing lose accents, rings, dots and hyphens,
    and hardly ever add any: one badly read document must not rename what all others name.
    What is left is no preference, but the same whatever the order.
    """
    marks = sum(map(bool, map(unicodedata.combining, unicodedata.normalize("NFD", name))))
    return not name.isupper(), marks, name.count("-"), name


def _in_order(row: EntityRow) -> EntityRow:
    return replace(row, aliases=tuple(sorted({*row.aliases} - {row.name})))


def _least(one: T | None, other: T | None) -> T | None:
    return min((value for value in (one, other) if value is not None), default=None)


def _greatest(one: int | None, other: int | None) -> int | None:
    return max((value for value in (one, other) if value is not None), default=None)
