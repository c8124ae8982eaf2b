"""Projects as fact boxes, alone and as a catalogue."""

import pytest

from tests.knowledge.written import understood

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
