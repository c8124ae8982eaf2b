"""Marks that engines take for letters: rows of leader dots, and bullets.

A row of dots, as in a table of contents, ruins the words beside it; a bullet is read as
`e` or `o`. Both are plain in the pixels, so they are read here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster

BULLET: Final = "•"

_POINTS: Final = 72
_WHITE: Final = 255
_WIDEST_DOT: Final = 3.0
_WIDEST_GAP: Final = 9.0
_FEWEST_DOTS: Final = 6
_UNEVENNESS: Final = 0.3
"""Standard deviation of the dots' distances over their mean; specks have more."""

_BULLET_SIZES: Final = (2.2, 7.0)
_BULLET_ASPECT: Final = 1.35
_BULLET_FILL: Final = 0.68
"""Share of its box that a mark covers: a disc pi/4, a square 1, letters with a hole less."""

_Labels = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Leaders:
    """An image without its rows of dots, and the rows as words: a full stop a dot."""

    raster: Raster
    words: tuple[Word, ...]

    def beside(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Return the rows that stand on a line with one of the words; others are rules."""
        boxes = [word.box for word in words if word.box is not None]
        return tuple(row for row in self.words if any(_on_line(row, box) for box in boxes))


def take_out_leaders(raster: Raster) -> Leaders:
    """Find rows of at least six dots, evenly spaced, and paint them over."""
    labels, stats = _components(raster.pixels)
    widest = _WIDEST_DOT * raster.dpi / _POINTS
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    small = (sides.max(axis=1) <= widest) & (sides.max(axis=1) <= 2 * sides.min(axis=1))
    small[0] = False
    if small.sum() < _FEWEST_DOTS:
        return Leaders(raster, ())
    rows = list(_rows(labels, stats, small, raster.dpi))
    if not rows:
        return Leaders(raster, ())
    dots = np.zeros(len(stats), bool)
    dots[np.concatenate(rows)] = True
    # Scanned dots have a grey rim beyond their ink.
    rim = cv2.dilate(dots[labels].astype(np.uint8), np.ones((3, 3), np.uint8))
    pixels = np.where(rim > 0, np.uint8(_WHITE), raster.pixels)
    words = tuple(_as_word(stats[row], raster.dpi) for row in rows)
    return Leaders(Raster(pixels, raster.dpi), words)


def read_bullets(words: Sequence[Word], raster: Raster) -> tuple[Word, ...]:
    """Return the words with those single signs as bullets that the image shows as filled."""
    return tuple(
        replace(word, text=BULLET) if len(word.text) == 1 and _is_bullet(word, raster) else word
        for word in words
    )


def _rows(
    labels: _Labels, stats: _Labels, small: NDArray[np.bool_], dpi: float
) -> Iterator[NDArray[np.intp]]:
    """Yield the components of each row of dots, from left to right."""
    reach = round(_WIDEST_GAP * dpi / _POINTS) | 1
    joined = cv2.dilate(small[labels].astype(np.uint8), np.ones((1, reach), np.uint8))
    bands = cv2.connectedComponentsWithStats(joined, connectivity=8)[2]
    flat = bands[:, cv2.CC_STAT_HEIGHT] <= 2 * _WIDEST_DOT * dpi / _POINTS
    long = bands[:, cv2.CC_STAT_WIDTH] >= reach + _FEWEST_DOTS
    members = np.flatnonzero(small)
    lefts, tops = stats[members, cv2.CC_STAT_LEFT], stats[members, cv2.CC_STAT_TOP]
    for left, top, width, height in bands[flat & long, : cv2.CC_STAT_AREA]:
        inside = (lefts >= left) & (lefts < left + width) & (tops >= top) & (tops < top + height)
        row = members[inside][np.argsort(lefts[inside])]
        gaps = np.diff(np.sort(lefts[inside]))
        if len(row) >= _FEWEST_DOTS and gaps.std() <= _UNEVENNESS * gaps.mean():
            yield row


def _as_word(dots: _Labels, dpi: float) -> Word:
    scale = _POINTS / dpi
    left, top = dots[:, cv2.CC_STAT_LEFT], dots[:, cv2.CC_STAT_TOP]
    right = (left + dots[:, cv2.CC_STAT_WIDTH]).max()
    bottom = (top + dots[:, cv2.CC_STAT_HEIGHT]).max()
    box = Box(left.min() * scale, top.min() * scale, right * scale, bottom * scale)
    return Word("." * len(dots), box)


def _on_line(row: Word, box: Box) -> bool:
    assert row.box is not None
    middle = (row.box.y0 + row.box.y1) / 2
    return box.y0 - _WIDEST_DOT <= middle <= box.y1 + _WIDEST_DOT


def _is_bullet(word: Word, raster: Raster) -> bool:
    """Tell whether a word's box holds one mark, about as wide as high, and filled."""
    if word.box is None:
        return False
    scale = raster.dpi / _POINTS
    left, top = int(word.box.x0 * scale), int(word.box.y0 * scale)
    right, bottom = int(word.box.x1 * scale) + 1, int(word.box.y1 * scale) + 1
    marks = _components(raster.pixels[top:bottom, left:right])[1][1:]
    if len(marks) != 1:
        return False
    width, height = (int(side) for side in marks[0, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]])
    smallest, largest = (size * scale for size in _BULLET_SIZES)
    return (
        smallest <= min(width, height)
        and max(width, height) <= min(largest, _BULLET_ASPECT * min(width, height))
        and marks[0, cv2.CC_STAT_AREA] >= _BULLET_FILL * width * height
    )


def _components(pixels: NDArray[np.uint8]) -> tuple[_Labels, _Labels]:
    """Return the connected pieces of ink: a number for each pixel, and OpenCV's statistics."""
    ink = cv2.threshold(pixels, 0, _WHITE, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return np.asarray(labels, np.int32), np.asarray(stats, np.int32)
