"""Simple correctors that repair is measured against: by single words, and by word pairs."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from pipeline.lexicon import Lexicon, fold, strip_diacritics
from tests.bench.words import Piece, is_word, pieces, with_case_of

_LIMIT = 500  # words with one confusion key that are looked through
_COMMONER = 10  # times as common as a listed word: what is taken in its place
_UNSEEN = 1e-9  # chance of a word that no list counts
_SENTENCE_END = frozenset(".!?")


class Unigram:
    """Takes for each word the commonest of the lexicon with the same confusion key.

    Listed words stay unless that one is ten times as common, which did about best on the
    development readings among 1, 3, 10, 30, 100 and 1,000.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kept: dict[str, str] = {}

    def correct(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of a document corrected."""
        return [
            " ".join(before + self._best(core) + after for before, core, after in pieces(line))
            for line in lines
        ]

    def _best(self, core: str) -> str:
        if not is_word(core):
            return core
        lowered = core.lower()
        if lowered not in self._kept:
            self._kept[lowered] = self._look_up(lowered)
        return with_case_of(self._kept[lowered], core)

    def _look_up(self, core: str) -> str:
        numbers = self._lexicon.candidates(fold(core), _LIMIT)
        best = next(filter(self._lexicon.is_member, numbers), None)
        own = self._lexicon.count(core) if self._lexicon.contains(core) else 0.0
        if best is None or self._lexicon.count_of(best) <= _COMMONER * own:
            return core
        return self._lexicon.word(best)


class Reading(NamedTuple):
    """A word that may have been printed, lower-cased; `number` is None for one not listed."""

    word: str
    number: int | None


class Route(NamedTuple):
    """The likeliest readings up to a word, and their log chance."""

    chance: float
    readings: tuple[Reading, ...]


class WordPairs:
    """Finds for each sentence the likeliest words that look the same without å, ä and ö.

    Viterbi over word pairs with absolute discounting, backing off to single words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kept: dict[str, tuple[Reading, ...]] = {}

    def correct(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of a document corrected; sentences go on over line ends."""
        rows = [pieces(line) for line in lines]
        words = [word for sentence in _sentences(rows) for word in self._sentence(sentence)]
        rest = iter(words)
        return [" ".join(p.before + next(rest) + p.after for p in row) for row in rows]

    def _sentence(self, cores: Sequence[str]) -> Iterator[str]:
        start = Reading("", self._lexicon.sentence)
        paths = {start: Route(0.0, ())}
        for core in cores:
            paths = {reading: self._best(paths, reading) for reading in self._readings(core)}
        best = max(paths.values(), key=lambda path: path.chance)
        for core, reading in zip(cores, best.readings, strict=True):
            yield with_case_of(reading.word, core) if is_word(core) else core

    def _best(self, paths: dict[Reading, Route], reading: Reading) -> Route:
        before = max(paths, key=lambda b: paths[b].chance + self._step(b, reading))
        chance = paths[before].chance + self._step(before, reading)
        return Route(chance, (*paths[before].readings, reading))

    def _step(self, before: Reading, after: Reading) -> float:
        if after.number is None:
            return 0.0  # it has no rival
        own = self._lexicon.count_of(after.number) / self._lexicon.total + _UNSEEN
        if before.number is None:
            return log(own)
        pair = self._lexicon.pair_chance(before.number, after.number)
        return log(pair + self._lexicon.backoff(before.number) * own)

    def _readings(self, core: str) -> tuple[Reading, ...]:
        lowered = core.lower()
        if lowered not in self._kept:
            self._kept[lowered] = tuple(self._look_up(lowered))
        return self._kept[lowered]

    def _look_up(self, core: str) -> Iterator[Reading]:
        if core[:1].isdigit():
            yield Reading(core, self._lexicon.number)
            return
        bare = strip_diacritics(core)
        numbers = filter(self._lexicon.is_member, self._lexicon.candidates(fold(core), _LIMIT))
        found = [Reading(self._lexicon.word(number), number) for number in numbers]
        alike = [reading for reading in found if strip_diacritics(reading.word) == bare]
        yield from alike or [Reading(core, None)]


def _sentences(rows: Sequence[Sequence[Piece]]) -> Iterator[list[str]]:
    cores: list[str] = []
    for piece in (piece for row in rows for piece in row):
        cores.append(piece.core)
        if _SENTENCE_END & set(piece.after):
            yield cores
            cores = []
    if cores:
        yield cores
