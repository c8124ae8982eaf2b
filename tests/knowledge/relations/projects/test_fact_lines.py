"""Projects as lines of a name and, behind a dash or in brackets, facts with their labels."""

from tests.knowledge.written import name_of, understood

LEAD = "# Nytt stöd\n\nInterreg Nord har beviljat två projekt.\n\n"


def _projects(text: str) -> list[tuple[str, str | None, str | None]]:
    knowledge = understood(LEAD + text)
    return [
        (p.name, name_of(knowledge, p.lead_id), name_of(knowledge, p.funder_id))
        for p in knowledge.projects
    ]


def test_facts_behind_a_dash() -> None:
    text = (
        "HAVSRO – Huvudpartner: Almviks kommun. Partner: Region Almvik.\n\n"
        "Kloka hus – Partner: Region Almvik."
    )
    assert _projects(text) == [
        ("HAVSRO", "Almviks kommun", "Interreg Nord"),
        ("Kloka hus", None, "Interreg Nord"),
    ]


def test_facts_in_brackets_and_a_sum_among_them() -> None:
    text = (
        "HAVSRO (Sökande: Almviks kommun, Medfinansiering: 20 000 kr)\n\n"
        "Kloka hus (Sökande: Region Almvik)"
    )
    assert _projects(text) == [
        ("HAVSRO", "Almviks kommun", "Interreg Nord"),
        ("Kloka hus", "Region Almvik", "Interreg Nord"),
    ]


def test_a_lone_line_is_of_no_list() -> None:
    assert _projects("Mötet i maj – Partner: Region Almvik.") == []
