"""What a printed word may stand for: candidates by confusion key, compounds, spellings."""

import sys
from collections.abc import Iterator, Mapping
from math import exp, log

from pipeline.lexicon import Lexicon, confused_runs, fold
from pipeline.repair.channel import IMPOSSIBLE, Channel
from pipeline.repair.choices import ENGLISH, UNLISTED, Case, Choice, Options
from pipeline.repair.compounds import Compounds
from pipeline.repair.spelling import Spelling
from pipeline.repair.variants import Variants

_STRAY_COST = 6.0  # a digit or sign inside a word is no word's spelling, an accent a rare one
_DIGIT_COST = 4.0  # what a digit costs beyond that
_ACCENTS = frozenset("èêëàáâãòóôõìíîï")
_RANGE = 10.0  # nats below the best at which a choice is no longer considered
_VARIANT_RANGE = 2.0  # the same for a word's own chance, as its print is a rare one
_LIMIT = 6
_HOPELESS = -1e9
_COMMON = 30.0  # count from which a word is common
_RARE = -10.0  # log chance below which, letters aside, ordinary confusions are looked behind
_ABBREVIATION_COST = 4.0  # an abbreviation without its full stop is rather something else
_REAL_WORD = -6.0  # log chance of a print below which a healthy word is taken as it is
_SHORT, _RUINED = 3, 0.3  # letters of words in which a lost one is looked for on ruined pages
_NAME_COST = 6.0  # a compound has no capital inside a sentence unless it is a name
_ACCENTED = frozenset("éü")
_ACCENT_COST = 3.0  # Rene may be Rene: é and ü are rare, and no engine prints but e and u
_LEAST_SHARE = 0.003  # of capitals, or of small letters, that any word is given
_CLEAR = 3.0  # nats by which a reading beats the print so that no more are looked for
_LEAST_OF_NAME = -8.0  # log chance of the print of a given name that is thought of
_SURE_LETTERS = 1.3  # nats a letter that an unlisted word costs at the least

_OUTSIDE = {
    Case.LOWER: log(0.003),
    Case.START: log(0.02),
    Case.CAPITAL: log(0.015),
    Case.UPPER: log(0.05),
    Case.MIXED: log(0.0005),
}
"""Chances that a word is in no list and no compound, and printed so: names are capitals."""


