"""What PDFium finds on a page beside its text: images, and strokes that may rule a table.

The second costs a hundredth of looking for the table, and errs towards yes: where the answer
is no, the page needs no second reader.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.ingest import pdfium_calls as calls
from pipeline.ingest.pdfium_calls import Handle

_FORM_DEPTH = 5
_MOST = 4_000
"""Drawings of more corners than this are maps and charts, which are not looked into here."""
_STRAIGHT = 0.5
_SHORTEST = 1.0
_SNAP = 3.0
_NEAR = 6.0
"""Points. pdfplumber takes strokes within `_SNAP` for one, one after the other, and lets
those meet that end near each other; so far apart, they are surely neither."""

Matrix = NDArray[np.float64]
"""The numbers a to f (ISO 32000-1, 8.3.3), in two columns of three rows."""

Strokes = NDArray[np.float64]
"""A row for each: left, lower, right and upper end."""


class Thing(NamedTuple):
    """Text, a path or an image, and the way that leads from the form around it to the page."""

    handle: Handle
    around: Matrix

    def way(self) -> Matrix:
        """Return the way that leads from the thing's own space to the page."""
        own = np.zeros((1, 6), np.float32)
        calls.fill(calls.object_matrix, own, (self.handle,))
        way = own.reshape(3, 2).astype(np.float64) @ self.around[:2]
        way[2] += self.around[2]
        return np.asarray(way)


def things_of(page: Handle) -> Mapping[int, Sequence[Thing]]:
    """Return what an open page is made of, forms opened, by PDFium's kind of object."""
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    things = calls.ask(calls.page_object, page, range(calls.count_objects(page)))
    _gather(found, things, np.eye(3, 2), 0)
    return found


def _gather(
    found: defaultdict[int, list[Thing]], handles: Sequence[Handle], around: Matrix, depth: int
) -> None:
    for handle, kind in zip(handles, map(calls.object_type, handles), strict=True):
        thing = Thing(handle, around)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            inside = range(calls.count_in_form(handle))
            _gather(found, calls.ask(calls.form_object, handle, inside), thing.way(), depth + 1)
        else:
            found[kind].append(thing)


def may_rule_table(paths: Sequence[Thing]) -> bool:
    """Tell whether the strokes of a page may rule two rows and two columns.

    That takes three uprights and three levels, each of which meets two of the others.
    """
    counts = [calls.count_segments(path.handle) for path in paths]
    if not 0 < sum(counts) <= _MOST:
        return any(counts)
    strokes = _strokes(paths, counts)
    dx, dy = (np.abs(strokes[:, axis] - strokes[:, axis + 2]) for axis in (0, 1))
    upright = strokes[(dx < _STRAIGHT) & (dy >= _SHORTEST)]
    level = strokes[(dy < _STRAIGHT) & (dx >= _SHORTEST)]
    columns, rows = _places(upright[:, 0]), _places(level[:, 1])
    if min(columns.max(initial=-1), rows.max(initial=-1)) < 2:
        return False
    at_upright, at_level = np.nonzero(_meet(upright, level))
    met = np.zeros((columns.max() + 1, rows.max() + 1), np.bool_)
    met[columns[at_upright], rows[at_level]] = True
    return all(np.count_nonzero(met.sum(axis=axis) >= 2) >= 3 for axis in (0, 1))


def _strokes(paths: Sequence[Thing], counts: Sequence[int]) -> Strokes:
    """Return the lines between the corners of paths: x and y of both ends, lower ones first.

    A curve counts as the line between its ends, as it does for pdfplumber.
    """
    segments = [
        segment
        for path, count in zip(paths, counts, strict=True)
        for segment in calls.ask(calls.path_segment, path.handle, range(count))
    ]
    corners = _corners(segments, paths, counts)
    kinds = np.fromiter(map(calls.segment_type, segments), np.int64, len(segments))
    closing = np.fromiter(map(calls.segment_closes, segments), np.bool_, len(segments))
    curved = kinds == pdfium.FPDF_SEGMENT_BEZIERTO
    # A curve is three corners, of which the last is its end.
    kept = ~curved | (np.cumsum(curved) % 3 == 0)
    corners, begins, closing = corners[kept], (kinds == pdfium.FPDF_SEGMENT_MOVETO)[kept], closing[kept]
    first = np.maximum.accumulate(np.where(begins, np.arange(len(corners)), 0))
    drawn = np.hstack([corners[:-1], corners[1:]])[~begins[1:]]
    closed = np.hstack([corners, corners[first]])[closing]
    strokes = np.vstack([drawn, closed])
    return np.hstack([np.minimum(strokes[:, :2], strokes[:, 2:]), np.maximum(strokes[:, :2], strokes[:, 2:])])


def _corners(
    segments: Sequence[Handle], paths: Sequence[Thing], counts: Sequence[int]
) -> NDArray[np.float64]:
    points = np.zeros((len(segments), 2), np.float32)
    calls.fill(calls.segment_point, points, segments, parts=2)
    ways = np.repeat(np.array([path.way() for path in paths]).reshape(-1, 3, 2), counts, axis=0)
    return points[:, :1] * ways[:, 0] + points[:, 1:] * ways[:, 1] + ways[:, 2]


def _places(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Number values from 0 upward; those near each other, one after the other, are one place."""
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
