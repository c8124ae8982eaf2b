"""Columns kept apart: where a page is read down one column before the next.

A gutter is a white strip that words on both sides keep clear of over several rows. The
tallest gutter divides a region into what stands above, left, right and below, and each of
these is divided in turn (white-space cover after Breuel 2002, recursive as in XY-cut).
Rows of a list of contents, of keys and values, or of an unruled table have white strips
too; they are read across, because their sides are not running text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.layout.placing import Placed, rows, typical_height

_MIN_ROWS = 3
_MIN_WORDS_PER_ROW = 2.0
_MIN_CHARACTERS_PER_ROW = 8.0
_SLACK = 0.5
_BELOW_ALL = (np.inf, np.inf, -np.inf, np.inf)
"""Top, bottom, left and right of what would stand below all else, across the page."""
_MOST_AT_ONCE = 1_000_000
"""Edges times items that are compared at once: a bound on memory for pages of any size."""


class _Split(NamedTuple):
    """A region divided by a gutter; `rows` is how many rows the shorter column has."""

    rows: int
    above: list[Placed]
    left: list[Placed]
    right: list[Placed]
    below: list[Placed]


def regions(items: Sequence[Placed]) -> list[list[Placed]]:
    """Return the regions of a page in reading order; each is read row by row."""
    if not items:
        return []
    split = _best_split(items)
    if split is None:
        return [list(items)]
    return [
        region
        for part in (split.above, split.left, split.right, split.below)
        for region in regions(part)
    ]


def _best_split(items: Sequence[Placed]) -> _Split | None:
    height = typical_height(items)
    gutter = max(8.0, 0.9 * height)
    best: _Split | None = None
    for edge, inside in _between_clear(items, gutter, _MIN_ROWS * 0.8 * height):
        if _most_rows(inside, edge) <= (best.rows if best else _MIN_ROWS - 1):
            continue
        split = _try_split(items, inside, edge, height)
        if split is not None and (best is None or split.rows > best.rows):
            best = split
    return best


def _most_rows(items: Sequence[Placed], edge: float) -> float:
    """Return how many rows of text the shorter side of a gutter has at most, at little cost."""
    words = [item.x0 < edge - _SLACK for item in items if item.word is not None]
    left = sum(words)
    return min(left, len(words) - left) / _MIN_WORDS_PER_ROW


def _between_clear(
    items: Sequence[Placed], gutter: float, height: float
) -> Iterator[tuple[float, list[Placed]]]:
    """Yield edges, and what stands left and right of the clear stretches of their strips.

    Stretches are from top to bottom; those with too few items beside them are left out.
    """
    boxes = np.array([(item.y0, item.y1, item.x0, item.x1) for item in items])
    middles = (boxes[:, 0] + boxes[:, 1]) / 2
    order = np.argsort(middles, kind="stable")
    middles = middles[order]
    ordered = [items[place] for place in order.tolist()]
    boxes = np.vstack([boxes[np.argsort(boxes[:, 0])], _BELOW_ALL]).T.copy()
    edges = np.array(_left_edges(items))
    at_once = max(1, _MOST_AT_ONCE // len(items))
    for some in (edges[start : start + at_once] for start in range(0, len(edges), at_once)):
        number, tops, bottoms = _clear_stretches(boxes, some, gutter, height)
        first = np.searchsorted(middles, tops, side="right")
        last = np.searchsorted(middles, bottoms, side="left")
        enough = last - first >= 2 * _MIN_ROWS * _MIN_WORDS_PER_ROW
        spans = zip(first[enough].tolist(), last[enough].tolist(), strict=True)
        for edge, span in zip(some[number[enough]].tolist(), spans, strict=True):
            yield edge, ordered[slice(*span)]


def _left_edges(items: Sequence[Placed]) -> list[float]:
    """Return places where at least three items begin, the first of them left out."""
    edges: list[float] = []
    starts = sorted(item.x0 for item in items)
    count, first = 0, starts[0]
    for start in [*starts, float("inf")]:
        if start - first <= 3.0:
            count += 1
            continue
        if count >= _MIN_ROWS:
            edges.append(first)
        count, first = 1, start
    return edges[1:] if edges and edges[0] <= starts[0] + 3.0 else edges


def _clear_stretches(
    boxes: NDArray[np.float64], edges: NDArray[np.float64], gutter: float, height: float
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the stretches, top to bottom, in which nothing stands in the strip before an edge.

    For each the edge's number, and its own top and bottom. `boxes` are the tops, bottoms,
    lefts and rights of all items, by their tops; stretches that are less than `height` tall
    are left out.
    """
    y0, y1, x0, x1 = boxes
    edge = edges[:, None]
    crossing = (x0 < edge - _SLACK) & (x1 > edge - gutter)
    ends = np.full((len(edges), len(y1) + 1), -np.inf)
    np.copyto(ends[:, 1:], y1, where=crossing)
    tops = np.maximum.accumulate(ends, axis=1)[:, :-1]
    number, place = np.nonzero(crossing & (y0 - tops >= height))
    return number, tops[number, place], y0[place]


