"""Signals of health in a page's text: figures that the judge goes by."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.text.tokens import words
from pipeline.text.unicode import mojibake_share

_DIACRITICS = frozenset("åäöÅÄÖ")
# Glyphs whose letter the file does not tell: pdfminer's mark for them, private use, U+FFFD.
_UNREADABLE = re.compile("\\(cid:\\d+\\)|[\ue000-\uf09f\uf100-\uf8ff\ufffd]")
_SURE_ENGLISH = 4
"""English words of fewer letters may be damaged Swedish ones (`for`, `dr`)."""


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
    running = [word for line in text.split("\n") for word in words(line) if _is_running(word)]
    known = [lexicon.knows(word) for word in running]
    english = [lexicon.english(word.lower()) > 0 for word in running]
    only_english = sum(e and not k for e, k in zip(english, known, strict=True))
    only_swedish = sum(k and not e for e, k in zip(english, known, strict=True))
    is_english = only_english > only_swedish
    foreign = [
        e and not k and (is_english or len(word) >= _SURE_ENGLISH)
        for word, e, k in zip(running, english, known, strict=True)
    ]
    swedish = [] if is_english else [w for w, f in zip(running, foreign, strict=True) if not f]
    characters = sum(not character.isspace() for character in text)
    return TextSignals(
        characters=characters,
        words=len(running),
        known=sum(k or f for k, f in zip(known, foreign, strict=True)),
        swedish=len(swedish),
        diacritics=sum(not _DIACRITICS.isdisjoint(word) for word in swedish),
        unreadable=len(_UNREADABLE.findall(text)) / max(characters, 1),
        mojibake=mojibake_share(text),
    )


def _is_running(word: str) -> bool:
    """Tell whether a word is written as running text is, and not a name or abbreviation."""
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
