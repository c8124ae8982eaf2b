"""Telling numbered headings from numbered activities and numbered items.

The number alone does not say: `3.` may be the next chapter, the next planned activity or
an item of a list. The reading of all numbers of a document that fits best as a whole is
chosen, by a beam search over the sums of small penalties.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

Number = tuple[int, ...]
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Roman numbers from one on, as chapters and items are counted by."""

_BEAM: Final = 24
# Penalties, on a scale where 1 is "unusual" and 3 "hardly ever".
_OUT_OF_ORDER: Final = 3.0
_LATE_START: Final = 0.6
_PLAIN_HEADING: Final = 0.3
_LONG_HEADING: Final = 2.0
_UNKNOWN_PRINT: Final = 0.1
_SENTENCE: Final = 1.0
_LISTED: Final = 1.5
_ITEM: Final = 1.2
_HEADING_AS_ITEM: Final = 2.5
_CHAPTER: Final = 1.0
_OTHER_STYLE: Final = 0.5
_OTHER_SIZE: Final = 1.0
_LONG: Final = 150
_OF_AREA: Final = 2


class Reading(StrEnum):
    """What a number is taken for."""

    SECTION = "section"
    ACTIVITY = "activity"
    ITEM = "item"


class EventKind(StrEnum):
    """What happens in a document, seen by its numbers.

    A numbered heading may open activities too: in its section and those below it. They end
    where none was numbered, at a heading or a line that leads in other things.
    """

    NUMBER = "number"
    ACTIVITIES_BEGIN = "activities_begin"
    ACTIVITIES_END = "activities_end"
    RESTART = "restart"


class Style(NamedTuple):
    """How a number is printed: a stop behind it, and its size in points if known."""

    stop: bool
    size: float | None


class Event(NamedTuple):
    """A number, or a heading that changes what numbers mean, at a block of the flow.

    `opens` tells that activities may be numbered below it, `sentence` that a whole one
    stands behind the number, `listed` that the next number stands right above or below, with
    nothing between the two, `is_part` that the number it is part of stands above, `is_chapter`
    that it numbers what chapters of plans are called: `Nätverk`, `Kostnader`.
    """

    kind: EventKind
    block: int
    number: Number = ()
    style: Style = Style(False, None)
    is_heading: bool = False
    length: int = 0
    opens: bool = False
    sentence: bool = False
    listed: bool = False
    is_part: bool = False
    is_chapter: bool = False


_Styles = tuple[tuple[tuple[Reading, int], Style], ...]
"""How numbers of each reading and depth were last printed."""


class _Readings(NamedTuple):
    """What the last event's number is taken for, and those before it, which states share."""

    last: Reading | None
    before: "_Readings | None"


class _State(NamedTuple):
    """A reading so far: the last numbers, the styles seen, and what it costs."""

    cost: float = 0.0
    section: Number = ()
    activity: Number | None = None
    opened: Number | None = None
    styles: _Styles = ()
    readings: _Readings | None = None


def read_numbers(events: Sequence[Event]) -> list[Reading | None]:
    """Return what each event's number is taken for; None for events that are no numbers."""
    beam = [_State()]
    for event in events:
        grown = [state for old in beam for state in _next_states(old, event)]
        grown.sort(key=lambda state: state.cost)
        beam = _distinct(grown)[:_BEAM]
    taken: list[Reading | None] = []
    readings = beam[0].readings
    while readings is not None:
        taken.append(readings.last)
        readings = readings.before
    return taken[::-1]


def _distinct(states: Sequence[_State]) -> list[_State]:
    """Keep the cheapest of states that have the same future."""
    best: dict[tuple[object, ...], _State] = {}
    for state in states:
        key = (state.section, state.activity, state.opened, state.styles)
        best.setdefault(key, state)
    return list(best.values())


def _next_states(state: _State, event: Event) -> list[_State]:
    if event.kind is EventKind.ACTIVITIES_BEGIN:
        return [state._replace(activity=(), readings=_Readings(None, state.readings))]
    if event.kind is EventKind.ACTIVITIES_END:
        activity = None if state.activity == () else state.activity
        return [state._replace(activity=activity, readings=_Readings(None, state.readings))]
    if event.kind is EventKind.RESTART:
        readings = _Readings(None, state.readings)
        return [state._replace(section=(), activity=None, opened=None, readings=readings)]
    options = [_as_section(state, event), _as_item(state, event)]
    if state.activity is not None:
        options.append(_as_activity(state, event))
    return options


def _as_section(state: _State, event: Event) -> _State:
    cost = 0.0 if event.is_heading or event.is_chapter else _PLAIN_HEADING
    cost += _LONG_HEADING if event.length > _LONG else 0.0
    cost += _SENTENCE if event.sentence and not event.is_heading else 0.0
    cost += _LISTED if event.listed and not event.is_heading else 0.0
    if not state.section:
        cost += 0.0 if event.number in {(1,), (1, 1)} else _LATE_START
        # Where print is not known, numbers below `Planerade aktiviteter` are rather theirs.
        counting = event.style.size is None and state.activity is not None
        cost += _UNKNOWN_PRINT if counting else 0.0
    elif not follows(event.number, state.section):
        cost += _OUT_OF_ORDER
    opened = event.number if event.opens else state.opened
    if opened is not None and event.number[: len(opened)] != opened:
        opened = None
    activity = None if opened is None else ()
    cost, styles = _in_style(state, event, Reading.SECTION, cost)
    readings = _Readings(Reading.SECTION, state.readings)
    return _State(state.cost + cost, event.number, activity, opened, styles, readings)


def _as_activity(state: _State, event: Event) -> _State:
    assert state.activity is not None
    in_order = follows(event.number, state.activity) or _begins(state, event)
    cost = 0.0 if in_order else _OUT_OF_ORDER
    cost += _CHAPTER if event.is_chapter else 0.0
    cost, styles = _in_style(state, event, Reading.ACTIVITY, cost)
    readings = _Readings(Reading.ACTIVITY, state.readings)
    cost += state.cost
    return _State(cost, state.section, event.number, state.opened, styles, readings)


def _begins(state: _State, event: Event) -> bool:
    """Tell whether the first activity may have a number: `2.1` as of the second area too.

    Not where it numbers a part of what stands above.
    """
    of_area = len(event.number) == _OF_AREA and event.number[-1] == 1
    return state.activity == () and of_area and not event.is_part


def _as_item(state: _State, event: Event) -> _State:
    cost = _HEADING_AS_ITEM if event.is_heading or len(event.number) > 1 else _ITEM
    readings = _Readings(Reading.ITEM, state.readings)
    return _State(state.cost + cost, *state[1:5], readings)


def _in_style(state: _State, event: Event, reading: Reading, cost: float) -> tuple[float, _Styles]:
    """Return a reading's cost, with that of another style than its like before, and all styles."""
    key = (reading, len(event.number))
    styles = dict(state.styles)
    before = styles.get(key)
    if before == event.style:
        return cost, state.styles
    if before is not None:
        cost += _OTHER_STYLE if before.stop != event.style.stop else 0.0
        sizes = (before.size, event.style.size)
        if None not in sizes and sizes[0] != sizes[1]:
            cost += _OTHER_SIZE
    styles[key] = event.style
    return cost, tuple(sorted(styles.items()))


def follows(number: Number, before: Number) -> bool:
    """Tell whether a number comes next: `2.2`, `3` or `2.1.1` after `2.1`; `1` after nothing."""
    if number == (*before, 1):
        return True
    depth = len(number)
    if depth > len(before):
        return False
    return number == (*before[: depth - 1], before[depth - 1] + 1)
