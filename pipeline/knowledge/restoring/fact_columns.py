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
# No project is told of by more labels.
_MOST: Final = 20
# How many of the labels are known at least.
_KNOWN_SHARE: Final = 0.75


def facts_by_columns(lines: Sequence[str]) -> Iterator[list[range]]:
    """Yield the two columns of each such list: the numbers of its labels, and of their values."""
    start = 0
    for first, line in enumerate(lines):
        if first < start or not _is_label(line) or not _meanings(line):
            continue
        told = [_meanings(label) for label in takewhile(_is_label, lines[first : first + _MOST])]
        counts = range(len(told), _FEWEST - 1, -1)
        count = next((n for n in counts if _are_facts(lines, first, told[:n])), None)
        if count:
            start = first + 2 * count
            yield [range(first, first + count), range(first + count, start)]


def _is_label(line: str) -> bool:
    return bool(line) and not _NO_LABEL.fullmatch(line)


def _are_facts(lines: Sequence[str], first: int, told: Sequence[Collection[str]]) -> bool:
    """Tell whether lines mean labels of a project, and the next as many are their values.

    `told` has what each of the lines from `first` on means as a label.
    """
    known = {meaning for meanings in told for meaning in meanings}
    of_project = len(known.intersection(_TOLD)) >= _FEWEST_TOLD and known.isdisjoint(_OTHERS)
    enough = sum(map(bool, told)) >= len(told) * _KNOWN_SHARE
    checked = "cost" in known or not known.isdisjoint(_DATED)
    if not (of_project and enough and checked):
        return False
    values, below = (lines[first + n * len(told) :][: len(told)] for n in (1, 2))
    return _fit(told, values) and not _fit(told, below)  # else rows of a table


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
