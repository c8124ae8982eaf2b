"""The words of a printed page and where they stand."""

import math
import re
from collections.abc import Iterator
from typing import Final

from corpus.render.printed import PrintedPage, Run
from pipeline.model.geometry import Box
from pipeline.model.page import Word

_WORD: Final = re.compile(r"\S+")


def printed_words(page: PrintedPage) -> tuple[Word, ...]:
    """Return every word on the page, furniture too, its box in points as high as its font."""
    return tuple(word for line in page.lines for run in line.runs for word in _words(run))


def upright(box: Box, page: PrintedPage, slant: float) -> Box:
    """Return where a box on a slanting page would stand, were the page straight.

    `slant` is in degrees, counter-clockwise, about the middle of the page. The box is moved
    but not turned: a word is far shorter than a line.
    """
    angle = math.radians(slant)
    across = (box.x0 + box.x1 - page.width) / 2
    down = (box.y0 + box.y1 - page.height) / 2
    x = across * math.cos(angle) - down * math.sin(angle) + page.width / 2
    y = across * math.sin(angle) + down * math.cos(angle) + page.height / 2
    half_width, half_height = box.width / 2, box.height / 2
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def _words(run: Run) -> Iterator[Word]:
    top, bottom = run.baseline - run.font.ascent, run.baseline + run.font.descent
    for found in _WORD.finditer(run.text):
        left = run.x + run.font.measure(run.text[: found.start()])
        right = left + run.font.measure(found[0])
        yield Word(found[0], Box(left, top, right, bottom))
