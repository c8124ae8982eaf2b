import pytest

from tests.knowledge.written import understood


def goals(text: str) -> list[tuple[int | None, str]]:
    return [(goal.year, goal.text) for goal in understood(f"# Plan för Almvik\n\n{text}").goals]


@pytest.mark.parametrize(
    "lead",
    [
        "Målen för det internationella arbetet är att:",
        "Kommunens mål är:",
        "Mål för samarbetet:",
    ],
)
def test_clauses_behind_a_colon_are_goals(lead: str) -> None:
    text = f"Planen gäller. {lead} fler unga ska resa, samt bolagen ska delta i projekt. Så är det."
    assert goals(text) == [
        (None, "fler unga ska resa"),
        (None, "bolagen ska delta i projekt"),
    ]


@pytest.mark.parametrize("lead", ["Målet för kommunen är", "Strategins mål är", "Mål för mötet:"])
def test_clauses_that_each_begin_with_att_are_goals(lead: str) -> None:
    assert goals(f"{lead} att fler unga reser, att bolagen deltar och att skolor får en vän.") == [
        (None, "att fler unga reser"),
        (None, "att bolagen deltar"),
        (None, "att skolor får en vän"),
    ]


@pytest.mark.parametrize("lead", ["Föreningen ska under 2026", "Till slutet av 2026 ska vi"])
def test_what_shall_have_been_done_by_a_year_are_goals(lead: str) -> None:
    assert goals(f"{lead} ha gett ut tio brev, tagit emot besök från Tartu och fått in svar.") == [
        (2026, "ha gett ut tio brev"),
        (2026, "tagit emot besök från Tartu"),
        (2026, "fått in svar"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Målet är att fler unga reser till Tartu, Åbo och Riga.",
        "Målen är: skola, vård och omsorg i hela länet.",
        "Målet för projektet är att fler unga reser, att bolagen deltar.",
        "Nämnden ska under 2026 ha fått en rapport och ett beslut.",
        "Syftet är att fler unga reser, att bolagen deltar.",
    ],
)
def test_sentences_that_count_up_no_goals(text: str) -> None:
    assert goals(text) == []


def test_a_sentence_below_a_label_is_its_clauses_not_itself() -> None:
    text = "# Mål 2026\n\nMålet är att fler unga reser, att bolagen deltar."
    assert goals(text) == [(2026, "att fler unga reser"), (2026, "att bolagen deltar")]
