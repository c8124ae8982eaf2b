"""Reading pages as running text: which lines go on in the next, and which begin anew."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.line_widths import full_width
from pipeline.knowledge.restoring.counted_on import counts_on
from pipeline.knowledge.restoring.heads_of_lists import with_heads_of_lists
from pipeline.knowledge.restoring.labelled_lines import (
    LABELLED,
    begins_again,
    ends_with_sum,
    head_labels,
)
from pipeline.knowledge.restoring.labelled_lists import with_labelled_lists
from pipeline.knowledge.restoring.lost_tables import with_lost_tables
from pipeline.knowledge.restoring.matters import with_matters
from pipeline.knowledge.restoring.page_numbers import without_page_numbers
from pipeline.knowledge.restoring.printed_markup import without_markup
from pipeline.knowledge.restoring.running_headers import letterhead
from pipeline.knowledge.restoring.shared_rows import with_rows_apart
from pipeline.knowledge.restoring.transcripts import with_pages_apart
from pipeline.knowledge.rows import Row
from pipeline.knowledge.seated import ends_item, is_listed
from pipeline.knowledge.structure.fields import are_facts
from pipeline.knowledge.structure.labels import opens_activity
from pipeline.knowledge.table_places import cell_edges, cell_steps, table_places
from pipeline.knowledge.textflow import Anchor, Block, BlockKind, Flow
from pipeline.layout.lines import level
from pipeline.layout.wording import is_unfinished
from pipeline.lexicon import EntityLexicon
from pipeline.model.page import FURNITURE, Role
from pipeline.model.repair import RepairedPage
from pipeline.text.bullets import bullet_at_start
from pipeline.text.derived import DerivedText, derive
from pipeline.text.drawn import is_rule
from pipeline.text.months import STEMS

# What recognition makes of a bullet; believed only of a line that layout calls an item.
_READ_AS_BULLET: Final = re.compile(r"[eoöOQ°¢+»](?=\s)|«|[–—](?=\w)|-(?=[^\W\d_])")
# A month in words; other words begin with `mar` too: `3 marknader`.
_MONTH: Final = "|".join("mars" if stem == "mar" else stem for stem in STEMS)
# `2.1`, `3)`, `(3)`, `a)`, `(a)`, `ii)`, `a.`, within a part `A1`, `B2.`; `09.15` is an hour,
# `92 000 ecu` a sum.
_NUMBER: Final = re.compile(
    r"(?:(?!0|\d{1,2}\.0|\d{1,2}(?: \d{3})+(?!\w))\d{1,2}(?:\.\d{1,2}){0,4}[.)]?"
    r"|\((?:\d{1,2}|[a-h]|[ivx]{1,4})\)|[ivx]{2,4}\)|[a-zA-Z]\)|[A-ZÅÄÖ]\.?\d{1,2}[.:)]?|[a-h]\.(?=\s+[^\W\d_]{2})(?!\s+(?:Kr|ex)\b)"
    r"|[A-H]\.(?=\s+[A-ZÅÄÖ][^\W\d_]+\s+(?:[a-zåäö]{2}|\d|[iåö] )))(?=\s+[^\s–—-])"
    rf"(?!\s+(?i:{_MONTH})[a-z]*\b(?!-))"
)
# An entry of a calendar: `17–18 september 2025: höstmöte`.
_DATED: Final = re.compile(r"\d{1,2}(?: ?[–-] ?\d{1,2})? [a-zåäö]{3,9}\.?(?: \d{4})?:\s")
# A line of a calendar: `7–8 mars  Konferens`.
_DAY: Final = re.compile(
    r"(?i:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?(?: den)? )?"
    rf"(?:\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? (?i:{_MONTH})[a-z]*\b"
    r"|\d{1,2}/\d{1,2} (?=[A-ZÅÄÖ]))"
)
_SEGMENT: Final = re.compile(r"\S+(?:\s\S+)*")
_BROKEN: Final = re.compile(r"[^\W\d_]-$")
_HANGING: Final = re.compile(r"(?:och|eller|samt|respektive|resp)\b")
_CLOSING: Final = frozenset(",.;:!?)")
_TERMINAL: Final = re.compile(r"[.!?:;]['\"”’)]*$")
# A name over a line's end: `Anna`, `Johansson (C)`.
_FORENAME: Final = re.compile(r"(?:^|\s)[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖÉ]?[a-zåäöé]+)?$")
_SURNAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w’-]+ \([A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2}\)")
# A line was broken for want of room if the next word would have left less than this free.
_FREE_SHARE: Final = 0.12
_LEFT_OVER: Final = 2  # words
_ENDS_DECISION: Final = ".,;:)"
# Between paragraphs of a cell there is more room than this share of a line's height, and the
# step is so many times that from line to line.
_PARAGRAPH_GAP: Final = 0.6
_WIDER_STEP: Final = 1.2


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
        if (_goes_on(before, row) and not parted) or _is_left_over(group, row):
            group.append(row)
        else:
            yield group
            group = [row]
    yield group


def _goes_on(before: Row, row: Row) -> bool:
    """Tell whether a row belongs to the block of the row before it."""
    if row.begins is not None:
        return not row.begins
    if row.cell is None and are_facts(before.text.strip(), row.text.strip()):
        return False
    headings = [r.line.role is Role.HEADING for r in (before, row)]
    if before.cell != row.cell or headings[0] != headings[1] or _opens(row, before):
        return False
    if headings[0]:
        return _same_block(before, row) and _goes_on_as_heading(before, row)
    if row.cell is not None:
        return _same_block(before, row) and _fits_cell(before, row)
    return _runs_on(before, row)


def _is_left_over(group: Sequence[Row], row: Row) -> bool:
    """Tell whether the last line is but what the line above had no room for, and goes on.

    Print that was broken into lines twice is so; layout has told it from the end of a list.
    """
    if len(group) < 2 or row.begins is not None or row.line.box is None:
        return False
    above, last = group[-2:]
    lines = (last.line, row.line)
    return (
        len(last.text.split()) <= _LEFT_OVER
        and _is_full(above, last)
        and not any(_TERMINAL.search(one.text.strip()) for one in (above, last))
        and last.cell is None
        and row.cell is None
        and all(line.role is Role.BODY for line in lines)
        and (_same_block(last, row) or last.page != row.page)
        and not _opens(row, last)
    )


def _goes_on_as_heading(before: Row, row: Row) -> bool:
    """Tell whether a line of heading goes on: another number, or room left, ends it.

    Where the print is known, a heading that was broken early goes on in the same print.
    """
    text = row.text.strip()
    sized = row.line.font_size is not None
    early = text[0].isupper() and not sized and not _is_full(before, row)
    return not _NUMBER.match(text) and not (early and bool(_NUMBER.match(before.text.strip())))


def _same_block(before: Row, row: Row) -> bool:
    return before.page == row.page and before.line.block == row.line.block


def _runs_on(before: Row, row: Row) -> bool:
    """Tell whether running text goes on, by what stands at the line's end and beginning."""
    text, previous = row.text.strip(), before.text.strip()
    ended = opens_activity(previous) or ends_with_sum(previous) or ends_item(previous)
    if text[0].isupper() and ended:
        return False
    broken_name = bool(_FORENAME.search(previous) and _SURNAME.match(text))
    if _same_block(before, row):
        if _DAY.match(text) and (_DAY.match(previous) or not _is_full(before, row)):
            return False
        if opens_activity(text) and not is_unfinished(previous):
            return False
        item = row.line.role is Role.LIST_ITEM and not _is_title(before, row)
        return item or _is_full(before, row) or not text[0].isupper() or broken_name
    if text[0].islower():
        ended = bool(_TERMINAL.search(previous))
        return (_is_full(before, row) and not ended) or previous[-1] in ",-"
    parted = before.page != row.page or broken_name
    return parted and _is_full(before, row) and not _TERMINAL.search(previous)


