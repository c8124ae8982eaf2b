"""Tables of two columns that became lines: `Resor 186` below `Utfall 2023, tkr`.

A line that names a budget or a unit of money, and right below it lines that are words and a
number: each is a row, what a sum is for and the sum.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from pipeline.knowledge.restoring.labelled_lines import ends_with_sum

_CAPTION: Final = re.compile(
    r"(?=.{4,80}$)(?!.*[.!?]$).*(?:budget|kostnad|utfall|utgift|ekonomi|finansiering|belopp|resultat"
    r"|\b(?:tkr|mkr|mnkr|kkr|kronor|kr|SEK|euro)\b).*",
    re.IGNORECASE,
)
_SUM: Final = (
    r"[-–−]?\d{1,3}(?:(?: \d{3})+|\d*)(?:,\d+)?"
    r"(?: ?(?:kronor|kr|tkr|mkr|mnkr|SEK|euro|EUR|€|NOK|DKK))?"
)
# A verb makes a sentence of a line, which is no row then.
_VERB: Final = (
    r"(?!.*\b(?:är|var|har|hade|blev|blir|får|fick|uppgår|uppgick|omsätter|kostar|kostade"
    r"|betalar)\b)"
)
_ROW: Final = re.compile(rf"{_VERB}(?P<label>[^\W\d_][^.:;!?\d]{{1,70}}?) (?P<sum>{_SUM})")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_THOUSANDS: Final = re.compile(r"[-–−]?\d{4,}")
# Page numbers have fewer digits than any sum beside them.
_LARGE: Final = re.compile(r"\d ?\d\d")
_FEWEST_ROWS: Final = 2


def lines_of_sums(lines: Sequence[str]) -> Iterator[dict[int, int]]:
    """Yield each such table: where the sum begins in each of its lines, by their numbers."""
    below = 0
    for caption, line in enumerate(lines):
        if caption < below or not _CAPTION.fullmatch(line) or _row(line) or ends_with_sum(line):
            continue
        rows = _rows(lines[caption + 1 :])
        large = any(_LARGE.search(row["sum"]) for row in rows)
        if len(rows) >= _FEWEST_ROWS and large:
            below = caption + 1 + len(rows)
            yield {caption + 1 + n: row.start("sum") for n, row in enumerate(rows)}


def _rows(lines: Sequence[str]) -> list[re.Match[str]]:
    """Return the parts of the lines that are rows, up to the first that is none.

    A year is no sum, but where other sums lack the blank after thousands as well.
    """
    matches = takewhile(bool, map(_ROW.fullmatch, lines))
    rows = [(row, bool(_YEAR.fullmatch(row["sum"]))) for row in matches if row]
    unparted = any(_THOUSANDS.fullmatch(row["sum"]) for row, is_year in rows if not is_year)
    return [row for row, _ in takewhile(lambda found: unparted or not found[1], rows)]


def _row(line: str) -> re.Match[str] | None:
    """Return the parts of a line that is words and a sum; a year is none."""
    match = _ROW.fullmatch(line)
    return match if match and not _YEAR.fullmatch(match["sum"]) else None
