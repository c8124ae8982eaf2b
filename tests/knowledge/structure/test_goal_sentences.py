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
    told = goals(f"{lead} att fler unga reser, att bolagen deltar och att skolor får en vän.")
    # Behind a colon stands a list, in its own words.
    that = "att " if lead.endswith(":") else ""
    assert told == [
        (None, f"{that}fler unga reser"),
        (None, f"{that}bolagen deltar"),
        (None, f"{that}skolor får en vän"),
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


@pytest.mark.parametrize("lead", ["I fjolårets plan ställdes två mål upp för 2026.", "Två mål:"])
def test_sentences_that_shall_be_are_as_many_goals_as_were_counted(lead: str) -> None:
    text = (
        f"{lead} Staden ska ha två nya vänner. Detta har skett. Varje nämnd ska ha en"
        " kontaktman. Här återstår två nämnder."
    )
    year = 2026 if "2026" in lead else None
    assert goals(text) == [
        (year, "Staden ska ha två nya vänner."),
        (year, "Varje nämnd ska ha en kontaktman."),
    ]


def test_results_behind_a_sentence_that_counts_them_are_goals_of_its_year() -> None:
    text = (
        "Nämnden har formulerat två mål för 2027. Regionen har ett avtal med Narva. Unga från"
        " alla kommuner har rest. Utöver målen väntar ett val."
    )
    assert goals(text) == [
        (2027, "Regionen har ett avtal med Narva."),
        (2027, "Unga från alla kommuner har rest."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Av två mål för 2026 har ett nåtts. Kontoret har öppnat. Avtalet finns.",
        "Vi har två mål för 2026. Det är få. Kontoret har öppnat.",
        "Strategin har två mål. Kontoret har öppnat. Regionen har en samordnare.",
    ],
)
def test_what_is_told_behind_goals_that_are_only_spoken_of_is_none(text: str) -> None:
    assert goals(text) == []


def test_goals_counted_in_order_behind_what_is_said_of_goals() -> None:
    told = "Det första är att fler unga reser. Det andra är att bolagen deltar i projekt."
    expected = [(2027, "fler unga reser"), (2027, "bolagen deltar i projekt")]
    assert goals(f"Målen för 2027 är två. {told}") == expected
    assert goals(f"Hindren 2027 är två. {told}") == []


def test_clauses_behind_the_number_of_goals_are_goals() -> None:
    text = "Vi har satt upp två mål för 2027: att fler unga reser och att bolagen deltar."
    assert goals(text) == [(2027, "att fler unga reser"), (2027, "att bolagen deltar")]


@pytest.mark.parametrize(
    "lead",
    ["Regionens mål för 2027 är följande.", "Vid utgången av 2027 ska följande ha uppnåtts."],
)
def test_all_sentences_behind_one_that_says_that_goals_follow(lead: str) -> None:
    told = "Tre kommuner har sökt medel. Varje nämnd har en kontaktperson."
    assert goals(f"{lead} {told}") == [
        (2027, "Tre kommuner har sökt medel."),
        (2027, "Varje nämnd har en kontaktperson."),
    ]
    assert goals(f"{lead} {told} Detta följs upp.") == []
