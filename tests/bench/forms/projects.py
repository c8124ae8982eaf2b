"""Projects with names, subjects and funders of many forms, each told in many places."""

from collections.abc import Iterator
from typing import Final

from tests.bench.forms.form import Form

NAMES: Final = (
    "Havsro",
    "BALTFISK",
    "Smart Harbours Baltic",
    "CARE4ALL",
    "e-Hamn",
    "InnoWood",
    "Från jord till bord",
    "Jobb i sikte",
    "Kust & Land",
    "Skola 2030",
    "Grön väg i norr",
    "Vi som stannar",
    "North-South Link",
    "Å-rummet",
    "Språkbron",
    "Lär mer!",
    "Tillsammans mot våld",
    "Mat utan gräns",
    "Det goda åldrandet",
    "Coast2Coast",
)
ABOUT: Final = (
    "vätgas i tunga lastbilar",
    "utbildning av lärare i hållbar utveckling",
    "ett nätverk för kvinnor som driver företag",
    "hur små hamnar kan elektrifieras",
    "ungas psykiska hälsa",
    "3D-skrivare i skolan",
    "EU-samordning för små kommuner",
    "utveckling av en modell för delade lokaler",
)
FUNDERS: Final = (
    "Interreg Nord",
    "Kulturrådet",
    "Tillväxtverket",
    "Leader",
    "Interreg Öresund-Kattegat-Skagerrak",
    "EU:s hälsoprogram",
    "Postkodstiftelsen",
    "Länsstyrelsen i Almviks län",
    "Sparbanksstiftelsen Almvik",
    "Klimatklivet",
    "Region Almvik",
    "Myndigheten för ungdoms- och civilsamhällesfrågor",
)
# Who pays only where the text says so, and runs no programme to work within.
_ORGANISATIONS: Final = frozenset(
    {
        *("Kulturrådet", "Tillväxtverket", "Postkodstiftelsen", "Länsstyrelsen i Almviks län"),
        *("Sparbanksstiftelsen Almvik", "Region Almvik"),
        "Myndigheten för ungdoms- och civilsamhällesfrågor",
    }
)
_UNSAID: Final = ("within the programme", "heading for each", "three lines")
_NAME: Final = "Havsbruket"
_SUBJECT: Final = "odling av alger i grunda vikar"
_FUNDER: Final = "Interreg Central Baltic"

# `{name}` is the project, `{about}` what it is about, `{About}` with a capital, `{funder}`
# who pays.
SENTENCES: Final = {
    "the project in a sentence": """Internationellt arbete

Region Almvik deltar i projektet {name}, {about}. Projektet finansieras av {funder} och pågår
till och med juni 2026.
""",
    "apposition with its money": """Internationellt arbete

Under året pågick flera projekt. {name}, {about}, har fått 2,3 miljoner kronor från {funder}.
Regionen är en av fem parter.
""",
    "a project about": """Internationellt arbete

Kommunförbundet är med i {name}, ett projekt om {about} som finansieras av {funder}.
""",
    "paid by whom a clause names": """Internationellt arbete

Högskolan leder {name}, ett projekt om {about} som {funder} betalar.
""",
    "within the programme": """Internationellt arbete

Inom {funder} drivs projektet {name}, som handlar om {about}. Högskolan i Almvik leder arbetet.
""",
    "with support": """Internationellt arbete

Med stöd från {funder} genomför vi projektet {name} om {about}.
""",
    "paragraph that begins with the name": """Internationellt arbete

Pågående projekt

{name} handlar om {about}. Det finansieras av {funder} och avslutas i december 2026.
""",
}
LISTS: Final = {
    "list with the funder in brackets": """Internationellt arbete

Projekt som regionen deltar i:
- Vågor, musik för barn (Nordplus)
- {name}, {about} ({funder})
- Solsidan, solceller på ladugårdar (LIFE)
""",
    "list with dashes": """Internationellt arbete

Pågående projekt 2025

{name} – {about}. Finansiering: {funder}. Budget 2,2 mkr.
Solsidan – solceller på ladugårdar. Finansiering: LIFE. Budget 900 tkr.
""",
    "list with colons": """Internationellt arbete

Projekt med EU-medel
• {name}: {about}. Finansieras av {funder}.
• Solsidan: solceller på ladugårdar. Finansieras av LIFE.
""",
    "heading for each": """Internationellt arbete

Våra projekt

{name}
{About}. {funder}. Projekttid: 2023–2026.

Solsidan
Solceller på ladugårdar. LIFE. Projekttid: 2022–2025.
""",
    "heading and sentences": """Internationellt arbete

3. Projekt

3.1 {name}
Projektet handlar om {about}. Det får stöd av {funder} med 1,2 miljoner kronor. Projektägare är
Almviks kommun.

3.2 Solsidan
Projektet handlar om solceller på ladugårdar. Det får stöd av LIFE.
""",
    "three lines": """Internationellt arbete

Projekt under året

{name}
{About}
{funder}

Solsidan
Solceller på ladugårdar
LIFE
""",
}
TABLES: Final = {
    "table": """Internationellt arbete

Pågående projekt

| Projekt | Beskrivning | Finansiär | Budget |
| --- | --- | --- | --- |
| Solsidan | Solceller på ladugårdar | LIFE | 900 tkr |
| {name} | {About} | {funder} | 1,2 mkr |
""",
    "table of other words": """Internationellt arbete

Beviljade ansökningar 2024

| Namn | Vad det handlar om | Medel från | Projektägare |
| --- | --- | --- | --- |
| Solsidan | Solceller på ladugårdar | LIFE | Almviks kommun |
| {name} | {About} | {funder} | Region Almvik |
""",
    "labelled lines": """Internationellt arbete

Projekt: {name}
Syfte: {About}
Finansiär: {funder}
Projektperiod: 2023–2026
Budget: 1 200 000 kronor

Projekt: Solsidan
Syfte: Solceller på ladugårdar
Finansiär: LIFE
Projektperiod: 2023–2026
Budget: 900 000 kronor
""",
    "title above labels": """Internationellt arbete

Projektkatalog

{name}
Kort om projektet: {About}
Program: {funder}
Projekttid: 2023–2026
Lead partner: Almviks kommun

Solsidan
Kort om projektet: Solceller på ladugårdar
Program: LIFE
Projekttid: 2022–2025
Lead partner: Region Almvik
""",
}
SETTINGS: Final = SENTENCES | LISTS | TABLES


def forms() -> Iterator[Form]:
    """Yield each name, each subject and each funder in each setting, the others as usual."""
    for setting, text in SETTINGS.items():
        for name in NAMES:
            yield _form(f"name: {name}", setting, text, (name, _SUBJECT, _FUNDER))
        for about in ABOUT:
            yield _form(f"about: {about}", setting, text, (_NAME, about, _FUNDER))
        for funder in FUNDERS:
            if setting in _UNSAID and funder in _ORGANISATIONS:
                continue
            yield _form(f"funder: {funder}", setting, text, (_NAME, _SUBJECT, funder))


def _form(thing: str, setting: str, text: str, told: tuple[str, str, str]) -> Form:
    name, about, funder = told
    plan = text.format(name=name, about=about, About=about[0].upper() + about[1:], funder=funder)
    expected = {"project": name, "description": about, "funder": funder}
    return Form(thing, setting, plan, expected)
