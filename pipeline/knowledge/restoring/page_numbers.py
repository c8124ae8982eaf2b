"""Numbers of pages and slides that stand alone on lines of plain text.

A text copied from slides or from a printed page has them between its lines: `2`, `Sida 3 av 8`.
They part what stands above from what stands below, and are themselves of neither.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import structs

from pipeline.knowledge.rows import Row
from pipeline.layout.wording import is_unfinished
from pipeline.model.page import Role

_ALONE: Final = re.compile(
    r"(?:(?i:sida|sidan|sid\.?|s\.|bild|slide|blad) ?)?(?P<number>\d{1,3})"
    r"(?: ?(?:av|/) ?\d{1,3}| ?\(\d{1,3}\))?"
)
_FEWEST: Final = 3
_LONGEST_OF_SLIDE: Final = 100


def without_page_numbers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without the numbers of pages, what such a number parts in blocks apart.

    All numbers that stand alone count upwards from one, with more lines between some than
    between others: in a table that lost its columns there are as many everywhere. Where no line
    is a paragraph's, they are slides, and each begins with its title.
    """
    places = [place for place, row in enumerate(rows) if _number(row) is not None]
    counted = [_number(rows[place]) for place in places] == list(range(1, len(places) + 1))
    gaps = {after - place for place, after in pairwise(places)}
    if not counted or len(places) < _FEWEST or len(gaps) < 2 or min(gaps) < 2:
        return list(rows)
    slides = all(len(row.text) <= _LONGEST_OF_SLIDE for row in rows)
    numbers, found, above = set(places), [], 0
    for place, row in enumerate(rows):
        if place in numbers:
            above += 1
            continue
        title = slides and place - 1 in numbers and _is_title(rows[place : place + 2])
        role = Role.HEADING if title else row.line.role
        line = structs.replace(row.line, block=row.line.block + above, role=role)
        found.append(row._replace(line=line))
    return found


def _is_title(lines: Sequence[Row]) -> bool:
    """Tell whether the first of two lines, with no end, stands above one that begins anew."""
    texts = [line.text.strip() for line in lines]
    return (
        len(texts) > 1
        and all(text[0].isupper() for text in texts)
        and not is_unfinished(texts[0])
        and texts[0][-1] not in ".,;:"
    )


def _number(row: Row) -> int | None:
    """Return the number that a line of plain text is; None for other lines."""
    plain = row.cell is None and row.line.box is None and row.begins is None
    match = _ALONE.fullmatch(row.text.strip()) if plain else None
    return int(match["number"]) if match else None
