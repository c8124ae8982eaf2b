"""Seats of those in a list of persons to whom nothing beside or above them gave one.

Who is set in a line among other persons is there for a seat, almost without exception. It is that
of those beside them; where they have none either, what the lines above the list name last. A label
above some of the persons names their body, where nothing else does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.caption_lines import OF_ONE, is_caption
from pipeline.knowledge.relations.seats.captions import is_group
from pipeline.knowledge.relations.seats.represented import represented
from pipeline.knowledge.relations.seats.role_words import PLURAL
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.terms import year_of_seat
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Named, Span
from pipeline.knowledge.structure.wording import is_chrome
from pipeline.knowledge.textflow import BlockKind

_FEWEST: Final = 2
_FEWEST_IN_ROW: Final = 4
# Between persons who are counted up, with what each is: `Åsa Ek (S), ordförande; Bo Al`.
_COUNTS_ON: Final = re.compile(
    r"(?: ?\([^()\n]{1,40}\))?(?:, [a-zåäö]{3,}(?: [a-zåäö]+){0,3})?(?:[,;]| och| samt|, och) "
)
# Lines between two persons of a list that may say whom they are of.
_LABELS: Final = 2
# How many blocks above a list may tell what it is a list of.
_ABOVE: Final = 8
# What a title has, and no label.
_NO_LABEL: Final = re.compile(r"\d|[.!?]")
_GUESTS: Final = re.compile(
    r"(?:Deltagare|Inbjudna|Medverkande|Talare|Föredragande|Gäster|Program)\b"
    r"|.*\d{1,2}[.:]\d{2}\b"
)
# Where in its line a name may begin: `– Åsa Ek`.
_MARKS: Final = 4


class _Above(NamedTuple):
    """What stands last above a line of a list: a line that names nobody, a body, seats of many."""

    heading: Span | None = None
    body: Word | None = None
    seat: Word | None = None


def list_seats(around: Surroundings, told: Sequence[Appointment]) -> Iterator[Appointment]:
    """Yield the seats of those in lists who have none among those `told`."""
    seated = {one.person.entity_id for one in told}
    by_start = {one.person.start: one for one in told}
    for run in _runs(around):
        if all(person.entity_id in seated for _, person in run):
            continue
        above = _above(around, run)
        mates = [by_start[person.start] for _, person in run if person.start in by_start]
        for index, person in run:
            comes = around.captions[index].seatless or _are_guests(around, above[index])
            if person.entity_id not in seated and not comes:
                seated.add(person.entity_id)
                mate = _nearest(mates, person)
                seat = _seat(around, above[index], index, person)
                yield seat if mate is None else _beside(mate, seat)
    yield from _counted(around, by_start, seated)


def _counted(
    around: Surroundings, by_start: Mapping[int, Appointment], seated: set[str]
) -> Iterator[Appointment]:
    """Yield the members of a body among whom its chair is counted up in running text."""
    for row in _rows(around):
        told = (by_start.get(person.start) for _, person in row)
        chair = next((one for one in told if one is not None and _chairs(one)), None)
        if chair is None:
            continue
        above = _above(around, row)
        there = {one.person.entity_id for one in by_start.values() if one.body == chair.body}
        for index, person in row:
            if person.entity_id not in there and person.start not in by_start:
                seated.add(person.entity_id)
                seat = _seat(around, above[index], index, person)
                yield _beside(replace(chair, role="ledamot"), seat)


def _rows(around: Surroundings) -> list[list[tuple[int, Named]]]:
    """Return the persons who are counted up in running text, each with the block of all."""
    text = around.scene.flow.text
    rows: list[list[tuple[int, Named]]] = []
    for index, span in around.scene.paragraphs():
        last: Named | None = None
        for person in around.scene.within(span, "person"):
            if last is not None and _COUNTS_ON.fullmatch(text, last.end, person.start):
                rows[-1].append((index, person))
            else:
                rows.append([(index, person)])
            last = person
    return [row for row in rows if len(row) >= _FEWEST_IN_ROW]


def _chairs(one: Appointment) -> bool:
    return one.role == "ordförande" and one.body is not None


def _runs(around: Surroundings) -> list[list[tuple[int, Named]]]:
    """Return the lists of persons: the block of each line and the person that begins it."""
    lines = [
        (index, person)
        for index, _ in around.scene.paragraphs()
        for person in _first(around, index)
    ]
    runs: list[list[tuple[int, Named]]] = [lines[:1]]
    for (before, _), line in pairwise(lines):
        if _goes_on(around, before, line[0]):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run for run in runs if len(run) >= _FEWEST]


def _first(around: Surroundings, index: int) -> list[Named]:
    """Return the person that begins a block, if it is a line of a list."""
    block = around.scene.flow.blocks[index]
    persons = around.scene.within(Span(block.start, block.end), "person")[:1]
    begins = persons and persons[0].start - block.content_start < _MARKS
    listed = block.kind is not BlockKind.CELL and not is_prose(block.content)
    listed = listed and not is_chrome(block.content)
    return persons if begins and listed else []


def _goes_on(around: Surroundings, before: int, index: int) -> bool:
    """Tell whether only labels stand between two lines."""
    between = around.scene.flow.blocks[before + 1 : index]
    labels = [block for block in between if not is_chrome(block.content)]
    return len(labels) <= _LABELS and all(
        block.kind is not BlockKind.CELL and is_caption(block.content) for block in labels
    )


def _nearest(mates: Sequence[Appointment], person: Named) -> Appointment | None:
    """Return the seat of one beside a person, nearest above if any, that several may have."""
    shared = [
        one
        for one in mates
        if one.role is not None and not one.at_home and not _is_of_one(one.role)
    ]
    above = [one for one in shared if one.person.start < person.start]
    return above[-1] if above else next(iter(shared), None)


def _beside(mate: Appointment, seat: Appointment) -> Appointment:
    return replace(seat, role=mate.role, body=mate.body, network_id=mate.network_id)


def _is_of_one(role: str) -> bool:
    return role in OF_ONE or role.endswith(("ordförande", "president"))


def _seat(around: Surroundings, above: _Above, index: int, person: Named) -> Appointment:
    """Return the seat that the lines above a list tell; a label of some of its lines is a body."""
    setting = _setting(around, index)
    label = _label(around, above.heading)
    told = setting.caption.body or (None if label else above.body)
    name = above.seat.name if above.seat else "ledamot" if told or label else "representant"
    seat = Word(person.end, person.end, name)
    body = told or label
    return Appointment(
        person,
        name,
        body.name if body else None,
        around.network_of_seat(setting, person, seat, told),
        represented(around.scene, setting, person),
        year_of_seat(around.scene, setting, person),
        setting.sentence,
    )


def _setting(around: Surroundings, index: int) -> Setting:
    block = around.scene.flow.blocks[index]
    return Setting(Span(block.start, block.end), None, around.captions[index])


def _above(around: Surroundings, run: Sequence[tuple[int, Named]]) -> dict[int, _Above]:
    """Return what stands above each line of a list, last in its title or the lines before it."""
    blocks = around.scene.flow.blocks
    title = around.scene.profile.title_block
    first, last = run[0][0], run[-1][0]
    told = _Above()
    above: dict[int, _Above] = {}
    titled = () if title is None else (title,)
    for index in (*titled, *range(max(first - _ABOVE, 0), last + 1)):
        above[index] = told
        if not is_chrome(blocks[index].content):
            told = _with_line(around, told, index)
    return above


def _with_line(around: Surroundings, told: _Above, index: int) -> _Above:
    """Return what stands above the line below one, which tells before those above it."""
    block = around.scene.flow.blocks[index]
    span = Span(block.start, block.end)
    bodies, seats = around.bodies(span), _of_several(around, span)
    named = bool(around.scene.within(span, "person"))
    return _Above(
        told.heading if named else span,
        bodies[-1] if bodies else told.body,
        seats[-1] if seats else told.seat,
    )


def _of_several(around: Surroundings, span: Span) -> list[Word]:
    """Return the seats of several that a line names."""
    roles = (role for role in around.roles(span) if not role.is_title)
    return [role for role in roles if PLURAL.search(around.scene.text(Span(role.start, role.end)))]


def _are_guests(around: Surroundings, above: _Above) -> bool:
    """Tell whether the line above a group is of who came or speaks: `Deltagare`, `13.30 Samtal`."""
    heading = above.heading
    return heading is not None and bool(_GUESTS.match(around.scene.text(heading)))


def _label(around: Surroundings, label: Span | None) -> Word | None:
    """Return the line above a group of persons, if it names nothing that is known otherwise."""
    scene = around.scene
    if label is None or scene.within(label) or around.roles(label):
        return None
    text = scene.text(label).strip(" :\n")
    is_label = is_caption(text) and not is_group(text) and not _NO_LABEL.search(text)
    return Word(label.start, label.start + len(text), text) if is_label else None
