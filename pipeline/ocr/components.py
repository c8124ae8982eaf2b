"""Connected pieces of ink, and images made coarser to look at as a whole."""

from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.raster import Raster

_WHITE: Final = 255
_NEARLY_TWICE: Final = 1.98
"""Scans of 200 dpi may have 199.9."""

Labels = NDArray[np.integer]


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


def without_gaps(marks: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """Return a mask with one empty row for each gap between filled ones, and where its rows were.

    Pieces are what they were, but higher up; to look for them takes less time.
    """
    filled = marks.max(axis=1) > 0
    filled[:-1] |= filled[1:]
    filled[0] = True  # OpenCV ends the process over a mask without rows.
    kept = np.flatnonzero(filled)
    return marks[kept], kept


def ink(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a mask, 0 or 255, of what is dark by Otsu's threshold."""
    mask = cv2.threshold(pixels, 0, _WHITE, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    return np.asarray(mask, np.uint8)


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
