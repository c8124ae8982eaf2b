"""Since when those of a row are members, told behind the row."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Region Almvik\n\n# Internationell strategi för Region Almvik 2020\n\n# Eurocities\n\n"
ROW = "Medlemmar är Region Ekland, Ekby kommun och Viks kommun"


def _told(text: str) -> dict[str | None, str | None]:
    """Return since when each is in the network, as a text says."""
    found = understood(TOP + text)
    return {name_of(found, m.member_id): m.since for m in found.memberships}


@pytest.mark.parametrize(
    "rest",
    [
        ". Samtliga anslöt sig 2003.",
        ". Alla tre har varit med sedan 2003.",
        ", samtliga sedan 2003.",
        ", alla med sedan 2003.",
    ],
)
def test_what_is_told_of_all(rest: str) -> None:
    assert _told(ROW + rest) == {
        "Region Ekland": "2003",
        "Ekby kommun": "2003",
        "Viks kommun": "2003",
    }


@pytest.mark.parametrize(
    "rest",
    [
        "Viks kommun kom till 2015, de båda andra har varit med sedan 2008.",
        "Viks kommun gick med 2015, övriga är med sedan 2008.",
        "Viks kommun gick med 2015; de andra två bildade nätverket 2008.",
        "Viks kommun gick med 2015, medan övriga medlemmar har varit med från 2008.",
    ],
)
def test_what_is_told_of_the_others(rest: str) -> None:
    assert _told(f"{ROW}. {rest}") == {
        "Region Ekland": "2008",
        "Ekby kommun": "2008",
        "Viks kommun": "2015",
    }


def test_what_is_told_of_some_by_their_place() -> None:
    found = _told(f"{ROW}, de två första sedan 2009, den tredje sedan 2022.")
    assert found == {"Region Ekland": "2009", "Ekby kommun": "2009", "Viks kommun": "2022"}


def test_without_a_row_nobody_is_counted() -> None:
    assert _told("Samtliga nämnder har varit med sedan 2003.").keys() <= {"Region Almvik"}


@pytest.mark.parametrize("comma", ["", ","])
def test_who_is_named_beside_came_at_once(comma: str) -> None:
    found = _told(f"Region Almvik är medlem sedan 2008{comma} tillsammans med Ekby kommun.")
    assert found == {"Region Almvik": "2008", "Ekby kommun": "2008"}


def test_who_owns_it_too_may_have_come_later() -> None:
    found = _told("Region Almvik är delägare sedan 2008 tillsammans med Ekby kommun.")
    assert found == {"Region Almvik": "2008", "Ekby kommun": None}
