"""What happens on which day: lists of days, programmes, calendars, and days of other things."""

from pipeline.model.rows import EventRow
from tests.knowledge.written import name_of, understood

TOP = "# Plan för Region Almvik 2027\n\n"


def _events(text: str) -> list[EventRow]:
    return list(understood(TOP + text).events)


def _days(text: str) -> list[str]:
    return [str(event.start_date) for event in _events(text)]


def test_days_in_a_list_below_what_they_are_of() -> None:
    found = _events("# Nämndens möten 2026\n\n12 mars, 7–8 maj och 3 december\n")
    assert [(str(e.start_date), str(e.end_date), e.title) for e in found] == [
        ("2026-03-12", "2026-03-12", "Nämndens möten 2026"),
        ("2026-05-07", "2026-05-08", "Nämndens möten 2026"),
        ("2026-12-03", "2026-12-03", "Nämndens möten 2026"),
    ]


def test_a_year_among_the_days_is_that_of_those_behind_it() -> None:
    text = "Styrelsen möts dessa dagar:\n\n2026\n13 juni\n22 augusti\n\n2027\n30 januari\n"
    assert _days(text) == ["2026-06-13", "2026-08-22", "2027-01-30"]


def test_the_days_of_a_programme() -> None:
    text = (
        "# Europaveckan 2026\n\nTisdag 5 maj\n\n08.00–09.30 Frukost om fonderna.\n\n"
        "Onsdag 6 maj\n\nÖppet hus i biblioteket.\n"
    )
    assert [(str(e.start_date), e.title) for e in _events(text)] == [
        ("2026-05-05", "Frukost om fonderna"),
        ("2026-05-06", "Öppet hus i biblioteket"),
    ]


def test_days_of_decisions_and_deadlines_are_no_events() -> None:
    assert _days("Stadgarna är antagna vid årsmötet 2012-03-27.\n") == []
    assert _days("Handlingar till mötet skickas senast torsdagen den 2 maj 2026.\n") == []
    assert _days("# Protokoll\n\n2026-01-28, 2026-03-31\n") == []


def test_the_place_at_the_end_of_a_calendars_cell() -> None:
    found = understood(
        TOP + "| Nr | Aktivitet | När |\n| 1 | Studieresa till Riga | 16–18 april |\n"
        "| 2 | Ungdomsdag, Östhamn | 7 mars |\n"
    )
    assert [name_of(found, event.place_id) for event in found.events] == ["Riga", "Östhamn"]


def test_the_place_of_the_title_above() -> None:
    found = understood(TOP + "# Skogsforum i Bryssel\n\nForumet hålls den 7 november 2026.\n")
    assert [name_of(found, event.place_id) for event in found.events] == ["Bryssel"]


def test_the_head_of_minutes_tells_one_meeting() -> None:
    found = understood(
        "# Protokoll från styrelsens möte\n\nDatum: 21 februari 2026\n\nPlats: Rådhuset, Visby\n"
    )
    assert [(str(e.start_date), name_of(found, e.place_id)) for e in found.events] == [
        ("2026-02-21", "Visby")
    ]


def test_the_day_at_the_top_of_a_page_is_when_it_was_published() -> None:
    text = "Torsdagen den 3 oktober 2026\n\n# Resa till Riga\n\nDen 25–27 september reste vi.\n"
    found = understood(text).events
    assert [str(event.start_date) for event in found] == ["2026-09-25"]


def test_a_line_of_place_and_days_is_a_meeting_and_one_day_a_letterhead() -> None:
    assert _days("Visby, 18–22 maj, 2026\n\nRegionen var värd för mötet.\n") == ["2026-05-18"]
    assert _days("Visby, 18 maj 2026\n\nHälsningar från regionens kansli.\n") == []


