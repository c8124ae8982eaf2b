"""Strategies and plans that a text refers to, by their kind and their years."""

import pytest

from tests.knowledge.written import name_of, understood


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Den ersätter den tidigare Strategi för jämställda hamnar 2014–2016.",
            "Strategi för jämställda hamnar 2014–2016",
        ),
        (
            "Programmet följer Energi- och klimatplan 2015–2018.",
            "Energi- och klimatplan 2015–2018",
        ),
        ("Förra året antogs Kulturplan för Almvik 2026.", "Kulturplan för Almvik 2026"),
    ],
)
def test_a_name_of_a_plan_begins_after_the_verb(sentence: str, name: str) -> None:
    found = understood(sentence)
    plans = {entity.entity_id for entity in found.entities if entity.entity_type == "plan"}
    assert [name_of(found, key) for key in plans] == [name]


def test_the_plan_and_its_year_are_no_name() -> None:
    found = understood("Policyn 2019 gäller fortfarande i alla nämnder.")
    assert [entity.name for entity in found.entities if entity.entity_type == "plan"] == []
