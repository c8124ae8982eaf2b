"""Tables that were read column by column: an engine took each column for a text of its own.

`Organ` / `Euroregion Baltic` / `Energy Cities` / `Ordinarie` / `Åsa Ek (S)` / `Bo Al (M)`: a word
above a column, what is below it, and the same again for columns of persons, as many lines in each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from pipeline.knowledge.entities.person_patterns import WORD

_PLACES: Final = re.compile(
    r"(?:Organ|Nätverk|Organisation(?:er)?|Samarbete|Uppdrag|Forum|Förening|Styrelse):?"
)
_SEATS: Final = re.compile(
    r"(?:(?:Ordinarie|Personlig) )?(?:Ordinarie|Ledam[oö]t(?:er)?|Ersättare|Suppleant(?:er)?"
    r"|Ombud|Representant(?:er)?|Företrädare|Politiker|Namn):?",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    rf"{WORD}(?: (?:(?:af|von|van|de) )?(?:{WORD}|[A-ZÅÄÖ]\.)){{1,3}},? \(\w{{1,5}}\)"
    r"|Vakant|Vakans|N\.? ?N\.?|[–—-]"
)
_FEWEST_ROWS: Final = 2


def read_by_columns(lines: Sequence[str]) -> Iterator[list[range]]:
    """Yield the columns of each such table: the numbers of its lines, all as many, header first."""
    start = 0
    for first, line in enumerate(lines):
        if first >= start and _SEATS.fullmatch(line):
            columns = _columns(lines, first)
            if columns:
                yield columns
                start = columns[-1].stop


def _columns(lines: Sequence[str], first: int) -> list[range]:
    """Return the columns of a table whose first column of persons has its header at `first`."""
    count = _persons(lines, first + 1)
    place = first - count - 1
    if count < _FEWEST_ROWS or place < 0 or not _PLACES.fullmatch(lines[place]):
        return []
    columns = [range(place, first), range(first, first + count + 1)]
    while (following := columns[-1].stop) < len(lines) and _SEATS.fullmatch(lines[following]):
        if _persons(lines, following + 1) != count:
            break
        columns.append(range(following, following + count + 1))
    return columns


def _persons(lines: Sequence[str], start: int) -> int:
    """Return how many lines from `start` on are of persons, each with a party, or of nobody."""
    below = map(lines.__getitem__, range(start, len(lines)))
    return sum(1 for _ in takewhile(_PERSON.fullmatch, below))
