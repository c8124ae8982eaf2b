"""Taking the slant out of a page image, and finding the way back to the page."""

from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import Final

import cv2
import numpy as np

from pipeline.model.geometry import Box
from pipeline.model.raster import Raster

_POINTS: Final = 72
_WHITE: Final = 255
_LEAST_SKEW: Final = 0.2
"""Degrees: a line across the page falls by less than 2 points."""

_LEAST_CHANGE: Final = 0.02
"""A resolution that differs by a smaller share is the same: scans of 200 dpi may have 199.9."""


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight image of a page that slants by `skew` degrees clockwise.

    The image has room for all of the page: turned about their middles, page and image lie
    on each other. Sizes are points.
    """

    raster: Raster
    skew: float
    page_width: float
    page_height: float

    def to_page(self, box: Box) -> Box:
        """Return the upright box on the page around a box on the straight image."""
        if not self.skew:
            return self._within(box)
        corners = [
            self._point(x, y)
            for x, y in ((box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1))
        ]
        xs, ys = zip(*corners, strict=True)
        return self._within(Box(min(xs), min(ys), max(xs), max(ys)))

    def _within(self, box: Box) -> Box:
        width, height = self.page_width, self.page_height
        if box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height:
            return box
        return Box(
            min(max(box.x0, 0.0), width),
            min(max(box.y0, 0.0), height),
            min(max(box.x1, 0.0), width),
            min(max(box.y1, 0.0), height),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        height, width = (side * _POINTS / self.raster.dpi for side in self.raster.pixels.shape)
        slant = radians(self.skew)
        right, down = x - width / 2, y - height / 2
        return (
            self.page_width / 2 + right * cos(slant) - down * sin(slant),
            self.page_height / 2 + right * sin(slant) + down * cos(slant),
        )


def straighten(raster: Raster, skew: float, dpi: float) -> Straight:
    """Return the image without its slant (degrees, positive clockwise), at `dpi`.

    Both are done in one step, so that pixels are interpolated once. Slants under 0.2 degrees
    stay.
    """
    height, width = raster.pixels.shape
    page = (width * _POINTS / raster.dpi, height * _POINTS / raster.dpi)
    scale = dpi / raster.dpi
    if abs(skew) < _LEAST_SKEW:
        if abs(scale - 1) < _LEAST_CHANGE:
            return Straight(raster, 0.0, *page)
        skew = 0.0
    slant = abs(radians(skew))
    wide = ceil(scale * (width * cos(slant) + height * sin(slant)))
    high = ceil(scale * (width * sin(slant) + height * cos(slant)))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, scale)
    matrix[:, 2] += wide / 2 - width / 2, high / 2 - height / 2
    pixels = cv2.warpAffine(
        raster.pixels,
        matrix,
        (wide, high),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_WHITE,
    )
    return Straight(Raster(pixels.astype(np.uint8), dpi), skew, *page)
