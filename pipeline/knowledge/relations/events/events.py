"""Events: what happens on a day, in programmes, lists, tables and sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import Period, dates_alone, find_periods
from pipeline.knowledge.relations.events.event import EDGES, Event, event_of_minutes, make_events
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.calendars import calendar_rows, days_of_cell
from pipeline.knowledge.structure.days import TOP_BLOCKS, WEEKDAY, days_alone, days_in_figures
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.months import MONTHS

_HAPPENING: Final = Anchored(
    r"\b(?:reser|åker|\w*besök\w*|spelas|\w*resa\w*|\w*konferens\w*|\w*möte\w*|\w*träff\w*"
    r"|\w*seminari\w*|workshop\w*|\w*dagar(?:na)?|\w*vecka\w*|\w*forum|invig\w*|öppnas|presenteras"
    r"|arrangeras|anordnas|ordnas|äger rum|genomförs|hålls|hölls|sammanträd\w*|\w*stämma\w*"
    r"|\w*mässa\w*|\w*webbinari\w*|kick-?off|\w*utbildning\w*|fira\w*|bjud\w* in"
    r"|\w*församling\w*|\w*rådslag\w*|\w*samråd\w*|premiär\w*|\w*festival\w*|\w*delegation\w*"
    r"|sammanträtt|värd|värdar|uppstart\w*|\w*ceremoni\w*|bildades (?:i|på)(?= (?-i:[A-ZÅÄÖ]))"
    r"|\w*kongress\w*|hearing\w*|\w*skifte\w*|\w*övning\w*|\w*session\w*|ordnar|genomför[dt]\w*"
    r"|\w+-dag|mötas|möts|möttes|träffa(?:s|des)|samla(?:s|des)|undertecknas|undertecknades|\w*marknad\w*"
    r"|anordna\w*|arrangera\w*|höll|reste|deltog|gavs|ägde rum|gästa\w*|föreläs\w*|\w{4,}dagen"
    r"|(?!(?:tors|\w*arbets|\w*födelse)dag\b)\w{4,}dag|\w+kväll(?:en)?)\b",
    re.IGNORECASE,
)
_OFFICIAL: Final = Anchored(
    r"\b(?:uppdatera\w+|dater(?:ad|at|ade|as)|godkän\w+|dnr|diarie|§|från och med"
    r"|senast den|sista \w*dag|anmäl\w*|bilda[sd]\w*|per den|medlem\w*|pågår|löper|projektperiod"
    r"|klar den|avsluta[sd]\w*|tillträder|anslut\w*|gäller|mandatperiod\w*|revider\w*)",
    re.IGNORECASE,
)
# What was decided bears the day of the meeting; a day that something ends by is no event.
_DECIDED: Final = re.compile(
    r"\b(?:anta(?:gen|get|gna|gits)|beslut(?:ad|at|ade) av|fastställ(?:d|t|da))\b"
    r"|\b(?:senast|före|innan|tidigast|fram till|till och med|från och med)"
    r"(?: \w+dag(?:en)?)?(?: den)? $",
    re.IGNORECASE,
)
# A founding that is told with its place is a meeting: `bildades i Wien den 5 december`.
_FOUNDED_IN: Final = re.compile(
    r"\bbilda(?:des|ts) (?:formellt )?(?:i|på) [A-ZÅÄÖ][\w-]+,? (?:den )?$"
)
_GOES_ON: Final = re.compile(r"\b(?:pågår|löper) (?:\w+ )?$", re.IGNORECASE)
# When and where minutes are approved is no meeting; a deadline is none either.
_APPROVED: Final = re.compile(r"\b(?:justering\w*|justeras|deadline)\b[^.!?]*$", re.IGNORECASE)
# `2.1 Almköping 8 februari`, in a list of meetings
_PLACE_ALONE: Final = re.compile(r"\W*[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:den )?")
# A label of days and of their place
_WHEN_AND_WHERE: Final = re.compile(r"(?:tid|datum|när) (?:och|&) (?:plats|var|ort)", re.IGNORECASE)
# A day in figures at the top of a page, often with the minute: when it was published.
_FIGURE: Final = re.compile(r"\d")
_FIGURES: Final = re.compile(r"[\d.-]+")
_WEEKDAY: Final = re.compile(rf"{WEEKDAY.pattern}|\bkl(?:ockan|\.)? ?\d", re.IGNORECASE)
# A day and a place beside it are of what takes place: `i Esbjerg den 12 maj`.
_PLACED_DAY: Final = re.compile(
    rf"\b(?:i|på|till) (?!Region )[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:den \d"
    rf"|\d[\d –-]* (?:{'|'.join(MONTHS)})\b)"
    rf"|\d (?:{'|'.join(MONTHS)})(?: \d{{4}})? (?:i|på) [A-ZÅÄÖ]"
)
# How far before a date stands what makes it one of a decision or term, in characters.
_NEAR: Final = 45
# What a calendar calls an event, as a sentence may take it up: `Vänortsstämma i Kuldiga`.
_FIRST_WORD: Final = re.compile(r"[\w-]{6,}")
_STEM: Final = 7
_LONG_WORD: Final = re.compile(rf"(?<!\w)[a-zåäöé]{{{_STEM},}}")
_LONGEST_ENTRY: Final = 120
_DAYS_OF_MONTH: Final = 28
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
    return event.first.day == 1 and _DAYS_OF_MONTH <= (event.last - event.first).days + 1 <= 31


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
        if not (index < TOP_BLOCKS and _is_stamp(block)):
            yield from _dated_item(scene, Span(block.content_start, block.end))
        listed = any(_is_entry(block, period) for period in find_periods(block.text))
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            if _FIGURE.search(text) and (
                listed
                or _PLACED_DAY.search(text)
                or _WEEKDAY.search(text)
                or _HAPPENING.search(text)
            ):
                yield from _sentence(scene, sentence, block)


def _is_told_elsewhere(block: Block) -> bool:
    """Tell whether days stand alone, or are those of a box: `Sammanträdesdatum: 21 maj 2023`."""
    field = field_of(block, 0)
    labelled = field is not None and bool(COLUMN_WORDS["date"].match(field.label))
    return labelled or bool(dates_alone(block.content))


def _is_stamp(block: Block) -> bool:
    """Tell whether a line tells in figures when the page was published; no item of a list does."""
    first = next(find_periods(block.content), None)
    if first is None or block.kind is BlockKind.ITEM:
        return False
    return bool(_FIGURES.fullmatch(block.content[first.start : first.end]))


def _dated_item(scene: Scene, span: Span) -> Iterator[Event]:
    """Yield the event of an item that begins with its date: `13–14 november. …`."""
    text = scene.text(span)
    for period in find_periods(text):
        if period.start == 0 and period.precision == "day" and len(text) > period.end + 3:
            title = text[period.end :].strip(EDGES)
            yield from make_events(scene, span, period, title)
        return


def _sentence(scene: Scene, sentence: Span, block: Block) -> Iterator[Event]:
    """Yield the events of a sentence, but those of the days that the block begins with."""
    text = scene.text(sentence)
    opening = next(find_periods(block.content), None)
    for period in find_periods(text):
        opens = sentence.start + period.start <= block.content_start
        opens = opens or (opening is not None and opening.start == 0 and opening.holds(period))
        if period.precision == "day" and not opens and not _is_official(text, period):
            yield from make_events(scene, sentence, period, text.strip(EDGES))


def _is_official(text: str, period: Period) -> bool:
    """Tell whether a day is one of a decision or term: the nearest such word says so."""
    before = text[max(0, period.start - _NEAR) : period.start]
    if _DECIDED.search(before) or _APPROVED.search(text[: period.start]):
        return True
    if _FOUNDED_IN.search(before) or (_takes_days(period) and _GOES_ON.search(before)):
        return False
    official = [match.end() for match in _OFFICIAL.finditer(before)]
    return bool(official) and not _HAPPENING.pattern.search(before, official[-1])


def _is_entry(block: Block, period: Period) -> bool:
    """Tell whether a day stands by itself in a short item: `Årsmöte: 25 maj 2023, Visby`."""
    text = block.text
    # A line with a place and one day heads a letter; several days are a meeting's.
    entry = block.kind is BlockKind.ITEM or _takes_days(period)
    if not entry or len(text) > _LONGEST_ENTRY:
        return False
    before, after = text[: period.start], text[period.end :]
    placed = _PLACE_ALONE.fullmatch(before.removeprefix(block.marker)) and not after
    return bool(placed) or (before.endswith((", ", ": ")) and after[:1] in {"", ",", ".", ":"})


def _takes_days(period: Period) -> bool:
    """Tell whether something takes more than a day and less than a month."""
    if period.first is not None and period.last is not None:
        return 0 < (period.last - period.first).days < _DAYS_OF_MONTH
    day, month, last_day, last_month = period.partial or (0, 0, 0, 0)
    return day != last_day and month == last_month


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
        if "date" not in fields or not (both or "place" in fields or _HAPPENING.search(title)):
            continue
        when = fields["date"].value
        beside = fields["place"].value if "place" in fields else Span(0, 0)
        for period in find_periods(scene.text(when)):
            if period.precision == "day":
                where = None if both else beside
                yield from make_events(scene, when, period, title or scene.text(when), where)
            break
