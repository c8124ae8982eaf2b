import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Åsa Ek arbetar 30 procent med planen och Bo Al 20 procent.",
            [("Åsa Ek", 30.0), ("Bo Al", 20.0)],
        ),
        ("Strategen Åsa Ek lägger halva sin arbetstid på planen.", [("Åsa Ek", 50.0)]),
        ("Nätverket Havsringen tar 20 procent av en heltid i anspråk.", [("Havsringen", 20.0)]),
    ],
)
def test_whose_working_time_a_share_is(text: str, told: list[tuple[str, float]]) -> None:
    costs = understood(TOP + text).costs
    assert [(cost.subject_text, cost.fte_percent) for cost in costs] == told
