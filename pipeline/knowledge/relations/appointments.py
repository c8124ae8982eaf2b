"""Appointments: who holds which role in which body, from lists, tables and running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations.surroundings import Setting, Surroundings
from pipeline.knowledge.relations.vocabulary import OWN_BODY, Vocabulary, Word
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.textflow import BlockKind

# What may stand between a person and the role that follows: `(M), Växjö, vald ledamot`.
_TO_ROLE: Final = re.compile(
    r"\s*(?:\([^()]*\))?(?:, [^\W\d_a-zåäö][\w-]+(?=,))?\s*[,–-]?\s*(?:som )?"
    r"(?:(?:är|sitter som|ingår som|valdes till|utsågs till) )?"
    r"(?:(?:vald|valda|utsedd|utsedda|[Rr]egionens|[Kk]ommunens|ny) )*"
)
_IN_BRACKETS: Final = re.compile(r"\s*\([^(),]*,\s*")
_SITS: Final = re.compile(
    r"\b(?:sitter|ingår|består av|bestående av|utses|valdes)\b", re.IGNORECASE
)
_REPRESENTED: Final = re.compile(
    r"\b(?:företräds|representeras|efterträds av|bemannas|bemannad|bemannar)\b", re.IGNORECASE
)
_BOARD: Final = re.compile(r"styr|råd|församling|utskott|presidi|kommitté", re.IGNORECASE)
_PARTY: Final = re.compile(r"\s*,? ?\(([^()]*)\)?")
_PLURAL: Final = re.compile(
    r"(?:ledamöter|ersättare|suppleanter|representanter|företrädare|kontaktpolitiker"
    r"|kontaktpersoner|observatörer|delegater)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in a role, as found; ids are of entities."""

    person: Named
    role: str | None
    body: str | None
    network_id: str | None
    organisation_id: str | None
    year: int | None
    sentence: Span


def find_appointments(scene: Scene, vocabulary: Vocabulary) -> list[Appointment]:
    """Return the appointments that a document tells of, each once."""
    found: dict[tuple[object, ...], Appointment] = {}
    finder = _Finder(Surroundings(scene, vocabulary))
    for appointment in finder.all():
        key = (
            appointment.person.entity_id,
            (appointment.role or "").casefold(),
            (appointment.body or "").casefold(),
            appointment.network_id,
        )
        found.setdefault(key, appointment)
    return _without_echoes(list(found.values()))


def _without_echoes(found: Sequence[Appointment]) -> list[Appointment]:
    """Drop an appointment that says less than another of the same person and role."""
    kept = []
    for one in found:
        richer = any(
            other is not one
            and other.person.entity_id == one.person.entity_id
            and (other.role or "").casefold() == (one.role or "").casefold()
            and other.network_id is not None
            and one.network_id is None
            and one.body is None
            for other in found
        )
        if not richer:
            kept.append(one)
    return kept


