"""Cells of tables that tell of seats: what heads a column, and titles below names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import Final

from pipeline.knowledge.relations.seats.caption_lines import OF_ONE, Caption
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.vocabulary import SEATS, Word
from pipeline.knowledge.scene import NETWORKS, Span
from pipeline.knowledge.textflow import Block, CellPlace

# What stands before the network or body in a row of facts.
_OF_SEATS: Final = re.compile(
    r"(?:nätverk|organisation|samarbete|samarbetsorgan|program|organ|grupp|forum)(?:et|en)?",
    re.IGNORECASE,
)
_LABEL_AND_VALUE: Final = 2
# A header has fewer words.
_WORDS: Final = 4


@dataclass(frozen=True)
class SeatCells:
    """Tells what the cells around a person say; `around` is what surrounds persons."""

    around: Surroundings

    def headed(self, caption: Caption, before: Span, role: Word) -> Caption:
        """Return what a column tells, and the cells of a row before it: `X | Styrgrupp | A | B`."""
        return self._with(caption, before)._replace(roles=(role,), persons=0)

    def labelled(self, caption: Caption, index: int) -> Caption:
        """Return what the label of a cell tells, which its own row or line leaves out.

        The first cell of a row holds for the rows below that have none, and the role that begins
        a cell for its other lines: `Ersättare: | A`, `| B`; `Beslutande A`, `B`.
        """
        label = self._labels.get(index)
        if label is None:
            return caption
        block = self.around.scene.flow.blocks[label]
        span = Span(block.start, block.end)
        roles = [role for role in self.around.roles(span)[:1] if role.start == block.content_start]
        if roles and (roles[0].is_title or roles[0].name in OF_ONE):
            return caption
        told = self._with(caption, span)
        return told._replace(roles=tuple(roles), persons=0, seatless=False) if roles else told

    def _with(self, caption: Caption, cells: Span) -> Caption:
        """Return a caption with the network and body that other cells of a row name."""
        networks = self.around.scene.within(cells, *NETWORKS)
        bodies = self.around.outer_bodies(cells)
        return caption._replace(
            body=bodies[-1] if bodies else caption.body,
            network=networks[-1] if networks else caption.network,
        )

    def in_body(self, caption: Caption, row: Sequence[int], index: int) -> Caption:
        """Return a caption with the body of the rows above, which a row's label leaves out.

        `| Styrelse | Åsa Ek |`, `| Ersättare | Bo Al |`: the latter sits in the board too. A label
        that is a body ends the seats of the label above it, and one of a region's own bodies the
        network of the rows above: `| Regionstyrelsen | Åsa Ek |`.
        """
        blocks = self.around.scene.flow.blocks
        label = self._labels.get(index, row[0])
        span = Span(blocks[label].start, blocks[label].end)
        roles = self.around.roles(span)[:1]
        if label == row[0] != index:
            if (bodies := self.around.outer_bodies(span)) and not roles:
                return caption._replace(body=bodies[-1], roles=(), persons=0)
            if (own := self.around.bodies(span)) and not self.around.scene.within(span, *NETWORKS):
                return caption._replace(network=None, body=own[-1])
        if caption.body is not None or not roles or roles[0].name not in SEATS:
            return caption
        return caption._replace(body=self._body_of_rows(label))

    def _body_of_rows(self, label: int) -> Word | None:
        """Return the body that the nearest label above another in its column names, if any does."""
        blocks = self.around.scene.flow.blocks
        cell = blocks[label].cell
        for block in reversed(blocks[:label]):
            if block.cell is None or cell is None or block.cell.table != cell.table:
                return None
            span = Span(block.start, block.end)
            if block.cell.column == cell.column and self.around.scene.within(span, *NETWORKS):
                return None
            if block.cell.column == cell.column and (bodies := self.around.outer_bodies(span)):
                return bodies[-1]
        return None

    def below_rows(self, caption: Caption, block: Block) -> Caption:
        """Return a caption with what a row above tells of those below it: `| ERRIN | | |`.

        It names a network or a body and nobody, alone in its row, in a header, or behind a label.
        """
        told = self._row_captions.get(block.cell) if block.cell is not None else None
        if told is None:
            return caption
        return caption._replace(network=told.network or caption.network, body=told.body)

    @cached_property
    def _row_captions(self) -> Mapping[CellPlace, Caption]:
        """What the rows above each cell tell, where any does."""
        captions: dict[CellPlace, Caption] = {}
        cells = [block for block in self.around.scene.flow.blocks if block.cell is not None]
        for _, table in groupby(cells, key=lambda block: block.cell and block.cell.table):
            held = Caption()
            for _, row in groupby(table, key=lambda block: block.cell and block.cell.row):
                blocks = list(row)
                if held != Caption():
                    captions |= {block.cell: held for block in blocks if block.cell is not None}
                held = self._below_row(held, blocks)
        return captions

    def _below_row(self, held: Caption, row: Sequence[Block]) -> Caption:
        """Return what holds below a row that may tell of those below it."""
        span = Span(row[0].start, row[-1].end)
        label, first = row[0].text.strip(" :\n"), row[0].cell
        heads = len(row) == 1 or (first is not None and first.row == 0)
        labelled = len(row) == _LABEL_AND_VALUE and _OF_SEATS.fullmatch(label)
        if not (heads or labelled) or self.around.scene.within(span, "person"):
            return held
        networks = self.around.scene.within(span, *NETWORKS)
        bodies = self.around.outer_bodies(span)
        alone = len(row) == 1 and bodies and bodies[-1].end - bodies[-1].start >= len(label)
        if not networks and not (bodies and held.network) and not alone:
            return held
        network = networks[0] if networks else held.network
        return Caption(network=network, body=bodies[-1] if bodies else None)

    @cached_property
    def _labels(self) -> Mapping[int, int]:
        """The block that labels a cell's block: above in the first column, or first in its cell."""
        labels: dict[int, int] = {}
        first: dict[CellPlace, int] = {}
        row_label: tuple[CellPlace, int] | None = None
        for index, block in enumerate(self.around.scene.flow.blocks):
            cell = block.cell
            if cell is None:
                continue
            if cell.column == 0 and cell not in first:
                row_label = cell, index
            if first.setdefault(cell, index) != index:
                labels[index] = first[cell]
            elif row_label and row_label[0].table == cell.table and row_label[0].row < cell.row:
                labels[index] = row_label[1]
        return labels

    def signs_as(self, index: int) -> Word | None:
        """Return the title that is all of the cell below one that is all a name."""
        blocks = self.around.scene.flow.blocks
        cell = blocks[index].cell
        (person, *others) = self.around.scene.within(
            Span(blocks[index].start, blocks[index].end), "person"
        )
        if cell is None or others or person.end - person.start < len(blocks[index].text.strip()):
            return None
        for below in islice(blocks, index + 1, None):
            if below.cell is None or below.cell[:2] > (cell.table, cell.row + 1):
                return None
            if below.cell == cell._replace(row=cell.row + 1):
                roles = self.around.roles(Span(below.start, below.end))[:1]
                whole = roles and roles[0].end - roles[0].start >= len(below.text.strip())
                return roles[0] if whole and roles[0].is_title else None
        return None

    def heads_column(self, block: Block) -> Word | None:
        """Return the role that the first cell of a column ends with: `Stadens representant`."""
        assert block.cell is not None
        other = self._top_cells.get(block.cell._replace(row=0))
        if other is None or self.around.scene.within(Span(other.start, other.end), "person"):
            return None
        roles = self.around.roles(Span(other.start, other.end))
        words = other.text.strip(" :\n")
        ends = roles and roles[0].end == other.start + len(words) and words.count(" ") < _WORDS
        serves = ends and roles[0].name.casefold() == "handläggare"
        return roles[0] if ends and (serves or not roles[0].is_title) else None

    def below_label(self, caption: Caption, index: int) -> Caption:
        """Return a caption with what the first cell of a row above names for one without."""
        label, cell = self._labels.get(index), self.around.scene.flow.blocks[index].cell
        if label is None or cell is None or cell.column == 0:
            return caption
        blocks = self.around.scene.flow.blocks
        whole = [block for block in blocks[label:index] if block.cell == blocks[label].cell]
        return self._with(caption, Span(whole[0].start, whole[-1].end))

    def tells_seat(self, row: Sequence[int], index: int) -> bool:
        """Tell whether a cell behind that of the one person of a row is that person's seat."""
        behind = (self.around.scene.flow.blocks[one] for one in row if one > index)
        roles = (self.around.roles(Span(one.start, one.end))[:1] for one in behind)
        starts = {self.around.scene.flow.blocks[one].start for one in row}
        return any(found and not found[0].is_title and found[0].start in starts for found in roles)

    def body_of_column(self, block: Block) -> Word | None:
        """Return the body that all of the first cell of a column is: `Beredningsgrupp`."""
        assert block.cell is not None
        top = self._top_cells.get(block.cell._replace(row=0))
        if top is None or block.cell.row == 0:
            return None
        body = next(iter(self.around.outer_bodies(Span(top.start, top.end))), None)
        whole = body is not None and body.end - body.start >= len(top.text.strip(" :\n"))
        return body if whole else None

    @cached_property
    def _top_cells(self) -> Mapping[CellPlace, Block]:
        """The first block of each cell in the first row of a table."""
        cells: dict[CellPlace, Block] = {}
        for block in self.around.scene.flow.blocks:
            if block.cell is not None and block.cell.row == 0:
                cells.setdefault(block.cell, block)
        return cells
