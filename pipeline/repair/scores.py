"""Calibrated scores: what the reader's chances are worth, as readings of known text show it.

The chance of a reading is right as far as the models are; they do not know what they do not
know. `python -m tests.bench.repair --part development` shows how often edits are right by
score; the slopes and ceilings here were chosen so that both agree there. Platt's scaling
(1999), with a ceiling.
"""

from typing import NamedTuple

_LEAST = 1e-12


class Trust(NamedTuple):
    """How a chance becomes a score: the slope of its log odds, and the highest score."""

    slope: float
    ceiling: float

    def score(self, chance: float) -> float:
        """Return the calibrated score of a chance, both 0 to 1."""
        return self.ceiling * self.rest(chance)

    def rest(self, chance: float) -> float:
        """Return a chance with its log odds brought down, without the ceiling."""
        chance = min(max(chance, _LEAST), 1 - _LEAST)
        odds: float = ((1 - chance) / chance) ** self.slope
        return 1 / (1 + odds)


COMMON = Trust(0.8, 0.995)
"""For readings that are common words."""

SHORT = Trust(0.75, 0.985)
"""For common words of three letters or fewer, which have many neighbours."""

RARE = Trust(0.6, 0.975)
"""For readings that are rare words of the lexicon."""

NAME = Trust(0.6, 0.89)
"""For readings that are rare names of the lexicon: there are others, alike, that it lacks."""

UNLISTED = Trust(0.28, 0.97)
"""For readings that no list has, compounds and names."""
