"""Readings of words that no list has, by what is likely to follow what in words and names."""

from pipeline.lexicon import Letters
from pipeline.repair.channel import SWEDISH_LETTERS, Channel

_BEAM = 5
_LEAST = -8.0  # log chance of a confusion that is thought of
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäöéü")

_Way = tuple[str, int]
"""A way of reading the first signs: the letters, and their history."""

_Chances = tuple[float, float]
"""Log chances of a way with its print, and of the print alone."""


class Spelling:
    """Spells printed words anew with a letter model: a beam search through the channel."""

    def __init__(self, letters: Letters, channel: Channel) -> None:
        self._letters = letters
        self._sources = {
            sign: [
                (segment.printed, segment.true, segment.chance)
                for segment in segments
                if segment.chance > _LEAST and (SWEDISH_LETTERS & set(segment.true))
            ]
            for sign, segments in channel.sources.items()
            if sign
        }
        self._strange = {
            sign: [(s.printed, s.true, s.chance) for s in segments if s.chance > 2 * _LEAST]
            for sign, segments in channel.sources.items()
            if sign and sign not in _LETTERS
        }
        self._kept = dict.fromkeys(SWEDISH_LETTERS, channel.kept)

    def readings(self, printed: str, most: int = 3) -> dict[str, float]:
        """Return the likeliest spellings of a lower-cased print, and the chance of the print.

        The log chance is that of the print given the spelling.
        """
        ways: list[dict[_Way, _Chances]] = [{} for _ in range(len(printed) + 1)]
        ways[0]["", Letters.START] = 0.0, 0.0
        for place in range(len(printed)):
            self._extend(printed, place, ways)
        end = self._letters.end
        ended = [(total + end(h), word, seen) for (word, h), (total, seen) in ways[-1].items()]
        ended.sort(reverse=True)
        return {word: seen for _, word, seen in ended[:most]}

    def _extend(self, printed: str, place: int, ways: list[dict[_Way, _Chances]]) -> None:
        steps = self._steps(printed, place)
        follow = self._letters.follow
        best = sorted(ways[place].items(), key=lambda way: -way[1][0])[:_BEAM]
        for (word, history), (total, seen) in best:
            for length, true, cost in steps:
                after, chance = follow(history, true)
                chance += total + cost
                target, way = ways[place + length], (word + true, after)
                if way not in target or chance > target[way][0]:
                    target[way] = chance, seen + cost

    def _steps(self, printed: str, place: int) -> list[tuple[int, str, float]]:
        """Return what may stand at a place: signs taken, letters, log chance."""
        sign = printed[place]
        steps = []
        if sign in _LETTERS:
            steps.append((1, sign, self._kept.get(sign, 0.0)))
            sources = self._sources.get(sign, ())
        else:
            sources = self._strange.get(sign, ())
        for seen, true, chance in sources:
            if printed.startswith(seen, place):
                steps.append((len(seen), true, chance))
        return steps
