"""Tesseract's table of words, tab-separated, as its program and its library alike give it."""

from collections.abc import Iterator
from typing import Final

from pipeline.model.geometry import Box
from pipeline.model.page import Word

_POINTS: Final = 72
_COLUMNS: Final = 12
_WORD: Final = "5\t"


def read_words(table: str, dpi: float) -> Iterator[Word]:
    """Yield the words of a table: rows of level 5, boxes in pixels at `dpi`."""
    scale = _POINTS / dpi
    for row in table.split("\n"):
        if not row.startswith(_WORD):
            continue
        cells = row.split("\t")
        if len(cells) != _COLUMNS or not (text := cells[11].strip()):
            continue
        left, top, width, height = (int(cell) * scale for cell in cells[6:10])
        confidence = min(max(float(cells[10]) / 100, 0.0), 1.0)
        yield Word(text, Box(left, top, left + width, top + height), confidence)
