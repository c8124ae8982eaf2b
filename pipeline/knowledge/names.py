"""Names and stretches of the flow, free of spaCy."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pipeline.model.rows import EntityType

NAME_BEGINS: Final = re.compile(r"(?<![\w-])")
"""Where a name may begin."""

NAME_ENDS: Final = re.compile(r"(?=(?::s|s)?(?!\w))")
"""Where a name may end, the ending of a genitive not counted."""

_EDGE: Final = re.compile(r"\b")


class Named(NamedTuple):
    """A span of the flow that names an entity."""

    start: int
    end: int
    type: EntityType
    entity_id: str
    method: str


class Span(NamedTuple):
    """A stretch of the flow, `start` to `end` (not included)."""

    start: int
    end: int


def find_again(
    text: str, names: Iterable[str], before: re.Pattern[str], after: re.Pattern[str]
) -> Iterator[tuple[int, str]]:
    """Yield where names stand in a text, and which, in order, none over another.

    Of those that begin at one place the longest is meant. `before` and `after` match, of no
    length, where a name may begin and end. A pattern of all names would be compiled anew for
    each document, and tried at each character.
    """
    found = sorted(
        (place, -len(name), name)
        for name in names
        for place in _places(text, name)
        if before.match(text, place) and after.match(text, place + len(name))
    )
    position = 0
    for place, _, name in found:
        if place >= position:
            yield place, name
            position = place + len(name)


def stands_in(name: str, text: str) -> bool:
    """Tell whether a text has a name, with the edge of a word on either side."""
    return any(find_again(text, [name], _EDGE, _EDGE))


def nominative(name: str, text: str) -> str:
    """Return `Anna Ek` for `Anna Eks`, where the text has that too."""
    stem = name.removesuffix("s")
    return stem if stem != name and stands_in(stem, text) else name


def _places(text: str, name: str) -> Iterator[int]:
    """Yield every place of some letters in a text, one over another too."""
    place = text.find(name) if name else -1
    while place >= 0:
        yield place
        place = text.find(name, place + 1)
