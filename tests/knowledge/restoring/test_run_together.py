"""Headings and lists that run together in transcripts: a line holds a page."""

import pytest

from tests.knowledge.written import understood

_PLAN = """Internationell strategi för Almviks kommun

Transkript

"""


def _told(page: str) -> tuple[list[str], list[str]]:
    """Return the goals and the activities of a transcript of two pages."""
    found = understood(f"{_PLAN}{page}\n2 Bilaga Här står inget mer.")
    return [goal.text for goal in found.goals], [one.title for one in found.activities]


def test_labels_are_told_by_the_capital_behind_them() -> None:
    goals, activities = _told(
        "1 Strategi Inledning Kommunen har arbetat så sedan 1995. Övergripande mål Fler elever "
        "reser till ett annat land. Kommunen deltar i tre projekt om året. Så når vi målen Utse "
        "en ansvarig i varje förvaltning Ordna en Europadag på torget Uppföljning Planen följs upp."
    )
    assert goals == [
        "Fler elever reser till ett annat land.",
        "Kommunen deltar i tre projekt om året.",
    ]
    assert activities == ["Utse en ansvarig i varje förvaltning", "Ordna en Europadag på torget"]


def test_clauses_without_stops_are_goals_each() -> None:
    goals, _ = _told(
        "1 Policyn gäller alla. Mål enligt policyn Invånarna har god kunskap om Europa Företagen "
        "har kunder i fler länder Organisation Kommunstyrelsen ansvarar för policyn."
    )
    assert goals == [
        "Invånarna har god kunskap om Europa",
        "Företagen har kunder i fler länder",
    ]


def test_numbered_chapters_and_what_ends_a_list() -> None:
    goals, activities = _told(
        "1 3 1. Bakgrund Föreningen bildades 1989. 2. Mål Att fler söker arbete på andra sidan. "
        "Att gränshindren blir färre. 3. Aktiviteter Hålla två seminarier Starta en mässa i Almvik "
        "Avgiften är 2 kronor. 4. Ekonomi Intäkterna uppgår till 900 000 kr."
    )
    assert goals == [
        "Att fler söker arbete på andra sidan.",
        "Att gränshindren blir färre.",
    ]
    assert activities == ["Hålla två seminarier", "Starta en mässa i Almvik"]


@pytest.mark.parametrize("matter", ["§ 4 Verksamhetsplan", "ÄRENDE NR 4/2016 Verksamhetsplan"])
def test_matters_of_minutes_are_headings(matter: str) -> None:
    page = (
        f"1 {matter} Kommittén prioriterar följande aktiviteter under 2016: 1. Ordna ett möte om "
        "järnvägen 2. Bjuda in ministrar till Almby Budgeten är 400 000 kr."
    )
    found = understood(f"{_PLAN}{page}\n2 Bilaga")
    assert [one.title for one in found.activities] == [
        "Ordna ett möte om järnvägen",
        "Bjuda in ministrar till Almby",
    ]
    assert matter.removeprefix("§ 4 ") in {section.heading for section in found.sections}


def test_names_in_running_text_are_no_headings() -> None:
    text = (
        "Vid mötet i Interreg Nord diskuterades mål för Region Almvik och hur arbetet ska gå "
        "vidare inom Nätverk Norr. Våra insatser för Almvik har gett resultat, säger Cia Dal, "
        "som har ansvar för Organisation Nord. "
    )
    found = understood(f"{_PLAN}1 {text * 2}\n2 Bilaga Mer.")
    headings = {section.heading for section in found.sections}
    assert not headings & {"Nätverk", "Organisation", "Våra insatser för"}
    assert not found.goals
