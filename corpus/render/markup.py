r"""From text to blocks: the light markup of the sources, and plain text of any origin.

The markup, one construct a line:

    = Title            # Heading     ## 2.1 Heading      ### Heading
    *Bold line*        - item        -- nested item      1.1. numbered item
    |= 2 3             shares of the columns of the table that follows
    | a | b // c |     a row; `//` begins a new paragraph in a cell
    \page              a new page
    line\              a line that is printed as it stands, close to the next

Everything else is running text: neighbouring lines make one paragraph, and lines right
below an item continue it.
"""

import re
from dataclasses import replace
from typing import Final

from corpus.render.blocks import Block, Heading, ListItem, PageBreak, Paragraph, Table

BULLETS: Final = ("•", "–", "·")
"""What the markers `-`, `--` and `---` are printed as."""

_HEADING: Final = re.compile(r"^(?P<marker>=|#{1,4})\s+(?P<text>.+)$")
_BULLET: Final = re.compile(r"^(?P<marker>-{1,3})\s+(?P<text>.+)$")
_NUMBER: Final = re.compile(r"^(?P<marker>\d{1,2}(?:\.\d{1,2})*\.)\s+(?P<text>.+)$")
_BOLD: Final = re.compile(r"^\*(?P<text>[^*]+)\*$")
_TIGHT: Final = re.compile(r"^(?P<text>.+)\\$")
_PLAIN_ITEM: Final = re.compile(r"^(?P<marker>[•·▪–-]|\d{1,2}(?:\.\d{1,2})*\.)\s+(?P<text>\S.*)$")


def parse_markup(text: str) -> tuple[Block, ...]:
    """Return the blocks of a source body; see the top of this file for the markup."""
    parser = _Parser()
    for line in text.splitlines():
        parser.read(line.strip())
    return parser.finish()


def parse_plain(text: str) -> tuple[Block, ...]:
    """Return a block for each line that is not blank, page breaks at form feeds.

    For texts that are already broken into printed lines: each stays a line of its own as
    long as it fits the page.
    """
    blocks: list[Block] = []
    for number, page in enumerate(text.split("\f")):
        if number:
            blocks.append(PageBreak())
        lines = (" ".join(line.split()) for line in page.splitlines())
        blocks.extend(_plain_block(line) for line in lines if line)
    return tuple(blocks)


def _plain_block(line: str) -> Block:
    item = _PLAIN_ITEM.match(line)
    return ListItem(item["marker"], item["text"]) if item else Paragraph(line, tight=True)


class _Parser:
    """Reads line by line; holds the text and the table that the next line may continue."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: Paragraph | ListItem | None = None
        self._rows: list[tuple[str, ...]] = []
        self._widths: tuple[float, ...] = ()

    def read(self, line: str) -> None:
        if line.startswith("|"):
            self._close_text()
            self._read_row(line)
            return
        self._close_table()
        block = _closed_block(line)
        item = _open_item(line)
        if block or item or not line:
            self._close_text()
        if block:
            self._blocks.append(block)
        elif item:
            self._open = item
        elif line and self._open:
            self._open = replace(self._open, text=f"{self._open.text} {line}")
        elif line:
            self._open = Paragraph(line)

    def finish(self) -> tuple[Block, ...]:
        self._close_text()
        self._close_table()
        return tuple(self._blocks)

    def _read_row(self, line: str) -> None:
        if line.startswith("|="):
            shares = [float(share) for share in line[2:].split()]
            self._widths = tuple(share / sum(shares) for share in shares)
            return
        cells = line.removeprefix("|").removesuffix("|").split("|")
        self._rows.append(tuple(cell.strip().replace(" // ", "\n") for cell in cells))

    def _close_text(self) -> None:
        if self._open:
            self._blocks.append(self._open)
            self._open = None

    def _close_table(self) -> None:
        if self._rows:
            columns = max(len(row) for row in self._rows)
            widths = self._widths or (1 / columns,) * columns
            self._blocks.append(Table(tuple(self._rows), widths))
            self._rows, self._widths = [], ()


def _closed_block(line: str) -> Block | None:
    """Return the block that this line is all of, if any."""
    if line == r"\page":
        return PageBreak()
    if heading := _HEADING.match(line):
        marker = heading["marker"]
        return Heading(heading["text"], 0 if marker == "=" else len(marker))
    if bold := _BOLD.match(line):
        return Paragraph(bold["text"], bold=True)
    if tight := _TIGHT.match(line):
        return Paragraph(tight["text"].strip(), tight=True)
    return None


def _open_item(line: str) -> ListItem | None:
    """Return the list item that this line begins, if any."""
    if bullet := _BULLET.match(line):
        depth = len(bullet["marker"]) - 1
        return ListItem(BULLETS[depth], bullet["text"], depth)
    if number := _NUMBER.match(line):
        # Numbered items of a plan are its activities: printed bold, deeper ones further in.
        return ListItem(
            number["marker"], number["text"], number["marker"].count(".") - 1, bold=True
        )
    return None
