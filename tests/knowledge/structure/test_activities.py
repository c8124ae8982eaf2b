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
