"""Lines of a region as blocks: paragraphs, headings and list items."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.layout.lines import letter_height
from pipeline.layout.wording import (
    ends_sentence,
    item_starts,
    starts_item,
    starts_like_title,
    starts_with_bullet,
)
from pipeline.model.geometry import Box
from pipeline.model.page import Line

_WIDER = 1.4
"""A step to the next line that is so many times the usual one ends a block."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """The usual step from line to line and the right edge of a region, in points."""

    step: float
    right: float
    width: float


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
    steps = [after.y0 - before.y0 for before, after in pairwise(boxes)]
    # A region of few lines, or one with nothing but headings, has no usual step of its own.
    usual = [step for step in steps if 0 < step < 2.2 * median(heights)]
    step = median(usual) if len(usual) >= 3 else 1.3 * median(heights)
    right = max(box.x1 for box in boxes)
    return _Measure(step, right, max(right - min(box.x0 for box in boxes), 1.0))


def _begins_block(block: list[Line], line: Line, measure: _Measure) -> bool:
    before = block[-1]
    return (
        _is_far(before, line, measure)
        or _looks_other(before, line)
        or _is_indented(block, line)
        or _is_outdented(block, line)
        or _follows_short_end(before, line, measure)
    )


def _is_far(before: Line, line: Line, measure: _Measure) -> bool:
    step = _box(line).y0 - _box(before).y0
    larger = max(letter_height(before) or 0.0, letter_height(line) or 0.0)
    return step < 0 or step > _WIDER * max(measure.step, 1.1 * larger)


def _looks_other(before: Line, line: Line) -> bool:
    """Tell whether the print changes: a font a tenth larger or smaller, or bold.

    In an image, where heights vary by the letters, it takes much more.
    """
    if before.font_size is None or line.font_size is None:
        heights = (letter_height(before) or 0.0, letter_height(line) or 0.0)
        return min(heights) > 0 and max(heights) > 1.4 * min(heights)
    larger = max(before.font_size, line.font_size)
    return before.bold != line.bold or larger > 1.1 * min(before.font_size, line.font_size)


def _is_indented(block: list[Line], line: Line) -> bool:
    """Tell whether a line begins farther right, as the first of a paragraph does.

    The second line of a list item hangs farther right than the first without being one.
    """
    em = letter_height(line) or 10.0
    if _box(line).x0 <= _box(block[-1]).x0 + 0.8 * em:
        return False
    return len(block) > 1 or ends_sentence(block[-1].text)


def _is_outdented(block: list[Line], line: Line) -> bool:
    """Tell whether a line returns to the margin after a list item."""
    first = block[0]
    em = letter_height(line) or 10.0
    left = _box(line).x0
    if starts_with_bullet(first.text) and len(block) == 1:
        return left <= _box(first).x0 + 0.2 * em and starts_like_title(line.text)
    return len(block) > 1 and starts_item(first.text) and left < _box(block[-1]).x0 - 0.6 * em


def _follows_short_end(before: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether the line before ends a paragraph: a sentence ends well before the edge."""
    room = measure.right - _box(before).x1
    return (
        ends_sentence(before.text) and starts_like_title(line.text) and room > 0.3 * measure.width
    )


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError(f"the line {line.text!r} has no place on the page")
    return line.box
