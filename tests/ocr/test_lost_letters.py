import numpy as np

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.lost_letters import read_lost_letters

DPI = 200
ROWS = (100, 120, 140)


def page(*columns: float, height: float = 8.0) -> Raster:
    """Return a page with a name in each row, and ink of a letter's size in columns beside it."""
    pixels = np.full((2339, 1654), 255, np.uint8)
    for y in ROWS:
        for x, width in ((72.0, 60.0), *((left, 6.0) for left in columns)):
            edges = (y, y + height, x, x + width)
            y0, y1, x0, x1 = (round(edge * DPI / 72) for edge in edges)
            pixels[y0:y1, x0:x1] = 0
    return Raster(pixels, DPI)


def names(*more: Word) -> tuple[Word, ...]:
    return (*(Word("Elisabet", Box(72, y, 132, y + 8), 0.96) for y in ROWS), *more)


def asked(words: tuple[Word, ...], raster: Raster) -> list[Raster]:
    """Return the lines that are read again."""
    seen: list[Raster] = []

    def read(line: Raster) -> tuple[Word, ...]:
        seen.append(line)
        return ()

    assert read_lost_letters(words, raster, read) == words
    return seen


def test_ink_below_ink_beside_words_is_read_again() -> None:
    assert asked(names(), page(300))


def test_letters_are_put_in_their_places() -> None:
    def read(line: Raster) -> tuple[Word, ...]:
        dark = np.flatnonzero((line.pixels < 128).any(axis=0)) * 72 / DPI
        runs = np.split(dark, np.flatnonzero(np.diff(dark) > 3) + 1)
        short = [run for run in runs if run[-1] - run[0] < 10]
        return tuple(Word("S", Box(run[0], 10, run[-1], 30), 0.9) for run in short)

    found = read_lost_letters(names(), page(300), read)
    letters = [word.box for word in found if word.text == "S"]
    assert [(round(box.x0), round(box.y0)) for box in letters if box] == [(300, y) for y in ROWS]


def test_what_was_read_near_words_or_alone_is_left() -> None:
    read = (Word("S", Box(300, y, 306, y + 8), 0.9) for y in ROWS)
    assert not asked(names(*read), page(300))
    assert not asked(names(), page(136))
    assert not asked(names(), page(300, height=30))
    alone = page()
    alone.pixels[round(100 * DPI / 72) : round(108 * DPI / 72), 900:917] = 0
    assert not asked(names(), alone)


def test_dirt_over_letters_does_not_hide_them() -> None:
    dirt = Word('<g<z"', Box(299, 98, 307, 150), 0.15)
    assert asked(names(dirt), page(300))
