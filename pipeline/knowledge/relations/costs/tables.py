"""Costs in tables: columns of money, a column for each year, lists of posts without header."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, NamedTuple

from pipeline.knowledge.amounts import Money, find_shares, money_of_cell, percent_of_cell, unit_in
from pipeline.knowledge.relations.costs.rows import subject_of_row
from pipeline.knowledge.relations.costs.subject import Subject, only_project
from pipeline.knowledge.restoring.columns_of_sums import years_of_columns
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.grids import COLUMN_WORDS, Grid, GridRow
from pipeline.knowledge.textflow import BlockKind

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_OF_MONEY: Final = re.compile(
    r"(?:budget|utfall|kostnad|avgift|bokslut|prognos|plan|belopp)?\w* ?(?:19|20)\d\d\b.*",
    re.IGNORECASE,
)
_LARGE: Final = re.compile(r"\d[ .]?\d{3}\b")
# Above rows that say who pays what of one thing: `Finansiär Belopp`
_PAYERS: Final = re.compile(r"(?:Med)?[Ff]inansi(?:är|eringsplan)")
_NOTHING: Final = re.compile(r"[–−-]?")
_CAPTION_BLOCKS: Final = 3
# How far a table may stand from one that it goes on from, in blocks: one line between them.
_PARTED: Final = 2
# `Belopp i tusental kronor`, `(tkr)`
_UNIT_BELOW: Final = re.compile(
    r"\(?(?:(?:Samtliga |Alla )?[Bb]elopp(?:en)? (?:är |anges |redovisas )?i )?"
    r"(?P<unit>[\w ]{2,20})(?=[.)]|$)"
)
# The same in a paragraph above: `Beloppen avser 2019 och är angivna i tusental kronor.`
_UNIT_TOLD: Final = re.compile(
    r"\b(?:belopp|summor|avgifter|kostnader|siffror)\w*\b[^.]{0,60}? i "
    r"(?P<unit>(?:tusental |tusen |miljoner |hela )?(?:kronor|kr|tkr|kkr|mkr|mnkr|sek|euro)\b)",
    re.IGNORECASE,
)
# Headers of columns that tell all of a row's time, not its beginning or end.
_PERIOD: Final = re.compile(r"(?:projekt)?(?:period|tid)|år\b", re.IGNORECASE)
_SUBJECTS: Final = ("project", "activity", "subject", "description")


@dataclass(frozen=True, slots=True)
class TableCost:
    """A sum in a table: its subject, year if the table tells it, and the cell's text.

    `time` is the year that the row itself says all of it takes.
    """

    subject: Subject
    year: int | None
    money: Money | None
    percent: float | None
    text: str
    evidence: Span
    time: int | None = None


class _Caption(NamedTuple):
    """The unit and year told of a table, those of its columns, and the index of its last block.

    `of_payers` tells whether its head says that its rows are who pays.
    """

    unit: str | None
    year: int | None
    last: int
    years: tuple[int, ...] = ()
    of_payers: bool = False


def tabled_costs(scene: Scene) -> Iterator[TableCost]:
    """Yield the sums and shares of working time of all tables, row by row."""
    places = {block.start: index for index, block in enumerate(scene.flow.blocks)}
    before = _Caption(None, None, -_CAPTION_BLOCKS)
    for grid in _headed(scene.tables):
        before = caption = _caption(scene, grid, places, before)
        unit, year = caption.unit, caption.year
        columns = _dated(_money_columns(grid, unit), caption.years)
        shares = grid.columns("cost", "fte").get("fte") or _share_column(grid)
        if columns or shares is not None:
            subject = _subject_column(grid, {*columns, shares})
            costs = (
                _row(scene, grid, row, columns, (subject, shares, unit, year)) for row in grid.rows
            )
            paid = only_project(scene) if caption.of_payers else None
            for cost in chain.from_iterable(costs):
                yield replace(cost, subject=paid) if paid else cost


def _headed(tables: Iterable[Grid]) -> Iterator[Grid]:
    """Yield the tables that have rows; heads of two lines are one: `Budget 2023` / `tkr`."""
    above: Mapping[int, str] = {}
    for grid in tables:
        told = {c: f"{above[c]} {words}" for c, words in grid.header.items() if c in above}
        if grid.rows:
            same = told and told.keys() == grid.header.keys()
            yield _aligned(replace(grid, header=told) if same else grid)
        above = {} if grid.rows else grid.header


def _aligned(grid: Grid) -> Grid:
    """Return a table whose head lacks the cell above what sums are for with its head moved.

    As where the first column has no word above it: `Budget 2023`, `Utfall 2023`.
    """
    width = max((column for row in grid.rows for column in row.cells), default=0)
    first = grid.header.get(0, "")
    texts = [row.text(0) for row in grid.rows if row.cells.get(0)]
    lacks = max(grid.header, default=width) == width - 1 and _OF_MONEY.fullmatch(first)
    if not lacks or sum(_is_words(text) for text in texts) * 2 <= len(texts):
        return grid
    return replace(grid, header={column + 1: words for column, words in grid.header.items()})


def _caption(scene: Scene, grid: Grid, places: Mapping[int, int], before: _Caption) -> _Caption:
    """Return the unit and year that header, the lines right above or the one below a table tell.

    A table right below another, or below no more than a line, goes on with that one's.
    """
    cells = [block for row in grid.rows for cell in row.cells.values() for block in cell]
    first, last = (pick(places[block.start] for block in cells) for pick in (min, max))
    while first and scene.flow.blocks[first - 1].kind is BlockKind.CELL:
        first -= 1  # the cells of the header
    header = " ".join(grid.header.values())
    places_above = range(max(0, first - _CAPTION_BLOCKS), first)
    above = [scene.flow.blocks[index] for index in places_above]
    lines = [scene.flow.blocks[i].text for i in places_above if _may_caption(scene, i)]
    years = next(filter(None, (set(_YEAR.findall(line)) for line in reversed(lines))), set())
    unit = unit_in(header) or next(filter(None, map(unit_in, reversed(lines))), None)
    year = int(years.pop()) if len(years) == 1 else None
    below = scene.flow.blocks[last + 1 : last + 2]
    told_below = next((match["unit"] for b in below if (match := _UNIT_BELOW.match(b.text))), "")
    said = (match["unit"] for b in reversed(above) if (match := _UNIT_TOLD.search(b.text)))
    unit = unit or unit_in(told_below) or unit_in(next(said, "")) or _assumed(grid, lines)
    told = next(filter(None, (years_of_columns(block.text) for block in reversed(above))), ())
    if first - before.last <= _PARTED and not grid.header:
        unit, year, told = unit or before.unit, year or before.year, told or before.years
    heads = (grid.header.get(0, ""), *(block.text for block in above[-1:]))
    return _Caption(unit, year, last, told, any(map(_PAYERS.match, heads)))


def _may_caption(scene: Scene, index: int) -> bool:
    """Tell whether a block is a line or heading; `6 Kostnader (tkr)` is no item but a heading."""
    block, section = scene.flow.blocks[index], scene.outline.section_at(index)
    plain = block.kind in {BlockKind.TEXT, BlockKind.HEADING}
    return len(block.text) <= 90 and (plain or (section is not None and section.first == index))


def _assumed(grid: Grid, above: Sequence[str]) -> str | None:
    """Return the unit of a table without head below `Budget`: kronor, its sums being that large."""
    told = not grid.header and bool(above) and bool(COLUMN_WORDS["cost"].match(above[-1]))
    sums = [row.text(max(row.cells)) for row in grid.rows]
    told = told or any(map(years_of_columns, above))
    return "kr" if told and all(map(_LARGE.search, sums)) else None


def _money_columns(grid: Grid, unit: str | None) -> dict[int, int | None]:
    """Return the columns of money, each with the year above it."""
    found: dict[int, int | None] = {}
    for column in sorted({column for row in grid.rows for column in row.cells}):
        words = grid.header.get(column, "")
        years = _YEAR.findall(words)
        said = COLUMN_WORDS["cost"].match(words) or _OF_MONEY.fullmatch(words)
        of_time = COLUMN_WORDS["fte"].match(words) and not unit_in(words)
        texts = [row.text(column).strip() for row in grid.rows if row.cells.get(column)]
        sums = [money_of_cell(text, None) for text in texts]
        bare = [money_of_cell(text, unit or "kr") for text in texts]
        counted = sum(money is not None for money in sums)
        if (said and any(bare) and not of_time) or (texts and counted * 2 > len(texts)):
            found[column] = int(years[0]) if len(years) == 1 else None
        elif not grid.header and unit and column and texts and _are_sums(texts, unit):
            found[column] = None
    return found


def _are_sums(texts: Sequence[str], unit: str) -> bool:
    """Tell whether the cells of a column are sums in a unit, or dashes where there is none."""
    told = [text for text in texts if not _NOTHING.fullmatch(text)]
    return bool(told) and all(money_of_cell(text, unit) for text in told)


def _dated(columns: Mapping[int, int | None], years: Sequence[int]) -> Mapping[int, int | None]:
    """Return the columns of money, where none has a year with those of the line above them all."""
    undated = len(columns) == len(years) and not any(columns.values())
    return dict(zip(columns, years, strict=True)) if undated else columns


def _share_column(grid: Grid) -> int | None:
    """Return the column most of whose cells are shares of working time, whatever heads it."""
    for column in sorted({column for row in grid.rows for column in row.cells}):
        texts = [row.text(column).strip() for row in grid.rows if row.cells.get(column)]
        if sum(_is_share(text) for text in texts) * 2 > len(texts):
            return column
    return None


def _is_share(text: str) -> bool:
    """Tell whether a cell is hardly more than a share of working time."""
    share = next(find_shares(text), None)
    return share is not None and (share.end - share.start) * 2 > len(text)


def _subject_column(grid: Grid, others: set[int | None]) -> int | None:
    """Return the column that says what a sum is for: by its header, else the first in words."""
    named = grid.columns(*_SUBJECTS)
    for meaning in _SUBJECTS:
        if meaning in named and named[meaning] not in others:
            return named[meaning]
    for column in sorted({column for row in grid.rows for column in row.cells} - others):
        texts = [row.text(column) for row in grid.rows if row.cells.get(column)]
        if sum(_is_words(text) for text in texts) * 2 > len(texts):
            return column
    return None


def _year_of_row(grid: Grid, row: GridRow, header: re.Pattern[str] | None = None) -> int | None:
    """Return the one year that the column for the time of a row, so headed, tells."""
    column = grid.columns("time").get("time")
    if column is None or (header and not header.match(grid.header[column])):
        return None
    years = set(_YEAR.findall(row.text(column)))
    return int(years.pop()) if len(years) == 1 else None


def _is_words(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 3


def _row(
    scene: Scene,
    grid: Grid,
    row: GridRow,
    columns: Mapping[int, int | None],
    told: tuple[int | None, int | None, str | None, int | None],
) -> Iterator[TableCost]:
    subject_column, shares, unit, year = told
    cell = row.cells.get(subject_column, ()) if subject_column is not None else ()
    subject = subject_of_row(scene, cell)
    percent = percent_of_cell(row.text(shares)) if shares is not None else None
    year = year or _year_of_row(grid, row)
    time = _year_of_row(grid, row, _PERIOD)
    for column, own in columns.items():
        words = grid.header.get(column, "")
        # A budget without a unit is in kronor, where its numbers are as large as sums are.
        assumed = (
            "kr" if COLUMN_WORDS["cost"].match(words) and _LARGE.search(row.text(column)) else None
        )
        money = money_of_cell(row.text(column), unit_in(words) or unit or assumed)
        if money is not None:
            blocks = row.cells[column]
            text = f"{grid.header.get(column, '')} {row.text(column)}"
            span = Span(blocks[0].start, blocks[-1].end)
            yield TableCost(subject, own or year, money, percent, text, span, time)
            percent = None
    if percent is not None and shares is not None:
        blocks = row.cells[shares]
        span = Span(blocks[0].start, blocks[-1].end)
        yield TableCost(subject, year, None, percent, row.text(shares), span)
