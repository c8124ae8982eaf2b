"""Goals that sentences below a heading about goals decide on."""

import pytest

from tests.knowledge.written import understood

_A, _B = "varje nämnd ska ha diskuterat en EU-fråga", "antalet resor ska vara fler än hundra"


def _goals(text: str, heading: str = "Mål för 2031") -> list[str]:
    plan = f"Plan för Europa\n\n# Bakgrund\n\nAlmvik ligger vid havet.\n\n# {heading}\n\n{text}\n"
    return [goal.text for goal in understood(plan).goals]


@pytest.mark.parametrize(
    "text",
    [
        f"Nämnden har beslutat att {_A} och att {_B}. Det andra är svårt.",
        f"Parterna enades om att {_A} samt att {_B}.",
        f"Kommittén föreslår att {_A}, och att {_B}.",
        f"Rådet satte upp två mål. Det första var att ”{_A}”. Det nåddes. Det andra, att {_B}, "
        "återstår.",
        f"Styrelsen har satt upp två mål. Det första målet är att {_A}; det andra att {_B}.",
        f"Jag föreslår att styrelsen för nästa år beslutar om två mål, nämligen att {_A} och att "
        f"{_B}.",
        f"Planens två mål är att {_A} och att {_B}.",
    ],
)
@pytest.mark.parametrize("heading", ["Mål för 2031", "Måluppfyllelse", "Vad vi lovade"])
def test_clauses_that_are_decided_on_are_goals(text: str, heading: str) -> None:
    assert _goals(text, heading) == [_A, _B]


def test_sentences_behind_one_that_says_that_they_follow() -> None:
    text = (
        "Åsa Ek redogör för läget. Utskottet beslutar att för 2031 ska följande gälla. Staden ska "
        "ha en partner i Polen. Antalet resor ska vara minst tio. Bo Al reserverar sig."
    )
    expected = ["Staden ska ha en partner i Polen.", "Antalet resor ska vara minst tio."]
    assert _goals(text) == expected
    assert _goals(text, "Rapport från resor") == []


@pytest.mark.parametrize("mark", [" samt", " och", ","])
def test_what_somebody_shall_do_is_a_goal_each(mark: str) -> None:
    text = f"Under året ska kontoret ta emot 500 besökare{mark} bevaka två nya områden."
    assert _goals(text) == ["ta emot 500 besökare", "bevaka två nya områden"]


@pytest.mark.parametrize(
    "text", ["Målen följs upp varje år. Det sker i maj.", "Nämnden har beslutat att pröva målen."]
)
def test_what_is_told_of_goals_is_none(text: str) -> None:
    assert _goals(text) in ([], [text])
