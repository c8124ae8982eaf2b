"""Choosing among the readings of neighbouring words by word-pair chances."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import mul

from msgspec import Struct

from pipeline.lexicon import Lexicon
from pipeline.repair.choices import ENGLISH, UNLISTED, Choice, Options

_INTO_ENGLISH, _STAY_ENGLISH, _OUT_OF_ENGLISH = 0.001, 0.7, 0.3
_CACHE_SIZE = 20_000


class Reading(Struct, frozen=True, gc=False):
    """The chosen reading of a word: its place among the choices, and its chance (0 to 1)."""

    chosen: int
    score: float
    chances: tuple[float, ...]


SURE = Reading(0, 1.0, (1.0,))
"""That of a word with a single choice, or whose choices all leave it as it is printed."""


class Context:
    """Weighs choices by forward and backward sums over word pairs.

    Between words that have one reading only, stretches of ambiguous words are weighed
    together. `shares` are the document's own chances of words (by number), added to those
    of all text.
    """

    def __init__(self, lexicon: Lexicon, shares: Mapping[int, float]) -> None:
        self._lexicon = lexicon
        self._shares = shares
        self._steps: dict[tuple[int, int], float] = {}
        self._class_steps: dict[tuple[int, int], float] = {}

    def read(self, words: Sequence[Options]) -> list[Reading]:
        """Return the reading of each word of a sentence.

        The most probable reading of each word by itself, given all choices of the others.
        Words that stay as they are, whatever they are, are taken for sure.
        """
        readings: list[Reading] = []
        before = self._lexicon.sentence
        start, count = 0, len(words)
        while start < count:
            choices = words[start].choices
            if len(choices) == 1:
                readings.append(SURE)
                before = choices[0].word_id
                start += 1
                continue
            end = start + 1
            while end < count and len(words[end].choices) > 1:
                end += 1
            stretch = words[start:end]
            if any(word.open for word in stretch):
                after = words[end].choices[0] if end < count else None
                readings += self._stretch(before, stretch, after)
            else:
                readings += [SURE] * len(stretch)
            start = end
        return readings

    def _stretch(
        self, before: int, words: Sequence[Options], after: Choice | None
    ) -> Iterable[Reading]:
        """Return the readings of ambiguous words between two that are sure."""
        row = list(map(mul, self._row(before, words[0]), words[0].weights))
        if len(words) == 1:
            return (_reading(row, self._column(words[0], after)),)
        tables, rows = [], [row]
        for last, word in pairwise(words):
            table = list(zip(*[self._row(number, word) for number in last.numbers], strict=True))
            tables.append(table)
            row = _weighed([_dot(row, column) for column in table], word.weights)
            rows.append(row)
        back = self._column(words[-1], after)
        readings = [_reading(row, back)]
        for place in range(len(words) - 2, -1, -1):
            back = _weighed(back, words[place + 1].weights)
            back = [_dot(back, column) for column in zip(*tables[place], strict=True)]
            readings.append(_reading(rows[place], back))
        return reversed(readings)

    def _row(self, first: int, word: Options) -> list[float]:
        """Return the chance of each choice of a word after another word."""
        if first == ENGLISH:
            return [self._step(first, number, word.common) for number in word.numbers]
        steps = self._class_steps if word.common else self._steps
        return [
            1.0
            if number == UNLISTED
            else steps.get((first, number)) or self._step(first, number, word.common)
            for number in word.numbers
        ]

    def _column(self, word: Options, after: Choice | None) -> list[float]:
        """Return the chance of the word that follows after each choice of a word."""
        if after is None:
            return [1.0] * len(word.numbers)
        second = after.word_id
        if second == UNLISTED and ENGLISH not in word.numbers:
            return [1.0] * len(word.numbers)
        steps = self._class_steps if word.common else self._steps
        return [
            steps.get((number, second)) or self._step(number, second, word.common)
            for number in word.numbers
        ]

    def _step(self, first: int, second: int, common: bool) -> float:
        """Return the chance of a word after another; 1 where the choice has its own.

        `common` holds where classes may tell the choices apart.
        """
        if second == ENGLISH:
            return _STAY_ENGLISH if first == ENGLISH else _INTO_ENGLISH
        if second < 0:
            return _OUT_OF_ENGLISH if first == ENGLISH else 1.0
        steps = self._class_steps if common else self._steps
        if len(steps) >= _CACHE_SIZE:
            steps.clear()
        steps[first, second] = chance = self._pair(first, second, common)
        return chance

    def _pair(self, first: int, second: int, common: bool) -> float:
        lexicon = self._lexicon
        alone = (lexicon.count_of(second) + 0.01) / lexicon.total
        alone += self._shares.get(second, 0.0)
        if first == ENGLISH:
            return _OUT_OF_ENGLISH * alone
        if first < 0:
            return alone
        if common:
            alone *= lexicon.class_lift(first, second)
        unseen = lexicon.backoff(first)
        if unseen == 1:  # it begins no pair
            return alone
        return lexicon.pair_chance(first, second) + unseen * alone


def own_chance(options: Options, reading: Reading) -> float:
    """Return the chance, 0 to 1, that a word is right as it is printed."""
    if reading is SURE:
        return float(bool(options.own))
    return min(1.0, sum([reading.chances[place] for place in options.own]))


def _dot(one: Iterable[float], other: Iterable[float]) -> float:
    total: float = sum(map(mul, one, other))
    return total


def _weighed(row: Iterable[float], weights: Iterable[float]) -> list[float]:
    """Return the products, scaled so that long sentences do not run out of digits."""
    products = list(map(mul, row, weights))
    total = sum(products) or 1.0
    return [value / total for value in products]


def _reading(forward: Iterable[float], backward: Iterable[float]) -> Reading:
    products = list(map(mul, forward, backward))
    total = sum(products)
    if total <= 0:
        return Reading(0, 0.0, (0.0,) * len(products))
    chances = tuple([value / total for value in products])
    best = max(chances)
    return Reading(chances.index(best), min(best, 1.0), chances)
