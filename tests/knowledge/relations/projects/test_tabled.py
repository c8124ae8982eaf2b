"""Projects as rows of tables whose header does not say so."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Rapport för Region Almvik\n\n"
ROWS = (
    "| Grön vilja | Gårdar byter energi | Landsbygdsprogrammet | 2019–2021 | 900 tkr |\n"
    "| Stillhet 2.0 | Bullerfria vikar | Interreg Aurora | 2020–2022 | 1,3 mkr |"
)


@pytest.mark.parametrize("header", ["", "| Rubrik | Om | Pengar från | Åren | Vår del |\n"])
def test_cells_tell_what_their_columns_hold(header: str) -> None:
    knowledge = understood(TOP + header + ROWS)
    told = [(p.name, p.description, name_of(knowledge, p.funder_id)) for p in knowledge.projects]
    assert told == [
        ("Grön vilja", "Gårdar byter energi", "Landsbygdsprogrammet"),
        ("Stillhet 2.0", "Bullerfria vikar", "Interreg Aurora"),
    ]
    assert [p.start_date and p.start_date.year for p in knowledge.projects] == [2019, 2020]
    assert {c.amount for c in knowledge.costs} == {900_000, 1_300_000}


def test_a_table_of_members_is_none() -> None:
    rows = (
        "| Anna Ek (S) | ordförande i kommittén | Interreg Aurora |\n"
        "| Bo Al (M) | ledamot i kommittén | Interreg Nord |"
    )
    assert understood(TOP + rows).projects == ()


def test_an_unnamed_column_of_words_tells_what_projects_do() -> None:
    knowledge = understood(
        TOP + "| Projekt | Ändamål | Finansiär | Vår insats |\n"
        "| Isfri | Laddning vid kaj | Interreg Nord | 1 150 tkr |\n"
        "| Vi vågar | Simskola för äldre | Erasmus+ | 400 tkr |"
    )
    told = [(p.name, p.description) for p in knowledge.projects]
    assert told == [("Isfri", "Laddning vid kaj"), ("Vi vågar", "Simskola för äldre")]


@pytest.mark.parametrize("header", ["Akronym", "Kortnamn"])
def test_a_short_name_beside_a_programme_is_a_project(header: str) -> None:
    knowledge = understood(
        TOP + f"| {header} | Tema | Program | Roll |\n"
        "| Isfri | laddning vid kaj | Interreg Nord | partner |\n"
        "| Vi vågar | simskola för äldre | Erasmus+ | ledande partner |"
    )
    told = [(p.name, p.description, name_of(knowledge, p.funder_id)) for p in knowledge.projects]
    assert told == [
        ("Isfri", "laddning vid kaj", "Interreg Nord"),
        ("Vi vågar", "simskola för äldre", "Erasmus+"),
    ]
