"""Chapters that letters or Roman numbers count (`A. Läget`, `II. Mål`), and items of minutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.knowledge.structure.numbering import ROMAN
from pipeline.knowledge.textflow import Block, BlockKind

_MARK: Final = re.compile(r"(?P<mark>[A-Z]|[IVX]{2,4})(?P<stop>[.):]?)(?= +[A-ZÅÄÖ0-9])")
# An item of minutes: `§ 31 Val`
_ITEM: Final = re.compile(r"§+ ?\d{1,3}(?:[.:]| [–-])?(?= +\S)")
_LETTER: Final = re.compile(r"[A-Z]\.")
_FEWEST: Final = 2
# Without a stop behind it, a letter may be a word: `I Bryssel`.
_FEWEST_BARE: Final = 3


def with_chapter_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, headings that letters or Roman numbers count with these as markers.

    Items of minutes have theirs. Letters count where they come in order from the first on,
    each with something below it. Another heading's letter belongs to its words.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    marks: dict[int, str] = {}
    for order in (ROMAN, tuple(map(chr, range(ord("A"), ord("Z") + 1)))):
        for stop in (".", ")", ":", ""):
            found = list(_in_order(blocks, headings, order, stop))
            below = all(found[i + 1][0] - found[i][0] > 1 for i in range(len(found) - 1))
            if below and len(found) >= (_FEWEST if stop else _FEWEST_BARE):
                marks.update(found)
    marked = list(blocks)
    for index in headings:
        item = _ITEM.match(blocks[index].text)
        own = "" if _LETTER.fullmatch(blocks[index].marker) else blocks[index].marker
        marked[index] = replace(blocks[index], marker=marks.get(index, item[0] if item else own))
    return tuple(marked)


def is_chapter(block: Block) -> bool:
    """Tell whether a block is a heading that a letter or a Roman number counts."""
    mark = block.marker.rstrip(".):")
    return block.kind is BlockKind.HEADING and mark.isalpha() and mark.isupper()


def _in_order(
    blocks: Sequence[Block], headings: Sequence[int], order: Sequence[str], stop: str
) -> Iterator[tuple[int, str]]:
    """Yield the headings that begin with the marks of a row, one after the other."""
    expected = iter(order)
    wanted = next(expected)
    for index in headings:
        match = _MARK.match(blocks[index].text)
        if match and match["mark"] == wanted and match["stop"] == stop:
            yield index, match[0]
            wanted = next(expected, "")
