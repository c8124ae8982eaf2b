"""Who is taken in as a member."""

import pytest

from tests.knowledge.relations.memberships.test_pages import told

COUNCIL = "Gränsrådet Tolvmila"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Rådet beslutade att ta upp Ekby kommun som medlem från 2014.", "2014"),
        ("Årsmötet den 4 maj 2013 valde in Ekby kommun som ny medlem från och med 2014.", "2014"),
        ("Under 2013 välkomnade rådet Ekby kommun som ägare.", None),
        ("Som ny medlem upptogs Ekby kommun den 1 juni 2013.", "2013-06-01"),
    ],
)
def test_who_is_taken_in(text: str, since: str | None) -> None:
    """Since the time behind the name, and not that of the decision."""
    assert told(f"# {COUNCIL}\n\n{text}") == {("Ekby kommun", COUNCIL, since, None)}


def test_a_federation_is_taken_in() -> None:
    """What looks like a network is the member where it is taken in."""
    text = f"# {COUNCIL}\n\nRådet tog upp Landskapsförbundet Sydvik som medlem från 2014."
    assert told(text) == {("Landskapsförbundet Sydvik", COUNCIL, "2014", None)}


def test_who_is_not_taken_in() -> None:
    text = f"# {COUNCIL}\n\nRådet föreslog att ta upp Ekby kommun som medlem."
    assert told(text) == set()
