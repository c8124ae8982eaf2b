"""Ink and its connected pieces, and images made coarser to look at as a whole."""

from functools import cached_property
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.raster import Raster

_WHITE: Final = 255
_NEARLY_TWICE: Final = 1.98
"""Scans of 200 dpi may have 199.9."""

_POINTS: Final = 72
_BAND: Final = 1.2
"""Points: less than any dot's distance from the lines above and below."""

_LEAST_ROWS: Final = 400
"""Rows of pixels that tell the tones of an image: eight to a line of print."""

Labels = NDArray[np.integer]
Mask = NDArray[np.uint8]


class Components(NamedTuple):
    """Connected pieces: `labels` numbers each pixel, 0 for none; `stats` are OpenCV's."""

    labels: Labels
    stats: NDArray[np.int32]


def components(marks: cv2.typing.MatLike, connectivity: int = 8) -> Components:
    """Return the connected pieces of a mask, over corners too unless `connectivity` is 4.

    Numbers of 16 bits take a third of the time; only dirt has more pieces than they count.
    """
    try:
        found = cv2.connectedComponentsWithStats(marks, connectivity=connectivity, ltype=cv2.CV_16U)
    except cv2.error:
        found = cv2.connectedComponentsWithStats(marks, connectivity=connectivity)
    return Components(np.asarray(found[1]), np.asarray(found[2], np.int32))


class Ink:
    """What is dark on an image, by Otsu's threshold; each mask, 0 or 255, is made when asked for.

    Most pages have neither rules nor rows of dots, which bands of rows show at less cost.
    """

    def __init__(self, raster: Raster) -> None:
        self._pixels = raster.pixels
        self._border = _border(raster.pixels)
        self.band_rows = min(max(round(raster.dpi * _BAND / _POINTS), 1), len(raster.pixels))
        """Rows of pixels that are one band."""

    @cached_property
    def mask(self) -> Mask:
        """Where the image is dark."""
        return _darker(self._pixels, self._border)

    def within(self, window: tuple[slice, slice]) -> Mask:
        """Return where a part of the image, rows and columns, is dark."""
        return _darker(self._pixels[window], self._border)

    @cached_property
    def bands(self) -> Mask:
        """Where bands of rows have a dark pixel; rows that are left at the bottom are in none."""
        rows = self.band_rows
        whole = self._pixels[: len(self._pixels) // rows * rows]
        darkest = whole[::rows]
        for row in range(1, rows):
            darkest = np.asarray(cv2.min(darkest, whole[row::rows]), np.uint8)
        return _darker(darkest, self._border)


def without_gaps(marks: Mask) -> tuple[Mask, NDArray[np.intp]]:
    """Return a mask with one empty row for each gap between filled ones, and where its rows were.

    Pieces are what they were, but higher up; to look for them takes less time.
    """
    filled = marks.max(axis=1) > 0
    filled[:-1] |= filled[1:]
    filled[0] = True  # OpenCV ends the process over a mask without rows.
    kept = np.flatnonzero(filled)
    return marks[kept], kept


def ink(pixels: NDArray[np.uint8]) -> Mask:
    """Return a mask, 0 or 255, of what is dark by Otsu's threshold."""
    return _darker(pixels, _border(pixels))


def _border(pixels: NDArray[np.uint8]) -> float:
    """Return Otsu's threshold; of a large image, some rows tell it."""
    some = pixels[:: max(len(pixels) // _LEAST_ROWS, 1)]
    return cv2.threshold(some, 0, _WHITE, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0]


def _darker(pixels: NDArray[np.uint8], border: float) -> Mask:
    return np.asarray(cv2.threshold(pixels, border, _WHITE, cv2.THRESH_BINARY_INV)[1], np.uint8)


def coarser(raster: Raster, dpi: float) -> Raster:
    """Return the image at about `dpi`, or as it is if that is less; each pixel is a mean.

    It is halved first, which is quick.
    """
    return _coarser(raster, dpi, cv2.INTER_AREA)


def nearly_coarser(raster: Raster, dpi: float) -> Raster:
    """Return the image at about `dpi` as `coarser` does, for a fifth of the time.

    What is left after it was halved is interpolated, which leaves a little more grain.
    """
    return _coarser(raster, dpi, cv2.INTER_LINEAR)


def _coarser(raster: Raster, dpi: float, at_last: int) -> Raster:
    pixels, now = raster.pixels, raster.dpi
    while now >= _NEARLY_TWICE * dpi:
        pixels, now = _scaled(pixels, 0.5, cv2.INTER_AREA), now / 2
    if now > dpi:
        pixels, now = _scaled(pixels, dpi / now, at_last), dpi
    return Raster(pixels, now)


def _scaled(pixels: NDArray[np.uint8], scale: float, how: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=how), np.uint8)
