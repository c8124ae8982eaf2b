"""The readings that a printed word may have, and how words are printed."""

from collections.abc import Iterable
from enum import IntEnum, auto
from math import exp
from typing import NamedTuple

UNLISTED, ENGLISH = -1, -2
"""Numbers of choices that are no words of the lexicon."""


LONGEST_WORD = 50
"""Letters of the longest words that are repaired: others take long to look behind."""


class Case(IntEnum):
    """How a word is printed: `START` is a capital that any word would have there.

    `UPPER` is a word in capitals among others that are not, `MIXED` one with capitals
    inside (`fOr`).
    """

    LOWER = auto()
    START = auto()
    CAPITAL = auto()
    UPPER = auto()
    MIXED = auto()


class Choice(NamedTuple):
    """A reading of a printed word: lower-cased, its number in the lexicon, log chance.

    `chance` is that of the print given the word; for unlisted and English words it holds
    the word's own chance as well.
    """

    word: str
    word_id: int
    chance: float


class Options:
    """What a printed word may stand for, best first; the same object for the same word.

    `weights` are the choices' chances against the best of them. `common` holds where all of
    them are common words: then their classes tell them apart.
    """

    __slots__ = ("choices", "common", "weights")

    def __init__(self, choices: Iterable[Choice], *, common: bool = False) -> None:
        self.common = common
        self.choices = tuple(choices)
        best = max(choice.chance for choice in self.choices)
        self.weights = tuple(exp(choice.chance - best) for choice in self.choices)
