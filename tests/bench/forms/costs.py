"""What networks, projects and items of a budget cost: things and sums, told in many places."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.bench.forms.form import Form

NETWORKS: Final = (
    "Eurocities",
    "Nordic Rural Forum",
    "Föreningen Hela Norden",
    "Vattenrådet för Ljungån",
    "Skogslänens Brysselkontor",
    "Partnerskapet Grön Hamn",
    "Leader Norra Kusten",
    "Gränskommittén Värna–Hedvik",
    "Energikontor Öst",
    "Bottenhavsarenan",
    "European Network of Rural Hospitals",
    "Kustkommunernas förening",
)
PROJECTS: Final = (
    "Blå skafferiet",
    "GREEN QUAY",
    "Ung i Almvik 2.0",
    "HAV-LAB",
    "Första spåret",
    "Baltic Slow Ways",
    "Hela vägen hem",
    "CoastMind",
)
ITEMS: Final = (
    "Personal",
    "Resor och representation",
    "Medlemsavgifter",
    "Lokalhyra Bryssel",
    "Informationsinsatser",
    "Konsultstöd",
    "Ungdomsutbyte med Gdynia",
    "Bidrag till vänföreningar",
    "Seminarium om havsvind",
    "Förtroendevaldas studieresor",
    "Värdskap för årskonferensen",
    "EU-dagen 9 maj",
)

# `{name}` is the network, `{whose}` its genitive; 45 000 kronor is what it costs in 2024.
OF_NETWORKS: Final = {
    "fee of a year": """Internationellt arbete

Region Almvik deltar i flera samarbeten. Medlemsavgiften till {name} är 45 000 kronor för 2024.
""",
    "genitive": """Internationellt arbete

Arbetet leds av regionstyrelsen. {whose} medlemsavgift uppgår 2024 till 45 000 kronor.
""",
    "fee under a heading": """Medlemskap

2.1 {name}

Nätverket samlar tolv parter kring gemensamma frågor. Region Almvik är medlem sedan 2012.
Årsavgiften för 2024 uppgår till 45 000 kronor.
""",
    "sentence before": """Internationellt arbete

I {name} samarbetar fem regioner om havets framtid. Avgiften för 2024 är 45 000 kronor.
""",
    "decision": """Regionstyrelsens beslut

Regionstyrelsen beslutar

att bevilja {name} ett verksamhetsbidrag om 45 000 kronor för 2024, samt
att utse Anna Ek (S) till ombud vid årsmötet.
""",
    "paid to": """Internationellt arbete

Under 2024 betalar Region Almvik 45 000 kronor till {name} och 12 000 kronor till Energy Cities.
""",
    "cost of taking part": """Internationellt arbete

Deltagandet i {name} kostade regionen 45 000 kronor under 2024.
""",
    "list": """Medlemsavgifter 2024

- Energy Cities: 12 000 kr
- {name}: 45 000 kr
- Östersam: 8 000 kr
""",
    "list in brackets": """Avgifter 2024

Regionen betalar avgift till följande organisationer:
• {name} (45 000 kr)
• Energy Cities (12 000 kr)
""",
    "box": """Nätverk 2024

{name}
Syfte: erfarenhetsutbyte om hållbar utveckling
Politisk företrädare: Anna Ek (S)
Avgift 2024: 45 000 kronor
Kontaktperson: Åsa Ny
""",
    "leader dots": """Avgifter 2024

Energy Cities .................... 12 000 kr
{name} .................... 45 000 kr
""",
    "table": """Medlemskap

| Organisation | Medlem sedan | Avgift 2024 (kr) | Företrädare |
| --- | --- | --- | --- |
| Energy Cities | 2009 | 12 000 | Bo Al (M) |
| {name} | 2012 | 45 000 | Anna Ek (S) |
""",
    "table of years": """Medlemsavgifter, tkr

| | 2023 | 2024 |
| --- | --- | --- |
| Energy Cities | 12 | 12 |
| {name} | 44 | 45 |
| Summa | 56 | 57 |
""",
    "columns": """Avgifter och företrädare

