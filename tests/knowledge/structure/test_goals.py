"""Goals below numbered headings, chapters and sentences that a list ends."""

import pytest

from tests.knowledge.written import understood

TOP = "# Plan för Region Almvik 2027\n\n"


def _goals(text: str) -> list[tuple[int | None, str | None, str]]:
    found = understood(TOP + text)
    numbers = {section.section_id: section.number for section in found.sections}
    return [(g.year, numbers.get(g.section_id or ""), g.text) for g in found.goals]


def test_paragraphs_of_one_sentence_below_a_numbered_heading() -> None:
    text = (
        "1 Bakgrund\n\nPlanen gäller alla nämnder och bolag i regionen. Den följs upp varje år.\n\n"
        "2 Mål för 2027\n\nRegionen ska tala med en röst i EU.\n\n"
        "Varje förvaltning ska ha en kontaktperson.\n\n"
        "3 Uppföljning\n\nPlanen följs upp i årsredovisningen, som fullmäktige beslutar om.\n"
    )
    assert _goals(text) == [
        (2027, "2", "Regionen ska tala med en röst i EU."),
        (2027, "2", "Varje förvaltning ska ha en kontaktperson."),
    ]


@pytest.mark.parametrize(
    "lead", ["Regionen skall under perioden 2024–2026", "Vid utgången av 2026 ska regionen"]
)
def test_a_sentence_that_the_list_ends_is_no_heading(lead: str) -> None:
    text = f"Kapitel 3. Inriktning\n\n{lead}\n\n- ha två nya partner,\n- ha ett eget kontor."
    found = _goals(text)
    assert [goal[0] for goal in found] == [2026, 2026]
    assert {goal[1] for goal in found} == {"3"}


def test_a_list_that_paragraphs_introduce_is_the_goals() -> None:
    text = (
        "Inriktningsmål\n\nInriktningsmålen gäller alla nämnder. De följs upp varje vår.\n\n"
        "1. Mål 3: Fler barn lär sig simma.\n2. Mål 8: Företagen hittar den personal de söker."
    )
    assert [goal[2] for goal in _goals(text)] == [
        "Fler barn lär sig simma.",
        "Företagen hittar den personal de söker.",
    ]


def test_headings_that_only_number_the_goal_below() -> None:
    text = (
        "# Målområde 1:1\n\nInvånarna kan påverka sin vardag.\n\n"
        "# Målområde 1:2\n\nTryggheten ökar."
    )
    assert [goal[2] for goal in _goals(text)] == [
        "Invånarna kan påverka sin vardag.",
        "Tryggheten ökar.",
    ]


def test_what_is_told_about_goals_is_none() -> None:
    text = (
        "# Övergripande mål\n\nHär är de mål som fullmäktige har beslutat om.\n\n"
        "Målen följs upp i årsredovisningen.\n\nRegionen ska ha tre nya partner."
    )
    assert [goal[2] for goal in _goals(text)] == ["Regionen ska ha tre nya partner."]


@pytest.mark.parametrize(
    ("goal", "year"),
    [
        ("Utsläppen ska ha halverats senast 2030.", 2030),
        ("Fossilfri fordonspark 2032", 2032),
        ("Turutbudet är minst lika stort som 2016.", 2027),
        ("Till 2029 har alla skolor en vänskola.", 2029),
    ],
)
def test_the_year_a_goal_is_to_be_reached_by(goal: str, year: int) -> None:
    (found,) = _goals(f"# Mål\n\n• {goal}")
    assert found[0] == year


def test_what_opens_a_plan_is_below_its_title() -> None:
    found = understood("# Europaveckan i Almvik 2027\n\nMål:\n\n• Varje kommun ordnar något.")
    headings = {section.section_id: section.heading for section in found.sections}
    assert [headings[goal.section_id or ""] for goal in found.goals] == [
        "Europaveckan i Almvik 2027"
    ]


def test_numbers_right_below_each_other_are_a_list() -> None:
    text = "Planen har fyra områden:\n\n1. Hav\n2. Skog\n3. Kultur\n4. Hälsa\n\nSlut på planen."
    assert [s.heading for s in understood(TOP + text).sections if s.level] == []


def test_headings_that_a_sentence_counts_as_goals() -> None:
    text = (
        "Arbetet 2027 utgår från två inriktningsmål:\n\n# En öppen kust\n\nAlla når havet.\n\n"
        "# Ett tryggt hav\n\nInga oljor når stränderna.\n\n# Uppföljning\n\nVarje höst."
    )
    assert [(goal[0], goal[2]) for goal in _goals(text)] == [
        (2027, "En öppen kust"),
        (2027, "Ett tryggt hav"),
    ]


