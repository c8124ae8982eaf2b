"""Projects that sentences introduce: explained between commas, or counted up."""

import pytest

from tests.knowledge.written import told_projects

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "är regionens största projekt och finansieras av Interreg Aurora",
        "finansieras av Interreg Aurora och samordnas av Region Almvik",
        "söks inom Interreg Aurora tillsammans med Lappi",
        "har fått 90 000 euro från Interreg Aurora",
    ],
)
@pytest.mark.parametrize("name", ["Kallbad 365", "Badkuster 2.0", "Mat & Minnen"])
def test_explained_between_commas(name: str, told: str) -> None:
    expected = [(name, "trygga badplatser", "Interreg Aurora")]
    assert (
        told_projects(TOP + f"Arbetet går vidare. {name}, trygga badplatser, {told}.") == expected
    )


def test_whom_nobody_pays_for_as_a_project() -> None:
    assert (
        told_projects(TOP + "Havskontoret, regionernas gemensamma kontor, finansieras av avgifter.")
        == []
    )


@pytest.mark.parametrize(
    "counted",
    [
        "Det ena, Varmvatten, handlar om spillvärme och betalas av LIFE. Det andra, Andra våningen,"
        " gäller bostäder ovanpå butiker.",
        "Det första heter Varmvatten och handlar om spillvärme. Det stöds av LIFE. Det andra är "
        "Andra våningen, som handlar om bostäder ovanpå butiker.",
    ],
)
def test_counted_up(counted: str) -> None:
    projects = {
        name: told for name, told, _ in told_projects(TOP + f"Vi leder två projekt. {counted}")
    }
    assert projects == {"Varmvatten": "spillvärme", "Andra våningen": "bostäder ovanpå butiker"}


@pytest.mark.parametrize(
    "row",
    [
        "Grunden är lagd i projekten Havsro och Isfri hamn, finansierade av Interreg Aurora.",
        "Genom projekten Havsro samt Isfri hamn, som finansieras av Interreg Aurora, möts fler.",
    ],
)
def test_in_a_row_behind_their_kind(row: str) -> None:
    told = [("Havsro", None, "Interreg Aurora"), ("Isfri hamn", None, "Interreg Aurora")]
    assert told_projects(TOP + row) == told


def test_in_a_row_before_their_kind() -> None:
    text = (
        'Havsro samt "Isfri hamn" är projekt som stöder målen.\n\n# Havsro\n\nHavsro bygger på ett'
        " avtal.\n\nProjektets mål är att minska bullret i viken."
    )
    assert ("Havsro", "minska bullret i viken", None) in told_projects(TOP + text)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "Regionen är även partner i Stilla vikar, som får stöd av Interreg Aurora.",
            "Stilla vikar",
        ),
        ("Kommunen deltar i Havsro, som finansieras av Interreg Aurora.", "Havsro"),
    ],
)
def test_whoever_takes_part_and_who_pays_tell_a_project(told: str, name: str) -> None:
    assert told_projects(TOP + told) == [(name, None, "Interreg Aurora")]


def test_what_is_told_in_connection_with_a_meeting_is_still_a_project() -> None:
    text = "I anslutning till mötet besöktes projektet Havsro, om lugna vikar, som stöds av LIFE."
    assert told_projects(TOP + text) == [("Havsro", "lugna vikar", "LIFE")]
