"""How far the lines of a page image slant, and which way they run.

Method: the profile of ink along a direction is most uneven where the direction is that of
the text lines, since ink and gaps then fall into rows of their own (W. Postl, "Detection of
linear oblique structures and skew scan in digitized documents", ICPR 1986).
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.raster import Raster

LARGEST_SKEW: Final = 10.0
"""Degrees to either side that are looked at."""

_WORKING_DPI: Final = 100
_COARSE_STEP: Final = 0.5
_FINE_STEP: Final = 0.05
_FEWEST_INK: Final = 200
"""Pixels at the working resolution; less ink makes no line to measure by."""

_Ink = NDArray[np.float64]


def find_skew(raster: Raster) -> float:
    """Return the slant of the text lines in degrees, positive clockwise; 0 for no text."""
    ink = _ink(raster)
    return _best_angle(ink)[0] if len(ink) >= _FEWEST_INK else 0.0


def runs_vertically(raster: Raster) -> bool:
    """Tell whether the text lines run up or down the image rather than across it."""
    ink = _ink(raster)
    if len(ink) < _FEWEST_INK:
        return False
    across, down = _best_angle(ink)[1], _best_angle(ink[:, ::-1])[1]
    return down > across


def _ink(raster: Raster) -> _Ink:
    """Return (x, y) of the dark pixels of letters, at the working resolution."""
    scale = _WORKING_DPI / raster.dpi
    small = cv2.resize(raster.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, dark = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    # Pictures, frames and dark margins have edges of their own; letters are small.
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    letters = (sides <= _WORKING_DPI) & (np.arange(count) > 0)
    rows, columns = np.nonzero(letters[labels])
    return np.column_stack((columns, rows)).astype(np.float64)


def _best_angle(ink: _Ink) -> tuple[float, float]:
    """Return the angle whose profile is most uneven, and how uneven it is."""
    coarse = np.arange(-LARGEST_SKEW, LARGEST_SKEW + _COARSE_STEP / 2, _COARSE_STEP)
    middle = max(coarse, key=lambda angle: _unevenness(ink, angle))
    fine = middle + np.arange(-_COARSE_STEP, _COARSE_STEP + _FINE_STEP / 2, _FINE_STEP)
    best = max(fine, key=lambda angle: _unevenness(ink, angle))
    return round(float(best), 2) + 0.0, _unevenness(ink, best)


def _unevenness(ink: _Ink, angle: float) -> float:
    """Return the sum of squared steps of the ink's profile along lines that slant by `angle`."""
    slope = np.deg2rad(angle)
    heights = ink[:, 1] * np.cos(slope) - ink[:, 0] * np.sin(slope)
    rows = np.rint(heights - heights.min()).astype(np.int64)
    steps = np.diff(np.bincount(rows))
    return float(np.dot(steps, steps))
