"""Reading pages as running text: rows of lines grouped to blocks, words made whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.reading.continued_lines import goes_on, is_left_over, opens
from pipeline.knowledge.reading.item_beginnings import marker_of
from pipeline.knowledge.reading.line_widths import full_width
from pipeline.knowledge.reading.table_places import cell_edges, cell_steps, table_places
from pipeline.knowledge.restoring.counted_on import counts_on
from pipeline.knowledge.restoring.heads_of_lists import with_heads_of_lists
from pipeline.knowledge.restoring.labelled_lines import begins_again, head_labels
from pipeline.knowledge.restoring.labelled_lists import with_labelled_lists
from pipeline.knowledge.restoring.lost_tables import with_lost_tables
from pipeline.knowledge.restoring.matters import with_matters
from pipeline.knowledge.restoring.page_numbers import without_page_numbers
from pipeline.knowledge.restoring.printed_markup import without_markup
from pipeline.knowledge.restoring.running_headers import letterhead
from pipeline.knowledge.restoring.shared_rows import with_rows_apart
from pipeline.knowledge.restoring.transcripts import with_pages_apart
from pipeline.knowledge.rows import Row
from pipeline.knowledge.textflow import Anchor, Block, BlockKind, Flow
from pipeline.lexicon import EntityLexicon
from pipeline.model.page import FURNITURE, Role
from pipeline.model.repair import RepairedPage
from pipeline.text.derived import DerivedText, derive
from pipeline.text.drawn import is_rule

_SEGMENT: Final = re.compile(r"\S+(?:\s\S+)*")
_BROKEN: Final = re.compile(r"[^\W\d_]-$")
_HANGING: Final = re.compile(r"(?:och|eller|samt|respektive|resp)\b")
_CLOSING: Final = frozenset(",.;:!?)")


def read_flow(pages: Sequence[RepairedPage], entities: EntityLexicon | None = None) -> Flow:
    """Return the running text of pages in order, without headers, footers and page numbers."""
    derived = tuple(derive(page.lines) for page in pages)
    blocks: list[Block] = []
    anchors: list[Anchor] = []
    parts: list[str] = []
    position = 0
    read = with_lost_tables(with_pages_apart(without_markup([*_rows(pages, derived)])), entities)
    read = with_rows_apart(without_page_numbers(with_matters(read)))
    for rows in _grouped(with_labelled_lists(with_heads_of_lists(read))):
        text, found = _join(rows, position)
        parts.append(text)
        anchors += found
        blocks.append(_block(rows, position, text))
        position += len(text) + 1
    numbers = tuple(page.page.number for page in pages)
    return Flow("\n".join(parts), tuple(blocks), tuple(anchors), derived, numbers)


def _rows(pages: Sequence[RepairedPage], derived: Sequence[DerivedText]) -> Iterator[Row]:
    for index, (page, text, cells) in enumerate(
        zip(pages, derived, table_places([page.page for page in pages]), strict=True)
    ):
        width = full_width(page)
        edges, steps = cell_edges(page.page, cells), cell_steps(page.page, cells)
        told = letterhead(page) if index == 0 else set()
        for start, piece in _page_rows(text):
            number = text.position(start).line_number
            line = page.page.lines[number - 1]
            if (number in told or line.role not in FURNITURE) and not is_rule(piece):
                cell = cells.get(number)
                edge = edges.get(cell, 0.0) if cell else 0.0
                step = steps.get(cell.table, 0.0) if cell else 0.0
                yield Row(index, start, piece, line, cell, width, edge, step)


def _page_rows(text: DerivedText) -> Iterator[tuple[int, str]]:
    start = 0
    for row in text.text.split("\n"):
        if row.strip():
            yield start, row
        start += len(row) + 1


def _grouped(rows: Sequence[Row]) -> Iterator[list[Row]]:
    if not rows:
        return
    group = [rows[0]]
    lines = [row.text.strip() for row in rows]
    for place, (before, row) in enumerate(pairwise(rows)):
        heads = len(group) == 1 and head_labels(lines[place : place + 3])
        counted = row.cell is None and counts_on(group[0].text.strip(), lines[place + 1])
        parted = heads or counted or (row.cell is None and begins_again(lines, place + 1))
        if (goes_on(before, row) and not parted) or is_left_over(group, row):
            group.append(row)
        else:
            yield group
            group = [row]
    yield group


def _join(rows: Sequence[Row], position: int) -> tuple[str, list[Anchor]]:
    """Return a block's text with single spaces, words whole, and where its parts come from."""
    parts: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    for row in rows:
        for match in _SEGMENT.finditer(row.text):
            piece = re.sub(r"\s", " ", match[0])
            if parts:
                tail, glue = _glue(parts[-1], piece)
                length += len(tail) - len(parts[-1]) + len(glue)
                parts[-1:] = [tail, glue]
            anchors.append(Anchor(position + length, row.page, row.start + match.start()))
            parts.append(piece)
            length += len(piece)
    return "".join(parts), anchors


def _glue(before: str, piece: str) -> tuple[str, str]:
    """Return the end of a row as it stays, and what stands between it and the next one."""
    if piece[0] in _CLOSING:
        return before, ""
    if not before.endswith("-") or not _BROKEN.search(before) or _HANGING.match(piece):
        return before, " "
    return (before[:-1], "") if piece[0].islower() else (before, "")


def _block(rows: Sequence[Row], position: int, text: str) -> Block:
    first, line = rows[0], rows[0].line
    kind = _kind(first, text)
    marker = marker_of(text, first.line.role) if kind is not BlockKind.TEXT else ""
    return Block(kind, position, text, marker, line.font_size, line.bold, first.cell, line.level)


def _kind(row: Row, text: str) -> BlockKind:
    if row.cell is not None:
        return BlockKind.CELL
    if row.line.role is Role.HEADING:
        return BlockKind.HEADING
    if row.line.role is Role.LIST_ITEM or opens(row._replace(text=text)):
        return BlockKind.ITEM
    return BlockKind.TEXT
