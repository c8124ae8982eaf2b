import pytest

from pipeline.knowledge.naming.seat_places import is_name
from pipeline.model.rows import Knowledge
from tests.knowledge.written import name_of, understood


def _seats(knowledge: Knowledge) -> dict[str | None, str | None]:
    return {
        name_of(knowledge, seat.person_id): name_of(knowledge, seat.network_id)
        for seat in knowledge.appointments
    }


@pytest.mark.parametrize(
    "name",
    [
        "Bottenhavsarenan",
        "Energikontoret Tolvmila",
        "Ljungåns vattenråd",
        "Vattenrådet för Ljungån",
        "Union of Northern Ports",
        "Baltiska Museigruppen",
        "Ost-Västforum",
        "Fyra läns Brysselkontor",
        "Kustlänens gemensamma EU-kontor",
        "Nordens gröna regioner",
        "Regioner för klimatet",
    ],
)
def test_what_is_written_as_a_network_is_one(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "Regional utveckling",
        "Beredningsgruppen",
        "Ungdomsrådet",
        "Berörda organ",
        "Kommunens råd",
        "Region Almviks samverkansråd",
        "Ylva Ström",
    ],
)
def test_a_heading_of_any_plan_is_no_name(words: str) -> None:
    assert not is_name(words)


def test_persons_below_a_name_sit_in_it() -> None:
    seats = _seats(
        understood(
            "# Representation 2024\n\nStråket Väster\n\nLedamöter i styrelsen:\n\n"
            "- Åsa Ek (S), ledamot\n\n- Bo Al (M), ersättare"
        )
    )
    assert seats == {"Åsa Ek": "Stråket Väster", "Bo Al": "Stråket Väster"}


def test_a_column_of_networks_names_networks() -> None:
    seats = _seats(
        understood(
            "| Organ | Ordinarie | Ersättare |\n"
            "| Regionstyrelsen | Ola By (C) | Eva Ro (V) |\n"
            "| Hamnstäder i samverkan | Åsa Ek (S) | Bo Al (M) |"
        )
    )
    assert seats["Åsa Ek"] == seats["Bo Al"] == "Hamnstäder i samverkan"
    assert seats["Ola By"] is None


@pytest.mark.parametrize("header", ["Organisation / instans", "Nätverk och organ"])
def test_a_row_of_one_cell_above_those_who_sit_there_names_a_network(header: str) -> None:
    seats = _seats(
        understood(
            f"| {header} | Innehavare | Parti | Uppgift |\n| HAMNLEDEN I VÄST |\n"
            "| Styrelsen | Åsa Ek | S | ledamot |\n| KUSTVÄGARNAS RING |\n"
            "| Styrelsen | Bo Al | TJ | ersättare |"
        )
    )
    assert seats == {"Åsa Ek": "Hamnleden i Väst".upper(), "Bo Al": "Kustvägarnas Ring".upper()}


def test_labels_among_known_networks_are_networks_too() -> None:
    seats = _seats(
        understood(
            "# Företrädare\n\n- Euroregion Baltic: Åsa Ek (S)\n\n- Kraftsamling Norr: Bo Al (M)\n\n"
            "- Energy Cities: Ola By (C)"
        )
    )
    assert seats["Bo Al"] == "Kraftsamling Norr"


def test_labels_among_organisations_are_none() -> None:
    knowledge = understood(
        "# Styrgruppen för Interreg Östersjön\n\n- Region Halland: Åsa Ek (S)\n\n"
        "- Energikontoret Tolvmila: Bo Al (M)"
    )
    assert "Energikontoret Tolvmila" not in {
        entity.name for entity in knowledge.entities if entity.entity_type == "network"
    }


@pytest.mark.parametrize(
    "name", ["Tre Städers Europakontor", "Europakontoret Södra Kusten", "Regioner för klimatet"]
)
@pytest.mark.parametrize(
    "text",
    [
        "# {}\n\nKontoret öppnade 2003 och ägs av fem parter. I styrelsen sitter Åsa Ek (S).",
        "{}. Åsa Ek (S) är ordinarie ledamot i styrelsen.",
        "# 2.2 {}\n\nOrdinarie: Åsa Ek (S)",
        "| Organ | Ordinarie |\n| {} | Åsa Ek (S) |\n| Styrelsen | Bo Al (M) |",
        "# 3. {}\n\n| Namn | Parti | Uppdrag |\n| Åsa Ek | S | ledamot |\n| Bo Al | M | ledamot |",
        "# {}\n\nEtt samarbete sedan 1998.\n\nBeslut fattas av en styrelse. Där sitter Åsa Ek (S).",
    ],
)
def test_names_in_the_places_that_seats_give_them(name: str, text: str) -> None:
    knowledge = understood(f"# Uppdrag 2024\n\n{text.format(name)}")
    assert _seats(knowledge)["Åsa Ek"] == name
    assert [e.name for e in knowledge.entities if e.entity_type == "network"] == [name]
