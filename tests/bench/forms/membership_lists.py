"""Memberships in lists, tables and facts, and rows of members: each thing in each arrangement."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.bench.forms.form import Form

OWN: Final = "Region Almvik"
_TOP: Final = "Handlingsplan för internationellt arbete 2024\n\n{issuer}\n\n"

NETWORKS: Final = (
    "ERRIN",
    "Euroregion Baltic",
    "CPMR",
    "Klimatkommunerna",
    "Union of the Baltic Cities",
    "Mittnordenkommittén",
    "Samordningsförbundet Västra Almvik",
    "Vattenrådet för Ljungån",
    "Nätverket för Små Öar",
    "Ost-Västforum",
    "Hamnstäder i samverkan",
    "Föreningen Nordiska Fjällkommuner",
    "European Network of Rural Hospitals",
    "Skärgårdsrådet Öst",
)

# `{net}` is a network since 2012; where others stand beside it, they are Energy Cities (2015) and
# Eurocities (2018).
DATED: Final = {
    "items with years": """Medlemskap

- {net} (2012)
- Energy Cities (2015)
- Eurocities (2018)""",
    "items below a sentence": """Region Almvik är medlem i följande organisationer:

- {net}, sedan 2012
- Energy Cities, sedan 2015
- Eurocities, sedan 2018""",
    "items that explain": """Nätverk som regionen är med i

- {net} – ett nätverk för erfarenhetsutbyte. Regionen är medlem sedan 2012.
- Energy Cities – ett nätverk för energifrågor. Regionen är medlem sedan 2015.
- Eurocities – ett nätverk för städer. Regionen är medlem sedan 2018.""",
    "items with facts": """Nätverk och medlemskap

- {net}: medlem sedan 2012, årsavgift 45 000 kr
- Energy Cities: medlem sedan 2015, årsavgift 30 000 kr
- Eurocities: medlem sedan 2018, årsavgift 80 000 kr""",
    "lines with years": """Våra medlemskap

{net}, medlem sedan 2012
Energy Cities, medlem sedan 2015
Eurocities, medlem sedan 2018""",
    "table with fees": """Medlemskap 2024

| Organisation | Medlem sedan | Årsavgift |
| --- | --- | --- |
| {net} | 2012 | 45 000 kr |
| Energy Cities | 2015 | 30 000 kr |
| Eurocities | 2018 | 80 000 kr |""",
    "table with contacts": """Regionens nätverk

| Nätverk | Inträdesår | Kontaktperson |
| --- | --- | --- |
| {net} | 2012 | Anna Ek |
| Energy Cities | 2015 | Bo Al |
| Eurocities | 2018 | Åsa Ny |""",
    "table, year first": """Medlemskap i nätverk

| Sedan | Nätverk | Avgift |
| --- | --- | --- |
| 2012 | {net} | 45 000 kr |
| 2015 | Energy Cities | 30 000 kr |
| 2018 | Eurocities | 80 000 kr |""",
    "table with kinds": """Internationella medlemskap

| Nätverk | Typ av medlemskap | Från och med | Handläggare |
| --- | --- | --- | --- |
| {net} | Associerad medlem | 2012 | Bo Al |
| Energy Cities | Fullvärdig medlem | 2015 | Anna Ek |
| Eurocities | Observatör | 2018 | Åsa Ny |""",
    "columns of text": """Tabell 1. Medlemskap och avgifter

Organisation                              Medlem sedan     Avgift 2024
{net:42}2012             45 000 kr
Energy Cities                             2015             30 000 kr
Eurocities                                2018             80 000 kr""",
    "columns that tell": """Medlemskap och avgifter

{net:42}medlem sedan 2012     45 000 kr
Energy Cities                             medlem sedan 2015     30 000 kr
Eurocities                                medlem sedan 2018     80 000 kr""",
    "row of networks": """Internationellt arbete

Region Almvik är medlem i {net} (sedan 2012), Energy Cities (sedan 2015) och Eurocities
(sedan 2018).""",
    "lines of ended": """Nätverk vi har lämnat

{net} (2012–2017)
Energy Cities (2015–2019)
Eurocities (2018–2020)""",
    "list of ended": """Avslutade medlemskap

