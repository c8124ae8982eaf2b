"""Projects as fact boxes, alone and as a catalogue."""

from collections.abc import Sequence

import pytest

from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.relations.projects import boxed
from pipeline.knowledge.relations.projects.boxed import boxed_projects
from pipeline.knowledge.textflow import Block
from tests.knowledge.written import name_of, pages_of, understood

TOP = "# Region Almvik\n\n# Projekt i Region Almvik\n\nVi deltar i några projekt.\n\n"
FIRST = "Program: Interreg Aurora\n\nLöptid: 2023–2025\n\nTotal budget: 90 000 euro"
SECOND = "Program: Erasmus+\n\nLöptid: 2024\n\nTotal budget: 400 tkr"


def _projects(text: str) -> set[tuple[str, str | None]]:
    return {(p.name, p.description) for p in understood(TOP + text).projects}


@pytest.mark.parametrize("name", ["Havslyan", "Ung22", "Vi vågar", "Mat & Minnen", "Kaj 4"])
@pytest.mark.parametrize("before", ["", "# Kultur\n\n", "# KUST OCH HAV\n\n"])
def test_a_catalogue_has_names_and_below_them_what_they_are(name: str, before: str) -> None:
    text = (
        f"Isfri\n\nLaddning av båtar vid kaj\n\n{FIRST}\n\nProjektet pågår.\n\n"
        f"{before}{name}\n\nSimskola för äldre\n\n{SECOND}"
    )
    expected = {("Isfri", "Laddning av båtar vid kaj"), (name, "Simskola för äldre")}
    assert _projects(text) == expected


def test_its_sums_are_for_the_projects() -> None:
    text = f"Isfri\n\nLaddning vid kaj\n\n{FIRST}\n\nVi vågar\n\nSimskola för äldre\n\n{SECOND}"
    costs = understood(TOP + text).costs
    assert {(c.subject_text, c.amount) for c in costs} == {("Isfri", 90_000), ("Vi vågar", 400_000)}


def test_chapters_above_titles_are_no_names() -> None:
    text = f"# Kust och hav\n\nIsfri\n\n{FIRST}\n\n# Kultur\n\nHavslyan\n\n{SECOND}"
    assert {name for name, _ in _projects(text)} == {"Isfri", "Havslyan"}


def test_a_lone_box_below_a_heading_and_a_line() -> None:
    assert _projects(f"# Havslyan\n\nSimskola för äldre\n\n{FIRST}") == {
        ("Havslyan", "Simskola för äldre")
    }


def test_facts_in_two_columns_below_names_and_what_they_are() -> None:
    facts = "| Program | {} |\n| Löptid | 2023–2025 |\n| Budget | 90 000 euro |\n\n"
    text = f"# Isfri\n\n# Laddning av båtar vid kaj\n\n{facts.format('Interreg Aurora')}"
    text += f"# Vi vågar\n\n# Simskola för äldre\n\n{facts.format('Erasmus+')}"
    expected = {("Isfri", "Laddning av båtar vid kaj"), ("Vi vågar", "Simskola för äldre")}
    assert _projects(text) == expected


def test_who_pays_may_end_the_line_below_a_name() -> None:
    box = "Samordnare: Havsby kommun\n\nProjekttid: 2024\n\nBeviljat: 41 000 euro\n\n"
    text = f"Isfri\n\nLaddning av båtar vid kaj (Interreg Nord)\n\n{box}"
    text += f"Vi vågar\n\nSimskola för äldre (Erasmus+)\n\n{box}"
    knowledge = understood(TOP + text)
    told = {(p.name, p.description, name_of(knowledge, p.funder_id)) for p in knowledge.projects}
    assert told == {
        ("Isfri", "Laddning av båtar vid kaj", "Interreg Nord"),
        ("Vi vågar", "Simskola för äldre", "Erasmus+"),
    }


def test_a_list_of_projects_with_nothing_but_sums_paid_by_who_granted_them() -> None:
    sums = "Total budget: 90 000 euro\n\nBeviljade EU-medel: 45 000 euro\n\n"
    knowledge = understood(
        "# Två nya projekt\n\nInterreg Aurora har beviljat medel till två projekt.\n\n"
        f"# Beviljade projekt\n\n• Isfri hamn\n\n{sums}• Vrakleden\n\n{sums}"
    )
    payers = {p.name: name_of(knowledge, p.funder_id) for p in knowledge.projects}
    assert payers == {"Isfri hamn": "Interreg Aurora", "Vrakleden": "Interreg Aurora"}
    assert {c.subject_text for c in knowledge.costs} == payers.keys()


