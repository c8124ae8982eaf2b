"""Tables of sums of several years whose columns ran together.

`Resor 41 42 1 044` below `Utfall 2016 Budget 2017 Budget 2018`: each line is words and as many
sums as years stand above them, and perhaps words of a last column. Lines that head parts,
`Intäkter` and `Kostnader`, may stand between.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_OF_SUMS: Final = (
    r"(?:(?:års|medlems)?(?:utfall|bokslut|budget|prognos|plan|förslag|kostnad|avgift|anslag|ram"
    r"|belopp)(?:er)?(?: för)?(?: år)?|år) "
)
_UNIT: Final = r"(?:,? \(?(?:tkr|mkr|mnkr|kkr|kronor|kr|SEK|euro|EUR|€)\)?,?)?"
# Words above columns: years, what sums they are of, what stands before and behind them.
_HEAD: Final = re.compile(
    rf"(?:(?!(?i:{_OF_SUMS}))[A-ZÅÄÖ][\w/-]{{2,}} (?:[a-zåäö]+ )?)?"
    rf"(?:(?i:{_OF_SUMS})?(?:19|20)\d\d{_UNIT}(?: |$)){{2,5}}(?:[A-ZÅÄÖ][\w/-]+(?: [\w/-]+)?)?"
)
_SPACES: Final = re.compile(r"\s+")
_ROW: Final = re.compile(
    r"[^\W\d_][^.:;!?\d]{1,70}? (?P<sums>(?:[-–−]?\d{1,7}|[–−-])(?: [-–−]?\d{1,7}| [–−-])+)"
    r"(?: (?P<rest>[^\W\d_][^.:;!?\d]{1,50}))?"
)
_THOUSANDS: Final = re.compile(r"[-–−]?\d{1,3}")
_FIGURES: Final = re.compile(r"\S+")
_PART: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö -]{3,30}")
_FEWEST_ROWS: Final = 2


def years_of_columns(line: str) -> tuple[int, ...]:
    """Return the years of a line that is words above columns of sums, else none."""
    words = _SPACES.sub(" ", line.strip())
    return tuple(map(int, _YEAR.findall(words))) if _HEAD.fullmatch(words) else ()


def columns_of_sums(lines: Sequence[str]) -> Iterator[dict[int, list[int]]]:
    """Yield each such table: where the cells begin in each of its lines, by their numbers."""
    below = 0
    for head, line in enumerate(lines):
        count = len(years_of_columns(line)) if head >= below else 0
        rows = dict(_rows(lines, head + 1, count)) if count else {}
        if len(rows) >= _FEWEST_ROWS:
            below = max(rows) + 1
            yield rows


def _rows(lines: Sequence[str], first: int, count: int) -> Iterator[tuple[int, list[int]]]:
    """Yield where the cells of each row begin, up to what is neither a row nor heads a part."""
    for number in range(first, len(lines)):
        cells = _cells(lines[number], count)
        if cells:
            yield number, cells
        elif not (
            _PART.fullmatch(lines[number]) and _cells("".join(lines[number + 1 :][:1]), count)
        ):
            return


def _cells(line: str, count: int) -> list[int]:
    """Return where the cells of a line begin that is words and so many sums, else none."""
    row = _ROW.fullmatch(line)
    if row is None:
        return []
    figures = [(row.start("sums") + one.start(), one[0]) for one in _FIGURES.finditer(row["sums"])]
    told = [text for _, text in figures]
    ways = ((0, *starts) for starts in combinations(range(1, len(told)), count - 1))
    parted = (starts for starts in ways if _are_sums(told, starts))
    best = min(parted, key=lambda starts: _spread(starts, len(figures)), default=None)
    if best is None:
        return []
    behind = [row.start("rest")] if row["rest"] else []
    return [0, *(figures[start][0] for start in best), *behind]


def _are_sums(figures: Sequence[str], starts: Sequence[int]) -> bool:
    """Tell whether figures that go on from such beginnings are all hundreds: `2 150`.

    Where an engine left the blank out, `2150` goes on no further.
    """
    return all(
        place in starts or (len(text) == 3 and text.isdigit() and _THOUSANDS.fullmatch(before))
        for place, (before, text) in enumerate(zip(("", *figures), figures, strict=False))
    )


def _spread(starts: Sequence[int], count: int) -> int:
    """Return how much sums that begin at such places differ in length: those of a row are alike."""
    ends = (*starts[1:], count)
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    return max(lengths) - min(lengths)
