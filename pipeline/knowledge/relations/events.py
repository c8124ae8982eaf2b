"""Events: what happens on a day, in programmes, lists, tables and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import Period, find_periods, years_in
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.calendars import calendar_rows
from pipeline.knowledge.structure.fields import boxes
from pipeline.knowledge.textflow import Block, BlockKind

_HAPPENING: Final = Anchored(
    r"\b(?:reser|åker|besök\w*|studiebesök\w*|\w*resa\w*|\w*konferens\w*|\w*möte\w*|\w*träff\w*"
    r"|\w*seminari\w*|workshop\w*|\w*dagar(?:na)?|\w*vecka\w*|\w*forum|invig\w*|öppnas|presenteras"
    r"|arrangeras|anordnas|ordnas|äger rum|genomförs|hålls|hölls|sammanträd\w*|\w*stämma\w*"
    r"|\w*mässa\w*|\w*webbinari\w*|kick-?off|\w*utbildning\w*|fira\w*|bjud\w* in"
    r"|\w*församling\w*|\w*rådslag\w*|\w*samråd\w*|premiär\w*|\w*festival\w*|\w*delegation\w*"
    r"|\w*kongress\w*|hearing\w*|\w*skifte\w*|\w*övning\w*|\w*session\w*|ordnar|genomför[dt]\w*"
    r"|\w+-dag|mötas|möts|träffas|samlas|undertecknades?|\w*marknad\w*)\b",
    re.IGNORECASE,
)
_OFFICIAL: Final = Anchored(
    r"\b(?:fastställd|antagen|beslutad|uppdaterad|daterad|godkänd|dnr|diarie|§|från och med"
    r"|senast den|sista dag|anmäl\w*|bilda[sd]\w*|per den|medlem\w*|pågår|löper|projektperiod"
    r"|klar den|avsluta[sd]\w*|tillträder|anslut\w*|gäller|mandatperiod\w*|revider\w*)",
    re.IGNORECASE,
)
_WEEKDAY: Final = Anchored(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bkl(?:ockan|\.)? ?\d", re.IGNORECASE
)
_AREAS: Final = frozenset(
    {"Europa", "Norden", "Östersjön", "Östersjöregionen", "Småland", "Baltikum", "Nordsjön"}
)
# How far before a date stands what makes it one of a decision or term, in characters.
_NEAR: Final = 45
_LONGEST_ENTRY: Final = 120
_EDGES: Final = " .,:;–—-\n\t"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens from `first` to `last`; ids are of entities."""

    project_id: str | None
    first: date
    last: date
    place_id: str | None
    title: str
    evidence: Span


def find_events(scene: Scene) -> list[Event]:
    """Return the events that a document tells of, each day and title once."""
    found: dict[tuple[date, date, str], Event] = {}
    for event in (
        *_from_calendars(scene),
        *_from_boxes(scene),
        *_from_text(scene),
    ):
        found.setdefault((event.first, event.last, event.title.casefold()), event)
    return list(found.values())


def _from_text(scene: Scene) -> Iterator[Event]:
    for index, span in scene.paragraphs():
        block = scene.flow.blocks[index]
        if block.kind is BlockKind.CELL:
            continue
        if not any(char.isdigit() for char in block.text):
            continue
        yield from _dated_item(scene, Span(block.content_start, block.end))
        listed = any(_is_entry(block, period) for period in find_periods(block.text))
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            if listed or _WEEKDAY.search(text) or _HAPPENING.search(text):
                yield from _sentence(scene, sentence)


def _dated_item(scene: Scene, span: Span) -> Iterator[Event]:
    """Yield the event of an item that begins with its date: `13–14 november. …`."""
    text = scene.text(span)
    for period in find_periods(text):
        if period.start == 0 and period.precision == "day" and len(text) > period.end + 3:
            title = text[period.end :].strip(_EDGES)
            yield from _event(scene, span, period, title)
        return


def _sentence(scene: Scene, sentence: Span) -> Iterator[Event]:
    text = scene.text(sentence)
    for period in find_periods(text):
        if period.precision == "day" and period.start > 0 and not _is_official(text, period):
            yield from _event(scene, sentence, period, text.strip(_EDGES))


