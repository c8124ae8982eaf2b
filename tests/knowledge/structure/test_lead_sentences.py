"""Sentences that announce goals and activities, and such as do not."""

import pytest

from pipeline.knowledge.structure.lead_sentences import activities_announced, goals_announced


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
