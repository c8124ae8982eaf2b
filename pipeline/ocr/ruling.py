"""Tables as ruled on a page image."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.layout import Grid, GridCell
from pipeline.model.geometry import Box
from pipeline.model.raster import Raster
from pipeline.ocr.components import Ink, components

_POINTS: Final = 72
_WHITE: Final = 255

_SHORTEST_RULE: Final = 24.0
"""Points: longer than any stroke of running text or headings."""

_LOWEST_ROW: Final = 12.0
"""Points: a shorter rule down counts where it leads from one rule across to another."""

_GAP: Final = 2.0
"""Points: how far rules that meet may be apart, from print, scan, or a rest of slant."""

_SMALLEST_CELL: Final = 6.0
_RECTANGLE: Final = 0.85
"""Share of its box that a cell covers."""

_ALIGNED: Final = 5.0
"""Points: edges nearer to each other than this are one."""

_EIGHT: Final = 0xFF
"""Eight pixels of ink, as bits."""

_Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The tables of an image, and the image without their rules, and its ink."""

    raster: Raster
    grids: tuple[Grid, ...]
    ink: Ink


def take_out_ruling(raster: Raster) -> Ruling:
    """Find the tables of a straight page image, and paint their rules over.

    A table has at least two rows by two columns of cells. A cell is a white rectangle that
    rules enclose on all sides. Boxes are points. Engines read rules beside words as `|`.
    """
    dark = Ink(raster)
    lines = _lines(dark, raster.dpi)
    if lines is None:
        return Ruling(raster, (), dark)
    joined = _grown(lines, _GAP * raster.dpi / _POINTS)
    labels, stats = components(joined)
    least = 2 * _SMALLEST_CELL * raster.dpi / _POINTS
    grids: list[Grid] = []
    pixels = raster.pixels
    for number, (left, top, width, height, _) in enumerate(stats.tolist()[1:], start=1):
        if min(width, height) < least:
            continue
        window = (slice(top, top + height), slice(left, left + width))
        own = (labels[window] == number).astype(np.uint8)
        grid = _arranged(list(_cells(own, left, top, raster.dpi)))
        if grid:
            grids.append(grid)
            # Scanned rules have a grey rim beyond their ink.
            painted = _grown(np.ascontiguousarray(lines[window]), 3)
            pixels = pixels.copy() if pixels is raster.pixels else pixels
            pixels[window][painted > 0] = _WHITE
    if not grids:
        return Ruling(raster, (), dark)
    plain = Raster(pixels, raster.dpi)
    return Ruling(plain, tuple(grids), Ink(plain))


def _lines(found: Ink, dpi: float) -> _Mask | None:
    """Return a mask of straight lines across and down; None where none lead across."""
    length = round(_SHORTEST_RULE * dpi / _POINTS)
    # A band has all that one of its rows has, and more.
    if not (may_lead_across(found.bands, length) and may_lead_across(found.mask, length)):
        return None
    dark = found.mask
    across = _runs(dark, np.ones((1, length), np.uint8))
    if across is None:
        return None
    down = _runs(dark, np.ones((length, 1), np.uint8))
    lines = across | _between(across, dark, dpi)
    return lines if down is None else lines | down


def may_lead_across(dark: _Mask, length: int) -> bool:
    """Tell whether a line of `length` pixels across may fit into the ink: on most pages none does.

    It fills eights of pixels wherever it begins; beyond the edges all is ink.
    """
    eights = (length - 7) // 8 - 1
    if eights < 1:
        return True
    packed = np.packbits(dark, axis=1)
    packed[:, -1] |= (1 << -dark.shape[1] % 8) - 1
    full = (packed == _EIGHT).view(np.uint8)
    return bool(cv2.erode(full, np.ones((1, eights), np.uint8)).any())


def _runs(dark: _Mask, line: _Mask) -> _Mask | None:
    """Return where a line fits into the ink, None for nowhere."""
    fits = cv2.erode(dark, line)
    return np.asarray(cv2.dilate(fits, line), np.uint8) if fits.any() else None


def _between(across: _Mask, dark: _Mask, dpi: float) -> _Mask:
    """Return the short lines down that lead from one line across to another: in low rows."""
    length = round(_LOWEST_ROW * dpi / _POINTS)
    down = _runs(dark, np.ones((length, 1), np.uint8))
    if down is None:
        return np.zeros_like(across)
    near = _grown(across, 2 * _GAP * dpi / _POINTS)
    labels, stats = components(down)
    left, top, width, height = stats[:, :4].T
    middle = left + width // 2
    kept = (near[top, middle] > 0) & (near[top + height - 1, middle] > 0)
    kept &= height >= width
    kept[0] = False
    return np.where(kept[labels], down, np.uint8(0))


def _grown(mask: _Mask, pixels: float) -> _Mask:
    side = round(pixels) | 1
    return np.asarray(cv2.dilate(mask, np.ones((side, side), np.uint8)), np.uint8)


def _cells(rules: _Mask, left: int, top: int, dpi: float) -> Iterator[Box]:
    """Yield the enclosed rectangles of a window whose corner is (left, top)."""
    height, width = rules.shape
    scale = _POINTS / dpi
    stats = components(1 - rules, connectivity=4).stats
    for x, y, across, down, area in stats[1:].tolist():
        enclosed = x > 0 and y > 0 and x + across < width and y + down < height
        large = min(across, down) * scale >= _SMALLEST_CELL
        if enclosed and large and area >= _RECTANGLE * across * down:
            x0, y0 = (left + x) * scale, (top + y) * scale
            yield Box(x0, y0, x0 + across * scale, y0 + down * scale)


def _arranged(boxes: Sequence[Box]) -> Grid | None:
    """Return cells with rows and columns by their edges; None for less than two of either."""
    tops, lefts = _edges([box.y0 for box in boxes]), _edges([box.x0 for box in boxes])
    if len(tops) < 2 or len(lefts) < 2:
        return None
    placed = [GridCell(_place(box.y0, tops), _place(box.x0, lefts), box) for box in boxes]
    return Grid(tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))


def _edges(values: Sequence[float]) -> list[float]:
    """Return the first value of each group of near ones, in order."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _ALIGNED:
            edges.append(value)
    return edges


def _place(value: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))
