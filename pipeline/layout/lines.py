"""Printed rows as lines."""

from collections.abc import Sequence
from statistics import median

from pipeline.model.geometry import Box
from pipeline.model.page import Line, Role, Word


def line_of(words: Sequence[Word], role: Role = Role.BODY, block: int = 0) -> Line:
    """Return the line that words form, in the order given; a single space divides them."""
    weights = [len(word.text) for word in words]
    bold = sum(weight for word, weight in zip(words, weights, strict=True) if word.bold)
    return Line(
        text=" ".join(word.text for word in words),
        role=role,
        block=block,
        box=_around(words),
        confidence=_confidence(words),
        font_size=_font_size(words),
        bold=bold * 2 > sum(weights),
        words=tuple(words),
    )


def letter_height(line: Line) -> float | None:
    """Return the size of a line's print in points: its font's, or that of its tallest words.

    Boxes of words read from an image reach from the lowest to the highest ink, so that
    only the taller words tell of the font.
    """
    if line.font_size is not None:
        return line.font_size
    heights = sorted(word.box.height for word in line.words if word.box is not None)
    return heights[(len(heights) * 3) // 4] if heights else None


def _around(words: Sequence[Word]) -> Box | None:
    boxes = [word.box for word in words if word.box is not None]
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _confidence(words: Sequence[Word]) -> float | None:
    """Return the mean over characters of the words' confidence."""
    known = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    total = sum(length for _, length in known)
    return sum(value * length for value, length in known) / total if total else None


def _font_size(words: Sequence[Word]) -> float | None:
    sizes = [word.font_size for word in words if word.font_size is not None]
    return median(sizes) if sizes else None