def test_a_dated_item_is_one_event() -> None:
    found = understood(
        TOP
        + "- 12–13 maj 2026 (Gdynia): årsmöte i nätverket\n- 2026-09-03, Tallnäs: styrelsemöte\n"
    )
    assert [(str(e.start_date), name_of(found, e.place_id)) for e in found.events] == [
        ("2026-05-12", "Gdynia"),
        ("2026-09-03", "Tallnäs"),
    ]


def test_a_paragraph_tells_more_of_the_day_above_it() -> None:
    found = understood(
        TOP + "6–8 maj 2026: Hav för alla\n\nMötet hålls den 6–8 maj 2026 i Visby för alla län.\n"
    )
    assert [(e.title, name_of(found, e.place_id)) for e in found.events] == [
        ("Hav för alla", "Visby")
    ]


def test_a_day_takes_no_year_that_only_later_sentences_name() -> None:
    text = (
        "Daterad 2024-11-20\n\nPå styrelsens möte 14 november valdes en ny ordförande. "
        "1 januari 2025 tar hon över.\n"
    )
    found = understood("# Ny ordförande i styrelsen\n\n" + text)
    assert [str(event.start_date) for event in found.events] == ["2024-11-14"]


def test_when_minutes_are_approved_is_no_meeting() -> None:
    assert _days("Justeringen äger rum på Kansliet torsdagen den 4 maj 2026.\n") == []
    assert (
        _days("att justeringen skall hållas i stadshuset i Östhamn 2026-05-04, kl 16.00.\n") == []
    )
    assert _days("Nämnden möts inte. Deadline för mötets motioner är den 3 mars 2026.\n") == []


def test_the_head_of_minutes_tells_where_without_a_colon() -> None:
    found = understood(
        "Nämnden 2026-12-02\n\nPlats och tid Sparbanken, Bygatan 2, Östhamn, kl 18.00\n\n"
        "Beslutande enligt lista\n\nSammanträdesdatum 2026-12-02\n"
    )
    assert {name_of(found, event.place_id) for event in found.events} == {"Östhamn"}


def test_days_with_a_dot_and_the_municipality_that_is_visited() -> None:
    found = understood(
        TOP + "Styrelsens möten:\n\n- 12. mars 2026, Sandvik kommun\n"
        "- 11.–12. juni 2026, årsmöte, Visby. Årsmötet 11/6 2026, seminarium 12/6 2026.\n"
        "- Möte i Granskär kommun 28/11 2026\n"
    )
    assert [
        (str(e.start_date), str(e.end_date), name_of(found, e.place_id)) for e in found.events
    ] == [
        ("2026-03-12", "2026-03-12", "Sandvik"),
        ("2026-06-11", "2026-06-12", "Visby"),
        ("2026-11-28", "2026-11-28", "Granskär"),
    ]


def test_what_is_held_is_no_place() -> None:
    found = understood(TOP + "14–15 mars 2026 på Havsforum i Östhamn träffades 80 deltagare.\n")
    assert [name_of(found, event.place_id) for event in found.events] == ["Östhamn"]


def test_news_take_the_year_of_their_own_date() -> None:
    text = (
        "Publicerad 2025-10-20\n\nRegionen har nu en plan som många i länet har väntat på.\n\n"
        "För åren 2027–2030:\n\n- fler resor\n\nPå styrelsens möte 14 oktober antogs den.\n"
    )
    found = understood("# Pressmeddelande om Europa\n\n" + text)
    assert [str(event.start_date) for event in found.events] == ["2025-10-14"]


REPORT = "# Verksamhetsberättelse 2023\n\n"


def _told(text: str) -> list[tuple[str, str | None]]:
    """Return when and where things happen in a report of 2023; days of several as `a/b`."""
    found = understood(REPORT + text)
    return [
        (
            str(e.start_date) + (f"/{e.end_date}" if e.end_date != e.start_date else ""),
            name_of(found, e.place_id),
        )
        for e in found.events
    ]


