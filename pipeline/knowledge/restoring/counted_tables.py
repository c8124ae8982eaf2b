"""Lists whose numbers stand apart, so that they were read as tables of two columns.

`I` beside what comes first, `II` beside what comes next: each row is an item with its number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.knowledge.structure.numbering import ROMAN
from pipeline.knowledge.textflow import Block, BlockKind

_ORDERS: Final = (
    tuple(map(str, range(1, 31))),
    tuple("ABCDEFGHIJKLMNOPQRST"),
    tuple("abcdefghijklmnopqrst"),
    ROMAN,
    tuple(map(str.lower, ROMAN)),
)
_MARK: Final = re.compile(r"\(?(?P<mark>\d{1,2}|[A-Za-z]|[IVXivx]{2,4})[.):]?")
_FEWEST_ROWS: Final = 2
_COLUMNS: Final = 2


def with_counted_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, the rows of such tables made items of lists."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL and block.cell is not None:
            tables[block.cell.table].append(index)
    whole = {cells[0]: cells for cells in tables.values() if _counts(blocks, cells)}
    return tuple(_rejoined(blocks, whole)) if whole else tuple(blocks)


def _counts(blocks: Sequence[Block], cells: Sequence[int]) -> bool:
    """Tell whether the cells are two a row, the first a number in order and nothing else."""
    rows = [cells[place : place + _COLUMNS] for place in range(0, len(cells), _COLUMNS)]
    marks: list[str] = []
    for row in rows:
        places = [blocks[index].cell for index in row]
        match = _MARK.fullmatch(blocks[row[0]].text.strip())
        if match is None or [place.column for place in places if place] != [0, 1]:
            return False
        if row[1] != row[0] + 1 or len(blocks[row[1]].text.split()) < _COLUMNS:
            return False
        marks.append(match["mark"])
    return len(marks) >= _FEWEST_ROWS and any(tuple(marks) == one[: len(marks)] for one in _ORDERS)


def _rejoined(blocks: Sequence[Block], whole: dict[int, list[int]]) -> Iterator[Block]:
    """Yield the blocks; a number and what stands beside it are next to each other in the flow."""
    inside = {index for cells in whole.values() for index in cells}
    for index, block in enumerate(blocks):
        if index not in inside:
            yield block
        elif block.cell is not None and block.cell.column == 0:
            text = f"{block.text}\n{blocks[index + 1].text}"
            yield replace(block, kind=BlockKind.ITEM, text=text, marker=block.text, cell=None)
