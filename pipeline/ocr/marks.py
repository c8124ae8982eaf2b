"""Marks that engines take for letters: rows of leader dots, and bullets.

A row of dots, as in a table of contents, ruins the words beside it; a bullet is read as
`e` or `o`. Both are plain in the pixels, so they are read here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

import cv2
import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.components import Ink, Mask, components, ink, without_gaps

BULLET: Final = "•"
DASH: Final = "–"

_POINTS: Final = 72
_WHITE: Final = 255
_WIDEST_DOT: Final = 3.0
_WIDEST_GAP: Final = 9.0
_FEWEST_DOTS: Final = 6
_UNEVENNESS: Final = 0.3
"""Standard deviation of the dots' distances over their mean; specks have more."""

_PAIR: Final = 0.5
"""Points: two pixels that are less wide together are taken as one; dots stay apart."""

_SPECK: Final = 0.7
_BEFORE: Final = 30.0
"""Points before a line in which its bullet stands."""
_LOW: Final = 7.0
"""Points: words of small letters are lower than the bullets beside them reach."""
_ALIGNED: Final = 1.5
"""Points: bullets of a list stand below each other."""
_BULLET_SIZES: Final = (1.8, 7.0)
_BULLET_ASPECT: Final = 1.35
_DASH_WIDTHS: Final = (2.5, 14.0)
_DASH_HEIGHT: Final = 1.6
_SIGNS: Final = frozenset({BULLET, DASH, "—", "-"})
_BULLET_FILL: Final = 0.68
"""Share of its box that a mark covers: a disc pi/4, a square 1, letters with a hole less."""

