"""Letter models: how likely a string of letters is as a word, or as a name, of no list."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyzåäöéü"
LETTER_BITS: Final = 5  # the alphabet and the word's border fit into 32 signs
_SIGNS: Final = 1 << LETTER_BITS
_BORDER: Final = 0
_CODES: Final = {letter: number for number, letter in enumerate(_ALPHABET, start=1)}
STEPS: Final = 16  # a nat, as the table keeps log chances in bytes
_WORST: Final = 255
_CACHE_SIZE: Final = 1000
_PLAIN: Final = str.maketrans("àáâãçèêëìíîïñòóôõøùúûýÿæ", "aaaaceeeiiiinoooööuuuyyä")
_TO_CODES: Final = {ord(letter): chr(code) for letter, code in _CODES.items()}
_TO_CODES.update({a: chr(_CODES[chr(plain)]) for a, plain in _PLAIN.items()})


@lru_cache(_CACHE_SIZE)
def letter_codes(word: str) -> bytes:
    """Return the number of each letter of a lower-cased word, from 1; 32 and more for others.

    Accents but é and ü do not count.
    """
    return word.translate(_TO_CODES).encode("latin-1", "replace")


class Letters:
    """Chances of letters after some others, in tables mapped into memory.

    A history is the number of the last signs, five bits each; `START` is that of a word's
    beginning. `costs` holds a row of 32 log chances, negative, in steps, for all histories
    alike; `rows` is where that of each history begins. The order of a model is how many
    letters its tables tell of at once.
    """

    START = 0

    def __init__(self, path: Path) -> None:
        # A memoryview gives plain numbers several times faster than an array.
        packed = memoryview(np.load(path, mmap_mode="r"))
        histories: int = packed[0]
        self.rows = packed[1 : histories + 1]
        self.costs = packed[histories + 1 :].cast("B")
        self.mask = histories - 1  # all bits of a history

    def chance(self, word: str) -> float:
        """Return the log chance, at most 0, of a lower-cased word, its end among it.

        Accents but é and ü do not count; any other sign is as unlikely as can be.
        """
        rows, costs, mask, history, total = self.rows, self.costs, self.mask, self.START, 0
        for code in letter_codes(word):
            if code < _SIGNS:
                total += costs[rows[history] | code]
                history = (history << LETTER_BITS | code) & mask
            else:
                total += _WORST
                history = history << LETTER_BITS & mask
        return -(total + costs[rows[history] | _BORDER]) / STEPS

    def follow(self, history: int, letters: str) -> tuple[int, float]:
        """Return the history after more letters of the alphabet, and their log chance."""
        total = 0
        for code in letter_codes(letters):
            total += self.costs[self.rows[history] | code]
            history = (history << LETTER_BITS | code) & self.mask
        return history, -total / STEPS

    def end(self, history: int) -> float:
        """Return the log chance that a word ends after a history."""
        return -self.costs[self.rows[history] | _BORDER] / STEPS


def learn_letters(words: Sequence[str], order: int) -> NDArray[np.uint32]:
    """Return a letter model as `Letters` maps it, from lower-cased words.

    Each word counts once: unlisted words are like the many rare ones, not like the few
    common ones. Orders are interpolated after Witten and Bell.
    """
    codes = _coded(words)
    chances = np.full(_SIGNS, 1 / _SIGNS, np.float32)
    for lower in range(1, order):
        chances = _interpolated(_grams(codes, lower), chances, lower)
    return _packed(_in_bytes(_grams(codes, order), chances))


def _packed(table: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the number of histories, the place of each one's row, and the different rows.

    Most histories are never seen and have the row of a shorter one.
    """
    rows = table.view(np.dtype((np.void, _SIGNS)))
    different, of_history = np.unique(rows, return_inverse=True)
    places = of_history.reshape(-1) * _SIGNS
    head = np.array([len(places)])
    return np.concatenate([head, places, different.view(np.uint32)]).astype(np.uint32)


def _coded(words: Sequence[str]) -> NDArray[np.uint8]:
    """Return the words' signs one after another, a border before and after each."""
    known = set(_ALPHABET)
    plain = (word.translate(_PLAIN) for word in words)
    text = "\0".join(word for word in plain if known.issuperset(word))
    table = np.zeros(256, np.uint8)
    for letter, code in _CODES.items():
        table[ord(letter)] = code
    signs = np.frombuffer(f"\0{text}\0".encode("latin-1"), np.uint8)
    return table[signs]


def _grams(codes: NDArray[np.uint8], order: int) -> NDArray[np.int64]:
    """Return the number of the last `order` signs at every place but the first border.

    Signs before a word's border count as borders.
    """
    grams = codes[1:].astype(np.int64)
    inside = np.ones(len(grams), bool)
    for back in range(1, order):
        before = np.zeros(len(grams), np.int64)
        before[back - 1 :] = codes[: len(grams) - back + 1]
        inside &= before != _BORDER
        grams |= np.where(inside, before, _BORDER) << (LETTER_BITS * back)
    return grams


def _interpolated(
    grams: NDArray[np.int64], lower: NDArray[np.float32], order: int
) -> NDArray[np.float32]:
    """Return chances of an order (a row of 32 for each history) from those of the one below."""
    counts = np.bincount(grams, minlength=_SIGNS**order).reshape(-1, _SIGNS)
    rows = np.tile(lower.reshape(-1, _SIGNS), (_SIGNS if order > 1 else 1, 1))
    kinds = (counts > 0).sum(axis=1, keepdims=True)
    totals = counts.sum(axis=1, keepdims=True)
    mixed = (counts + kinds * rows) / np.maximum(totals + kinds, 1)
    return np.where(totals > 0, mixed, rows).astype(np.float32).reshape(-1)


def _in_bytes(grams: NDArray[np.int64], lower: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return the log chances of the highest order as bytes, one first sign at a time."""
    size = len(lower)
    table = np.empty((_SIGNS, size), np.uint8)
    grams = np.sort(grams)
    borders = np.searchsorted(grams, np.arange(_SIGNS + 1) * size)
    for first in range(_SIGNS):
        part = grams[borders[first] : borders[first + 1]] - first * size
        counts = np.bincount(part, minlength=size).reshape(-1, _SIGNS)
        rows = lower.reshape(-1, _SIGNS)
        kinds = (counts > 0).sum(axis=1, keepdims=True)
        totals = counts.sum(axis=1, keepdims=True)
        mixed = np.where(totals > 0, (counts + kinds * rows) / np.maximum(totals + kinds, 1), rows)
        table[first] = np.clip(np.rint(-np.log(mixed) * STEPS), 0, _WORST).reshape(-1)
    return table.reshape(-1)
