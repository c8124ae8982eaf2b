"""What a plan is made of before it is printed: headings, paragraphs, list items, tables."""

import re
from dataclasses import dataclass
from typing import Final

NUMBERED: Final = re.compile(r"^(?P<number>\d+(?:\.\d+)*|Bilaga \d+)[.:]?\s+(?P<rest>\S.*)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title of the plan, 1 to 4 are its parts."""

    text: str
    level: int = 1

    @property
    def number(self) -> str:
        """The printed number without its last full stop (`2.1`, `Bilaga 1`), or empty."""
        found = NUMBERED.match(self.text)
        return found["number"] if found else ""

    @property
    def name(self) -> str:
        """The heading without its number."""
        found = NUMBERED.match(self.text)
        return found["rest"] if found else self.text

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as one paragraph."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `tight` leaves no space below, as between the lines of an address."""

    text: str
    bold: bool = False
    tight: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as one paragraph."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: its marker as printed (`•`, `–`, `1.1.`) and depth from 0."""

    marker: str
    text: str
    depth: int = 0
    bold: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The marker and the text as one paragraph."""
        return (f"{self.marker} {self.text}",)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first row being the head.

    A line break in a cell begins a new paragraph there. A row of one cell spans the table.
    `widths` are the shares of the columns and add up to 1.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]

    def __post_init__(self) -> None:
        if abs(sum(self.widths) - 1) > 1e-6:
            raise ValueError(f"shares of columns add up to 1, not {sum(self.widths)}")
        for row in self.rows:
            if len(row) not in {1, len(self.widths)}:
                raise ValueError(f"{len(row)} cells in a table of {len(self.widths)} columns")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Each paragraph of each cell, row by row."""
        return tuple(part for row in self.rows for cell in row for part in cell.split("\n") if part)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """None."""
        return ()


Block = Heading | Paragraph | ListItem | Table | PageBreak