def test_what_stands_between_two_entries_is_of_the_first() -> None:
    text = (
        "Isfri\n\nProjektägare: Havsby kommun\n\nProjektperiod: 2023–2024\n\n"
        "Det övergripande syftet har varit att ladda båtar vid kaj.\n\n# EU-stöd: 144 000 SEK\n\n"
        "Vrakleden\n\nProjektägare: Havsby kommun\n\nProjektperiod: 2025"
    )
    knowledge = understood(TOP + text)
    assert ("Isfri", "ladda båtar vid kaj") in _projects(text)
    assert [(c.subject_text, c.amount) for c in knowledge.costs] == [("Isfri", 144_000)]


def test_what_stands_above_many_boxes_is_looked_for_but_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = 0
    is_between = boxed._is_between

    def counted(blocks: Sequence[Block], place: int) -> bool:
        nonlocal looked
        looked += 1
        return is_between(blocks, place)

    monkeypatch.setattr(boxed, "_is_between", counted)
    blocks = read_flow(pages_of("Avgifter\n\n" + "Nordnätverket: 30 000 kr\n\n" * 50)).blocks
    assert not list(boxed_projects(blocks))
    assert 0 < looked <= len(blocks)


def test_labels_in_lines_of_their_own_have_several_lines_below_them() -> None:
    text = (
        "# Värme ur avfallet i Almviks hamn\n\nProjektfakta\n\nProjektperiod\n\n2018–2021\n\n"
        "Finansiärer\n\nTillväxtverket\n\nEuropeiska regionala utvecklingsfonden\n\nRegion Almvik"
        "\n\nProjektpartner\n\nHavsby kommun\n\nTotal budget\n\n12 miljoner kronor"
    )
    found = understood(text)
    (project,) = found.projects
    assert project.name == "Värme ur avfallet i Almviks hamn"
    assert name_of(found, project.funder_id) == "Europeiska regionala utvecklingsfonden"


def test_values_run_into_labels_are_lines_of_their_own() -> None:
    text = (
        "ProjektnamnHav för alla\nProjektbeskrivningProjektet öppnade stränder. Det tog tre år.\n"
        "HuvudsökandeÉcole Almvik\nBeviljade statliga medel (Norge)80000\nTotal projektkostnad90000"
    )
    found = understood("# Register\n\n" + text)
    assert [(p.name, p.description) for p in found.projects] == [
        ("Hav för alla", "öppnade stränder")
    ]
    assert {cost.amount for cost in found.costs} == {80_000, 90_000}


def test_a_box_that_says_less_is_of_the_catalogue() -> None:
    text = (
        f"Isfri\n\nLaddning av båtar vid kaj\n\n{FIRST}\n\n"
        f"Vi vågar\n\nSimskola för äldre\n\n{SECOND}"
        "\n\nStrandliv\n\nTång som mat och foder\n\nProgram: LIFE\n\nLäs mer hos oss."
    )
    assert ("Strandliv", "Tång som mat och foder") in _projects(text)


def test_a_label_is_no_project() -> None:
    box = "- Namn: Glasstigen\n- Kort beskrivning: vandring\n- Program: LIFE\n- Slut: 2027"
    assert [one.name for one in understood(f"# Ansökan\n\n# Projektet\n\n{box}").projects] == [
        "Glasstigen"
    ]


@pytest.mark.parametrize("dots", [" ..... ", ".......... ", " . . . . ", " …… "])
@pytest.mark.parametrize("label", ["Handling", "I korthet", "Går ut på", "Handlar om"])
def test_dots_may_lead_from_a_label_to_its_value(dots: str, label: str) -> None:
    text = "\n\n".join(
        f"Namn{dots}{name}\n\n{label}{dots}{told}\n\nPengar från{dots}LIFE\n\nStorlek{dots}5,6 mkr"
        for name, told in (("Isfri", "Laddning vid kaj"), ("Vi vågar", "Simskola för äldre"))
    )
    expected = {("Isfri", "Laddning vid kaj"), ("Vi vågar", "Simskola för äldre")}
    assert _projects(text) == expected


def test_dots_that_lead_to_a_page_are_those_of_contents() -> None:
    text = "Namn ..... 3\n\nPengar från ..... 4\n\nBudget ..... 12"
    assert _projects(text) == set()
