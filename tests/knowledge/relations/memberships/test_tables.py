"""Memberships in tables: who is a member beside the network, since and until when."""

import pytest

from tests.knowledge.relations.memberships.test_pages import ours, told
from tests.knowledge.written import name_of, understood


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


@pytest.mark.parametrize("caption", ["Tabell 4. Ägare i Almviks EU-kontor", "Almviks EU-kontor"])
def test_the_caption_names_the_network_of_a_table_of_members(caption: str) -> None:
    text = (
        f"# Region Almvik\n\n{caption}\n\n| Ägare | Inträde | Utträder |\n"
        "| Region Almvik | 1 januari 2013 | – |\n| Region Ekbygden | 2014 | 31 december 2019 |\n"
        "| Älvarnas kommunalförbund | 2016 | – |"
    )
    assert told(text) == {
        ("Region Almvik", "Almviks EU-kontor", "2013-01-01", None),
        ("Region Ekbygden", "Almviks EU-kontor", "2014", "2019-12-31"),
        ("Älvarnas kommunalförbund", "Almviks EU-kontor", "2016", None),
    }


@pytest.mark.parametrize("header", ["Regionen med sedan", "Med sedan", "Vi är med sedan"])
def test_whose_years_they_are_may_stand_in_the_header(header: str) -> None:
    text = f"| Samarbete | {header} | Utfall |\n| KIMO | 2004 | 13 |\n| ERRIN | 2011 | 52 |"
    assert ours(text) == {("KIMO", "2004", None), ("ERRIN", "2011", None)}


def test_the_day_tells_more_than_its_year() -> None:
    text = (
        "# Region Almvik\n\nRegionen är medlem i ERRIN sedan 2013.\n\n"
        "| Nätverk | Inträde |\n| KIMO | 2004 |\n| ERRIN | 1 maj 2013 |"
    )
    assert ("Region Almvik", "ERRIN", "2013-05-01", None) in told(text)


@pytest.mark.parametrize(
    "lead",
    [
        "# V. Medlemskap, avgifter 2026",
        "# Medlemskap och avgifter",
        "V. Medlemskap, avgifter 2026",
        "# Nätverk och medlemsavgifter",
        "Regionen inträdde i sammanslutningarna vid följande tidpunkter:",
        "Regionen anslöt sig till nätverken vid följande tidpunkter:",
    ],
)
def test_lists_of_memberships_with_years_and_fees(lead: str) -> None:
    text = f"{lead}\n\n– KIMO: sedan 2004, 2 050 000 kr\n– ERRIN, sedan 2011: 11 000 euro för 2026"
    assert ours(text) == {("KIMO", "2004", None), ("ERRIN", "2011", None)}


def test_a_column_of_members_without_their_times() -> None:
    text = (
        "# Region Almvik\n\n| Nätverk | Medlem |\n| KIMO | Ekby kommun |\n| ERRIN | Region Almvik |"
    )
    assert {row[:2] for row in told(text)} == {("Ekby kommun", "KIMO"), ("Region Almvik", "ERRIN")}


@pytest.mark.parametrize(
    "header", ["När de kom med", "När man gick in", "Vilket år de blev medlem"]
)
def test_a_header_may_ask_when_members_came(header: str) -> None:
    text = (
        "# Sundets hamnråd\n\n# Medlemmarna i Sundets hamnråd 2012\n\n"
        f"| Vilka | {header} | Insats 2011 (kr) |\n"
        "| Ekby kommun | 2007 | 90 000 |\n| Almviks kommun | 2009 | 35 000 |"
    )
    found = understood(text)
    told = {(name_of(found, m.member_id), m.since) for m in found.memberships}
    assert told == {("Ekby kommun", "2007"), ("Almviks kommun", "2009")}