- {net} (2012–2017)
- Energy Cities (2015–2019)
- Eurocities (2018–2020)""",
}
# The same without others beside.
ALONE: Final = {
    "labels below a heading": """2.1 {net}

Medlem sedan: 2012
Årsavgift: 45 000 kr
Kontaktperson: Anna Ek""",
    "other labels": """{net}

Inträdesår: 2012
Medlemsavgift: 45 000 kr
Ombud: Anna Ek (S)""",
    "facts below a text": """Samarbete i Italien

Genom {net} möter våra skolor kollegor i Emilia-Romagna.

Medlem sedan: 2012
Kontaktperson: Anna Ek""",
    "facts in two columns": """| Namn | {net} |
| Medlem sedan | 2012 |
| Årsavgift | 45 000 kr |
| Kontaktperson | Anna Ek |""",
    "paragraph": """Medlemskap

{net}. Regionen är medlem sedan 2012. Avgiften är 45 000 kronor.""",
    "text below a heading": """2.1 {net}

{net} bildades 1998 och samlar tolv parter kring gemensamma frågor. Region Almvik är medlem
sedan 2012.""",
    "heading that tells": """{net} (medlem sedan 2012)

Arbetet rör framför allt energi och transporter.""",
    "name repeated": """{net} är ett samarbete kring Östersjön. Sedan 2012 är Region Almvik medlem
och betalar en årlig avgift till {net}.""",
    "until": """Region Almvik var sedan 2012 medlem i {net} fram till den 30 juni 2022.""",
    "place in it": """{net}, där regionen har haft plats sedan 2012, leds av Bo Al.""",
    "ended in the year": """Under året har medlemskapet i {net} avslutats. Regionen hade varit
medlem sedan 2012.""",
}
# With others beside, and no year.
UNDATED: Final = {
    "table of fees": """Medlemsavgifter 2024

| Organisation | Avgift |
| --- | --- |
| {net} | 45 000 kr |
| Energy Cities | 30 000 kr |
| Eurocities | 80 000 kr |""",
    "table with a fee column": """Nätverk

| Förening | Medlemsavgift (kr) | Ansvarig |
| --- | --- | --- |
| {net} | 45 000 | Anna Ek |
| Energy Cities | 30 000 | Bo Al |
| Eurocities | 80 000 | Åsa Ny |""",
    "list of fees": """Medlemsavgifter:

{net} 45 000 kr
Energy Cities 30 000 kr
Eurocities 80 000 kr""",
    "networks behind a label": """Medlem i: {net}, Energy Cities, Eurocities""",
    "lines below a heading": """Nätverk som regionen är medlem i

{net}
Energy Cities
Eurocities""",
    "fees told": """Medlemsavgiften till {net} uppgår 2024 till 45 000 kr. Medlemsavgifterna till
Energy Cities och Eurocities är 30 000 respektive 80 000 kronor.""",
    "running text": """Region Almvik har under året varit medlem i {net}, Energy Cities och
Eurocities.""",
    "several in turn": """Regionen är medlem i {net}. Vi är också medlemmar i Energy Cities och
deltar i nätverket Eurocities.""",
    "which they are": """Regionen är medlem i tre nätverk. Dessa är {net}, Energy Cities och
Eurocities.""",
    "ours": """Våra viktigaste nätverk är {net}, Energy Cities och Eurocities, där vi är