def _is_title(before: Row, row: Row) -> bool:
    """Tell whether a numbered line with room to spare is a title above a paragraph."""
    numbered = bool(_NUMBER.match(before.text.strip()))
    return numbered and row.text.strip()[0].isupper() and not _is_full(before, row)


def _is_full(before: Row, row: Row) -> bool:
    """Tell whether a line had little room left for the next word."""
    word = row.text.split(maxsplit=1)[0]
    left = before.width - len(before.text.strip()) - 1 - len(word)
    return left < _FREE_SHARE * before.width


def _fits_cell(before: Row, row: Row) -> bool:
    """Tell whether a line of a cell goes on: the next word had no room.

    Without boxes, those who read the cell divided it into blocks.
    """
    one, other = before.line.box, row.line.box
    if one is None or other is None:
        return True
    words = row.text.split(maxsplit=1)
    letter = other.width / max(len(row.text.strip()), 1)
    room = row.cell_edge - one.x1
    gap = other.y0 - one.y1
    step = level(row.line) - level(before.line)
    near = gap < _PARAGRAPH_GAP * one.height or step < _WIDER_STEP * row.cell_step
    return room < letter * (len(words[0]) + 1) and near


def _opens(row: Row, before: Row | None = None) -> bool:
    """Tell whether a row begins with a bullet, or as a numbered item does.

    A number in the middle of a paragraph, where the line before was full, is none.
    """
    text = row.text.strip()
    if bullet_at_start(text) or _DATED.match(text):
        return True
    above = before.text.strip() if before is not None else ""
    if before is not None and text.startswith("att ") and not _same_block(before, row):
        # minutes decide one thing after the other: `att till Kustrådet utse`
        apart = row.line.box is None or not _is_full(before, row)
        return apart or above[-1] in _ENDS_DECISION
    if is_listed(above, text) or (LABELLED.match(above) and LABELLED.match(text)):
        return True
    if row.line.role is Role.LIST_ITEM:
        return bool(_READ_AS_BULLET.match(text) or _NUMBER.match(text))
    match = _NUMBER.match(text)
    if match is None or not text[match.end() :].lstrip()[:1].isupper():
        return False
    inside = before is not None and _same_block(before, row) and _is_full(before, row)
    return not inside or bool(before and _TERMINAL.search(before.text.strip()))


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
    marker = _marker(text, first.line.role) if kind is not BlockKind.TEXT else ""
    return Block(kind, position, text, marker, line.font_size, line.bold, first.cell, line.level)


def _kind(row: Row, text: str) -> BlockKind:
    if row.cell is not None:
        return BlockKind.CELL
    if row.line.role is Role.HEADING:
        return BlockKind.HEADING
    if row.line.role is Role.LIST_ITEM or _opens(row._replace(text=text)):
        return BlockKind.ITEM
    return BlockKind.TEXT


def _marker(text: str, role: Role) -> str:
    found = bullet_at_start(text) or _NUMBER.match(text)
    if found is None and role is Role.LIST_ITEM:
        found = _READ_AS_BULLET.match(text)
    counts = found is not None and found[0].isdigit() and text[found.end() :].lstrip()[:1].islower()
    return found[0] if found and not counts and not _DATED.match(text) else ""