def test_days_that_caption_lines_below_a_heading_of_what_is_to_come() -> None:
    lines = "12 maj 2023\n\nNätverket i Östhamn firas.\n\n3–5 juni\n\nKonferens om Havsro, Havsnäs."
    assert _told(f"# På gång\n\n{lines}\n") == [
        ("2023-05-12", "Östhamn"),
        ("2023-06-03/2023-06-05", "Havsnäs"),
    ]
    assert _told(f"# Nyheter\n\n{lines}\n") == []


def test_each_meeting_where_it_was_held() -> None:
    text = "Styrgruppen har sammanträtt den 9 maj i Bryssel, den 1 juni i Visby och "
    held = [("2023-05-09", "Bryssel"), ("2023-06-01", "Visby"), ("2023-11-23", None)]
    assert _told(text + "den 23 november på distans.\n") == held
    assert _told(text + "digitalt den 23 november.\n") == held


def test_a_year_that_others_are_of_is_not_that_of_a_meeting() -> None:
    for other in ("Vi svarade om politiken efter 2027.", "Mål till 2030 finns."):
        assert _told(f"{other} Den 14 maj ordnades ett möte i Visby.\n") == [
            ("2023-05-14", "Visby")
        ]


def test_who_is_host_tells_where() -> None:
    assert _told("Den 17 maj stod Byhamn värd för en uppstart.\n") == [("2023-05-17", "Byhamn")]
    assert _told("Byhamn var värd för årsmötet den 17 maj.\n") == [("2023-05-17", "Byhamn")]


def test_a_founding_is_an_event_where_its_place_is_told() -> None:
    assert _told("Föreningen bildades i Visby den 5 maj 2021.\n") == [("2021-05-05", "Visby")]
    assert _told("Föreningen bildades den 5 maj 2021.\n") == []
    assert _told("Kommunen undertecknade Borgmästaravtalet den 5 maj 2009.\n") == []


def test_the_days_of_what_a_calendar_has_a_month_for() -> None:
    table = "| När | Aktivitet |\n| augusti 2023 | Vänortsstämma i Visby |\n"
    assert _told(table + "\nVänortsstämman i Visby pågår den 18–20 augusti 2023.\n") == [
        ("2023-08-18/2023-08-20", "Visby")
    ]
    assert _told("Sista ansökningsdag är den 19 september 2023.\n") == []


def test_each_of_several_days_has_the_place_told_with_it() -> None:
    told = _told("Rådet möts i Visby den 5 maj, i Byhamn den 7 juni och i Åsby den 9 juli.\n")
    assert told == [("2023-05-05", "Visby"), ("2023-06-07", "Byhamn"), ("2023-07-09", "Åsby")]


def test_the_period_of_a_project_is_no_event() -> None:
    assert _told("- Kustljus. Interreg Nord, 1 november 2023 – 31 oktober 2024.\n") == []


def test_a_calendar_with_days_in_figures_below_its_year() -> None:
    text = (
        "16/2 Träff med byarna.\n\n# Kalendarium 2026\n\n28/1. Styrelsen sammanträder kl. 13.\n\n"
        "1/4. Sista dag att ansöka om medel.\n\n17–19/10 Nationell träff i Kalmar.\n\n"
        "3/12 Öppet hus\n"
    )
    assert [(str(e.start_date), str(e.end_date)) for e in _events(text)] == [
        ("2026-01-28", "2026-01-28"),
        ("2026-10-17", "2026-10-19"),
        ("2026-12-03", "2026-12-03"),
    ]


def test_fractions_below_a_year_are_no_calendar() -> None:
    assert _days("# Utfall 2026\n\n1/3 av målen är nådda.\n\n2/3 av medlen är använda.\n") == []


def test_a_year_above_a_list_of_days_is_theirs() -> None:
    text = "2029\n\n23 mars – Havets dag i Stockholm\n\n15 april – Seminarium i Malmö"
    assert _days(text) == ["2029-03-23", "2029-04-15"]


def test_a_country_is_a_place_where_it_follows_the_day() -> None:
    knowledge = understood(TOP + "Beslutsmöte hålls 28–30 september 2027 i Litauen.")
    (event,) = knowledge.events
    assert name_of(knowledge, event.place_id) == "Litauen"


