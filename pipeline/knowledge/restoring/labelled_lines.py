"""Labelled lines one below the other, as printed: `Program: Interreg Nord`, and their titles."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

LABELLED: Final = re.compile(
    r"(?P<label>[^\W\d_a-zåäö][\w-]*(?: [\w-]+){0,4}(?: ?\([^()]{2,30}\))?)"
    r"(?:, [\w-]+(?: [\w-]+)?)? ?:\s"
)
"""A labelled line: `Program: Interreg Nord`, `Eurocities (EC), styrgruppen: Åsa Ek`."""

_ENDED: Final = re.compile(r"(?:[.!?:;]['\"”’)]*|,)$")
# A sum ends what a line says, wherever the line ends: `Budget: 2 360 000 kr`
_SUM: Final = re.compile(
    r"\d ?(?:(?:mkr|mnkr|tkr|kr|sek|euro?|nok|dkk)\b\.?|€"
    r"|(?:miljoner|tusen) (?:kronor|euro))$|\d kronor$",
    re.IGNORECASE,
)
# How many labelled lines tell of one thing at most.
_MOST: Final = 15


def head_labels(lines: Sequence[str]) -> bool:
    """Tell whether the first of three lines, though full, is the title of labelled lines below."""
    title, *labels = lines
    labelled = len(labels) > 1 and all(map(LABELLED.match, labels))
    return labelled and not _ENDED.search(title)


def ends_with_sum(line: str) -> bool:
    """Tell whether a labelled line ends with a sum: what stands below begins anew."""
    return bool(LABELLED.match(line) and _SUM.search(line))


def begins_again(lines: Sequence[str], place: int) -> bool:
    """Tell whether a line is the title of the next of several runs of the same labelled lines.

    The run above it begins with the label that stands below it.
    """
    label = _label(lines[place + 1]) if place + 1 < len(lines) else None
    if label is None or _label(lines[place]) or _ENDED.search(lines[place]):
        return False
    above = reversed(lines[max(place - _MOST, 0) : place])
    return label in list(takewhile(bool, map(_label, above)))


def _label(line: str) -> str | None:
    match = LABELLED.match(line)
    return match["label"] if match else None
