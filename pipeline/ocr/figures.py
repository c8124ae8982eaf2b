"""Sums whose spaces the engine lost: `4 900` in a column of sums is read as `4900`.

The figures of a typeface are equally wide, so that their middles are equally far from each
other but for where a space stands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from msgspec import structs

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.components import ink
from pipeline.ocr.strips import cut_out

_POINTS: Final = 72
_SUM: Final = re.compile(r"\D?(?P<figures>\d{4,9})\D{0,2}")
_WIDE: Final = 1.25
"""A step between figures over the least one: 1.5 where a space stands, up to 1.15 elsewhere."""


def part_sums(words: Sequence[Word], raster: Raster) -> tuple[Word, ...]:
    """Return the words, sums divided where the image shows a space before three figures.

    `words` lie on `raster`, in points.
    """
    return tuple(part for word in words for part in _parts(word, raster))


def _parts(word: Word, raster: Raster) -> Iterator[Word]:
    match = _SUM.fullmatch(word.text)
    signs = _signs(word.box, raster) if match and word.box else []
    if match is None or word.box is None or len(signs) != len(word.text):
        yield word
        return
    first, end = match.span("figures")
    start, left = 0, word.box.x0
    for place in _spaces(signs[first:end]):
        right, after = signs[first + place - 1][1], signs[first + place][0]
        yield _part(word, start, first + place, left, right)
        start, left = first + place, after
    yield _part(word, start, len(word.text), left, word.box.x1) if start else word


def _part(word: Word, start: int, end: int, left: float, right: float) -> Word:
    assert word.box is not None
    box = Box(min(left, right), word.box.y0, right, word.box.y1)
    return structs.replace(word, text=word.text[start:end], box=box)


def _signs(box: Box, raster: Raster) -> list[tuple[float, float]]:
    """Return where the signs of a word begin and end, in points: as far as white parts them."""
    pixels = cut_out(raster, box)
    if not pixels.size:
        return []
    columns = np.pad(ink(pixels).max(axis=0) > 0, 1)
    edges = np.flatnonzero(columns[1:] != columns[:-1]) * (_POINTS / raster.dpi) + box.x0
    return [(float(left), float(right)) for left, right in edges.reshape(-1, 2)]


def _spaces(figures: Sequence[tuple[float, float]]) -> list[int]:
    """Return before which figures a space stands, if each is followed by three, six or nine."""
    steps = [sum(after) - sum(before) for before, after in pairwise(figures)]
    wide = [place for place, step in enumerate(steps, start=1) if step > _WIDE * min(steps)]
    return wide if all((len(figures) - place) % 3 == 0 for place in wide) else []
