"""What a printed word may stand for: candidates by confusion key, compounds, spellings."""

from collections.abc import Iterable
from math import exp, log

from pipeline.lexicon import Lexicon, confused_runs, fold
from pipeline.repair.channel import IMPOSSIBLE, SWEDISH_LETTERS, Channel
from pipeline.repair.choices import ENGLISH, UNLISTED, Case, Choice, Options
from pipeline.repair.compounds import Compounds
from pipeline.repair.spelling import Spelling

_STRAY_COST = 6.0  # a digit or sign inside a word is no word's spelling, an accent a rare one
_ACCENTS = "éèêëàáâãòóôõìíîï"
_RANGE = 12.0  # nats below the best at which a choice is no longer considered
_LIMIT = 6
_RARE = -17.0  # log chance below which a word is looked for behind ordinary confusions
_ABBREVIATION_COST = 4.0  # an abbreviation without its full stop is rather something else
_REAL_WORD = -6.0  # log chance of a print below which a healthy word is taken as it is
_SHORT, _RUINED = 3, 0.3  # letters of words in which a lost one is looked for on ruined pages
_NAME_COST = 6.0  # a compound has no capital inside a sentence unless it is a name
_LEAST_SHARE = 0.003  # of capitals, or of small letters, that any word is given
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
        self._as_word = Spelling(lexicon.words, channel)
        self._as_name = Spelling(lexicon.names, channel)

    def options(self, printed: str, case: Case) -> Options:
        """Return what a printed, lower-cased word may stand for, best first without context.

        The word as it is printed is always among them.
        """
        healthy = self._lexicon.is_healthy(printed)
        own = self._own(printed, case)
        found = {printed: own}
        best = self._add_by_key(found, printed, fold(printed), case, self._value(own))
        if not healthy:
            best = self._add_unlisted(found, printed, case, best)
            if best < _RARE and case not in {Case.CAPITAL, Case.UPPER}:
                self._add_variants(found, printed, case, best)
        elif len(printed) <= _SHORT and self._channel.rates.swedish > _RUINED:
            self._add_words(found, printed, sorted(_lost_letter_keys(printed)), case, best)
        english = self._lexicon.english(printed)
        ranked = sorted(found.values(), key=lambda choice: -self._value(choice))
        limit = self._value(ranked[0]) - _RANGE
        kept = [choice for choice in ranked[:_LIMIT] if self._value(choice) > limit]
        if healthy:
            kept = [c for c in kept if c.word == printed or c.chance > _REAL_WORD]
        if found[printed] not in kept:
            kept.append(found[printed])
        if english:
            kept.append(Choice(printed, ENGLISH, log(english)))
        return Options(kept)

    def first_parts(self, printed: str) -> Options:
        """Return what the printed left part of a compound may stand for (`trä-`, `hälso-`)."""
        found = list(self._compounds.first_parts(printed))
        if all(part.word != printed for part in found):
            found.append(Choice(printed, UNLISTED, self._unlisted(printed, Case.LOWER)))
        return Options(found)

    def ranked(self, printed: str, case: Case) -> tuple[tuple[Choice, float], ...]:
        """Return the choices but English, best first, each with its lead over the next."""
        choices = [c for c in self.options(printed, case).choices if c.word_id != ENGLISH]
        choices.sort(key=lambda choice: -self._value(choice))
        values = [*map(self._value, choices), -1e9]
        return tuple((c, values[i] - values[i + 1]) for i, c in enumerate(choices))

    def _value(self, choice: Choice) -> float:
        return choice.chance + (self._lexicon.priors[choice.word_id] if choice.word_id >= 0 else 0)

    def _own(self, printed: str, case: Case) -> Choice:
        number = self._lexicon.word_id(printed)
        if number is not None and self._lexicon.is_member(number):
            chance = self._channel.chance_in_runs(printed, printed, confused_runs(printed))
            return self._listed(number, printed, printed, case, chance)
        return Choice(printed, UNLISTED, self._unlisted(printed, case))

    def _unlisted(self, printed: str, case: Case) -> float:
        """Return the log chance of a word that is in no list, printed as it is."""
        stray = sum(not letter.isalpha() or letter in _ACCENTS for letter in printed)
        kept = sum(letter in SWEDISH_LETTERS for letter in printed) * self._channel.kept
        plain = "".join(letter for letter in printed if letter.isalpha())
        return _OUTSIDE[case] + self._letters(plain, case) + kept - _STRAY_COST * stray

    def _letters(self, word: str, case: Case) -> float:
        """Return the log chance of a word among all that no list has, by its letters."""
        lexicon = self._lexicon
        foreign, names, words = _SHARES[case]
        total = foreign * exp(lexicon.foreign.chance(word)) + words * exp(lexicon.words.chance(word))
        if names:
            total += names * exp(lexicon.names.chance(word))
        return log(total)

    def _add_by_key(
        self, found: dict[str, Choice], printed: str, key: str, case: Case, best: float
    ) -> float:
        """Add the words with a key, those left out that stay far below `best`."""
        lexicon, priors = self._lexicon, self._lexicon.priors
        runs = None
        for number in lexicon.candidates(key):
            prior = priors[number]
            if prior < best - _RANGE:
                break  # the rest are rarer still
            if not lexicon.is_member(number):
                continue
            word = lexicon.word(number)
            if word == printed:
                continue
            runs = runs if runs is not None else confused_runs(printed)
            chance = self._channel.chance_in_runs(word, printed, runs)
            choice = self._listed(number, word, printed, case, chance)
            if choice.chance > IMPOSSIBLE / 2:
                found[word] = choice
                best = max(best, choice.chance + prior)
        return best

    def _listed(
        self, number: int, word: str, printed: str, case: Case, chance: float
    ) -> Choice:
        lexicon = self._lexicon
        if case in {Case.LOWER, Case.CAPITAL}:
            share = lexicon.title_share(number)
            chance += log(max(share if case is Case.CAPITAL else 1 - share, _LEAST_SHARE))
        if lexicon.is_abbreviation(number):
            chance -= _ABBREVIATION_COST
        return Choice(word, number, chance)

    def _add_unlisted(
        self, found: dict[str, Choice], printed: str, case: Case, best: float
    ) -> float:
        """Add compounds and spellings, where no listed word is likelier than any of them."""
        hope = _OUTSIDE[case] - _SURE_LETTERS * len(printed)
        if best > hope:
            return best
        strange = _NAME_COST if case is Case.CAPITAL else 0.0
        for compound in self._compounds.readings(printed):
            best = max(best, _add(found, compound._replace(chance=compound.chance - strange)))
        if case is Case.MIXED:
            return best
        spellings = self._as_word.readings(printed)
        if case is not Case.LOWER:
            spellings |= self._as_name.readings(printed)
        for word, chance in spellings.items():
            own = _OUTSIDE[case] + self._letters(word, case)
            best = max(best, _add(found, Choice(word, UNLISTED, own + chance)))
        return best

    def _add_variants(
        self, found: dict[str, Choice], printed: str, case: Case, best: float
    ) -> None:
        """Look behind one ordinary confusion, or one lost å, ä or ö, in the word."""
        self._add_words(found, printed, sorted(self._variant_keys(printed)), case, best)

    def _add_words(
        self, found: dict[str, Choice], printed: str, keys: Iterable[str], case: Case, best: float
    ) -> None:
        """Add the words with other keys than the print, likely ones."""
        for key in keys:
            for number in self._lexicon.candidates(key):
                prior = self._lexicon.priors[number]
                if prior < best - _RANGE:
                    break
                word = self._lexicon.word(number)
                if word in found or not self._lexicon.is_member(number):
                    continue
                chance = self._channel.chance(word, printed)
                choice = self._listed(number, word, printed, case, chance)
                if choice.chance > IMPOSSIBLE / 2:
                    found[word] = choice
                    best = max(best, choice.chance + prior)

    def _variant_keys(self, printed: str) -> set[str]:
        keys = set()
        reversals = self._channel.reversals
        for start in range(len(printed)):
            for end in range(start + 1, min(start + 3, len(printed)) + 1):
                for true in reversals.get(printed[start:end], ()):
                    keys.add(fold(printed[:start] + true + printed[end:]))
        keys |= _lost_letter_keys(printed)
        keys.discard(fold(printed))
        return keys


_SHARES = {
    Case.LOWER: (0.1, 0.0, 0.9),
    Case.MIXED: (0.1, 0.0, 0.9),
    Case.START: (0.2, 0.4, 0.4),
    Case.CAPITAL: (0.3, 0.6, 0.1),
    Case.UPPER: (0.2, 0.4, 0.4),
}
"""Shares of foreign words, of Swedish names and of other words among unlisted ones, by case."""


def _lost_letter_keys(printed: str) -> set[str]:
    """Return the keys of words from which one å, ä or ö was lost."""
    folded = fold(printed)
    return {fold(folded[:i] + "a" + folded[i:]) for i in range(len(folded) + 1)} - {folded}


def _add(found: dict[str, Choice], choice: Choice) -> float:
    """Add an unlisted reading, unless it is found already and likelier; return its chance."""
    known = found.get(choice.word)
    if known is None or (known.word_id < 0 and known.chance < choice.chance):
        found[choice.word] = choice
    return choice.chance
