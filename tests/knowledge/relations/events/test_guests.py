"""Days and places that are of no event, or of one that others come to or go to."""

import pytest

from tests.knowledge.written import name_of, understood


def test_the_first_and_last_day_of_a_project_are_no_events() -> None:
    box = "- Start: 1 september 2026\n- Slut: 31 augusti 2028\n- Startmöte: 4 maj 2026, Visby"
    found = understood(f"# Ansökan\n\n# Projektet Havsro\n\n{box}")
    assert [str(event.start_date) for event in found.events] == ["2026-05-04"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Den 17–18 maj 2026 gästades Brokulla av styrelsen.", "Brokulla"),
        ("Den 17–18 maj 2026 samlade dagarna ungdomar från Ventspils, Husum och Tartu.", None),
        ("# Reseberättelse från Tartu den 17–18 maj 2026\n\nVi var två som reste.", "Tartu"),
    ],
)
def test_the_place_of_guests_and_of_who_travels(text: str, place: str | None) -> None:
    found = understood(text)
    assert [(str(e.start_date), name_of(found, e.place_id)) for e in found.events] == [
        ("2026-05-17", place)
    ]


def test_the_box_of_a_travel_report_tells_where_the_journey_went() -> None:
    found = understood("# Reserapport\n\nResmål: Tartu\nTid: 9–11 maj 2026\nDeltagare: Bo Al")
    assert [name_of(found, event.place_id) for event in found.events] == ["Tartu"]
