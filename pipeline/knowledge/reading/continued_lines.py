"""Which lines go on in the next one, and which begin anew."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.reading.item_beginnings import DATED, DAY, NUMBER, READ_AS_BULLET
from pipeline.knowledge.reading.seat_lines import ends_item, is_listed
from pipeline.knowledge.restoring.labelled_lines import LABELLED, ends_with_sum
from pipeline.knowledge.rows import Row
from pipeline.knowledge.structure.fields import are_facts
from pipeline.knowledge.structure.labels import opens_activity
from pipeline.layout.lines import level
from pipeline.layout.wording import is_unfinished
from pipeline.model.page import Role
from pipeline.text.bullets import bullet_at_start

_TERMINAL: Final = re.compile(r"[.!?:;]['\"”’)]*$")
# A name over a line's end: `Anna`, `Johansson (C)`.
_FORENAME: Final = re.compile(r"(?:^|\s)[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖÉ]?[a-zåäöé]+)?$")
_SURNAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w’-]+ \([A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2}\)")
# A line was broken for want of room if the next word would have left less than this free.
_FREE_SHARE: Final = 0.12
_LEFT_OVER: Final = 2  # words
_ENDS_DECISION: Final = ".,;:)"
# Between paragraphs of a cell there is more room than this share of a line's height, and the
# step is so many times that from line to line.
_PARAGRAPH_GAP: Final = 0.6
_WIDER_STEP: Final = 1.2


def goes_on(before: Row, row: Row) -> bool:
    """Tell whether a row belongs to the block of the row before it."""
    if row.begins is not None:
        return not row.begins
    if row.cell is None and are_facts(before.text.strip(), row.text.strip()):
        return False
    headings = [r.line.role is Role.HEADING for r in (before, row)]
    if before.cell != row.cell or headings[0] != headings[1] or opens(row, before):
        return False
    if headings[0]:
        return _same_block(before, row) and _goes_on_as_heading(before, row)
    if row.cell is not None:
        return _same_block(before, row) and _fits_cell(before, row)
    return _runs_on(before, row)


def is_left_over(group: Sequence[Row], row: Row) -> bool:
    """Tell whether the last line is but what the line above had no room for, and goes on.

    Print that was broken into lines twice is so; layout has told it from the end of a list.
    """
    if len(group) < 2 or row.begins is not None or row.line.box is None:
        return False
    above, last = group[-2:]
    lines = (last.line, row.line)
    return (
        len(last.text.split()) <= _LEFT_OVER
        and _is_full(above, last)
        and not any(_TERMINAL.search(one.text.strip()) for one in (above, last))
        and last.cell is None
        and row.cell is None
        and all(line.role is Role.BODY for line in lines)
        and (_same_block(last, row) or last.page != row.page)
        and not opens(row, last)
    )


def _goes_on_as_heading(before: Row, row: Row) -> bool:
    """Tell whether a line of heading goes on: another number, or room left, ends it.

    Where the print is known, a heading that was broken early goes on in the same print.
    """
    text = row.text.strip()
    sized = row.line.font_size is not None
    early = text[0].isupper() and not sized and not _is_full(before, row)
    return not NUMBER.match(text) and not (early and bool(NUMBER.match(before.text.strip())))


def _same_block(before: Row, row: Row) -> bool:
    return before.page == row.page and before.line.block == row.line.block


def _runs_on(before: Row, row: Row) -> bool:
    """Tell whether running text goes on, by what stands at the line's end and beginning."""
    text, previous = row.text.strip(), before.text.strip()
    ended = opens_activity(previous) or ends_with_sum(previous) or ends_item(previous)
    if text[0].isupper() and ended:
        return False
    broken_name = bool(_FORENAME.search(previous) and _SURNAME.match(text))
    if _same_block(before, row):
        if DAY.match(text) and (DAY.match(previous) or not _is_full(before, row)):
            return False
        if opens_activity(text) and not is_unfinished(previous):
            return False
        item = row.line.role is Role.LIST_ITEM and not _is_title(before, row)
        return item or _is_full(before, row) or not text[0].isupper() or broken_name
    if text[0].islower():
        ended = bool(_TERMINAL.search(previous))
        return (_is_full(before, row) and not ended) or previous[-1] in ",-"
    parted = before.page != row.page or broken_name
    return parted and _is_full(before, row) and not _TERMINAL.search(previous)


def _is_title(before: Row, row: Row) -> bool:
    """Tell whether a numbered line with room to spare is a title above a paragraph."""
    numbered = bool(NUMBER.match(before.text.strip()))
    return numbered and row.text.strip()[0].isupper() and not _is_full(before, row)


def _is_full(before: Row, row: Row) -> bool:
    """Tell whether a line had little room left for the next word."""
    word = row.text.split(maxsplit=1)[0]
    left = before.width - len(before.text.strip()) - 1 - len(word)
    return left < _FREE_SHARE * before.width


def _fits_cell(before: Row, row: Row) -> bool:
    """Tell whether a line of a cell goes on: the next word had no room.

    Without boxes, those who read the cell divided it into blocks.
    """
    one, other = before.line.box, row.line.box
    if one is None or other is None:
        return True
    words = row.text.split(maxsplit=1)
    letter = other.width / max(len(row.text.strip()), 1)
    room = row.cell_edge - one.x1
    gap = other.y0 - one.y1
    step = level(row.line) - level(before.line)
    near = gap < _PARAGRAPH_GAP * one.height or step < _WIDER_STEP * row.cell_step
    return room < letter * (len(words[0]) + 1) and near


def opens(row: Row, before: Row | None = None) -> bool:
    """Tell whether a row begins with a bullet, or as a numbered item does.

    A number in the middle of a paragraph, where the line before was full, is none.
    """
    text = row.text.strip()
    if bullet_at_start(text) or DATED.match(text):
        return True
    above = before.text.strip() if before is not None else ""
    if before is not None and text.startswith("att ") and not _same_block(before, row):
        # minutes decide one thing after the other: `att till Kustrådet utse`
        apart = row.line.box is None or not _is_full(before, row)
        return apart or above[-1] in _ENDS_DECISION
    if is_listed(above, text) or (LABELLED.match(above) and LABELLED.match(text)):
        return True
    if row.line.role is Role.LIST_ITEM:
        return bool(READ_AS_BULLET.match(text) or NUMBER.match(text))
    match = NUMBER.match(text)
    if match is None or not text[match.end() :].lstrip()[:1].isupper():
        return False
    inside = before is not None and _same_block(before, row) and _is_full(before, row)
    return not inside or bool(before and _TERMINAL.search(before.text.strip()))
