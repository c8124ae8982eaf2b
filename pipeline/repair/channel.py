"""The channel: how likely a printed word is, given the word that should have been read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from pipeline.lexicon import confused_runs

SWEDISH_LETTERS = frozenset("åäöéü")
"""Letters that an engine without Swedish cannot print."""

_ORDINARY_NORM = 30.0  # weights of an often confused letter's rows add up to about this
_DOUBLING = 0.03  # of the letters printed wrongly, so many are printed as two signs
_CACHE_SIZE = 20_000
_MOST_MORE = 4  # letters by which print and word may differ in length
_HEALTHY_SWEDISH, _HEALTHY_ORDINARY = 0.03, 0.0004  # up to these a page counts as healthy
_SWEDISH_STEPS = (0.003, 0.03, 0.1, 0.4, 0.8, 0.98)
_ORDINARY_STEPS = (0.0004, 0.002, 0.01, 0.03)


IMPOSSIBLE = -1e9
"""Log chance of a print that no division into listed confusions explains."""


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

    @property
    def healthy(self) -> bool:
        """Tell whether the text needs no repair."""
        return self.swedish <= 0 and self.ordinary <= 0

    def rounded(self) -> "Rates":
        """Return rates that pages alike share; both 0 for a healthy page."""
        if self.swedish <= _HEALTHY_SWEDISH and self.ordinary <= _HEALTHY_ORDINARY:
            return Rates(0.0, 0.0)
        return Rates(
            min(_SWEDISH_STEPS, key=lambda step: abs(step - self.swedish)),
            min(_ORDINARY_STEPS, key=lambda step: abs(step - self.ordinary)),
        )


class Segment(NamedTuple):
    """A confusion and the log of its chance, at most 0."""

    true: str
    printed: str
    chance: float


class Channel:
    """Log chances of what is printed, for given rates of damage.

    `reversals` maps each printed segment of the ordinary table to what it may stand for,
    `sources` each printed sign to the segments that begin with it, the likeliest first.
    """

    def __init__(self, confusions: Confusions, rates: Rates) -> None:
        self.rates = rates
        self.reversals: dict[str, list[str]] = {}
        for true, printed in confusions.ordinary:
            if printed:
                self.reversals.setdefault(printed, []).append(true)
        self.kept = log(max(1 - rates.swedish, 1e-3))
        self.sources: dict[str, list[Segment]] = {}
        self._runs: dict[tuple[str, str], float] = {}
        self._by_letters: dict[tuple[str, str], list[Segment]] = {}
        self._known_steps: dict[tuple[str, str], list[Segment]] = {}
        for segment in _segments(confusions, rates):
            begin = segment.true[0], segment.printed[:1]
            self._by_letters.setdefault(begin, []).append(segment)
            self.sources.setdefault(segment.printed[:1], []).append(segment)
        for segments in self.sources.values():
            segments.sort(key=lambda segment: -segment.chance)

    def chance(self, true: str, printed: str) -> float:
        """Return the log of the chance, at most 0, that `true` is printed as `printed`.

        Both are lower-cased. Letters that agree cost nothing, save å, ä and ö where the
        text lost them. IMPOSSIBLE where the tables do not explain the print.
        """
        start, stop, printed_stop = _core(true, printed)
        if abs(stop - printed_stop) > _MOST_MORE:
            return IMPOSSIBLE
        kept = sum(letter in SWEDISH_LETTERS for letter in true[:start] + true[stop:])
        best = self._divide(true[start:stop], printed[start:printed_stop])[0]
        return IMPOSSIBLE if best <= IMPOSSIBLE else best + kept * self.kept

    def chance_in_runs(self, true: str, printed: str, runs: Sequence[str]) -> float:
        """Return the same, faster, for a word with the confusion key of what is printed.

        `runs` are those of the print (see `confused_runs`): all else is alike in both.
        """
        own = confused_runs(true)
        if len(own) != len(runs):
            return self.chance(true, printed)  # an accent that was lost: e is in no run
        total = 0.0
        known = self._runs
        if len(known) > _CACHE_SIZE:
            known.clear()
        for pair in zip(own, runs, strict=True):
            chance = known.get(pair)
            if chance is None:
                chance = known[pair] = self._divide(*pair)[0]
            total += chance
        return total

    def align(self, true: str, printed: str) -> tuple[Confusion, ...]:
        """Return the segments, alike or not, that make up the two words, in order.

        What the tables do not explain is one segment.
        """
        start, stop, printed_stop = _core(true, printed)
        core = Confusion(true[start:stop], printed[start:printed_stop])
        division = self._divide(*core)[1] or ((core,) if any(core) else ())
        head = [Confusion(letter, letter) for letter in true[:start]]
        tail = [Confusion(letter, letter) for letter in true[stop:]]
        return (*head, *division, *tail)

    def _divide(self, true: str, printed: str) -> tuple[float, tuple[Confusion, ...]]:
        """Return the likeliest division of both into segments, and its log chance."""
        goal = len(true), len(printed)
        # The best way to each place in both, by how far it has come in the true word.
        best: dict[tuple[int, int], tuple[float, tuple[int, int], Segment | None]]
        best = {(0, 0): (0.0, (0, 0), None)}
        ahead: list[list[int]] = [[] for _ in range(goal[0] + 1)]
        ahead[0].append(0)
        for i in range(goal[0]):
            places = ahead[i]
            places.sort()
            for j in places:
                so_far = best[i, j][0]
                for segment in self._steps(true, printed, i, j):
                    end = i + len(segment.true), j + len(segment.printed)
                    chance = so_far + segment.chance
                    known = best.get(end)
                    if known is None:
                        ahead[end[0]].append(end[1])
                    if known is None or chance > known[0]:
                        best[end] = chance, (i, j), segment
        if goal not in best:
            return IMPOSSIBLE, ()
        pairs = []
        place = goal
        while taken := best[place][2]:
            pairs.append(Confusion(taken.true, taken.printed))
            place = best[place][1]
        return best[goal][0], tuple(reversed(pairs))

    def _steps(self, true: str, printed: str, i: int, j: int) -> list[Segment]:
        """Return the segments that may stand at a place in both words."""
        letters = true[i], printed[j : j + 1]
        segments = self._known_steps.get(letters)
        if segments is None:
            segments = self._known_steps[letters] = list(self._possible(*letters))
        return [
            segment
            for segment in segments
            if true.startswith(segment.true, i) and printed.startswith(segment.printed, j)
        ]

    def _possible(self, letter: str, sign: str) -> Iterator[Segment]:
        """Yield segments that begin so; `sign` may be empty."""
        if sign:
            yield from self._by_letters.get((letter, sign), ())
        yield from self._by_letters.get((letter, ""), ())
        if letter == sign:
            yield Segment(letter, sign, self.kept if letter in SWEDISH_LETTERS else 0.0)


def _segments(confusions: Confusions, rates: Rates) -> Iterator[Segment]:
    """Yield each confusion with its chance; what two tables name has the sum of both."""
    chances = {
        pair: rates.ordinary * weight / _ORDINARY_NORM
        for pair, weight in confusions.ordinary.items()
    }
    by_letter: dict[str, dict[str, float]] = {}
    for (true, printed), weight in confusions.swedish.items():
        by_letter.setdefault(true, {})[printed] = weight
    for true, weights in by_letter.items():
        total = sum(weights.values())
        for printed, weight in (weights | _doubled(weights, total)).items():
            pair = Confusion(true, printed)
            chances[pair] = chances.get(pair, 0.0) + rates.swedish * weight / total
    for pair, chance in chances.items():
        yield Segment(*pair, log(max(chance, 1e-12)))


def _doubled(weights: Mapping[str, float], total: float) -> dict[str, float]:
    """Return weights of pairs of signs that no table lists: one letter is printed as two."""
    single = {sign: weight for sign, weight in weights.items() if len(sign) == 1}
    return {
        one + other: _DOUBLING * weight * second / total
        for one, weight in single.items()
        for other, second in single.items()
        if one + other not in weights
    }


def _core(true: str, printed: str) -> tuple[int, int, int]:
    """Return where two words begin to differ, and where each ends to."""
    start = _common_prefix(true, printed)
    end = _common_prefix(true[start:][::-1], printed[start:][::-1])
    return start, len(true) - end, len(printed) - end


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def differences(pairs: tuple[Confusion, ...]) -> Iterator[Confusion]:
    """Yield the segments that were printed wrongly."""
    return (pair for pair in pairs if pair.true != pair.printed)
