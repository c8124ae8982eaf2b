"""Activities under headings of their own, and tables of costs that hold none."""

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
