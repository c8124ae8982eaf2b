"""Plans as text files: broken lines, form feeds, tables of tabs or pipes, bits of HTML."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from corpus.render.blocks import Block, ListItem, PageBreak, Paragraph, Table
from corpus.render.breaking import Breaker
from corpus.render.printed import CellPlace, PrintedLine, PrintedPage, Typeset
from pipeline.model.page import Role

_BLOCK_TAG: Final = re.compile(r"</?(?:p|ul|li|br)\b[^>]*>")
_INLINE_TAG: Final = re.compile(r"</?(?:i|b|em|strong)>")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text file is laid out.

    `width` is in characters, 0 for one line a paragraph. `page_number` is a pattern of
    `{page}`, printed below each page. With `tables = "fragments"` rows are divided by tabs
    and the paragraphs of a cell are HTML.
    """

    width: int = 0
    hyphenate: bool = False
    page_number: str = ""
    encoding: Literal["utf-8", "utf-8-sig", "cp1252"] = "utf-8"
    newline: str = "\n"
    tables: Literal["pipes", "fragments"] = "pipes"


def typeset_text(blocks: tuple[Block, ...], style: TextStyle) -> Typeset:
    """Return the lines of a text file; HTML tags in the blocks are no part of them."""
    clean = tuple(_cleaned(block) for block in blocks)
    pages: list[list[PrintedLine]] = [[]]
    tables = 0
    for number, block in enumerate(clean):
        if isinstance(block, PageBreak):
            pages.append([])
        elif isinstance(block, Table):
            pages[-1].extend(_cell_lines(block, number, tables))
            tables += 1
        else:
            role = _role(block)
            for text in _broken(block.paragraphs[0], style):
                pages[-1].append(PrintedLine(text, role, number))
    numbered = (_numbered(lines, page, style) for page, lines in enumerate(pages, start=1))
    return Typeset(tuple(numbered), clean)


def to_text(blocks: tuple[Block, ...], style: TextStyle) -> bytes:
    """Return the bytes of the text file."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(block)
    texts = (_page_text(page, number, style) for number, page in enumerate(pages, start=1))
    text = "\f".join(texts)
    return text.replace("\n", style.newline).encode(style.encoding)


def _page_text(blocks: list[Block], number: int, style: TextStyle) -> str:
    parts: list[str] = []
    for block, following in pairwise((*blocks, None)):
        assert block is not None
        parts.extend(f"{line}\n" for line in _written(block, style))
        in_list = isinstance(block, ListItem) and isinstance(following, ListItem)
        tight = isinstance(block, Paragraph) and block.tight and isinstance(following, Paragraph)
        if not in_list and not tight:
            parts.append("\n")
    if style.page_number:
        parts.append(style.page_number.format(page=number) + "\n")
    return "".join(parts)


def _written(block: Block, style: TextStyle) -> Iterator[str]:
    if not isinstance(block, Table):
        yield from _broken(block.paragraphs[0], style)
        return
    for place, row in enumerate(block.rows):
        if style.tables == "fragments":
            spare = len(block.widths) - len(row)
            yield "\t".join(_fragment(cell) for cell in row) + "\t" * spare
        else:
            yield f"| {' | '.join(cell.replace(chr(10), ' ') for cell in row)} |"
            if place == 0:
                yield "|" + "|".join("---" for _ in block.widths) + "|"


def _fragment(cell: str) -> str:
    parts = cell.split("\n")
    if len(parts) == 1:
        return cell
    return " ".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def _broken(text: str, style: TextStyle) -> tuple[str, ...]:
    if not style.width:
        return (text,)
    return Breaker(lambda part: float(len(part)), style.width, style.hyphenate).lines(text)


def _cell_lines(table: Table, block: int, number: int) -> Iterator[PrintedLine]:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            place = CellPlace(number, row, column)
            for part in cell.split("\n"):
                if part:
                    yield PrintedLine(part, Role.TABLE_CELL, block, cell=place)


def _role(block: Block) -> Role:
    if isinstance(block, ListItem):
        return Role.LIST_ITEM
    return Role.BODY if isinstance(block, Paragraph) else Role.HEADING


def _numbered(lines: list[PrintedLine], page: int, style: TextStyle) -> PrintedPage:
    if style.page_number:
        number = style.page_number.format(page=page)
        lines = [*lines, PrintedLine(number, Role.PAGE_NUMBER, -1)]
    return PrintedPage(page, tuple(lines))


def _cleaned(block: Block) -> Block:
    """Return the block as a reader of the tags sees it."""
    if isinstance(block, PageBreak):
        return block
    if isinstance(block, Table):
        rows = tuple(tuple(_without_tags(cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, text=_without_tags(block.text))


def _without_tags(text: str) -> str:
    lines = _BLOCK_TAG.sub("\n", _INLINE_TAG.sub("", text)).split("\n")
    return "\n".join(html.unescape(line.strip()) for line in lines if line.strip())
