"""Choosing among the readings of neighbouring words by word-pair chances."""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import ENGLISH, UNLISTED, Choice

_INTO_ENGLISH, _STAY_ENGLISH, _OUT_OF_ENGLISH = 0.001, 0.7, 0.3
_CACHE_SIZE = 200_000


class Reading(NamedTuple):
    """The chosen reading of a word: its place among the choices, and its chance (0 to 1)."""

    chosen: int
    score: float
    chances: tuple[float, ...]


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
        self._stretches: dict[tuple[object, ...], tuple[Reading, ...]] = {}

    def read(self, words: Sequence[tuple[Choice, ...]]) -> list[Reading]:
        """Return the reading of each word of a sentence.

        The most probable reading of each word by itself, given all choices of the others.
        """
        readings: list[Reading] = []
        start = 0
        before = self._lexicon.sentence
        while start < len(words):
            if len(words[start]) == 1:
                readings.append(_SURE)
                before = words[start][0].word_id
                start += 1
                continue
            end = start
            while end < len(words) and len(words[end]) > 1:
                end += 1
            after = words[end][0] if end < len(words) else None
            readings += self._stretch(before, tuple(words[start:end]), after)
            start = end
        return readings

    def _stretch(
        self, before: int, words: tuple[tuple[Choice, ...], ...], after: Choice | None
    ) -> tuple[Reading, ...]:
        key = (before, words, after)
        known = self._stretches.get(key)
        if known is None:
            if len(self._stretches) > _CACHE_SIZE:
                self._stretches.clear()
            known = self._stretches[key] = self._weigh(before, words, after)
        return known

    def _weigh(
        self, before: int, words: tuple[tuple[Choice, ...], ...], after: Choice | None
    ) -> tuple[Reading, ...]:
        emissions = [_relative(choices) for choices in words]
        forward: list[list[float]] = []
        for choices, emission in zip(words, emissions, strict=True):
            if not forward:
                row = [self._step(before, choice) for choice in choices]
            else:
                last, above = words[len(forward) - 1], forward[-1]
                row = [
                    sum(
                        p * self._step(prior.word_id, choice)
                        for p, prior in zip(above, last, strict=True)
                    )
                    for choice in choices
                ]
            forward.append(_scaled([p * e for p, e in zip(row, emission, strict=True)]))
        backward = [1.0 if after is None else self._step(c.word_id, after) for c in words[-1]]
        readings = []
        for place in range(len(words) - 1, -1, -1):
            readings.append(_reading(forward[place], backward))
            if place:
                weighed = [b * e for b, e in zip(backward, emissions[place], strict=True)]
                backward = _scaled(
                    [
                        sum(
                            self._step(prior.word_id, choice) * w
                            for choice, w in zip(words[place], weighed, strict=True)
                        )
                        for prior in words[place - 1]
                    ]
                )
        return tuple(reversed(readings))

    def _step(self, first: int, second: Choice) -> float:
        """Return the chance of a word after another; 1 where the choice has its own."""
        number = second.word_id
        if number == ENGLISH:
            return _STAY_ENGLISH if first == ENGLISH else _INTO_ENGLISH
        if number == UNLISTED:
            return _OUT_OF_ENGLISH if first == ENGLISH else 1.0
        known = self._steps.get((first, number))
        if known is None:
            if len(self._steps) > _CACHE_SIZE:
                self._steps.clear()
            known = self._steps[first, number] = self._pair(first, number)
        return known

    def _pair(self, first: int, second: int) -> float:
        alone = (self._lexicon.count_of(second) + 0.01) / self._lexicon.total
        alone += self._shares.get(second, 0.0)
        if first == ENGLISH:
            return _OUT_OF_ENGLISH * alone
        if first < 0:
            return alone
        return self._lexicon.pair_chance(first, second) + self._lexicon.backoff(first) * alone


_SURE = Reading(0, 1.0, (1.0,))


def _relative(choices: tuple[Choice, ...]) -> list[float]:
    best = max(choice.chance for choice in choices)
    return [exp(choice.chance - best) for choice in choices]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row) or 1.0
    return [value / total for value in row]


def _reading(forward: list[float], backward: list[float]) -> Reading:
    chances = _scaled([f * b for f, b in zip(forward, backward, strict=True)])
    chosen = max(range(len(chances)), key=chances.__getitem__)
    return Reading(chosen, min(chances[chosen], 1.0), tuple(chances))