Nätverk                                      Avgift 2024      Företrädare
Energy Cities                                12 000 kr        Bo Al (M)
{name:<44} 45 000 kr        Anna Ek (S)
""",
}
# `{name}` is the project: it costs 3,2 million kronor, of no year.
OF_PROJECTS: Final = {
    "total budget": """Projekt

Projektet {name} har en total budget på 3,2 miljoner kronor och drivs av Almviks kommun.
""",
    "of the project": """Projekt

Region Almvik är partner i projektet {name}, som handlar om lokal mat och finansieras av
Interreg Nord. Projektets budget är 3,2 mkr.
""",
    "heading above": """Pågående projekt

{name}

Projektet prövar nya sätt att ta vara på musslor och alger. Det finansieras av Interreg Nord.
Regionens del av budgeten är 3,2 mkr.
""",
    "box": """Pågående projekt

{name}
Handlar om: odling i havet
Finansiär: Interreg Nord
Projekttid: 2022–2025
Total budget: 3,2 mkr
""",
    "table": """Projekt

| Projekt | Finansiär | Projekttid | Budget |
| --- | --- | --- | --- |
| {name} | Interreg Nord | 2022–2025 | 3,2 mkr |
| Två stränder | Erasmus+ | 2023–2024 | 460 tkr |
""",
    "table in tkr": """Projekt med stöd från EU (tkr)

| Namn | Program | Total budget |
| --- | --- | --- |
| Två stränder | Erasmus+ | 460 |
| {name} | Interreg Nord | 3 200 |
""",
    "list": """Pågående projekt

- {name} (Interreg Nord), odling i havet. Budget 3,2 mkr.
- Två stränder (Erasmus+), skolutbyte. Budget 460 tkr.
""",
    "granted": """Beslut

Interreg Nord har beviljat projektet {name} 3,2 miljoner kronor i stöd.
""",
    "cofunded": """Beslut

Nämnden beslutade att medfinansiera projektet {name} med 3,2 mkr.
""",
    "applied for": """Projekt

Den andra ansökan gäller {name}, en satsning på lokal mat. Sökt belopp är 3,2 mkr.
""",
    "columns": """Projekt

Projekt                    Program             Projekttid      Budget
{name:<26} Interreg Nord       2022–2025       3,2 mkr
Två stränder               Erasmus+            2023–2024       460 tkr
""",
}
# `{name}` is the item, `{lower}` the same in a sentence; it costs 310 000 kronor in 2024.
OF_ITEMS: Final = {
    "table": """Budget 2024

| Post | Belopp (tkr) |
| --- | --- |
| {name} | 310 |
| Energy Cities | 12 |
| Summa | 322 |
""",
    "table of years": """Budget för det internationella arbetet (tkr)

| Verksamhet | Utfall 2023 | Budget 2024 |
| --- | --- | --- |
| {name} | 295 | 310 |
| Övrigt | 40 | 45 |
| Totalt | 335 | 355 |
""",
    "table of activities": """Handlingsplan 2024

| Nr | Aktivitet | Ansvarig | När | Kostnad |
| --- | --- | --- | --- | --- |
| 1 | {name} | Åsa Ny | hela året | 310 tkr |
| 2 | Sommarskola om Östersjön | Bo Al | augusti | 60 tkr |
""",
    "list": """Budget 2024

- {name}: 310 000 kronor
- Sommarskola om Östersjön: 60 000 kronor
- Oförutsett: 15 000 kronor
""",
    "list in brackets": """Insatser 2024

Följande insatser genomförs under 2024:
- {name} (310 tkr)
- Sommarskola om Östersjön (60 tkr)
""",
    "leader dots": """Budget 2024

{name} ............................ 310 tkr
Sommarskola om Östersjön .......... 60 tkr
""",
    "columns": """Budget (tkr)                          2023      2024

{name:<36}  295       310
Övrigt                                40        45
Summa                                 335       355
""",
    "set aside": """Ekonomi

