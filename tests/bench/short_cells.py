"""How many lone letters and figures in the cells of ruled tables are read.

    python -m tests.bench.short_cells

A table of 16 seats with parties and numbers, as invented for each typeface, drawn with a grain
and read by Tesseract's library: as the page alone reads, and with short cells read again.
"""

import io
import random
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Final

import cv2
import numpy as np
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from corpus.render.fonts import load_font
from pipeline.config import OcrConfig
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr import TesserocrEngine
from pipeline.ocr.ruling import Ruling, take_out_ruling
from pipeline.ocr.short_cells import read_short_cells

_NAMES: Final = (
    "Anna Ek",
    "Bo Lindqvist",
    "Karin Sjöberg",
    "Per Åkesson",
    "Ulla Öhman",
    "Eva Dahl",
)
_ROLES: Final = ("ledamot", "ersättare", "ordförande")
_SHORT: Final = ("M", "S", "C", "L", "V", "SD", "KD", "MP", "FP", "1", "2", "5", "7", "12")
_TYPEFACES: Final = (
    *("liberation-serif", "liberation-sans", "caladea", "carlito", "free-serif"),
    *("dejavu-serif", "dejavu-sans"),
)
_ROWS: Final = 16
_HEIGHT: Final = 24
_EDGES: Final = (60, 220, 340, 420)
_TOP: Final = 90
_PAGE: Final = (595.0, 842.0)
_OUTCOMES: Final = ("right", "wrong", "lost")
Row = tuple[str, str, str]


def main() -> None:
    """Print how many short cells are right, wrong and lost at each resolution."""
    engine, config = TesserocrEngine(), OcrConfig()
    print("dpi  cells  page alone: right wrong lost   read again: right wrong lost")
    for dpi in (150, 200, 300):
        alone, again = Counter[str](), Counter[str]()
        for typeface in _TYPEFACES:
            rows = list(_seats(random.Random(f"{typeface} {dpi}")))
            ruling = take_out_ruling(_drawn(rows, typeface, dpi))
            words = engine.recognise(ruling.raster, config.languages, config.page_seconds)
            alone.update(_outcomes(rows, words))
            again.update(_outcomes(rows, _read_again(words, ruling, engine, config)))
        total = len(_TYPEFACES) * _ROWS
        counts = (counter[name] for counter, name in product((alone, again), _OUTCOMES))
        print(f"{dpi:3}  {total:5} ", *(f"{count:8}" for count in counts))


def _seats(chance: random.Random) -> Iterator[Row]:
    for _ in range(_ROWS):
        yield chance.choice(_NAMES), chance.choice(_ROLES), chance.choice(_SHORT)


def _read_again(
    words: tuple[Word, ...], ruling: Ruling, engine: TesserocrEngine, config: OcrConfig
) -> tuple[Word, ...]:
    def read(line: Raster) -> tuple[Word, ...]:
        return engine.recognise(line, config.languages, config.page_seconds)

    return read_short_cells(words, ruling.raster, ruling.grids, read)


def _drawn(rows: list[Row], typeface: str, dpi: int) -> Raster:
    """Return an image of a ruled table, a little blurred and grained."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=_PAGE)
    font = load_font(typeface, 10.5)
    canvas.setFont(font.name, font.size)
    canvas.setLineWidth(0.6)
    table = [("Namn", "Uppdrag", "Parti"), *rows]
    ends = [_PAGE[1] - _TOP - number * _HEIGHT for number in range(len(table) + 1)]
    canvas.grid(list(_EDGES), ends)
    for bottom, row in zip(ends[1:], table, strict=True):
        for left, text in zip(_EDGES, row, strict=False):
            canvas.drawString(left + 5, bottom + 8, text)
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        shape = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    pixels = cv2.GaussianBlur(shape.reshape(shape.shape[:2]).astype(np.float32), (0, 0), 0.6)
    grain = np.random.default_rng(1).normal(0, 9, pixels.shape)
    return Raster(np.clip(pixels + grain, 0, 255).astype(np.uint8), dpi)


def _outcomes(rows: list[Row], words: tuple[Word, ...]) -> Iterator[str]:
    """Yield what became of the last cell of each row."""
    for number, (*_, true) in enumerate(rows, start=1):
        top = _TOP + number * _HEIGHT
        inside = [
            word.text
            for word in words
            if word.box and word.box.x0 > _EDGES[2] and top <= word.box.y0 < top + _HEIGHT
        ]
        yield "right" if "".join(inside) == true else "wrong" if inside else "lost"


if __name__ == "__main__":
    main()
