"""Confusion keys: words that OCR without Swedish mixes up share one."""

import re

# What engines without Swedish letters print for å, ä and ö (and what they print it for):
# a word and its damaged forms differ within this class alone, however often it occurs.
VOWEL_CLASS = frozenset("aåäàáâãoöòóôõøiíìîïdéèêëæ468&@ü\ufffd")

_TO_CLASS = str.maketrans(dict.fromkeys(VOWEL_CLASS, "a"))
_RUNS = re.compile("aa+")
_CONFUSED = re.compile(f"[{''.join(VOWEL_CLASS)}]+")
_DIACRITICS = str.maketrans("åäöéèáàüÅÄÖÉÈÁÀÜ", "aaoeeaauAAOEEAAU")


def fold(word: str) -> str:
    """Return the confusion key of a word: lower-cased, the vowel class as `a`, runs as one.

    `pågående`, `pagaende` and `pagiaende` have the same key.
    """
    folded = word.lower().translate(_TO_CLASS)
    return _RUNS.sub("a", folded) if "aa" in folded else folded


def confused_runs(word: str) -> list[str]:
    """Return the runs of signs of the vowel class in a lower-cased word.

    Words with the same key have as many, and nothing else in which they differ.
    """
    return _CONFUSED.findall(word)


def strip_diacritics(word: str) -> str:
    """Return the word as a typewriter without å, ä, ö and accents would print it."""
    return word.translate(_DIACRITICS)