Regionstyrelsen avsätter 310 000 kronor till {lower} under 2024.
""",
    "cost of": """Ekonomi

Kostnaden för {lower} beräknas 2024 till 310 000 kronor.
""",
    "in the budget": """Ekonomi

I 2024 års budget finns 310 tkr för {lower}.
""",
    "of which": """Ekonomi

Nämndens ram för 2024 är 2 900 tkr, varav 310 tkr avser {lower}.
""",
    "numbered": """Handlingsplan 2024

Mål 1: Fler möten över gränserna

1.1 Sommarskola om Östersjön
Ansvarig: Bo Al
Kostnad: 60 000 kronor

1.2 {name}
Ansvarig: Åsa Ny
Kostnad: 310 000 kronor
""",
}

# A sum as it is written, and what it comes to.
SUMS: Final = (
    ("45 000 kronor", "45000", "SEK"),
    ("45 000 kr", "45000", "SEK"),
    ("45.000 kr", "45000", "SEK"),
    ("45000 kr", "45000", "SEK"),
    ("45\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", "45000", "SEK"),
    ("45\N{THIN SPACE}000 SEK", "45000", "SEK"),
    ("SEK 45 000", "45000", "SEK"),
    ("45 tkr", "45000", "SEK"),
    ("45 Tkr", "45000", "SEK"),
    ("45 kSEK", "45000", "SEK"),
    ("45 000:-", "45000", "SEK"),
    ("45 000 SEK", "45000", "SEK"),
    ("45 tusen kronor", "45000", "SEK"),
    ("45 000 kr/år", "45000", "SEK"),
    ("ca 45 000 kr", "45000", "SEK"),
    ("cirka 45 000 kronor", "45000", "SEK"),
    ("drygt 45 000 kronor", "45000", "SEK"),
    ("högst 45 000 kr", "45000", "SEK"),
    ("45 000 kr exkl. moms", "45000", "SEK"),
    ("45 000 kronor per år", "45000", "SEK"),
    ("0,45 mkr", "450000", "SEK"),
    ("1,2 mkr", "1200000", "SEK"),
    ("1.2 Mkr", "1200000", "SEK"),
    ("1,2 mnkr", "1200000", "SEK"),
    ("1,2 MSEK", "1200000", "SEK"),
    ("1,25 miljoner kronor", "1250000", "SEK"),
    ("1,25 milj. kr", "1250000", "SEK"),
    ("en miljon kronor", "1000000", "SEK"),
    ("två miljoner kronor", "2000000", "SEK"),
    ("en halv miljon kronor", "500000", "SEK"),
    ("två och en halv miljoner kronor", "2500000", "SEK"),
    ("5 000 euro", "5000", "EUR"),
    ("5 000 EUR", "5000", "EUR"),
    ("5.000 Euro", "5000", "EUR"),
    ("5 000 €", "5000", "EUR"),
    ("€ 5 000", "5000", "EUR"),
    ("€5 000", "5000", "EUR"),
    ("EUR 5 000", "5000", "EUR"),
    ("1,3 miljoner euro", "1300000", "EUR"),
    ("1,3 milj. euro", "1300000", "EUR"),
    ("1,3 M€", "1300000", "EUR"),
    ("1,3 MEUR", "1300000", "EUR"),
    ("48 000 norska kronor", "48000", "NOK"),
    ("48 000 NOK", "48000", "NOK"),
    ("48 000 danska kronor", "48000", "DKK"),
    ("1 850:-", "1850", "SEK"),
)
OF_SUMS: Final = {
    "sentence": """Medlemskap

Avgiften till Energy Cities var {sum} under 2023.
""",
    "label": """Blå skafferiet

Finansiär: Interreg Nord
Total budget: {sum}
Projekttid: 2022–2025
""",
    "cell": """Medlemskap 2023

| Nätverk | Avgift | Sedan |
| --- | --- | --- |
| Energy Cities | {sum} | 2012 |
| Östersam | 12 000 kr | 2015 |
""",
    "list": """Avgifter 2023

