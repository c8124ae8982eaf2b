"""What sentences say that projects are about."""

import pytest

from pipeline.knowledge.relations.projects.descriptions import bared, said_around_name, said_of_it


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (
            " är ett nordiskt samarbetsprojekt som syftar till att rena hamnvatten.",
            "rena hamnvatten",
        ),
        (
            " är ett samarbete om hamnvatten med fem partner.",
            "ett samarbete om hamnvatten med fem partner",
        ),
        (" är ett EU-projekt om renare hamnvatten.", "renare hamnvatten"),
        (" är ett samarbete mellan tre kommuner och två museer.", None),
        (" ska rena hamnvatten i fyra städer.", "rena hamnvatten i fyra städer"),
        (" ska pågå i tre år.", None),
        (", har syftet varit att rena hamnvatten.", "rena hamnvatten"),
        (" är ett samarbetsprojekt mellan fem länder kring Östersjön.", None),
        (" arbetar tre städer tillsammans. ", None),
        (" samverkar fiskare och forskare för att rena hamnvatten.", "rena hamnvatten"),
        (" om renare hamnvatten stöds av Life.", "renare hamnvatten"),
        (", en satsning på renare hamnvatten, pågår.", "renare hamnvatten"),
        (" stöds av Life och gäller renare hamnvatten.", "renare hamnvatten"),
    ],
)
def test_behind_a_name(rest: str, told: str | None) -> None:
    assert said_around_name("Projektet ", rest) == told


def test_an_aim_of_what_is_named() -> None:
    assert said_around_name("Syftet med ", " är att rena hamnvatten.") == "rena hamnvatten"


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektets övergripande mål är att rena hamnvatten.",
        "Syftet är bland annat att rena hamnvatten.",
        "Projektet handlar om att rena hamnvatten.",
        "Det går ut på att rena hamnvatten och finansieras av Life.",
        "Projektet drivs av tre kommuner och ska rena hamnvatten.",
        "Almviks hamn driver ett projekt som ska rena hamnvatten.",
        "I projektet ska vi rena hamnvatten.",
    ],
)
def test_of_the_project_told_before(sentence: str) -> None:
    assert said_of_it(sentence) == "rena hamnvatten"


def test_an_aim_beside_the_main_one_is_no_description() -> None:
    assert said_of_it("Projektet ska också marknadsföra hamnarna.") is None


def test_what_leads_to_a_description_is_left_out() -> None:
    assert bared("verkar för att rena hamnvatten") == "rena hamnvatten"
    assert bared("renare hamnvatten") == "renare hamnvatten"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektets fokus ligger på lugna vikar.", "lugna vikar"),
        ("Syftet har varit att ladda båtar.", "ladda båtar"),
        ("Med syfte att ladda båtar vid kaj.", "ladda båtar vid kaj"),
        ("Projektets huvudmål var under vintern att hålla leden isfri.", "hålla leden isfri"),
        (
            "Projektet syftar till att möta den flytt som pågår i norr.",
            "möta den flytt som pågår i norr",
        ),
        ("Projektet ska ladda båtar, som pågår till 2025.", "ladda båtar"),
    ],
)
def test_other_ways_to_tell_what_a_project_is_for(sentence: str, expected: str) -> None:
    assert said_of_it(sentence) == expected


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (" syftar till att dämpa buller – en fråga för alla kommuner", "dämpa buller"),
        (" syftar till att dämpa buller genom att (1) mäta, (2) ändra", "dämpa buller"),
        (" syftar till att dämpa buller, något som behövs", "dämpa buller"),
        (" ändra på genom att dämpa buller i viken", "dämpa buller i viken"),
        (" ska ansöka om ett projekt som ska dämpa buller", "dämpa buller"),
    ],
)
def test_what_ends_an_aim(rest: str, told: str) -> None:
    assert said_around_name("Projektet ", rest) == told


def test_an_aim_of_the_project_above_all() -> None:
    assert said_of_it("Syftet var, framför allt, att dämpa buller.") == "dämpa buller"
    text = "I detta projekt vill Almvik samverka med byar för att dämpa buller."
    assert said_of_it(text) == "dämpa buller"
    assert said_around_name("Syftet med Leader-projektet ", " var att dämpa buller") == (
        "dämpa buller"
    )
