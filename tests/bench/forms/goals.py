"""Goals, announced by many headings and sentences, listed in many ways."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from tests.bench.forms.form import Form


class Announced(NamedTuple):
    """How goals are announced, and the year that this tells."""

    text: str
    year: str = ""


HEADINGS: Final = (
    Announced("Mål 2025", "2025"),
    Announced("Mål för 2025", "2025"),
    Announced("Mål för 2024–2027", "2027"),
    Announced("Mål"),
    Announced("Övergripande mål"),
    Announced("Våra mål"),
    Announced("Målsättningar"),
    Announced("Målbild 2030", "2030"),
    Announced("Effektmål 2025", "2025"),
    Announced("Delmål"),
    Announced("Inriktningsmål 2025", "2025"),
    Announced("Strategiska mål till 2030", "2030"),
    Announced("Mål och indikatorer"),
    Announced("Mål för perioden 2024–2027", "2027"),
    Announced("Mål för året"),
    Announced("Mål för det internationella arbetet"),
    Announced("Regionens mål till 2028", "2028"),
    Announced("Nämndens mål 2025", "2025"),
    Announced("Mätbara mål"),
    Announced("Årets mål"),
    Announced("Resultatmål 2025", "2025"),
    Announced("Etappmål 2026", "2026"),
    Announced("Det här vill vi uppnå"),
    Announced("Det här ska vi ha uppnått 2027", "2027"),
    Announced("Vad vill vi?"),
    Announced("Vad vill vi uppnå?"),
    Announced("Vad ska vi uppnå 2025?", "2025"),
    Announced("Dit vill vi"),
    Announced("Hit ska vi nå 2030", "2030"),
    Announced("Vart ska vi?"),
    Announced("Önskat läge 2030", "2030"),
    Announced("Förväntade resultat"),
    Announced("Förväntade resultat 2025", "2025"),
    Announced("Önskade effekter"),
    Announced("Resultat vi vill se 2026", "2026"),
    Announced("Ambitioner för 2025", "2025"),
    Announced("Vår ambition"),
    Announced("Så ska det vara 2030", "2030"),
    Announced("2030 vill vi se", "2030"),
    Announced("Målnivåer 2025", "2025"),
    Announced("Målformuleringar"),
    Announced("Vid periodens slut"),
    Announced("Vad vi lovade"),
    Announced("Löften"),
    Announced("Det ska vi klara under året"),
    Announced("Det här ska vara gjort när 2025 är slut", "2025"),
    Announced("Vad ska ha hänt 2025?", "2025"),
    Announced("Klart senast 2025", "2025"),
    Announced("Innan året är slut"),
    Announced("Måluppfyllelse"),
    Announced("Hur gick det med målen?"),
    Announced("Väntade resultat"),
    Announced("Vad regionen vill uppnå"),
    Announced("Mål att följa upp"),
    Announced("Mål – 2025", "2025"),
)
LEADS: Final = (
    Announced("Målen för 2025 är att:", "2025"),
    Announced("Under 2025 ska regionen ha:", "2025"),
    Announced("Vid utgången av 2025 ska:", "2025"),
    Announced("Senast den 31 december 2025 ska:", "2025"),
    Announced("Regionen har följande mål för 2025:", "2025"),
    Announced("För perioden gäller följande mål:"),
    Announced("Nämnden har beslutat om tre mål för 2025:", "2025"),
    Announced("Till 2025 vill vi att:", "2025"),
    Announced("Vi har nått målet när:"),
    Announced("Vi vill att:"),
    Announced("När planperioden är slut 2025 ska:", "2025"),
    Announced("År 2025:", "2025"),
    Announced("Målsättningen är att under 2025:", "2025"),
    Announced("I slutet av 2025 har vi nått följande:", "2025"),
    Announced("Landstinget ska under året:"),
    Announced("Planens mål är följande:"),
    Announced("Vi vill år 2025 se att:", "2025"),
    Announced("Regionens ambition är att 2025:", "2025"),
    Announced("Regionen har som mål att:"),
    Announced("Vid årets utgång ska"),
    Announced("Vi är nöjda när:"),
    Announced("För 2025 ska följande gälla:", "2025"),
    Announced("Samarbetet ska leda till att:"),
)
HEADERS: Final = (
    "Mål | Indikator | Utfall",
    "Mål 2025 | Mått | Ansvarig",
    "Övergripande mål | Aktivitet | Ansvarig",
    "Målsättning | Åtgärd | Tidplan",
    "Delmål | Nyckeltal | Målvärde",
    "Effektmål | Hur mäter vi? | Ansvarig",
    "Nämndmål | Indikator | Målnivå",
    "Mål för året | Uppföljning | Status",
    "Våra mål | Så mäter vi | När",
    "Strategiskt mål | Indikator | Nuläge",
    "Mål för perioden | Indikatorer | Uppfyllt",
    "Det här vill vi uppnå | Så mäter vi det | Ansvarig",
    "Resultatmål | Insatser | Ansvar",
    "Inriktningsmål | Utfall 2024 | Bedömning",
    "Mål | Så följs det upp | Bedömning",
    "Mål och önskat resultat | Indikator | Källa",
    "Årsmål | Läge vid årets slut | Ansvarig",
    "Vad vi lovade | Så gick det | Kommentar",
)
CALLED: Final = (
    "Mål 1:",
    "Mål 1.",
    "Mål 1 –",
    "Delmål 1:",
    "Effektmål 1:",
    "M1.",
    "M1:",
    "Mål nr 1:",
    "Målsättning 1:",
    "Inriktningsmål 1.",
    "Strategiskt mål 1:",
    "Mål A:",
)

_GOALS: Final = (
    "Minst tre skolor har ett utbyte med en skola utomlands.",
    "Alla kommuner i länet har en utsedd kontaktperson för EU-frågor.",
    "Andelen beviljade ansökningar har ökat till hälften.",
)
_OPENING: Final = """Strategi för internationellt arbete

