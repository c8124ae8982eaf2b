"""Lists of plain text whose items have no bullet: lines below one that says what they are.

`Aktiviteter 2026`, and below it a line each for what is to be done. Paper shows such lists by
their indentation, which plain text often loses; the label above, and lines that end before
they are full, tell them as well.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from pipeline.knowledge.dates import dates_alone
from pipeline.knowledge.rows import Row
from pipeline.knowledge.structure.announced import TO_DO
from pipeline.knowledge.structure.labels import activity_label, goal_label
from pipeline.knowledge.structure.lead_sentences import activities_announced, goals_announced
from pipeline.knowledge.structure.wording import LABELLED_GOAL, WORK_LABEL
from pipeline.layout.wording import is_labelled, is_unfinished, starts_item
from pipeline.model.page import Role

_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? +")
# `Mål 1: …`, `Delmål A. …`
_COUNTED: Final = re.compile(r"[\w -]+? (?:nr\.? )?(?:\d|[A-H]\b)")
_LONGEST_LABEL: Final = 60
# A line that is shorter, in characters, was not broken for want of room.
_FULL: Final = 60
_FEWEST_WORDS: Final = 2
_LONGEST_TITLE: Final = 4
_FEWEST_CAPITALS: Final = 2
_SENTENCES: Final = re.compile(r"[.!?] +[A-ZÅÄÖ]")


def with_labelled_lists(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those of plain text that are labels or items below one as such."""
    found = list(rows)
    plain = [place for place, row in enumerate(rows) if _is_plain(row)]
    labels = {place for place in plain if _is_label(rows, place)}
    goals = {place - 1 for place in labels if _has_title(rows, place)}
    for place, after in pairwise([*sorted(labels | goals), len(rows)]):
        below = [] if place in goals else _items(rows, place, after)
        listed = below or place + 1 == after or not _is_beside(rows, place + 1)
        if rows[place].line.role is not Role.HEADING and (listed or place in goals):
            found[place] = rows[place].in_role(Role.BODY)._replace(begins=True)
        if place in goals and not _is_in_numbered_part(rows, place):
            found[place] = found[place].in_role(Role.HEADING)
        for item, begins in below:
            found[item] = rows[item].in_role(Role.LIST_ITEM)._replace(begins=begins)
        if below and _is_told(rows, below[-1][0] + 1):
            found[below[-1][0] + 1] = rows[below[-1][0] + 1]._replace(begins=True)
    return found


def _is_plain(row: Row) -> bool:
    """Tell whether a row is of plain text: no box tells where it stands, and no tag what it is."""
    return row.cell is None and row.line.box is None and row.begins is None


