"""Events: what happens on a day, in programmes, lists, tables and sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from pipeline.knowledge.dates import dates_alone, find_periods
from pipeline.knowledge.relations.events.entries import is_entry, is_stamp
from pipeline.knowledge.relations.events.event import EDGES, Event, event_of_minutes, make_events
from pipeline.knowledge.relations.events.happening import (
    DAYS_OF_MONTH,
    HAPPENING,
    is_official,
)
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.calendars import calendar_rows, days_of_cell
from pipeline.knowledge.structure.days import (
    DEADLINE,
    TOP_BLOCKS,
    WEEKDAY,
    days_alone,
    days_in_figures,
)
from pipeline.knowledge.structure.fields import Box, field_of
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.months import MONTHS

# A label of days and of their place
_WHEN_AND_WHERE: Final = re.compile(r"(?:tid|datum|när) (?:och|&) (?:plats|var|ort)", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d")
_WEEKDAY: Final = re.compile(rf"{WEEKDAY.pattern}|\bkl(?:ockan|\.)? ?\d", re.IGNORECASE)
# A day and a place beside it are of what takes place: `i Esbjerg den 12 maj`.
_PLACED_DAY: Final = re.compile(
    rf"\b(?:i|på|till) (?!Region )[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:den \d"
    rf"|\d[\d –-]* (?:{'|'.join(MONTHS)})\b)"
    rf"|\d (?:{'|'.join(MONTHS)})(?: \d{{4}})? (?:i|på) [A-ZÅÄÖ]"
)
# What a calendar calls an event, as a sentence may take it up: `Vänortsstämma i Kuldiga`.
_FIRST_WORD: Final = re.compile(r"[\w-]{6,}")
_STEM: Final = 7
_LONG_WORD: Final = re.compile(rf"(?<!\w)[a-zåäöé]{{{_STEM},}}")
# What lasts longer, in days, is the period of something: `1 mars 2013 – 31 oktober 2014`.
_LONGEST_EVENT: Final = 62


def find_events(scene: Scene) -> list[Event]:
    """Return the events that a document tells of, each day and title once."""
    found: dict[tuple[date, date, str], Event] = {}
    for event in (
        *_from_calendars(scene),
        *_from_boxes(scene),
        *_from_days_alone(scene),
        *_told_once(scene, _from_text(scene)),
    ):
        found.setdefault((event.first, event.last, event.title.casefold()), event)
    found = {
        key: event
        for key, event in found.items()
        if (event.last - event.first).days <= _LONGEST_EVENT
    }
    days_told = {(event.first, event.last) for event in found.values()}
    for event in _from_plans(scene):
        if (event.first, event.last) not in days_told:
            found[event.first, event.last, event.title.casefold()] = event
    meeting = event_of_minutes(scene)
    if meeting and all(event.first != meeting.first for event in found.values()):
        found[meeting.first, meeting.last, meeting.title.casefold()] = meeting
    days = [event for event in found.values() if not _takes_month(event)]
    return _each_once(
        event
        for event in found.values()
        if not (_takes_month(event) and any(_is_within(day, event) for day in days))
    )


def _each_once(events: Iterable[Event]) -> list[Event]:
    """Return the events, each once that a calendar and a sentence tell of."""
    kept: list[Event] = []
    of_days: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
    for event in events:
        alike = of_days[event.first, event.last]
        told = next((place for place in alike if _is_same(kept[place], event)), None)
        if told is None:
            alike.append(len(kept))
            kept.append(event)
        else:
            place, project = kept[told].place_id, kept[told].project_id
            kept[told] = replace(
                kept[told],
                place_id=place or event.place_id,
                project_id=project or event.project_id,
            )
    return kept


def _is_same(one: Event, other: Event) -> bool:
    """Tell whether two events of the same days have a word and no two places between them."""
    places = {one.place_id, other.place_id} - {None}
    return len(places) < 2 and bool(_stems(one.title) & _stems(other.title))


def _stems(title: str) -> set[str]:
    """Return how the long words of a title begin, names aside: `Konferensen` as `konferens`."""
    words = _LONG_WORD.findall(title[:1].lower() + title[1:])
    return {word[:_STEM] for word in words}


def _takes_month(event: Event) -> bool:
    """Tell whether only the month of an event is told."""
    return event.first.day == 1 and DAYS_OF_MONTH <= (event.last - event.first).days + 1 <= 31


def _is_within(day: Event, month: Event) -> bool:
    """Tell whether the days of what a calendar has a month for are told elsewhere."""
    within = month.first <= day.first and day.last <= month.last
    named = _FIRST_WORD.match(month.title.casefold())
    return within and named is not None and named[0] in day.title.casefold()


def _told_once(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """Yield each event once where a paragraph tells the days of the title above it again."""
    before: Event | None = None
    for event in events:
        if before is not None and _tells_again(scene, before, event):
            before = replace(before, place_id=before.place_id or event.place_id)
            continue
        if before is not None:
            yield before
        before = event
    if before is not None:
        yield before


def _tells_again(scene: Scene, title: Event, event: Event) -> bool:
    """Tell whether an event is that of the line right above: no line that begins with its day."""
    index = scene.flow.block_at(event.evidence.start)
    block = scene.flow.blocks[index]
    below = block.kind is BlockKind.TEXT and index == scene.flow.block_at(title.evidence.start) + 1
    same = (title.first, title.last) == (event.first, event.last)
    return below and same and not block.content[:1].isdigit()


def _from_text(scene: Scene) -> Iterator[Event]:
    for index, span in scene.paragraphs():
        block = scene.flow.blocks[index]
        if block.kind is BlockKind.CELL:
            continue
        if not _FIGURE.search(block.text) or _is_told_elsewhere(block):
            continue
        if not (index < TOP_BLOCKS and is_stamp(block)):
            yield from _dated_item(scene, Span(block.content_start, block.end))
        listed = is_entry(scene.flow.blocks, index)
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            if _FIGURE.search(text) and (
                listed
                or _PLACED_DAY.search(text)
                or _WEEKDAY.search(text)
                or HAPPENING.search(text)
            ):
                yield from _sentence(scene, sentence, block)


def _from_plans(scene: Scene) -> Iterator[Event]:
    """Yield what cells of what is to be done tell with its place: `Delta i ting i Visby 4 maj`."""
    for grid in scene.tables:
        column = grid.doings()
        cells = (row.cells.get(column, ()) for row in grid.rows if column is not None)
        for block in chain.from_iterable(cells):
            if _PLACED_DAY.search(block.text) and HAPPENING.search(block.text):
                span = Span(block.content_start, block.end)
                yield from _dated_item(scene, span)
                yield from _sentence(scene, span, block)


def _is_told_elsewhere(block: Block) -> bool:
    """Tell whether days stand alone, or are those of a box: `Sammanträdesdatum: 21 maj 2023`.

    The days that a project starts and ends are, where their lines tell no more: `Start: 1 maj`.
    """
    field = field_of(block, 0)
    if field is None:
        return bool(dates_alone(block.content))
    alone = dates_alone(block.slice(field.value).rstrip(" ."))
    of_box = ("date", "start", "end") if alone else ("date",)
    labelled = any(COLUMN_WORDS[meaning].match(field.label) for meaning in of_box)
    return labelled or bool(dates_alone(block.content))


def _dated_item(scene: Scene, span: Span) -> Iterator[Event]:
    """Yield the event of an item that begins with its date: `13–14 november. …`."""
    text = scene.text(span)
    for period in find_periods(text):
        if period.start == 0 and period.precision == "day" and len(text) > period.end + 3:
            title = text[period.end :].strip(EDGES)
            if not DEADLINE.match(title):
                yield from make_events(scene, span, period, title)
        return


def _sentence(scene: Scene, sentence: Span, block: Block) -> Iterator[Event]:
    """Yield the events of a sentence, but those of the days that the block begins with."""
    text = scene.text(sentence)
    opening = next(iter(find_periods(block.content)), None)
    for period in find_periods(text):
        opens = sentence.start + period.start <= block.content_start
        opens = opens or (opening is not None and opening.start == 0 and opening.holds(period))
        if period.precision == "day" and not opens and not is_official(text, period):
            yield from make_events(scene, sentence, period, text.strip(EDGES))


def _from_calendars(scene: Scene) -> Iterator[Event]:
    for row in calendar_rows(scene.flow.blocks):
        span = Span(row.when[0].start, max(row.when[-1].end, row.what[-1].end))
        title = " ".join(block.content for block in row.what)
        for period in days_of_cell(" ".join(block.content for block in row.when)):
            if period.precision != "year":
                here = row.place or row.cell or Span(span.start, span.start)
                yield from make_events(scene, span, period, title.strip(EDGES), here)
            break


def _from_days_alone(scene: Scene) -> Iterator[Event]:
    blocks = scene.flow.blocks
    for told in (*days_alone(blocks), *days_in_figures(blocks)):
        title = told.title.strip(EDGES)
        yield from make_events(scene, told.span, told.period, title, told.place_in)


def _title_above(scene: Scene, box: Box) -> Span:
    """Return where the title right above a box stands, which may name the place of its day."""
    title = scene.flow.blocks[box.title] if box.title is not None else None
    return Span(title.start, title.end) if title else Span(0, 0)


def _from_boxes(scene: Scene) -> Iterator[Event]:
    """Yield the meeting that the head of its minutes tells: `Datum`, `Plats`.

    Without a place, the title of the document tells that there is one.
    """
    for box in scene.boxes:
        fields = box.values("date", "place")
        title = scene.profile.title or ""
        if box.title is not None and scene.outline.section_at(box.title) is not None:
            title = scene.flow.blocks[box.title].content
        both = "date" in fields and bool(_WHEN_AND_WHERE.match(fields["date"].label))
        if "date" not in fields or not (both or "place" in fields or HAPPENING.search(title)):
            continue
        when = fields["date"].value
        beside = fields["place"].value if "place" in fields else _title_above(scene, box)
        for period in find_periods(scene.text(when)):
            if period.precision == "day":
                where = None if both else beside
                yield from make_events(scene, when, period, title or scene.text(when), where)
            break
