"""Entities of many documents, each thing in the world once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import TypeVar

from pipeline.errors import IntegrityError
from pipeline.model.rows import EntityRow
from pipeline.text.spellings import spelling_likelihood

T = TypeVar("T", int, str)


def merge_spellings(rows: Iterable[EntityRow]) -> list[EntityRow]:
    """Return one row for each name of each entity, sorted by id and name.

    So far may rows be put together before all of them are known.
    """
    merged: dict[tuple[str, str], EntityRow] = {}
    for row in rows:
        key = row.entity_id, row.name
        known = merged.get(key)
        merged[key] = _in_order(row) if known is None else _merge(known, row)
    return [merged[key] for key in sorted(merged)]


def merge_entities(rows: Iterable[EntityRow]) -> list[EntityRow]:
    """Return one row for each entity, sorted by id.

    The result is the same whatever the order, and whichever spellings were merged first.
    """
    by_id = groupby(merge_spellings(rows), key=lambda row: row.entity_id)
    return [reduce(_merge, _likeliest_first(list(spellings))) for _, spellings in by_id]


def merge_sorted(rows: Iterable[EntityRow]) -> Iterator[EntityRow]:
    """Yield one row for each entity, of rows sorted by id; one entity is in memory at a time."""
    for _, same in groupby(rows, key=lambda row: row.entity_id):
        yield from merge_entities(same)


def _likeliest_first(spellings: list[EntityRow]) -> list[EntityRow]:
    """Return the rows of an entity, first the one whose name is likeliest the thing's own."""
    return sorted(spellings, key=_likelihood, reverse=True)


def _likelihood(row: EntityRow) -> tuple[bool, tuple[bool, float, int, str]]:
    """Return what is greater for the likelier name: the lexicon knows better than documents."""
    return row.source == "lexicon", spelling_likelihood(row.name, row.mention_count)


def _merge(one: EntityRow, other: EntityRow) -> EntityRow:
    """Put two rows of an entity together, of which the first names it.

    What the lexicon tells of an entity is not mixed with what a document tells.
    """
    if one.entity_type != other.entity_type:
        raise IntegrityError(
            f"entities.entity_type: {one.entity_id} is both {one.entity_type} "
            f"and {other.entity_type}."
        )
    code, parent = one.code, one.parent_entity_id
    if one.source == other.source:
        code, parent = _least(code, other.code), _least(parent, other.parent_entity_id)
    elif other.source == "lexicon":
        code, parent = other.code, other.parent_entity_id
    names = {one.name, other.name, *one.aliases, *other.aliases}
    return replace(
        one,
        kind=_least(one.kind, other.kind),
        aliases=tuple(sorted(names - {one.name})),
        code=code,
        parent_entity_id=parent,
        source="lexicon" if "lexicon" in (one.source, other.source) else "found",
        first_year=_least(one.first_year, other.first_year),
        last_year=_greatest(one.last_year, other.last_year),
        mention_count=one.mention_count + other.mention_count,
    )


def _in_order(row: EntityRow) -> EntityRow:
    return replace(row, aliases=tuple(sorted({*row.aliases} - {row.name})))


def _least(one: T | None, other: T | None) -> T | None:
    return min((value for value in (one, other) if value is not None), default=None)


def _greatest(one: int | None, other: int | None) -> int | None:
    return max((value for value in (one, other) if value is not None), default=None)
