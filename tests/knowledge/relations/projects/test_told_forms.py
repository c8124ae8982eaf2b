"""Projects whose names and subjects have unusual forms."""

import pytest

from pipeline.knowledge.relations.projects.names import may_be_name
from tests.knowledge.written import name_of, understood

TOP = "# Internationellt arbete\n\nRegion Almvik deltar i flera samarbeten.\n\n"


def _rows(text: str) -> list[tuple[str, str | None, str | None]]:
    found = understood(TOP + text)
    return [(one.name, one.description, name_of(found, one.funder_id)) for one in found.projects]


@pytest.mark.parametrize("name", ["Från jord till bord", "Jobb i sikte", "Skola 2030", "e-Hamn"])
def test_what_a_project_is_about_ends_its_name(name: str) -> None:
    text = f"Med stöd från Vinnova genomför vi projektet {name} om odling av alger i vikar."
    assert _rows(text) == [(name, "odling av alger i vikar", "Vinnova")]


@pytest.mark.parametrize("name", ["Från jord till bord", "Tillsammans mot våld"])
def test_a_name_of_any_words_is_said_to_be_a_project(name: str) -> None:
    text = f"Förbundet är med i {name}, ett projekt om alger i vikar som finansieras av Vinnova."
    assert _rows(text) == [(name, "alger i vikar", "Vinnova")]


@pytest.mark.parametrize("pays", ["betalar", "finansierar", "bekostar"])
def test_who_pays_in_a_clause_ends_what_a_project_is_about(pays: str) -> None:
    text = f"Högskolan leder Havsro, ett projekt om alger i vikar som Vinnova {pays}."
    assert _rows(text) == [("Havsro", "alger i vikar", "Vinnova")]


@pytest.mark.parametrize("about", ["EU-stöd för små kommuner", "hur hamnar kan elektrifieras"])
def test_what_stands_behind_the_name_and_a_comma(about: str) -> None:
    text = f"Regionen deltar i projektet Havsro, {about}. Projektet finansieras av Vinnova."
    assert _rows(text) == [("Havsro", about, "Vinnova")]


def test_what_begins_a_paragraph_below_a_heading_of_projects() -> None:
    told = "Kust & Land handlar om alger i vikar. Det finansieras av Vinnova."
    assert _rows(f"# Pågående projekt\n\n{told}") == [("Kust & Land", "alger i vikar", "Vinnova")]
    assert _rows(f"# Dagordning\n\n{told}") == []


def test_a_name_with_its_article_and_the_work_as_a_whole() -> None:
    assert may_be_name("Det goda åldrandet")
    assert may_be_name("Den gröna hamnen")
    assert not may_be_name("Det internationella arbetet")
    assert not may_be_name("Det handlar om hamnar")


def test_what_a_project_is_about_ends_before_who_pays() -> None:
    told = "Havsro handlar om alger i vikar och finansieras av Vinnova med 870 000 euro."
    assert _rows(f"# Vad projekten har gett\n\n{told}") == [("Havsro", "alger i vikar", "Vinnova")]


def test_a_preposition_may_lead_to_a_name_with_description_and_payer() -> None:
    told = "I Blå klassrum, lektioner om hav (Vinnova), svarar Bo Al för spridningen."
    assert _rows(f"Vi är med i två. {told}") == [("Blå klassrum", "lektioner om hav", "Vinnova")]
