"""Who is what in which body of a known network: seats of many kinds, each told in many places."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tests.bench.forms.form import Form


class Seat(NamedTuple):
    """What a person is: `named` is the role as the dataset calls it, `bare` the body undefined."""

    person: str
    party: str
    role: str
    named: str
    body: str
    bare: str
    network: str


SEATS: Final = (
    Seat("Anna Ek", "S", "ordförande", "ordförande", "styrelsen", "styrelse", "Euroregion Baltic"),
    Seat("Karl-Johan Ny", "M", "ledamot", "ledamot", "styrgruppen", "styrgrupp", "ERRIN"),
    Seat(
        *("Åsa Berg Lind", "C", "ordinarie ledamot", "ordinarie ledamot"),
        *("styrkommittén", "styrkommitté", "Interreg Sverige-Norge"),
    ),
    Seat(
        *("Mohammed Al-Rashid", "V", "ersättare", "ersättare"),
        *("övervakningskommittén", "övervakningskommitté", "Interreg Öresund-Kattegat-Skagerrak"),
    ),
    Seat("Ewa af Sand", "MP", "suppleant", "ersättare", "styrelsen", "styrelse", "Energy Cities"),
    Seat(
        *("Bo Al", "KD", "1:e vice ordförande", "förste vice ordförande"),
        *("generalförsamlingen", "generalförsamling", "CPMR"),
    ),
    Seat(
        *("Gun-Britt Östergren", "L", "vice ordförande", "vice ordförande"),
        *("presidiet", "presidium", "Union of the Baltic Cities"),
    ),
    Seat(
        *("Siv Å. Holm", "SD", "andre vice ordförande", "andre vice ordförande"),
        *("exekutivkommittén", "exekutivkommitté", "BSSSC"),
    ),
    Seat("Per Ola Storm", "C", "ombud", "ombud", "årsmötet", "årsmöte", "Sveriges Ekokommuner"),
    Seat(
        *("Inga-Lill Ny Ek", "S", "representant", "representant"),
        *("politiska forumet", "politiskt forum", "Eurocities"),
    ),
    Seat(
        *("Ola Björk", "M", "adjungerad ledamot", "adjungerad ledamot"),
        *("arbetsutskottet", "arbetsutskott", "Kvarkenrådet"),
    ),
    Seat(
        *("Märta Sjö", "V", "sekreterare", "sekreterare"),
        *("valberedningen", "valberedning", "Nordiska skärgårdssamarbetet"),
    ),
    Seat(
        *("Ivar Lund", "MP", "rapportör", "rapportör"),
        *("arbetsgruppen för transporter", "arbetsgrupp för transporter", "AER"),
    ),
    Seat(
        *("Leila Haddad", "L", "ungdomsrepresentant", "ungdomsrepresentant"),
        *("ungdomsrådet", "ungdomsråd", "Union of the Baltic Cities"),
    ),
    Seat(
        *("Nils-Erik Vall", "KD", "sammankallande", "sammankallande"),
        *("referensgruppen", "referensgrupp", "Healthy Cities"),
    ),
    Seat(
        *("Elin Rask", "S", "observatör", "observatör"),
        *("rådgivande kommittén", "rådgivande kommitté", "Interreg Aurora"),
    ),
    Seat(
        *("Tor Dahl", "C", "personlig ersättare", "personlig ersättare"),
        *("ägarrådet", "ägarråd", "Mälardalsrådet"),
    ),
    Seat("Pia Frost", "M", "kassör", "kassör", "styrelsen", "styrelse", "Klimatkommunerna"),
    Seat(
        *("Yusuf Demir", "S", "ledamot", "ledamot"),
        *("utskottet för hälsa", "utskott för hälsa", "Europeiska regionkommittén"),
    ),
    Seat("Kerstin Mo", "L", "delegat", "delegat", "kongressen", "kongress", "ICLEI"),
    Seat(
        *("Arne Öst", "V", "ersättare", "ersättare"),
        *("direktionen", "direktion", "Bothnian Arc"),
    ),
    Seat(
        *("Lisbeth Kvist", "C", "talesperson", "talesperson"),
        *("expertgruppen för energi", "expertgrupp för energi", "Energy Cities"),
    ),
)
PARTIES: Final = {
    "S": "Socialdemokraterna",
    "M": "Moderaterna",
    "C": "Centerpartiet",
    "V": "Vänsterpartiet",
    "MP": "Miljöpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "SD": "Sverigedemokraterna",
}

TOP: Final = """Internationellt arbete

