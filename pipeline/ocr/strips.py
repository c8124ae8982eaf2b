"""Pieces cut out of an image and set beside each other, to be read as one line."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model.geometry import Box
from pipeline.model.raster import Raster

_POINTS: Final = 72
_WHITE: Final = 255

Pixels = NDArray[np.uint8]


def cut_out(raster: Raster, box: Box) -> Pixels:
    """Return the pixels of an image in a box, in points."""
    x0, y0, x1, y1 = (
        round(edge * raster.dpi / _POINTS) for edge in (box.x0, box.y0, box.x1, box.y1)
    )
    return raster.pixels[y0:y1, x0:x1]


def set_on_line(pieces: Sequence[Pixels], gap: float, dpi: float) -> tuple[Raster, list[Box]]:
    """Return pieces set on one line, and for each the stretch of the image that is its own.

    `gap` is the space between two of them in heights of the line, which is the highest piece's.
    """
    height = max(len(piece) for piece in pieces)
    space = round(gap * height)
    spans, parts, x = [], [np.full((height, space), _WHITE, np.uint8)], space
    for piece in pieces:
        width = piece.shape[1]
        lower = height - len(piece)
        edges = (0, lower, 0, space, cv2.BORDER_CONSTANT)
        parts.append(np.asarray(cv2.copyMakeBorder(piece, *edges, value=_WHITE), np.uint8))
        spans.append((x - space / 2, x + width + space / 2))
        x += width + space
    edges = (2 * height, 2 * height, 0, 0, cv2.BORDER_CONSTANT)
    pixels = np.asarray(cv2.copyMakeBorder(np.hstack(parts), *edges, value=_WHITE), np.uint8)
    scale = _POINTS / dpi
    boxes = [Box(x0 * scale, 0.0, x1 * scale, len(pixels) * scale) for x0, x1 in spans]
    return Raster(pixels, dpi), boxes
