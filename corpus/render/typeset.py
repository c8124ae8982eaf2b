"""Laying out blocks on paper: every line gets its page, place and role."""

from dataclasses import dataclass, replace
from typing import Final

from msgspec import structs

from corpus.render.blocks import Block, Heading, ListItem, PageBreak, Paragraph, Table
from corpus.render.breaking import Breaker
from corpus.render.fonts import Font
from corpus.render.printed import CellPlace, PrintedLine, PrintedPage, Rule, Run, Typeset
from corpus.render.style import A4_HEIGHT, A4_WIDTH, Style
from pipeline.errors import UsageError
from pipeline.model.geometry import Box
from pipeline.model.page import Role

_INDENT: Final = 16.0
_CELL_PADDING: Final = 4.0
_WIDEST_STRETCH: Final = 0.25
_FURNITURE_INSET: Final = 36.0


def typeset(blocks: tuple[Block, ...], style: Style) -> Typeset:
    """Lay out blocks on A4 pages.

    Lines of a table come row by row, and in a row cell by cell. Raises UsageError where
    something does not fit a page, or the typeface lacks a character.
    """
    composer = _Composer(style)
    for number, block in enumerate(blocks):
        composer.add(number, block)
    return Typeset(_with_furniture(composer.pages(), style), blocks)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a text goes: left edge and width in points, its font, role and block."""

    x: float
    width: float
    font: Font
    role: Role
    block: int
    justify: bool = False
    cell: CellPlace | None = None


class _Composer:
    """Fills frames from top to bottom; `_y` is the top of what comes next."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._pages: list[tuple[list[PrintedLine], list[Rule]]] = []
        self._columns = 1
        self._column = 0
        self._column_top = self._y = style.margin
        self._tables = 0
        self._ends_list = False
        self._new_page()

    def pages(self) -> tuple[PrintedPage, ...]:
        return tuple(
            PrintedPage(number, tuple(lines), tuple(rules), A4_WIDTH, A4_HEIGHT)
            for number, (lines, rules) in enumerate(self._pages, start=1)
        )

    def add(self, number: int, block: Block) -> None:
        if self._ends_list and not isinstance(block, ListItem):
            self._y += self._style.size * 0.35
        self._ends_list = isinstance(block, ListItem) and not block.bold
        match block:
            case PageBreak():
                self._new_page()
            case Heading():
                self._add_heading(number, block)
            case Paragraph():
                self._add_paragraph(number, block)
            case ListItem():
                self._add_item(number, block)
            case Table():
                self._add_table(number, block)

    def _add_heading(self, number: int, block: Heading) -> None:
        if block.level and self._columns != self._style.columns:
            self._columns = self._style.columns
            self._column_top = self._y
        font = self._style.heading(block.level)
        height = self._style.line_height(font)
        if self._y > self._column_top:
            self._y += height * 0.6
        # A heading never stands last on its page or column.
        self._make_room(height + 3 * self._style.line_height(self._style.body))
        slot = _Slot(self._x, self._width, font, Role.HEADING, number)
        self._set_lines(slot, self._broken(slot, block.text))
        self._y += height * 0.25

    def _add_paragraph(self, number: int, block: Paragraph) -> None:
        font = self._style.bold if block.bold else self._style.body
        slot = _Slot(self._x, self._width, font, Role.BODY, number, self._style.justify)
        self._set_lines(slot, self._broken(slot, block.text))
        self._y += 0 if block.tight else font.size * (0.2 if block.bold else 0.55)

    def _add_item(self, number: int, block: ListItem) -> None:
        font = self._style.bold if block.bold else self._style.body
        if block.bold:
            self._make_room(3 * self._style.line_height(font))
        left = _INDENT * block.depth + (0 if block.bold else _INDENT / 2)
        indent = max(_INDENT, font.measure(f"{block.marker} "))
        width = self._width - left - indent
        slot = _Slot(self._x + left + indent, width, font, Role.LIST_ITEM, number)
        self._set_lines(slot, self._broken(slot, block.text), block.marker, indent)
        self._y += font.size * 0.25

    def _broken(self, slot: _Slot, text: str) -> tuple[str, ...]:
        missing = slot.font.missing(text)
        if missing:
            raise UsageError(
                f"{slot.font.name} cannot print {missing!r}.", "Choose another typeface."
            )
        hyphenate = self._style.hyphenate and slot.role is not Role.HEADING
        return Breaker(slot.font.measure, slot.width, hyphenate).lines(text)

    def _set_lines(
        self, slot: _Slot, texts: tuple[str, ...], marker: str = "", indent: float = 0.0
    ) -> None:
        for place, text in enumerate(texts):
            moved = self._make_room(self._style.line_height(slot.font))
            slot = replace(slot, x=slot.x + moved)
            justify = slot.justify and place < len(texts) - 1
            line = _line(replace(slot, justify=justify), text, self._y, self._style.leading)
            if marker and place == 0:
                line = _marked(line, marker, slot, indent)
            self._lines.append(line)
            self._y += self._style.line_height(slot.font)

    def _add_table(self, number: int, table: Table) -> None:
        self._y += _CELL_PADDING
        for row, cells in enumerate(table.rows):
            font = self._style.small_bold if row == 0 or len(cells) == 1 else self._style.small
            shares = table.widths if len(cells) > 1 else (1.0,)
            self._add_row(number, row, tuple(zip(cells, shares, strict=True)), font)
        self._tables += 1
        self._y += self._style.size

    def _add_row(
        self, number: int, row: int, cells: tuple[tuple[str, float], ...], font: Font
    ) -> None:
        slots: list[tuple[_Slot, tuple[str, ...]]] = []
        x = self._x
        for column, (text, share) in enumerate(cells):
            place = CellPlace(self._tables, row, column)
            width = self._width * share - 2 * _CELL_PADDING
            slot = _Slot(x + _CELL_PADDING, width, font, Role.TABLE_CELL, number, cell=place)
            parts = (self._broken(slot, part) for part in text.split("\n"))
            slots.append((slot, tuple(line for part in parts for line in part)))
            x += self._width * share
        step = self._style.line_height(font)
        height = step * max(len(texts) for _, texts in slots) + 2 * _CELL_PADDING
        moved = self._make_room(height)
        top = self._y
        for slot, texts in slots:
            shifted = replace(slot, x=slot.x + moved)
            for nth, text in enumerate(texts):
                y = top + _CELL_PADDING + nth * step
                self._lines.append(_line(shifted, text, y, self._style.leading))
        self._draw_grid([slot.x + moved - _CELL_PADDING for slot, _ in slots], top, height)
        self._y = top + height

    def _draw_grid(self, lefts: list[float], top: float, height: float) -> None:
        right = self._x + self._width
        for x in (*lefts, right):
            self._rules.append(Rule(x, top, x, top + height))
        for y in (top, top + height):
            self._rules.append(Rule(lefts[0], y, right, y))

    def _make_room(self, height: float) -> float:
        """Go on to the next column or page where `height` does not fit; return the shift of x."""
        if self._y + height <= self._bottom:
            return 0.0
        before = self._x
        if self._column + 1 < self._columns:
            self._column += 1
            self._y = self._column_top
        else:
            self._new_page()
        if self._y + height > self._bottom:
            raise UsageError(f"{height:.0f} points in one piece do not fit a page.")
        return self._x - before

    def _new_page(self) -> None:
        self._pages.append(([], []))
        self._column = 0
        self._column_top = self._y = self._style.margin

    @property
    def _lines(self) -> list[PrintedLine]:
        return self._pages[-1][0]

    @property
    def _rules(self) -> list[Rule]:
        return self._pages[-1][1]

    @property
    def _bottom(self) -> float:
        return A4_HEIGHT - self._style.margin

    @property
    def _width(self) -> float:
        gutters = self._style.gutter * (self._columns - 1)
        return (A4_WIDTH - 2 * self._style.margin - gutters) / self._columns

    @property
    def _x(self) -> float:
        return self._style.margin + self._column * (self._width + self._style.gutter)


