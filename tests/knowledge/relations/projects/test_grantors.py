"""Who has granted what a text lists, as its beginning says."""

import pytest

from tests.knowledge.written import told_projects

LISTED = "\n\n# Havsro\n\nProjektet ska ge tystare vikar."


@pytest.mark.parametrize(
    "lead",
    [
        "Nu är det klart att Interreg Nord lägger 7,2 miljoner euro på nya samarbeten.",
        "Sex ansökningar gick vidare i Interreg Nord. De får dela på en miljon euro ur Europeiska"
        " regionala utvecklingsfonden.",
        "Två projekt i länet får 3 miljoner kronor av Interreg Nord.",
    ],
)
def test_the_programme_that_grants(lead: str) -> None:
    assert told_projects(f"# Nytt stöd\n\n{lead}{LISTED}") == [
        ("Havsro", "ge tystare vikar", "Interreg Nord")
    ]


def test_two_programmes_tell_of_neither() -> None:
    lead = "Tre ansökningar gick vidare i Interreg Nord. Två ansökningar gick vidare i LIFE."
    assert told_projects(f"# Nytt stöd\n\n{lead}{LISTED}") == [("Havsro", "ge tystare vikar", None)]


def test_a_programme_is_known_by_its_short_name_where_projects_are_granted() -> None:
    lead = "Styrkommittén för Central Baltic godkände i juni fyra projekt."
    assert told_projects(f"# Nytt stöd\n\n{lead}{LISTED}") == [
        ("Havsro", "ge tystare vikar", "Interreg Central Baltic")
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "I dag sa styrkommittén för Interreg Nord ja till två projekt.",
        "Två projekt fick ja, sammanlagt 4 miljoner kronor, av Interreg Nords styrkommitté.",
        "Styrkommittén för Interreg Nord prioriterade två projekt från länet.",
        "I Interreg Nord gick två projekt igenom.",
        "Interreg Nord ger klartecken till nya projekt.",
    ],
)
def test_who_said_yes_in_other_words(lead: str) -> None:
    assert told_projects(f"# Nytt stöd\n\n{lead}{LISTED}") == [
        ("Havsro", "ge tystare vikar", "Interreg Nord")
    ]


def test_each_list_has_its_own_lead() -> None:
    text = (
        "# Nytt stöd\n\nUr Regionalfonden prioriterades:\n\n"
        "Blå kajer\n\nSökande: Almviks kommun\n\nSökt stöd: 400 000 kr\n\n"
        "I Interreg Nord gick ett projekt igenom:\n\n"
        "Kloka hus\n\nSökande: Sundby kommun\n\nMedfinansiering av Region Almvik: 300 000 kr"
        "\n\nTotal budget: 900 000 kr"
    )
    assert [(name, funder) for name, _, funder in told_projects(text)] == [
        ("Blå kajer", "Europeiska regionala utvecklingsfonden"),
        ("Kloka hus", "Interreg Nord"),
    ]
