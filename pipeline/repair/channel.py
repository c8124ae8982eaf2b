"""The channel: how likely a printed word is, given the word that should have been read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon import lexicons_directory
from pipeline.lexicon.sources import read_rows

SWEDISH_LETTERS = frozenset("åäöéü")
"""Letters that an engine without Swedish cannot print."""

_ORDINARY_NORM = 30.0  # weights of an often confused letter's rows add up to about this
_UNLISTED = 1e-3  # a confusion that no table lists, against a listed one of weight 1
_WINDOW = 2  # longest segment, in letters, of the tables' `true` and most of `printed`
_FAR = 60.0


class Confusion(NamedTuple):
    """A segment and what was printed in its place (both lower-cased; `printed` may be empty)."""

    true: str
    printed: str


@dataclass(frozen=True, slots=True)
class Confusions:
    """Weights of what is printed in place of segments.

    `swedish`: among what engines without Swedish letters print for å, ä, ö. `ordinary`:
    among what any engine prints now and then.
    """

    swedish: Mapping[Confusion, float]
    ordinary: Mapping[Confusion, float]


class Rates(NamedTuple):
    """Damage of a text: the share of å, ä, ö that were lost; other errors for each letter."""

    swedish: float
    ordinary: float


def load_confusions(directory: Path | None = None) -> Confusions:
    """Read the tables of a folder `lexicons/` (the project's own)."""
    folder = (directory or lexicons_directory()) / "confusions"
    return Confusions(
        _read_weights(folder / "swedish-letters.tsv"), _read_weights(folder / "ordinary.tsv")
    )


def _read_weights(path: Path) -> dict[Confusion, float]:
    return {
        Confusion(row["true"], row["printed"] or ""): float(row["weight"])
        for row in read_rows(path)
    }


class Channel:
    """Log chances of what is printed, for given rates of damage.

    `reversals` maps each printed segment of the ordinary table to what it may stand for.
    """

    def __init__(self, confusions: Confusions, rates: Rates) -> None:
        self.confusions = confusions
        self.rates = rates
        self.reversals: dict[str, list[str]] = {}
        for true, printed in confusions.ordinary:
            if printed:
                self.reversals.setdefault(printed, []).append(true)
        self._chances = _segment_chances(confusions, rates)
        self._unlisted = log(max(rates.ordinary, 1e-7) * _UNLISTED)
        self._kept = log(max(1 - rates.swedish, 1e-3))
        self._spans = sorted({(len(c.true), len(c.printed)) for c in self._chances})

    def chance(self, true: str, printed: str) -> float:
        """Return the log of the chance, at most 0, that `true` is printed as `printed`.

        Both are lower-cased. Letters that agree cost nothing, save å, ä and ö where the
        text lost them.
        """
        if true == printed:
            return self._kept_cost(true)
        start = _common_prefix(true, printed)
        end = _common_suffix(true[start:], printed[start:])
        stop, printed_stop = len(true) - end, len(printed) - end
        kept = self._kept_cost(true[:start]) + self._kept_cost(true[stop:])
        # One letter beside the difference may belong to it (`å` printed as `ia`).
        return kept + self._aligned(true[start:stop], printed[start:printed_stop])

    def _kept_cost(self, segment: str) -> float:
        return self._kept * sum(letter in SWEDISH_LETTERS for letter in segment)

    def _aligned(self, true: str, printed: str) -> float:
        """Return the best log chance over all divisions of both into segments."""
        if abs(len(true) - len(printed)) > 4:
            return -_FAR
        return _best_division(self, true, printed)[0]

    def segment(self, true: str, printed: str) -> float | None:
        """Return the log chance of one segment, or None where it is no segment."""
        found = self._chances.get(Confusion(true, printed))
        if found is not None:
            return found
        if true == printed and len(true) == 1:
            return self._kept if true in SWEDISH_LETTERS else 0.0
        if len(true) <= 1 and len(printed) <= 1:
            return self._unlisted
        return None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Lengths, in letters, that segments of the tables have: (true, printed)."""
        return self._spans

    def align(self, true: str, printed: str) -> tuple[Confusion, ...]:
        """Return the segments in which the two words differ or agree, in order."""
        return _best_division(self, true, printed)[1]


def _best_division(
    channel: Channel, true: str, printed: str
) -> tuple[float, tuple[Confusion, ...]]:
    spans = [*channel.spans, *((n, m) for n in (0, 1) for m in (0, 1) if n + m)]

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Confusion, ...]]:
        if i == len(true) and j == len(printed):
            return 0.0, ()
        choice: tuple[float, tuple[Confusion, ...]] = (-_FAR, ())
        for width, printed_width in spans:
            if i + width > len(true) or j + printed_width > len(printed):
                continue
            pair = Confusion(true[i : i + width], printed[j : j + printed_width])
            here = channel.segment(*pair)
            if here is None:
                continue
            rest, division = best(i + width, j + printed_width)
            if here + rest > choice[0]:
                choice = (here + rest, (pair, *division))
        return choice

    return best(0, 0)


def _segment_chances(confusions: Confusions, rates: Rates) -> dict[Confusion, float]:
    totals: dict[str, float] = {}
    for pair, weight in confusions.swedish.items():
        totals[pair.true] = totals.get(pair.true, 0.0) + weight
    chances: dict[Confusion, float] = {}
    for pair, weight in confusions.ordinary.items():
        chances[pair] = rates.ordinary * weight / _ORDINARY_NORM
    for pair, weight in confusions.swedish.items():
        chances[pair] = chances.get(pair, 0.0) + rates.swedish * weight / totals[pair.true]
    return {pair: log(max(chance, 1e-12)) for pair, chance in chances.items()}


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])


def differences(pairs: tuple[Confusion, ...]) -> Iterator[Confusion]:
    """Yield the segments that were printed wrongly."""
    return (pair for pair in pairs if pair.true != pair.printed)
