"""Activities under headings of their own, and tables of costs that hold none."""

import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def test_headings_below_activities_are_activities() -> None:
    text = (
        "1. Bakgrund\n\nPlanen visar vad som ska göras och vem som ansvarar för det.\n\n"
        "2. Aktiviteter 2024\n\n"
        "2.1 EU-dag för kommunerna\n\nEn heldag för alla kommuner i länet.\n\n"
        "2.2 Skogsforum i Bryssel\n\nNätverket håller sitt forum här.\n\n"
        "3. Budget\n\nPlanen ryms inom nämndens ram."
    )
    found = understood(TOP + text)
    assert [(one.number, one.title) for one in found.activities] == [
        ("2.1", "EU-dag för kommunerna"),
        ("2.2", "Skogsforum i Bryssel"),
    ]


def test_the_first_sentence_of_a_named_activity_is_its_title() -> None:
    text = "Aktiviteter\n\nAktivitet 1: Rådgivning. En gång i månaden erbjuds öppen rådgivning.\n"
    (one,) = understood(TOP + text).activities
    assert (one.number, one.title) == ("1", "Rådgivning")


def test_activities_are_below_their_own_heading() -> None:
    text = (
        "Mål 2024\n\n• Alla kommuner känner till fonderna.\n\n"
        "Aktiviteter\n\n| Nr | Aktivitet | När |\n| 1 | Öppet hus | mars |\n| 2 | Kurs | maj |\n"
    )
    found = understood(TOP + text)
    headings = {section.section_id: section.heading for section in found.sections}
    assert [(headings[a.section_id or ""], a.title) for a in found.activities] == [
        ("Aktiviteter", "Öppet hus"),
        ("Aktiviteter", "Kurs"),
    ]


def test_a_sentence_announces_activities_where_no_heading_does() -> None:
    text = "# Samarbete\n\nFör att nå målen ska vi:\n\n• bjuda in grannarna\n• resa till Riga"
    found = understood(TOP + text)
    assert [one.title for one in found.activities] == ["bjuda in grannarna", "resa till Riga"]


def test_numbered_headings_below_a_line_are_activities_of_its_part() -> None:
    text = (
        "1. Klimat\n\nDet här vill vi ha nått till jul:\n\n- Alla resor sker med tåg.\n\n"
        "Det här gör vi 2024:\n\n1.1 Tågpott\n\nEn pott inrättas för längre resor.\n\n"
        "1.2 Nätverksdag\n\nDagen hålls i oktober för alla kommuner.\n\n"
        "2. Kultur\n\nDet här gör vi 2024:\n\n2.1 Gästspel\n\nTeatern spelar i Riga i maj."
    )
    found = understood(TOP + text)
    numbers = {section.section_id: section.number for section in found.sections}
    assert [(numbers[a.section_id or ""], a.number, a.title) for a in found.activities] == [
        ("1", "1.1", "Tågpott"),
        ("1", "1.2", "Nätverksdag"),
        ("2", "2.1", "Gästspel"),
    ]
    assert [(numbers[g.section_id or ""], g.text) for g in found.goals] == [
        ("1", "Alla resor sker med tåg.")
    ]


def test_headings_below_a_line_that_comes_again_are_activities() -> None:
    text = (
        "KLIMAT\n\nSå gör vi\n\nTågpott för resor\n\nEn gemensam pott inrättas för resor.\n\n"
        "KULTUR\n\nSå gör vi\n\nGästspel i grannlandet\n\nTeatern spelar i Riga hela maj.\n\n"
    )
    found = understood("Verksamhetsplan för Almvik 2024\n\n" + text)
    headings = {section.section_id: section.heading for section in found.sections}
    assert [(headings[a.section_id or ""], a.title) for a in found.activities] == [
        ("KLIMAT", "Tågpott för resor"),
        ("KULTUR", "Gästspel i grannlandet"),
    ]


def test_headings_below_one_list_of_measures_alone_are_chapters() -> None:
    text = "Insatser\n\nTågpott\n\nEn pott finns sedan förra året.\n\nRiga\n\nStaden är vänort."
    assert not understood(TOP + text).activities


def test_labelled_lines_tell_activities() -> None:
    text = (
        "Strategiskt område 1: Unga\n\nAktivitet: Praktik i Hamburg\n\nAnsvarig: Skolkontoret\n\n"
        "Tid: maj\n\nStrategiskt område 2: Hav\n\nAktivitet: Hamndag\n\nAnsvarig: Hamnkontoret\n\n"
    )
    found = understood("Handlingsplan för Almvik 2024\n\n" + text)
    headings = {section.section_id: section.heading for section in found.sections}
    assert [(headings[a.section_id or ""], a.title) for a in found.activities] == [
        ("Strategiskt område 1: Unga", "Praktik i Hamburg"),
        ("Strategiskt område 2: Hav", "Hamndag"),
    ]


