"""Projects as rows of tables, with a header or without."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.boxed import NO_PROJECT
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.telling import SLOTS, Telling
from pipeline.knowledge.textflow import Block

_NAME_COLUMN: Final = re.compile(r"(?:namn|titel)\b", re.IGNORECASE)
_SHORT_NAME: Final = re.compile(r"(?:kortnamn|akronym)\b", re.IGNORECASE)
_YEARS: Final = re.compile(r"(?:\w+ )?(?:19|20)\d\d(?: ?[–-] ?(?:\w+ )?(?:19|20)\d\d)?")
_WORDS: Final = re.compile(r"\w+ [a-zåäö]{2,}")
_FEWEST_ROWS: Final = 2


def tabled_projects(
    blocks: Sequence[Block], funders: Sequence[Span], taken: Set[int]
) -> Iterator[Telling]:
    """Yield the rows of tables of projects; `taken` is where names of other things begin."""
    payers = {funder.start for funder in funders}
    for grid in grids(blocks):
        columns = _columns(grid)
        if "project" not in columns or len(grid.header) < 2:
            columns = _by_cells(grid, payers, taken)
        elif "description" not in columns and columns.keys() & {"funder", "programme"}:
            columns |= _told(grid, columns, taken)
        if "project" in columns:
            for row in grid.rows:
                yield from _row(row, columns)


def _columns(grid: Grid) -> dict[str, int]:
    """Return what the columns hold; `Namn` holds projects beside funders or leads.

    `Akronym` does so beside funders alone: networks have acronyms, too.
    """
    columns = grid.columns(*(slot for slot in SLOTS if slot != "cost"))
    paid = "programme" in columns or "funder" in columns
    of_projects = paid or {"description", "lead"} <= columns.keys()
    if "project" not in columns and of_projects:
        names = [column for column, words in grid.header.items() if _NAME_COLUMN.match(words)]
        names += [c for c, words in grid.header.items() if paid and _SHORT_NAME.match(words)]
        columns |= {"project": names[0]} if names else {}
    return columns


def _told(grid: Grid, columns: Mapping[str, int], taken: Set[int]) -> dict[str, int]:
    """Return the column of several words a cell that names nothing known: what projects do."""
    known = {column for column in grid.header if grid.means(column)} | {*columns.values()}
    for column in grid.header:
        cells = [row.cells[column][0] for row in grid.rows if row.cells.get(column)]
        words = sum(_WORDS.search(cell.content) is not None for cell in cells)
        if (
            column not in known
            and words * 2 > len(cells)
            and taken.isdisjoint(cell.start for cell in cells)
        ):
            return {"description": column}
    return {}


def _by_cells(grid: Grid, payers: Collection[int], taken: Collection[int]) -> dict[str, int]:
    """Return what the columns of a table hold whose header does not tell: by their cells.

    Of a table of projects, every row has a name, words about it, and a funder.
    """
    rows, columns = (
        grid.rows,
        range(max((max(row.cells, default=0) for row in grid.rows), default=0) + 1),
    )

    def all_in(column: int, holds: Callable[[Block], bool]) -> bool:
        return all(row.cells.get(column) and holds(row.cells[column][0]) for row in rows)

    paid = next((c for c in columns if all_in(c, lambda cell: cell.start in payers)), 0)
    named = all_in(0, lambda cell: cell.start not in taken and may_be_name(cell.content))
    told = all_in(1, lambda cell: cell.start not in taken and " " in cell.content)
    if len(rows) < _FEWEST_ROWS or paid < 2 or not (named and told):
        return {}
    years = [
        c for c in columns if all_in(c, lambda cell: bool(_YEARS.fullmatch(cell.text.strip())))
    ]
    period = {"period": years[0]} if years else {}
    return {"project": 0, "description": 1, "funder": paid, **period}


def _row(row: GridRow, columns: Mapping[str, int]) -> Iterator[Telling]:
    cell = row.cells.get(columns["project"], ())
    if not cell or len(row.cells) < 2 or NO_PROJECT.match(cell[0].text):
        return
    told = [block for blocks in row.cells.values() for block in blocks]
    spans = {
        meaning: Span(row.cells[column][0].content_start, row.cells[column][-1].end)
        for meaning, column in columns.items()
        if meaning != "project" and row.cells.get(column)
    }
    name = Span(cell[0].content_start, cell[0].end)
    yield Telling(name, Span(told[0].start, told[-1].end), **spans)
