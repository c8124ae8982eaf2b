"""Plain text: pages, running lines, and the tables and HTML fragments that it may carry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.entities import html5
from itertools import pairwise

from pipeline.ingest.aligned_tables import Aligned, aligned_table
from pipeline.ingest.fragments import Paragraph, TableElement, paragraphs, parse
from pipeline.ingest.numbered_headings import numbered_headings
from pipeline.ingest.stacking import Cell, Stack
from pipeline.ingest.text_tables import (
    Row,
    as_row,
    indent,
    is_continued,
    is_table,
    with_whole_header,
)
from pipeline.ingest.web_tables import cells_of
from pipeline.layout import arrange_text
from pipeline.model.page import Line, Table
from pipeline.text.markup import ENTITY, TAG

_BREAK = re.compile(r"\r\n|\r|\n|\v|\u0085|\u2028|\u2029")
_TABLE_START = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Lines that are the rows of a table, as they stand and as they are read."""

    lines: list[str]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Markup:
    """Lines, joined, that hold HTML."""

    text: str


_Part = str | _Rows | Aligned | _Markup


def divide_pages(text: str) -> list[str]:
    """Return the pages of a text: form feeds part them, and one at the end begins no page."""
    pages = text.split("\f")
    return pages[:-1] if len(pages) > 1 and not pages[-1].strip() else pages


def read_text_page(text: str) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Return a page's lines that are not blank, and its tables; nothing of it is lost.

    Tags and the signs that divide cells are left out, entities become characters.
    """
    stack = Stack()
    plain: list[str] = []
    for part in _parts(_BREAK.split(text)):
        if isinstance(part, str):
            plain.append(part)
            continue
        stack.add_lines(arrange_text(plain))
        plain = []
        if isinstance(part, _Rows):
            rows = [row for row in part.rows if not row.rule]
            stack.add_table([[_cell(cell) for cell in row.cells] for row in rows])
        elif isinstance(part, Aligned):
            stack.add_table(part.rows)
        else:
            _add_markup(stack, part.text)
    stack.add_lines(arrange_text(plain))
    return stack.lines, stack.tables


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """Tell tables and markup from running lines, in order; no table reaches over a heading."""
    marked = any(map(_TABLE_START.search, lines))
    headings = {} if marked else dict.fromkeys(numbered_headings(lines))
    edges = [0, *(edge for place in headings for edge in (place, place + 1)), len(lines)]
    for first, last in pairwise(edges):
        if first in headings:
            yield _running(lines[first])
        else:
            yield from _parts_between(lines[first:last])


def _parts_between(lines: Sequence[str]) -> Iterator[_Part]:
    start = 0
    while start < len(lines):
        if _TABLE_START.search(lines[start]):
            end = _end_of_table(lines, start)
            yield _Markup("\n".join(lines[start:end]))
        elif table := aligned_table(lines, start):
            end = table.end
            yield table
        elif rows := _rows(lines, start):
            end = start + len(rows.lines)
            yield rows
        else:
            end = start + 1
            yield _running(lines[start])
        start = end


def _end_of_table(lines: Sequence[str], start: int) -> int:
    for place in range(start, len(lines)):
        if _TABLE_END.search(lines[place]):
            return place + 1
    return start + 1


def _rows(lines: Sequence[str], start: int) -> _Rows | None:
    """Return the table that begins at a line, over single blank lines; None for no table."""
    rows, end = _run(lines, start)
    rows = with_whole_header(rows) if rows else rows
    first = indent(lines[start])
    while rows and end + 1 < len(lines) and not lines[end].strip():
        more, more_end = _run(lines, end + 1, len(rows[0].cells))
        beside = lines[end + 1].strip() and indent(lines[end + 1]) <= first
        lacks_first = bool(more) and not more[0].cells[0]
        if not more or (beside and lacks_first) or not is_continued(rows, more):
            break
        rows, end = rows + more, more_end
    return _Rows(list(lines[start:end]), rows) if is_table(rows) else None


def _run(lines: Sequence[str], start: int, width: int = 0) -> tuple[list[Row], int]:
    """Return the rows that follow each other from a line on, and where they end.

    `width` is how many cells rows before them have, 0 where there are none.
    """
    rows: list[Row] = []
    end = start
    while end < len(lines):
        row = as_row(lines[end], len(rows[0].cells) if rows else width)
        if row is None or (rows and row.divider is not rows[0].divider):
            break
        rows.append(row)
        end += 1
    return rows, end


def _running(line: str) -> _Part:
    line = line.replace("\t", " ")
    return _Markup(line) if _has_markup(line) else line


def _has_markup(text: str) -> bool:
    if TAG.search(text):
        return True
    return any(
        match["name"] is None or f"{match['name']};" in html5 for match in ENTITY.finditer(text)
    )


def _cell(text: str) -> Cell:
    """Return the paragraphs of a cell, each a line."""
    if not _has_markup(text):
        return ((text,),) if text else ()
    found = paragraphs(parse(text))
    return tuple((line,) for part in found if isinstance(part, Paragraph) for line in part.lines)


def _add_markup(stack: Stack, text: str) -> None:
    for part in paragraphs(parse(text), tables=True):
        if isinstance(part, TableElement):
            stack.add_table(cells_of(part.element))
        else:
            stack.add_paragraph(part)
