"""Who is what in which body of a known network: seats of many kinds, each told in many places."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tests.bench.forms import roles_in_lists, roles_in_text
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

SETTINGS: Final = {**roles_in_text.SETTINGS, **roles_in_lists.SETTINGS}


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
