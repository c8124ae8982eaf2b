"""Numbers of slides and pages between the lines of plain text."""

import pytest

from tests.knowledge.written import name_of, understood

_SLIDES = (
    "Nordiskt arbete i Region Almvik\n{0}1\nVarför?\nHandeln ger hälften av jobben\n"
    "Mycket av det vi gör bestäms av andra än vi själva\nGrannen är vår största kund\n"
    "{0}2\nMål 2027\nFler forskare söker sig hit\n"
    "Regionen leder två samarbeten\n"
    "Vården talar de språk som behövs vid gränsen\n"
    "{0}3\nAktiviteter våren 2025\nSpråkcafé på vårdcentralerna\nTemadag om skog i Almvik 8 april\n"
    "{0}4\nFrågor?\n"
)


@pytest.mark.parametrize("word", ["", "Bild ", "Sida "])
def test_a_number_alone_ends_the_list_of_a_slide(word: str) -> None:
    found = understood(_SLIDES.format(word))
    assert [goal.text for goal in found.goals] == [
        "Fler forskare söker sig hit",
        "Regionen leder två samarbeten",
        "Vården talar de språk som behövs vid gränsen",
    ]
    assert [one.title for one in found.activities] == [
        "Språkcafé på vårdcentralerna",
        "Temadag om skog i Almvik 8 april",
    ]
    headings = {one.section_id: one.heading for one in found.sections}
    assert {headings[goal.section_id or ""] for goal in found.goals} == {"Mål 2027"}


@pytest.mark.parametrize("figures", [("12", "7", "3"), ("1", "3", "2")])
def test_figures_that_do_not_count_are_no_page_numbers(figures: tuple[str, ...]) -> None:
    text = "Utfall\nAntal resor\n{}\nAntal brev\nSåväl egna som andras\n{}\nAntal möten\n{}\n"
    found = understood(text.format(*figures))
    assert all(figure in found.sections[0].text for figure in figures)


def test_the_number_of_a_slide_belongs_to_no_name() -> None:
    knowledge = understood(
        "Internationellt arbete i Region Almvik\n1\nHär är vi med\nKIMO sedan 2003\n"
        "Gränskommittén Tolvmila\n2\nMål 2027\nFler söker sig hit\n3\nFrågor?"
    )
    told = {(name_of(knowledge, one.network_id), one.since) for one in knowledge.memberships}
    assert told == {("KIMO", "2003"), ("Gränskommittén Tolvmila", None)}
