"""Projects that titles name, and the sentences that go on about them."""

import pytest

from tests.knowledge.written import name_of, understood


def _told(text: str) -> list[tuple[str, str | None, str | None]]:
    found = understood(text)
    return [(p.name, p.description, name_of(found, p.funder_id)) for p in found.projects]


HAVSRO = [("Havsro", "ge tystare vikar", "Interreg Nord")]


@pytest.mark.parametrize(
    "text",
    [
        "# Havsro\n\nProjektet syftar till att ge tystare vikar.\n\nProjektet pågår till 2025 och"
        " finansieras av Interreg Nord med 440 000 kr.",
        "# Havsro\n\nHavsro står för lugn. Projektet ska ge tystare vikar. Interreg Nord bidrar"
        " med 2 mkr.",
        "# Havsro\n\n# Om projektet\n\nSyftet med projektet är att ge tystare vikar.\n\n"
        "# Finansiering\n\nProjektet finansieras av Interreg Nord.",
        "# EU-arbete\n\nI Havsro (Interreg Nord) arbetar vi för att ge tystare vikar. Projektet"
        " pågår.",
        "# EU-arbete\n\nRegion Almvik deltar i Interreg Nord-projektet Havsro, som ska ge tystare"
        " vikar.",
        "# EU-arbete\n\nEtt annat projekt som fått stöd från Interreg Nord är Havsro. Det handlar"
        " om att ge tystare vikar.",
    ],
)
def test_forms_of_telling(text: str) -> None:
    assert _told(text) == HAVSRO


@pytest.mark.parametrize(
    "text",
    [
        "# Tillgängligt stöd\n\nProjektet kan starta tidigast i maj. Du söker stöd i portalen.",
        "# Så regleras projektet\n\nProjektet ska redovisas. Erasmus+ ger regler.",
        '# EU-arbete\n\nI rapporten "Letters of Intent" nämns projekt. EU-projektet kostar.',
        "# Fokus\n\nUniversitetet deltar i ett EU-projekt. Ansökan avslogs.",
    ],
)
def test_pages_about_projects_in_general(text: str) -> None:
    assert _told(text) == []


def test_the_programme_rather_than_its_fund_pays() -> None:
    text = (
        "# Havsro\n\nProjektet har beviljats 9,5 miljoner euro av Europeiska regionala"
        " utvecklingsfondens program Interreg Nord."
    )
    assert _told(text) == [("Havsro", None, "Interreg Nord")]


def test_a_bullet_without_a_text_is_no_title() -> None:
    assert _told("• \n\nProjektet pågår och finansieras av Interreg Nord.") == []


def test_labels_that_their_values_have_run_into() -> None:
    found = understood(
        "# Ett hav\n\nProjektnamnEtt hav - Merit\n\nProjektbeskrivningFärjan går sällan."
        " Syfte och mål Projektet ska förena de två hamnarna.\n\nHuvudsökandeHavsby kommun\n\n"
        "Beviljade EU-medel912000\n\nTotal projektkostnad1520000"
    )
    (project,) = found.projects
    assert (project.name, project.description) == ("Ett hav - Merit", "förena de två hamnarna")
    sums = {(c.subject_text, c.amount, c.currency) for c in found.costs}
    assert sums == {("Ett hav - Merit", 912_000, None), ("Ett hav - Merit", 1_520_000, None)}


def test_titles_below_ongoing_projects_name_them() -> None:
    found = understood(
        "# Våra resor\n\n# Pågående EU-projekt\n\n# Hamnens minnen\n\n"
        "Utställningen visar hamnen under sjuttiotalet.\n\n# På gång\n\nVi ses i maj.\n\n"
        "# Kontakta oss"
    )
    assert [project.name for project in found.projects] == ["Hamnens minnen"]


def test_a_title_above_who_published_it() -> None:
    found = understood(
        "Förstudie KROK – Kajer i Samverkan\n\nPublicerat av: Karin Alm, 3 maj, 2021\n\n"
        "Projektet ska skapa förutsättningar för fler gästhamnar.\n\n"
        "Total omfattning: 410 000 SEK"
    )
    (project,), (cost,) = found.projects, found.costs
    assert (project.name, project.description) == ("Förstudie KROK", "Kajer i Samverkan")
    assert (cost.subject_text, cost.amount) == ("Förstudie KROK", 410_000)


def test_a_title_that_names_a_project_explains_or_quotes_it() -> None:
    found = understood(
        "# Aktuella projekt\n\n# Projekt Vägen till ljusare kuster – platsutveckling i byarna\n\n"
        "Projektet pågick under 2022 och prövade nya vägar.\n\n"
        "# Projekt ”Blue Practices, phase II”\n\nProjektet leds av Region Almvik.\n"
    )
    assert [(p.name, p.description) for p in found.projects] == [
        ("Vägen till ljusare kuster", "platsutveckling i byarna"),
        ("Blue Practices, phase II", None),
    ]


def test_facts_may_stand_between_a_title_and_what_speaks_of_the_project() -> None:
    (project,) = understood(
        "Sundviks järnvägsmuseum\n\nProjektägare: Sundviks kommun\n\nKontaktperson: Anna Ek\n\n"
        "Projektet ska undersöka stationshusets framtid."
    ).projects
    assert project.name == "Sundviks järnvägsmuseum"
    assert project.description == "undersöka stationshusets framtid"


def test_a_title_explains_a_short_name_behind_a_comma() -> None:
    text = (
        "# Region Almvik beviljar två projekt medfinansiering\n\n"
        "LiqIs, Liquid Ice in the North:\n\nProjektet drivs av Havsby kommun och ska visa väg.\n\n"
        "Projekt Dunk, Tysta hamnar i norr:\n\nHavsby kommun driver projektet som ska ge svar.\n"
    )
    assert _told(text) == [
        ("LiqIs", "Liquid Ice in the North", "Region Almvik"),
        ("Dunk", "Tysta hamnar i norr", "Region Almvik"),
    ]


def test_a_part_of_a_programme_stands_between_title_and_paragraph() -> None:
    text = (
        "# Interreg Aurora har beviljat två projekt\n\neIs\n\nDelområde: Norr\n\n"
        "Projektet syftar till att värma kajer.\n"
    )
    assert _told(text) == [("eIs", "värma kajer", "Interreg Aurora")]


def test_titles_sorted_alike_name_projects_if_one_does() -> None:
    text = (
        "# Havsro – HRO\n\nDelområde: Norra kusten\n\nProjektet ska ge tystare vikar.\n\n"
        "# Isfri 2\n\nDelområde: Södra kusten\n\nHamnar lär sig hålla isen borta.\n\n"
        "Kom ut!\n\nDelområde: Södra kusten"
    )
    assert _told(text) == [
        ("Havsro", "ge tystare vikar", None),
        ("Isfri 2", "Hamnar lär sig hålla isen borta", None),
        ("Kom ut!", None, None),
    ]


def test_years_in_brackets_behind_a_name_are_no_part_of_it() -> None:
    text = (
        "# Plan för Region Almvik 2024\n\n# Projekt\n\nRegionen är part i två projekt.\n\n"
        "# Ren kust i Vika (2012–2014)\n\nBättre mottagning av avfall. Finansieras av Interreg "
        "Nordsjön.\n\n# Skärgårdsjobb (2013–)\n\nCoachning av unga. Finansieras av LIFE."
    )
    names = {row.name for row in understood(text).entities if row.entity_type == "project"}
    assert names == {"Ren kust i Vika", "Skärgårdsjobb"}