class Candidates:
    """Finds the choices for printed words in texts with the channel's rates of damage."""

    def __init__(self, lexicon: Lexicon, channel: Channel) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._compounds = Compounds(lexicon, channel)
        self._variants = Variants(channel)
        self._as_word = Spelling(lexicon.words, channel)
        self._as_name = Spelling(lexicon.names, channel)

    def options(self, printed: str, case: Case) -> Options:
        """Return what a printed, lower-cased word may stand for, best first without context.

        The word as it is printed is among them, unless it is as good as impossible.
        """
        lexicon = self._lexicon
        number = lexicon.word_id(printed)
        healthy = number is not None and lexicon.is_healthy_id(number)
        found: dict[str, Choice] = {}
        best = _HOPELESS
        if number is not None and lexicon.is_member(number):
            found[printed] = own = self._own(number, printed, case)
            best = own.value(lexicon.priors)
        best = self._add_by_key(found, printed, fold(printed), case, best)
        if not healthy:
            best = self._add_unlisted(found, printed, case, best)
        elif len(printed) <= _SHORT and self._channel.rates.swedish > _RUINED:
            self._add_words(found, printed, self._variants.lost_letter_keys(printed), case, best)
        ranked = tuple(self._ranked(found, printed, healthy=healthy))
        listed = [choice.word_id for choice in ranked if choice.word_id != ENGLISH]
        common = all(n >= 0 and lexicon.count_of(n) >= _COMMON for n in listed)
        return Options(printed, ranked, common=common)

    def _ranked(self, found: dict[str, Choice], printed: str, *, healthy: bool) -> Iterator[Choice]:
        """Yield the choices worth considering, best first, and English."""
        if healthy:
            # A print that is unlikely for another word leaves a healthy one as it is.
            found = {w: c for w, c in found.items() if w == printed or c.chance > _REAL_WORD}
        priors = self._lexicon.priors
        values = {word: choice.value(priors) for word, choice in found.items()}
        ranked = sorted(values, key=values.__getitem__, reverse=True)
        limit = values[ranked[0]] - _RANGE
        for place, word in enumerate(ranked):
            if place >= _LIMIT or values[word] < limit:
                break
            yield found[word]
        english = self._lexicon.english(printed)
        if english:
            yield Choice(printed, ENGLISH, log(english))

    def first_parts(self, printed: str) -> Options:
        """Return what the printed left part of a compound may stand for (`trä-`, `hälso-`)."""
        found = list(self._compounds.first_parts(printed))
        if all(part.word != printed for part in found):
            found.append(Choice(printed, UNLISTED, self._unlisted(printed, Case.LOWER)))
        return Options(printed, tuple(found))

    def given_name(self, printed: str) -> Options | None:
        """Return the given name that a printed, lower-cased word has one confusion of.

        None where it is one itself, or none is as likely as that. No letter is lost before
        what is printed as the capital.
        """
        lexicon = self._lexicon
        number = lexicon.word_id(printed)
        if number is not None and (lexicon.is_given(number) or lexicon.is_name(number)):
            return None
        found: dict[str, Choice] = {}
        keys = self._variants.keys(printed) | {fold(printed): 0.0}
        for key in filter(lexicon.has_key, keys):
            for entry in lexicon.keyed(key):
                if not lexicon.is_given(entry.number) or entry.word.endswith(printed):
                    continue
                chance = self._channel.chance(entry.word, printed)
                if chance > _LEAST_OF_NAME:
                    found[entry.word] = Choice(entry.word, entry.number, chance)
        if not found:
            return None
        return Options(printed, tuple(sorted(found.values(), key=lambda one: -one.chance))[:1])

    def ranked(self, printed: str, case: Case) -> tuple[tuple[Choice, float], ...]:
        """Return the choices but English, best first, each with its lead over the next."""
        choices = [c for c in self.options(printed, case).choices if c.word_id != ENGLISH]
        choices.sort(key=lambda choice: -choice.value(self._lexicon.priors))
        values = [*(choice.value(self._lexicon.priors) for choice in choices), -1e9]
        return tuple((c, values[i] - values[i + 1]) for i, c in enumerate(choices))

    def _own(self, number: int, printed: str, case: Case) -> Choice:
        runs = confused_runs(printed)
        chance = self._channel.chance_in_runs(printed, printed, runs, runs)
        return self._listed(number, printed, case, chance)

    def _unlisted(self, printed: str, case: Case) -> float:
        """Return the log chance of a word that is in no list, printed as it is."""
        plain = printed
        if not printed.isalpha():
            plain = "".join(filter(str.isalpha, printed))
        stray = sum(map(_ACCENTS.__contains__, printed)) + len(printed) - len(plain)
        cost = _STRAY_COST * stray
        if stray:
            cost += _DIGIT_COST * sum(map(str.isdigit, printed))
        kept = self._channel.chance_kept(printed)
        return _OUTSIDE[case] + self._letters(plain, case) + kept - cost

    def _letters(self, word: str, case: Case) -> float:
        """Return the log chance of a word among all that no list has, by its letters."""
        lexicon = self._lexicon
        foreign, names, words = _SHARES[case]
        total = foreign * exp(lexicon.foreign.chance(word)) + words * exp(
            lexicon.words.chance(word)
        )
        if names:
            total += names * exp(lexicon.names.chance(word))
        return log(max(total, sys.float_info.min))

    def _add_by_key(
        self, found: dict[str, Choice], printed: str, key: str, case: Case, best: float
    ) -> float:
        """Add the words with a key, those left out that stay far below `best`."""
        runs, plain = confused_runs(printed), printed.isascii() and printed.isalpha()
        for entry in self._lexicon.keyed(key):
            word, prior = entry.word, entry.prior
            if prior < best - _RANGE:
                break  # the rest are rarer still
            if not entry.member or word == printed:
                continue
            chance = self._channel.chance_in_runs(word, printed, entry.runs, runs)
            if plain and not _ACCENTED.isdisjoint(word):
                chance -= _ACCENT_COST
            if chance > IMPOSSIBLE / 2:
                found[word] = choice = self._listed(entry.number, word, case, chance)
                best = max(best, choice.chance + prior)
        return best

    def _listed(self, number: int, word: str, case: Case, chance: float) -> Choice:
        lexicon = self._lexicon
        if case is Case.LOWER or case is Case.CAPITAL:
            share = lexicon.title_share(number)
            chance += log(max(share if case is Case.CAPITAL else 1 - share, _LEAST_SHARE))
        if lexicon.is_abbreviation(number):
            chance -= _ABBREVIATION_COST
        return Choice(word, number, chance)

    def _add_unlisted(
        self, found: dict[str, Choice], printed: str, case: Case, best: float
    ) -> float:
        """Add the print itself, compounds, spellings, variants, as listed words leave room."""
        if best > _OUTSIDE[case] - _SURE_LETTERS * len(printed) + _RANGE:
            return best
        if printed not in found:
            found[printed] = Choice(printed, UNLISTED, self._unlisted(printed, case))
        own = found[printed].chance
        best = max(best, found[printed].value(self._lexicon.priors))
        if best > _OUTSIDE[case] - _SURE_LETTERS * len(printed):
            return best
        strange = _NAME_COST if case is Case.CAPITAL else 0.0
        for compound in self._compounds.readings(printed):
            reading = Choice(compound.word, UNLISTED, compound.chance - strange)
            best = max(best, _add(found, reading))
        rare = _RARE - _SURE_LETTERS * len(printed)
        damaged = best < rare and not printed.isascii()
        unsure = case is not Case.LOWER or best < own + _CLEAR or damaged
        if case is not Case.MIXED and unsure:
            for word, chance in self._spellings(printed, case).items():
                best = max(best, self._add_spelling(found, word, case, chance))
        if best < rare and case not in {Case.CAPITAL, Case.UPPER}:
            self._add_words(found, printed, self._variants.keys(printed), case, best)
        return best

    def _add_spelling(
        self, found: dict[str, Choice], word: str, case: Case, chance: float
    ) -> float:
        """Add a spelling, listed or not, with the log chance of the print; return its value."""
        number = self._lexicon.word_id(word)
        if number is not None and self._lexicon.is_member(number):
            choice = found.setdefault(word, self._listed(number, word, case, chance))
            return choice.value(self._lexicon.priors)
        own = _OUTSIDE[case] + self._letters(word, case)
        return _add(found, Choice(word, UNLISTED, own + chance))

    def _spellings(self, printed: str, case: Case) -> dict[str, float]:
        spellings = self._as_word.readings(printed)
        return spellings if case is Case.LOWER else spellings | self._as_name.readings(printed)

    def _add_words(
        self,
        found: dict[str, Choice],
        printed: str,
        keys: Mapping[str, float],
        case: Case,
        best: float,
    ) -> None:
        """Add the words with other keys than the print, likely ones.

        `keys` have the log chance of the confusion behind each: no word is likelier.
        """
        lexicon = self._lexicon
        for key in sorted(filter(lexicon.has_key, keys)):
            for entry in lexicon.keyed(key):
                word, prior = entry.word, entry.prior
                if prior < best - min(_VARIANT_RANGE, _RANGE + keys[key]):
                    break
                if not entry.member or word in found:
                    continue
                chance = self._channel.chance(word, printed)
                if chance > IMPOSSIBLE / 2:
                    found[word] = self._listed(entry.number, word, case, chance)
                    best = max(best, found[word].chance + prior)


_SHARES = {
    Case.LOWER: (0.1, 0.0, 0.9),
    Case.MIXED: (0.1, 0.0, 0.9),
    Case.START: (0.2, 0.4, 0.4),
    Case.CAPITAL: (0.3, 0.6, 0.1),
    Case.UPPER: (0.2, 0.4, 0.4),
}
"""Shares of foreign words, of Swedish names and of other words among unlisted ones, by case."""


def _add(found: dict[str, Choice], choice: Choice) -> float:
    """Add an unlisted reading, unless it is found already and likelier; return its chance."""
    known = found.get(choice.word)
    if known is None or (known.word_id < 0 and known.chance < choice.chance):
        found[choice.word] = choice
    return choice.chance
