"""Since when each of several is a member, and what says that somebody joined."""

import pytest

from tests.knowledge.relations.memberships.test_pages import ours, told

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


@pytest.mark.parametrize(
    "text",
    [
        "Medlemskapet i ERRIN tecknades 2004 och i KIMO 2010.",
        "År 2004 blev regionen medlem i ERRIN, och 2010 i KIMO.",
        "Till ERRIN anslöt sig regionen 2004, till KIMO 2010.",
        "# Våra nätverk\n\n• ERRIN. Medlem sedan 2004.\n• KIMO. Med från 2010.",
    ],
)
def test_each_of_two_networks_has_its_own_time(text: str) -> None:
    assert ours(text) == {("ERRIN", "2004", None), ("KIMO", "2010", None)}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Regionen räknas sedan 1997 till medlemmarna i ERRIN.", "1997", None),
        ("Regionen valdes in i ERRIN 1997.", "1997", None),
        ("Regionens medlemskap i ERRIN går tillbaka till 1997.", "1997", None),
        ("Regionen är stödmedlem i ERRIN sedan 1997.", "1997", None),
        ("Regionen upphörde att vara medlem i ERRIN den 31 maj 2020.", None, "2020-05-31"),
        ("ERRIN valde vi att lämna 2019.", None, "2019"),
        ("Regionen drog sig ur ERRIN 2019.", None, "2019"),
        ("Medlemskapet i ERRIN förlängdes inte efter 2019.", None, "2019"),
    ],
)
def test_other_words_of_joining_and_leaving(
    text: str, since: str | None, until: str | None
) -> None:
    assert ours(text) == {("ERRIN", since, until)}


@pytest.mark.parametrize(
    "text",
    [
        "Delägare i Almviks Europakontor är utöver regionen Ekby kommun och Dalby universitet.",
        "Utöver regionen är Ekby kommun och Dalby universitet delägare i Almviks Europakontor.",
        "Förutom regionen ingår Ekby kommun och Dalby universitet i Almviks Europakontor.",
        "Almviks Europakontor har ägts av regionen, Ekby kommun och Dalby universitet.",
        "Bakom Almviks Europakontor står regionen, Ekby kommun och Dalby universitet.",
        "Almviks Europakontor drivs som bolag. Aktierna ägs av regionen, Ekby kommun och Dalby"
        " universitet.",
        "Almviks Europakontor finansieras gemensamt av regionen, Ekby kommun och Dalby"
        " universitet.",
    ],
)
def test_the_region_and_its_partners(text: str) -> None:
    assert told(f"# Handlingsplan för Region Almvik\n\n{text}") == {
        (name, OFFICE, None, None) for name in ("Region Almvik", "Ekby kommun", "Dalby universitet")
    }