_Stats = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Leaders:
    """An image without its rows of dots, and the rows as words: a full stop a dot."""

    raster: Raster
    words: tuple[Word, ...]

    def beside(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Return the rows that stand on a line with one of the words; others are rules."""
        boxes = [word.box for word in words if word.box is not None]
        return tuple(row for row in self.words if any(_on_line(row, box) for box in boxes))


def take_out_leaders(raster: Raster, dark: Ink) -> Leaders:
    """Find rows of at least six dots, evenly spaced, and paint them over; `dark` is the ink."""
    if not _may_hold_rows(dark, raster.dpi):
        return Leaders(raster, ())
    labels, stats = components(dark.mask)
    widest = _WIDEST_DOT * raster.dpi / _POINTS
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    small = (sides.max(axis=1) <= widest) & (sides.max(axis=1) <= 2 * sides.min(axis=1))
    small[0] = False
    rows = list(_rows(stats, np.flatnonzero(small), raster))
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
    """Return the words with bullets where the image shows a filled mark for a single sign.

    A bullet that was read as the first sign of a word (`«Stöd`) becomes a word of its own.
    """
    return tuple(part for word in words for part in _with_bullet(word, raster))


def add_bullets(words: Sequence[Word], dark: Ink, dpi: float) -> tuple[Word, ...]:
    """Return the words with the bullets and dashes before lines that the engine left out.

    `dark` is the ink. A mark alone before a line is a bullet if another stands above or below.
    """
    before = {
        place: sign
        for place, word in enumerate(words)
        if word.box is not None and _begins_line(words, place)
        for sign in _sign_before(word.box, dark, dpi)
    }
    known = [word for word in words if word.text in _SIGNS]
    lefts = [word.box.x0 for word in (*known, *before.values()) if word.box is not None]
    listed = {
        place: sign
        for place, sign in before.items()
        if sign.box and sum(abs(sign.box.x0 - left) < _ALIGNED for left in lefts) >= 2
    }
    return tuple(
        part
        for place, word in enumerate(words)
        for part in ((listed[place], word) if place in listed else (word,))
    )


def _begins_line(words: Sequence[Word], place: int) -> bool:
    box, before = words[place].box, words[place - 1].box if place else None
    if box is None or before is None:
        return box is not None
    level = min(box.y1, before.y1) - max(box.y0, before.y0)
    return level <= 0 or not 0 <= box.x0 - before.x1 < _BEFORE


def _sign_before(word: Box, dark: Ink, dpi: float) -> Iterator[Word]:
    """Yield the bullet or dash in the white before a word, if nothing else stands there."""
    right = max(word.x0 - _SPECK, 0.0)
    beside = Box(max(right - _BEFORE, 0.0), word.y0, right, max(word.y1, word.y0 + _LOW))
    left, top, window = _window(beside, dpi)
    marks = _marks(dark.within(window), left, top, dpi)
    if len(marks) == 1 and _is_bullet(marks[0]):
        yield Word(BULLET, marks[0].box)
    elif len(marks) == 1 and _is_dash(marks[0].box):
        yield Word(DASH, marks[0].box)


def _may_hold_rows(dark: Ink, dpi: float) -> bool:
    """Tell whether enough dots follow each other closely: on most pages none do.

    Bands of rows are looked at, and pairs of columns where pixels are small, which saves most
    of the time and keeps dots beside each other apart.
    """
    high, wide = dark.band_rows, 2 if _PAIR * dpi >= 2 * _POINTS else 1
    bands, kept = without_gaps(dark.bands)
    stats = components(bands if wide == 1 else _in_pairs(bands)).stats[1:]
    widest = _WIDEST_DOT * dpi / _POINTS
    small = wide * stats[:, cv2.CC_STAT_WIDTH] <= widest + 2 * (wide - 1)
    small &= high * stats[:, cv2.CC_STAT_HEIGHT] < widest + 2 * high
    lefts = wide * stats[small, cv2.CC_STAT_LEFT]
    tops = high * kept[stats[small, cv2.CC_STAT_TOP]]
    return _follow_closely(lefts, tops, dpi)


def _in_pairs(mask: Mask) -> Mask:
    """Return where either of two columns of a mask is set; the last of an odd number is left."""
    even = mask[:, : mask.shape[1] // 2 * 2]
    return (even.view(np.uint16) > 0).view(np.uint8)


def _follow_closely(lefts: NDArray[np.int32], tops: NDArray[np.intp], dpi: float) -> bool:
    """Tell whether dots follow each other in bands of four dots' height, or half a band lower."""
    band = 4 * _WIDEST_DOT * dpi / _POINTS
    reach = (_WIDEST_GAP + _WIDEST_DOT) * dpi / _POINTS
    for shift in (0.0, 0.5):
        bands = np.floor(tops / band + shift)
        order = np.lexsort((lefts, bands))
        near = (np.diff(lefts[order]) <= reach) & (np.diff(bands[order]) == 0)
        if _longest_run(near) >= _FEWEST_DOTS - 1:
            return True
    return False


def _longest_run(flags: NDArray[np.bool_]) -> int:
    """Return how many flags in a row are set at most."""
    ends = np.flatnonzero(~flags)
    return int(np.diff(np.concatenate(([-1], ends, [len(flags)]))).max()) - 1


def _rows(stats: _Stats, members: NDArray[np.intp], raster: Raster) -> Iterator[NDArray[np.intp]]:
    """Yield the components of each row of dots, from left to right; `members` are the dots."""
    reach = round(_WIDEST_GAP * raster.dpi / _POINTS) | 1
    joined = np.zeros(raster.pixels.shape, np.uint8)
    for left, top, width, height in stats[members, : cv2.CC_STAT_AREA].tolist():
        joined[top : top + height, max(left - reach // 2, 0) : left + width + reach // 2] = 1
    bands = components(joined).stats
    flat = bands[:, cv2.CC_STAT_HEIGHT] <= 2 * _WIDEST_DOT * raster.dpi / _POINTS
    long = bands[:, cv2.CC_STAT_WIDTH] >= reach + _FEWEST_DOTS
    lefts, tops = stats[members, cv2.CC_STAT_LEFT], stats[members, cv2.CC_STAT_TOP]
    for left, top, width, height in bands[flat & long, : cv2.CC_STAT_AREA]:
        inside = (lefts >= left) & (lefts < left + width) & (tops >= top) & (tops < top + height)
        row = members[inside][np.argsort(lefts[inside])]
        gaps = np.diff(np.sort(lefts[inside]))
        if len(row) >= _FEWEST_DOTS and gaps.std() <= _UNEVENNESS * gaps.mean():
            yield row


def _as_word(dots: _Stats, dpi: float) -> Word:
    scale = _POINTS / dpi
    left, top = dots[:, cv2.CC_STAT_LEFT], dots[:, cv2.CC_STAT_TOP]
    right = (left + dots[:, cv2.CC_STAT_WIDTH]).max()
    bottom = (top + dots[:, cv2.CC_STAT_HEIGHT]).max()
    edges = np.array([left.min(), top.min(), right, bottom]) * scale
    # Python's own numbers: what is kept knows no others.
    return Word("." * len(dots), Box(*edges.tolist()))


def _on_line(row: Word, box: Box) -> bool:
    assert row.box is not None
    middle = (row.box.y0 + row.box.y1) / 2
    return box.y0 - _WIDEST_DOT <= middle <= box.y1 + _WIDEST_DOT


def _with_bullet(word: Word, raster: Raster) -> tuple[Word, ...]:
    if word.box is None or (len(word.text) > 1 and word.text[0].isalnum()):
        return (word,)
    marks = _marks_in(word.box, raster)
    if not marks or not _is_bullet(marks[0]):
        return (word,)
    first, *rest = (mark.box for mark in marks)
    if not rest and len(word.text) <= 2:
        return (structs.replace(word, text=BULLET, box=first),)
    if rest and len(word.text) > 2:
        left = structs.replace(word, text=BULLET, box=first)
        return left, structs.replace(word, text=word.text[1:], box=reduce(Box.union, rest))
    return (word,)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A connected piece of ink: its box in points, and the share of it that it covers."""

    box: Box
    fill: float


def _marks_in(box: Box, raster: Raster) -> list[_Mark]:
    """Return the marks in a box from left to right; specks are left out."""
    left, top, window = _window(box, raster.dpi)
    return _marks(ink(raster.pixels[window]), left, top, raster.dpi)


def _window(box: Box, dpi: float) -> tuple[int, int, tuple[slice, slice]]:
    """Return the left and the top of a box in pixels, and its part of an image."""
    scale = _POINTS / dpi
    left, top = int(box.x0 / scale), int(box.y0 / scale)
    right, bottom = int(box.x1 / scale) + 1, int(box.y1 / scale) + 1
    return left, top, (slice(top, bottom), slice(left, right))


def _marks(dark: NDArray[np.uint8], left: int, top: int, dpi: float) -> list[_Mark]:
    marks, scale = [], _POINTS / dpi
    for x, y, width, height, area in sorted(components(dark).stats[1:].tolist()):
        x0, y0 = (left + x) * scale, (top + y) * scale
        if max(width, height) * scale > _SPECK:
            around = Box(x0, y0, x0 + width * scale, y0 + height * scale)
            marks.append(_Mark(around, area / (width * height)))
    return marks


def _is_bullet(mark: _Mark) -> bool:
    """Tell whether a mark is about as wide as high, filled, and of a bullet's size."""
    smallest, largest = _BULLET_SIZES
    small, large = sorted((mark.box.width, mark.box.height))
    fitting = smallest <= small and large <= min(largest, _BULLET_ASPECT * small)
    return fitting and mark.fill >= _BULLET_FILL


def _is_dash(mark: Box) -> bool:
    """Tell whether a mark is flat, and as wide as a hyphen or a dash."""
    narrowest, widest = _DASH_WIDTHS
    return narrowest <= mark.width <= widest and mark.height <= _DASH_HEIGHT