medlemmar.""",
}

# Rows of members as they are called, and who they are.
ROWS: Final[Sequence[tuple[Sequence[str], Sequence[str]]]] = tuple(
    (called, meant or called)
    for called, meant in (
        (("Lunds kommun", "Habo kommun", "Region Halland"), ()),
        (("Lund", "Habo", "Kungälv"), ("Lunds kommun", "Habo kommun", "Kungälvs kommun")),
        (("Region Skåne", "Region Halland", "Region Blekinge"), ()),
        (("Skåne", "Halland", "Blekinge"), ("Region Skåne", "Region Halland", "Region Blekinge")),
        (("Landstinget Almdal", "Landstinget i Norrviks län", "Lunds kommun"), ()),
        (("Region Almvik", "Region Halland", "Högskolan i Borås"), ()),
        (("Granviks kommun", "Havsnäs kommun", "Storåkers kommun"), ()),
        (("Vasa stad", "Umeå kommun", "Österbottens förbund"), ()),
    )
)
_OF_ROWS: Final = {
    "members are": "Medlemmar i {net} är {row}.",
    "members are since": "Medlemmar i {net} är sedan 2012 {row}.",
    "colon": "{net} har tre medlemmar: {row}.",
    "consists of": "{net} består av {row}.",
    "co-operation": "{net} är ett samarbete mellan {row}.",
    "founded by": "{net} bildades 2012 av {row}.",
    "founded": "{row} bildade 2012 {net}.",
    "are members": "{row} är medlemmar i {net}.",
    "work together": "{row} samverkar sedan 2012 i {net}.",
    "owned by": "{net} ägs av {row}.",
    "in it are": "I {net} ingår {row}.",
    "the others are": "Övriga medlemmar i {net} är {row}.",
    "heading and row": "2.1 {net}\n\n{net} arbetar med kultur.\n\nMedlemmar: {row}",
    "heading and parties": "2.1 {net}\n\nParter i samarbetet är {row}.",
    "heading and sentence": "2.1 {net}\n\nSamarbetet omfattar {row} och finansieras av avgifter.",
    "opened with": "{net} öppnade 2012 med {row} som huvudmän.",
    "owners in a place": "Ägare av {net} i Bryssel är {row}.",
    "founded below a heading": "2.1 {net}\n\nBildades 2012 av {row}.",
    "heading and items": "2.1 {net}\n\nMedlemmar\n\n- {a}\n- {b}\n- {c}",
    "sentence and items": "Följande är medlemmar i {net}:\n\n- {a}\n- {b}\n- {c}",
    "heading and lines": "Medlemmar i {net}\n\n{a}\n{b}\n{c}",
    "years": "Medlemmar i {net}: {a} (2012), {b} (2012), {c} (2012).",
    "table with years": """2.1 {net}

| Medlem | Inträdde | Avgift |
| --- | --- | --- |
| {a} | 2012 | 45 000 kr |
| {b} | 2012 | 45 000 kr |
| {c} | 2012 | 20 000 kr |""",
    "table of shares": """Medlemmar i {net}

| Medlem | Andel |
| --- | --- |
| {a} | 45 % |
| {b} | 35 % |
| {c} | 20 % |""",
    "table of networks": """Nätverkens medlemmar

| Nätverk | Medlemmar |
| --- | --- |
| {net} | {row} |
| Energy Cities | Malmö stad |""",
}
_FOUNDED: Final = frozenset(
    {
        *("members are since", "founded by", "founded", "work together", "years"),
        *("table with years", "opened with", "founded below a heading"),
    }
)
_KNOWN: Final = ("ERRIN", "Euroregion Baltic")


def forms() -> Iterator[Form]:
    """Yield each network and each row of members in each arrangement."""
    for settings, beside in ((DATED, ("2015", "2018")), (ALONE, ()), (UNDATED, ("", ""))):
        since = "" if settings is UNDATED else "2012"
        for setting, text in settings.items():
            for name in NETWORKS:
                others = zip(("Energy Cities", "Eurocities"), beside, strict=False)
                rows = [row(OWN, *told) for told in ((name, since), *others)]
                yield Form(name, setting, plan(text.format(net=name)), rows)
    for setting, text in _OF_ROWS.items():
        since = "2012" if setting in _FOUNDED else ""
        for number, (called, meant) in enumerate(ROWS):
            network = _KNOWN[number % len(_KNOWN)]
            a, b, c = called
            told = text.format(net=network, row=f"{a}, {b} och {c}", a=a, b=b, c=c)
            rows = [row(member, network, since) for member in meant]
            if "Malmö stad" in told:
                rows.append(row("Malmö stad", "Energy Cities", ""))
            yield Form(", ".join(called), f"row: {setting}", plan(told), rows)


def row(member: str, network: str, since: str) -> Mapping[str, str]:
    """Return a row of the table."""
    return {"member": member, "network": network, "since": since}


def plan(told: str, issuer: str = OWN) -> str:
    """Return a text below the title and issuer of a plan."""
    return f"{_TOP.format(issuer=issuer)}{told}\n"
