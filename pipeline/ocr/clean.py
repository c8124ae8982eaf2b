"""Clean-up of page images: each step alone, and only those that were measured to help.

What each step does to the error rate is in `docs/measurements.md`. Denoising by non-local
means, smoothing, thresholding (Otsu, Sauvola) and dropping small components were measured
too, and left out: Tesseract does better without them.
"""

from math import ceil
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.raster import Raster
from pipeline.ocr.components import coarser, components, nearly_coarser

READING_DPI: Final = 200
"""Scans of a lower resolution are enlarged to this before they are read."""

_POINTS: Final = 72
_MARK_DPI: Final = 75
_PAPER_DPI: Final = 36
"""Coarse enough to average the grain away, which would make the brightest too bright."""

_LETTER: Final = 12.0
"""Points: wider than the strokes of any running text, narrower than shadows and stains."""

_WHITE: Final = 255
_BLACK_PERCENTILE: Final = 20
_LIGHT_SHARE: Final = 0.3
_INK_CONTRAST: Final = 0.8
_SMALLEST_MARK: Final = 6
"""Pixels at the grid's resolution: less than the dot of an i in small print."""


def turn(raster: Raster, degrees: int) -> Raster:
    """Return the image turned clockwise by 0, 90, 180 or 270 degrees."""
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, -degrees // 90)), raster.dpi)


def is_blank(raster: Raster) -> bool:
    """Tell whether nothing on the page is as dark and as large as the smallest print.

    Grain and specks are averaged away first. In doubt a page is not blank.
    """
    small = nearly_coarser(raster, _MARK_DPI)
    # The paper is nowhere darker than that: most pages need no closer look.
    darkest = int(np.min(_brightest_around(coarser(small, _PAPER_DPI))))
    return not (
        _shows_marks(small.pixels < ceil(darkest * _INK_CONTRAST))
        or _shows_marks(small.pixels < _paper(small) * _INK_CONTRAST)
    )


def _shows_marks(marks: NDArray[np.bool_]) -> bool:
    mask = marks.view(np.uint8)
    # On most pages a stroke down is long enough by itself.
    if cv2.erode(mask, np.ones((_SMALLEST_MARK, 1), np.uint8)).any():
        return True
    areas = components(mask).stats[1:, cv2.CC_STAT_AREA]
    return bool((areas >= _SMALLEST_MARK).any())


def flatten(raster: Raster) -> Raster:
    """Return the image with even paper: no shadows, and no print of the back page.

    The paper's tone is divided out. Then the darkest fifth of the ink becomes black, and
    what is lighter than a third of the way from Otsu's border of ink to paper becomes white.
    """
    even = cv2.divide(raster.pixels, _paper(raster), scale=_WHITE)
    border, _ = cv2.threshold(even, 0, _WHITE, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink = even[even < border]
    black = float(np.percentile(ink, _BLACK_PERCENTILE)) if ink.size else 0.0
    white = max(border + (_WHITE - border) * _LIGHT_SHARE, black + 1)
    tones = np.clip((np.arange(256) - black) / (white - black) * _WHITE, 0, _WHITE)
    return Raster(cv2.LUT(even, tones.astype(np.uint8)).astype(np.uint8), raster.dpi)


def despeckle(raster: Raster) -> Raster:
    """Return the image with each pixel the median of its neighbourhood of 3 by 3."""
    return Raster(cv2.medianBlur(raster.pixels, 3).astype(np.uint8), raster.dpi)


def _paper(raster: Raster) -> cv2.typing.MatLike:
    """Return the tone of the paper at each pixel: the brightest around, smoothed."""
    height, width = raster.pixels.shape
    small = coarser(raster, _PAPER_DPI)
    smooth = cv2.medianBlur(_brightest_around(small), 2 * _letter_side(small.dpi) + 1)
    return cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR)


def _brightest_around(raster: Raster) -> cv2.typing.MatLike:
    side = _letter_side(raster.dpi)
    return cv2.dilate(raster.pixels, np.ones((side, side), np.uint8))


def _letter_side(dpi: float) -> int:
    return round(_LETTER * dpi / _POINTS) | 1
