"""An event as found: when, where, and of which project."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from pipeline.knowledge.dates import Period, find_periods, years_in
from pipeline.knowledge.naming.places import VENUE_AND_TOWN
from pipeline.knowledge.relations.events.below import place_below
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.textflow import BlockKind
from pipeline.text.months import MONTHS

_AREAS: Final = frozenset(
    {"Europa", "Norden", "Östersjön", "Östersjöregionen", "Småland", "Baltikum", "Nordsjön"}
)
_HEAD: Final = re.compile(r"(?:tid och )?plats\b", re.IGNORECASE)
_HEAD_ALONE: Final = re.compile(r"(?:tid och )?plats(?: och tid)?:?", re.IGNORECASE)
# What is held over the net is in no place, though the sentence may name one for another day.
_OVER_THE_NET: Final = re.compile(
    r",? \(?(?:digitalt?|via (?:länk|Teams|Zoom|Skype|video)|på (?:distans|Teams|Zoom)|online)\b",
    re.IGNORECASE,
)
_BY_NET: Final = re.compile(r"\b(?:digitalt|på distans|online) (?:den )?$", re.IGNORECASE)
# `efter 2027`, `Agenda 2030`, `2021–2027`: years of other things than of what is told.
_OTHER_YEAR: Final = re.compile(
    r"\b(?:efter|före|till|mot|sedan|Agenda|strategi|program\w*) (?:år )?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"\b(?i:delegation(?:en)?|besök|gäster|grupp|[a-zåäö]*klass|elever|studenter|ungdomar|unga"
    r"|deltagare|representanter|politiker|tjänstemän|lärare|personer)\b[^.,;]* från"
    r"(?: (?:vänorten|vänkommunen|staden|regionen))?(?: [A-ZÅÄÖ][\w-]+(?:,| och| samt))* $"
    r"|\bän\b[^.;]*$"
)
# `21–22 maj, Visby: årsmöte`: the place of a day right before it
_OF_DAY: Final = re.compile(r",? (?:i |på )?")
_IN: Final = re.compile(r"(?: (?:19|20)\d\d)? i ")
_NEXT_CLAUSE: Final = re.compile(r"[,;] (?!den\b)|\b(?:och|samt)\b")
# How many blocks are the top of a document, and how long a line of a title is.
_TOP: Final = 6
_LINE: Final = 60
_HEAD_BLOCKS: Final = 20
_YEAR: Final = re.compile(r"(?:19|20)\d\d:?")
# The line above a list of days: `Möten 2005`, `Mötesdagar våren 2005:`
_OF_YEAR: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [a-zåäö]+){0,3} (?P<year>(?:19|20)\d\d):?")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
# How far above a line of a list of days their year may stand, in blocks.
_FARTHEST: Final = 60
EDGES: Final = " .,:;–—-\n\t"
"""What a title neither begins nor ends with."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens from `first` to `last`; ids are of entities."""

    project_id: str | None
    first: date
    last: date
    place_id: str | None
    title: str
    evidence: Span


def make_events(
    scene: Scene, span: Span, period: Period, title: str, place_in: Span | None = None
) -> Iterator[Event]:
    """Yield the event if its day is known; its place is in `place_in` where that is given."""
    dated = period if period.first else _with_year(scene, span, period)
    if dated is None or dated.first is None or dated.last is None or not title:
        return
    if place_in is None:
        place = _place(scene, span, period) or _place_of_title(scene, span, period)
        place = place or place_below(scene, span)
        if place is None and dated.first == scene.profile.document_date:
            place = _place_of_head(scene)
    else:
        places = (one for one in scene.within(place_in, "place") if not _is_of_area(scene, one))
        place = next(places, None)
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


def event_of_minutes(scene: Scene) -> Event | None:
    """Return the meeting that minutes are of: their day, and the place that their head tells."""
    day, place = scene.profile.document_date, _place_of_head(scene)
    if scene.profile.document_type != "minutes" or day is None or place is None:
        return None
    title = scene.profile.title or scene.text(place)
    return Event(None, day, day, place.entity_id, title, Span(place.start, place.end))


def _place(scene: Scene, span: Span, period: Period) -> Named | None:
    """Return the place named nearest to a time: `i Visby den 4 maj och i Kalmar den 7 maj`."""
    text = scene.text(span)
    if _OVER_THE_NET.match(text, period.end) or _BY_NET.search(text, 0, period.start):
        return None
    named = [one for one in scene.within(span, "place") if not _is_aside(scene, span, one)]
    places = [one for one in named if not _is_area(scene, one)] or [
        one for one in named if _is_in(scene, one, span.start + period.end)
    ]
    start, end = span.start + period.start, span.start + period.end
    if text[: period.start].strip(EDGES) == "":
        return places[0] if places else None
    return min(places, key=lambda n: _apart(scene.flow.text, n, start, end), default=None)


