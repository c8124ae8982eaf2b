"""Projects told by themselves: entries, boxes, tables, headings."""

import pytest

from tests.knowledge.written import told_projects, understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Våra projekt:\n\n• Isfri hamn – laddning vid kaj. Interreg Aurora, 2023–2025.",
        "Regionen deltar i följande projekt:\n\n• Isfri hamn, laddning vid kaj (Interreg Aurora)",
        "# Våra projekt\n\nIsfri hamn (Interreg Aurora). Laddning vid kaj. Leds av Region Almvik.",
        "Projekt: Isfri hamn\nOm projektet: Laddning vid kaj\nProgram: Interreg Aurora",
        "| Projekt | Beskrivning | Program |\n| Isfri hamn | Laddning vid kaj | Interreg Aurora |",
        "Vi deltar i projektet Isfri hamn, laddning vid kaj, som stöds av Interreg Aurora.",
    ],
)
def test_forms_of_telling(text: str) -> None:
    ((name, description, funder),) = told_projects(TOP + text)
    assert (name, funder) == ("Isfri hamn", "Interreg Aurora")
    assert description is not None
    assert description.casefold() == "laddning vid kaj"


def test_a_lead_names_the_funder_of_all() -> None:
    lead = "Två nya projekt i Horisont Europa:\n\n"
    text = f"{lead}• SILTA, varning för grumling\n• Robo 60, stöd åt äldre"
    assert {funder for _, _, funder in told_projects(TOP + text)} == {"Horisont Europa"}


def test_persons_and_statements_are_no_projects() -> None:
    persons = "• Anna Åkesson (S), ordförande i Interreg Aurora"
    assert told_projects(TOP + f"Om projekt:\n\n{persons}\n• Vi ska söka medel, helst i år") == []


def test_a_caption_that_a_name_has_run_into() -> None:
    text = (
        "Aktiviteter följs upp av nämnden i juni. Projekt HAVSRO, tystare vikar (Interreg Nord),"
        " avslutas i maj."
    )
    assert [project.name for project in understood(text).projects] == ["HAVSRO"]
