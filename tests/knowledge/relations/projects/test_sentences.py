"""Projects as sentences tell of them: the ones that they name, or that stand above them."""

import pytest

from tests.knowledge.written import understood

TOP = "# Rapport för Region Almvik\n\n"


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(project.name, project.description) for project in understood(TOP + text).projects]


def test_the_aim_is_of_the_first_project_of_a_sentence() -> None:
    text = "Sedan tog projektet Grön led vid för att knyta samman orterna i projektet Havsro."
    assert ("Grön led", "knyta samman orterna i projektet Havsro") in _told(text)


def test_a_name_that_goes_on_behind_a_dash_is_one() -> None:
    text = (
        "Projektet Silent Coast - Quiet Bays är ett samarbetsprojekt. Syftet är att dämpa buller."
    )
    assert ("Silent Coast", "dämpa buller") in _told(text)


def test_an_item_says_what_its_project_is_about() -> None:
    text = "- ”Havsro” – Lugna vikar för fåglar\n\nHavsro-projektets mål är att dämpa buller."
    assert _told(text) == [("Havsro", "Lugna vikar för fåglar")]


def test_a_heading_tells_what_its_project_shall_do() -> None:
    text = "## EU-projektet Havsro ska göra vikarna tysta\n\nVi samlar byarna."
    assert _told(text) == [("Havsro", "göra vikarna tysta")]


def test_what_a_project_does_describes_it_where_no_aim_is_told() -> None:
    text = "Projekt Havsro erbjuder lugna vikar för fåglar och finns i fem byar."
    assert _told(text) == [("Havsro", "erbjuder lugna vikar för fåglar")]
    assert _told(text + " Syftet med Havsro är att dämpa buller.") == [("Havsro", "dämpa buller")]


@pytest.mark.parametrize(
    "does",
    [
        "provar lugna vikar för fåglar",
        "tar fram lugna vikar för fåglar",
        "utbildar fåglar i lugna vikar",
        "ger fåglarna lugna vikar",
    ],
)
def test_what_the_project_does_is_told_below_its_name(does: str) -> None:
    text = f"# Projekt\n\n# Havsro\n\nProjektet {does}. Det finansieras av LIFE."
    assert _told(text) == [("Havsro", does)]
    aim = " Syftet är att dämpa buller."
    assert _told(text + aim) == [("Havsro", "dämpa buller")]


@pytest.mark.parametrize(
    "told", ["omfattar fem byar", "startar i maj", "bygger på en förstudie", "leder till mycket"]
)
def test_what_is_told_of_its_time_and_people_describes_no_project(told: str) -> None:
    text = f"# Projekt\n\n# Havsro\n\nProjektet {told}. Det finansieras av LIFE."
    assert _told(text) == [("Havsro", None)]
