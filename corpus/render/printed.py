"""A plan as printed: every line with its page, role and box."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.render.blocks import Block, Heading, Table
from corpus.render.fonts import Font
from pipeline.model.geometry import Box
from pipeline.model.page import FURNITURE, Role


@dataclass(frozen=True, slots=True)
class Run:
    """Text drawn in one go: `x` and `baseline` in points from the page's top left."""

    text: str
    x: float
    baseline: float
    font: Font


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a line of a table stands, from 0; tables are counted through the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line. `block` is the place of its block in the document, from 0.

    `box` and `runs` are absent in text that was never on paper.
    """

    text: str
    role: Role
    block: int = 0
    box: Box | None = None
    runs: tuple[Run, ...] = ()
    cell: CellPlace | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line between two points, in points from the page's top left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Lines in reading order and rules; sizes in points, 0 where there is no paper."""

    number: int
    lines: tuple[PrintedLine, ...]
    rules: tuple[Rule, ...] = ()
    width: float = 0.0
    height: float = 0.0

    @property
    def text_lines(self) -> tuple[PrintedLine, ...]:
        """The lines that belong to the text: no running header, footer or page number."""
        return tuple(line for line in self.lines if line.role not in FURNITURE)

    @property
    def furniture(self) -> tuple[PrintedLine, ...]:
        """The running headers, footers and page numbers."""
        return tuple(line for line in self.lines if line.role in FURNITURE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading where it is printed."""

    number: str
    heading: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """A whole plan as printed, with the blocks that its lines were broken from."""

    pages: tuple[PrintedPage, ...]
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The printed text, a line a line, pages divided by form feeds, no furniture."""
        return "\f".join(
            "".join(f"{line.text}\n" for line in page.text_lines) for page in self.pages
        )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text unbroken: one for each heading, paragraph, list item and cell part."""
        return tuple(text for block in self.blocks for text in block.paragraphs)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings below the title, in order; a row that spans a table heads those below."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        pages: dict[int, int] = {}
        for page in self.pages:
            for line in page.text_lines:
                pages.setdefault(line.block, page.number)
        level = 0
        for place, block in enumerate(self.blocks):
            if isinstance(block, Heading) and block.level:
                level = block.level
                yield Section(block.number, block.name, level, pages[place])
            elif isinstance(block, Table):
                spanning = (row[0] for row in block.rows if len(row) == 1 < len(block.widths))
                yield from (Section("", cell, level + 1, pages[place]) for cell in spanning)
