"""Lines and sentences that announce goals and activities, and such as do not."""

import pytest

from pipeline.knowledge.structure.wording import (
    ACTIVITY_LABEL,
    GOAL_LABEL,
    NUMBERED_GOAL,
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
        *("Det här ska kommunen göra", "Vad förbundet ska göra", "Vägen till målen"),
        *("Aktiviteter, ansvar och tid", "Åtgärder – 2031", "Insatser per område", "Göromål"),
    ],
)
def test_other_headings_of_activities(line: str) -> None:
    assert ACTIVITY_LABEL.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Vår ambition", "Målformuleringar", "Målnivåer 2025", "Vid periodens slut"),
        *("Mål (2031)", "Mål – 2031", "Mål inför 2031", "Mål att följa upp", "De mål vi satte"),
        *("Vad regionen vill uppnå", "Det här ska Almvik ha uppnått 2031"),
    ],
)
def test_other_headings_of_goals(line: str) -> None:
    assert GOAL_LABEL.fullmatch(line)