def _is_official(text: str, period: Period) -> bool:
    """Tell whether a day is one of a decision or term: the nearest such word says so."""
    before = text[max(0, period.start - _NEAR) : period.start]
    official = [match.end() for match in _OFFICIAL.finditer(before)]
    return bool(official) and not _HAPPENING.pattern.search(before, official[-1])


def _is_entry(block: Block, period: Period) -> bool:
    """Tell whether a day stands by itself in a short item: `Årsmöte: 25 maj 2023, Visby`."""
    text = block.text
    if block.kind is not BlockKind.ITEM or len(text) > _LONGEST_ENTRY:
        return False
    before, after = text[: period.start], text[period.end :]
    return before.endswith((", ", ": ")) and after[:1] in {"", ",", ".", ":"}


def _event(
    scene: Scene, span: Span, period: Period, title: str, place_in: Span | None = None
) -> Iterator[Event]:
    """Yield the event if its day is known; its place is in `place_in` where that is given."""
    dated = period if period.first else _with_year(scene, span, period)
    if dated is None or dated.first is None or dated.last is None or not title:
        return
    if place_in is None:
        place = _place(scene, span, period) or _place_of_activity(scene, span)
    else:
        place = next(iter(scene.within(place_in, "place")), None)
    project = next(iter(scene.within(span, "project")), None) or scene.headed(
        scene.section_at(span.start), "project"
    )
    yield Event(
        project.entity_id if project else None,
        dated.first,
        dated.last,
        place.entity_id if place else None,
        title,
        span,
    )


def _place(scene: Scene, span: Span, period: Period) -> Named | None:
    """Return the place named nearest to a time: `i Visby den 4 maj och i Kalmar den 7 maj`."""
    places = [named for named in scene.within(span, "place") if not _is_area(scene, named)]
    text = scene.text(span)
    start, end = span.start + period.start, span.start + period.end
    if text[: period.start].strip(_EDGES) == "":
        return places[0] if places else None
    return min(places, key=lambda n: max(start - n.end, n.start - end), default=None)


def _place_of_activity(scene: Scene, span: Span) -> Named | None:
    """Return the place that the title of an activity names, for what stands below it."""
    index = scene.flow.block_at(span.start)
    if not index or index - 1 not in scene.outline.activities:
        return None
    title = scene.flow.blocks[index - 1]
    places = scene.within(Span(title.start, title.end), "place")
    return next((named for named in places if not _is_area(scene, named)), None)


def _is_area(scene: Scene, named: Named) -> bool:
    """Tell whether a place is too wide to meet in: a county, a country, a sea."""
    thing = scene.registry.thing(named.entity_id)
    return thing.name in _AREAS or len(thing.code or "0000") == 2


def _with_year(scene: Scene, span: Span, period: Period) -> Period | None:
    """Fill in the year: of the sentence, else of the headings above, else of the document."""
    years = set(years_in(scene.text(span)))
    year = years.pop() if len(years) == 1 else None
    year = year or scene.outline.heading_year(scene.section_at(span.start)) or scene.year
    return period.in_year(year) if year else None


def _from_calendars(scene: Scene) -> Iterator[Event]:
    for row in calendar_rows(scene.flow.blocks):
        span = Span(row.when[0].start, max(row.when[-1].end, row.what[-1].end))
        title = " ".join(block.content for block in row.what)
        for period in find_periods(" ".join(block.content for block in row.when)):
            if period.precision != "year":
                here = row.place or Span(span.start, span.start)
                yield from _event(scene, span, period, title.strip(_EDGES), here)
            break


def _from_boxes(scene: Scene) -> Iterator[Event]:
    """Yield the meeting that the head of its minutes tells: `Datum`, `Plats`."""
    for box in boxes(scene.flow.blocks):
        fields = box.values("date", "place")
        if len(fields) == 2:
            date_field, place_field = fields["date"], fields["place"]
            for period in find_periods(scene.text(date_field.value)):
                if period.precision == "day":
                    title = scene.profile.title or scene.text(date_field.value)
                    span = Span(date_field.value.start, date_field.value.end)
                    yield from _event(scene, span, period, title, place_field.value)
                break
