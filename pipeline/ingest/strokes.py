"""Straight strokes on a page, as arrays, and whether they may rule a table."""

import numpy as np
from numpy.typing import NDArray

from pipeline.ingest.pdf_tables import Edge

_STRAIGHT = 0.01
_SHORTEST = 1.0
_SNAP = 3.0
_NEAR = 6.0
"""Points. pdfplumber takes strokes within `_SNAP` for one, one after the other, and lets
those meet that end near each other; so far apart, they are surely neither."""

Strokes = NDArray[np.float64]
"""A row for each: left, lower, right and upper end, points from the lower left."""


def may_rule_table(strokes: Strokes) -> bool:
    """Tell whether the strokes of a page may rule two rows and two columns.

    That takes three uprights and three levels, each of which meets two of the others. The
    answer costs a hundredth of looking for the table, and errs towards yes.
    """
    upright, level = _uprights(strokes), _levels(strokes)
    columns, rows = _places(upright[:, 0]), _places(level[:, 1])
    if min(columns.max(initial=-1), rows.max(initial=-1)) < 2:
        return False
    at_upright, at_level = np.nonzero(_meet(upright, level))
    met = np.zeros((columns.max() + 1, rows.max() + 1), np.bool_)
    met[columns[at_upright], rows[at_level]] = True
    return all(np.count_nonzero(met.sum(axis=axis) >= 2) >= 3 for axis in (0, 1))


def edges_of(strokes: Strokes, left: float, top: float) -> list[Edge]:
    """Return strokes as pdfplumber describes them, measured from a page's top left."""
    moved = np.column_stack(
        [strokes[:, 0] - left, top - strokes[:, 3], strokes[:, 2] - left, top - strokes[:, 1]]
    )
    return [
        {
            "object_type": "line",
            "orientation": orientation,
            "x0": x0,
            "top": y0,
            "x1": x1,
            "bottom": y1,
            "width": x1 - x0,
            "height": y1 - y0,
        }
        for orientation, chosen in (("v", _uprights(moved)), ("h", _levels(moved)))
        for x0, y0, x1, y1 in chosen.tolist()
    ]


def _uprights(strokes: Strokes) -> Strokes:
    dx, dy = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    return strokes[(dx < _STRAIGHT) & (dy >= _SHORTEST)]


def _levels(strokes: Strokes) -> Strokes:
    dx, dy = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    return strokes[(dy < _STRAIGHT) & (dx >= _SHORTEST)]


def _places(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return places, numbered from 0 upward: values near each other in order are in one."""
    order = np.argsort(values)
    places = np.zeros(len(values), np.int64)
    places[order[1:]] = np.cumsum(np.diff(values[order]) > _SNAP)
    return places


def _meet(upright: Strokes, level: Strokes) -> NDArray[np.bool_]:
    """Tell which uprights meet which levels, each with all."""
    x, low, high = (upright[:, [column]] for column in (0, 1, 3))
    y, left, right = (level[:, column] for column in (1, 0, 2))
    return np.asarray(
        (low <= y + _NEAR) & (high >= y - _NEAR) & (left <= x + _NEAR) & (right >= x - _NEAR)
    )
