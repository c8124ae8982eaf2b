"""Appointments: who holds which role in which body, from lists, tables and running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.leads import clauses, intro, is_label
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.cells import SeatCells
from pipeline.knowledge.relations.seats.lists import list_seats
from pipeline.knowledge.relations.seats.name_lines import is_seat
from pipeline.knowledge.relations.seats.networks import Setting
from pipeline.knowledge.relations.seats.roles import RoleReader
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.vocabulary import OWN_BODY, Vocabulary, Word
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import Grid, grids
from pipeline.knowledge.textflow import Block, BlockKind

# Who is followed by another, and what is only asked for.
_SUCCEEDED: Final = re.compile(
    r"\b(?:efter|ersätter|ersatte|efterträder|efterträdde|efterträtt|i stället för|avgående"
    r"|tidigare|(?:ersättare|suppleant|vikarie) för) (?:\w+ )?$",
    re.IGNORECASE,
)
# Somebody who was followed and now is something else: `efter Åsa Ek (S) som är ny direktör`.
_NOW: Final = re.compile(r" ?(?:\([^()]*\))?,? som (?:nu |numera )?(?:är|blir|blev|blivit) ")
# Who takes the place of whoever was told of last.
_SUCCEEDS: Final = re.compile(
    r"\b(?:efterträd\w+|ersattes|ersätts|avlöst?e?s)\b[^.;:]{0,40} av $"
    r"|^I (?:hans|hennes|dennes) ställe (?:väljs|valdes|utses|utsågs|inträder|inträdde) $"
)
_ASKS: Final = Anchored(r"\b(?:yrkar|yrkade|yrkande|reserverar sig)\b")
# Somebody told of right before: `Hon är också ledamot`, `Han ingår i styrelsen`.
_PRONOUN: Final = re.compile(
    r"(?P<who>Hon|Han|Denna|Denne) (?:är|var|ingår|ingick|sitter|satt|företräder|representerar)\b"
)
_BOARD: Final = re.compile(r"styrelse", re.IGNORECASE)
_PROJECT_ROLE: Final = re.compile(r"(?:del)?projekt(?:ledare|koordinator|samordnare|ägare)")


def find_appointments(scene: Scene, vocabulary: Vocabulary) -> list[Appointment]:
    """Return the appointments that a document tells of, each once."""
    found: dict[tuple[object, ...], Appointment] = {}
    around = Surroundings(scene, vocabulary)
    finder = _Finder(around, RoleReader(around), SeatCells(around))
    for appointment in finder.all():
        key = (
            appointment.person.entity_id,
            (appointment.role or "").casefold(),
            (appointment.body or "").casefold(),
            appointment.network_id,
        )
        found.setdefault(key, appointment)
    told = _without_echoes(list(found.values()))
    return [*told, *list_seats(around, told)]


def _without_echoes(found: Sequence[Appointment]) -> list[Appointment]:
    """Drop an appointment that says less than another of the same person and role."""
    seated = {_person_and_role(one) for one in found if one.network_id is not None}
    return [
        one
        for one in found
        if one.network_id is not None
        or one.body is not None
        or one.at_home
        or _person_and_role(one) not in seated
    ]


def _person_and_role(one: Appointment) -> tuple[str, str]:
    return one.person.entity_id, (one.role or "").casefold()


@dataclass(frozen=True)
class _Finder:
    around: Surroundings
    roles: RoleReader
    cells: SeatCells

    @property
    def scene(self) -> Scene:
        return self.around.scene

    def all(self) -> Iterator[Appointment]:
        yield from self._tabled()
        yield from self._in_cells()
        earlier: Word | None = None
        for index, span in self.scene.paragraphs():
            kind = self.scene.flow.blocks[index].kind
            if kind is BlockKind.CELL or (kind is BlockKind.HEADING and not self._of_one(span)):
                if not is_seat(self.scene, self.around.roles, index):
                    earlier = next(iter(self.around.outer_bodies(span)), None)
                continue
            lead = intro(self.scene, index)
            caption = self.around.captions[index]
            bare = lead is not None and is_label(self.scene.text(lead))
            inherited = earlier if lead is None or bare else None
            last: list[Named] = []
            held: list[Appointment] = []
            for sentence in clauses(self.scene, span):
                whole = self.around.with_caption(index, sentence)
                persons = self._appointed(whole) or self._meant(sentence, last)
                found = list(self._sentence(Setting(whole, lead, caption), persons, inherited))
                yield from found
                held = [one for one in (*held, *found) if one.person in (*last, *persons)]
                yield from self._succeeding(sentence, persons, held)
                last = persons
                bodies = self.around.outer_bodies(sentence)
                inherited = bodies[-1] if bodies else inherited
            led = self.around.outer_bodies(lead) if lead else []
            earlier = inherited or (led[-1] if led else earlier)

    def _of_one(self, span: Span) -> bool:
        """Tell whether a line that looks like a heading is a person's, told first or by a label."""
        persons = self.scene.within(span, "person")[:1]
        roles = [role for role in self.around.roles(span) if role.start == span.start]
        return bool(persons) and (persons[0].start == span.start or bool(roles))

    def _appointed(self, sentence: Span) -> list[Named]:
        """Return the persons of a sentence but those whom others follow."""
        persons = self.scene.within(sentence, "person")
        if not persons or _ASKS.search(self.scene.text(sentence)):
            return []
        text = self.scene.flow.text
        return [
            person
            for person in persons
            if not _SUCCEEDED.search(text[sentence.start : person.start])
            or _NOW.match(text, person.end)
        ]

    def _meant(self, sentence: Span, told: Sequence[Named]) -> list[Named]:
        """Return the one person of the sentence before, where `Hon ingår i` begins this one."""
        pronoun = _PRONOUN.match(self.scene.text(sentence))
        if pronoun is None or len(told) != 1:
            return []
        start = sentence.start
        return [told[0]._replace(start=start, end=start + len(pronoun["who"]))]

    def _succeeding(
        self, sentence: Span, persons: Sequence[Named], held: Sequence[Appointment]
    ) -> Iterator[Appointment]:
        """Yield what those have who follow whoever is told of before: `A ersattes av B`."""
        text = self.scene.flow.text
        for person in persons:
            before = [one for one in held if one.person.start < person.start]
            if before and _SUCCEEDS.search(text[sentence.start : person.start]):
                left = before[-1].person.entity_id
                for one in before:
                    if one.person.entity_id == left:
                        yield replace(one, person=person, sentence=sentence)

    def _tabled(self) -> Iterator[Appointment]:
        """Yield the rows of tables that have a column of persons."""
        for grid in grids(self.scene.flow.blocks):
            columns = grid.columns("person", "party", "role", "body")
            if "person" not in columns or len(columns) < 2:
                continue
            above = self.around.vocabulary.find_roles(grid.header[columns["person"]])
            headed = above[0].name if above else ""
            for row in grid.rows:
                cells = [block for cell in row.cells.values() for block in cell]
                span = Span(cells[0].start, max(block.end for block in cells))
                role = row.text(columns["role"]) if "role" in columns else headed
                for block in row.cells.get(columns["person"], ()):
                    for person in self.scene.within(Span(block.start, block.end), "person"):
                        yield self._of_row(span, person, role)
                        yield from self._titled(Span(person.end, block.end), person)

    def _in_cells(self) -> Iterator[Appointment]:
        """Yield those in tables without a column of persons: rows of seats, columns of roles."""
        blocks = self.scene.flow.blocks
        persons = (block for grid in grids(blocks) for block in self._persons_of(grid))
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
            caption = self.cells.labelled(self.around.captions[index], index)
            if (title := self.cells.signs_as(index)) is not None:
                alone = Setting(spans[index], None)
                for person in self.scene.within(spans[index], "person"):
                    yield self._appoint(alone, person, title, None, bare=True, seated=False)
                continue
            if (role := self.cells.heads_column(blocks[index])) is not None:
                span = spans[index]
                caption = self.cells.headed(caption, Span(spans[row[0]].start, span.start), role)
            setting = Setting(span, None, caption)
            yield from self._sentence(setting, self.scene.within(span, "person"), None)

    def _persons_of(self, grid: Grid) -> Iterator[Block]:
        """Yield the cells of a table's column of persons, if it has one."""
        columns = grid.columns("person", "party", "role", "body")
        if "person" in columns and len(columns) > 1:
            for row in grid.rows:
                yield from row.cells.get(columns["person"], ())

    def _titled(self, behind: Span, person: Named) -> Iterator[Appointment]:
        """Yield the title behind a name in its cell: `Anna Ek, folkhälsochef`."""
        for title in self.around.roles(behind):
            if title.is_title:
                setting = Setting(behind, None)
                yield self._appoint(setting, person, title, None, bare=True, seated=True)

    def _of_row(self, span: Span, person: Named, role: str) -> Appointment:
        setting = Setting(span, None, self.around.captions[self.scene.flow.block_at(span.start)])
        named = self.around.vocabulary.find_roles(role)
        told = (*self.around.outer_bodies(span), setting.caption.body)
        body = next((body for body in told if body is not None), None)
        return Appointment(
            person,
            named[0].name if named else role or None,
            body.name if body else None,
            self.around.network(setting, person, body),
            self.around.organisation(setting, person),
            self.around.year(setting),
            span,
        )

    def _sentence(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> Iterator[Appointment]:
        given = self.roles.read(setting, persons, inherited)
        for person, chosen in zip(persons, given, strict=True):
            seats = [role for role in chosen if not role.is_title]
            for role in chosen:
                bare = role.is_title and (bool(seats) or not self.roles.serves(setting))
                bare = bare or bool(_PROJECT_ROLE.fullmatch(role.name))
                told = inherited if not bare else None
                yield self._appoint(setting, person, role, told, bare=bare, seated=bool(seats))

    def _appoint(
        self,
        setting: Setting,
        person: Named,
        role: Word,
        inherited: Word | None,
        *,
        bare: bool,
        seated: bool,
    ) -> Appointment:
        """Make an appointment; a bare title tells of no body.

        Beside a seat it tells of no network either: it is held elsewhere.
        """
        beside = role.name.startswith(("revisor", "kontaktperson"))  # they do not sit in it
        body = None if bare or beside else self.around.body(setting, person, role, inherited)
        if role.name == "tjänsteperson" and body is not None and _BOARD.match(body.name):
            body = None  # told of in one list with who sits there
        own = body is not None and bool(OWN_BODY.fullmatch(body.name))
        if bare:
            network = self.around.employing_network(setting, person, role) if not seated else None
        else:
            network = self.around.network_of_seat(setting, person, role, body)
            if body is None and (role.is_title or beside):
                network = self.around.employer(setting, role, network)
        return Appointment(
            person,
            role.name,
            body.name.removesuffix("s") if body and own else body.name if body else None,
            network,
            self.around.organisation(setting, person),
            self.around.year(setting),
            setting.sentence,
            role.is_title,
        )
