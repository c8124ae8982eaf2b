"""Lines and sentences that announce goals and activities, and such as do not."""

import pytest

from pipeline.knowledge.structure.wording import (
    ACTIVITY_LABEL,
    GOAL_LABEL,
    NUMBERED_GOAL,
    activities_announced,
    goals_announced,
    is_chrome,
)


@pytest.mark.parametrize(
    "line",
    [
        "Mål 2026:",
        "Nämndens långsiktiga och mätbara mål för 2024–2027",
        "Kommunfullmäktiges mål 2020-2023",
        "Vision och mål",
        "Klimatmål för hamnen",
        "Förbundets målsättningar",
        "Våra fyra inriktningsmål är",
        "Vilka mål har kommunen till och med 2019?",
        "Vad är målet med det europeiska arbetet?",
    ],
)
def test_headings_of_goals(line: str) -> None:
    assert GOAL_LABEL.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    [
        "Modersmål",
        "Målgrupp",
        "Nationella mål",
        "Mål och medel",
        "Sveriges miljömål",
        "Vilka mål nåddes?",
    ],
)
def test_headings_of_other_things(line: str) -> None:
    assert not GOAL_LABEL.fullmatch(line)


@pytest.mark.parametrize(
    ("line", "announced"),
    [
        ("Planerade aktiviteter", True),
        ("Prioriterade insatser för att nå målen", True),
        ("Åtgärder 2024–2026:", True),
        ("Det här ska vi göra under året", True),
        ("Genomförda insatser 2022", False),
        ("Vilka aktiviteter planeras under 2019?", True),
        ("Vilka insatser har gjorts?", False),
        ("Aktivitetsplan", False),
    ],
)
def test_headings_of_activities(line: str, announced: bool) -> None:
    assert bool(ACTIVITY_LABEL.fullmatch(line)) is announced


@pytest.mark.parametrize(
    ("line", "numbered"), [("Mål 3", True), ("Målområde 1:2", True), ("Effektmål 2026:", False)]
)
def test_headings_that_number_a_goal(line: str, numbered: bool) -> None:
    assert bool(NUMBERED_GOAL.fullmatch(line)) is numbered


@pytest.mark.parametrize(
    "sentence",
    [
        "Vid utgången av 2027 ska regionen",
        "Strategin bygger på tre mål. År 2030 ska:",
        "Vi ska",
        "Målet med samarbetet är att",
        "Programmet har fyra bärande mål:",
        "Nämnden arbetar efter följande mål för perioden:",
    ],
)
def test_sentences_that_goals_follow(sentence: str) -> None:
    assert goals_announced(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunstyrelsen ska:",  # duties
        "Följande gäller också för målen:",
        "De områden som är viktigast för att nå målet är",
        "Den som söker bidrag ska ha ett tydligt mål:",
    ],
)
def test_sentences_that_other_lists_follow(sentence: str) -> None:
    assert not goals_announced(sentence)


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("För att nå målen ska vi:", True),
        ("Under 2025 planeras följande aktiviteter:", True),
        ("Dessa åtgärder ska genomföras:", True),
        ("Under året har följande insatser genomförts:", False),
        ("Exempel på åtgärder som kan få stöd:", False),
    ],
)
def test_sentences_that_activities_follow(sentence: str, announced: bool) -> None:
    assert bool(activities_announced(sentence)) is announced


def test_what_belongs_to_the_web_site() -> None:
    assert is_chrome("Hoppa till innehållet")
    assert is_chrome("Meny")
    assert not is_chrome("Kontakt")
    assert not is_chrome("Menyer i skolan")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Åtgärdslista",
            "Våra åtaganden",
            "Vad vi ska göra",
            "Åtgärdsförslag",
        ),
        *("Hur når vi målen?", "Förslag till åtgärder", "Aktiviteter och tidplan"),
    ],
)
def test_other_headings_of_activities(line: str) -> None:
    assert ACTIVITY_LABEL.fullmatch(line)


@pytest.mark.parametrize(
    "line", ["Vår ambition", "Målformuleringar", "Målnivåer 2025", "Vid periodens slut"]
)
def test_other_headings_of_goals(line: str) -> None:
    assert GOAL_LABEL.fullmatch(line)


@pytest.mark.parametrize(
    "text",
    [
        "Regionen åtar sig att:",
        "Målen ska nås genom att:",
        "Förvaltningen får i uppdrag att:",
        "Konkret innebär det att vi ska:",
        "Vi kommer att arbeta med:",
        "Fler ska resa. Det här ska vi göra under 2025:",
    ],
)
def test_other_sentences_of_activities(text: str) -> None:
    assert activities_announced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi har nått målet när:",
        "När perioden är slut 2025 ska:",
        "Landstinget ska under året:",
        "Regionens ambition är att 2025:",
    ],
)
def test_other_sentences_of_goals(text: str) -> None:
    assert goals_announced(text)
