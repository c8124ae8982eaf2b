"""The running text of a document: paragraphs, items and cells, freed from lines and pages.

A plan's sentences go on over line ends and page ends. The flow is one text of blocks, a
line break between two blocks, each character with a way back to its page.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from pipeline.knowledge.names import Span
from pipeline.text.derived import DerivedText


class BlockKind(StrEnum):
    """What a block of the flow is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    CELL = "cell"


class CellPlace(NamedTuple):
    """Where a cell stands: its table in the document, row and column, each from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Block:
    """A stretch of the flow that belongs together, `start` to `end` (not included).

    `marker` is the bullet or number that it begins with, as printed; `content` begins
    after it. `font_size` is in points, `level` the depth that the file gives a heading, from 1;
    both None where unknown.
    """

    kind: BlockKind
    start: int
    text: str
    marker: str = ""
    font_size: float | None = None
    bold: bool = False
    cell: CellPlace | None = None
    level: int | None = None

    @cached_property
    def end(self) -> int:
        """Offset after the block's last character."""
        return self.start + len(self.text)

    @cached_property
    def content(self) -> str:
        """The text without its marker."""
        return self.text[len(self.marker) :].lstrip()

    @cached_property
    def content_start(self) -> int:
        """Offset in the flow where the content begins."""
        return self.end - len(self.content)

    def slice(self, span: Span) -> str:
        """Return what a span of the flow holds that lies in the block."""
        return self.text[span.start - self.start : span.end - self.start]


class Anchor(NamedTuple):
    """From `start` in the flow on, characters come from `offset` on of a page's text."""

    start: int
    page: int
    offset: int


class Place(NamedTuple):
    """A span of `pages.text`, and the line it begins on."""

    page_number: int
    line_number: int
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Flow:
    """The running text, its blocks in order, and the pages it comes from."""

    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    pages: tuple[DerivedText, ...]
    page_numbers: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """Return where `text[start:end]` stands; what goes on on the next page is left out."""
        page, first = self._locate(start)
        last_page, last = self._locate(max(end - 1, start))
        derived = self.pages[page]
        stop = last + 1 if last_page == page else len(derived.text.rstrip())
        line = derived.position(first).line_number
        return Place(self.page_numbers[page], line, first, max(stop, first))

    def page_at(self, offset: int) -> int:
        """Return the number of the page that a character comes from."""
        return self.page_numbers[self._locate(offset)[0]]

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds a character."""
        return bisect_right(self._block_starts, offset) - 1

    def line_starts(self, block: Block) -> Iterator[int]:
        """Yield where printed lines begin inside a block, the first aside."""
        first = bisect_right(self.anchors, block.start, key=lambda anchor: anchor.start)
        line = self._line(self.anchors[first - 1])
        for anchor in self.anchors[first:]:
            if anchor.start >= block.end:
                return
            if self._line(anchor) != line:
                line = self._line(anchor)
                yield anchor.start

    def _line(self, anchor: Anchor) -> tuple[int, int]:
        return anchor.page, self.pages[anchor.page].position(anchor.offset).line_number

    def surface(self, place: Place) -> tuple[str, str]:
        """Return a place's text as repaired and as read."""
        derived = self.pages[self.page_numbers.index(place.page_number)]
        start, end = place.char_start, place.char_end
        return derived.text[start:end], derived.raw_slice(start, end)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _anchor_starts(self) -> list[int]:
        return [anchor.start for anchor in self.anchors]

    def _locate(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._anchor_starts, offset) - 1
        anchor = self.anchors[index]
        length = len(self.pages[anchor.page].text)
        return anchor.page, min(anchor.offset + offset - anchor.start, max(length - 1, 0))
