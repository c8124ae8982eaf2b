"""Lines that are words above the columns of a table of seats: `Nätverk Organ Ordinarie`."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.restoring.header_lines import Column, Kind

_OF_SEAT: Final = (
    r"(?:ledam[oö]t(?:er)?|ersättare|suppleant(?:er)?|ombud|representant(?:er)?|företrädare)"
)
_KINDS: Final = {
    Kind.PERSON: rf"(?:Ordinarie|Personliga?)(?: {_OF_SEAT})?|(?i:{_OF_SEAT})"
    r"|Kontaktpolitiker|(?:Kontakt|Tjänste)person(?:er)?|Namn|Person(?:er)?|Politiker",
    Kind.PARTY: r"Parti(?:beteckning|tillhörighet)?",
    Kind.ROLE: r"Uppdrag|Roll|Funktion|Befattning|Titel",
    Kind.TIME: r"(?:Medlem(?:skap)?|Ansluten|Med)(?: sedan| från)?|Sedan|Inträde(?:sår)?",
    Kind.BODY: r"Organ|Forum|Grupp|Styrelse|Nämnd|Kommitté",
    Kind.KNOWN: r"(?:Nätverk|Organisation(?:er)?|Samarbete(?:n)?|Program|Förening)"
    r"(?:(?: ?/ ?| (?:eller|och) )[a-zåäö]+)?"
    r"|Kommun|Region|Landsting|Sektor|(?:Hem|Bo)?[Oo]rt|Från|(?:Mandatp|P)eriod",
}
_UNKNOWN: Final = r"[A-ZÅÄÖ][a-zåäö]{2,}(?=\s|$)"
_WORDS: Final = re.compile(
    "|".join(rf"(?P<{kind}>{words})(?=\s|$)" for kind, words in _KINDS.items()) + f"|{_UNKNOWN}"
)
# No columns: `Region Almviks företrädare`
_WHOSE: Final = re.compile(rf"\w+s {_OF_SEAT}\b")
_COLUMNS: Final = range(2, 7)
_LONGEST: Final = 90


def columns_of_seats(line: str) -> Sequence[Column]:
    """Return the columns that a line is words above; none if they are not those of seats.

    One word may be of another kind, or read wrongly; the first is known, and one is of persons
    beside something else.
    """
    columns: list[Column] = []
    start = 0
    while start < len(line) <= _LONGEST:
        words = _WORDS.match(line, start)
        if words is None:
            return ()
        kind = Kind(words.lastgroup) if words.lastgroup else None
        columns.append(Column(start, words.end(), kind))
        start = words.end() + len(line[words.end() :]) - len(line[words.end() :].lstrip())
    kinds = [column.kind for column in columns]
    known = len(columns) in _COLUMNS and kinds[0] is not None and not _WHOSE.search(line)
    of_seats = Kind.PERSON in kinds and {*kinds} - {Kind.PERSON, None}
    return columns if known and of_seats and kinds.count(None) < 2 else ()
