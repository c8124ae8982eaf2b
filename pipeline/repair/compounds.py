"""Compounds of listed words, each part of which may be damaged."""

from collections.abc import Iterator
from functools import lru_cache
from math import log

from pipeline.lexicon import VOWEL_CLASS, Lexicon, confused_runs, fold, one_run, to_class
from pipeline.repair.channel import IMPOSSIBLE, Channel
from pipeline.repair.choices import UNLISTED, Choice

_COMPOUND = log(0.03)  # about 3 in 100 running words are compounds that no list has
_REST_SHARE = 0.8  # how far last parts of compounds are like those of listed compounds
_SHORTEST_PART = 3
_PARTS = 3  # readings of a part, and of a whole, that are kept
_PART_LIMIT = 16
_CACHE_SIZE = 8_000


class Compounds:
    """Finds the compounds that a printed word may stand for."""

    def __init__(self, lexicon: Lexicon, channel: Channel) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._total = log(lexicon.parts_total)
        self._firsts = lru_cache(_CACHE_SIZE)(self.first_parts)
        self._rests = lru_cache(_CACHE_SIZE)(self._last_parts)

    def readings(self, printed: str, most: int = 2) -> list[Choice]:
        """Return the likeliest compounds, at most three, of at most `most` first parts.

        Their chance holds the word's own.
        """
        best: dict[str, float] = {}
        for cut in self._cuts(printed):
            rests = self._rests(printed[cut:]) or (most > 1 and self._inner_compound(printed[cut:]))
            for first in self._firsts(printed[:cut]) if rests else ():
                for rest in rests or ():
                    word, chance = first.word + rest.word, first.chance + rest.chance
                    if chance > best.get(word, IMPOSSIBLE):
                        best[word] = chance
        ranked = sorted(best, key=best.__getitem__, reverse=True)
        return [Choice(word, UNLISTED, best[word]) for word in ranked[:_PARTS]]

    def _cuts(self, printed: str) -> Iterator[int]:
        """Yield the places after which the rest of a compound may begin, by the keys alone."""
        classed = to_class(printed)
        keys = {len(key) for key in self._lexicon.first_part_keys(one_run(classed))}
        if "aa" not in classed:
            yield from (place for place in sorted(keys) if place <= len(printed) - _SHORTEST_PART)
            return
        length, inside = 0, False
        for place, sign in enumerate(printed[:-_SHORTEST_PART], start=1):
            confused = sign in VOWEL_CLASS
            length += not (confused and inside)
            inside = confused
            if length in keys:
                yield place

    def first_parts(self, printed: str) -> tuple[Choice, ...]:
        """Return what the printed left part of a compound may stand for, best first.

        The chance of a choice holds that of any compound beginning with it.
        """
        words = self._lexicon.keyed(fold(printed))[:_PART_LIMIT]
        runs = confused_runs(printed) if words else []
        found = []
        for entry in words:
            parts = self._lexicon.first_parts(entry.number)
            if parts and len(entry.word) >= _SHORTEST_PART:
                chance = self._channel.chance_in_runs(entry.word, printed, entry.runs, runs)
                if chance > IMPOSSIBLE / 2:
                    own = _COMPOUND + log(parts) - self._total
                    found.append(Choice(entry.word, UNLISTED, own + chance))
        return _best(found)

    def _inner_compound(self, printed: str) -> tuple[Choice, ...]:
        return tuple(self.readings(printed, 1)) if len(printed) >= 2 * _SHORTEST_PART else ()

    def _last_parts(self, printed: str) -> tuple[Choice, ...]:
        words = self._lexicon.keyed(fold(printed))[:_PART_LIMIT]
        runs = confused_runs(printed) if words else []
        found = []
        for entry in words:
            if entry.member and len(entry.word) >= _SHORTEST_PART:
                chance = self._channel.chance_in_runs(entry.word, printed, entry.runs, runs)
                if chance > IMPOSSIBLE / 2:
                    chance += self._as_rest(entry.number)
                    found.append(Choice(entry.word, entry.number, chance))
        return _best(found)

    def _as_rest(self, number: int) -> float:
        """Return the log chance of a word as the last part of a compound."""
        share = self._lexicon.last_parts(number) / self._lexicon.last_total
        alone = self._lexicon.count_of(number) / self._lexicon.total
        return log(_REST_SHARE * share + (1 - _REST_SHARE) * alone + 1e-9)


def _best(found: list[Choice]) -> tuple[Choice, ...]:
    if len(found) > 1:
        found.sort(key=lambda choice: -choice.chance)
    return tuple(found[:_PARTS])
