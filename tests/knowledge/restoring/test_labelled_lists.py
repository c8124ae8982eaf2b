"""Lists without bullets, below lines that say what they are."""

import pytest

from tests.knowledge.written import understood

_OPENING = "# Plan för Almvik\n\n# Bakgrund\n\nKommunen har vänner i många länder sedan länge.\n\n"


def goals(text: str) -> list[str]:
    return [goal.text for goal in understood(_OPENING + text).goals]


def activities(text: str) -> list[str]:
    return [activity.title for activity in understood(_OPENING + text).activities]


@pytest.mark.parametrize("end", ["", "\n# Budget\n\nPlanen kostar inget.", "\nSå följs det upp."])
def test_lines_below_a_label_are_its_list(end: str) -> None:
    assert activities(f"Aktiviteter 2026\nLäger för unga\nBrev till alla skolor\n{end}") == [
        "Läger för unga",
        "Brev till alla skolor",
    ]
    assert goals(f"Mål 2026:\nfler unga reser\nalla skolor har en vän\n{end}") == [
        "fler unga reser",
        "alla skolor har en vän",
    ]


def test_a_line_that_was_broken_for_want_of_room_goes_on() -> None:
    text = (
        "Planerade aktiviteter\n"
        "Ordna läger för unga i samarbete med föreningarna och med grannkommunerna i\n"
        "Almviks län\n"
        "Brev till alla skolor"
    )
    assert activities(text) == [
        "Ordna läger för unga i samarbete med föreningarna och med grannkommunerna i Almviks län",
        "Brev till alla skolor",
    ]


def test_blank_lines_may_part_the_items() -> None:
    items = "Planerade insatser\n\nLäger för unga\n\nBrev till alla skolor\n\n"
    assert activities(items) == ["Läger för unga", "Brev till alla skolor"]
    below = "Ekonomi och ansvar\n\nPlanen betalas av kommunstyrelsen."
    assert activities(items + below) == ["Läger för unga", "Brev till alla skolor"]


def test_lines_below_a_numbered_heading_are_its_list() -> None:
    text = "# 2. Aktiviteter\n\nLäger för unga\nBrev till alla skolor\n\n# 3. Budget\n\nIngen."
    assert activities(text) == ["Läger för unga", "Brev till alla skolor"]


@pytest.mark.parametrize(
    "below",
    [
        "Under året ordnas läger. Skolorna får brev.\nAllt följs upp i bokslutet.",
        "Ansvarig: Åsa Ek\nTid: maj 2026",
        "Arbetet\nAnsvar",
        "Läger för unga",
    ],
)
def test_what_is_no_list_below_a_label(below: str) -> None:
    assert activities(f"Aktiviteter 2026\n{below}") == []


def test_a_goal_is_the_heading_of_the_activities_below_it() -> None:
    text = (
        "Mål A: Kommunen ska vara känd i sina vänorter\nÅtgärder\n"
        "A1 Hålla vänortsting\nA2 Byta praktikanter med Tartu\n"
        "Mål B: Kommunen ska dra nytta av EU:s fonder\nÅtgärder:\n"
        "- Utbilda 30 chefer\n- Söka medel"
    )
    found = understood(_OPENING + text)
    headings = {section.section_id: section.heading for section in found.sections}
    first, second = text.split("\n", maxsplit=1)[0], text.split("\n")[4]
    assert [(headings[one.section_id or ""], one.text) for one in found.goals] == [
        (first, "Kommunen ska vara känd i sina vänorter"),
        (second, "Kommunen ska dra nytta av EU:s fonder"),
    ]
    assert [(headings[one.section_id or ""], one.title) for one in found.activities] == [
        (first, "Hålla vänortsting"),
        (first, "Byta praktikanter med Tartu"),
        (second, "Utbilda 30 chefer"),
        (second, "Söka medel"),
    ]


def test_a_label_begins_anew_below_an_item() -> None:
    assert goals("Mål:\n1. Fler unga reser\n2. Alla skolor har en vän\nAktiviteter:\n- Läger") == [
        "Fler unga reser",
        "Alla skolor har en vän",
    ]


@pytest.mark.parametrize("lead", ["Strategins mål är", "Vi vill", "Målet är"])
def test_lines_that_go_on_with_att_are_a_list(lead: str) -> None:
    text = f"Mål\n{lead}\natt fler unga reser\natt alla skolor får en vän i ett annat\nland"
    assert goals(text) == ["att fler unga reser", "att alla skolor får en vän i ett annat land"]


