"""Whose own a document is, seen by its organisation."""

import pytest

from tests.knowledge.written import name_of, understood


@pytest.mark.parametrize(
    "first",
    [
        "Föreningen Hamnstädernas Europaforum höll årsmöte i Ekby den 9 april 2019.",
        "Arbetet i Hamnstädernas Europaforum leds av åtta rapportörer.",
        "Styrelsen för Hamnstädernas Europaforum möts i maj.",
    ],
)
def test_a_first_line_about_a_network_makes_the_document_its_own(first: str) -> None:
    """A noun of kind, or one of what it does, may stand before its name."""
    knowledge = understood(
        f"Årsmötet 2019\n\n{first}\n\nTio ombud deltog.\n\nEkby kommun är ny medlem."
    )

    issuer = name_of(knowledge, knowledge.document.organisation_id)
    assert issuer == "Hamnstädernas Europaforum"


def test_a_line_that_only_names_a_network_makes_it_not_its_own() -> None:
    """Who took part in something of a network issued the page."""
    first = "Vi deltog när Hamnstädernas Europaforum höll årsmöte."
    knowledge = understood(f"Årsmötet 2019\n\n{first}\n\nDet regnade.\n\nEkby kommun växer.")

    assert name_of(knowledge, knowledge.document.organisation_id) == "Ekby kommun"


@pytest.mark.parametrize("title", ["Verksamhetsplan 2027 för EU-arbetet", "Verksamhetsplan 2027"])
def test_whom_a_title_says_it_is_about_issues_nothing(title: str) -> None:
    """`EU` is in the title of many a network's plan."""
    knowledge = understood(f"Norra Kustens Nätverk\n\n{title}\n\nFastställd\n\nEkby kommun växer.")

    assert name_of(knowledge, knowledge.document.organisation_id) == "Norra Kustens Nätverk"


def test_a_federation_of_municipalities_has_no_seats_in_itself() -> None:
    """It issues, as a network does, but governs, as a region does."""
    knowledge = understood(
        "Kommunalförbundet Tre åar\n\nVerksamhetsplan 2027 för EU\n\nFastställd i maj\n\n"
        "# 2 Styrning\n\n# 2.1 Direktionens EU-grupp\n\nEU-gruppen bereder ärenden åt"
        " direktionen. Ledamöter 2027:\n\nÅsa Ek (M), Ekby, ordförande\nBo Al (S), Dalby"
    )

    assert name_of(knowledge, knowledge.document.organisation_id) == "Kommunalförbundet Tre åar"
    assert {seat.network_id for seat in knowledge.appointments} == {None}


def test_a_page_about_a_network_among_its_members_is_the_networks_own() -> None:
    knowledge = understood(
        "Om oss\n\nHär finns kontaktuppgifter.\n\nEuropaforum Sydbygd startades av Region Kroneby "
        "och Region Tvetslätt. Region Vissefjord kom med 2019.\n\nRapportörer\n\nÅsa Ek (S), "
        "Region Kroneby\n\nBo Al (M), Region Tvetslätt\n\nCia Dal (V), Region Vissefjord\n\n"
        "Dan Bo (M), Region Tvetslätt\n\nEva Bo (C), Region Vissefjord\n\nFia Ek (C), Region "
        "Vissefjord\n"
    )
    names = {e.entity_id: e.name for e in knowledge.entities}
    assert names[knowledge.document.organisation_id or ""] == "Europaforum Sydbygd"


def test_a_line_of_members_is_of_none_of_them() -> None:
    knowledge = understood(
        "Skärgårdsrådet Mittviken\n\nVerksamhetsplan 2018\n\nMedlemmar: Utöarnas kommun, Holmsunda "
        "stad\n\nOrdförande: Åsa Ek\n"
    )
    names = {e.entity_id: e.name for e in knowledge.entities}
    assert names[knowledge.document.organisation_id or ""] == "Skärgårdsrådet Mittviken"


def test_a_project_of_the_same_name_makes_no_region_another_thing() -> None:
    text = (
        "# Strategi 2023 – Region Almvik\n\nRegion Vika och Region Almvik samarbetar.\n\n"
        "# Projekt\n\nAlmvik, smart specialisering. Finansieras av Interreg Nordsjön."
    )
    names = {row.name for row in understood(text).entities if row.entity_type == "organisation"}
    assert "Region Almvik" in names