def test_a_heading_that_names_a_goal_which_sentences_state() -> None:
    text = (
        "# MÅL: DELAKTIGHET\n\nArbetet gäller hela länet. Målet är att fler unga deltar. "
        "Det ska finnas mötesplatser. Läs mer i bilagan.\n"
    )
    assert [goal[2] for goal in _goals(text)] == [
        "Målet är att fler unga deltar.",
        "Det ska finnas mötesplatser.",
    ]


def test_lines_that_begin_with_a_year_as_many_as_were_counted() -> None:
    text = (
        "Strategin har två mål. Varje mål har flera områden.\n\n"
        "År 2035 är regionen en plats som unga väljer\n\n- Fler bostäder\n- Fler lärlingar\n\n"
        "År 2035 har regionens företag vuxit i hela världen\n\n- Fler exportörer\n- Mer forskning\n"
    )
    assert [goal[::2] for goal in _goals(text)] == [
        (2035, "År 2035 är regionen en plats som unga väljer"),
        (2035, "År 2035 har regionens företag vuxit i hela världen"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Dit vill vi",
        "Vad vill vi uppnå?",
        "Önskat läge",
        "Det ska vi ha nått",
        "Förändringar vi vill se",
        "Målbild 2027",
    ],
)
@pytest.mark.parametrize("number", ["", "2 "])
def test_a_clause_heads_goals_and_each_sentence_is_one(heading: str, number: str) -> None:
    text = f"{number}{heading}\n\nAlla skolor har en vän i Norden. Två hamnar har laddstolpar.\n"
    before = "1 Läget\n\nHär står det om hur läget är i länet i dag.\n\n" if number else ""
    assert [goal[2] for goal in _goals(before + text)] == [
        "Alla skolor har en vän i Norden.",
        "Två hamnar har laddstolpar.",
    ]


def test_a_sentence_that_goes_on_belongs_to_its_goal() -> None:
    text = "# Mål\n\nAlla hamnar ska ha laddstolpar. I samband med detta ska priset ses över.\n"
    assert len(_goals(text)) == 1


def test_a_day_before_the_list_tells_the_year() -> None:
    text = (
        "# Mål\n\nDen 31 december 2029 ska\n\n- alla hamnar ha laddstolpar,\n- alla båtar gå på el."
    )
    assert [goal[0] for goal in _goals(text)] == [2029, 2029]


def test_headings_of_one_series_have_one_level() -> None:
    text = (
        "# Prioritering 1 – Hav\n\nÅtgärder:\n\n1.1 Hamndag\n\n1.2 Kajstudie\n\n"
        "# Prioritering 2 – Land\n\nÅtgärder:\n\n2.1 Skogsdag\n\n2.2 Vägstudie\n"
    )
    found = understood(TOP + text)
    levels = {s.level for s in found.sections if s.heading.startswith("Prioritering")}
    assert len(levels) == 1


def test_the_line_that_leads_in_tells_the_year_of_labelled_goals() -> None:
    text = (
        "# Planens mål\n\nFöljande gällde för 2019:\n\n"
        "Mål 1. Tre ansökningar lämnas in.\n\nMål 2. Alla nämnder deltar.\n\n"
        "Endast en ansökan lämnades in.\n\nMål 3. Fyra besök tas emot.\n"
    )
    assert [(year, goal) for year, _, goal in _goals(text)] == [
        (2019, "Tre ansökningar lämnas in."),
        (2019, "Alla nämnder deltar."),
        (2027, "Fyra besök tas emot."),
    ]


def test_lists_in_the_parts_of_a_chapter_of_goals() -> None:
    text = (
        "# 1 Målsättningar\n\n# 1.1 Vård\n\n- Alla kliniker har ett samarbete.\n\n"
        "# 1.2 Kultur\n\n- Museerna deltar i ett projekt.\n\n"
        "# 2 Målgrupper\n\n# 2.1 Unga\n\n- elever\n"
    )
    assert _goals(text) == [
        (2027, "1.1", "Alla kliniker har ett samarbete."),
        (2027, "1.2", "Museerna deltar i ett projekt."),
    ]


def test_a_paragraph_on_the_goals_may_stand_above_the_parts_of_their_chapter() -> None:
    parts = "# 1.1 Vård\n\n- Alla kliniker samverkar.\n\n# 1.2 Kultur\n\n- Museerna deltar."
    told = "Vid periodens slut ska regionen ha uppnått följande mål."
    texts = [goal[2] for goal in _goals(f"# 1 Mål 2027\n\n{told}\n\n{parts}")]
    assert texts == ["Alla kliniker samverkar.", "Museerna deltar."]


