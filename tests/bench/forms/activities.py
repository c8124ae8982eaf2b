"""Planned activities, announced by many headings and sentences, listed in many ways."""

from collections.abc import Iterator, Mapping
from typing import Final

from tests.bench.forms.activity_words import HEADERS, HEADINGS, LEADS, NOUNS
from tests.bench.forms.form import Form

_TITLES: Final = (
    "Språkkaféer på biblioteken",
    "Utbyte för lärare",
    "Bjuda in till ett rundabordssamtal",
)
_LINES: Final = (
    "Ta fram en vägledning för ansökningar",
    "Ordna två språkkaféer på biblioteken i länet",
    "Bjuda in ledamöterna till ett rundabordssamtal",
)
_OPENING: Final = """Handlingsplan för internationellt arbete

Regionens arbete bygger på strategin som fullmäktige har antagit. Planen följs upp varje år.

"""

BELOW_HEADINGS: Final[Mapping[str, tuple[str, str | None, tuple[tuple[str, str], ...]]]] = {
    "numbered, told below": (
        """{label}

1. Språkkaféer på biblioteken
Sex bibliotek ordnar språkkaféer under våren. Ansvarig är Åsa Ek.

2. Utbyte för lärare
Tio lärare reser till Tartu i maj.

3. Bjuda in till ett rundabordssamtal
Samtalet hålls i Bryssel den 4 juni 2025.
""",
        None,
        tuple(zip("123", _TITLES, strict=True)),
    ),
    "numbered in two depths": (
        """{label}

1. Språkkaféer på biblioteken
   1.1 Introduktion för personalen
   1.2 Sex träffar under våren
2. Utbyte för lärare
3. Bjuda in till ett rundabordssamtal
""",
        None,
        (
            *zip("123", _TITLES, strict=True),
            ("1.1", "Introduktion för personalen"),
            ("1.2", "Sex träffar under våren"),
        ),
    ),
    "letter and number": (
        """{label}

A1 Språkkaféer på biblioteken
A2 Utbyte för lärare
A3 Bjuda in till ett rundabordssamtal
""",
        None,
        tuple(zip(("A1", "A2", "A3"), _TITLES, strict=True)),
    ),
    "letter and number, told below": (
        """{label}

A1 Språkkaféer på biblioteken
Sex bibliotek ordnar språkkaféer under våren. Ansvarig är Åsa Ek.

A2 Utbyte för lärare
Tio lärare reser till Tartu i maj.

A3 Bjuda in till ett rundabordssamtal
Samtalet hålls i Bryssel den 4 juni 2025.
""",
        None,
        tuple(zip(("A1", "A2", "A3"), _TITLES, strict=True)),
    ),
    "letters in two depths": (
        """{label}

A. Språkkaféer på biblioteken
A.1 Introduktion för personalen
A.2 Sex träffar under våren
B. Utbyte för lärare
C. Bjuda in till ett rundabordssamtal
""",
        None,
        (
            *zip("ABC", _TITLES, strict=True),
            ("A.1", "Introduktion för personalen"),
            ("A.2", "Sex träffar under våren"),
        ),
    ),
    "dashes": (
        """{label}

– Ta fram en vägledning för ansökningar
– Ordna två språkkaféer på biblioteken i länet
– Bjuda in ledamöterna till ett rundabordssamtal
""",
        None,
        tuple(("", line) for line in _LINES),
    ),
    "lines": (
        """{label}
Ta fram en vägledning för ansökningar
Ordna två språkkaféer på biblioteken i länet
Bjuda in ledamöterna till ett rundabordssamtal

Planen bekostas av regionstyrelsen och följs upp i bokslutet.
""",
        None,
        tuple(("", line) for line in _LINES),
    ),
    "lines parted by blanks": (
        """{label}

Ta fram en vägledning för ansökningar

Ordna två språkkaféer på biblioteken i länet

Bjuda in ledamöterna till ett rundabordssamtal
""",
        None,
        tuple(("", line) for line in _LINES),
    ),
    "label in a numbered part": (
        """3.1 Unga i Europa

Mål 2025:
- Fler unga har deltagit i ett utbyte.
- Alla skolor har en kontaktperson.

{label}:
1. Språkkaféer på biblioteken
2. Utbyte för lärare
Tio lärare reser till Tartu i maj.
3. Bjuda in till ett rundabordssamtal

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
""",
        "3.1",
        tuple(zip("123", _TITLES, strict=True)),
    ),
    "numbered heading": (
        """1. Bakgrund
Regionen har arbetat internationellt sedan 1995.

2. {label}
- Ta fram en vägledning för ansökningar
- Ordna två språkkaféer på biblioteken i länet
- Bjuda in ledamöterna till ett rundabordssamtal

3. Uppföljning
Planen följs upp i årsredovisningen.
""",
        "2",
        tuple(("", line) for line in _LINES),
    ),
    "numbered heading, numbered parts": (
        """1. Bakgrund
Regionen har arbetat internationellt sedan 1995.

2. {label}
2.1 Språkkaféer på biblioteken
Sex bibliotek ordnar språkkaféer under våren. Ansvarig är Åsa Ek.
2.2 Utbyte för lärare
Tio lärare reser till Tartu i maj.
2.3 Bjuda in till ett rundabordssamtal
Samtalet hålls i Bryssel den 4 juni 2025.

3. Uppföljning
Planen följs upp i årsredovisningen.
""",
        "2",
        tuple(zip(("2.1", "2.2", "2.3"), _TITLES, strict=True)),
    ),
}
"""Lists below `{label}`, with the section (None is the label itself) and what they hold."""

