"""Readings of words that no list has, by what is likely to follow what in words and names."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicon import LETTER_BITS, STEPS, Letters, letter_codes
from pipeline.repair.channel import Channel, Segment

_BEAM = 5
_LEAST = -8.0  # log chance of a confusion that is thought of
_DOTTED = frozenset("åäö")  # é and ü are for words that a list has: foreign names go without
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäöéü")
_CACHE_SIZE = 5_000


_Way = tuple[float, str, int, float]
"""A way of reading the first signs.

The log chance of the letters and their print; the letters; their history in the letter
model; the log chance of the print alone.
"""


class _Step(NamedTuple):
    """What may stand at a place: signs taken, letters and their codes, log chance."""

    length: int
    true: str
    codes: bytes
    chance: float


class Spelling:
    """Spells printed words anew with a letter model: a beam search through the channel."""

    def __init__(self, letters: Letters, channel: Channel) -> None:
        self._letters = letters
        self._kept = channel.kept
        self._sources = {sign: tuple(_sources(sign, s)) for sign, s in channel.sources.items()}
        self._longest = max((len(s.printed) for t in self._sources.values() for s in t), default=1)
        self._steps = lru_cache(_CACHE_SIZE)(self._possible)

    def readings(self, printed: str, most: int = 3) -> dict[str, float]:
        """Return the likeliest spellings of a lower-cased print, and the chance of the print.

        The log chance is that of the print given the spelling.
        """
        ways: list[dict[str, _Way]] = [{} for _ in range(len(printed) + 1)]
        ways[0][""] = 0.0, "", Letters.START, 0.0
        for place in range(len(printed)):
            best: Iterable[_Way] = ways[place].values()
            if len(ways[place]) > _BEAM:
                best = sorted(best, reverse=True)[:_BEAM]
            self._extend(best, self._steps(printed[place : place + self._longest]), ways, place)
        end = self._letters.end
        ended = [(total + end(h), word, seen) for total, word, h, seen in ways[-1].values()]
        ended.sort(reverse=True)
        return {word: seen for _, word, seen in ended[:most]}

    def _extend(
        self,
        best: Iterable[_Way],
        steps: Iterable[_Step],
        ways: list[dict[str, _Way]],
        place: int,
    ) -> None:
        """Add the ways that go on from a place."""
        # The loop of all loops: what `Letters.follow` does stands in it.
        rows, costs, mask = self._letters.rows, self._letters.costs, self._letters.mask
        for total, word, history, seen in best:
            for length, true, codes, cost in steps:
                chance, after = total + cost, history
                for code in codes:
                    chance -= costs[rows[after] | code] / STEPS
                    after = (after << LETTER_BITS | code) & mask
                target, spelt = ways[place + length], word + true
                if spelt not in target or chance > target[spelt][0]:
                    target[spelt] = chance, spelt, after, seen + cost

    def _possible(self, ahead: str) -> tuple[_Step, ...]:
        """Return what may stand where the next signs are `ahead`."""
        sign = ahead[0]
        steps = []
        if sign in _LETTERS:
            steps.append(_Step(1, sign, letter_codes(sign), self._kept.get(sign, 0.0)))
        for true, seen, chance in self._sources.get(sign, ()):
            if ahead.startswith(seen):
                steps.append(_Step(len(seen), true, letter_codes(true), chance))
        return tuple(steps)


def _sources(sign: str, segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield what is thought of behind prints that begin with a sign: the stranger, the more."""
    for segment in segments:
        if sign in _LETTERS:
            if segment.chance > _LEAST and _DOTTED & set(segment.true):
                yield segment
        elif sign and segment.chance > 2 * _LEAST:
            yield segment
