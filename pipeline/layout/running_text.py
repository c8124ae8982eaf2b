"""Lines of plain text, which have no boxes, as blocks with roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec import structs

from pipeline.layout.roles import roles
from pipeline.layout.wording import (
    ends_sentence,
    goes_on,
    heading_number,
    is_labelled,
    item_starts,
    starts_item,
    starts_like_title,
    starts_lower,
)
from pipeline.model.page import Line

_FULL = 0.6
"""From this share of the usual length on, a line may have been broken to fit the paper."""

_ROOM, _ROOM_OF_TITLE = 0.8, 0.95
"""To this share of the usual length any line could have been filled, and a numbered title."""


_ALMOST = 0.93
"""A line that would be longer than this share of the longest lines may have had no room."""

_LEFT_OVER = 2
"""Words of a line that a line above had no room for."""

_SENTENCE, _SMALL = 5, 2.5
"""Words from which a line is part of a sentence, and of how many one begins with a small letter."""

_CELLS = re.compile(r"  |\t|\|")
_ENDED = re.compile(r"(?<!\b\d)(?<!\b\d\d)\. [A-ZÅÄÖ]|\.$")
_TITLED = re.compile(r"[A-ZÅÄÖ][\w-]+(?: \d+[.:]|: ?\S)")

# What minutes decide, each behind a blank line: `att  till X utse`
_DECISION = re.compile(r"att\s+\S")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line that is not blank, and how many blank lines stand before it."""

    text: str
    blanks: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: the length of its full lines, and whether blanks part every line.

    `width` is the length of the longest lines, one or two aside that may be in smaller print.
    """

    length: int
    width: int
    double_spaced: bool


def arrange_text(lines: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a plain text that are not blank, as blocks with roles.

    A blank line ends a block, unless the text goes on after it in the middle of a
    sentence: text taken out of a PDF often has blank lines between all lines. White space
    at both ends of a line is left out.
    """
    printed = _printed(lines)
    if not printed:
        return ()
    setting = _setting(printed)
    starts = item_starts([line.text for line in printed])
    blocks: list[list[Line]] = []
    for index, line in enumerate(printed):
        if index == 0 or starts[index] or _begins_block(printed, index, setting):
            blocks.append([])
        blocks[-1].append(Line(line.text))
    return tuple(
        structs.replace(line, role=role, block=number)
        for number, (role, block) in enumerate(zip(roles(blocks), blocks, strict=True))
        for line in block
    )


def _printed(lines: Sequence[str]) -> list[_Printed]:
    printed = []
    blanks = 0
    for line in lines:
        text = line.strip()
        if text:
            printed.append(_Printed(text, blanks))
            blanks = 0
        else:
            blanks += 1
    return printed


def _setting(printed: Sequence[_Printed]) -> _Setting:
    lengths = sorted(len(line.text) for line in printed)
    # Nine in ten lines are no longer: a few long ones do not tell how wide the text is set.
    length = lengths[(len(lengths) * 9) // 10]
    pairs = list(pairwise(printed))
    parted = [(before, after) for before, after in pairs if after.blanks]
    broken = [pair for pair in parted if _goes_on(*pair, length)]
    spaced = len(parted) >= 0.7 * len(pairs) and len(broken) >= 0.15 * len(parted) > 0
    return _Setting(length, lengths[-3:][0], spaced)


def _goes_on(before: _Printed, after: _Printed, length: int) -> bool:
    """Tell whether a line was broken to fit the paper in the middle of a sentence."""
    full = len(before.text) >= _FULL * length
    return full and goes_on(before.text, after.text) and not starts_item(after.text)


def _is_run_on(printed: Sequence[_Printed], index: int, setting: _Setting) -> bool:
    """Tell whether a sentence goes on after a blank line that engines put into a paragraph.

    They do so below its first line, and around a word or two that the line above had no room
    for. A full line of prose that ends a paragraph ends a sentence too.
    """
    before, line = printed[index - 1], printed[index]
    if starts_item(line.text) or ends_sentence(before.text) or _TITLED.match(line.text):
        return False
    if index > 1 and _is_left_over(printed[index - 2], before, setting):
        return goes_on(before.text, line.text)
    if is_labelled(before.text) or not (_is_prose(line.text) or _ENDED.search(line.text)):
        return False
    inside = index > 1 and not before.blanks and _is_running(printed[index - 2], before, setting)
    return (inside or bool(_ENDED.search(before.text))) and _is_running(before, line, setting)


def _is_left_over(above: _Printed, line: _Printed, setting: _Setting) -> bool:
    """Tell whether a line is but what a full line of prose above it had no room for."""
    if line.blanks or len(line.text.split()) > _LEFT_OVER or ends_sentence(above.text):
        return False
    return _is_running(above, line, setting)


def _is_running(before: _Printed, line: _Printed, setting: _Setting) -> bool:
    """Tell whether a line is prose, and the next word would not have fitted on it."""
    word = line.text.split(maxsplit=1)[0]
    full = len(before.text) + 1 + len(word) > _ALMOST * setting.width
    return full and _is_prose(before.text)


def _is_prose(text: str) -> bool:
    """Tell whether a line reads as part of a sentence: many of its words are small."""
    words = text.split()
    if len(words) < _SENTENCE or _CELLS.search(text):
        return False
    return _SMALL * sum(map(starts_lower, words)) > len(words)


def _begins_block(printed: Sequence[_Printed], index: int, setting: _Setting) -> bool:
    before, line = printed[index - 1], printed[index]
    apart = line.blanks > (1 if setting.double_spaced else 0)
    decided = apart and _DECISION.match(line.text)
    if not decided and _goes_on(before, line, 0 if setting.double_spaced else setting.length):
        return False
    if apart:
        return line.blanks > 1 or decided is not None or not _is_run_on(printed, index, setting)
    full = len(before.text) >= _FULL * setting.length
    if starts_item(before.text) and _had_room(before, line, setting):
        return starts_like_title(line.text)
    if ends_sentence(before.text):
        return starts_like_title(line.text) and (not full or _is_short_title(line, setting))
    if setting.double_spaced:
        return not full
    return _is_title_over(printed, index, setting)


def _had_room(before: _Printed, line: _Printed, setting: _Setting) -> bool:
    """Tell whether the next word would have fitted on a line.

    Titles with the number of a part (`4.3`), which stand apart, are hardly ever broken before.
    """
    word = line.text.split(maxsplit=1)[0]
    is_title = before.blanks and "." in (heading_number(before.text) or "")
    room = _ROOM_OF_TITLE if is_title else _ROOM
    return len(before.text) + 1 + len(word) < room * setting.length


def _is_short_title(line: _Printed, setting: _Setting) -> bool:
    """Tell whether a line is too short for running text and ends no sentence."""
    return len(line.text) < 0.5 * setting.length and not line.text.endswith((".", ",", ";"))


def _is_title_over(printed: Sequence[_Printed], index: int, setting: _Setting) -> bool:
    """Tell whether the line before is a title by itself, and this one begins the text."""
    before, line = printed[index - 1], printed[index]
    alone = index == 1 or before.blanks > 0 or heading_number(before.text) is not None
    return (
        alone
        and len(before.text) < 0.5 * setting.length
        and len(line.text) >= _FULL * setting.length
        and starts_like_title(line.text)
    )