def test_titles_of_boxes_with_who_and_when_are_activities() -> None:
    text = (
        "Aktiviteter 2024\n\nUtbyte med Haapsalu\n\nSyfte: stärka språken\n\nAnsvarig: skolorna\n\n"
        "Tidplan: april 2024\n\nNordisk ledardag\n\nSyfte: lära av andra\n\nAnsvarig: fritid\n\n"
        "Tidplan: oktober 2024\n\n"
    )
    found = understood("Handlingsplan för Almvik 2024\n\n" + text)
    assert [a.title for a in found.activities] == ["Utbyte med Haapsalu", "Nordisk ledardag"]


def test_a_sentence_with_kommer_att_announces_activities() -> None:
    text = "# Verksamhet\n\nKontoret kommer under året att genomföra följande:\n\n• två resor\n\n"
    assert [a.title for a in understood(TOP + text).activities] == ["två resor"]


def test_lists_below_other_headings_and_lines_are_none() -> None:
    text = (
        "# Planerade aktiviteter\n\n• Resa till Narva\n\n"
        "# Förslag till beslut\n\n1. Planen godkänns.\n\n2. Beslutet skickas ut.\n\n"
        "# Insatser för unga\n\nKommunen ger stöd till föreningar.\n\n"
        "Så söker du:\n\n1. Logga in.\n\n2. Skicka in blanketten.\n"
    )
    assert [a.title for a in understood(TOP + text).activities] == ["Resa till Narva"]


def test_lines_above_headings_that_come_again_are_parts() -> None:
    text = (
        "Transporter\n\nLäget i dag\n\nBilarna står för det mesta av utsläppen i kommunen.\n\n"
        "Så gör vi\n\n- Bygger ut laddplatser.\n\n- Tar fram en cykelplan.\n\n"
        "Byggnader\n\nLäget i dag\n\nEnergianvändningen har minskat sedan 2015.\n\n"
        "Så gör vi\n\n- Utbildar personal.\n\n"
    )
    found = understood("Klimatprogram för Almvik 2023–2030\n\n" + text)
    headings = {section.section_id: section.heading for section in found.sections}
    assert [(headings[a.section_id or ""], a.title) for a in found.activities] == [
        ("Transporter", "Bygger ut laddplatser."),
        ("Transporter", "Tar fram en cykelplan."),
        ("Byggnader", "Utbildar personal."),
    ]


def test_what_somebody_says_below_a_heading_is_no_activity() -> None:
    text = "# Insatser för unga\n\nVi ger stöd.\n\n– Det är viktigt, säger Eva.\n\nStödet ökar.\n"
    assert not understood(TOP + text).activities


def test_a_name_told_before_each_activity_is_its_title() -> None:
    text = (
        "Insatser kommande år\n"
        "1. Ljusfest. Vi tänder alla fyrar en kväll i november.\n"
        "2. Bokbuss. En buss med böcker på fem språk.\n"
    )
    found = understood(TOP + text).activities
    assert [(one.number, one.title) for one in found] == [("1", "Ljusfest"), ("2", "Bokbuss")]


def test_a_row_of_one_cell_heads_part_of_a_table_that_begins_with_one() -> None:
    table = (
        "# Genomförda insatser\n\n"
        "| Insats | Effekt |\n"
        "| Område A. Lärande |\n"
        "| Studieresa till Skottland | Nytt arbetssätt |\n"
        "| Område B. Påverkan |\n"
        "| Gemensamt yttrande | Citerat i betänkandet |\n"
    )
    knowledge = understood(table)
    headings = {section.section_id: section.heading for section in knowledge.sections}
    assert [(headings[a.section_id or ""], a.title) for a in knowledge.activities] == [
        ("Område A. Lärande", "Studieresa till Skottland"),
        ("Område B. Påverkan", "Gemensamt yttrande"),
    ]


def test_columns_that_tell_what_is_to_be_done_and_by_whom() -> None:
    rows = "| 1 | Öppet hus | Åsa Ek |\n| 2 | Kurs | Bo Al |\n"
    for header in ("Vad | Vem", "Åtgärder för att nå målet | Klart", "Planerad åtgärd | Ansvar"):
        found = understood(TOP + f"# Kusten\n\n| Nr | {header} |\n{rows}").activities
        assert [(one.number, one.title) for one in found] == [("1", "Öppet hus"), ("2", "Kurs")]
    assert understood(TOP + f"# Kusten\n\n| Nr | Vad | När |\n{rows}").activities == ()


@pytest.mark.parametrize("called", ["Nyckelaktivitet 1:", "Åtgärd nr 1 –", "Uppdrag 1."])
def test_what_calls_itself_an_activity(called: str) -> None:
    (one,) = understood(TOP + f"# Kusten\n\n{called} Öppet hus\n").activities
    assert (one.number, one.title) == ("1", "Öppet hus")


