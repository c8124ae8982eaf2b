"""Who came to a network later, and who stays where another has left."""

import pytest

from tests.knowledge.relations.memberships.test_founders import members

_FIRST = ("Region Halland", "ERRIN", "2001")


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Året därpå anslöt sig Ekby kommun.", "2002"),
        ("Två år senare gick även Ekby kommun med.", "2003"),
        ("Samma år inträdde Ekby kommun.", "2001"),
        ("Under året tillkom Ekby kommun som delägare.", "2024"),
        ("Den 1 maj 2010 slöt sig Ekby kommun till.", "2010-05-01"),
        ("Ekby kommun kom till så sent som den 1 januari 2018.", "2018-01-01"),
        ("Ekby kommun tillkom först 2018.", "2018"),
        ("Ekby kommun har kommit med under 2018.", "2018"),
    ],
)
def test_since_when_a_latecomer_is_a_member(text: str, since: str) -> None:
    found = members(f"ERRIN startades 2001 av Region Halland. {text}")
    assert found == {_FIRST, ("Ekby kommun", "ERRIN", since)}


def test_a_town_stands_for_its_municipality() -> None:
    found = members("I ERRIN ingår Dalby kommun och Ekby kommun. Ekby kom med först 2018.")
    assert found == {("Dalby kommun", "ERRIN", None), ("Ekby kommun", "ERRIN", "2018")}


@pytest.mark.parametrize(
    "text",
    [
        "Regionen lämnade ERRIN 2012. Ekby kommun är kvar.",
        "Regionen lämnade ERRIN 2012. Däremot har vi kontakt, men Ekby kommun stannar kvar.",
        "Regionen lämnade ERRIN 2012. Ekby kommun står alltjämt kvar i nätverket.",
    ],
)
def test_who_stays_is_a_member(text: str) -> None:
    assert ("Ekby kommun", "ERRIN", None) in members(text)


def test_a_network_that_came_to_be_makes_nobody_a_member() -> None:
    assert members("Nätverket ERRIN tillkom 1996. Det kom till på ett möte i Visby 1995.") == set()
