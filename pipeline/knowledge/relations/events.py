"""Events: what happens on a day, in programmes, lists, tables and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.knowledge.dates import Period, find_periods, years_in
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.textflow import BlockKind

_HAPPENING: Final = re.compile(
    r"\b(?:reser|åker|besök\w*|studiebesök\w*|\w*resa\w*|\w*konferens\w*|\w*möte\w*|\w*träff\w*"
    r"|\w*seminari\w*|workshop\w*|\w*dagar(?:na)?|\w*vecka\w*|\w*forum|invig\w*|öppnas|presenteras"
    r"|arrangeras|anordnas|ordnas|äger rum|genomförs|hålls|hölls|sammanträd\w*|\w*stämma\w*"
    r"|\w*mässa\w*|\w*webbinari\w*|kick-?off|\w*utbildning\w*|fira\w*|bjud\w* in"
    r"|\w*församling\w*|\w*rådslag\w*|\w*samråd\w*|premiär\w*|\w*festival\w*|\w*delegation\w*"
    r"|\w*kongress\w*|hearing\w*|mötas|möts|träffas|samlas|undertecknades?|\w*marknad\w*)\b",
    re.IGNORECASE,
)
_OFFICIAL: Final = re.compile(
    r"\b(?:fastställd|antagen|beslutad|uppdaterad|daterad|godkänd|dnr|diarie|§|från och med"
    r"|senast den|sista dag|anmäl\w*|bilda[sd]\w*|per den|medlem\w*|pågår|löper|projektperiod"
    r"|klar den|avsluta[sd]\w*|tillträder|anslut\w*|gäller|mandatperiod\w*|revider\w*)",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bkl(?:ockan|\.)? ?\d", re.IGNORECASE
)
_AREAS: Final = frozenset(
    {"Europa", "Norden", "Östersjön", "Östersjöregionen", "Småland", "Baltikum", "Nordsjön"}
)
# How far before a date stands what makes it one of a decision or term, in characters.
_NEAR: Final = 45
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
    for event in (*_from_tables(scene), *_from_text(scene)):
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
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            happens = _WEEKDAY.search(text) or _HAPPENING.search(text)
            if happens:
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
        before = text[max(0, period.start - _NEAR) : period.start]
        if period.precision == "day" and period.start > 0 and not _OFFICIAL.search(before):
            yield from _event(scene, sentence, period, text.strip(_EDGES))


def _event(scene: Scene, span: Span, period: Period, title: str) -> Iterator[Event]:
    dated = period if period.first else _with_year(scene, span, period)
    if dated is None or dated.first is None or dated.last is None or not title:
        return
    place = _place(scene, span, period)
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


def _from_tables(scene: Scene) -> Iterator[Event]:
    for grid in grids(scene.flow.blocks):
        columns = grid.columns("date", "place", "event")
        if "date" not in columns or "event" not in columns:
            continue
        for row in grid.rows:
            when, what = (row.cells.get(columns[name], ()) for name in ("date", "event"))
            if not when or not what:
                continue
            span = Span(when[0].start, max(when[-1].end, what[-1].end))
            for period in find_periods(row.text(columns["date"])):
                if period.precision == "day":
                    yield from _event(scene, span, period, row.text(columns["event"]))
                break
