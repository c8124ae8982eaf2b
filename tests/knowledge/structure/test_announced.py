"""Activities below lines that stand above other things too."""

import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\nPlanen följs upp i årsredovisningen.\n\n"


def _titles(text: str) -> list[str]:
    return [one.title for one in understood(TOP + text).activities]


@pytest.mark.parametrize("heading", ["Satsningar 2025", "Nästa steg", "Så arbetar vi", "Uppdrag"])
def test_lists_of_what_to_do_are_activities(heading: str) -> None:
    text = f"# {heading}\n\n– Ta fram en vägledning\n\n– Bjuda in grannarna"
    assert _titles(text) == ["Ta fram en vägledning", "Bjuda in grannarna"]


@pytest.mark.parametrize(
    "items", ["– Digitala möten\n\n– Alla kommuner", "– Åsa Ek (S)\n\n– Bo Al (M)"]
)
def test_lists_of_other_things_are_none(items: str) -> None:
    assert _titles(f"# Verksamhet\n\n{items}") == []


def test_what_is_counted_below_the_work_of_a_year_are_activities() -> None:
    text = "# Verksamhet 2025\n\n1. Språkkafé\n\n2. Lärarutbyte\n\n# Ekonomi\n\nInom ram."
    assert _titles(text) == ["Språkkafé", "Lärarutbyte"]


def test_chapters_of_a_plan_within_the_plan_are_none() -> None:
    text = "# Handlingsplan 2025\n\n# 1. Syfte\n\nPlanen visar vägen.\n\n# 2. Ekonomi\n\nInom ram."
    assert _titles(text) == []


def test_chapters_below_a_numbered_heading_of_the_year_are_none() -> None:
    text = (
        "# 3. Verksamhet 2025\n\n# 3.1 Nätverk\n\nRegionen är med i två nätverk.\n\n"
        "# 3.2 Projekt\n\nRegionen deltar i två projekt."
    )
    assert _titles(text) == []


def test_the_title_of_a_plan_announces_nothing() -> None:
    text = "# Åtgärdsplan 2025\n\n# 1. Syfte\n\nPlanen visar vägen.\n\n# 2. Bakgrund\n\nLång."
    assert understood(text).activities == ()
