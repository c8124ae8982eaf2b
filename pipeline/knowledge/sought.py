"""Which of the words that any pattern seeks stand in a text: each text is looked at once.

Dozens of rules search each line and sentence, and hardly any of them has its word there. A
word of a text is looked up instead of sought: most have been met before. What is there is a
number, a bit for each piece, so that to ask for any of a hundred pieces is one `&`.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

_KEPT_WORDS: Final = 100_000
_KEPT_TEXTS: Final = 8_192


class Looked(NamedTuple):
    """A text in lower case, and the bits of the pieces in it.

    Where case changes its length, those of all there are.
    """

    lowered: str
    pieces: int


class Sought(dict[str, int]):
    """The bits of the pieces that patterns seek, by the words that were met.

    No piece has a space in it; the one without a letter is in every text.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[str, int] = {"": 1}
        self._longest = 0
        self.look = lru_cache(_KEPT_TEXTS)(self._look)
        """Return what there is in a text."""

    def add(self, pieces: Iterable[str]) -> int:
        """Seek pieces of words from now on; return their bits."""
        bits = 0
        for piece in pieces:
            bits |= self._bits.setdefault(piece, 1 << len(self._bits))
            self._longest = max(self._longest, len(piece))
        self.clear()
        self.look.cache_clear()
        return bits

    def _look(self, text: str) -> Looked:
        lowered = text.lower()
        if len(lowered) != len(text):
            return Looked(lowered, (1 << len(self._bits)) - 1)
        pieces = 1
        for word in lowered.split():
            pieces |= self[word]
        return Looked(lowered, pieces)

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        ends = range(1, len(word) + 1)
        parts = {word[i:end] for end in ends for i in range(max(0, end - self._longest), end)}
        self[word] = found = sum(self._bits[piece] for piece in self._bits.keys() & parts)
        return found


def piece_of(word: str) -> str:
    """Return the longest part of a word without a space; without it, the word is not there."""
    return max(word.split(), key=len, default="")


SOUGHT: Final = Sought()
"""What all patterns of this process seek."""