Regionens arbete bygger på de beslut som fullmäktige har fattat. Strategin gäller tills vidare.

"""
_AFTER: Final = """
Uppföljning

Strategin följs upp av regionstyrelsen varje år i samband med årsredovisningen.
"""
_PART: Final = """3.1 Unga i Europa

Regionen arbetar för att fler unga ska resa.

"""
_NEXT_PART: Final = """
3.2 Näringsliv

Regionen arbetar för fler exporterande företag.
"""


def _listed(*marks: str, between: str = "\n") -> str:
    return between.join(f"{mark}{goal}" for mark, goal in zip(marks, _GOALS, strict=True)) + "\n"


BELOW_HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "dashes": ("{label}\n\n" + _listed("- ", "- ", "- ") + _AFTER, ""),
    "bullets right below": ("{label}\n" + _listed("• ", "• ", "• ") + _AFTER, ""),
    "numbers": ("{label}\n\n" + _listed("1. ", "2. ", "3. ") + _AFTER, ""),
    "letters": ("{label}\n\n" + _listed("a) ", "b) ", "c) ") + _AFTER, ""),
    "letters and numbers": ("{label}\n\n" + _listed("M1. ", "M2. ", "M3. ") + _AFTER, ""),
    "paragraphs": ("{label}\n\n" + _listed("", "", "", between="\n\n") + _AFTER, ""),
    "indented lines": ("{label}\n\n" + _listed("   ", "   ", "   ") + _AFTER, ""),
    "lines": ("{label}\n" + "\n".join(_GOALS) + "\n" + _AFTER, ""),
    "label in a part": (_PART + "{label}:\n" + _listed("- ", "- ", "- ") + _NEXT_PART, "3.1"),
    "numbered heading": (
        "1. Bakgrund\nRegionen har arbetat internationellt sedan 1995.\n\n2. {label}\n"
        + _listed("- ", "- ", "- ")
        + "\n3. Uppföljning\nStrategin följs upp i årsredovisningen.\n",
        "2",
    ),
    "lead-in between": (
        "{label}\n\nStyrelsen har fastställt följande:\n" + _listed("• ", "• ", "• ") + _AFTER,
        "",
    ),
}
"""Lists below `{label}`, with the section; empty where it is the label itself."""

BELOW_LEADS: Final = {
    "sentence above dashes": _PART.rstrip() + " {lead}\n" + _listed("- ", "- ", "- ") + _NEXT_PART,
    "line above bullets": _PART + "{lead}\n" + _listed("• ", "• ", "• ") + _NEXT_PART,
}
CALLED_BELOW: Final = {
    "called so": _PART + _listed("{0} ", "{1} ", "{2} ") + _NEXT_PART,
    "called so in paragraphs": _PART + _listed("{0} ", "{1} ", "{2} ", between="\n\n") + _NEXT_PART,
    "below a label": _PART + "Mål:\n" + _listed("{0} ", "{1} ", "{2} ") + _NEXT_PART,
}
TABLES: Final = {
    "table": _PART
    + "| {header} |\n| --- | --- | --- |\n"
    + "".join(f"| {goal} | Enkät | Åsa Ek |\n" for goal in _GOALS)
    + _NEXT_PART,
}


def forms() -> Iterator[Form]:
    """Yield each way of announcing goals with each list that stands below it."""
    for setting, (text, section) in BELOW_HEADINGS.items():
        for label in HEADINGS:
            plan = text.format(label=label.text).replace("?:", "?")
            yield _form(label, setting, plan, section or label.text)
    for setting, text in BELOW_LEADS.items():
        for lead in LEADS:
            yield _form(lead, setting, text.format(lead=lead.text), "3.1")
    for setting, text in CALLED_BELOW.items():
        for called in CALLED if setting == "below a label" else filter(_says_so, CALLED):
            numbers = [called.replace("1", n).replace(" A", f" {a}") for n, a in ("1A", "2B", "3C")]
            yield _form(Announced(called), setting, text.format(*numbers), "3.1")
    for setting, text in TABLES.items():
        for header in HEADERS:
            year = "2025" if header.startswith("Mål 2025") else ""
            yield _form(Announced(header, year), setting, text.format(header=header), "3.1")


def _says_so(called: str) -> bool:
    """Tell whether a line that is called so says by itself that it is a goal."""
    return " " in called


def _form(announced: Announced, setting: str, plan: str, section: str) -> Form:
    rows = [{"year": announced.year, "section": section, "text": goal} for goal in _GOALS]
    return Form(announced.text, setting, _OPENING + plan, rows[0], tuple(rows[1:]))