_CHAPTERS = (
    "# 1 Hälsa\n\n# Mål 2024\n\n– Vården ska nå fler unga i länet\n\n# 1.1 Nordisk studieresa\n\n"
    "Ansvarig: Åsa Ek\n\n# 1.2 {}\n\n# 1.2.1 Kurs i språk\n\n# 2 Kultur\n\n# Mål 2024\n\n"
    "– Kulturen ska nå alla i länet\n\n# 2.1 Dansdagar\n\n# 2.2 Körfestival\n"
)


def test_numbered_parts_of_chapters_that_open_with_goals_are_activities() -> None:
    found = understood(TOP + _CHAPTERS.format("Kurser för personal"))
    number = {one.activity_id: one.number for one in found.activities}
    heading = {one.section_id: one.heading for one in found.sections}
    told = [
        (a.number, heading[a.section_id or ""], number.get(a.parent_activity_id or ""))
        for a in found.activities
    ]
    assert told == [
        *(("1.1", "Hälsa", None), ("1.2", "Hälsa", None), ("1.2.1", "Hälsa", "1.2")),
        *(("2.1", "Kultur", None), ("2.2", "Kultur", None)),
    ]
    assert len(found.goals) == 2


def test_parts_of_a_report_below_goals_are_no_activities() -> None:
    assert not understood(TOP + _CHAPTERS.format("Nuläge")).activities


@pytest.mark.parametrize(
    ("line", "number"),
    [("Aktivitet A1: Läger", "A1"), ("Insats B.2 – Läger", "B.2"), ("Åtgärd C: Läger", "C")],
)
def test_a_letter_numbers_a_named_activity(line: str, number: str) -> None:
    text = f"Mål: Alla öar har färja även vintertid.\n{line}\nTid: hösten 2024\n"
    (one,) = understood(TOP + text).activities
    assert (one.number, one.title, one.text) == (number, "Läger", "Tid: hösten 2024")


def test_a_letter_that_nothing_parts_from_a_title_numbers_no_activity() -> None:
    assert not understood(TOP + "Insats A Vik ordnar för alla.").activities


def test_the_sum_of_an_own_share_is_no_activity() -> None:
    assert not understood(TOP + "# Projekt\n\n– Tång. Regionens egen\ninsats 1 250 tkr.").activities


def test_items_numbered_by_the_activity_above_are_its_parts() -> None:
    text = (
        "# Strategi för Region Almvik 2027\n\n# Det första året\n\n"
        "Aktivitet A. Läsa utlysningar\n\n– A.1 Skrivarstuga i Sund\n– A.2 Ordlista\n\n"
        "Aktivitet B. Öppna för unga\n\n– B.1 Ungdomsting\n– C.1 Något annat\n"
    )
    found = understood(text).activities
    assert [(one.number, one.title) for one in found] == [
        ("A", "Läsa utlysningar"),
        ("A.1", "Skrivarstuga i Sund"),
        ("A.2", "Ordlista"),
        ("B", "Öppna för unga"),
        ("B.1", "Ungdomsting"),
    ]
    ids = [one.activity_id for one in found]
    assert [one.parent_activity_id for one in found] == [None, ids[0], ids[0], None, ids[3]]


def test_work_packages_below_their_heading() -> None:
    text = (
        "# Ansökan om projektet Glasvägen 2027\n\n# 1. Arbetspaket\n\n# 1.1 Kartan\n\n"
        "Leden ritas och skyltas av lokala krafter.\n\n# 1.2 Ledning\n\n# 2. Kostnader\n\nOkända.\n"
    )
    found = [(one.number, one.title) for one in understood(text).activities]
    assert found == [("1.1", "Kartan"), ("1.2", "Ledning")]


@pytest.mark.parametrize(("first", "expected"), [("1.1", ["Frukost", "Resa"]), ("Vår", [])])
def test_a_numbered_work_plan_may_tell_places(first: str, expected: list[str]) -> None:
    text = (
        "# Plan för Region Almvik 2027\n\n| Nr | Aktivitet | Tid | Ort |\n"
        f"| {first} | Frukost | 15 mars 2027 | Bryssel |\n| 1.2 | Resa | 3 maj 2027 | Turku |\n"
    )
    assert [one.title for one in understood(text).activities] == expected


def test_bullets_within_a_line_of_a_cell_part_its_items() -> None:
    plan = """Handlingsplan 2031

# Insatser

| Insats | Effekt | Tematisk koppling |
| Bjuda in ledamöter till samtal | • Starkare band • Tidigare besked | Påverkan |
"""
    effects = [activity.effect for activity in understood(plan).activities]
    assert effects == [("Starkare band", "Tidigare besked")]
