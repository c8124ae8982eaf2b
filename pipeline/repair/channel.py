"""The channel: how likely a printed word is, given the word that should have been read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz.distance import Postfix, Prefix

SWEDISH_LETTERS = frozenset("åäöéü")
"""Letters that an engine without Swedish cannot print."""

_KEPT_ACCENTS = 0.1
"""Share of é and ü that such engines print all the same: other languages have them."""

_ORDINARY_NORM = 30.0  # weights of an often confused letter's rows add up to about this
_DOUBLING = 0.03  # of the letters printed wrongly, so many are printed as two signs
_CACHE_SIZE = 8_000
_AHEAD = 2  # signs that tell which segments are looked at: few are longer
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

    def is_beside(self, other: "Rates") -> bool:
        """Tell whether rounded rates are at most a step apart from others, both of damage."""
        if self.healthy or other.healthy:
            return False
        pairs = zip(self, other, (_SWEDISH_STEPS, _ORDINARY_STEPS), strict=True)
        return all(abs(steps.index(a) - steps.index(b)) <= 1 for a, b, steps in pairs)


class Segment(NamedTuple):
    """A confusion and the log of its chance, at most 0."""

    true: str
    printed: str
    chance: float


class Channel:
    """Log chances of what is printed, for given rates of damage.

    `ordinary` are the confusions of the ordinary table, `sources` maps each printed sign to
    the segments that begin with it, the likeliest first.
    """

    def __init__(self, confusions: Confusions, rates: Rates) -> None:
        self.rates = rates
        dotted = 1 - rates.swedish
        self.kept = {
            letter: log(max(dotted, _KEPT_ACCENTS if letter in "éü" else 1e-3))
            for letter in sorted(SWEDISH_LETTERS)
        }
        self.sources: dict[str, list[Segment]] = {}
        self._by_letters: dict[tuple[str, str], list[Segment]] = {}
        self._steps = lru_cache(_CACHE_SIZE)(self._possible)
        self._divided = lru_cache(_CACHE_SIZE)(self._divide)
        self._core_chance = lru_cache(_CACHE_SIZE)(self._best_chance)
        self.ordinary: list[Segment] = []
        self._letters_behind: defaultdict[str, set[str]] = defaultdict(set)
        self._signs_for: defaultdict[str, set[str]] = defaultdict(set)
        self._lost: set[str] = set()
        for segment in _segments(confusions, rates):
            if Confusion(segment.true, segment.printed) in confusions.ordinary:
                self.ordinary.append(segment)
            begin = segment.true[0], segment.printed[:1]
            self._by_letters.setdefault(begin, []).append(segment)
            self.sources.setdefault(segment.printed[:1], []).append(segment)
            self._note_letters(segment)
        for segments in self.sources.values():
            segments.sort(key=lambda segment: -segment.chance)

    def _note_letters(self, segment: Segment) -> None:
        for sign in segment.printed:
            self._letters_behind[sign].update(segment.true)
        for letter in segment.true:
            self._signs_for[letter].update(segment.printed)
        if not segment.printed:
            self._lost.update(segment.true)

    def chance(self, true: str, printed: str) -> float:
        """Return the log of the chance, at most 0, that `true` is printed as `printed`.

        Both are lower-cased. Letters that agree cost nothing, save å, ä and ö where the
        text lost them. IMPOSSIBLE where the tables do not explain the print.
        """
        start, stop, printed_stop = _core(true, printed)
        if abs(stop - printed_stop) > _MOST_MORE:
            return IMPOSSIBLE
        best = self._core_chance(true[start:stop], printed[start:printed_stop])
        if best <= IMPOSSIBLE:
            return IMPOSSIBLE
        return best + self.chance_kept(true[:start] + true[stop:])

    def chance_kept(self, letters: str) -> float:
        """Return the log of the chance that all letters are printed as they are."""
        kept = self.kept
        return sum([kept[letter] for letter in letters if letter in kept])

    def chance_in_runs(
        self, true: str, printed: str, true_runs: Sequence[str], runs: Sequence[str]
    ) -> float:
        """Return the same, faster, for a word with the confusion key of what is printed.

        The runs are those of both (see `confused_runs`): all else is alike.
        """
        if len(true_runs) != len(runs):
            return self.chance(true, printed)  # an accent that was lost: e is in no run
        return sum(map(self._core_chance, true_runs, runs))

    def align(self, true: str, printed: str) -> tuple[Confusion, ...]:
        """Return the segments, alike or not, that make up the two words, in order.

        What the tables do not explain is one segment.
        """
        start, stop, _ = _core(true, printed)
        head = [Confusion(letter, letter) for letter in true[:start]]
        tail = [Confusion(letter, letter) for letter in true[stop:]]
        return (*head, *self._core_segments(true, printed), *tail)

    def differences(self, true: str, printed: str) -> tuple[Confusion, ...]:
        """Return the segments of `align` that were printed wrongly."""
        return tuple([p for p in self._core_segments(true, printed) if p.true != p.printed])

    def _core_segments(self, true: str, printed: str) -> tuple[Confusion, ...]:
        start, stop, printed_stop = _core(true, printed)
        core = Confusion(true[start:stop], printed[start:printed_stop])
        return self._divided(*core)[1] or ((core,) if any(core) else ())

    def _best_chance(self, true: str, printed: str) -> float:
        return self._divide(true, printed)[0] if self._may_be(true, printed) else IMPOSSIBLE

    def _may_be(self, true: str, printed: str) -> bool:
        """Tell whether each sign has a letter behind it and each letter a sign: quick."""
        for sign in printed:
            if sign not in true and self._letters_behind[sign].isdisjoint(true):
                return False
        for letter in true:
            known = letter in printed or letter in self._lost
            if not known and self._signs_for[letter].isdisjoint(printed):
                return False
        return True

    def _divide(self, true: str, printed: str) -> tuple[float, tuple[Confusion, ...]]:
        """Return the likeliest division of both into segments, and its log chance."""
        # The best way to each place in both: by letters of the word, then signs of the print.
        ways: list[dict[int, _Way]] = [{} for _ in range(len(true) + 1)]
        ways[0][0] = _Way(0.0, None, None)
        for i, letter in enumerate(true):
            for j, way in sorted(ways[i].items()):
                for segment in self._steps(letter, printed[j : j + _AHEAD]):
                    seen, meant = segment.printed, segment.true
                    if not (true.startswith(meant, i) and printed.startswith(seen, j)):
                        continue
                    row, end = ways[i + len(meant)], j + len(seen)
                    chance = way.chance + segment.chance
                    if end not in row or chance > row[end].chance:
                        row[end] = _Way(chance, way, segment)
        found = ways[-1].get(len(printed))
        return (found.chance, tuple(_walked(found))) if found else (IMPOSSIBLE, ())

    def _possible(self, letter: str, ahead: str) -> tuple[Segment, ...]:
        """Return the segments that begin with a letter, and may be printed as what is ahead."""
        sign = ahead[:1]
        found = [*self._by_letters.get((letter, ""), ())]
        if sign:
            listed = self._by_letters.get((letter, sign), ())
            found[:0] = [s for s in listed if ahead.startswith(s.printed[:_AHEAD])]
        if letter == sign:
            found.append(Segment(letter, sign, self.kept.get(letter, 0.0)))
        return tuple(found)


class _Way(Struct, frozen=True, gc=False):
    """The likeliest way to a place in a word and its print, with the step that led there."""

    chance: float
    before: "_Way | None"
    step: Segment | None


def _walked(way: _Way) -> list[Confusion]:
    """Return the confusions of a way in order."""
    pairs = []
    while way.step is not None and way.before is not None:
        pairs.append(Confusion(way.step.true, way.step.printed))
        way = way.before
    return pairs[::-1]


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
    """Return where two words begin to differ, and where each ends to.

    Where one has nothing between, a letter that both share belongs to the difference on
    either side: `c` may be printed as `cc`.
    """
    start = Prefix.similarity(true, printed)
    end = Postfix.similarity(true[start:], printed[start:])
    if len(true) != len(printed) and min(len(true), len(printed)) == start + end:
        start, end = max(start - 1, 0), max(end - 1, 0)
    return start, len(true) - end, len(printed) - end