def _is_label(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a whole line says that goals or activities follow."""
    text = _NUMBER.sub("", rows[place].text.strip())
    if len(text) > _LONGEST_LABEL or not text[:1].isupper():
        return False
    before = rows[place - 1].text.strip() if place and _is_beside(rows, place) else ""
    if is_unfinished(before):
        return False
    if _leads_to_clauses(rows, place) and (goals_announced(text) or activities_announced(text)):
        return True
    return bool(activity_label(text) or goal_label(text) or WORK_LABEL.fullmatch(text))


def _leads_to_clauses(rows: Sequence[Row], place: int) -> bool:
    """Tell whether the line right below goes on with `att`."""
    below = rows[place + 1] if place + 1 < len(rows) else None
    return below is not None and below.text.startswith("att ") and _is_beside(rows, place + 1)


def _is_beside(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a row stands right below the one before it."""
    one, other = rows[place - 1], rows[place]
    return one.page == other.page and one.line.block == other.line.block


def _has_title(rows: Sequence[Row], label: int) -> bool:
    """Tell whether a goal stands right above the label of its activities, as their heading."""
    above = rows[label - 1] if label and _is_beside(rows, label) else None
    if above is None or not _is_plain(above) or above.line.role is not Role.BODY:
        return False
    named = activity_label(_NUMBER.sub("", rows[label].text.strip()))
    text = above.text.strip()
    counted = named is not None and _COUNTED.match(text) is not None
    return counted and LABELLED_GOAL.fullmatch(text) is not None


def _is_in_numbered_part(rows: Sequence[Row], place: int) -> bool:
    """Tell whether the heading above has a number: what stands below is inside of that part."""
    above = (rows[before] for before in range(place - 1, -1, -1))
    heading = next((row for row in above if row.line.role is Role.HEADING), None)
    return heading is not None and _NUMBER.match(heading.text.strip()) is not None


def _below(rows: Sequence[Row], label: int, after: int) -> range:
    """Return the places of the running lines right below a label: those of one block."""
    end = label + 1
    while end < after and _is_running(rows[end]) and (end < label + 2 or _is_beside(rows, end)):
        end += 1
    return range(label + 1, end)


def _is_running(row: Row) -> bool:
    opens = starts_item(row.text.strip())
    return _is_plain(row) and row.line.role is Role.BODY and not opens


def _items(rows: Sequence[Row], label: int, after: int) -> list[tuple[int, bool]]:
    """Return the lines of a list below a label, and whether an item begins with each."""
    below = _below(rows, label, after)
    if len(below) == 1 and not _is_beside(rows, label + 1):
        return [(place, True) for place in _apart(rows, label, after)]
    small = rows[label].text.rstrip().endswith(":") or _are_small(rows, below)
    first = below.start
    capitals = len(below) > _FEWEST_CAPITALS and _have_capitals(rows, below)
    if _leads_to_clauses(rows, label):
        starts = [place for place in below if rows[place].text.startswith("att ")]
    elif capitals:
        starts = list(below)
    else:
        starts = [place for place in below if place == first or _begins(rows, place, small=small)]
    parts = [range(start, end) for start, end in pairwise([*starts, below.stop])]
    items = list(takewhile(lambda part: _is_item(_text(rows, part)), parts))
    between = len(parts) == 1 and below.stop == after < len(rows)
    alone = len(items) == 1 and _is_done(rows, items[0])
    told = bool(items) and (len(items) > 1 or between or alone)
    told = told and _fits(rows[label], [rows[item[0]] for item in items])
    return [(place, place == item[0]) for item in items for place in item if told]


def _is_done(rows: Sequence[Row], item: range) -> bool:
    """Tell whether an item says what to do, and the line right below who does it, or when."""
    return bool(TO_DO.match(rows[item.start].text.strip())) and _is_told(rows, item.stop)


def _is_told(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a line of plain text is a fact, right below the line above: `Ansvar: …`."""
    if place >= len(rows) or not _is_plain(rows[place]):
        return False
    return is_labelled(rows[place].text.strip()) and _is_beside(rows, place)


def _are_small(rows: Sequence[Row], below: range) -> bool:
    """Tell whether every line begins with a small letter, as no paragraph does."""
    return all(rows[place].text.strip()[0].islower() for place in below)


def _have_capitals(rows: Sequence[Row], below: range) -> bool:
    """Tell whether every line begins with a capital, as no paragraph's do, and may end there."""
    texts = [rows[place].text.strip() for place in below]
    return all(text[0].isupper() and not is_unfinished(text) for text in texts)


def _text(rows: Sequence[Row], part: range) -> str:
    return " ".join(rows[place].text.strip() for place in part)


def _apart(rows: Sequence[Row], label: int, after: int) -> list[int]:
    """Return the places of a list whose items blank lines part.

    None ends as a sentence does, and the last is not the title of a paragraph below it.
    """
    found: list[int] = []
    for place in range(label + 1, after):
        text = rows[place].text.strip()
        alone = not (
            _is_beside(rows, place) or (place + 1 < len(rows) and _is_beside(rows, place + 1))
        )
        if not (alone and _is_running(rows[place]) and _is_item(text)) or text.endswith("."):
            break
        found.append(place)
    below = label + 1 + len(found)
    ends = below < after and rows[below].text.rstrip().endswith(".")
    if found and ends and len(rows[found[-1]].text.split()) <= _LONGEST_TITLE:
        found.pop()
    told = len(found) > 1 and _fits(rows[label], [rows[place] for place in found])
    return found if told else []


def _fits(label: Row, items: Sequence[Row]) -> bool:
    """Tell whether items may stand below a label: below `Verksamhet 2026` all say what to do."""
    text = _NUMBER.sub("", label.text.strip())
    if not WORK_LABEL.fullmatch(text) or activity_label(text):
        return True
    return all(TO_DO.match(item.text.strip()) for item in items)


def _begins(rows: Sequence[Row], place: int, *, small: bool) -> bool:
    """Tell whether a line begins an item: the one above could have held its first word.

    Items begin with a capital; below a colon, and where all do, with a `small` letter too.
    """
    before, text = rows[place - 1].text.strip(), rows[place].text.strip()
    room = max(rows[place].width, _FULL) - len(before) - 1
    had_room = len(text.split(maxsplit=1)[0]) < room and not is_unfinished(before)
    return is_labelled(text) or (had_room and (small or not text[0].islower()))


def _is_item(text: str) -> bool:
    """Tell whether a text may be an item: no single word, no paragraph, no label, fact or day."""
    facts = text.endswith(":") or is_labelled(text) or bool(dates_alone(text))
    return len(text.split()) >= _FEWEST_WORDS and not _SENTENCES.search(text) and not facts
