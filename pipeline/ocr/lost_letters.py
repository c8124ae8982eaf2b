"""Letters that stand by themselves in a column without rules, and that the engine took for dirt.

A table of which only white space shows the columns has no cells to look into. But where ink of
a letter or two is left beside words, on one line with them, and more of it below, it is a
column of such letters: parties, mostly. They are read as short cells are.
"""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.components import components, ink, nearly_coarser
from pipeline.ocr.marks import BULLET
from pipeline.ocr.short_cells import Read, read_cells

_POINTS: Final = 72
_LOWEST: Final = 4.0
_HIGHEST: Final = 14.0
_WIDEST: Final = 30.0
"""Points: the ink of a letter or two, no speck and no second line."""

_JOINED: Final = (3.0, 1.5)
"""Points across and down by which ink is made wider, so that letters of one word meet."""

_APART: Final = 7.0
"""Points: a letter by itself is farther from the words beside it than words from each other."""

_ALIGNED: Final = 4.0
_FEWEST: Final = 2
"""So many pieces of ink stand below each other at the least, as near to one line as that."""

_DIRT: Final = 0.3
"""Confidence below which a word is dirt, or letters of several lines."""

_GLANCE_DPI: Final = 75
_GLANCE_BLUR: Final = 1.0
"""Points: a pixel of a coarse image."""

_MOST: Final = 80
"""A page with more of them is a picture, or dirty."""


def read_lost_letters(words: Sequence[Word], raster: Raster, read: Read) -> tuple[Word, ...]:
    """Return the words with those that columns of unread ink hold.

    `words` and those of the result lie on `raster`, in points. `read` returns the words of an
    image; it is called for pages that have such ink only.
    """
    boxes = np.array([box for word in words if (box := _sure_box(word))]).reshape(-1, 4)
    # Hardly a page has any, which a coarse image shows in a tenth of the time.
    if not _columns(boxes, nearly_coarser(raster, _GLANCE_DPI), _GLANCE_BLUR):
        return (*words,)
    cells = _columns(boxes, raster)
    return read_cells(tuple(words), cells, raster, read) if 0 < len(cells) <= _MOST else (*words,)


def _columns(boxes: NDArray[np.float64], raster: Raster, blur: float = 0.0) -> list[Box]:
    """Return the pieces of ink that columns of them hold, beside the words in the boxes."""
    found = [box for box in _unread(boxes, raster, blur) if _is_beside(box, boxes, blur)]
    return list(compress(found, _are_in_columns(found, blur)))


def _sure_box(word: Word) -> tuple[float, float, float, float] | None:
    """Return the edges of a word or bullet; None for dirt, and for letters out of a column."""
    box = word.box
    letters = word.text == BULLET or any(map(str.isalnum, word.text))
    sure = word.confidence is None or word.confidence >= _DIRT
    if box is None or not letters or not sure or box.height > max(_HIGHEST, 2 * box.width):
        return None
    return box.x0, box.y0, box.x1, box.y1


def _unread(boxes: NDArray[np.float64], raster: Raster, blur: float) -> Iterator[Box]:
    """Yield where ink of a letter's size stands that is in none of the boxes, from the top.

    The image shows edges within `blur` points; what may be of that size is enough then.
    """
    scale = raster.dpi / _POINTS
    left = ink(raster.pixels)
    for x0, y0, x1, y1 in np.round(boxes * scale).astype(int).tolist():
        left[max(y0 - 1, 0) : y1 + 1, max(x0 - 1, 0) : x1 + 1] = 0
    across, down = (round(side * scale) | 1 for side in _JOINED)
    wider = cv2.dilate(left, np.ones((down, across), np.uint8))
    for x, y, width, height, _ in components(wider).stats[1:].tolist():
        x0, y0 = (x + across // 2) / scale, (y + down // 2) / scale
        x1, y1 = (x + width - across // 2) / scale, (y + height - down // 2) / scale
        fits_down = _LOWEST - blur <= y1 - y0 <= _HIGHEST + blur
        if fits_down and _LOWEST / 2 - blur <= x1 - x0 <= _WIDEST + blur:
            yield Box(x0, y0, x1, y1)


def _is_beside(box: Box, boxes: NDArray[np.float64], blur: float) -> bool:
    """Tell whether words stand on one line with a piece of ink, and none of them near."""
    x0, y0, x1, y1 = boxes.T
    shared = np.minimum(y1, box.y1) - np.maximum(y0, box.y0)
    level = shared > box.height / 2
    gaps = np.maximum(x0 - box.x1, box.x0 - x1)[level]
    return bool(len(gaps)) and bool(gaps.min() > _APART - blur)


def _are_in_columns(boxes: Sequence[Box], blur: float) -> NDArray[np.bool_]:
    """Tell of each piece of ink whether others begin or end where it does, or have its middle.

    The edges are sorted, not compared one by one: a picture has thousands of such pieces.
    """
    left, right = np.array([(box.x0, box.x1) for box in boxes]).reshape(-1, 2).T
    near = _ALIGNED + blur
    aligned = np.zeros(len(boxes), dtype=np.bool_)
    for places in (left, right, (left + right) / 2):
        ordered = np.sort(places)
        first = np.searchsorted(ordered, places - near, side="right")
        aligned |= np.searchsorted(ordered, places + near, side="left") - first >= _FEWEST
    return aligned
