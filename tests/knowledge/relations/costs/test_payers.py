"""Sums that are of whoever pays them, sets them aside or is given them."""

import pytest

from tests.knowledge.written import understood


def _told(
    text: str, title: str = "Handlingsplan för Region Almvik 2024"
) -> set[tuple[object, ...]]:
    costs = understood(f"# {title}\n\n{text}\n").costs
    return {(cost.subject_text, cost.year, cost.amount) for cost in costs}


@pytest.mark.parametrize("verb", ["betalar", "bidrar med", "står för"])
def test_one_payer_after_the_other(verb: str) -> None:
    text = (
        "Ägare är Region Almvik, Åby kommun och Almviks tekniska högskola.\n\n"
        f"Region Almvik {verb} 3,2 miljoner kronor, Åby kommun 900 000 kronor och högskolan ca"
        " 500 000 kronor."
    )
    assert _told(text) == {
        ("Region Almvik", 2024, 3_200_000),
        ("Åby kommun", 2024, 900_000),
        ("Almviks tekniska högskola", 2024, 500_000),
    }


@pytest.mark.parametrize(
    "whole", ["till åtgärderna", "för programmet", "till strategins genomförande"]
)
def test_who_sets_aside_for_the_whole_of_a_plan(whole: str) -> None:
    text = f"Vi är med i ERRIN.\n\nRegion Almvik avsätter 3 mkr {whole} 2024."
    assert _told(text) == {("Region Almvik", 2024, 3_000_000)}


def test_who_is_given_a_sum_for_something() -> None:
    text = (
        "Almviks kammarkör får 25 000 kronor för en resa till Åbo. Föreningen Sydost beviljas ett"
        " bidrag på 15 000 kronor till en nordisk vecka."
    )
    assert {(name, amount) for name, _, amount in _told(text)} == {
        ("Almviks kammarkör", 25_000),
        ("Föreningen Sydost", 15_000),
    }


def test_part_of_a_sum_is_of_its_year_and_names_behind_are_of_others() -> None:
    text = (
        "Regionen avsätter 3 mkr till arbetet 2023. Av dessa går 400 000 kronor till resor.\n\n"
        "Tolkning i nämnderna kostade landstinget 188 000 kronor 2022, varav merparten avsåg ERRIN."
    )
    found = _told(text, "Internationellt program för Region Almvik")
    assert {("resor", 2023, 400_000), ("Tolkning i nämnderna", 2022, 188_000)} <= found


def test_the_year_of_a_line_that_leads_into_bullets() -> None:
    text = "b) Avgifterna för 2027\n\n– ERRIN: 88 000 kr\n– KIMO: 960 000 kr"
    found = _told(text, "Internationellt program för Region Almvik")
    assert {year for _, year, _ in found} == {2027}
