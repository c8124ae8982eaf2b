"""Members that only a row of members tells of."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Region Almvik\n\n# Internationell strategi för Region Almvik 2020\n\n"
OFFICE = "# Almviks EU-kontor\n\n"


def _members(text: str) -> set[tuple[str | None, str | None]]:
    """Return who is in the office, and since when."""
    found = understood(TOP + OFFICE + text)
    return {(name_of(found, m.member_id), m.since) for m in found.memberships}


@pytest.mark.parametrize(
    "name",
    [
        "Göta lärosäte",
        "Norra universitetet",
        "Mälaruniversitetet",
        "Kustkommunernas förbund",
        "Handelskammaren i Ekhamn",
        "Ekby turistförening",
        "Almviks kommuner",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Kontoret drivs av Region Ekland, Ekby kommun och {}.",
        "Kontoret är gemensamt för Region Ekland, Ekby kommun och {}.",
        "Medlemmar i kontoret är Region Ekland, {} och Ekby kommun.",
        "I kontoret är Region Ekland, {} och Ekby kommun medlemmar under året.",
    ],
)
def test_a_row_of_members_tells_what_its_names_are(sentence: str, name: str) -> None:
    assert (name, None) in _members(sentence.format(name))


def test_who_stands_first_is_a_member_and_no_network() -> None:
    found = _members("Medlemmar i kontoret är Göta lärosäte, Region Ekland och Ekby kommun.")
    assert ("Göta lärosäte", None) in found


def test_one_that_is_known_is_enough() -> None:
    found = _members("Kontoret drivs av Region Ekland, Norra universitetet och Göta lärosäte.")
    expected = {"Region Ekland", "Norra universitetet", "Göta lärosäte"}
    assert {member for member, _ in found} == expected


def test_a_short_name_is_of_whom_the_text_names_in_full() -> None:
    found = _members("Kontoret drivs av Ekby, Viks kommun och Region Ekland. Ekby kommun betalar.")
    assert "Ekby" not in {member for member, _ in found}


def test_a_row_ends_where_it_holds_no_name() -> None:
    found = _members("Kontoret drivs av Region Ekland, betalas av staten och Norra universitetet.")
    assert "Norra universitetet" not in {member for member, _ in found}


def test_what_a_member_is_may_stand_before_its_name() -> None:
    found = _members("Ägare är Region Ekland, Ekby kommun och föreningen Företagarna Ekby.")
    assert ("Företagarna Ekby", None) in found


def test_whose_an_office_is_now_did_not_begin_when_it_opened() -> None:
    row = "Region Ekland och Ekby kommun"
    found = _members(f"Kontoret öppnade den 1 maj 2006 och är en gemensam verksamhet för {row}.")
    assert found == {("Region Ekland", None), ("Ekby kommun", None)}
