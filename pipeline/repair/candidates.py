"""What a printed word may stand for: candidates by confusion key, and compounds."""

from collections.abc import Iterable
from enum import IntEnum, auto
from itertools import product
from math import exp, log
from typing import NamedTuple

from pipeline.lexicon import Lexicon, fold
from pipeline.repair.channel import IMPOSSIBLE, SWEDISH_LETTERS, Channel

UNLISTED, ENGLISH = -1, -2
"""Numbers of choices that are no words of the lexicon."""

_LETTER, _LATER_LETTER = 2.8, 2.0  # nats that letters of an unlisted word cost: they are about
_FEW_LETTERS = 8  # that predictable, the later ones more
_STRAY_COST = 6.0  # a digit or sign inside a word is no word's spelling, an accent a rare one
_ACCENTS = "éèêëàáâãòóôõìíîï"
_COMPOUND = log(0.03)  # about 3 in 100 running words are compounds that no list has
_RANGE = 14.0  # nats below the best at which a choice is no longer considered
_LIMIT = 6
_RARE = -17.0  # log chance below which a word is looked for behind ordinary confusions
_ABBREVIATION_COST = 4.0  # an abbreviation without its full stop is rather something else
_REAL_WORD = -6.0  # log chance of a print below which a healthy word is taken as it is
_USUAL = -3.0  # log chance of a print, for each lost letter, from which it is usual
_WELL_KNOWN, _RARE_NAME_COST = 20.0, 12.0  # a rare name may as well be another rare name
_SHORT, _SHORT_BONUS = 3, 1.5  # abbreviations are short and in no list
_NAME_COST = 6.0  # a compound has no capital inside a sentence unless it is a name
_REST_SHARE = 0.8  # how far last parts of compounds are like those of listed compounds
_SHORTEST_PART = 3


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

    `weights` are the choices' chances against the best of them.
    """

    __slots__ = ("choices", "weights")

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)
        best = max(choice.chance for choice in self.choices)
        self.weights = tuple(exp(choice.chance - best) for choice in self.choices)


_OUTSIDE = {
    Case.LOWER: log(0.003),
    Case.START: log(0.02),
    Case.CAPITAL: log(0.05),
    Case.UPPER: log(0.05),
    Case.MIXED: log(0.0005),
}
"""Chances that a word is in no list and no compound, by its case: names are capitals."""


class Candidates:
    """Finds the choices for printed words in texts with the channel's rates of damage."""

    def __init__(self, lexicon: Lexicon, channel: Channel) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._total = log(lexicon.total)
        self._parts_total = log(lexicon.parts_total)
        self._compounds: dict[str, tuple[Choice, ...]] = {}

    def options(self, printed: str, case: Case) -> Options:
        """Return what a printed, lower-cased word may stand for, best first without context.

        The word as it is printed is always among them.
        """
        own = self._own(printed, case)
        found = self._by_key(printed, fold(printed), case, self._value(own))
        if not self._lexicon.is_healthy(printed) and self._lead(found) < own.chance + 2:
            strange = _NAME_COST if case is Case.CAPITAL else 0.0
            for compound in self._compound(printed):
                weighed = compound._replace(chance=compound.chance - strange)
                found.setdefault(compound.word, weighed)
        if self._lead(found) < _RARE and case not in {Case.CAPITAL, Case.UPPER}:
            found |= self._by_variants(printed, case, self._lead(found))
        if printed not in found or own.word_id != UNLISTED or own.chance > found[printed].chance:
            found[printed] = own
        english = self._lexicon.english(printed)
        ranked = sorted(found.values(), key=lambda choice: -self._value(choice))
        limit = self._value(ranked[0]) - _RANGE
        kept = [choice for choice in ranked[:_LIMIT] if self._value(choice) > limit]
        if self._lexicon.is_healthy(printed):
            kept = [c for c in kept if c.word == printed or c.chance > _REAL_WORD]
        if all(choice.word != printed for choice in kept):
            kept.append(found[printed])
        if english:
            kept.append(Choice(printed, ENGLISH, log(english)))
        return Options(kept)

    def first_parts(self, printed: str) -> Options:
        """Return what the printed left part of a compound may stand for (`trä-`, `hälso-`)."""
        found = [part._replace(word_id=UNLISTED) for part in self._first_parts(printed)]
        if all(part.word != printed for part in found):
            found.append(Choice(printed, UNLISTED, _unlisted(printed, Case.LOWER)))
        return Options(found)

    def ranked(self, printed: str, case: Case) -> tuple[tuple[Choice, float], ...]:
        """Return the choices but English, best first, each with its lead over the next."""
        choices = [c for c in self.options(printed, case).choices if c.word_id != ENGLISH]
        choices.sort(key=lambda choice: -self._value(choice))
        values = [*map(self._value, choices), -1e9]
        return tuple((c, values[i] - values[i + 1]) for i, c in enumerate(choices))

    def prior(self, word_id: int) -> float:
        """Return the log chance of a word of the lexicon, without context."""
        return log(self._lexicon.count_of(word_id) + 0.01) - self._total

    def _value(self, choice: Choice) -> float:
        return choice.chance + (self.prior(choice.word_id) if choice.word_id >= 0 else 0.0)

    def _lead(self, found: dict[str, Choice]) -> float:
        return max((self._value(choice) for choice in found.values()), default=-1e9)

    def _own(self, printed: str, case: Case) -> Choice:
        number = self._lexicon.word_id(printed)
        if number is not None and self._lexicon.is_member(number):
            return self._listed(number, printed, printed, case)
        stray = sum(not letter.isalpha() or letter in _ACCENTS for letter in printed)
        return Choice(printed, UNLISTED, _unlisted(printed, case) - _STRAY_COST * stray)

    def _case_cost(self, number: int, case: Case) -> float:
        if case not in {Case.LOWER, Case.CAPITAL}:
            return 0.0
        share = self._lexicon.title_share(number)
        return log(max(share if case is Case.CAPITAL else 1 - share, 0.003))

    def _by_key(self, printed: str, key: str, case: Case, best: float) -> dict[str, Choice]:
        """Return the words with a key, those left out that stay far below `best`."""
        found = {}
        for number in self._lexicon.candidates(key):
            if self.prior(number) < best - _RANGE:
                break  # the rest are rarer still
            if self._lexicon.is_member(number):
                choice = self._listed(number, self._lexicon.word(number), printed, case)
                if choice.chance > IMPOSSIBLE:
                    found[choice.word] = choice
                    best = max(best, self._value(choice))
        return found

    def _listed(self, number: int, word: str, printed: str, case: Case) -> Choice:
        chance = self._channel.chance(word, printed)
        if case in {Case.CAPITAL, Case.START} and word != printed and self._lexicon.is_name(number):
            # Names are many: only what is usual in this document makes one of another.
            lost = sum(letter in SWEDISH_LETTERS for letter in word)
            if chance < _USUAL * max(lost, 1):
                return Choice(word, number, IMPOSSIBLE)
            if self._lexicon.count_of(number) < _WELL_KNOWN and printed.isascii():
                chance -= _RARE_NAME_COST
        chance += self._case_cost(number, case)
        if self._lexicon.is_abbreviation(number):
            chance -= _ABBREVIATION_COST
        return Choice(word, number, chance)

    def _by_variants(self, printed: str, case: Case, best: float) -> dict[str, Choice]:
        """Look behind one ordinary confusion, or one lost å, ä or ö, in the word."""
        found: dict[str, Choice] = {}
        for key in sorted(self._variant_keys(printed)):
            here = self._by_key(printed, key, case, best)
            best = max(best, self._lead(here))
            found |= here
        return found

    def _variant_keys(self, printed: str) -> set[str]:
        keys = set()
        for start in range(len(printed)):
            for end in range(start + 1, min(start + 3, len(printed)) + 1):
                for true in self._channel.reversals.get(printed[start:end], ()):
                    keys.add(fold(printed[:start] + true + printed[end:]))
        folded = fold(printed)
        keys |= {fold(folded[:i] + "a" + folded[i:]) for i in range(len(folded) + 1)}
        keys.discard(folded)
        return keys

    def _compound(self, printed: str, depth: int = 0) -> tuple[Choice, ...]:
        """Return the likeliest compounds that may have been printed so, at most three."""
        known = self._compounds.get(printed)
        if known is not None:
            return known
        found: dict[str, Choice] = {}
        for cut in range(2, len(printed) - 1):
            firsts = self._first_parts(printed[:cut])
            rests = self._rests(printed[cut:], depth) if firsts else []
            for first, rest in product(firsts, rests):
                word, chance = first.word + rest.word, first.chance + rest.chance
                if word not in found or found[word].chance < chance:
                    found[word] = Choice(word, UNLISTED, chance)
        best = tuple(sorted(found.values(), key=lambda choice: -choice.chance)[:3])
        self._compounds[printed] = best
        return best

    def _first_parts(self, printed: str) -> list[Choice]:
        found = []
        for number in self._lexicon.candidates(fold(printed), 16):
            parts = self._lexicon.first_parts(number)
            word = self._lexicon.word(number)
            if parts and len(word) >= _SHORTEST_PART:
                own = _COMPOUND + log(parts) - self._parts_total
                found.append(Choice(word, number, own + self._channel.chance(word, printed)))
        return _best_three(found)

    def _rests(self, printed: str, depth: int) -> list[Choice]:
        found = []
        for number in self._lexicon.candidates(fold(printed), 16):
            word = self._lexicon.word(number)
            if len(word) >= _SHORTEST_PART and self._lexicon.is_member(number):
                chance = self._as_rest(number) + self._channel.chance(word, printed)
                found.append(Choice(word, number, chance))
        found = _best_three(found)
        if not found and depth == 0 and len(printed) >= 2 * _SHORTEST_PART:
            return list(self._compound(printed, depth + 1))
        return found

    def _as_rest(self, number: int) -> float:
        """Return the log chance of a word as the last part of a compound."""
        share = self._lexicon.last_parts(number) / self._lexicon.last_total
        alone = self._lexicon.count_of(number) / self._lexicon.total
        return log(_REST_SHARE * share + (1 - _REST_SHARE) * alone + 1e-9)


def _unlisted(printed: str, case: Case) -> float:
    """Return the log chance of a word that is in no list."""
    few = min(len(printed), _FEW_LETTERS)
    short = _SHORT_BONUS if len(printed) <= _SHORT else 0.0
    return short + _OUTSIDE[case] - _LETTER * few - _LATER_LETTER * (len(printed) - few)


def _best_three(found: Iterable[Choice]) -> list[Choice]:
    possible = [choice for choice in found if choice.chance > IMPOSSIBLE / 2]
    return sorted(possible, key=lambda choice: -choice.chance)[:3]
