"""What PDFium finds on a page beside its text: images, and the strokes of what is drawn."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.ingest import pdfium_calls as calls
from pipeline.ingest.pdfium_calls import Handle
from pipeline.ingest.strokes import Strokes

_FORM_DEPTH = 5
_MOST_CORNERS = 4_000
"""Drawings of more corners than this are maps and charts, which are not looked into here."""
Matrix = NDArray[np.float64]
"""The numbers a to f (ISO 32000-1, 8.3.3) in two columns, of one way or of several."""


class Thing(NamedTuple):
    """Text, a path or an image, and the way that leads from the form around it to the page."""

    handle: Handle
    around: Matrix


def ways(things: Sequence[Thing]) -> Matrix:
    """Return the ways that lead from the things' own spaces to the page."""
    own = np.zeros((len(things), 3, 2), np.float32)
    calls.fill(calls.object_matrix, own, [thing.handle for thing in things])
    around = np.array([thing.around for thing in things]).reshape(-1, 3, 2)
    found = own.astype(np.float64) @ around[:, :2]
    found[:, 2] += around[:, 2]
    return np.asarray(found)


def corners_of(things: Sequence[Thing]) -> NDArray[np.float64]:
    """Return the lower left and the upper right of the ink of things, x and y: n x 2 x 2."""
    bounds = np.zeros((len(things), 2, 2), np.float32)
    calls.fill(calls.object_bounds, bounds, [thing.handle for thing in things], parts=4)
    around = np.array([thing.around for thing in things]).reshape(-1, 3, 2)
    return np.asarray(bounds @ around[:, :2] + around[:, 2:])


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
            (way,) = ways([thing])
            _gather(found, calls.ask(calls.form_object, handle, inside), way, depth + 1)
        else:
            found[kind].append(thing)


def strokes_of(paths: Sequence[Thing]) -> Strokes | None:
    """Return the lines between the corners of paths; None for a drawing of too many.

    A curve counts as the line between its ends, as it does for pdfplumber.
    """
    counts = [calls.count_segments(path.handle) for path in paths]
    if not 0 < sum(counts) <= _MOST_CORNERS:
        return None if any(counts) else np.zeros((0, 4))
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
    corners, begins = corners[kept], (kinds == pdfium.FPDF_SEGMENT_MOVETO)[kept]
    first = np.maximum.accumulate(np.where(begins, np.arange(len(corners)), 0))
    drawn = np.hstack([corners[:-1], corners[1:]])[~begins[1:]]
    closed = np.hstack([corners, corners[first]])[closing[kept]]
    strokes = np.vstack([drawn, closed])
    one, other = strokes[:, :2], strokes[:, 2:]
    return np.hstack([np.minimum(one, other), np.maximum(one, other)])


def _corners(
    segments: Sequence[Handle], paths: Sequence[Thing], counts: Sequence[int]
) -> NDArray[np.float64]:
    points = np.zeros((len(segments), 2), np.float32)
    calls.fill(calls.segment_point, points, segments, parts=2)
    way = np.repeat(ways(paths), counts, axis=0)
    return np.asarray(points[:, :1] * way[:, 0] + points[:, 1:] * way[:, 1] + way[:, 2])
