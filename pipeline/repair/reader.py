"""Reads the words of sentences at given rates of damage."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.channel import Channel, Confusions, Rates
from pipeline.repair.choices import LONGEST_WORD, UNLISTED, Case, Choice, Options
from pipeline.repair.context import SURE, Context, Reading, own_chance
from pipeline.repair.edits import Draft, Editor
from pipeline.repair.sentences import BAR, YEAR_OR_IS, Unit, are_beside
from pipeline.repair.surroundings import begins_name, case_in, is_loud, tells_nothing
from pipeline.repair.vocabulary import Form, Vocabulary
from pipeline.text.months import MONTHS
from pipeline.text.tokens import TokenKind

_FALSE_CAPITAL = re.compile("[^\\W\\d_][OASGDÉ]")  # `fOr`, `pA`; not `TiB`
_SURNAME = re.compile("[^aeiouyåäö]é[nr]s?$")  # `Norén` is no island that lost its ö
_CACHE_SIZE, _PLAIN_CACHE_SIZE = 8_000, 40_000  # plain: most words are in small letters
_SURE = 0.97  # chance from which a reading is evidence for the rest of the document
_RUINED = 0.3  # share of lost letters from which `1` may be the word i
_AFTER_NUMBERS = frozenset({"och", "eller", "samt", "till", "respektive", "resp", "av", *MONTHS})
_I_AS_ONE = 0.05  # chance that the word i is printed as 1 there
_I_AS_BAR = 0.3  # chance that a bar before a small word is a bar after all
_YEAR_OF_NAME = 0.007  # chance that a name is followed by the word year
_R_ALONE = 0.1  # chance that a letter r by itself stands for itself
_SHORT = 4  # letters of capitals that are codes
_BELIEF = 1000.0  # words that a document needs before half of what it shows is believed
_MOST_BELIEF = 0.3
_SHORTEST_TITLE = 8  # letters of what may stand before a name at the start: `Regionråd Bo Ek (S)`
_NAMELIKE = 0.2  # share of capitals from which a word may be (part of) a name


class Quality(NamedTuple):
    """How many words there are, and how many are right before and after repair (expected)."""

    words: float = 0.0
    right: float = 0.0
    repaired: float = 0.0


class Reader:
    """Reads sentences; remembers what it worked out for words and their neighbours."""

    def __init__(
        self,
        lexicon: Lexicon,
        confusions: Confusions,
        rates: Rates,
        false_capitals: Container[str] = (),
    ) -> None:
        channel = Channel(confusions, rates)
        self._lexicon = lexicon
        self._rates = rates
        self._editor = Editor(lexicon, channel, false_capitals)
        self._candidates = Candidates(lexicon, channel)
        self._options_of = lru_cache(_CACHE_SIZE)(self._candidates.options)
        self._plain = lru_cache(_PLAIN_CACHE_SIZE)(self._plain_options)
        self._first_parts = lru_cache(_CACHE_SIZE)(self._candidates.first_parts)
        self._vocabulary = Vocabulary(lexicon, channel, self._options_in)
        self._settled: dict[str, Options] = {}
        self._context = Context(lexicon, {})
        self._names = lru_cache(_CACHE_SIZE)(self._as_name)
        self._given = lru_cache(_CACHE_SIZE)(self._candidates.given_name)
        self._closed = lru_cache(_CACHE_SIZE)(self._as_printed)
        number = Choice("1", lexicon.number, 0.0)
        self._no_word = Options("1", (number,))
        one = lexicon.word_id("i") or 0
        bar = Choice(BAR, UNLISTED, log(_I_AS_BAR) - 7.0)
        self._bar = Options(BAR, (Choice("i", one, log(1 - _I_AS_BAR)), bar))
        are, year = (lexicon.word_id(word) or 0 for word in ("är", "år"))
        strange = Choice("r", UNLISTED, log(_R_ALONE) - 7.0)
        self._are = Options("r", (Choice("är", are, 0.0), Choice("år", year, 0.0), strange))
        self._is = Options("ar", (Choice("är", are, 0.0), Choice("år", year, log(_YEAR_OF_NAME))))
        self._figure = Options("1", (Choice("1", UNLISTED, 0.0),))
        self._one = Options("1", (number, Choice("i", one, log(_I_AS_ONE))))

    def _as_printed(self, lowered: str) -> Options:
        number = self._lexicon.word_id(lowered)
        return Options(lowered, (Choice(lowered, UNLISTED if number is None else number, 0.0),))

    def believe(self, seen: Mapping[int, float]) -> None:
        """Take the words (by number, with counts) that the document shows for sure."""
        total = sum(seen.values())
        if total:
            weight = _MOST_BELIEF * total / (total + _BELIEF)
            shares = {number: weight * count / total for number, count in seen.items()}
            self._context = Context(self._lexicon, shares)

    def settle(self, forms: Iterable[Form]) -> None:
        """Take how the document prints words that no list has."""
        settled = self._vocabulary.settle(forms)
        self._settled = {word: o for word, o in settled.items() if not _stands_alone(word)}

    def survey(self, sentences: Sequence[list[Unit]]) -> Counter[int]:
        """Return how often each word (by number) of sentences is read for sure."""
        seen: Counter[int] = Counter()
        for sentence in sentences:
            for _, options, reading in self._read(sentence):
                choice = options.choices[reading.chosen]
                if reading.score >= _SURE and choice.word_id >= 0:
                    seen[choice.word_id] += 1
        seen.pop(self._lexicon.number, None)
        return seen

    def repair(self, draft: Draft, sentences: Sequence[list[Unit]]) -> Quality:
        """Note the edits of sentences; return how good they are before and after."""
        words = right = repaired = 0.0
        for sentence in sentences:
            for unit, options, reading in self._read(sentence):
                if options is self._no_word or options is self._figure:
                    continue
                words += 1
                if reading is SURE and options.own:
                    right += 1
                    repaired += 1
                    continue
                own = own_chance(options, reading)
                if reading.chosen not in options.own:
                    self._editor.edit(draft, unit, options, reading)
                right += own
                repaired += max(own, reading.score)
        return Quality(words, right, repaired)

    def _read(self, sentence: list[Unit]) -> Iterator[tuple[Unit, Options, Reading]]:
        settled, plain = self._settled, self._plain
        loud = is_loud(sentence)
        options = [
            (settled.get(unit.printed) or plain(unit.printed))
            if unit.plain
            else self._options(sentence, place, loud)
            for place, unit in enumerate(sentence)
        ]
        return zip(sentence, options, self._context.read(options), strict=True)

    def _options_in(self, lowered: str, case: Case) -> Options:
        """Return what a word may stand for that is printed in a case."""
        plain = case is Case.LOWER and not _stands_alone(lowered)
        return self._plain(lowered) if plain else self._options_of(lowered, case)

    def _plain_options(self, printed: str) -> Options:
        """Return the same for a word in small letters of which there is nothing to tell."""
        if printed == "r" and self._rates.swedish >= _RUINED:
            return self._are
        if _stands_alone(printed):
            return self._closed(printed)
        return self._candidates.options(printed, Case.LOWER)

    def _options(self, sentence: list[Unit], place: int, loud: bool) -> Options:
        unit = sentence[place]
        if unit.kind is not TokenKind.WORD:
            return self._number(sentence, place)
        lowered = unit.printed.lower()
        number = self._lexicon.word_id(lowered)
        if self._is_closed(unit, number, loud):
            return self._closed(lowered)
        told = lowered == YEAR_OR_IS and self._is_told_of_name(sentence, place)
        given = self._given_name(sentence, place) if begins_name(sentence, place) else None
        settled = self._is if told else given or self._settled.get(lowered)
        if settled is not None:
            return settled
        if unit.first_part and unit.case is Case.LOWER:
            return self._first_parts(lowered)
        titled = unit.named and unit.case is Case.START and len(lowered) >= _SHORTEST_TITLE
        if (unit.named and not titled) or self._follows_name(sentence, place):
            return self._names(lowered)
        return self._options_in(lowered, Case.START if titled else case_in(sentence, place, loud))

    def _is_told_of_name(self, sentence: list[Unit], place: int) -> bool:
        """Tell whether `ar` stands after a name or a party in brackets, but for genitives."""
        if place == 0 or self._rates.swedish < _RUINED:
            return False
        before = sentence[place - 1]
        if before.bracketed or before.case is Case.UPPER:
            return True
        if before.case is not Case.CAPITAL or before.printed[-1] == "s":
            return False
        number = self._options_in(before.printed.lower(), Case.CAPITAL).choices[0].word_id
        return number < 0 or self._lexicon.title_share(number) >= _NAMELIKE

    def _given_name(self, sentence: list[Unit], place: int) -> Options | None:
        """Return what is read of a damaged given name (`Ame Ek`); None where it is none.

        A listed word is one only where a party tells that a person is named (`Gran Ek (S)`).
        """
        lowered = sentence[place].printed.lower()
        if not sentence[place].named:
            surname = self._lexicon.word_id(sentence[place + 1].printed.lower())
            known = self._lexicon.word_id(lowered) is not None
            if known or (surname is not None and not self._lexicon.is_name(surname)):
                return None
        return self._given(lowered)

    def _follows_name(self, sentence: list[Unit], place: int) -> bool:
        """Tell whether a capitalised word comes after a name, as a surname does."""
        if place == 0 or sentence[place].case is not Case.CAPITAL:
            return False
        before = sentence[place - 1]
        if not before.printed[0].isupper() or before.case is Case.UPPER:
            return False
        if not are_beside(before, sentence[place]):
            return False
        number = self._lexicon.word_id(before.printed.lower())
        return number is not None and self._lexicon.is_name(number)

    def _as_name(self, lowered: str) -> Options:
        """Return the choices that are names; what is no known name stays as it is.

        Where the print is none of the choices it is damaged, and words are names too (`Skéld`).
        """
        options = self._options_of(lowered, Case.CAPITAL)
        choices = options.choices
        ending = _SURNAME.search(lowered)
        if ending:
            choices = tuple(c for c in choices if c.word.endswith(ending[0])) or choices
        if not options.own:
            return Options(lowered, choices)
        share = self._lexicon.title_share
        names = [c for c in choices if c.word_id < 0 or share(c.word_id) >= _NAMELIKE]
        own = [choice for choice in choices if choice.word == lowered and choice not in names]
        return Options(lowered, tuple(names + own) or (Choice(lowered, UNLISTED, 0.0),))

    def _number(self, sentence: list[Unit], place: int) -> Options:
        """Return the readings of a token that is no word; `1` before a word may be *i*."""
        unit = sentence[place]
        if unit.printed == BAR:
            return self._bar
        if tells_nothing(sentence, place):
            return self._figure
        if unit.printed != "1" or unit.kind is not TokenKind.NUMBER:
            return self._no_word
        if self._rates.swedish < _RUINED or place + 1 == len(sentence):
            return self._no_word
        after = sentence[place + 1]
        if after.kind is not TokenKind.WORD or not after.printed[0].islower():
            return self._no_word
        return self._no_word if after.printed in _AFTER_NUMBERS else self._one

    def _is_closed(self, unit: Unit, number: int | None, loud: bool) -> bool:
        """Tell whether a word is left alone: abbreviations, single letters, short capitals."""
        printed = unit.printed
        if unit.bracketed or _stands_alone(printed):
            return True
        if unit.stopped and number is not None and self._lexicon.is_abbreviation(number):
            return True
        if unit.case is Case.MIXED and len(printed) <= _SHORT:
            return not _FALSE_CAPITAL.search(printed)
        return unit.case is Case.UPPER and len(printed) <= _SHORT and not loud


def _stands_alone(printed: str) -> bool:
    """Tell whether a word is left alone however it is printed, as abbreviations are."""
    return not 1 < len(printed) <= LONGEST_WORD or printed.endswith(".") or ":" in printed
