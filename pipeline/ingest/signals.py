"""Signals of health in a page's text: figures that the judge goes by."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.text.tokens import words
from pipeline.text.unicode import mojibake_share

_DIACRITICS = frozenset("åäöÅÄÖ")
# Glyphs whose letter the file does not tell: pdfminer's mark for them, private use, U+FFFD.
_UNREADABLE = re.compile("\\(cid:\\d+\\)|[\ue000-\uf09f\uf100-\uf8ff\ufffd]")
_SURE_ENGLISH = 4
"""English words of fewer letters may be damaged Swedish ones (`for`, `dr`)."""
_KEPT_WORDS = 20_000
"""Words that are remembered: most words of a page stand on others too."""


@dataclass(frozen=True, slots=True)
class TextSignals:
    """What tells whether a text was read rightly.

    `words` counts words of running text: those with small letters, because names and
    abbreviations are in no word list. `known` are those in the lexicon, `diacritics` those
    with å, ä or ö among the `swedish` ones, which are all that are not English.
    `unreadable` and `mojibake` are shares, 0 to 1, of characters and of words.
    """

    characters: int
    words: int
    known: int
    swedish: int
    diacritics: int
    unreadable: float
    mojibake: float

    @property
    def known_share(self) -> float:
        """Share of words in the lexicon, 0 to 1; 1 where there is no word."""
        return self.known / self.words if self.words else 1.0

    @property
    def diacritic_share(self) -> float:
        """Share of Swedish words with å, ä or ö, 0 to 1; 0 where there is no word."""
        return self.diacritics / self.swedish if self.swedish else 0.0


def measure_text(lines: Iterable[str], lexicon: Lexicon) -> TextSignals:
    """Measure the signals of a page's lines."""
    text = "\n".join(lines)
    found = Counter(words(text))
    looked = {word: _look_up(word, lexicon) for word in found}
    running = Counter({word: count for word, count in found.items() if looked[word].running})
    known = {word for word in running if looked[word].known}
    english = {word for word in running if looked[word].english}
    is_english = _count(running, english - known) > _count(running, known - english)
    foreign = {w for w in english - known if is_english or len(w) >= _SURE_ENGLISH}
    swedish = set() if is_english else running.keys() - foreign
    characters = len("".join(text.split()))
    return TextSignals(
        characters=characters,
        words=running.total(),
        known=_count(running, known | foreign),
        swedish=_count(running, swedish),
        diacritics=_count(running, {w for w in swedish if not _DIACRITICS.isdisjoint(w)}),
        unreadable=len(_UNREADABLE.findall(text)) / max(characters, 1),
        mojibake=mojibake_share(text),
    )


class _Looked(NamedTuple):
    """Whether a word is one of running text, and if so, in which of the word lists it is."""

    running: bool
    known: bool
    english: bool


@lru_cache(maxsize=_KEPT_WORDS)
def _look_up(word: str, lexicon: Lexicon) -> _Looked:
    if not _is_running(word):
        return _Looked(running=False, known=False, english=False)
    return _Looked(True, lexicon.knows(word), lexicon.english(word.lower()) > 0)


def _count(running: Counter[str], chosen: Set[str]) -> int:
    return sum(running[word] for word in chosen)


def _is_running(word: str) -> bool:
    """Tell whether a word is written as running text is, and not a name or abbreviation."""
    if word.isascii():  # whose letters are all small or capital
        return len(word) > 1 and word.islower()
    letters = [character for character in word if character.isalpha()]
    return len(word) > 1 and bool(letters) and all(letter.islower() for letter in letters)


def surely_below(count: int, total: int, share: float) -> bool:
    """Tell whether `count` of `total` lies below a share beyond what chance may do.

    Upper end of Wilson's 95 % interval (Wilson 1927): a few words prove nothing.
    """
    if not total:
        return False
    z = 1.96
    middle = count / total + z * z / (2 * total)
    spread = z * math.sqrt(count * (total - count) / total**3 + z * z / (4 * total * total))
    return (middle + spread) / (1 + z * z / total) < share
