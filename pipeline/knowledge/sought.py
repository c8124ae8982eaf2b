"""Which of the words that any pattern seeks stand in a text: each text is looked at once.

Dozens of rules search each line and sentence, and hardly any of them has its word there. A
word of a text is looked up instead of sought: most have been met before.
"""

from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Final, NamedTuple

_KEPT_WORDS: Final = 100_000
_KEPT_TEXTS: Final = 8_192


class Looked(NamedTuple):
    """A text in lower case, and the pieces in it; all there are where case changes its length."""

    lowered: str
    pieces: Set[str]


class Sought(dict[str, frozenset[str]]):
    """The pieces that patterns seek, none with a space in it, by the words that were met."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: frozenset[str] = frozenset({""})
        self._longest = 0
        self.look = lru_cache(_KEPT_TEXTS)(self._look)
        """Return what there is in a text."""

    def add(self, pieces: Iterable[str]) -> None:
        """Seek pieces of words from now on."""
        self._pieces = self._pieces.union(pieces)
        self._longest = max(map(len, self._pieces))
        self.clear()
        self.look.cache_clear()

    def _look(self, text: str) -> Looked:
        lowered = text.lower()
        if len(lowered) != len(text):
            return Looked(lowered, self._pieces)
        pieces = {""}
        for found in filter(None, map(self.__getitem__, lowered.split())):
            pieces |= found
        return Looked(lowered, pieces)

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        ends = range(1, len(word) + 1)
        parts = {word[i:end] for end in ends for i in range(max(0, end - self._longest), end)}
        self[word] = found = self._pieces & parts
        return found


def piece_of(word: str) -> str:
    """Return the longest part of a word without a space; without it, the word is not there."""
    return max(word.split(), key=len, default="")


SOUGHT: Final = Sought()
"""What all patterns of this process seek."""
