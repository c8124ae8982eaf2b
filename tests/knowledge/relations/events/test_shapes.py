"""Days and places as web pages, calendars and minutes set them."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Region Almvik 2027\n\nRegionen arbetar med vänner i många länder.\n\n"


def told(text: str) -> list[tuple[str, str | None]]:
    """Return the first day and the place of each event."""
    found = understood(TOP + text)
    return [(str(event.start_date), name_of(found, event.place_id)) for event in found.events]


@pytest.mark.parametrize("label", ["Möten 2005", "Mötesdagar våren 2005:"])
def test_the_line_above_a_list_of_days_tells_their_year(label: str) -> None:
    assert told(
        f"Beredningen träffas ofta.\n\n{label}\n10 februari, Tallnäs\n21 april, Bryssel"
    ) == [
        ("2005-02-10", "Tallnäs"),
        ("2005-04-21", "Bryssel"),
    ]


def test_places_with_their_days_in_lines_are_meetings() -> None:
    text = "# Styrelsens möten\n\nVisby 12 februari\nKarlskrona 14–15 maj\nGdansk 10 september"
    assert [place for _, place in told(text)] == ["Visby", "Karlskrona", "Gdansk"]


def test_a_day_of_the_week_begins_a_line_of_a_list() -> None:
    text = "# Möten\n\nTider:\ntisdag 12 februari kl 10–15, Visby\ntorsdag 14 maj kl 9–12, digitalt"
    assert told(text) == [("2027-02-12", "Visby"), ("2027-05-14", None)]


@pytest.mark.parametrize(
    ("below", "place"),
    [
        ("Plats: Stadsbiblioteket, Visby", "Visby"),
        ("Plats: skolorna i Tallnäs och Visby", "Tallnäs"),
        ("Tid: kl. 17–19\n\nPlats: skolorna i Karlskrona och Visby", "Karlskrona"),
        ("Plats: meddelas senare", None),
        ("Ordföranden inviger på torget i Visby. Gäster kommer från Riga.", "Visby"),
        ("Ordföranden talar. Gäster kommer från Riga.", None),
    ],
)
def test_lines_below_an_entry_of_a_calendar_tell_its_place(below: str, place: str | None) -> None:
    assert told(f"# Kalender\n\n9 maj Öppet hus om havet\n\n{below}") == [("2027-05-09", place)]


def test_a_meeting_that_is_named_again_has_its_place_there() -> None:
    text = "Rapport från styrelsens möte 28–30 maj\n\nVid mötet i Tallnäs talade Åsa Ek (S)."
    assert told(text) == [("2027-05-28", "Tallnäs")]
    text = (
        "Den 3 maj träffades styrelsen för årets första möte. Vid mötet i Riga valdes Åsa Ek (S)."
    )
    assert told(text) == [("2027-05-03", "Riga")]


@pytest.mark.parametrize(
    "visit", ["Besök från vänorten Riga 12 maj", "Delegation från Riga 12 maj på besök"]
)
def test_where_visitors_come_from_is_not_where_they_are(visit: str) -> None:
    assert told(f"# Genomfört\n\n- {visit}\n- Studiebesök i Riga 25 maj") == [
        ("2027-05-12", None),
        ("2027-05-25", "Riga"),
    ]


def test_a_meeting_with_a_place_at_which_something_was_decided_is_an_event() -> None:
    assert told(
        "Planen fastställdes inte.\n\nStadgar, antagna vid årsmötet i Visby den 12 mars 2014"
    ) == [("2014-03-12", "Visby")]


def test_a_day_that_something_ends_by_is_no_entry_of_a_list() -> None:
    days = "3 maj – festen hålls i Visby\n20 april – sista dag för anmälan\n15 maj – resa till Riga"
    assert told(f"# Viktiga datum\n\n{days}") == [("2027-05-03", "Visby"), ("2027-05-15", "Riga")]


def test_the_title_above_the_day_of_a_report_names_its_place() -> None:
    assert told("Rapport från möte i Riga\n\nTid: 3–5 maj 2014\n\nDeltagare: Åsa Ek (S)") == [
        ("2014-05-03", "Riga")
    ]


def _told(text: str) -> list[tuple[str, str | None]]:
    """Return the first day of each event, with its place."""
    found = understood(text)
    return [(str(one.start_date), name_of(found, one.place_id)) for one in found.events]


_MINUTES = """Protokoll
Kommittén för Nordsund
Sammanträdet den 4 maj 2017
§ 3-7
Kommunhuset, Almby
Närvarande
Åsa Ek, ordförande

§ 4
Kommande sammanträden
Den 7 september och 9 november, båda i Bosund.
§ 5
Konferens i Tartu den 12 juni 2017
Kommittén sänder två ledamöter.
§ 6
Nästa möte
Arbetsutskottet sammanträder den 20 augusti 2017.
"""


def test_minutes_whose_numbers_stand_alone_tell_each_meeting_in_its_matter() -> None:
    assert sorted(_told(_MINUTES)) == [
        ("2017-05-04", "Almby"),
        ("2017-06-12", "Tartu"),
        ("2017-08-20", None),
        ("2017-09-07", "Bosund"),
        ("2017-11-09", "Bosund"),
    ]


def test_lines_below_a_heading_of_meetings_are_entries() -> None:
    text = "Nordsundskommittén\n\nMöten 2018\nStyrelsen 14 februari, Almby\n"
    assert _told(text) == [("2018-02-14", "Almby")]
    assert not _told("Nordsundskommittén\n\nPapper\nStyrelsen 14 februari, Almby\n")


def test_a_paper_in_the_files_is_no_meeting() -> None:
    assert not _told("Ärenden\n\nBeslut\n- Ledningskontoret 2010-05-05\n")


def test_the_town_behind_a_house_is_the_place() -> None:
    text = "Nordforum 2018\n6–7 september 2018, Kongresshallen, Vätterstad\n"
    assert _told(text) == [("2018-09-06", "Vätterstad")]


def test_places_may_stand_before_what_happens_in_a_calendar() -> None:
    rows = (
        "| 12 mars 2020 | Almby | Möte med styrgruppen |\n| 2 april 2020 | Gdynia | Konferens |\n"
    )
    assert _told(f"Kalender\n\n{rows}") == [("2020-03-12", "Almby"), ("2020-04-02", "Gdynia")]


def test_what_is_planned_in_a_table_may_tell_where_and_when() -> None:
    rows = "| Insats | Ansvar |\n| Delta i forum i Almby den 4 maj 2020 | Åsa Ek |\n"
    assert _told(f"Plan 2020\n\n{rows}| Ge ut brev | Bo Al |\n") == [("2020-05-04", "Almby")]


def test_days_and_what_happened_may_stand_in_lines_by_turns() -> None:
    text = "Berättelse 2019\n\nAktiviteter\nDen 20 februari\nÅrsmöte i Almby\nDen 24-27 maj\n"
    assert _told(f"{text}Resa till Kiel\n") == [("2019-02-20", "Almby"), ("2019-05-24", "Kiel")]
