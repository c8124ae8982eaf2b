"""Who sits in networks that no lexicon knows: names of many forms, each told in many places."""

from collections.abc import Iterator
from typing import Final

from tests.bench.forms.form import Form

NETWORKS: Final = (
    "Samordningsförbundet Västra Almvik",
    "Kommunalförbundet Norra Kustlandet",
    "Vattenrådet för Ljungån",
    "Ljungåns vattenråd",
    "Föreningen Hela Norden",
    "Miljöförbundet Väst",
    "Samverkansrådet för Norra Sverige",
    "Nätverket för Små Öar",
    "Norra Kustens Energiforum",
    "Europeiska Skogsregioners Forum",
    "Internationella Havsrådet",
    "Tillväxtalliansen Syd",
    "Partnerskapet Grön Hamn",
    "Stiftelsen Baltisk Kultur",
    "Ost-Västforum",
    "Baltic Port Cities Alliance",
    "Nordic Rural Forum",
    "Hamnstäder i samverkan",
    "Tolvmila kommunalförbund",
    "Skogslänens Brysselkontor",
    "Mälarstädernas samarbetsråd",
    "Skärgårdsrådet Öst",
    "Kustkommunernas förening",
    "Gränskommittén Dalsland-Östfold",
    "Gränskommittén Värna–Hedvik",
    "Gränsorganet Tre Riken",
    "Samarbetsrådet Tolvmark",
    "Arena Bottenhavet",
    "Bottenhavsarenan",
    "Ungdomsnätverket Unga Kuster",
    "Vänortskretsen Fyra Städer",
    "Vänortsringen",
    "Ostkustens Landsbygdsallians",
    "Nordsjöregionens Vindgrupp",
    "Kulturbryggan Åbo–Almvik",
    "Baltiska Museigruppen",
    "Nordiska Hamnstadsgruppen",
    "Europakorridoren Öst",
    "Stråket Väster",
    "Botniastråket",
    "Alliansen Rena Hav",
    "Hälsostadsnätverket",
    "Europeiska nätverket för små sjukhus",
    "Föreningen Nordiska Fjällkommuner",
    "Energikontor Öst",
    "Energikontoret Almvik",
    "Leader Norra Kusten",
    "Leaderområdet Hav och Land",
    "Biosfärområde Almviken",
    "Forum Östersjön",
    "Interregionala Skogsrådet",
    "Assembly of Island Communities",
    "European Network of Rural Hospitals",
    "Union of Northern Ports",
    "Conference of Baltic Coastal Towns",
    "The Northern Corridor Group",
    "Almvik Science Park",
    "Mittsvenska handelskammaren",
    "Vattenförbundet Södra Ljungan",
    "Regionsamverkan Syd",
    "Samverkan Norra Kattegatt",
    "Fyrklöverförbundet",
    "Sydkustens Samverkansorgan",
    "Kommunförbundet i Tolvmila",
    "Almvik Business Region",
    "Stiftelsen för Hav och Kust",
    "Almviks Europaförening",
    "Kommunikationssamarbetet Tre Broar",
    "Europeiska Hamnunionen",
    "Hela Kusten Lever",
    "Kraftsamling Norr",
    "Mötesplats Skärgård",
    "Smart Kust",
    "Bothnian Coast Route",
    "NordHamn",
    "CoastNet",
    "BSRN",
    "NOSTRA-nätverket",
    "Rådet för Fyra Älvar",
    "Grannkommunerna i samverkan",
    "Havsbandets Turistråd",
    "Norra Skogslänens Forum",
    "Vårdregion Öst",
    "Vård utan gränser",
    "Regionala Energirådet Söder",
    "Sociala Kommuner i Norden",
    "Barnets Städer",
    "Nordens Kulturhuvudstäder",
    "Tågkraft Mitt",
    "Godsstråket Väst",
    "Östra Länsdelens Samarbetsnämnd",
    "Atlantic Islands Commission",
    "Green Ports Network",
    "Small Cities for Climate",
    "Baltic Culture and Heritage Initiative",
    "European Forum for Coastal Health",
    "Rural Futures",
    "Nordic Smart Islands",
)

# `{name}` is the network, `{whose}` its genitive; Anna Ek sits in it.
SETTINGS: Final = {
    "sentence": """Internationellt arbete

Region Almvik deltar i flera samarbeten.

Anna Ek (S) är ledamot i styrelsen för {name}.
""",
    "heading above a list": """Internationellt arbete

Region Almvik deltar i flera samarbeten.

{name}

Ledamöter i styrelsen:
Anna Ek (S), ledamot
Bo Al (M), ersättare
""",
    "heading above a text": """Internationellt arbete

2.1 {name}

{name} bildades 1998 och samlar tolv parter kring gemensamma frågor. Region Almvik är medlem
sedan 2012. Anna Ek (S) är ordinarie ledamot i styrelsen och Bo Al (M) ersättare.
""",
    "table": """Representation 2024

| Organ | Ordinarie | Ersättare |
| --- | --- | --- |
| {name} | Anna Ek (S) | Bo Al (M) |
| Euroregion Baltic | Åsa Ny (C) | Ola Berg (V) |
""",
    "list": """Region Almviks företrädare

Euroregion Baltic: Åsa Ny (C)
{name}: Anna Ek (S)
Energy Cities: Ola Berg (V)
""",
    "genitive": """Internationellt arbete

I {whose} styrgrupp sitter Anna Ek (S) som ordförande och Bo Al (M) som ledamot.
""",
    "sentence before": """Internationellt arbete

{name} är ett samarbete mellan fem regioner kring Östersjön. Anna Ek (S) representerar
Region Almvik i styrelsen.
""",
}


def forms() -> Iterator[Form]:
    """Yield each network in each setting."""
    for setting, text in SETTINGS.items():
        for name in NETWORKS:
            whose = name if name.endswith("s") else f"{name}s"
            plan = text.format(name=name, whose=whose)
            yield Form(name, setting, plan, {"person": "Anna Ek", "network": name})
