"""Since when each of several is a member, and what says that somebody joined."""

import pytest

from tests.knowledge.relations.memberships.test_pages import told

OFFICE = "Almviks Europakontor"


@pytest.mark.parametrize(
    "behind",
    [
        "och, från den 1 juli 2021, även av Sunda kommun",
        "samt sedan den 1 juli 2021 av Sunda kommun",
        "och, sedan den 1 juli 2021, också Sunda kommun",
    ],
)
def test_the_last_of_a_row_came_later(behind: str) -> None:
    """Small words may stand between its time and its name."""
    assert told(f"{OFFICE} ägs av Region Almvik, Ekby kommun {behind}.") == {
        ("Region Almvik", OFFICE, None, None),
        ("Ekby kommun", OFFICE, None, None),
        ("Sunda kommun", OFFICE, "2021-07-01", None),
    }


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Sunda kommun medl. sedan 1992", "1992"),
        ("Kontoret har vuxit. Sunda kommun kom in den 1 april 2015.", "2015-04-01"),
        ("Tre äger det sedan Sunda kommun gått in den 1 januari 2015.", "2015-01-01"),
        ("Region Sunda startade det 2014. Kontoret växer.", "2014"),
    ],
)
def test_what_says_that_somebody_joined(text: str, since: str) -> None:
    found = told(f"# {OFFICE}\n\n{text}")
    assert {(network, began) for _, network, began, _ in found} == {(OFFICE, since)}
    assert {member for member, *_ in found} < {"Sunda kommun", "Region Sunda"}
