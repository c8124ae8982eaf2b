"""Founders of networks, and since when each of a row of members is in them."""

import pytest

from tests.knowledge.written import name_of, understood

_THREE = ("Kalmar län", "Halland", "Skåne")


def members(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return member, network and beginning of the memberships of a plan."""
    knowledge = understood(f"# Handlingsplan för Region Almvik 2024\n\n{text}")
    return {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    }


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("De två förstnämnda bildade nätverket 1994.", {"Kalmar län": "1994", "Halland": "1994"}),
        ("Samtliga tre startade samarbetet 1994.", dict.fromkeys(_THREE, "1994")),
        ("De två senare anslöt sig 2010.", {"Halland": "2010", "Skåne": "2010"}),
    ],
)
def test_some_of_those_named_before(text: str, since: dict[str, str]) -> None:
    found = members(f"Medlemmar i ERRIN är Region Kalmar, Region Halland och Region Skåne. {text}")
    assert found == {(f"Region {name}", "ERRIN", since.get(name)) for name in _THREE}


@pytest.mark.parametrize(
    "text",
    [
        "Regionen är en av initiativtagarna till ERRIN. Nätverket bildades i Visby 2001.",
        "Region Almvik var en av de regioner som startade ERRIN 2001.",
        "Region Almvik tog över medlemskapet i ERRIN från landstinget 2001.",
        "I ERRIN gick regionen in 2001.",
        "ERRIN bildades 1999. Regionen övertog 2001 det medlemskap som andra haft från starten.",
        "Sedan 2001 ingår även regionen i ERRIN.",
        "Efter beslut i fullmäktige den 14 juni 2000 är regionen medlem i ERRIN från 2001.",
        "Den 7 maj 2024 möts ERRIN, ett nätverk som Region Almvik gick med i 2001.",
        "ERRIN är ett nätverk dit Region Almvik anslöt sig 2001.",
        "Regionen var 2001 med och bildade ERRIN.",
        "Från 2001 ingår regionen i ERRIN.",
        "Regionen deltar från och med 2001 i ERRIN.",
        "Regionen har observatörsstatus i ERRIN sedan 2001.",
        "Kommissionens organ gav råd, och Region Almvik är medlem i ERRIN sedan 2001.",
    ],
)
def test_since_when_however_it_is_told(text: str) -> None:
    assert members(text) == {("Region Almvik", "ERRIN", "2001")}


def test_towns_found_a_network() -> None:
    found = members("ERRIN bildades 2001 av de finländska städerna Borgå och Ekenäs.")
    assert found == {("Borgå", "ERRIN", "2001"), ("Ekenäs", "ERRIN", "2001")}


@pytest.mark.parametrize(
    "text",
    [
        "Skåne, Halland och Kungälv bildade 2001 ERRIN.",
        "ERRIN bildades 2001 av Skåne, Halland och Kungälv.",
        "ERRIN öppnades 2001 av Skåne, Halland och Kungälv.",
        "Den andra organisationen är ERRIN, som inrättades 2001 av Skåne, Halland och Kungälv.",
        "ERRIN har upprättats 2001 av Skåne, Halland och Kungälv.",
    ],
)
def test_founders_before_or_behind_the_verb(text: str) -> None:
    named = ("Region Skåne", "Region Halland", "Kungälvs kommun")
    assert members(text) == {(name, "ERRIN", "2001") for name in named}


def test_a_row_has_one_time_wherever_the_issuer_stands_in_it() -> None:
    found = members("Såväl regionen som Region Skåne är sedan 2001 medlem i ERRIN.")
    assert found == {("Region Almvik", "ERRIN", "2001"), ("Region Skåne", "ERRIN", "2001")}
    found = members("# ERRIN\n\nRegion Halland och Region Skåne är medlem sedan 2001-05-01.")
    assert found == {(name, "ERRIN", "2001-05-01") for name in ("Region Halland", "Region Skåne")}


@pytest.mark.parametrize(
    ("text", "halland", "skane"),
    [
        (
            "Ägare är sedan dess Region Halland och, från och med 2019, Region Skåne.",
            "2001",
            "2019",
        ),
        ("Medlemmar är sedan starten Region Halland och Region Skåne (från 2019).", "2001", "2019"),
        ("I ERRIN ingår Region Halland och Region Skåne sedan 2010.", "2010", "2010"),
        ("Till ERRIN hör Region Halland och Region Skåne sedan starten 2010.", "2010", "2010"),
        ("Övriga ägare är Region Halland och Region Skåne.", None, None),
        ("De andra ägarna av ERRIN är Region Halland och Region Skåne.", None, None),
        ("ERRIN har två medlemmar till: Region Halland och Region Skåne.", None, None),
        ("ERRIN har två ägare till, nämligen Region Halland och Region Skåne.", None, None),
        ("I ERRIN var även Region Halland och Region Skåne medlemmar i år.", None, None),
        ("I dag är Region Halland och Region Skåne huvudmän i ERRIN.", None, None),
        ("Medlemmar är sedan 2010 Region Halland och Region Skåne.", "2010", "2010"),
        ("Parter i ERRIN är Region Halland och Region Skåne.", None, None),
        ("Det har 120 medlemmar. Bland dem finns Region Halland och Region Skåne.", None, None),
        ("Av dess medlemmar deltar bland andra Region Halland och Region Skåne.", None, None),
    ],
)
def test_each_of_a_row_since_its_own_time(
    text: str, halland: str | None, skane: str | None
) -> None:
    assert members(f"ERRIN startade 2001. {text}") == {
        ("Region Halland", "ERRIN", halland),
        ("Region Skåne", "ERRIN", skane),
    }


def test_the_issuer_stands_in_a_row_of_founders() -> None:
    found = members("ERRIN bildades den 14 mars 2008 av regionen, Region Skåne och Ekby kommun.")
    named = ("Region Almvik", "Region Skåne", "Ekby kommun")
    assert found == {(name, "ERRIN", "2008-03-14") for name in named}


@pytest.mark.parametrize("noun", ["Mötet", "Projektet", "Konferensen"])
def test_what_is_no_network_has_no_founders(noun: str) -> None:
    text = f"# ERRIN\n\n{noun} öppnades den 3 maj 2008 av Region Skåne och Ekby kommun."
    assert members(text) == set()
