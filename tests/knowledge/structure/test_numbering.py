import pytest

from pipeline.knowledge.structure.numbering import (
    Event,
    EventKind,
    Number,
    Reading,
    Style,
    follows,
    read_numbers,
)


def number(
    *parts: int, stop: bool = True, heading: bool = True, size: float | None = None
) -> Event:
    return Event(EventKind.NUMBER, 0, parts, Style(stop, size), heading, 20)


BEGIN = Event(EventKind.ACTIVITIES_BEGIN, 0)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (1,), True),
        ((2, 1), (2, 2), True),
        ((2, 1), (3,), True),
        ((2, 1), (2, 1, 1), True),
        ((2, 1), (2, 3), False),
        ((2,), (2, 2), False),
        ((2, 1), (1, 1), False),
    ],
)
def test_follows(before: Number, after: Number, *, expected: bool) -> None:
    assert follows(after, before) is expected


def test_activities_stand_between_sections() -> None:
    events = [
        number(1),
        number(2),
        number(2, 1, stop=False),
        BEGIN,
        number(1),
        number(1, 1),
        number(2),
        number(3),
        number(2, 2, stop=False),
        BEGIN,
        number(1),
        number(3),
    ]
    section, activity = Reading.SECTION, Reading.ACTIVITY
    assert read_numbers(events) == [
        *(section, section, section, None, activity, activity, activity, activity),
        *(section, None, activity, section),
    ]


def test_activities_numbered_by_their_area_are_no_sections() -> None:
    parts = ((1, 1), (1, 1, 1), (1, 2))
    events = [BEGIN, *(number(*one, stop=False) for one in parts), BEGIN, number(2, 1, stop=False)]
    activity = Reading.ACTIVITY
    assert read_numbers(events) == [None, activity, activity, activity, None, activity]


def test_parts_of_an_activity_are_no_first_sections() -> None:
    events = [BEGIN, *(number(*one, stop=False) for one in ((1,), (1, 1), (1, 2), (2,), (2, 1)))]
    assert read_numbers(events) == [None, *[Reading.ACTIVITY] * 5]


def test_next_sections_are_no_activities_of_an_area() -> None:
    part = number(1, 1, stop=False)._replace(is_part=True)
    section = Reading.SECTION
    events = [number(1, stop=False), BEGIN, part, number(1, 2, stop=False)]
    assert read_numbers(events) == [section, None, section, section]


def test_size_tells_a_chapter_from_an_activity() -> None:
    events = [
        number(1, size=16),
        number(2, size=16),
        BEGIN,
        number(1, size=11),
        number(2, size=11),
        number(3, size=16),
    ]
    assert read_numbers(events)[-2:] == [Reading.ACTIVITY, Reading.SECTION]


def test_numbers_of_a_list_are_items() -> None:
    events = [number(1), number(4, heading=False), number(2), number(3)]
    assert read_numbers(events) == [
        *(Reading.SECTION, Reading.ITEM, Reading.SECTION, Reading.SECTION),
    ]


def test_numbering_begins_again_in_an_annex() -> None:
    restart = Event(EventKind.RESTART, 0)
    readings = read_numbers([number(1), number(2), restart, number(1), number(2)])
    assert readings == [Reading.SECTION, Reading.SECTION, None, Reading.SECTION, Reading.SECTION]


def test_what_chapters_are_called_is_no_activity_where_both_numbers_fit() -> None:
    def number(*parts: int, chapter: bool = False, opens: bool = False) -> Event:
        kind = EventKind.NUMBER
        return Event(kind, 0, parts, Style(False, None), opens=opens, is_chapter=chapter)

    events = [number(1), number(2), number(3, opens=True), number(1), number(2), number(3)]
    told = read_numbers([*events, number(4, chapter=True), number(4, 1), number(5, chapter=True)])
    assert told[3:6] == [Reading.ACTIVITY] * 3
    assert told[6:] == [Reading.SECTION] * 3
