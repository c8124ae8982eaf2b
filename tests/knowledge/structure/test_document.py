"""What a document is as a whole: title, kind, years and date."""

from datetime import date

import pytest

from pipeline.knowledge.structure.document import Profile, make_profile
from pipeline.knowledge.structure.headings import mark_headings
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.model.source import MediaType

LONG = "Kommunen arbetar med dessa frågor tillsammans med sina grannar och med föreningarna här."


def _profile(*texts: str, furniture: tuple[str, ...] = ()) -> Profile:
    blocks = [Block(BlockKind.TEXT, place * 1000, text) for place, text in enumerate(texts)]
    return make_profile(mark_headings(blocks), MediaType.TEXT, furniture)


def test_a_line_of_the_web_site_is_no_title() -> None:
    assert _profile("Hoppa till innehåll", "Mål för hamnen", LONG).title == "Mål för hamnen"


def test_the_kind_alone_gives_way_to_the_full_title() -> None:
    title = _profile("Handlingsplan", "Handlingsplan för öppna stränder", LONG).title
    assert title == "Handlingsplan för öppna stränder"


def test_a_part_of_the_plan_is_no_title() -> None:
    texts = ("Övergripande mål", LONG, "Strategiområde 1 – hav", LONG)
    assert _profile(*texts).title == "Övergripande mål"


def test_a_first_line_of_no_known_kind() -> None:
    assert _profile("Folkhälsomål", "Våra mål", LONG).title == "Folkhälsomål"
    assert _profile("Almviks kommun", "Kust", LONG).title != "Almviks kommun"


@pytest.mark.parametrize("line", ["Almviks kommun", "KUSTENS REGIONFÖRBUND", "3 oktober 2026"])
def test_a_letterhead_is_no_title(line: str) -> None:
    assert _profile(line, "Resa till Riga", LONG).title == "Resa till Riga"


def test_a_title_may_end_with_the_sender() -> None:
    assert _profile("Folkhälsa i Almviks kommun", LONG).title == "Folkhälsa i Almviks kommun"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kulturplan för Almvik", "strategy"),
        ("Årsplan 2027", "action_plan"),
        ("Tjänsteskrivelse: ny internationell strategi", "other"),
        ("Stadgar för Strandrådet", "other"),
        ("Strategiområden", "other"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert _profile(title, LONG).document_type == kind


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Antaget av kommunstyrelsen den 12 november 2012, § 258.", date(2012, 11, 12)),
        ("- beslutades i fullmäktige § 97 2019-06-24", date(2019, 6, 24)),
        ("Sidan granskades den 10 juli 2018", date(2018, 7, 10)),
    ],
)
def test_the_date_it_bears(line: str, day: date) -> None:
    assert _profile("Policy för hamnar", line, LONG).document_date == day


def test_a_decision_goes_before_a_change_of_the_page() -> None:
    found = _profile("Plan", "Uppdaterad 2020-01-02", LONG, "Antagen av KF 2018-05-06.")
    assert found.document_date == date(2018, 5, 6)


def test_a_footer_tells_the_date() -> None:
    footer = "Antagen av kommunfullmäktige 2015-02-23, § 31"
    assert _profile("Energiplan", LONG, furniture=(footer,)).document_date == date(2015, 2, 23)


def test_the_years_that_it_says_it_holds_for() -> None:
    found = _profile("Miljöprogram", "Programmet gäller från 2019 till 2022 och är nytt.", LONG)
    assert (found.year_from, found.year_to) == (2019, 2022)


def test_the_trail_of_links_ends_in_the_title() -> None:
    found = _profile("Till innehållet", "Meny Sök", "Start / Hav / Hamnar", "Hamnar", LONG)
    assert (found.title, found.document_type) == ("Hamnar", "web_page")


def test_who_decided_is_no_part_of_the_title() -> None:
    found = _profile("Handlingsplan för havet 2026 Antagen av nämnden 2025-11-20", LONG)
    assert found.title == "Handlingsplan för havet 2026"
    assert (found.year_from, found.document_date) == (2026, date(2025, 11, 20))


def test_years_stand_last_on_a_line_below_the_title() -> None:
    assert _profile("HANDLINGSPLAN", "Rådet i Almvik 2025", LONG).year_from == 2025


def test_years_stand_below_a_title_that_is_below_a_letterhead() -> None:
    head = ("LÄNSSTYRELSEN", "Granlands län Meddelande nr 7", "ÖSTERSJÖPROGRAM FÖR GRANLAND")
    found = _profile(*head, "2001–2003", LONG)
    assert (found.year_from, found.year_to) == (2001, 2003)


def test_the_year_that_a_report_was_handed_in_is_not_that_it_is_for() -> None:
    title = "VERKSAMHETSBERÄTTELSE FÖR ÅR 1999 avgiven till kommunstyrelsen den 22 februari 2000"
    found = _profile(title, LONG)
    assert (found.year_from, found.year_to) == (1999, 1999)
