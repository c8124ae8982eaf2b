"""Words as a printer would place them, for tests of layout."""

from collections.abc import Sequence

from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Line, Page, TextSource, Word

WIDTH, HEIGHT = 595.0, 842.0


def row(
    text: str, x: float, y: float, size: float = 11.0, *, bold: bool = False, fonts: bool = True
) -> list[Word]:
    """Return the words of a line that begins at x, its top at y; letters are half an em wide."""
    words = []
    for part in text.split():
        width = 0.5 * size * len(part)
        box = Box(x, y, x + width, y + size)
        words.append(Word(part, box, font_size=size if fonts else None, bold=bold))
        x += width + 0.25 * size
    return words


def column(
    texts: Sequence[str], x: float, y: float, size: float = 11.0, *, fonts: bool = True
) -> list[Word]:
    """Return the words of lines below each other."""
    return [
        word
        for number, text in enumerate(texts)
        for word in row(text, x, y + 1.3 * size * number, size, fonts=fonts)
    ]


def page(number: int, lines: Sequence[tuple[str, float]], *, plain: bool = False) -> Page:
    """Return a page with lines of text at heights in points; without boxes if `plain`."""
    made = tuple(
        Line(text, box=None if plain else Box(72, y, 72 + 5 * len(text), y + 11))
        for text, y in lines
    )
    return Page(
        number,
        0.0 if plain else WIDTH,
        0.0 if plain else HEIGHT,
        TextSource.PLAIN if plain else TextSource.TEXT_LAYER,
        Decision.KEEP,
        "",
        made,
    )
