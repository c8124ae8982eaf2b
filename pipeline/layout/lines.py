"""Printed rows as lines."""

from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from pipeline.model.geometry import Box
from pipeline.model.page import Line, Role, Word

_DEEP = frozenset("gjpqyQ,;()[]{}|/§$")
_ACCENTED = frozenset("ÅÄÖÉÜ")
_TALL = frozenset("bdfhklåäöéüßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_DOTTED = frozenset("ijt")
_ACCENT_ASCENT, _ASCENT, _DOTTED_ASCENT, _X_HEIGHT, _DESCENT = 0.88, 0.71, 0.68, 0.48, 0.21
"""Font sizes above and below the baseline: means over text typefaces, which differ by a tenth."""


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
    """Return the size of a line's print in points: its font's, or as its words show it."""
    return line.font_size if line.font_size is not None else _height_of_ink(line.words)


def print_size(words: Sequence[Word]) -> float | None:
    """Return the size of the print of a line's words, as `letter_height` does of the line."""
    size = _font_size(words)
    return size if size is not None else _height_of_ink(words)


def _height_of_ink(words: Sequence[Word]) -> float | None:
    sizes = [size for word in words if (size := _size(word)) is not None]
    if not sizes:
        sizes = [word.box.height for word in words if word.box is not None]
    return median(sizes) if sizes else None


def level(line: Line) -> float:
    """Return the height on the page from which the step to the next line is measured.

    That is the top of a line of known print, and in an image the baseline: boxes of words
    read from an image reach from the highest to the lowest ink. Raises ValueError for a
    line without a place.
    """
    if line.box is None:
        raise ValueError(f"the line {line.text!r} has no place on the page")
    if line.font_size is not None:
        return line.box.y0
    words = [word for word in line.words if word.box is not None and _has_letter(word)]
    bottoms = [word.box.y1 for word in words if word.box and not _DEEP & set(word.text)]
    if bottoms:
        return median(bottoms)
    return line.box.y1 - (_DESCENT * (letter_height(line) or 0.0) if words else 0.0)


def _size(word: Word) -> float | None:
    """Return the font size that the height of a word's ink tells of, by its letters."""
    reach = _reach(word.text)
    return None if word.box is None or reach is None else word.box.height / reach


@lru_cache(maxsize=4096)
def _reach(text: str) -> float | None:
    """Return from where to where ink reaches, in font sizes; None without a letter.

    Lines are asked again for each of their neighbours, and texts have few different words.
    """
    if not any(character.isalnum() for character in text):
        return None
    letters = set(text)
    heights = ((_ACCENTED, _ACCENT_ASCENT), (_TALL, _ASCENT), (_DOTTED, _DOTTED_ASCENT))
    ascent = next((height for signs, height in heights if letters & signs), _X_HEIGHT)
    return ascent + (_DESCENT if letters & _DEEP else 0.0)


def _has_letter(word: Word) -> bool:
    return _reach(word.text) is not None


def _around(words: Sequence[Word]) -> Box | None:
    boxes = [word.box for word in words if word.box is not None]
    if not boxes:
        return None
    return Box(
        min([box.x0 for box in boxes]),
        min([box.y0 for box in boxes]),
        max([box.x1 for box in boxes]),
        max([box.y1 for box in boxes]),
    )


def _confidence(words: Sequence[Word]) -> float | None:
    """Return the mean over characters of the words' confidence."""
    known = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    total = sum(length for _, length in known)
    return sum(value * length for value, length in known) / total if total else None


def _font_size(words: Sequence[Word]) -> float | None:
    sizes = [word.font_size for word in words if word.font_size is not None]
    return median(sizes) if sizes else None
