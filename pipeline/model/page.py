"""What was read from a page: words, lines in reading order, tables.

Words and lines, like boxes, are structs: a page has hundreds, and a dataclass takes five times
as long to make. They change by `msgspec.structs.replace`.
"""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from pipeline.errors import FailureReason
from pipeline.model.geometry import Box


class TextSource(StrEnum):
    """Where a page's text comes from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    PLAIN = "plain"


class Decision(StrEnum):
    """What the judge decided for a page before any other work."""

    KEEP = "keep"
    REPAIR = "repair"
    READ_IMAGE = "read_image"


class Role(StrEnum):
    """What part a line plays on its page."""

    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"


FURNITURE = frozenset({Role.HEADER, Role.FOOTER, Role.PAGE_NUMBER})
"""Roles of lines that belong to the paper, not to the text."""


class Word(Struct, frozen=True, gc=False):
    """A printed word; `confidence` is the engine's, 0 to 1, None where none was read."""

    text: str
    box: Box | None = None
    confidence: float | None = None
    font_size: float | None = None
    bold: bool = False


class Line(Struct, frozen=True, gc=False):
    """A printed line as it was read, words in order.

    `block` numbers the paragraphs, list items and cells of the page from 0: lines of one
    block belong together. Of cells without boxes it numbers the paragraphs. `font_size` is
    in points, None where unknown. `bold` holds for most of the line. `level` is the depth that
    a file gives a heading, from 1 as in `<h1>`; None where it gives none.
    """

    text: str
    role: Role = Role.BODY
    block: int = 0
    box: Box | None = None
    confidence: float | None = None
    font_size: float | None = None
    bold: bool = False
    words: tuple[Word, ...] = ()
    level: int | None = None

    def __post_init__(self) -> None:
        if "\n" in self.text:
            raise ValueError(f"a line holds no line break: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its place from 0, and the numbers (from 1) of its lines on the page."""

    row: int
    column: int
    line_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as cells in row order; the text of a cell is that of its lines."""

    cells: tuple[Cell, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: lines in reading order (line number = place from 1), and tables.

    Sizes are points; both are 0 for plain text, which has no paper. `rotation` is how far
    the image was turned clockwise to stand upright (0, 90, 180, 270), `skew` the slant in
    degrees that was taken out, positive clockwise. `ocr_confidence` is the mean over
    words, 0 to 1.
    """

    number: int
    width_pt: float
    height_pt: float
    text_source: TextSource
    decision: Decision
    decision_reason: str
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    ocr_language: str | None = None
    ocr_confidence: float | None = None
    rotation: int = 0
    skew: float = 0.0

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"pages are numbered from 1, not {self.number}")
        for table in self.tables:
            for cell in table.cells:
                if not all(1 <= number <= len(self.lines) for number in cell.line_numbers):
                    raise ValueError(f"cell {cell} names lines that page {self.number} lacks")


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A page that did not come through, and why; `message` is for a person.

    `attempts` is how often it was tried: twice where it ended its process.
    """

    page_number: int
    stage: str
    reason: FailureReason
    message: str
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a unit of work read: pages by number, and the pages that failed."""

    pages: tuple[Page, ...]
    failures: tuple[PageFailure, ...] = ()
