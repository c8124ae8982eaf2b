"""Projects in lists of grants, with who runs them, who gives, and the sums."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Rapport för Region Almvik\n\n"


def test_rows_of_names_with_who_runs_them_and_sums() -> None:
    found = understood(
        "# Fem får Leader-pengar\n\nHär är projekten som får bidrag:\n\n"
        "”Fiskskolan”, som drivs av Almviks 4H. 3.150 euro.\n"
        "”Glad gavel”, Havsby scoutkår. 12.940 euro.\n"
        "Rosor i Sundvik, Sundviks byalag. 870 euro."
    )
    funders = {p.name: name_of(found, p.funder_id) for p in found.projects}
    assert funders == dict.fromkeys(("Fiskskolan", "Glad gavel", "Rosor i Sundvik"), "Leader")
    sums = {(c.subject_text, c.amount, c.currency) for c in found.costs}
    assert sums == {
        ("Fiskskolan", 3150, "EUR"),
        ("Glad gavel", 12_940, "EUR"),
        ("Rosor i Sundvik", 870, "EUR"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "På mötet deltog Karin Alm, Region Almvik. Resan kostade 4 000 kronor.",
        "Kansliet, Storgatan 4. 62 000 kr.",
    ],
)
def test_other_lines_with_sums_name_no_projects(text: str) -> None:
    assert not understood(TOP + text).projects


def test_who_has_given_is_told_once_for_all() -> None:
    found = understood(
        TOP + "Vinnova har fördelat medel till åtta kommuner. Några av projekten:\n\n"
        "Havsby kommun för projektet Öppna dörrar nu med 1 395 000 kronor"
    )
    ((project, cost),) = zip(found.projects, found.costs, strict=True)
    assert (project.name, name_of(found, project.funder_id)) == ("Öppna dörrar nu", "Vinnova")
    assert (cost.subject_text, cost.amount) == ("Öppna dörrar nu", 1_395_000)


def test_a_name_with_a_comma_that_money_is_granted_to() -> None:
    found = understood(
        TOP + "Från Vinnova har 60 000 kronor beviljats till Havet, Ljus och Ljud.\n\n"
        "Museet leder projektet Havet, ljus och ljud som får stöd för forskning."
    )
    assert [c.subject_text.casefold() for c in found.costs if c.subject_text] == [
        "havet, ljus och ljud"
    ]


def test_who_gets_a_sum_to_which_project() -> None:
    knowledge = understood(
        TOP + "De projekt som nu har beviljats medel av Europeiska socialfonden är fyra.\n\n"
        "# Beviljade projekt\n\n• Havsby kommun får 6,6 miljoner kronor till projektet Hållbar "
        "kraft med hälsan i fokus.\n\n"
        "• Sundviks kommun får 2 miljoner kronor till projektet Växtplats."
    )
    payers = {p.name: name_of(knowledge, p.funder_id) for p in knowledge.projects}
    names = ("Hållbar kraft med hälsan i fokus", "Växtplats")
    assert payers == dict.fromkeys(names, "Europeiska socialfonden")


def test_rows_of_a_list_are_known_by_their_form() -> None:
    found = understood(
        "# Miljoner från EU\n\nInterreg Aurora har beviljat fem projekt stöd.\n\n"
        "Projekten är:\n\n"
        "- Att värma kajer i fem hamnar, Region Almvik, 1 104 432 kronor\n"
        "- Den tysta viken/Havsby kommun (1,8 miljoner kr)\n"
        "- Isfritt/Sundviks byalag (953 000 kr)\n"
        "- Digga hamnen, Region Almvik, 36 445 kronor\n"
        "- Morgondagens bryggor, Havsby Turism, 222 517 kronor\n"
    )
    assert [p.name for p in found.projects] == [
        "Att värma kajer i fem hamnar",
        "Den tysta viken",
        "Isfritt",
        "Digga hamnen",
        "Morgondagens bryggor",
    ]
    assert {name_of(found, p.funder_id) for p in found.projects} == {"Interreg Aurora"}


def test_what_is_awarded_for_what() -> None:
    found = understood(
        TOP + "Följande projekt beviljades medel ur Europeiska regionala fonden:\n\n"
        "- Isfri 2.0, Havsby kommun, beviljades 314 000 kr för fortsatt arbete med isfria kajer.\n"
        "- Lyftet - att värma bryggor, Hamnen AB, beviljades 92 400 kr för nya bryggor. Mer följer."
    )
    assert [(p.name, p.description, name_of(found, p.funder_id)) for p in found.projects] == [
        ("Isfri 2.0", "fortsatt arbete med isfria kajer", "Europeiska regionala utvecklingsfonden"),
        ("Lyftet", "att värma bryggor", "Europeiska regionala utvecklingsfonden"),
    ]


def test_lines_of_a_name_who_applies_and_a_sum() -> None:
    text = (
        "# Beslut\n\nFöljande projekt beviljades medel:\n\n"
        "Matlyftet, sökande Almviks byalag, 850 000 kr\n\n"
        "Fyrarnas väg, sökande Storö byalag, 1 250 000 kr"
    )
    found = understood(text)
    assert {project.name for project in found.projects} == {"Matlyftet", "Fyrarnas väg"}
    assert {(c.subject_text, c.amount) for c in found.costs} == {
        ("Matlyftet", 850_000),
        ("Fyrarnas väg", 1_250_000),
    }
