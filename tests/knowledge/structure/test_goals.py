"""Goals below numbered headings, chapters and sentences that a list ends."""

import pytest

from tests.knowledge.written import understood

TOP = "# Plan för Region Almvik 2027\n\n"


def _goals(text: str) -> list[tuple[int | None, str | None, str]]:
    found = understood(TOP + text)
    numbers = {section.section_id: section.number for section in found.sections}
    return [(g.year, numbers.get(g.section_id or ""), g.text) for g in found.goals]


def test_paragraphs_of_one_sentence_below_a_numbered_heading() -> None:
    text = (
        "1 Bakgrund\n\nPlanen gäller alla nämnder och bolag i regionen. Den följs upp varje år.\n\n"
        "2 Mål för 2027\n\nRegionen ska tala med en röst i EU.\n\n"
        "Varje förvaltning ska ha en kontaktperson.\n\n"
        "3 Uppföljning\n\nPlanen följs upp i årsredovisningen, som fullmäktige beslutar om.\n"
    )
    assert _goals(text) == [
        (2027, "2", "Regionen ska tala med en röst i EU."),
        (2027, "2", "Varje förvaltning ska ha en kontaktperson."),
    ]


@pytest.mark.parametrize(
    "lead", ["Regionen skall under perioden 2024–2026", "Vid utgången av 2026 ska regionen"]
)
def test_a_sentence_that_the_list_ends_is_no_heading(lead: str) -> None:
    text = f"Kapitel 3. Inriktning\n\n{lead}\n\n- ha två nya partner,\n- ha ett eget kontor."
    found = _goals(text)
    assert [goal[0] for goal in found] == [2026, 2026]
    assert {goal[1] for goal in found} == {"3"}
