"""The readings that a printed word may have, and how words are printed."""

from enum import IntEnum, auto
from math import exp

from msgspec import Struct

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

    __hash__ = int.__hash__  # that of enumerations is slow, and cases are parts of many keys


class Choice(Struct, frozen=True, gc=False):
    """A reading of a printed word: lower-cased, its number in the lexicon, log chance.

    `chance` is that of the print given the word; for unlisted and English words it holds
    the word's own chance as well.
    """

    word: str
    word_id: int
    chance: float

    def value(self, priors: memoryview) -> float:
        """Return the log chance of print and word together; `priors` are those of the lexicon."""
        return self.chance + (priors[self.word_id] if self.word_id >= 0 else 0)


class Options(Struct, eq=False, gc=False):
    """What a printed word may stand for, best first; the same object for the same word.

    `numbers` are those of the choices, `weights` their chances against the best of them,
    `own` the places of those that leave the word as it is printed; `open` holds where there
    are others. `common` holds where all of them are common words: then their classes tell
    them apart.
    """

    printed: str
    choices: tuple[Choice, ...]
    common: bool = False
    numbers: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()
    own: tuple[int, ...] = ()
    open: bool = False

    def __post_init__(self) -> None:
        choices = self.choices
        best = max([choice.chance for choice in choices])
        self.numbers = tuple([choice.word_id for choice in choices])
        self.weights = tuple([exp(choice.chance - best) for choice in choices])
        own = [place for place, choice in enumerate(choices) if choice.word == self.printed]
        self.own = tuple(own)
        self.open = len(own) < len(choices)