def _is_of_area(scene: Scene, named: Named) -> bool:
    """Tell whether a country is named for what is its own: `Tysklands nationaldag`."""
    genitive = scene.text(named) == f"{scene.registry.thing(named.entity_id).name}s"
    return genitive and _is_area(scene, named)


def _is_aside(scene: Scene, span: Span, named: Named) -> bool:
    """Tell whether a place is where somebody comes from, or what a day is compared with."""
    return bool(_ASIDE.search(scene.flow.text, span.start, named.start))


def _is_in(scene: Scene, named: Named, end: int) -> bool:
    """Tell whether a country stands right behind a time: `28–30 september i Litauen`."""
    country = scene.registry.thing(named.entity_id).name not in _AREAS
    return country and _IN.fullmatch(scene.flow.text, end, named.start) is not None


def _apart(text: str, named: Named, start: int, end: int) -> tuple[bool, int]:
    """Return whether a clause ends between a place and a time, and how far they are apart."""
    behind = named.start >= end
    if (
        behind
        and text[named.end : named.end + 1] == ":"
        and _OF_DAY.fullmatch(text, end, named.start)
    ):
        return False, 0
    between = text[end : named.start] if behind else text[named.end : start]
    return bool(_NEXT_CLAUSE.search(between)), len(between)


def _place_of_title(scene: Scene, span: Span, period: Period) -> Named | None:
    """Return the place that the title right above a paragraph names, for what it tells.

    A title with a day tells of no other day.
    """
    index = scene.flow.block_at(span.start)
    title = scene.flow.blocks[index - 1] if index else None
    titled = title is not None and title.kind is BlockKind.HEADING and not field_of(title, 0)
    if title is None or not (titled or index - 1 in scene.outline.activities):
        return None
    own = {period.first for period in find_periods(title.content) if period.precision == "day"}
    if own and period.first not in own:
        return None
    places = scene.within(Span(title.start, title.end), "place")
    return next((named for named in places if not _is_area(scene, named)), None)


def _place_of_head(scene: Scene) -> Named | None:
    """Return the place that the head of minutes tells for their day: `Plats och tid …`."""
    for block, below in pairwise(scene.flow.blocks[:_HEAD_BLOCKS]):
        if _HEAD.match(block.text):
            alone = block.kind is BlockKind.CELL or _HEAD_ALONE.fullmatch(block.text.strip())
            last = below if alone else block
            return next(iter(scene.within(Span(block.start, last.end), "place")), None)
        if VENUE_AND_TOWN.fullmatch(block.text.strip()):
            return next(iter(scene.within(Span(block.start, block.end), "place")), None)
    return None


def _is_area(scene: Scene, named: Named) -> bool:
    """Tell whether a place is too wide to meet in: a county, a country, a sea."""
    thing = scene.registry.thing(named.entity_id)
    return thing.name in _AREAS or len(thing.code or "0000") == 2


def _with_year(scene: Scene, span: Span, period: Period) -> Period | None:
    """Fill in the year: of the sentence, of its paragraph, the headings above, the document."""
    block = scene.flow.blocks[scene.flow.block_at(span.start)]
    # A year that only later sentences name is of what they tell.
    told = (
        set(years_in(_OTHER_YEAR.sub("", text)))
        for text in (scene.text(span), block.text[: span.end - block.start])
    )
    year = next((years.pop() for years in told if len(years) == 1), None)
    year = year or _year_above(scene, span)
    year = year or scene.outline.heading_year(scene.section_at(span.start)) or _year_of(scene)
    return period.in_year(year) if year else None


def _year_above(scene: Scene, span: Span) -> int | None:
    """Return the year that is the line above a list of days, each in a line of its own."""
    place = scene.flow.block_at(span.start)
    listed = scene.flow.blocks[place].kind is not BlockKind.CELL
    for block in reversed(scene.flow.blocks[max(0, place - _FARTHEST) : place]):
        if _YEAR.fullmatch(block.text.strip()):
            return int(block.text.strip(" :"))
        if listed and (headed := _OF_YEAR.fullmatch(block.text.strip())):
            return int(headed["year"])
        if len(block.text) > _LINE * 2 or not _MONTH.search(block.text):
            return None
    return None


def _year_of(scene: Scene) -> int | None:
    """Return the year of a document's days: a plan's is that it is for, news tell their own."""
    dated, kind = scene.profile.document_date, scene.profile.document_type
    if dated and kind in {"web_page", "minutes", "other"}:
        return dated.year
    return scene.year or _year_at_top(scene)


def _year_at_top(scene: Scene) -> int | None:
    """Return the year that the lines at the top name: `VÄNORTSARBETET 2004`."""
    lines = (block.text for block in scene.flow.blocks[:_TOP] if len(block.text) <= _LINE)
    years = {year for line in lines for year in years_in(line)}
    return years.pop() if len(years) == 1 else None
