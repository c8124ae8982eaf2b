"""Projects told in running text, below headings and in rows with labels."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Rapport för Region Almvik\n\n"


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(project.name, project.description) for project in understood(TOP + text).projects]


@pytest.mark.parametrize(
    "text",
    [
        "Regionen deltar i projektet Varma rum, som avser vinterskydd för äldre. Life ger stöd.",
        'Vi leder projektet "Varma rum", som stöds av Life. Det handlar om vinterskydd för äldre.',
        "Projektet Varma rum, en satsning på vinterskydd för äldre, finansieras av Life.",
        "Vi driver projektet Varma rum, som gäller vinterskydd för äldre och finansieras av Life.",
    ],
)
def test_a_project_of_several_words_in_a_sentence(text: str) -> None:
    assert _told(text) == [("Varma rum", "vinterskydd för äldre")]


def test_a_heading_explains_its_project() -> None:
    text = (
        "Projekt\n\nVarma rum – vinterskydd för äldre\n\n"
        "Syftet är att fler ska kunna bo kvar. Projektet finansieras av Interreg Nord."
    )
    assert _told(text) == [("Varma rum", "vinterskydd för äldre")]


def test_the_funder_in_brackets_may_stand_with_its_sum() -> None:
    found = understood(
        TOP
        + "TRE NYA PROJEKT\n\nVarma rum (Interreg Nord, 2 miljoner euro) – vinterskydd för äldre."
    )
    assert [(p.name, p.description) for p in found.projects] == [
        ("Varma rum", "vinterskydd för äldre")
    ]
    assert [(cost.subject_text, cost.amount) for cost in found.costs] == [("Varma rum", 2_000_000)]


def test_what_a_programme_aims_at_is_not_its_projects_aim() -> None:
    text = (
        "Projektet Havsro leds av Region Almvik.\n\nInterreg Nord är ett stort program."
        " Syftet är att stödja samarbete mellan länder."
    )
    assert _told(text) == [("Havsro", None)]


def test_a_page_whose_title_is_its_project() -> None:
    text = (
        "# Nya vägar till havet\n\nTillväxtverket har utlyst medel.\n\nRegion Almvik "
        "har ansökt om pengar till projektet Nya vägar till havet."
    )
    (project,) = understood(text).projects
    assert project.name == "Nya vägar till havet"


def test_the_programme_before_its_project_pays() -> None:
    found = understood(TOP + "LIFE projektet Havsro ska minska bullret i viken.")
    names = {entity.entity_id: entity.name for entity in found.entities}
    assert [(p.name, names[p.funder_id or ""]) for p in found.projects] == [("Havsro", "LIFE")]


def test_the_union_by_itself_pays_for_nothing() -> None:
    found = understood(TOP + "Projektet Havsro ska minska bullret och finansieras av EU.")
    assert [project.funder_id for project in found.projects] == [None]


@pytest.mark.parametrize(
    ("told", "description"),
    [
        ("Tanken var att dämpa bullret i viken. Det tog två år.", "dämpa bullret i viken"),
        ("Skolor byggde bojar. Syftet var att dämpa bullret.", "dämpa bullret"),
        ("Skolor byggde bojar av tång. De möttes en gång om året.", "Skolor byggde bojar av tång"),
    ],
)
def test_of_a_described_field_its_aim_or_else_its_first_sentence(
    told: str, description: str
) -> None:
    text = f"Havsro\n\nProgram: LIFE\n\nProjektperiod: 2024–2025\n\nProjektbeskrivning: {told}"
    assert _told(text) == [("Havsro", description)]


def test_what_a_partner_adds_is_not_who_pays() -> None:
    text = (
        "Tre projekt får stöd från Interreg Nord.\n\n# Havsro\n\nProjektet ska dämpa bullret."
        " Almviks kommun bidrar med pengar genom sin skola."
    )
    found = understood(TOP + text)
    names = {entity.entity_id: entity.name for entity in found.entities}
    assert [names[p.funder_id or ""] for p in found.projects] == ["Interreg Nord"]


def test_what_kind_of_project_it_is_says_not_what_it_is_about() -> None:
    text = "Havsro är ett LIFE-projekt som leds av Region Almvik. Syftet är att dämpa bullret."
    assert _told(text) == [("Havsro", "dämpa bullret")]


def test_the_programme_that_it_is_a_part_of_pays() -> None:
    found = understood(TOP + "Projektet Havsro är en del av Interreg Nord och ska dämpa bullret.")
    names = {entity.entity_id: entity.name for entity in found.entities}
    assert [names[p.funder_id or ""] for p in found.projects] == ["Interreg Nord"]


def test_a_fund_pays_through_its_programme() -> None:
    text = (
        "Projektet Havsro dämpar bullret. Det finansieras av Europeiska regionala"
        " utvecklingsfonden genom Interreg Nord."
    )
    found = understood(TOP + text)
    assert [name_of(found, project.funder_id) for project in found.projects] == ["Interreg Nord"]