Region Almvik deltar i flera samarbeten, bland dem ICORN och POLIS.
"""
LIST_TOP: Final = """Regionens företrädare 2024

Listan gäller uppdrag i nätverk som ICORN och POLIS.
"""

# `{whose}` is the genitive of the network, `{Role}` and `{Body}` begin a line; `{Spelt}` is the
# party's name. Sten Hav, Rut Vik and Ulf Mo are others; POLIS and ICORN are other networks.
SETTINGS: Final = {
    "sentence": """{top}
{person} ({party}) är {role} i {body} för {network} sedan 2019.
""",
    "genitive first": """{top}
I {whose} {body} är {person} ({party}) {role} under mandatperioden.
""",
    "role first": """{top}
Regionens {role} i {whose} {body} är {person} ({party}).
""",
    "aside": """{top}
Under året har {person} ({party}), {role} i {whose} {body}, besökt Bryssel tre gånger.
""",
    "network before": """{top}
Region Almvik är medlem i {network} sedan 2004. {person} ({party}) är {role} i {body}.
""",
    "two networks": """{top}
Region Almvik är medlem i POLIS, där Sten Hav (M) är ledamot i styrelsen. Regionen är också med
i {network}. Där är {person} ({party}) {role} i {body}.
""",
    "two paragraphs": """{top}
POLIS samlar energikontor i Europa. Sten Hav (M) är ledamot i styrelsen.

{network} är regionens äldsta samarbete. Det leds av {body}, där {person} ({party}) är {role}.
""",
    "of the network": """{top}
{network} bildades 1996 och har ett trettiotal medlemmar. {person} ({party}) är {role} i
nätverkets {definite}.
""",
    "decision": """§ 45 Val till {network}

Beslut
Regionfullmäktige beslutar
att utse {person} ({party}) till {role} i {body} för åren 2023–2026, samt
att utse Rut Vik (C) till revisor.
""",
    "elected": """Val 2022

Till {role} i {whose} {body} valdes {person} ({party}) för tiden till och med 2026.
""",
    "with as": """{top}
Arbetet i {network} har fortsatt med {person} ({party}) som {role} i {body}.
""",
    "followed": """{top}
Sten Hav (M), {role} i {body} för {network}, ersattes i mars av {person} ({party}).
""",
    "label: name": """{list_top}
{network}

{Body}
{Role}: {person} ({party})
Revisor: Rut Vik (C)
""",
    "label in one line": """{list_top}
POLIS, styrelse – ledamot: Sten Hav (M)
{network}, {bare} – {role}: {person} ({party})
""",
    "heading above": """{list_top}
2.1 POLIS

Styrelse
Sten Hav (M), ledamot
Rut Vik (C), ersättare

2.2 {network}

{Body}
Ulf Mo (V), revisor
{person} ({party}), {role}
""",
    "body in heading": """{list_top}
{network}, {bare}

- {person} ({party}), {role}
- Sten Hav (M), revisor
""",
    "role line above": """{network}

{Body}

{Role}
{person} ({party})

Revisor
Sten Hav (M)
""",
    "line below name": """Förtroendevalda i internationella uppdrag

{person} ({party})
{Role} i {body}, {network}

Sten Hav (M)
Ledamot i styrelsen, POLIS
""",
    "list by person": """Internationella uppdrag

{person} ({party})
- {role} i {whose} {body}

Sten Hav (M)
- ledamot i POLIS styrelse
""",
    "lead into list": """{top}
I {body} för {network} ingår från Region Almvik:

- {person} ({party}), {role}
- Rut Vik (C), revisor
""",
    "table of all": """{list_top}
| Namn | Parti | Uppdrag | Organ | Nätverk |
| --- | --- | --- | --- | --- |
| {person} | {party} | {Role} | {Body} | {network} |
| Sten Hav | M | Ledamot | Styrelse | POLIS |
""",
    "table network first": """{list_top}
| Organisation | Organ | Roll | Namn |
| --- | --- | --- | --- |
| POLIS | Styrelse | Ledamot | Sten Hav (M) |
| {network} | {Body} | {Role} | {person} ({party}) |
""",
    "caption above table": """{list_top}
{network} – {bare}

| Namn | Parti | Uppdrag |
| --- | --- | --- |
| Sten Hav | M | Revisor |
| {person} | {party} | {Role} |
""",
    "role as column": """{list_top}