@dataclass(frozen=True)
class _Finder:
    around: Surroundings

    @property
    def scene(self) -> Scene:
        return self.around.scene

    def all(self) -> Iterator[Appointment]:
        yield from self._tabled()
        blocks = self.scene.flow.blocks
        for index, span in self.scene.paragraphs():
            block = blocks[index]
            if block.kind in {BlockKind.HEADING, BlockKind.CELL} or not self.scene.within(
                span, "person"
            ):
                continue
            intro = self.around.intro(index)
            inherited: Word | None = None
            for sentence in self.scene.sentences_in(span):
                whole = self.around.with_caption(index, sentence)
                persons = self.scene.within(whole, "person")
                yield from self._sentence(Setting(whole, intro), persons, inherited)
                bodies = self.around.outer_bodies(sentence)
                inherited = bodies[-1] if bodies else inherited

    def _tabled(self) -> Iterator[Appointment]:
        """Yield the rows of tables that have a column of persons."""
        for grid in grids(self.scene.flow.blocks):
            columns = grid.columns("person", "party", "role", "body")
            if "person" not in columns or len(columns) < 2:
                continue
            for row in grid.rows:
                cells = [block for cell in row.cells.values() for block in cell]
                span = Span(cells[0].start, max(block.end for block in cells))
                for block in row.cells.get(columns["person"], ()):
                    for person in self.scene.within(Span(block.start, block.end), "person"):
                        yield self._of_row(span, person, row.text(columns.get("role", -1)))

    def _of_row(self, span: Span, person: Named, role: str) -> Appointment:
        setting = Setting(span, None)
        named = self.around.vocabulary.find_roles(role)
        bodies = self.around.outer_bodies(span)
        return Appointment(
            person,
            named[0].name if named else role or None,
            bodies[0].name if bodies else None,
            self.around.network(setting, person, None),
            self.around.organisation(setting, person),
            self.around.year(setting),
            span,
        )

    def _sentence(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> Iterator[Appointment]:
        roles = self.around.roles(setting.sentence)
        own = [self._roles_after(setting, person, persons, roles) for person in persons]
        self._share(persons, own, roles)
        taken = {role.start for after in own for role in after}
        for person, after in zip(persons, own, strict=True):
            before = self._role_before(person, roles, taken)
            chosen = self._chosen(person, before, after) or self._default(setting, person)
            seats = [role for role in chosen if not role.is_title]
            for role in chosen:
                bare = role.is_title and (bool(seats) or not self._serves(setting))
                yield self._appoint(setting, person, role, inherited, bare=bare)

    def _chosen(self, person: Named, before: Word | None, after: Sequence[Word]) -> list[Word]:
        """Choose among the role before a person and those after: a seat before, a title after."""
        if not after:
            return [before] if before else []
        if before is not None and not before.is_title and all(role.is_title for role in after):
            return [before, *after]
        if before is None or self.around.own_body_before(before) is None:
            return list(after)
        adjacent = not self.scene.flow.text[before.end : person.start].strip()
        return [before, *after] if adjacent else list(after)

    def _default(self, setting: Setting, person: Named) -> list[Word]:
        """Return the role that goes without saying: who sits in a body is a member of it."""
        text = self.scene.text(setting.sentence)
        place = Word(person.end, person.end, "")
        if setting.intro is not None:
            told = [r for r in self.around.roles(setting.intro)[-1:] if not r.is_title]
            if told and person.start - self._item_start(person) < 4:
                return [told[0]._replace(start=person.end, end=person.end)]
        bodies = self.around.bodies(setting.sentence)
        if setting.intro is not None and not bodies and self.around.bodies(setting.intro):
            return [place._replace(name="ledamot")]
        if bodies and _REPRESENTED.search(text):
            seat = any(_BOARD.search(body.name) for body in bodies)
            return [place._replace(name="ledamot" if seat else "representant")]
        if bodies and _SITS.search(text):
            return [place._replace(name="ledamot")]
        return []

    def _item_start(self, person: Named) -> int:
        blocks = self.scene.flow.blocks
        return blocks[self.scene.flow.block_at(person.start)].content_start

    def _serves(self, setting: Setting) -> bool:
        """Tell whether a person with a title is said to serve in a body or network."""
        text = self.scene.text(setting.sentence)
        return bool(_REPRESENTED.search(text) or _SITS.search(text))

    def _roles_after(
        self,
        setting: Setting,
        person: Named,
        persons: Sequence[Named],
        roles: Sequence[Word],
    ) -> list[Word]:
        """Return the roles that follow a person, without those of the next one."""
        text = self.scene.flow.text
        position = match.end() if (match := _TO_ROLE.match(text, person.end)) else person.end
        starts = {position}
        if inside := _IN_BRACKETS.match(text, person.end):
            starts.add(inside.end())
        starts |= {b.end + 1 for b in self.around.bodies(setting.sentence) if b.start == position}
        following: list[Word] = []
        for role in roles:
            if role.start in starts and not self._leads_to_next(role, persons):
                following.append(role)
                starts = {role.end + 2} if text[role.end : role.end + 2] == ", " else set()
        return following

    def _leads_to_next(self, role: Word, persons: Sequence[Named]) -> bool:
        """Tell whether a role stands right before another person: `, vice ordförande B`."""
        after = next((person.start for person in persons if person.start >= role.end), None)
        return after is not None and not self.scene.flow.text[role.end : after].strip(" :")

    def _share(
        self, persons: Sequence[Named], own: list[list[Word]], roles: Sequence[Word]
    ) -> None:
        """Give a plural role to all of the group before it: `A och B, som är ledamöter`."""
        for index in range(len(persons) - 1, 0, -1):
            plural = [
                role
                for role in own[index]
                if _PLURAL.search(self.scene.flow.text[role.start : role.end])
            ]
            if not plural or own[index - 1]:
                continue
            told = any(role.end <= persons[index - 1].start for role in roles)
            if not told and self._joined(persons[index - 1], persons[index]):
                own[index - 1] = plural

    def _joined(self, one: Named, other: Named) -> bool:
        between = _PARTY.sub("", self.scene.flow.text[one.end : other.start], count=1)
        return between.strip() in {",", "och", "samt", "&", ", och", ", samt"}

    def _role_before(self, person: Named, roles: Sequence[Word], taken: set[int]) -> Word | None:
        """Return the role that leads to a person: a seat, else a title right before the name."""
        before = [r for r in roles if r.end <= person.start and r.start not in taken]
        seats = [role for role in before if not role.is_title]
        if seats:
            return seats[-1]
        if not before or self.scene.flow.text[before[-1].end : person.start].strip(" :"):
            return None
        return before[-1]

    def _appoint(
        self,
        setting: Setting,
        person: Named,
        role: Word,
        inherited: Word | None,
        *,
        bare: bool,
    ) -> Appointment:
        """Make an appointment; a bare title says nothing of bodies and networks."""
        body = None if bare else self.around.body(setting, person, role, inherited)
        own = body is not None and bool(OWN_BODY.fullmatch(body.name))
        network = None if bare or own else self.around.network(setting, person, body)
        return Appointment(
            person,
            role.name,
            body.name.removesuffix("s") if body and own else body.name if body else None,
            network,
            self.around.organisation(setting, person),
            self.around.year(setting),
            setting.sentence,
        )
