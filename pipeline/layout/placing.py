"""Boxes on a page as plain numbers, and the printed rows that they form."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median
from typing import Final, NamedTuple

from pipeline.model.geometry import Box
from pipeline.model.page import Word


class Placed(NamedTuple):
    """A thing with a place on the page: a word, or the table with number `grid`.

    Points, origin at the top left.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    word: Word | None = None
    grid: int | None = None

    @property
    def middle(self) -> float:
        """Height of its middle on the page."""
        return (self.y0 + self.y1) / 2


def place(words: Iterable[Word]) -> list[Placed]:
    """Return words with their places. Raises ValueError for a word without a box."""
    placed = []
    for word in words:
        if word.box is None:
            raise ValueError(f"the word {word.text!r} has no place on the page")
        placed.append(Placed(word.box.x0, word.box.y0, word.box.x1, word.box.y1, word))
    return placed


def place_box(box: Box, grid: int) -> Placed:
    """Return the place of a table as a whole."""
    return Placed(box.x0, box.y0, box.x1, box.y1, grid=grid)


def typical_height(items: Sequence[Placed]) -> float:
    """Return the median height of the words, in points; 10 where there are none."""
    heights = [item.y1 - item.y0 for item in items if item.word is not None]
    return max(median(heights), 1.0) if heights else 10.0


class _Band:
    """A row in the making, with the mean top and bottom of its items."""

    def __init__(self, items: list[Placed]) -> None:
        self.items = items
        self.y0, self.y1 = items[0].y0, items[0].y1

    def overlap(self, item: Placed) -> float:
        """Return which share of the lower of the two heights they have in common, 0 if none."""
        if item.grid is not None or self.items[0].grid is not None:
            return 0.0
        y0, y1 = item.y0, item.y1
        common = min(self.y1, y1) - max(self.y0, y0)
        if common <= 0:
            return 0.0
        return common / max(min(self.y1 - self.y0, y1 - y0), 0.1)

    def add(self, items: Sequence[Placed]) -> None:
        """Add items that have one top and one bottom."""
        # The mean, not the union: a row must not grow until it swallows the next one.
        count, more = len(self.items), len(items)
        self.y0 = (self.y0 * count + items[0].y0 * more) / (count + more)
        self.y1 = (self.y1 * count + items[0].y1 * more) / (count + more)
        self.items += items


def _level(item: Placed) -> tuple[float, float]:
    return (item.y0 + item.y1, item.x0)


_ENDS: Final = attrgetter("y0", "y1", "grid")
_LEFT: Final = attrgetter("x0", "y0")


def rows(items: Iterable[Placed]) -> list[list[Placed]]:
    """Return items as printed rows from top to bottom, each from left to right.

    Items are in one row where they share half of the lower one's height. A table is a row
    of its own.
    """
    bands: list[_Band] = []
    # The words of a print that stand in one line have one top and one bottom.
    for _, like in groupby(sorted(items, key=_level), key=_ENDS):
        first, *_ = together = list(like)
        level = [band for band in bands[-3:] if band.y1 > first.y0 and band.y0 < first.y1]
        best = max(level, key=lambda band: band.overlap(first), default=None)
        if best is not None and best.overlap(first) >= 0.5:
            best.add(together)
        else:
            bands.append(_Band(together))
    bands.sort(key=lambda band: (band.y0 + band.y1) / 2)
    return [sorted(band.items, key=_LEFT) for band in bands]
