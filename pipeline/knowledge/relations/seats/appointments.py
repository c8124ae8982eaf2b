"""Appointments: who holds which role in which body, from lists, tables and running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.leads import clauses, intro, is_label, is_prose
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.cells import SeatCells
from pipeline.knowledge.relations.seats.lists import list_seats
from pipeline.knowledge.relations.seats.name_lines import is_seat, person_of_item
from pipeline.knowledge.relations.seats.roles import RoleReader
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.sitting import with_seats
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.tabled import Tabled
from pipeline.knowledge.relations.seats.vocabulary import Vocabulary, Word
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

# Who is followed by another, and what is only asked for.
_SUCCEEDED: Final = re.compile(
    r"\b(?:efter|ersätter|ersatte|efterträder|efterträdde|efterträtt|i stället för|avgående"
    r"|tidigare|(?:ersättare|suppleant|vikarie) för(?! (?:\w+(?:ena|öterna|nterna|uden)|båda|bägge"
    r"|samtliga|alla|dem|dessa|henne|honom|denn[ae]|den|de|ordinarie) )) (?:\w+ )?$",
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
_IS: Final = (
    r"(?:är|var|blev|blir|ingår|ingick|sitter|satt|företräder|representerar|leder"
    r"|har (?:sin |en )?plats"
)
_PRONOUN: Final = re.compile(
    rf"(?P<who>Hon|Han|Denna|Denne) {_IS})\b"
    rf"|[A-ZÅÄÖ][^.:;()]{{2,80}}? {_IS}|valdes|väljs|utsågs|utses) (?P<behind>hon|han|denn[ae])\b"
)
# The first or the last of two told of before.
_OF_TWO: Final = re.compile(
    rf"(?P<who>Den (?:(?P<last>sistnämnd[ae]|senare)|(?:förstnämnd[ae]|förra))) {_IS})\b"
)
_TWO: Final = 2


def find_appointments(scene: Scene, vocabulary: Vocabulary) -> list[Appointment]:
    """Return the appointments that a document tells of, each once."""
    found: dict[tuple[object, ...], Appointment] = {}
    around = Surroundings(with_seats(scene), vocabulary)
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
class _Finder(Tabled):
    """Finds the appointments of a document."""

    def all(self) -> Iterator[Appointment]:
        yield from self.tabled()
        yield from self.in_cells()
        yield from self.boxed()
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
            if kind is BlockKind.ITEM and earlier is not None and self._is_others(earlier):
                inherited = None
            if inherited is None and lead is not None and self._stands_in(index, lead, earlier):
                inherited = earlier
            last: list[Named] = []
            held: list[Appointment] = []
            for sentence in clauses(self.scene, span):
                whole = self.around.with_caption(index, sentence)
                persons = self._appointed(whole) or self._meant(sentence, last)
                persons = persons or self._above_item(index, sentence)
                found = list(self.sentence(Setting(whole, lead, caption), persons, inherited))
                yield from found
                held = [one for one in (*held, *found) if one.person in (*last, *persons)]
                yield from self._succeeding(sentence, persons, held)
                last = persons
                bodies = self.around.outer_bodies(sentence)
                inherited = bodies[-1] if bodies else inherited
            led = self.around.outer_bodies(lead) if lead else []
            earlier = inherited or (led[-1] if led else earlier)

    def _stands_in(self, index: int, lead: Span, body: Word | None) -> bool:
        """Tell whether an item is who stands in for those above it in their list.

        `Ledamot i styrelsen: Åsa Ek` tells where `Ersättare: Bo Al` below it sits.
        """
        block = self.scene.flow.blocks[index]
        if body is None or block.kind is not BlockKind.ITEM or body.start < lead.end:
            return False
        seat = next(iter(self.around.roles(Span(block.start, block.end))), None)
        begins = seat is not None and seat.start == block.content_start
        return begins and seat is not None and seat.name.endswith("ersättare")

    def _is_others(self, body: Word) -> bool:
        """Tell whether a body was told of in a sentence of who sits there: not those listed."""
        sentence = self.scene.sentence_at(body.start)
        told = bool(self.scene.within(sentence, "person"))
        return told and is_prose(self.scene.text(sentence))

    def _of_one(self, span: Span) -> bool:
        """Tell whether a line that looks like a heading is a person's, told first or by a label."""
        persons = self.scene.within(span, "person")[:1]
        roles = [role for role in self.around.roles(span) if role.start == span.start]
        return bool(persons) and (persons[0].start == span.start or bool(roles))

    def _appointed(self, sentence: Span) -> list[Named]:
        """Return the persons of a sentence but those whom others follow."""
        persons = self.scene.within(sentence, "person")
        if persons and _ASKS.search(self.scene.text(sentence)):
            titled = {role.end + 1 for role in self.around.roles(sentence)}
            persons = [person for person in persons[:1] if person.start in titled]
        text = self.scene.flow.text
        return [
            person
            for person in persons
            if not _SUCCEEDED.search(text[sentence.start : person.start])
            or _NOW.match(text, person.end)
        ]

    def _meant(self, sentence: Span, told: Sequence[Named]) -> list[Named]:
        """Return the one person of the sentence before, where `Hon ingår i` begins this one."""
        text = self.scene.text(sentence)
        if len(told) == _TWO and (one := _OF_TWO.match(text)):
            meant = told[-1 if one["last"] else 0]
            return [meant._replace(start=sentence.start, end=sentence.start + one.end("who"))]
        pronoun = _PRONOUN.match(text)
        if pronoun is None or len({person.entity_id for person in told}) != 1:
            return []
        start, end = pronoun.span("who" if pronoun["who"] else "behind")
        return [told[0]._replace(start=sentence.start + start, end=sentence.start + end)]

    def _above_item(self, index: int, sentence: Span) -> list[Named]:
        """Return the person whose name stands alone above a list of seats of which one is this."""
        block = self.scene.flow.blocks[index]
        if block.kind is not BlockKind.ITEM or sentence.start > block.content_start:
            return []
        person = person_of_item(self.scene, self.around.roles, index)
        start = block.content_start
        return [person._replace(start=start, end=start)] if person is not None else []

    def _succeeding(
        self, sentence: Span, persons: Sequence[Named], held: Sequence[Appointment]
    ) -> Iterator[Appointment]:
        """Yield what those have who follow whoever is told of before: `A ersattes av B`."""
        text = self.scene.flow.text
        for person in persons:
            before = [one for one in held if one.person.start < person.start]
            if beside := self.scene.within(Span(sentence.start, person.start), "person"):
                left = beside[-1].entity_id  # else `hon`, of whom the sentence before told
                before = [one for one in before if one.person.entity_id == left]
            if before and _SUCCEEDS.search(text[sentence.start : person.start]):
                left = before[-1].person.entity_id
                for one in before:
                    if one.person.entity_id == left:
                        yield replace(one, person=person, sentence=sentence)