def test_a_heading_in_two_parts_may_announce_goals() -> None:
    text = "# Detta vill vi – övergripande mål\n\n• Verka för en levande kust.\n\n• Fler resor."
    assert [goal[2] for goal in _goals(text)] == ["Verka för en levande kust.", "Fler resor."]


def test_when_a_plan_was_decided_is_no_year_of_its_goals() -> None:
    text = (
        "# Internationell strategi\n\nStrategin antogs av fullmäktige den 18 augusti 2014. "
        "Det finns två mål för arbetet:\n\n- Tillväxt genom samverkan\n- Integration i hela länet\n"
    )
    assert [goal.year for goal in understood(text).goals] == [None, None]


def test_goals_that_have_run_together_are_one_each() -> None:
    text = "# Vatten\n\nMål 1. Alla sjöar är rena. Mål 2. Alla kommuner har en plan för vatten."
    assert [goal[2] for goal in _goals(text)] == [
        "Alla sjöar är rena.",
        "Alla kommuner har en plan för vatten.",
    ]


def test_the_year_above_a_column_is_that_of_its_goals() -> None:
    text = "# Vatten\n\n| Mål 2025 | Mått |\n| Alla sjöar är rena | Prov |\n"
    assert [goal[::2] for goal in _goals(text)] == [(2025, "Alla sjöar är rena")]


def test_goals_are_no_part_of_a_numbered_part_of_activities() -> None:
    text = (
        "# 1. Bakgrund\n\nRegionen har arbetat länge med vatten.\n\n"
        "# 2. Aktiviteter\n\n– Öppet hus\n\n# Mål 2025\n\n– Alla sjöar är rena.\n"
    )
    assert _goals(TOP + text) == [(2025, None, "Alla sjöar är rena.")]


@pytest.mark.parametrize(
    "lead",
    [
        "Forumet arrangeras av Region Almvik, som vill att det ska:",
        "Kommunen hoppas att mässan ska",
        "Regionens förhoppning är att mötet ska",
    ],
)
def test_who_wants_something_to_be_so_states_goals(lead: str) -> None:
    programme = "# Forum 2026\n\n# Torsdag 6 september\n\n# 10.00 Invigning\n\nTal.\n\n"
    found = understood(f"{programme}{lead}\n- samla 300 deltagare\n- nå fler orter\n")
    assert [goal.text for goal in found.goals] == ["samla 300 deltagare", "nå fler orter"]
    # The last hour of a programme is no part that what stands below it is of.
    headings = {one.section_id: one.heading for one in found.sections}
    assert {headings.get(goal.section_id or "") for goal in found.goals} <= {"Forum 2026", None}


def test_goals_counted_by_their_headings_number_are_no_activities() -> None:
    text = (
        "2. Insatser\n\n2.1 Levande hav\n\n| Insats | Effekt |\n| Öppna skolor | Fler kommer |\n\n"
        "3. Mål 2027\n\n3.1 Alla skolor har en vän i Europa.\n3.2 Sju hamnar har en plan.\n\n"
        "4. Nätverk\n\nRegionen är medlem i flera nätverk, som alla är viktiga för den.\n"
    )
    assert _goals(text) == [
        (2027, "3", "Alla skolor har en vän i Europa."),
        (2027, "3", "Sju hamnar har en plan."),
    ]
    assert [one.title for one in understood(TOP + text).activities] == ["Öppna skolor"]


def test_a_chapter_is_called_what_stands_behind_its_number() -> None:
    text = "Kapitel 3. Mål till år 2026\n\n- Fler unga reser.\n- Varje nämnd har en kontaktman."
    assert _goals(text) == [
        (2026, "3", "Fler unga reser."),
        (2026, "3", "Varje nämnd har en kontaktman."),
    ]


@pytest.mark.parametrize(
    "header",
    [
        *("Årsmål | Läge vid årets slut", "Kvalitetsmål | Så gick det", "Löfte | Nådd"),
        *("Vad vi lovade | Utfall", "Det ska vi nå | Avstämning", "Önskat läge | Uppföljning"),
    ],
)
def test_columns_of_goals_and_of_what_became_of_them(header: str) -> None:
    plan = f"""Årsrapport 2031

# Läget

| {header} |
| Alla skolor har ett utbyte | Klart |
| Regionen har en plats i rådet | Delvis |
"""
    texts = [goal.text for goal in understood(plan).goals]
    assert texts == ["Alla skolor har ett utbyte", "Regionen har en plats i rådet"]
