"""Words above columns that stand in one line: what cells follow each other in the lines below.

`Projekt Innehåll Program Period Budget (tkr)`: an engine that knows no tables prints the words
above columns with a blank between them, each as a rule with a capital.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.knowledge.structure.grids import COLUMN_WORDS


class Kind(StrEnum):
    """What the cells of a column look like."""

    NAME = "name"
    TEXT = "text"
    KNOWN = "known"
    WHO = "who"
    SUM = "sum"
    TIME = "time"
    PLACE = "place"
    NUMBER = "number"
    PERSON = "person"
    PARTY = "party"
    ROLE = "role"
    BODY = "body"
    STATE = "state"


class Column(NamedTuple):
    """A word above a column: where it begins in its line and ends, and what stands below it."""

    start: int
    end: int
    kind: Kind | None


_UNIT: Final = r"(?:euro?|kronor|kr|tkr|kkr|mkr|sek|procent|%|[a-zåäö]+ kronor)"
# A word above a column: `Vad det handlar om`, `Stöd 2015`, `Belopp, euro`, `Fr.o.m.`, `2016`.
_WORDS: Final = re.compile(
    r"(?:[FTft]r?\.?o\.?m\.?(?!\w)|[A-ZÅÄÖ][\w/-]*\??)"
    r"(?: (?:[a-zåäö][\w/-]*\??|(?:19|20)\d\d\b(?! (?:19|20)\d\d|[–-])|/|\([\w%åäö ,]+\))"
    rf"|, (?i:{_UNIT})(?!\w))*"
    r"|(?<= )(?:19|20)\d\d(?= |$)"
)
_NO_HEADER: Final = re.compile(
    r".{91,}|.*\w/ |.*(?:(?<!\w\.o\.m)(?<!\w\.o)(?<!Fr)(?<!T)\.|[:;!])|.*\d{1,2} [a-z]"
)
_YEAR_BEHIND: Final = re.compile(r"(?:^| )(?:19|20)\d\d$")
_LONGEST: Final = 32
_MOST_WORDS: Final = 5
_FEWEST_COLUMNS: Final = 2
_MANY_COLUMNS: Final = 4
_MOST_COLUMNS: Final = 7
_SEAT: Final = (
    r"(?:ordinarie|personlig|ledam[oö]t|ersättare|suppleant|representant|företrädare|ombud"
    r"|delegat|politiker|förtroendevald|(?:kontakt|tjänste)(?:person|politiker)|handläggare)"
)
# What else the words above columns mean, before the meanings that all tables share.
_OWN_KINDS: Final = (
    (
        Kind.TIME,
        r"(?:medlem(?:skap)?(?:s?år| sedan| från)|med (?:sedan|från)|sedan|inträd\w*|utträd\w*"
        r"|anslut\w+|fr\.?o\.?m\.?|t\.?o\.?m\.?|från|till|giltig \w+|gäller \w+|kvartal"
        r"|månad)(?: år)?$",
    ),
    (
        Kind.SUM,
        r"(?:stöd|bidrag|medel)(?: (?:19|20)\d\d)?$|.* (?:insats|andel|del)$|(?:EU|EG)-stöd\b",
    ),
    (
        Kind.SUM,
        r"(?:19|20)\d\d$|bevilja\w+$|anslag\b|ram$|andel\b|arbetsinsats\b|bokslut\b|plan \d"
        r"|till (?:oss|länet|\w+en)$",
    ),
    (Kind.KNOWN, r"(?:fullständigt|hela) namn(?:et)?$"),
    (Kind.NAME, r"(?:.*namn|akronym|förkortning|titel|satsning)$"),
    (Kind.KNOWN, r"(?:post|organisation|nätverk)(?:er|en)?\b"),
    (Kind.PARTY, r"parti\b|parti(?:beteckning|tillhörighet)$"),
    (Kind.ROLE, r"(?:uppdrag|roll|funktion|befattning|titel)\b"),
    (Kind.BODY, r"(?:organ|grupp|styrelse|nämnd|kommitté)\b"),
    (
        Kind.PERSON,
        rf"(?:\w+s )?(?:{_SEAT}\w*(?: {_SEAT}\w*)?|person(?:er)?)(?:$| (?:i|för|till)\b)",
    ),
    (
        Kind.KNOWN,
        r"(?:forum|sammanhang|huvudman|ägare|medlem|kommun|förening)\b"
        r"|(?:medel|pengar|stöd\w*|bekostas|betalas) (?:från|av|ur)\b",
    ),
    (Kind.STATE, r"(?:status|resultat|läge(?:t)?|uppfyllelse)\b"),
    (Kind.TEXT, r"(?:ändamål|syfte|inriktning|avser|sektor)\b|stödj\w+$"),
)
# Which of the meanings of words above columns make which kind of cells; the first that fits.
_KINDS: Final = (
    (Kind.NUMBER, ("number",)),
    (Kind.NAME, ("project",)),
    (Kind.TEXT, ("activity", "goal", "effect", "description")),
    (Kind.SUM, ("cost", "fte")),
    (Kind.TIME, ("date", "period", "start", "end", "time")),
    (Kind.KNOWN, ("programme", "funder", "subject")),
    (Kind.WHO, ("lead", "partners", "responsible", "contact")),
    (Kind.PLACE, ("place",)),
    (Kind.TEXT, ("task", "event", "theme", "indicator")),
    (Kind.STATE, ("outcome",)),
)
_PATTERNS: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _OWN_KINDS)
_OF_PERSONS: Final = frozenset({Kind.PERSON, Kind.PARTY, Kind.ROLE, Kind.BODY})
# What is told of what another column names.
_MEASURES: Final = frozenset({Kind.SUM, Kind.TIME, Kind.NUMBER, None})
_PERSONS_NAME: Final = re.compile(r"namn", re.IGNORECASE)
_RESULT: Final = re.compile(r"utfall|resultat", re.IGNORECASE)


# Nothing stands above what measures are of: `Avgift Andel av heltid`.
_UNNAMED: Final = Column(0, 0, Kind.KNOWN)


@lru_cache(maxsize=1024)
def columns_of(line: str) -> tuple[Column, ...]:
    """Return the columns that a line is the words above, else none.

    All are known words, of many all but one. `Namn` is of persons beside a party or a role.
    Where they all tell measures, nothing stands above the first column: what these are of.
    """
    if _NO_HEADER.match(line):
        return ()
    words = list(_WORDS.finditer(line))
    if not _FEWEST_COLUMNS <= len(words) <= _MOST_COLUMNS or not _is_all(line, words):
        return ()
    if any(len(one[0]) > _LONGEST or len(one[0].split()) > _MOST_WORDS for one in words):
        return ()
    columns = _named([(word, _kind(word[0])) for word in words])
    unknown = sum(column.kind is None for column in columns)
    told = unknown <= (len(columns) >= _MANY_COLUMNS)
    if not told or sum(word[0].isdigit() for word in words) == 1:
        return ()
    if any(column.kind not in _MEASURES for column in columns):
        return columns
    dated = any(_YEAR_BEHIND.search(word[0]) for word in words)
    return () if unknown or dated else (_UNNAMED, *columns)


def kind_of(words: str) -> Kind | None:
    """Return what stands below words above a column by themselves, None if they are unknown."""
    bare = _YEAR_BEHIND.sub("", words)
    if not bare:
        return Kind.SUM
    known = _WORDS.fullmatch(bare) and not _NO_HEADER.match(bare)
    return _kind(words) or _kind(bare) if known and len(bare) <= _LONGEST else None


def words_of(line: str) -> list[re.Match[str]]:
    """Return the words above columns that a line is nothing but, each for itself."""
    words = [] if _NO_HEADER.match(line) else list(_WORDS.finditer(line))
    return words if _is_all(line, words) else []


def _named(words: Sequence[tuple[re.Match[str], Kind | None]]) -> tuple[Column, ...]:
    """Return the columns below words of these kinds, each for itself, as they are together."""
    kinds = [kind for _, kind in words]
    seats = Kind.PERSON not in kinds and bool(_OF_PERSONS.intersection(kinds))
    return tuple(
        Column(word.start(), word.end(), _beside(word[0], kind, kinds, seats=seats))
        for word, kind in words
    )


def _beside(
    words: str, kind: Kind | None, kinds: Sequence[Kind | None], *, seats: bool
) -> Kind | None:
    """Return what words above a column mean beside the others."""
    if seats and _PERSONS_NAME.fullmatch(words):
        return Kind.PERSON
    if seats and kind is Kind.PLACE:
        return Kind.ROLE
    alone = kinds.count(Kind.SUM) == 1 and Kind.TEXT in kinds
    return Kind.STATE if alone and _RESULT.fullmatch(words) else kind


def _is_all(line: str, words: list[re.Match[str]]) -> bool:
    """Tell whether a line is nothing but such words and what dirt stands between them."""
    rest = len(line.strip()) - sum(len(word[0]) for word in words)
    return rest <= 2 * len(words)


def _kind(words: str) -> Kind | None:
    for kind, pattern in _PATTERNS:
        if pattern.match(words):
            return kind
    for kind, meanings in _KINDS:
        if any(COLUMN_WORDS[meaning].match(words) for meaning in meanings):
            return kind
    return None
