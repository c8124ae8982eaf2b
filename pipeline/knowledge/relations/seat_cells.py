"""Cells of tables that tell of seats: what heads a column, and titles below names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from pipeline.knowledge.relations.caption_lines import Caption
from pipeline.knowledge.relations.surroundings import Surroundings
from pipeline.knowledge.relations.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Span
from pipeline.knowledge.textflow import Block, CellPlace


@dataclass(frozen=True)
class SeatCells:
    """Tells what the cells around a person say; `around` is what surrounds persons."""

    around: Surroundings

    def headed(self, caption: Caption, before: Span, role: Word) -> Caption:
        """Return what a column tells, and the cells of a row before it: `X | Styrgrupp | A | B`."""
        networks = self.around.scene.within(before, *NETWORKS)
        bodies = self.around.outer_bodies(before)
        return caption._replace(
            roles=(role,),
            body=bodies[-1] if bodies else caption.body,
            network=networks[-1] if networks else caption.network,
        )

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
        """Return the role that is all of the first cell of a cell's column."""
        assert block.cell is not None
        other = self._top_cells.get(block.cell._replace(row=0))
        if other is None or other is block:
            return None
        roles = self.around.roles(Span(other.start, other.end))
        whole = roles and roles[0].end - roles[0].start >= len(other.text.strip(" :\n"))
        return roles[0] if whole and not roles[0].is_title else None

    @cached_property
    def _top_cells(self) -> Mapping[CellPlace, Block]:
        """The first block of each cell in the first row of a table."""
        cells: dict[CellPlace, Block] = {}
        for block in self.around.scene.flow.blocks:
            if block.cell is not None and block.cell.row == 0:
                cells.setdefault(block.cell, block)
        return cells