BELOW_LEADS: Final = {
    "sentence above dashes": """3.1 Unga i Europa

Fler unga ska få möjlighet att resa och lära i ett annat land. {lead}
- Ta fram en vägledning för ansökningar
- Ordna två språkkaféer på biblioteken i länet
- Bjuda in ledamöterna till ett rundabordssamtal

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
""",
    "line above bullets": """3.1 Unga i Europa

Mål 2025:
• Fler unga har deltagit i ett utbyte.
• Alla skolor har en kontaktperson.

{lead}
• Ta fram en vägledning för ansökningar
• Ordna två språkkaféer på biblioteken i länet
• Bjuda in ledamöterna till ett rundabordssamtal

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
""",
}

CALLED: Final = {
    "called so, told below": """3.1 Unga i Europa

Fler unga ska få möjlighet att resa och lära i ett annat land.

{noun1} Språkkaféer på biblioteken
Sex bibliotek ordnar språkkaféer under våren. Ansvarig är Åsa Ek.

{noun2} Utbyte för lärare
Tio lärare reser till Tartu i maj.

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
""",
    "called so below a label": """3.1 Unga i Europa

Aktiviteter:
{noun1} Språkkaféer på biblioteken
{noun2} Utbyte för lärare

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
""",
}

_TABLE: Final = """| {header} |
| --- | --- | --- | --- |
| 1 | Språkkaféer på biblioteken | Åsa Ek | Våren |
| 2 | Utbyte för lärare | Bo Al | Maj |
| 3 | Bjuda in till ett rundabordssamtal | Åsa Ek | Juni |

3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
"""
TABLES: Final = {
    "table": "3.1 Unga i Europa\n\n"
    f"Fler unga ska få möjlighet att resa och lära i ett annat land.\n\n{_TABLE}",
    "table below a heading": f"3.1 Aktiviteter\n\n{_TABLE}",
}


def forms() -> Iterator[Form]:
    """Yield each way of announcing activities with each list that stands below it."""
    for setting, (text, section, told) in BELOW_HEADINGS.items():
        for label in HEADINGS:
            plan = text.format(label=label).replace("?:", "?")
            yield _form(label, setting, plan, section or label, told)
    for setting, text in BELOW_LEADS.items():
        for lead in LEADS:
            told = tuple(("", line) for line in _LINES)
            yield _form(lead, setting, text.format(lead=lead), "3.1", told)
    for setting, text in CALLED.items():
        for noun in NOUNS if "label" in setting else filter(_says_so, NOUNS):
            plan = text.format(noun1=noun, noun2=noun.replace("1", "2"))
            letter = noun[0] if noun[1] == "1" else ""
            numbers = (f"{letter}1", f"{letter}2")
            yield _form(noun, setting, plan, "3.1", tuple(zip(numbers, _TITLES, strict=False)))
    for setting, text in TABLES.items():
        for header in HEADERS:
            told = tuple(zip("123", _TITLES, strict=True))
            yield _form(header, setting, text.format(header=header), "3.1", told)


def _says_so(noun: str) -> bool:
    """Tell whether a line that is called so says by itself that it is an activity."""
    return " " in noun


def _form(
    thing: str, setting: str, plan: str, section: str, told: tuple[tuple[str, str], ...]
) -> Form:
    rows = [{"section": section, "number": number, "title": title} for number, title in told]
    return Form(thing, setting, _OPENING + plan, rows[0], tuple(rows[1:]))
