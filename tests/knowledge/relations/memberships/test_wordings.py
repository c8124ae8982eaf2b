"""Memberships in wordings that ordinary plans have for the same thing."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Region Almvik\n\n# Internationell strategi för Region Almvik 2020\n\n"
Row = tuple[str, str | None, str | None]


def _told(text: str, network: str = "Eurocities") -> list[Row]:
    """Return who is in a network, since and until when, as a text says."""
    found = understood(TOP + text)
    rows = [
        (name_of(found, m.member_id) or "", m.since, m.until)
        for m in found.memberships
        if name_of(found, m.network_id) == network
    ]
    return sorted(rows)


@pytest.mark.parametrize("joined", ["in", "inträde", "ansluten", "gick med", "med sedan"])
def test_a_bracket_tells_since_when(joined: str) -> None:
    text = f"# Medlemskap\n\nVi är med i AER ({joined} 2000) och Eurocities ({joined} 2008)."
    assert _told(text) == [("Region Almvik", "2008", None)]


def test_brackets_alone_tell_of_members() -> None:
    text = "# Organ\n\nI övrigt är läget detsamma: AER (in 2000) och Eurocities (in 2008)."
    assert _told(text) == [("Region Almvik", "2008", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Region Almvik är sedan 2017 en av tjugo regioner i Eurocities.",
        "Eurocities är ett nätverk. Hit hör vi sedan 2017.",
        "Eurocities är ett nätverk. Regionen skrev under stadgan 2017.",
        "Vi var med när Eurocities skapades 2017.",
        "Eurocities är ett nätverk. Från 2017 är vi inne.",
    ],
)
def test_joining_is_told_in_many_ways(sentence: str) -> None:
    assert _told(f"# Medlemskap\n\n{sentence}") == [("Region Almvik", "2017", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionen upphörde den 30 juni 2010 att vara medlem i Eurocities.",
        "Regionen sade upp sin anslutning till Eurocities den 30 juni 2010.",
        "Den 30 juni 2010 avslutades deltagandet i Eurocities.",
        "Den 30 juni 2010 avbröts, på styrelsens begäran, engagemanget i Eurocities.",
        "Den 30 juni 2010 sa vi hej då till Eurocities.",
    ],
)
def test_leaving_is_told_in_many_ways(sentence: str) -> None:
    assert _told(f"# Medlemskap\n\n{sentence}") == [("Region Almvik", None, "2010-06-30")]


def test_the_same_year_is_that_of_the_sentence_before() -> None:
    text = (
        "# Medlemskap\n\nRegionen lämnade NEEBOR 2017. "
        "Samma år avbröts deltagandet i Eurocities, som inleddes 2009."
    )
    assert _told(text) == [("Region Almvik", "2009", "2017")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Almvik har ingått sedan 2013, Ekby kommun sedan 2016.",
        "Nätverket bildades 2010. Region Almvik tillkom först 2013, Ekby kommun tre år därefter.",
        "Nätverket bildades 2010. Region Almvik anslöt sig 2013, Ekby kommun 2016.",
        "Nätverket bildades 2010 av städer i Norden. Almvik gick med 2013, Ekby kommun 2016.",
    ],
)
def test_each_of_several_has_its_own_time(sentence: str) -> None:
    assert _told(f"# Eurocities\n\n{sentence}") == [
        ("Ekby kommun", "2016", None),
        ("Region Almvik", "2013", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionen är en av ägarna till Ostlandens Europakontor, vid sidan av Ekby kommun.",
        "Sedan starten tillhör regionen, i likhet med Ekby kommun, Ostlandens Europakontor.",
        "Ostlandens Europakontor har två huvudmän. Det är Region Almvik och Ekby kommun.",
    ],
)
def test_several_are_told_at_once(sentence: str) -> None:
    told = _told(f"# Kontor\n\n{sentence}", "Ostlandens Europakontor")
    assert [member for member, _, _ in told] == ["Ekby kommun", "Region Almvik"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Almvik, Ekby kommun och Region Dalby bildade nätverket 2010.",
        "Almvik, Ekby kommun och Region Dalby bildade det i Skagen 2010.",
        "Denna samverkan mellan Almvik, Ekby kommun och Region Dalby inleddes 2010.",
        "Samarbetet mellan regionen, Ekby kommun och Region Dalby startade 2010.",
    ],
)
def test_who_began_something_is_in_it_since_then(sentence: str) -> None:
    told = _told(f"# Eurocities\n\n{sentence}")
    assert told == [(m, "2010", None) for m in ("Ekby kommun", "Region Almvik", "Region Dalby")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionen äger 20 procent, Ekby kommun resten.",
        "Regionen äger hälften, Ekby kommun den andra hälften.",
        "Kontoret är ett bolag. Regionen äger 20 % och Ekby kommun 80 %.",
    ],
)
def test_shares_tell_of_owners(sentence: str) -> None:
    told = _told(f"# Ostlandens Europakontor\n\n{sentence}", "Ostlandens Europakontor")
    assert [member for member, _, _ in told] == ["Ekby kommun", "Region Almvik"]