def test_the_place_may_stand_behind_the_day_in_a_calendar() -> None:
    knowledge = understood(
        TOP + "| Aktivitet | Tid och plats | Ansvarig |\n| Språkcafé | 24 april, Sundvik | Ek |\n"
        "| Hamnkväll | 18 september, Havsby | Al |"
    )
    assert [name_of(knowledge, e.place_id) for e in knowledge.events] == ["Sundvik", "Havsby"]


def test_what_a_calendar_and_a_sentence_tell_is_one_event() -> None:
    told = "Konferensen om havet äger rum den 18–19 november 2027, om vädret tillåter.\n\n"
    calendar = "# Kalender 2027\n\n- 18–19 november: konferens om havet, Bologna\n"
    knowledge = understood(TOP + told + calendar)
    (event,) = knowledge.events
    assert (str(event.end_date), name_of(knowledge, event.place_id)) == ("2027-11-19", "Bologna")
    assert _days(told + calendar.replace("konferens om havet", "studieresa")) == ["2027-11-18"] * 2
    assert _days(told.replace("2027,", "2027 i Lund,") + calendar) == ["2027-11-18"] * 2


def _places(text: str) -> list[str | None]:
    knowledge = understood(TOP + text)
    return [name_of(knowledge, event.place_id) for event in knowledge.events]


def test_the_title_above_names_the_place() -> None:
    text = "Planerade aktiviteter\n1. Läger i vänorten Granvik\n\nLägret hålls den 8–10 april 2027."
    assert _places(text) == ["Granvik"]


def test_a_place_right_behind_its_day_is_of_it() -> None:
    text = "- 18 maj 2027, Visby: årsmöte\n- 21 maj 2027, Ytterö: årsmöte i hamnen\n"
    assert _places(text) == ["Visby", "Ytterö"]


def test_where_guests_come_from_is_not_where_they_meet() -> None:
    assert _places("En delegation från Lviv besökte sjukhuset den 3–7 juni 2027.") == [None]


def _placed(text: str) -> list[tuple[str, str | None]]:
    knowledge = understood(TOP + text)
    return [(str(e.start_date), name_of(knowledge, e.place_id)) for e in knowledge.events]


def test_a_label_of_time_and_place_tells_both() -> None:
    text = "# 1.1 Grundkurs\n\nTid och plats: Almköping, 11–12 februari 2027\n\nAnsvarig: Bo Al\n"
    assert _placed(text) == [("2027-02-11", "Almköping")]


def test_who_answers_for_an_activity_is_no_place() -> None:
    text = (
        "| Aktivitet | Ansvarig | Tid\n| Delta vid årsmötet i Graz | Ledamöterna | 28–29 maj\n"
        "| Ordna en studieresa | Kontoret | 3–4 juni\n"
    )
    assert _placed(text) == [("2027-05-28", "Graz"), ("2027-06-03", None)]


def test_a_place_and_its_days_alone_are_a_meeting() -> None:
    text = "Dialogmöten:\n- Almköping 8 februari 2027\n- Mossby, 15 februari, frågestund\n"
    assert _placed(text) == [("2027-02-08", "Almköping"), ("2027-02-15", "Mossby")]


def test_a_calendar_without_a_head_may_tell_days_of_the_week() -> None:
    text = (
        "| tisdag den 7 maj | Årsmöte | Visby\n| 4 juni | Träff | Visby\n"
        "| 3 december | Styrelsemöte | Mo i Rana\n"
    )
    days = [("2027-05-07", "Visby"), ("2027-06-04", "Visby"), ("2027-12-03", "Mo i Rana")]
    assert _placed(text) == days


def test_a_place_before_the_day_tells_of_what_is_planned_there() -> None:
    assert _placed("Rollspelet ges i Almköping 17–18 november 2027.") == [
        ("2027-11-17", "Almköping")
    ]
