"""Confusion keys: words that OCR without Swedish mixes up share one."""

import re

# What engines without Swedish letters print for å, ä and ö (and what they print it for):
# a word and its damaged forms differ within this class alone, however often it occurs.
VOWEL_CLASS = frozenset("aåäàáâãoöòóôõøiíìîïdéèêëæ468&@ü\ufffd")

_TO_CLASS = str.maketrans(dict.fromkeys(VOWEL_CLASS, "a"))
_CONFUSED = re.compile(f"[{''.join(VOWEL_CLASS)}]+")
_DIACRITICS = str.maketrans("åäöéèáàüÅÄÖÉÈÁÀÜ", "aaoeeaauAAOEEAAU")


def fold(word: str) -> str:
    """Return the confusion key of a word: lower-cased, the vowel class as `a`, runs as one.

    `pågående`, `pagaende` and `pagiaende` have the same key.
    """
    return one_run(to_class(word.lower()))


def to_class(lowered: str) -> str:
    """Return a lower-cased word with each sign of the vowel class as `a`."""
    return lowered.translate(_TO_CLASS)


def one_run(classed: str) -> str:
    """Return a word in which runs of `a` are one."""
    while "aa" in classed:
        classed = classed.replace("aa", "a")
    return classed


def confused_runs(word: str) -> list[str]:
    """Return the runs of signs of the vowel class in a lower-cased word.

    Words with the same key have as many, and nothing else in which they differ.
    """
    return _CONFUSED.findall(word)


def strip_diacritics(word: str) -> str:
    """Return the word as a typewriter without å, ä, ö and accents would print it."""
    return word.translate(_DIACRITICS)
