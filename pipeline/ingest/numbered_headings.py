"""Headings of plain text whose number stands apart from its words by several blanks.

Where the text of a plan is set in from the numbers of its parts, `3.   Mål 2024` has the look of
a table's row with two cells.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.ingest.text_tables import indent

_HEADING: Final = re.compile(
    r" *(?:(?:[Bb]ilaga|BILAGA|[Kk]apitel|KAPITEL|[Dd]el|DEL) ?)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-H](?=[.:]))[.:]?(?P<gap> {2,})"
    r"[^\W\d_a-zåäö]\S*(?: \S+)*"
)
_GAP: Final = re.compile(r"\S {2,}\S")
_NUMBERED_ROW: Final = re.compile(r" *\d{1,2}(?:\.\d{1,2})*\.? {2,}\S.*\S {2,}\S")


def numbered_headings(lines: Sequence[str]) -> list[int]:
    """Return the places of the lines that are such headings.

    Each stands by itself between blank lines, or above text that is set in further. What is
    numbered in a table has more cells, or rows that have them right below.
    """
    return [
        place
        for place, line in enumerate(lines)
        if _HEADING.fullmatch(line.rstrip()) and _stands_alone(lines, place)
    ]


def _stands_alone(lines: Sequence[str], place: int) -> bool:
    if place and lines[place - 1].strip():
        return False
    after = map(lines.__getitem__, range(place + 1, len(lines)))
    below = next(filter(str.strip, after), "")
    if not below or _NUMBERED_ROW.match(below):
        return False
    apart = not lines[place + 1].strip()
    return apart or (indent(below) > indent(lines[place]) and not _GAP.search(below))
