"""Units of tables that a paragraph above them tells."""

import pytest

from tests.knowledge.written import understood

TABLE = "\n\n| Organisation | Avgift 2019 |\n| Euroregion Baltic | 240 |\n| Energy Cities | 35 |"


@pytest.mark.parametrize(
    ("told", "thousands"),
    [
        ("Beloppen avser 2019 och är angivna i tusental kronor.", 1000),
        ("Här redovisas regionens medlemskap. Alla belopp anges i tkr.", 1000),
        ("Avgifterna redovisas i kronor.", 1),
    ],
)
def test_a_paragraph_tells_the_unit(told: str, thousands: int) -> None:
    found = understood(f"# Plan 2019\n\n{told}{TABLE}")
    assert [cost.amount for cost in found.costs] == [240 * thousands, 35 * thousands]