- Energy Cities, {sum}
- Östersam, 12 000 kr
""",
}
# A share of a full-time post as it is written, and its percentage.
SHARES: Final = (
    ("10 procent av en heltid", "10"),
    ("10 % av en heltidstjänst", "10"),
    ("10 % av heltid", "10"),
    ("ca 10 % av en tjänst", "10"),
    ("en tiondels tjänst", "10"),
    ("0,1 årsarbetare", "10"),
    ("0,5 årsarbetskraft", "50"),
    ("0,5 årsarbetskrafter", "50"),
    ("0,5 heltidstjänst", "50"),
    ("0,5 tjänst", "50"),
    ("0,5 heltidsekvivalenter", "50"),
    ("en halvtidstjänst", "50"),
    ("en halvtid", "50"),
    ("en halv tjänst", "50"),
    ("en halv årsarbetare", "50"),
    ("en kvarts tjänst", "25"),
    ("en heltidstjänst", "100"),
    ("en heltid", "100"),
    ("en hel tjänst", "100"),
    ("1 heltid", "100"),
    ("1,5 tjänster", "150"),
    ("1,5 årsarbetare", "150"),
    ("en och en halv tjänst", "150"),
    ("två heltidstjänster", "200"),
    ("två årsarbetare", "200"),
    ("20 procents tjänst", "20"),
    ("en 20-procentig tjänst", "20"),
    ("tjugo procent av en heltid", "20"),
    ("20 % tjänst", "20"),
    ("20 procent av arbetstiden", "20"),
)
OF_SHARES: Final = {
    "sentence": """Medlemskap

Energy Cities samlar europeiska städer. Arbetet med Energy Cities motsvarade {share} under 2023.
""",
    "set aside": """Medlemskap

För Energy Cities avsätts {share} under 2023.
""",
    "label": """Medlemskap 2023

Energy Cities
Medlem sedan: 2012
Avgift 2023: 12 000 kr
Personella resurser: {share}
""",
    "cell": """Medlemskap 2023

| Nätverk | Avgift 2023 | Arbetsinsats |
| --- | --- | --- |
| Energy Cities | 12 000 kr | {share} |
| Östersam | 8 000 kr | 5 procent av en heltid |
""",
}


def forms() -> Iterator[Form]:
    """Yield networks, projects and items, sums and shares, each in its settings."""
    yield from _crossed("network", NETWORKS, OF_NETWORKS, {"year": "2024", "amount": "45000"})
    yield from _crossed("project", PROJECTS, OF_PROJECTS, {"year": "", "amount": "3200000"})
    yield from _crossed("item", ITEMS, OF_ITEMS, {"year": "2024", "amount": "310000"})
    for setting, text in OF_SUMS.items():
        subject, year = ("Blå skafferiet", "") if setting == "label" else ("Energy Cities", "2023")
        for written, amount, currency in SUMS:
            expected = _cost(subject, {"year": year, "amount": amount, "currency": currency})
            yield Form(written, f"sum: {setting}", text.format(sum=written), expected)
    money = {"amount": "12000", "currency": "SEK"}
    for setting, text in OF_SHARES.items():
        told = money if "12 000 kr" in text else {"amount": "", "currency": ""}
        for written, percent in SHARES:
            cost = {"year": "2023", **told, "fte_percent": percent}
            plan = text.format(share=written)
            yield Form(written, f"share: {setting}", plan, _cost("Energy Cities", cost))


def _crossed(
    kind: str, names: Sequence[str], settings: Mapping[str, str], cost: Mapping[str, str]
) -> Iterator[Form]:
    for setting, text in settings.items():
        for name in names:
            whose = name if name.endswith("s") else f"{name}s"
            lower = name if name.startswith("EU") else name[0].lower() + name[1:]
            plan = text.format(name=name, whose=whose, lower=lower)
            yield Form(name, f"{kind}: {setting}", plan, _cost(name, {"currency": "SEK", **cost}))


def _cost(subject: str, told: Mapping[str, str]) -> Mapping[str, str]:
    return {"subject": subject, "fte_percent": "", **told}