def _line(slot: _Slot, text: str, top: float, leading: float) -> PrintedLine:
    """Place a line whose room begins at `top`; the spare height is shared above and below."""
    font = slot.font
    spare = font.size * leading - font.ascent - font.descent
    baseline = top + spare / 2 + font.ascent
    runs = _runs(slot, text, baseline)
    right = runs[-1].x + font.measure(runs[-1].text)
    box = Box(slot.x, baseline - font.ascent, right, baseline + font.descent)
    return PrintedLine(text, slot.role, slot.block, box, runs, slot.cell)


def _runs(slot: _Slot, text: str, baseline: float) -> tuple[Run, ...]:
    words = text.split(" ")
    slack = slot.width - slot.font.measure(text)
    if not slot.justify or len(words) == 1 or slack > _WIDEST_STRETCH * slot.width:
        return (Run(text, slot.x, baseline, slot.font),)
    gap = slack / (len(words) - 1)
    runs = []
    x = slot.x
    for place, word in enumerate(words):
        # Each word but the last brings its own space, so that readers find word ends.
        drawn = word if place == len(words) - 1 else f"{word} "
        runs.append(Run(drawn, x, baseline, slot.font))
        x += slot.font.measure(drawn) + gap
    return tuple(runs)


def _marked(line: PrintedLine, marker: str, slot: _Slot, indent: float) -> PrintedLine:
    assert line.box is not None
    mark = Run(f"{marker} ", slot.x - indent, line.runs[0].baseline, slot.font)
    box = structs.replace(line.box, x0=mark.x)
    return replace(line, text=f"{marker} {line.text}", box=box, runs=(mark, *line.runs))


def _with_furniture(pages: tuple[PrintedPage, ...], style: Style) -> tuple[PrintedPage, ...]:
    return tuple(_furnished(page, len(pages), style) for page in pages)


def _furnished(page: PrintedPage, pages: int, style: Style) -> PrintedPage:
    left, right = style.margin, A4_WIDTH - style.margin
    foot = A4_HEIGHT - _FURNITURE_INSET - style.size
    number = style.page_number.format(page=page.number, pages=pages)
    number_left = right - style.small.measure(number)
    head = [_furniture(style, style.header, Role.HEADER, left, _FURNITURE_INSET)]
    tail = [
        _furniture(style, style.footer, Role.FOOTER, left, foot),
        _furniture(style, number, Role.PAGE_NUMBER, number_left, foot),
    ]
    lines = (*head, *page.lines, *tail)
    return replace(page, lines=tuple(line for line in lines if line.text))


def _furniture(style: Style, text: str, role: Role, x: float, top: float) -> PrintedLine:
    slot = _Slot(x, A4_WIDTH, style.small, role, -1)
    return _line(slot, text, top, style.leading)
