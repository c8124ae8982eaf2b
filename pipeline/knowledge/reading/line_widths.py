"""How wide the lines of a page are, where no box tells it."""

import re
from collections.abc import Sequence
from statistics import quantiles
from typing import Final

from pipeline.model.repair import RepairedPage

_BROKEN: Final = re.compile(r"[^\W\d_]-$")
_LONGEST_LINE: Final = 110
_NARROWEST: Final = 36


def full_width(page: RepairedPage) -> float:
    """Return how many characters a full line of the page has, at most a line's worth.

    What stands in cells was wrapped to their widths, and tells nothing of it.
    """
    cells = {n for table in page.page.tables for cell in table.cells for n in cell.line_numbers}
    texts = [line.text.strip() for n, line in enumerate(page.lines, 1) if n not in cells]
    lengths = [len(text) for text in texts if text]
    if len(lengths) < 2:
        return float(min(lengths, default=0))
    width = min(quantiles(lengths, n=10)[7], _LONGEST_LINE)
    return float(_LONGEST_LINE) if _is_unwrapped(page, texts, width) else width


def _is_unwrapped(page: RepairedPage, lines: Sequence[str], width: float) -> bool:
    """Tell whether no line of a plain text was broken for want of room.

    One has more than any print has room for, or all are short, no word broken at their end.
    """
    if any(line.box is not None for line in page.page.lines):
        return False
    if max(map(len, lines)) > 2 * _LONGEST_LINE:
        return True
    return width < _NARROWEST and not any(_BROKEN.search(line) for line in lines)
