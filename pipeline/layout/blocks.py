"""Lines of a region as blocks: paragraphs, headings and list items."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.layout.lines import letter_height, level
from pipeline.layout.wording import (
    ends_sentence,
    goes_on,
    is_unfinished,
    item_starts,
    names_one_of_many,
    starts_item,
    starts_like_title,
    starts_lower,
    starts_with_bullet,
)
from pipeline.model.geometry import Box
from pipeline.model.page import Line

_WIDER = 1.4
_CLEARLY_WIDER = 1.28
"""A step to the next line that is so many times the usual one ends a block.

The latter where the lines show for sure what is usual. Where a sentence goes on, it takes
more by the former.
"""
_CLOSER = 0.7
"""So does one that is so much smaller, before a capital."""
_WIDE = 2.2
_WIDEST = 4.0
"""Heights of letters: the step of widely set lines, and the most that it can be."""
_TIGHT = 0.25
"""Share of sentences that go on at a usual step at most, where lines are set widely."""
_FEWEST_STEPS = 3

_TAIL_WORDS = 2
_TITLE = 1.2
"""Print that is so many times the usual one is that of titles."""
_FONT_STEP = 1.1
"""The least usual step, in font sizes."""
_OTHER, _OTHER_IN_IMAGE, _OTHER_OF_FEW = 1.1, 1.16, 1.35
"""Print that is so many times larger is another; in an image sizes are estimates."""
_FEW = 16
"""Letters of a line in an image that tell little of its size."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a region is set: height of letters, step from line to line and edges, in points.

    `sure` tells whether enough lines show the step, `hangs` whether the second lines of list
    items begin farther right than the first.
    """

    height: float
    step: float
    sure: bool
    left: float
    right: float
    hangs: bool


def divide(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the blocks of a region's lines, which are in reading order and have boxes."""
    if not lines:
        return []
    measure = _measure(lines)
    starts = item_starts([line.text for line in lines])
    blocks = [[lines[0]]]
    for line, starts_one in zip(lines[1:], starts[1:], strict=True):
        if starts_one or _begins_block(blocks[-1], line, measure):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _measure(lines: Sequence[Line]) -> _Measure:
    boxes = [_box(line) for line in lines]
    heights = [letter_height(line) or 10.0 for line in lines]
    inside = _sentence_steps(lines, median(heights))
    steps = [level(after) - level(before) for before, after in pairwise(lines)]
    close = [step for step in steps if 0 < step < _WIDE * median(heights)]
    step, sure = 1.3 * median(heights), True
    if len(inside) >= _FEWEST_STEPS:
        tight = sum(step < _WIDE * median(heights) for step in inside)
        wide = tight < _TIGHT * len(inside)
        step = median(inside if wide or not close else min(inside, close, key=median))
    elif len(close) >= _FEWEST_STEPS:
        # Where no sentence goes on, most lines are paragraphs, with more room between them.
        step = sorted(close)[len(close) // 4]
    else:
        # A region of few lines, or one with nothing but headings, has no usual step of its own.
        sure = False
    # Nine in ten lines end further left: a footer or a wide title makes no edge.
    right = sorted(box.x1 for box in boxes)[(len(boxes) * 9) // 10]
    left = min(box.x0 for box in boxes)
    return _Measure(median(heights), step, sure, left, right, _hangs(lines))


def _hangs(lines: Sequence[Line]) -> bool:
    """Tell whether no list item goes on at the margin, or at least one farther right."""
    hanging = [
        _box(line).x0 > _box(before).x0 + 0.8 * (letter_height(line) or 10.0)
        for before, line in pairwise(lines)
        if starts_with_bullet(before.text) and starts_lower(line.text)
    ]
    return any(hanging) or not hanging


def _sentence_steps(lines: Sequence[Line], height: float) -> list[float]:
    """Return the steps over which sentences go on: they tell how wide the lines are set."""
    return [
        step
        for before, line in pairwise(lines)
        if goes_on(before.text, line.text)
        for step in (level(line) - level(before),)
        if 0 < step < _WIDEST * height
    ]


def _begins_block(block: list[Line], line: Line, measure: _Measure) -> bool:
    before = block[-1]
    return (
        _is_far(before, line, measure)
        or _is_close(before, line, measure)
        or _looks_other(before, line)
        or _is_indented(block, line)
        or _is_outdented(block, line, measure)
        or (_broke_early(before, line, measure) and not _is_tail(block, line, measure))
        or _is_short_title(before, line, measure)
    )


def _is_far(before: Line, line: Line, measure: _Measure) -> bool:
    step = level(line) - level(before)
    larger = max(letter_height(before) or 0.0, letter_height(line) or 0.0)
    if line.font_size is None and measure.sure and larger <= _TITLE * measure.height:
        most = _CLEARLY_WIDER * measure.step
    else:
        most = _WIDER * max(measure.step, _FONT_STEP * larger)
    return step < 0 or step > (_WIDER * most if goes_on(before.text, line.text) else most)


def _is_close(before: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a line stands closer than widely set lines do: a title and its text."""
    step = level(line) - level(before)
    return step < _CLOSER * measure.step and starts_like_title(line.text)


def _looks_other(before: Line, line: Line) -> bool:
    """Tell whether the print changes: a larger or smaller font, or bold where that is known.

    In an image, where sizes are estimates, a sentence that goes on tells that it does not.
    """
    sizes = (letter_height(before) or 0.0, letter_height(line) or 0.0)
    known = before.font_size is not None and line.font_size is not None
    least = _OTHER_IN_IMAGE if min(map(len, (before.text, line.text))) > _FEW else _OTHER_OF_FEW
    other = max(sizes) > (_OTHER if known else least) * min(sizes) > 0
    if not known:
        return other and not (starts_lower(line.text) and goes_on(before.text, line.text))
    return other or before.bold != line.bold


def _is_indented(block: list[Line], line: Line) -> bool:
    """Tell whether a line begins farther right, as the first of a paragraph does.

    The second line of a list item hangs farther right than the first without being one.
    """
    em = letter_height(line) or 10.0
    if _box(line).x0 <= _box(block[-1]).x0 + 0.8 * em:
        return False
    return len(block) > 1 or ends_sentence(block[-1].text)


def _is_outdented(block: list[Line], line: Line, measure: _Measure) -> bool:
    """Tell whether a line returns to the margin after a list item.

    Where items do not hang, only what ends a sentence tells that the item has ended.
    """
    first = block[0]
    em = letter_height(line) or 10.0
    left = _box(line).x0
    if starts_with_bullet(first.text) and len(block) == 1:
        ended = measure.hangs or ends_sentence(first.text)
        back = left <= _box(first).x0 + 0.2 * em and starts_like_title(line.text)
        return ended and back and not is_unfinished(first.text)
    return len(block) > 1 and starts_item(first.text) and left < _box(block[-1]).x0 - 0.6 * em


def _broke_early(before: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a line ends although the next word would have fitted: the break is meant.

    Titles are broken where it looks well.
    """
    if not starts_like_title(line.text) or is_unfinished(before.text):
        return False
    heights = [letter_height(one) or 0.0 for one in (before, line)]
    if min(heights) > _TITLE * measure.height:
        return False
    word = line.words[0].box if line.words else None
    needed = (word.width if word is not None else 0.0) + 2 * measure.height
    return measure.right - _box(before).x1 > needed


def _is_tail(block: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Tell whether the last line of a block is but what the line above had no room for.

    Lines that were broken once and then again, for narrower paper, are so; where the sentence
    has not come to its end, it goes on.
    """
    if len(block) < 2:
        return False
    above, last = block[-2:]
    return (
        len(last.text.split()) <= _TAIL_WORDS
        and not ends_sentence(above.text)
        and not ends_sentence(last.text)
        and not _broke_early(above, last, measure)
        and not any(names_one_of_many(one.text) for one in (above, line))
    )


def _is_short_title(before: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a line after a sentence is too short for running text and ends none."""
    return (
        ends_sentence(before.text)
        and starts_like_title(line.text)
        and not is_unfinished(line.text)
        and not line.text.endswith((".", ",", ";"))
        and _box(line).x1 - measure.left < 0.5 * (measure.right - measure.left)
    )


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError(f"the line {line.text!r} has no place on the page")
    return line.box
