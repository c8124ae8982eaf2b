"""Memberships in tables: who is a member beside the network, since and until when."""

import pytest

from tests.knowledge.relations.memberships.test_pages import ours, told


def test_members_beside_since_and_until_when() -> None:
    text = (
        "# Region Almvik\n\n| Organisation | Medlem | Sedan | Till | Avgift |\n"
        "| KIMO | Ekby kommun | 2019 | - | 27 500 |\n| ERRIN | Region Almvik | 1995 | 2020 | - |"
    )
    assert told(text) == {
        ("Ekby kommun", "KIMO", "2019", None),
        ("Region Almvik", "ERRIN", "1995", "2020"),
    }


def test_when_somebody_left_has_a_column() -> None:
    text = "| Nätverk | Inträde | Utträde |\n| KIMO | 2004 | 2016 |\n| ERRIN | 2011 | - |"
    assert ours(text) == {("KIMO", "2004", "2016"), ("ERRIN", "2011", None)}


def test_times_of_seats_are_of_no_membership() -> None:
    """`Fr.o.m.` beside persons is since when they have their seats."""
    text = (
        "| Organ | Namn | Parti | Uppdrag | Fr.o.m. |\n| KIMO | Åsa Ek | S | Ledamot | 2023 |\n"
        "| ERRIN | Bo Al | C | Ersättare | 2023 |"
    )
    assert ours(text) == set()


def test_years_under_no_header() -> None:
    """`2004–2012` is a time of membership; a year alone may be of anything."""
    text = "# Tidigare medlemskap\n\n| KIMO | 2004–2012 |\n| ERRIN | 2023 |"
    assert ours(text) == {("KIMO", "2004", "2012"), ("ERRIN", None, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Organisation Avgift Medlem sedan\n\nERRIN 10 250 EUR 1997\n\nEnergy Cities 900 EUR 2011",
        "Medlem Avgift 2017 Ansvarig\n\nOrganisation sedan SEK förvaltning\n\n"
        "ERRIN 1997 62 000 Kansliet\n\nEnergy Cities 2011 - Kultur och fritid",
    ],
)
def test_years_in_rows_whose_columns_ran_together(text: str) -> None:
    assert ours(text) == {("ERRIN", "1997", None), ("Energy Cities", "2011", None)}


def test_years_behind_networks_below_other_words_are_of_something_else() -> None:
    text = "Organisation Avgift Bidrag sedan\n\nERRIN 1997 62 000 Kansliet"
    assert ours(text) == set()
