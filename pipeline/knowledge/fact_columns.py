"""Facts of a project whose labels were read first, and then what stood beside them.

`Program` / `Total budget` / `Period` / `LIFE` / `2 miljoner euro` / `2014–2017`: an engine took
the column of labels for a text of its own, and the column of their values for another.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Final

from pipeline.knowledge.amounts import money_of_cell
from pipeline.knowledge.structure.grids import COLUMN_WORDS

# What labels of projects tell of, and of these what has a year or more of them in it.
_TOLD: Final = ("funder", "programme", "period", "start", "end", "lead", "partners", "cost")
_DATED: Final = ("period", "start", "end")
# Labels of other tables, whose rows stand below them.
_OTHERS: Final = ("activity", "goal", "party")
_NO_LABEL: Final = re.compile(r".{41,}|.*[\d.!?,;].*")
_YEAR: Final = re.compile(r".*(?:19|20)\d\d")
_LONGEST: Final = 80
_FEWEST: Final = 3
_FEWEST_TOLD: Final = 2
# How many of the labels are known at least.
_KNOWN_SHARE: Final = 0.75


def facts_by_columns(lines: Sequence[str]) -> Iterator[list[range]]:
    """Yield the two columns of each such list: the numbers of its labels, and of their values."""
    start = 0
    for first in range(len(lines)):
        if first < start:
            continue
        most = sum(
            1 for _ in takewhile(_is_label, map(lines.__getitem__, range(first, len(lines))))
        )
        counts = range(most, _FEWEST - 1, -1)
        count = next((count for count in counts if _are_facts(lines, first, count)), None)
        if count:
            start = first + 2 * count
            yield [range(first, first + count), range(first + count, start)]


def _is_label(line: str) -> bool:
    return bool(line) and not _NO_LABEL.fullmatch(line)


def _are_facts(lines: Sequence[str], first: int, count: int) -> bool:
    """Tell whether so many lines are labels of a project and the next as many their values."""
    labels, values, below = (lines[first + n * count :][:count] for n in range(3))
    told = [_meanings(label) for label in labels]
    known = {meaning for meanings in told for meaning in meanings}
    of_project = len(known.intersection(_TOLD)) >= _FEWEST_TOLD and known.isdisjoint(_OTHERS)
    enough = bool(told[0]) and sum(map(bool, told)) >= count * _KNOWN_SHARE
    checked = "cost" in known or not known.isdisjoint(_DATED)
    once = _fit(told, values) and not _fit(told, below)  # else rows of a table
    return of_project and enough and checked and once


def _fit(told: Sequence[Collection[str]], values: Sequence[str]) -> bool:
    """Tell whether there is a value for each label: sums and years where they are told alone."""
    return len(values) == len(told) and all(map(_holds, told, values))


def _holds(meanings: Collection[str], value: str) -> bool:
    of_sums = "cost" in meanings
    is_sum = money_of_cell(value, "kr" if of_sums else None) is not None
    if not value or len(value) > _LONGEST or of_sums != is_sum:
        return False
    return of_sums or any(m in _DATED for m in meanings) == bool(_YEAR.match(value))


def _meanings(label: str) -> set[str]:
    return {meaning for meaning, words in COLUMN_WORDS.items() if words.match(label.strip(": "))}
