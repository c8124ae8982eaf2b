"""Appointments in tables, and in facts one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from pipeline.knowledge.dates import years_in
from pipeline.knowledge.relations.seats.appointing import Appointing
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.cells import SeatCells
from pipeline.knowledge.relations.seats.represented import represented
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.terms import year_of_document, year_of_seat
from pipeline.knowledge.scene import NETWORKS, Named, Span
from pipeline.knowledge.structure.grids import Grid, GridRow
from pipeline.knowledge.textflow import Block

_SEVERAL: Final = 2
_JOINED: Final = re.compile(
    r"(?:med )?sedan\b|medlem(?:skap)?\b|inträd|anslut|gick med", re.IGNORECASE
)


@dataclass(frozen=True)
class Tabled(Appointing):
    """Finds the appointments in tables; `cells` tells what stands around a cell."""

    cells: SeatCells

    def tabled(self) -> Iterator[Appointment]:
        """Yield the rows of tables that have a column of persons."""
        for grid in self.scene.tables:
            columns = grid.columns("person", "party", "role", "body")
            if "person" not in columns or len(columns) < 2:
                continue
            if not self._tells_roles(grid, columns.get("role")):
                column = self._roles_of(grid)
                columns |= {} if column is None else {"role": column}
            above = self.around.vocabulary.find_roles(grid.header[columns["person"]])
            headed = above[0].name if above else ""
            last: tuple[Block, ...] = ()
            for row in grid.rows:
                role = row.text(columns["role"]) if "role" in columns else headed
                told = "role" in columns and bool(self.around.vocabulary.find_roles(role))
                if not told or row.text(
                    columns["person"]
                ):  # else another seat of whoever stands above
                    last = row.cells.get(columns["person"], ())
                for block in last:
                    yield from self._of_person(grid, row, block, columns.get("role", -1), role)

    def _of_person(
        self, grid: Grid, row: GridRow, block: Block, column: int, role: str
    ) -> Iterator[Appointment]:
        """Yield the seats of the persons of a cell, by the rest of the row."""
        cells = [one for cell in row.cells.values() for one in cell]
        span = Span(cells[0].start, max(one.end for one in cells))
        for person in self.scene.within(Span(block.start, block.end), "person"):
            behind = Span(person.end, block.end)
            seats = [one.name for one in self.around.roles(behind) if not one.is_title]
            one = self._of_row(span, person, role or next(iter(seats), ""))
            joined = one.year in _years_joined(grid, row)
            one = replace(one, year=year_of_document(self.scene)) if joined else one
            yield from self._each_of_row(one, row.cells.get(column, ()))
            yield from self._titled(behind, person)

    def boxed(self) -> Iterator[Appointment]:
        """Yield those of facts one below the other: `Namn: Åsa Ek`, `Uppdrag: ledamot i X`."""
        for box in self.scene.boxes:
            told = box.values("person", "role")
            if len(told) < 2:
                continue
            whole = Span(
                self.scene.flow.blocks[box.fields[0].block].start, box.fields[-1].value.end
            )
            for person in self.scene.within(told["person"].value, "person"):
                for role in self.around.roles(told["role"].value):
                    yield self.appoint(
                        Setting(whole, None), person, role, None, bare=False, seated=True
                    )

    def in_cells(self) -> Iterator[Appointment]:
        """Yield those in tables without a column of persons: rows of seats, columns of roles."""
        blocks = self.scene.flow.blocks
        persons = (block for grid in self.scene.tables for block in self._persons_of(grid))
        told = {block.cell.table for block in persons if block.cell is not None}
        cells = [(b.cell.table, b.cell.row, i) for i, b in enumerate(blocks) if b.cell is not None]
        for (table, _), row in groupby(cells, key=lambda cell: cell[:2]):
            if table not in told:
                yield from self._of_cells([index for _, _, index in row])

    def _of_cells(self, row: Sequence[int]) -> Iterator[Appointment]:
        """Yield the persons of a row: beside one stands what it is, two tell of themselves."""
        blocks = self.scene.flow.blocks
        spans = {index: Span(blocks[index].start, blocks[index].end) for index in row}
        peopled = [i for i in row if self.scene.within(spans[i], "person")]
        for index in peopled:
            span = spans[index]
            if len(peopled) == 1:
                span = Span(spans[row[0]].start, spans[row[-1]].end)
            caption = self.cells.below_rows(self.around.captions[index], blocks[index])
            caption = self.cells.labelled(caption, index)
            caption = self.cells.in_body(caption, row, index)
            if (title := self.cells.signs_as(index)) is not None:
                alone = Setting(spans[index], None)
                for person in self.scene.within(spans[index], "person"):
                    yield self.appoint(alone, person, title, None, bare=True, seated=False)
                continue
            told = len(peopled) == 1 and self.cells.tells_seat(row, index)
            if not told and (role := self.cells.heads_column(blocks[index])) is not None:
                span = spans[index]
                caption = self.cells.headed(caption, Span(spans[row[0]].start, span.start), role)
            elif (body := self.cells.body_of_column(blocks[index])) is not None:
                span, caption = spans[index], caption._replace(body=body)
            setting = Setting(span, None, caption)
            yield from self.sentence(setting, self.scene.within(span, "person"), None)

    def _persons_of(self, grid: Grid) -> Iterator[Block]:
        """Yield the cells of a table's column of persons, if it has one."""
        columns = grid.columns("person", "party", "role", "body")
        if "person" in columns and len(columns) > 1:
            for row in grid.rows:
                yield from row.cells.get(columns["person"], ())

    def _tells_roles(self, grid: Grid, column: int | None) -> bool:
        """Tell whether a column tells what somebody is; under `Uppdrag` may stand where."""
        texts = () if column is None else (row.text(column) for row in grid.rows)
        return any(self.around.vocabulary.find_roles(text) for text in texts)

    def _roles_of(self, grid: Grid) -> int | None:
        """Return the column whose cells, more than one, are each a role: `| Plats | ledamot |`."""
        for column in grid.header:
            cells = [text for row in grid.rows if (text := row.text(column).strip())]
            if len(cells) > 1 and all(map(self._is_role, cells)):
                return column
        return None

    def _is_role(self, text: str) -> bool:
        return any(role.name == text for role in self.around.vocabulary.find_roles(text))

    def _titled(self, behind: Span, person: Named) -> Iterator[Appointment]:
        """Yield the title behind a name in its cell: `Anna Ek, folkhälsochef`."""
        for title in self.around.roles(behind):
            if title.is_title:
                setting = Setting(behind, None)
                yield self.appoint(setting, person, title, None, bare=True, seated=True)

    def _each_of_row(self, one: Appointment, cell: Sequence[Block]) -> Iterator[Appointment]:
        """Yield the seats of a person for whom one cell tells of several, each with its place.

        `ordförande, kulturnämnden; ledamot, Energy Cities, styrelsen`
        """
        roles = [role for block in cell for role in self.around.roles(Span(block.start, block.end))]
        seats = [role for role in roles if not role.is_title]
        ends = [*(seat.start for seat in seats[1:]), *(block.end for block in cell[-1:])]
        parts = [Span(seat.end, end) for seat, end in zip(seats, ends, strict=False)]
        placed = [(self.scene.within(part, *NETWORKS), self.around.bodies(part)) for part in parts]
        if len(seats) < _SEVERAL or not all(map(any, placed)):
            yield one
            return
        for seat, part, (networks, bodies) in zip(seats, parts, placed, strict=True):
            own = bool(bodies) and not self.around.outer_bodies(part)
            network = networks[0].entity_id if networks else None if own else one.network_id
            body = bodies[-1].name if bodies else None
            yield replace(one, role=seat.name, body=body, network_id=network)

    def _of_row(self, span: Span, person: Named, role: str) -> Appointment:
        index = self.scene.flow.block_at(span.start)
        caption = self.cells.below_rows(self.around.captions[index], self.scene.flow.blocks[index])
        caption = self.cells.below_label(caption, index)
        setting = Setting(span, None, caption)
        named = self.around.vocabulary.find_roles(role)
        if not any(map(str.isalpha, role)):  # a dash beside a title
            named, role = [one for one in self.around.roles(span) if one.is_title][:1], ""
        told = (*self.around.outer_bodies(span), setting.caption.body)
        body = next((body for body in told if body is not None), None)
        return Appointment(
            person,
            named[0].name if named else role or None,
            body.name if body else None,
            self.around.network(setting, person, body),
            represented(self.scene, setting, person),
            year_of_seat(self.scene, setting, person),
            span,
        )


def _years_joined(grid: Grid, row: GridRow) -> set[int]:
    """Return the years since when there is a membership, of which no seat of a row is."""
    columns = (column for column, words in grid.header.items() if _JOINED.match(words))
    return {year for column in columns for year in years_in(row.text(column))}
