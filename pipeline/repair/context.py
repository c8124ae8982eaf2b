"""Choosing among the readings of neighbouring words by word-pair chances."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.repair.choices import ENGLISH, Choice, Options

_INTO_ENGLISH, _STAY_ENGLISH, _OUT_OF_ENGLISH = 0.001, 0.7, 0.3
_CACHE_SIZE = 8_000
_STRETCHES = 2_000  # kept: they hold many numbers each


class Reading(NamedTuple):
    """The chosen reading of a word: its place among the choices, and its chance (0 to 1)."""

    chosen: int
    score: float
    chances: tuple[float, ...]


_SURE = Reading(0, 1.0, (1.0,))


class Context:
    """Weighs choices by forward and backward sums over word pairs.

    Between words that have one reading only, stretches of ambiguous words are weighed
    together; each stretch is weighed once. `shares` are the document's own chances of
    words (by number), added to those of all text.
    """

    def __init__(self, lexicon: Lexicon, shares: Mapping[int, float]) -> None:
        self._lexicon = lexicon
        self._shares = shares
        self._steps: dict[tuple[int, int], float] = {}
        self._class_steps: dict[tuple[int, int], float] = {}
        self._stretches: dict[tuple[object, ...], tuple[Reading, ...]] = {}

    def read(self, words: Sequence[Options]) -> list[Reading]:
        """Return the reading of each word of a sentence.

        The most probable reading of each word by itself, given all choices of the others.
        """
        readings: list[Reading] = []
        before = self._lexicon.sentence
        start, count = 0, len(words)
        while start < count:
            choices = words[start].choices
            if len(choices) == 1:
                readings.append(_SURE)
                before = choices[0].word_id
                start += 1
                continue
            end = start + 1
            while end < count and len(words[end].choices) > 1:
                end += 1
            after = words[end].choices[0] if end < count else None
            readings += self._stretch(before, words[start:end], after)
            start = end
        return readings

    def _stretch(
        self, before: int, words: Sequence[Options], after: Choice | None
    ) -> tuple[Reading, ...]:
        key = (before, after.word_id if after else None, *words)
        known = self._stretches.get(key)
        if known is None:
            if len(self._stretches) > _STRETCHES:
                self._stretches.clear()
            known = self._stretches[key] = tuple(self._weigh(before, words, after))
        return known

    def _weigh(self, before: int, words: Sequence[Options], after: Choice | None) -> list[Reading]:
        step, word = self._step, words[0]
        rows = [_weighed([step(before, c, word.common) for c in word.choices], word.weights)]
        tables = []
        for last, word in pairwise(words):
            common = word.common
            table = [[step(c.word_id, d, common) for c in last.choices] for d in word.choices]
            tables.append(table)
            rows.append(_weighed([_dot(rows[-1], column) for column in table], word.weights))
        word = words[-1]
        back = [1.0] * len(word.choices)
        if after is not None:
            back = [step(c.word_id, after, word.common) for c in word.choices]
        readings = [_reading(rows[-1], back)]
        for place in range(len(words) - 2, -1, -1):
            back = _weighed(back, words[place + 1].weights)
            table = tables[place]
            back = [_dot(back, column) for column in zip(*table, strict=True)]
            readings.append(_reading(rows[place], back))
        return readings[::-1]

    def _step(self, first: int, second: Choice, common: bool) -> float:
        """Return the chance of a word after another; 1 where the choice has its own.

        `common` holds where classes may tell the choices apart.
        """
        number = second.word_id
        if number < 0:
            if number == ENGLISH:
                return _STAY_ENGLISH if first == ENGLISH else _INTO_ENGLISH
            return _OUT_OF_ENGLISH if first == ENGLISH else 1.0
        steps = self._class_steps if common else self._steps
        known = steps.get((first, number))
        if known is None:
            if len(steps) > _CACHE_SIZE:
                steps.clear()
            known = steps[first, number] = self._pair(first, number, common)
        return known

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
        return lexicon.pair_chance(first, second) + lexicon.backoff(first) * alone


def _dot(one: Iterable[float], other: Iterable[float]) -> float:
    total: float = sum(map(mul, one, other))
    return total


def _weighed(row: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the products, scaled so that long sentences do not run out of digits."""
    products = list(map(mul, row, weights))
    total = sum(products) or 1.0
    return [value / total for value in products]


def _reading(forward: Sequence[float], backward: Sequence[float]) -> Reading:
    products = list(map(mul, forward, backward))
    total = sum(products)
    if total <= 0:
        return Reading(0, 0.0, (0.0,) * len(products))
    chances = tuple(value / total for value in products)
    chosen = chances.index(max(chances))
    return Reading(chosen, min(chances[chosen], 1.0), chances)
