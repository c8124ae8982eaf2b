"""Words above columns that stand in one line: what cells follow each other in the lines below.

`Projekt Innehåll Program Period Budget (tkr)`: an engine that knows no tables prints the words
above columns with a blank between them, each as a rule with a capital.
"""

import re
from enum import StrEnum
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


class Column(NamedTuple):
    """A word above a column: where it begins in its line and ends, and what stands below it."""

    start: int
    end: int
    kind: Kind | None


# A word above a column: `Vad det handlar om`, `Stöd 2015`, `Budget (tkr)`, `EU-program`.
_WORDS: Final = re.compile(
    r"[A-ZÅÄÖ][\w/-]*\??(?: (?:[a-zåäö][\w/-]*\??|(?:19|20)\d\d\b|\([\wåäö ,]+\)))*"
)
_NO_HEADER: Final = re.compile(r".{91,}|.*[.:;!]|.*\d{1,2} [a-z]")
_LONGEST: Final = 32
_MOST_WORDS: Final = 5
_FEWEST_COLUMNS: Final = 2
_MANY_COLUMNS: Final = 4
_MOST_COLUMNS: Final = 7
# Which of the meanings of words above columns make which kind of cells; the first that fits.
_KINDS: Final = (
    (Kind.NUMBER, ("number",)),
    (Kind.NAME, ("project",)),
    (Kind.TEXT, ("activity", "goal", "effect", "task", "description")),
    (Kind.SUM, ("cost",)),
    (Kind.TIME, ("date", "period", "start", "end", "time")),
    (Kind.KNOWN, ("programme", "funder", "subject")),
    (Kind.WHO, ("lead", "partners", "responsible", "contact")),
    (Kind.PLACE, ("place",)),
    (Kind.TEXT, ("event", "theme", "indicator", "outcome")),
)
_SINCE: Final = re.compile(
    r"(?:medlem(?:s?år| sedan)?|sedan|inträde\w*|anslut\w+)(?: år)?$", re.IGNORECASE
)
_PAID: Final = re.compile(
    r"(?:stöd|bidrag|medel)(?: (?:19|20)\d\d)?$|.* (?:insats|andel)$", re.IGNORECASE
)
_NAMED: Final = re.compile(r"namn$|satsning$", re.IGNORECASE)
# Tables of persons are read in another way.
_OF_PERSONS: Final = re.compile(
    r"(?:ordinarie|ledamot|ledamöter|ersättare|suppleant(?:er)?|representant(?:er)?|parti"
    r"|företrädare|ombud|politiker|roll|uppdrag|funktion|befattning|organ)\b",
    re.IGNORECASE,
)


def columns_of(line: str) -> tuple[Column, ...]:
    """Return the columns that a line is the words above, else none.

    All are known words, of many all but one, and not one is of persons.
    """
    if _NO_HEADER.match(line):
        return ()
    words = list(_WORDS.finditer(line))
    if not _FEWEST_COLUMNS <= len(words) <= _MOST_COLUMNS or not _is_all(line, words):
        return ()
    columns = tuple(Column(word.start(), word.end(), _kind(word[0])) for word in words)
    unknown = sum(column.kind is None for column in columns)
    short = all(len(one[0]) <= _LONGEST and len(one[0].split()) <= _MOST_WORDS for one in words)
    persons = any(_OF_PERSONS.match(word[0]) for word in words)
    told = unknown <= (len(columns) >= _MANY_COLUMNS)
    return columns if short and told and not persons else ()


def _is_all(line: str, words: list[re.Match[str]]) -> bool:
    """Tell whether a line is nothing but such words and what dirt stands between them."""
    rest = len(line.strip()) - sum(len(word[0]) for word in words)
    return rest <= 2 * len(words)


def _kind(words: str) -> Kind | None:
    if _SINCE.match(words):
        return Kind.TIME
    if _PAID.match(words):
        return Kind.SUM
    if _NAMED.match(words):
        return Kind.NAME
    for kind, meanings in _KINDS:
        if any(COLUMN_WORDS[meaning].match(words) for meaning in meanings):
            return kind
    return None
