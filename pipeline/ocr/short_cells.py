"""Cells of ruled tables that hold a letter or two, such as a party: read once more, in a line.

Tesseract's page segmentation takes a lone letter in a cell for dirt. Set beside each other,
with a word that it read well between them, the same letters are a line of words to it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np

from pipeline.layout import Grid
from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.components import ink
from pipeline.ocr.strips import cut_out, set_on_line

_POINTS: Final = 72

_INSET: Final = 1.5
"""Points between a cell's edge and what is looked at: the rims of scanned rules."""

_LOWEST: Final = 4.0
_HIGHEST: Final = 18.0
_WIDEST: Final = 40.0
"""Points: the ink of a letter or two, no speck and no second line."""

_SURE: Final = 0.6
"""A cell whose word is surer is not read again, and a reading less sure not believed."""

_GUIDE_SURE: Final = 0.9
_GUIDE_LETTERS: Final = range(4, 13)
_CELLS_A_GUIDE: Final = 3
"""Cells between two guides: a line of letters alone begins to look like dirt again."""

_GAPS: Final = (1.5, 1.8)
"""Space between two pieces, in heights of the line: with more than 2, each is read for itself
and `C` as `[e]`; with less than 1.4, letters become one word. What one loses, the other has."""

Read = Callable[[Raster], tuple[Word, ...]]


def read_short_cells(
    words: Sequence[Word], raster: Raster, grids: Sequence[Grid], read: Read
) -> tuple[Word, ...]:
    """Return the words with those of short cells in which nothing, or nothing sure, was read.

    `words`, the boxes of `grids` and those of the result lie on `raster`, in points. `read`
    returns the words of an image; it is called for tables that have such cells only.
    """
    known = tuple(words)
    for grid in grids:
        inside = [word for word in known if _is_in(word, grid.box)]
        cells = list(_unread(inside, raster, grid))
        known = _with_better(known, _read_line(inside, cells, raster, read))
    return known


def read_cells(
    words: Sequence[Word], cells: Sequence[Box], raster: Raster, read: Read
) -> tuple[Word, ...]:
    """Return the words of a page with those that pieces of ink, a letter or two each, hold."""
    return _with_better(words, _read_line(words, cells, raster, read))


def _is_in(word: Word, box: Box) -> bool:
    return word.box is not None and box.contains_centre_of(word.box)


def _guide(inside: Sequence[Word]) -> Box | None:
    """Return where the word of a table stands of which the engine is surest."""
    sure = [
        word
        for word in inside
        if word.text.isalpha()
        and len(word.text) in _GUIDE_LETTERS
        and _confidence(word) >= _GUIDE_SURE
    ]
    return max(sure, key=_confidence).box if sure else None


def _confidence(word: Word) -> float:
    return word.confidence or 0.0


def _unread(inside: Sequence[Word], raster: Raster, grid: Grid) -> Iterator[Box]:
    """Yield where the ink of short cells is that hold no word, or but a short unsure one."""
    for cell in grid.cells:
        held = [word for word in inside if _is_in(word, cell.box)]
        if any(len(word.text) > 2 or _confidence(word) >= _SURE for word in held):
            continue
        box = _inked(raster, cell.box)
        if box and _LOWEST <= box.height <= _HIGHEST and box.width <= _WIDEST:
            yield box


def _inked(raster: Raster, cell: Box) -> Box | None:
    """Return the smallest box of all ink in a cell, None for none."""
    if min(cell.width, cell.height) <= 2 * _INSET + 1:
        return None
    inner = Box(cell.x0 + _INSET, cell.y0 + _INSET, cell.x1 - _INSET, cell.y1 - _INSET)
    rows, columns = np.nonzero(ink(cut_out(raster, inner)))
    if not len(rows):
        return None
    scale = _POINTS / raster.dpi
    left, top = round(inner.x0 / scale), round(inner.y0 / scale)
    return Box(
        float(left + columns.min()) * scale,
        float(top + rows.min()) * scale,
        float(left + columns.max() + 1) * scale,
        float(top + rows.max() + 1) * scale,
    )


def _read_line(
    words: Sequence[Word], cells: Sequence[Box], raster: Raster, read: Read
) -> Iterator[Word]:
    """Yield what short cells read as when they are a line of words, each in its place.

    One of the words beside them, of which the engine is sure, stands between them.
    """
    guide = _guide(words)
    if guide is None or not cells:
        return
    pieces: list[Box] = []
    for place, cell in enumerate(cells):
        pieces += [guide, cell] if place % _CELLS_A_GUIDE == 0 else [cell]
    pieces.append(guide)
    images = [cut_out(raster, box) for box in pieces]
    for gap in _GAPS:
        line, spans = set_on_line(images, gap, raster.dpi)
        found = read(line)
        for box, span in zip(pieces, spans, strict=True):
            inside = [word for word in found if _is_in(word, span)]
            text = "".join(word.text for word in inside)
            sure = min(map(_confidence, inside), default=0.0)
            if box is not guide and sure >= _SURE and text.isalnum():
                yield Word(text, box, sure)


def _with_better(known: Sequence[Word], found: Iterator[Word]) -> tuple[Word, ...]:
    """Return words with those found in place of less sure ones that they stand over."""
    words = list(known)
    for word in found:
        box = word.box
        before = [one for one in words if box and one.box and one.box.contains_centre_of(box)]
        if all(_confidence(one) < _confidence(word) for one in before):
            words = [one for one in words if one not in before] + [word]
    return tuple(words)