| Nätverk och organ | {Role} | Kontaktperson |
| --- | --- | --- |
| POLIS, styrelsen | Sten Hav (M) | Rut Vik |
| {network}, {definite} | {person} ({party}) | Ulf Mo |
""",
    "boxed facts": """{network}

Organ: {Body}
{Role}: {person} ({party})
Medlemsavgift: 20 000 kronor
""",
    "place between": """{network}

{Body} 2023–2026
{person} ({party}), Almvik, {role}
Sten Hav (M), Hedvik, revisor
""",
    "party spelt out": """{top}
I {body} för {network} är {person}, {Spelt}, {role}.
""",
    "title of the document": """Region Almviks företrädare i {network} 2024

{Body}

{person} ({party}), {role}
Sten Hav (M), revisor
""",
    "in brackets": """{list_top}
- POLIS: Sten Hav (M, ledamot i styrelsen)
- {network}: {person} ({party}, {role} i {body})
""",
    "run together": """{network}
{Body} {Role} {person} ({party}) Revisorer Sten Hav (M) Rut Vik (C) Ulf Mo (V)
""",
    "after a list": """{top}
POLIS

Styrelse
Sten Hav (M), ledamot
Rut Vik (C), ersättare

{network}

Samarbetet fyller 20 år i år. {person} ({party}) är {role} i {body}.
""",
    "leads it": """{top}
{network} är ett samarbete mellan flera regioner. Det styrs av {body}. {Role} är {person} ({party}).
""",
    "topic goes on": """{top}
{network}

{network} bildades 1996 och har tolv medlemmar. Nätverket har ett nära samarbete med POLIS.
{person} ({party}) är {role} i {body}.
""",
    "sections of a network": """{top}
3.1 POLIS

Om nätverket
Nätverket arbetar med transporter.

Representation
Sten Hav (M), ledamot i styrelsen

3.2 {network}

Om nätverket
Nätverket har ett nära samarbete med POLIS.

Representation
{person} ({party}), {role} i {body}
""",
    "named in brackets": """{top}
Flera av regionens politiker har uppdrag i nätverken ({person} ({party}) är till exempel {role} i
{whose} {definite}).
""",
    "network's row": """{list_top}
| Uppdrag | Namn |
| --- | --- |
| POLIS | |
| Ledamot i styrelsen | Sten Hav (M) |
| {network} | |
| {Role} i {body} | {person} ({party}) |
""",
    "cells of facts": """{list_top}
| Nätverk | {network} |
| Organ | {Body} |
| {Role} | {person} ({party}) |
| Webbplats | www.exempel.se |
""",
    "labels of a person": """{list_top}
Namn: Sten Hav (M)
Uppdrag: ledamot i styrelsen
Organisation: POLIS

Namn: {person} ({party})
Uppdrag: {role} i {body}
Organisation: {network}
""",
    "labels of a seat": """{list_top}
Nätverk: POLIS
Organ: Styrelse
Uppdrag: Ledamot
Namn: Sten Hav (M)

Nätverk: {network}
Organ: {Body}
Uppdrag: {Role}
Namn: {person} ({party})
""",
    "roles in a line": """{list_top}
POLIS (styrelse): ledamot Sten Hav (M), revisor Ulf Mo (V)
{network} ({bare}): {role} {person} ({party}), revisor Rut Vik (C)
""",
    "semicolons": """{top}
Regionen företräds i nätverken av följande politiker: POLIS: Sten Hav (M), ledamot i styrelsen;
{network}: {person} ({party}), {role} i {body}; ICORN: Rut Vik (C), revisor.
""",
    "seat: name": """{list_top}
Ledamot i styrelsen, POLIS: Sten Hav (M)
{Role} i {body}, {network}: {person} ({party})
""",
    "dashes": """{list_top}
- Sten Hav (M) – ledamot, styrelsen, POLIS
- {person} ({party}) – {role}, {definite}, {network}
""",
    "holds": """{top}
Sten Hav (M) är ledamot i styrelsen för POLIS.
Uppdraget som {role} i {whose} {body} innehas av {person} ({party}).
""",
    "has been chosen": """{top}
{person} ({party}) har av regionfullmäktige utsetts till {role} i {body} för {network}.
""",
    "meeting chose": """{top}
{network} höll sitt årliga möte i Gdańsk i maj. Där valdes {person} ({party}) till {role} i {body}.
""",
    "chosen at its meeting": """{top}
Vid {whose} möte i juni omvaldes {person} ({party}) till {role} i {body}.
""",
    "bodies as headings": """{top}
{network}