def test_dashes_that_touch_their_words_are_bullets_in_a_list() -> None:
    assert goals("Mål 2026\n-fler unga reser\n-alla skolor har en vän") == [
        "fler unga reser",
        "alla skolor har en vän",
    ]


def sections(text: str) -> list[tuple[str, str]]:
    """Return the goals and activities, each behind the number or heading of its section."""
    found = understood(_OPENING + text)
    names = {one.section_id: one.number or one.heading for one in found.sections}
    goals = [(names[one.section_id or ""], one.text) for one in found.goals]
    return goals + [(names[one.section_id or ""], one.title) for one in found.activities]


def test_one_line_between_two_labels_is_a_list_of_one() -> None:
    assert sections(
        "# 1 Unga\n\nMål\nFler unga reser\nInsatser\nLäger för unga\nBrev till skolor"
    ) == [
        ("1", "Fler unga reser"),
        ("1", "Läger för unga"),
        ("1", "Brev till skolor"),
    ]


def test_a_line_above_a_goal_is_the_heading_of_a_part() -> None:
    parts = "Unga\nMål: Fler unga reser\nAktiviteter:\nLäger för unga\nBrev till skolor\n\n"
    parts += "Näringsliv\nMål: Fler företag exporterar\nAktiviteter:\nMässa i Riga\nMöten i norr"
    assert sections(parts) == [
        ("Unga", "Fler unga reser"),
        ("Näringsliv", "Fler företag exporterar"),
        ("Unga", "Läger för unga"),
        ("Unga", "Brev till skolor"),
        ("Näringsliv", "Mässa i Riga"),
        ("Näringsliv", "Möten i norr"),
    ]


def test_goals_in_a_part_with_a_number_are_no_parts() -> None:
    text = "# 2. Vänorter\n\nMål 1: Kommunen är känd i världen\nAktiviteter\n1.1 Läger\n1.2 Brev"
    assert [section for section, _ in sections(text)] == ["2", "2", "2"]


def test_an_activity_that_says_its_number_begins_anew() -> None:
    text = "Mål 1 Fler unga ska resa\nAktivitet 1.1 Läger för unga\nAktivitet 1.2 Brev"
    assert [text for _, text in sections(text)] == ["Fler unga ska resa", "Läger för unga", "Brev"]


def test_lines_that_all_begin_with_a_capital_are_items_however_long() -> None:
    lines = [
        f"{what} ordnas i alla kommuner i länet och i tre grannlän under våren"
        for what in ("Läger", "Brev")
    ]
    text = "Aktiviteter\n" + "\n".join([*lines, "Möten med vänorter"])
    assert activities(text) == [*lines, "Möten med vänorter"]


def test_one_thing_to_do_is_a_list_above_who_does_it() -> None:
    plan = (
        "Handlingsplan 2026\n\nOmråde 1\nMiljö\nMål: Hamnen är fri från plast.\nInsatser:\n"
        "Delta i projektet Rena vikar som leds från Bosund och Almvik sedan 2019\n"
        "Ansvar: Miljöchef Åsa Ek\n\nOmråde 2\nKultur\nMål: Fler konstnärer bjuds in.\n"
        "Insatser:\nOrdna en festival\nAnsvar: Kulturnämnden\n"
    )
    found = understood(plan)
    assert [one.title for one in found.activities] == [
        "Delta i projektet Rena vikar som leds från Bosund och Almvik sedan 2019",
        "Ordna en festival",
    ]
    # The name of a part that a line above numbers is no part of its own.
    headings = {one.section_id: one.heading for one in found.sections}
    assert [headings[goal.section_id] for goal in found.goals if goal.section_id] == [
        "Område 1",
        "Område 2",
    ]


def test_days_and_what_happened_are_no_things_to_do() -> None:
    assert not activities(
        "Aktiviteter\nDen 20 februari\nÅrsmöte i Almby\nDen 24-27 maj\nResa till Kiel"
    )


def test_a_list_may_be_of_small_letters_throughout() -> None:
    text = "Mål vid årets slut\nfler än hälften har svarat\ntre projekt är i gång\n"
    assert goals(text) == ["fler än hälften har svarat", "tre projekt är i gång"]


def test_a_line_of_small_letters_that_was_full_goes_on() -> None:
    text = (
        "Mål 2026\nvarje kommun i hela länet har en person som svarar för frågor om\n"
        "europeiska samarbeten\nalla skolor har en vän\n"
    )
    assert goals(text) == [
        "varje kommun i hela länet har en person som svarar för frågor om europeiska samarbeten",
        "alla skolor har en vän",
    ]
