"""How far the lines of a page image slant, and which way they run.

Method: the profile of ink along a direction is most uneven where the direction is that of
the text lines, since ink and gaps then fall into rows of their own (W. Postl, "Detection of
linear oblique structures and skew scan in digitized documents", ICPR 1986).
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.raster import Raster
from pipeline.ocr.components import components, ink, nearly_coarser, without_gaps

WORKING_DPI: Final = 100
"""The resolution at which lines are looked for."""

_WHITE: Final = 255
_COARSE: Final = tuple(step * 0.5 for step in range(-20, 21))
_FINE: Final = tuple(step * 0.05 for step in range(-10, 11))
"""Degrees: those looked at first, and those around the best of them."""

_FEWEST_INK: Final = 200
"""Pixels at the working resolution; less ink makes no line to measure by."""

_COARSE_CELL: Final = (8, 2)
"""Pixels along and across lines that are counted as one: the steepest falls by 0.7 cells."""

_FALL: Final = 0.75
_LONGEST_CELL: Final = 16
"""Pixels: how far lines fall at most along a cell that is one pixel high, and its length."""


class _Ink(NamedTuple):
    """Where ink is: places along and across lines in heights of a cell, and how much."""

    along: NDArray[np.float64]
    across: NDArray[np.float64]
    amount: NDArray[np.float64]


class _Direction(NamedTuple):
    """The angle in degrees at which a profile is most uneven, and how much it is nearby.

    That is at the best of the coarse angles, to compare with another direction.
    """

    angle: float
    coarsely: float


class TextLines:
    """How the text lines of an image run; each question is worked out when it is asked."""

    def __init__(self, raster: Raster) -> None:
        self._mask = _letters(raster)

    @property
    def skew(self) -> float:
        """The slant in degrees, positive clockwise; 0 for no text."""
        return self._rows.angle if self._rows else 0.0

    @property
    def is_vertical(self) -> bool:
        """Whether the lines run up or down the image rather than across it."""
        if self._rows is None:
            return False
        # Turned by a quarter, angles have the other sign, and all are looked at anyway.
        return _most_uneven(_cells_on_end(self._mask), _COARSE)[1] > self._rows.coarsely

    @cached_property
    def _rows(self) -> _Direction | None:
        return _best(self._mask) if cv2.countNonZero(self._mask) >= _FEWEST_INK else None


def _letters(raster: Raster) -> NDArray[np.uint8]:
    """Return a mask of the dark pixels of letters, at the working resolution."""
    mask = ink(nearly_coarser(raster, WORKING_DPI).pixels)
    packed, kept = without_gaps(mask)
    labels, stats = components(packed)
    # Pictures, frames and dark margins have edges of their own; letters are small.
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    letters = np.where(sides <= WORKING_DPI, np.uint8(_WHITE), np.uint8(0))
    letters[0] = 0
    if np.count_nonzero(letters) < len(letters) - 1:
        mask[kept] = np.take(letters, labels)
    return mask


def _cells(mask: NDArray[np.uint8], cell: tuple[int, int]) -> _Ink:
    """Return the cells of a mask, width by height, that have ink."""
    wide, high = cell
    return _where_ink_is(_counted(mask, wide, high), wide / high)


def _cells_on_end(mask: NDArray[np.uint8]) -> _Ink:
    """Return the coarse cells of a mask whose lines run down it."""
    long, short = _COARSE_CELL
    return _where_ink_is(_counted(mask, short, long).T, long / short)


def _counted(mask: NDArray[np.uint8], wide: int, high: int) -> NDArray[np.uint8]:
    """Return the mean of each cell of a mask."""
    columns, rows = mask.shape[1] // wide, mask.shape[0] // high
    whole = np.ascontiguousarray(mask[: rows * high, : columns * wide])
    return np.asarray(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)


def _where_ink_is(amounts: NDArray[np.uint8], length: float) -> _Ink:
    """Return the cells that have ink; they are so many times as long as high."""
    found = cv2.findNonZero(np.ascontiguousarray(amounts))  # in a third of NumPy's time
    along, down = np.reshape([] if found is None else found, (-1, 2)).astype(np.intp).T
    amount = amounts[down, along].astype(np.float64)
    return _Ink(along.astype(np.float64) * length, down.astype(np.float64), amount)


def _best(mask: NDArray[np.uint8]) -> _Direction:
    """Return the direction whose profile is most uneven."""
    middle, coarsely = _most_uneven(_cells(mask, _COARSE_CELL), _COARSE)
    angles = [middle + step for step in _FINE]
    angle, _ = _most_uneven(_cells(mask, (_cell_length(angles), 1)), angles)
    return _Direction(round(angle, 2) + 0.0, coarsely)


def _cell_length(angles: Sequence[float]) -> int:
    """Return how long cells that are one pixel high may be for lines that slant so."""
    fall = np.tan(np.deg2rad(max(map(abs, angles))))
    return min(int(_FALL / fall), _LONGEST_CELL)


def _most_uneven(ink: _Ink, angles: Sequence[float]) -> tuple[float, float]:
    """Return the angle in degrees whose profile is most uneven, and how much it is."""
    found = [_unevenness(ink, angle) for angle in angles]
    best = int(np.argmax(found))
    return angles[best], found[best]


def _unevenness(ink: _Ink, angle: float) -> float:
    """Return the sum of squared steps of the ink's profile along lines that slant by `angle`."""
    slope = np.deg2rad(angle)
    heights = ink.across * np.cos(slope) - ink.along * np.sin(slope)
    rows = (heights - (heights.min() - 0.5)).astype(np.intp)
    steps = np.diff(np.bincount(rows, ink.amount))
    return float(np.dot(steps, steps))