Valberedning
Sten Hav (M), ledamot

{Body}
{person} ({party}), {role}
Rut Vik (C), revisor
""",
    "politicians and staff": """{top}
{network}

Politisk representation: {person} ({party}), {role} i {body}
Tjänsteperson: EU-strateg Ulf Mo
""",
    "bullets in bullets": """{list_top}
• POLIS
– Styrelse: Sten Hav (M), ledamot
• {network}
– {Body}: {person} ({party}), {role}
""",
    "numbered": """{list_top}
1. POLIS, styrelse
Ledamot Sten Hav (M)
2. {network}, {bare}
{Role} {person} ({party})
""",
    "label above names": """{list_top}
POLIS
Styrelse
Ledamot
Sten Hav (M)

{network}
{Body}
{Role}
{person} ({party})
""",
    "chair and others": """{top}
{network}
{Body} 2024: {person} ({party}), {role}, Sten Hav (M), revisor, och Rut Vik (C), revisor.
""",
    "who also": """{top}
{person} ({party}), som också är {role} i {whose} {body}, inledde konferensen tillsammans med
kommissionens generaldirektör.
""",
    "news": """{person} ny i {whose} {definite}

Regionstyrelsen beslutade i går om nya uppdrag. {person} ({party}) blir {role} i {body}.
""",
    "party bare": """{list_top}
{network}

{Body}
{person} {party}, {role}
Sten Hav M, revisor
""",
    "table of a network": """{list_top}
{network}

| Organ | Uppdrag | Namn | Parti |
| --- | --- | --- | --- |
| {Body} | {Role} | {person} | {party} |
| Valberedning | Ledamot | Sten Hav | M |
""",
    "table of a person": """{list_top}
| Förtroendevald | Uppdrag i {network} |
| --- | --- |
| {person} ({party}) | {Role} i {body} |
| Sten Hav (M) | Ledamot i valberedningen |
""",
    "paragraph of seats": """{top}
Regionen har tre uppdrag i {network}. I {body} är {person} ({party}) {role}, och Sten Hav (M) är
ledamot i valberedningen.
""",
    "heading of seats": """{top}
Representation i {network}

Regionens {role} i {body} är {person} ({party}).
""",
    "at the end": """{top}
POLIS arbetar med transporter. Sten Hav (M) är ledamot i styrelsen. Region Almvik är sedan 2015
medlem även i {network}, och {person} ({party}) valdes 2023 till {role} i {body}.
""",
    "network in brackets": """{list_top}
Som {role} i {body} sitter Sten Hav (M) (POLIS), {person} ({party}) ({network}) och Rut Vik (C)
(ICORN).
""",
    "rows of bodies": """{list_top}
{network}

| {Body} | Sten Hav (M), revisor |
| | {person} ({party}), {role} |
| Valberedning | Rut Vik (C), ledamot |
""",
    "led to": """{list_top}
Regionens företrädare i POLIS:

- Sten Hav (M), ledamot i styrelsen

Regionens företrädare i {network}:

- Rut Vik (C), revisor
- {person} ({party}), {role} i {body}
""",
    "of another before": """{top}
{network}

Regionen är medlem i {network} sedan 2012. Medlemskapet i ICORN upphörde samma år.

Sten Hav (M) är revisor. {person} ({party}) är {role} i {body}.
""",
    "question and answer": """{top}
{network}

Vilka är med? Ett trettiotal regioner.

Vem företräder regionen? {person} ({party}) är {role} i {body}.
""",
}


def forms() -> Iterator[Form]:
    """Yield each seat in every other setting."""
    for number, (setting, text) in enumerate(SETTINGS.items()):
        for seat in SEATS[number % 2 :: 2]:
            undefined = "{Body}" in text or "{bare}" in text
            plan = text.format(
                **seat._asdict(),
                top=TOP,
                list_top=LIST_TOP,
                whose=seat.network if seat.network.endswith("s") else f"{seat.network}s",
                Role=_begins(seat.role),
                Body=_begins(seat.bare),
                definite=seat.body,
                Spelt=PARTIES[seat.party],
            )
            expected = {
                "person": seat.person,
                "party": seat.party,
                "role": seat.named,
                "body": seat.bare if undefined else seat.body,
                "network": seat.network,
            }
            yield Form(f"{seat.role}, {seat.bare}, {seat.network}", setting, plan, expected)


def _begins(words: str) -> str:
    return words[0].upper() + words[1:]
