"""How little words that stand in a row look like a cell of a kind of column.

A new capital begins a cell, a sum and a year stand by themselves, the names of programmes,
networks and places are whole, and a cell does not end in `och` or `för`.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import Final

from pipeline.knowledge.restoring.header_lines import Kind
from pipeline.knowledge.restoring.seat_costs import (
    NEVER,
    body_cost,
    party_cost,
    persons_cost,
    role_cost,
)
from pipeline.layout.wording import is_unfinished
from pipeline.lexicon import EntityLexicon
from pipeline.text.months import STEMS

_NUMBER: Final = r"[-–−]?(?:(?!(?:19|20)\d\d )\d{1,4}(?: \d{3})+|\d+)(?:,\d+)?"
_UNIT: Final = (
    r"(?:(?:miljoner|milj\.?|tusen) )?(?:(?:danska|norska|svenska) )?"
    r"(?:kronor|kr|tkr|mkr|mnkr|kkr|sek|euro|eur|€|dkk|nok|ecu|miljoner|usd)"
)
_SUM: Final = re.compile(
    rf"(?:ca |cirka )?{_NUMBER}(?P<unit> ?{_UNIT})?(?: per år)?", re.IGNORECASE
)
_SHARE: Final = re.compile(
    r"(?:ca |cirka )?\d{1,3}(?:,\d+)? ?(?:%|procent|tim\w*|årsarbetskraft\w*)"
)
# How far something has come: `ej uppnått`, `12 av 16, ej uppnått`, `klart i mars`.
_STATE: Final = re.compile(
    r"(?:\w+(?: av \w+)?, )?(?:(?:ej|inte|delvis|helt|nästan|redan|ännu inte|i huvudsak) )?"
    r"(?:uppnå|uppfyll|klar|påbörj|pågå|genomför|avslut|utgå|försen|återstå|inställ|skjut"
    r"|godkän|lämna|delvis|grön|gul|röd|ja\b|nej\b)",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"[-–—]+|(?:ingen|inga)(?: avgift)?|vakant|gratis", re.IGNORECASE)
_MONTH: Final = rf"(?:{'|'.join(STEMS)})[a-zåäö]{{0,6}}\.?"
_POINT: Final = (
    rf"(?:\d{{1,2}} ?(?:[–-] ?\d{{1,2}} )?)?{_MONTH}(?: (?:19|20)\d\d)?"
    r"|(?:19|20)\d\d(?:[-./]\d{1,2}){0,2}(?:[–-]{1,2}\d{1,2})?|\d{1,2}/\d{1,2}"
    r"|(?:första|andra|tredje|fjärde) (?:kvartalet|halvåret|tertialet)(?: (?:19|20)\d\d)?"
    r"|(?:hela |kv(?:artal)?\.? ?|Q|tertial |v(?:ecka)?\.? ?|t)\d{1,2}(?: (?:19|20)\d\d)?"
    r"|(?:hela året|våren|hösten|vintern|sommaren|vår|höst|vt|ht|löpande|årligen)"
    r"(?: (?:19|20)\d\d)?"
    r"|klart?|pågår|utgår|avslutad|påbörjad|genomförd|genomfört"
)
_TIME: Final = re.compile(
    rf"(?:{_POINT})(?: ?(?:[–—-]|och|till(?: och med)?|t\.?o\.?m\.?) ?(?:{_POINT}))?"
    r"|(?:från|till|t\.?o\.?m\.?|senast|sedan) (?:19|20)\d\d",
    re.IGNORECASE,
)
DAY: Final = re.compile(rf"\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? {_MONTH}(?!\w)", re.IGNORECASE)
_COUNT: Final = re.compile(r"[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]?")
_SENTENCE_END: Final = re.compile(r"[a-zåäö]{3,}[.:;]$")
# Before a name in the middle of a cell: `i Turku`, `med Hedmark`, `EU:s`.
_BEFORE_NAME: Final = re.compile(
    r"(?:i|på|till|från|med|av|om|för|hos|vid|inom|under|över|mot|genom|mellan|ur|och|samt|enligt"
    r"|efter|projektet|nätverket|programmet|kring|via|av)$|.*[a-zåäö:]s$",
    re.IGNORECASE,
)
# What makes a sentence of words in a table of names.
_VERB: Final = re.compile(
    r"är|var|har|hade|blev|leds|ägs|ingår|deltar|omsätter|omsluter|uppgår|sitter|som|samt"
)
_COMPOUND: Final = re.compile(r"[A-ZÅÄÖ]{2,}-[a-zåäö]+")
_ACRONYM: Final = re.compile(r"[^a-zåäö]{2,}[\w:-]*")
_MORE_OR_LESS: Final = re.compile(
    r"(?:ökad|minskad|stärkt|förbättrad|fördjupad)\w*|(?:\w+are|fler|bättre|större|högre|lägre"
    r"|mindre|nya|nytt|ny)$",
    re.IGNORECASE,
)
_LONG_NOUN: Final = 9
_KEPT_WORDS: Final = 4_096
_LONGEST_NAME: Final = 4
_ABBREVIATED: Final = re.compile(r" \([^\s()]+\)$")
# What it costs that a row has nothing below a word, where it may: the name above stands for it.
_NO_FIRST: Final = 0.9
_NO_CELL: Final[Mapping[Kind | None, float]] = {
    Kind.PARTY: 0.5,
    Kind.SUM: 0.9,
    Kind.TIME: 0.9,
    Kind.BODY: 0.9,
    Kind.ROLE: 0.9,
    Kind.PERSON: 1.2,
    Kind.WHO: 0.9,
    Kind.PLACE: 0.6,
}
# What is named in which kinds of columns.
_NAMED_IN: Final[Mapping[Kind | None, frozenset[str]]] = {
    Kind.KNOWN: frozenset({"programme", "fund", "network", "organisation"}),
    Kind.WHO: frozenset({"organisation"}),
    Kind.PLACE: frozenset({"place"}),
}


class CellCosts:
    """What words cost as cells, by the names and persons that an entity lexicon knows.

    `common` are words that the document writes without a capital elsewhere. With `lower`, texts
    about what is named before them begin with a small letter, as a table writes them all.
    """

    def __init__(
        self, entities: EntityLexicon | None, common: Collection[str], lower: bool
    ) -> None:
        self._entities = entities
        self._common = common
        self._lower = lower
        self.cost = cache(self._cost)
        self._is_named = cache(self._is_of_lexicon)
        self._capital = cache(self._of_capital)

    def _cost(self, kind: Kind | None, words: tuple[str, ...], first: bool) -> float:
        """Return what some words cost as a cell of a kind, or as the first one of a row."""
        text = " ".join(words)
        if not words:
            return _empty(kind, first)
        if (
            not any(map(str.isalnum, text))
            and kind is not Kind.PARTY
            and not _NOTHING.fullmatch(text)
        ):
            return NEVER
        if kind in _BY_FORM:
            return _BY_FORM[kind](text)
        if kind is Kind.PERSON:
            return persons_cost(text, self._entities.given_names if self._entities else ())
        if kind is Kind.STATE and _STATE.match(text):
            return -0.5
        of_words = self._of_words(kind, words, first)
        return of_words if kind else min(0.5 + _of_sum(text), 0.5 + _of_time(text), of_words)

    def is_known(self, kind: Kind | None, text: str) -> bool:
        """Tell whether a text is a name that a lexicon knows, of those in a kind of column."""
        return kind in _NAMED_IN and text[:1].isupper() and self._is_named(kind, text)

    def _is_of_lexicon(self, kind: Kind | None, text: str) -> bool:
        if self._entities is None:
            return False
        named = self._entities.named(_ABBREVIATED.sub("", text.rstrip("+ *")))
        return any(one.type in _NAMED_IN[kind] for one in named)

    def _of_words(self, kind: Kind | None, words: tuple[str, ...], first: bool) -> float:
        if first and kind is not Kind.NAME and len(words) > 1 and _COUNT.fullmatch(words[0]):
            words = words[1:]
        text = " ".join(words)
        if _NOTHING.fullmatch(text):
            return 2.0 if first else 0.3
        if self.is_known(kind, text):
            return -1.0 - 0.2 * len(words) - (kind is Kind.KNOWN)
        if _SUM.fullmatch(text) or _TIME.fullmatch(text) or _COUNT.fullmatch(text):
            return 3.0
        cost = self._at_start(kind, words, first) + self._inside(kind, words)
        # `Interreg` in a longer name, and alone where something else should stand
        if kind is Kind.KNOWN:
            cost -= 1.0 * self.is_known(kind, words[0])
        elif kind is Kind.TEXT and len(words) <= _LONGEST_NAME:
            cost += 1.0 * self.is_known(Kind.KNOWN, text)
        cost += 3.0 * sum(map(_ends_sentence, words[:-1]))
        cost += 3.0 * (DAY.match(text) is not None)
        if kind is Kind.TEXT:
            return cost + (0.9 if first else 0.5) * (len(words) == 1)
        most = 1 if kind is Kind.PLACE else _LONGEST_NAME
        return cost + 1.5 * sum(map(_is_verb, words)) + 0.25 * max(len(words) - most, 0)

    def _at_start(self, kind: Kind | None, words: tuple[str, ...], first: bool) -> float:
        """Return what the first word costs: a new capital, or none where a table has none."""
        word = words[0]
        if kind is Kind.TEXT and self._lower and not first:
            return _of_small_letter(words)
        if word[0].islower():
            return 0.1 if kind is None and not first else 4.0
        if word[0].isdigit():
            return 0.8 * (kind is not Kind.NAME)
        if kind is Kind.WHO:
            return -1.0 * bool(self._entities and word in self._entities.given_names)
        if _MORE_OR_LESS.match(word) or word.lower() in self._common:
            return -0.3 * (kind is Kind.TEXT)
        return 0.3 * (kind is Kind.TEXT and len(words) > 1 and words[1][0].isupper())

    def _inside(self, kind: Kind | None, words: tuple[str, ...]) -> float:
        """Return what capitals in the middle of a cell cost, and in a name what has none."""
        if kind is Kind.WHO:
            return 0.15 * sum(word[0].isupper() for word in words[1:])
        capitals = list(takewhile(lambda word: not word[0].islower(), words))
        if kind is Kind.NAME and len(capitals) == len(words) > 1:
            return -0.3
        cost = 0.5 * (kind is Kind.NAME and self._lower and len(capitals) > 1)
        return cost + sum(
            self._capital(before, word) for before, word in pairwise(words) if word[0].isupper()
        )

    def _of_capital(self, before: str, word: str) -> float:
        """Return what it costs that a word with a capital begins no cell."""
        if word.lower() in self._common:
            return 1.2
        if _COMPOUND.fullmatch(word):
            return 0.1
        if _BEFORE_NAME.match(before) or before[0].isupper():
            return 0.25
        return 0.4 if _ACRONYM.fullmatch(word) else 0.8


@lru_cache(_KEPT_WORDS)
def _ends_sentence(word: str) -> bool:
    return _SENTENCE_END.fullmatch(word) is not None


@lru_cache(_KEPT_WORDS)
def _is_verb(word: str) -> bool:
    return _VERB.fullmatch(word) is not None


def _empty(kind: Kind | None, first: bool) -> float:
    """Return what it costs that a row has no cell in a kind of column."""
    if first:
        return _NO_FIRST if kind in (Kind.KNOWN, Kind.BODY, Kind.ROLE) else NEVER
    return _NO_CELL.get(kind, NEVER)


def _of_small_letter(words: Sequence[str]) -> float:
    """Return what it costs that a text begins with a word, best with a noun before `i` or `för`."""
    word = words[0]
    if not word[0].islower():
        return 1.0
    short = max(_LONG_NOUN - len(word), 0) / _LONG_NOUN
    noun = len(words) > 1 and is_unfinished(words[1]) and len(word) >= _LONG_NOUN
    return 0.5 * short - 0.3 * noun + 2.0 * is_unfinished(word)


def _of_sum(text: str) -> float:
    if _SHARE.fullmatch(text):
        return 0.0
    match = _SUM.fullmatch(text)
    if match:
        return 0.0 if match["unit"] else 0.3
    return 0.4 if _NOTHING.fullmatch(text) else NEVER


def _of_time(text: str) -> float:
    if _TIME.fullmatch(text):
        return 0.0
    return 0.4 if _NOTHING.fullmatch(text) else NEVER


def _of_count(text: str) -> float:
    return 0.0 if _COUNT.fullmatch(text) else NEVER


_BY_FORM: Final[Mapping[Kind | None, Callable[[str], float]]] = {
    Kind.PARTY: party_cost,
    Kind.ROLE: role_cost,
    Kind.BODY: body_cost,
    Kind.SUM: _of_sum,
    Kind.TIME: _of_time,
    Kind.NUMBER: _of_count,
}