def _try_split(
    items: Sequence[Placed], inside: Sequence[Placed], edge: float, height: float
) -> _Split | None:
    left = rows(item for item in inside if item.x0 < edge - _SLACK)
    right = rows(item for item in inside if item.x0 >= edge - _SLACK)
    if min(len(left), len(right)) < _MIN_ROWS:
        return None
    left, right = _trim(left, right, height)
    if not (_is_running_text(left) and _is_running_text(right)):
        return None
    members = {id(item) for side in (left, right) for row in side for item in row}
    top = min(_top(left[0]), _top(right[0]))
    others = [item for item in items if id(item) not in members]
    return _Split(
        rows=min(len(left), len(right)),
        above=[item for item in others if item.y0 < top],
        left=[item for row in left for item in row],
        right=[item for row in right for item in row],
        below=[item for item in others if item.y0 >= top],
    )


def _trim(
    left: list[list[Placed]], right: list[list[Placed]], height: float
) -> tuple[list[list[Placed]], list[list[Placed]]]:
    """Leave out rows at the ends that stand apart: running headers, page numbers."""
    for last in (False, True):
        while _end_stands_apart(left, right, height, last):
            left, right = _drop_end(left, right, last)
    return left, right


def _end_stands_apart(
    left: list[list[Placed]], right: list[list[Placed]], height: float, last: bool
) -> bool:
    ends = _end_sides(left, right, last)
    return bool(ends) and all(_end_gap(side, last) > 1.8 * height for side in ends)


def _end_sides(
    left: list[list[Placed]], right: list[list[Placed]], last: bool
) -> list[list[list[Placed]]]:
    """Return the sides whose outermost row is the outermost of both."""
    sides = [side for side in (left, right) if side]
    if last:
        outer = max((_bottom(side[-1]) for side in sides), default=0.0)
        return [side for side in sides if _bottom(side[-1]) > outer - 3.0]
    outer = min((_top(side[0]) for side in sides), default=0.0)
    return [side for side in sides if _top(side[0]) < outer + 3.0]


def _end_gap(side: list[list[Placed]], last: bool) -> float:
    if len(side) < 2:
        return float("inf")
    if last:
        return _top(side[-1]) - _bottom(side[-2])
    return _top(side[1]) - _bottom(side[0])


def _drop_end(
    left: list[list[Placed]], right: list[list[Placed]], last: bool
) -> tuple[list[list[Placed]], list[list[Placed]]]:
    ends = _end_sides(left, right, last)
    kept = [
        (side[:-1] if last else side[1:]) if any(side is end for end in ends) else side
        for side in (left, right)
    ]
    return kept[0], kept[1]


def _is_running_text(side: list[list[Placed]]) -> bool:
    """Tell whether rows are lines of text: several words each, most of them full."""
    if len(side) < _MIN_ROWS:
        return False
    words = [[item.word for item in row if item.word is not None] for row in side]
    count = sum(len(row) for row in words)
    characters = sum(len(word.text) for row in words for word in row)
    if count < _MIN_WORDS_PER_ROW * len(side) or characters < _MIN_CHARACTERS_PER_ROW * len(side):
        return False
    x0 = min(item.x0 for row in side for item in row)
    x1 = max(item.x1 for row in side for item in row)
    full = sum(row[-1].x1 - row[0].x0 >= 0.55 * (x1 - x0) for row in side)
    close = sum(
        _top(after) - _bottom(before) < 1.0 * _height(before) for before, after in pairwise(side)
    )
    return full * 2 >= len(side) and close * 2 >= len(side) - 1


def _top(row: list[Placed]) -> float:
    return min(item.y0 for item in row)


def _bottom(row: list[Placed]) -> float:
    return max(item.y1 for item in row)


def _height(row: list[Placed]) -> float:
    return max(_bottom(row) - _top(row), 1.0)
