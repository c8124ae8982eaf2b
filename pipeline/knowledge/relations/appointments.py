"""Appointments: who holds which role in which body, from lists, tables and running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.knowledge.dates import years_in
from pipeline.knowledge.relations.vocabulary import SEATS, Vocabulary, Word
from pipeline.knowledge.scene import NETWORKS, Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

# What may stand between a person and the role that follows: `(M), som är vald ledamot`.
_TO_ROLE: Final = re.compile(
    r"\s*(?:\([^()]*\)|\([^(),]*,)?\s*[,–-]?\s*(?:som |är |\()?(?:är |sitter som |ingår som )?"
    r"(?:(?:vald|valda|utsedd|utsedda|regionens|Regionens|en|ny|samt) )*"
)
_PARTY: Final = re.compile(r"\s*,? ?\(([^()]*)\)?")
_GOVERNED: Final = re.compile(r"\b(?:leds|styrs|förvaltas)\b[^.]{0,40}? av ")
_PLURAL: Final = re.compile(
    r"(?:ledamöter|ersättare|suppleanter|representanter|företrädare|kontaktpolitiker"
    r"|kontaktpersoner|observatörer|delegater)$",
    re.IGNORECASE,
)
_NOT_OF_STATEMENT: Final = re.compile(
    r"(?:sedan|bildades|grundades|etablerades|startade|öppnade|från)(?: år)? \d{4}|\d{4}[–-]\d{4}"
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


class _Setting(NamedTuple):
    """What surrounds a person: its sentence, and what leads into the list it stands in."""

    sentence: Span
    intro: Span | None


def find_appointments(scene: Scene, vocabulary: Vocabulary) -> list[Appointment]:
    """Return the appointments that a document tells of, each once."""
    found: dict[tuple[object, ...], Appointment] = {}
    finder = _Finder(scene, vocabulary)
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
    scene: Scene
    vocabulary: Vocabulary

    def all(self) -> Iterator[Appointment]:
        blocks = self.scene.flow.blocks
        for index, span in self.scene.paragraphs():
            block = blocks[index]
            if block.kind is BlockKind.HEADING or not self.scene.within(span, "person"):
                continue
            intro = self._intro(index) if block.kind is BlockKind.ITEM else None
            inherited: Word | None = None
            for sentence in self.scene.sentences_in(span):
                persons = self.scene.within(sentence, "person")
                bodies = self._bodies(sentence)
                if persons:
                    yield from self._sentence(_Setting(sentence, intro), persons, inherited)
                inherited = bodies[-1] if bodies else inherited

    def _intro(self, index: int) -> Span | None:
        """Return the block that leads into the list in which an item stands."""
        blocks = self.scene.flow.blocks
        while index and blocks[index].kind is BlockKind.ITEM:
            index -= 1
        block = blocks[index]
        return None if block.kind is BlockKind.CELL else Span(block.start, block.end)

    def _bodies(self, span: Span) -> list[Word]:
        return self.vocabulary.find_bodies(self.scene.text(span), span.start)

    def _roles(self, span: Span) -> list[Word]:
        roles = self.vocabulary.find_roles(self.scene.text(span), span.start)
        taken = [
            (named.start, named.end) for named in self.scene.within(span) if named.type == "person"
        ]
        return [r for r in roles if not any(a < r.end and r.start < b for a, b in taken)]

    def _sentence(
        self, setting: _Setting, persons: Sequence[Named], inherited: Word | None
    ) -> Iterator[Appointment]:
        roles = self._roles(setting.sentence)
        own = [self._role_after(person, persons, roles) for person in persons]
        self._share(persons, own, roles)
        for person, after in zip(persons, own, strict=True):
            before = self._role_before(person, roles, own)
            chosen = [role for role in (before if after is None else after,) if role]
            if after is not None and after.is_title and before is not None:
                chosen = [before, after]
            chosen = chosen or self._role_of_intro(setting)
            for place, role in enumerate(chosen):
                yield self._appoint(setting, person, role, None if place else inherited, place > 0)
            if not chosen and self._has_body(setting, person):
                yield self._appoint(setting, person, None, inherited, False)

    def _has_body(self, setting: _Setting, person: Named) -> bool:
        return person.method == "name_party" and bool(self._bodies(setting.sentence))

    def _role_after(
        self, person: Named, persons: Sequence[Named], roles: Sequence[Word]
    ) -> Word | None:
        """Return the role that follows a person, unless it belongs to the next one."""
        match = _TO_ROLE.match(self.scene.flow.text, person.end)
        position = match.end() if match else person.end
        inside = re.compile(r"\s*\([^(),]*,\s*").match(self.scene.flow.text, person.end)
        starts = {position, inside.end() if inside else position}
        role = next((role for role in roles if role.start in starts), None)
        if role is None:
            return None
        between = next((p.start for p in persons if p.start >= role.end), None)
        gap = self.scene.flow.text[role.end : between] if between is not None else "."
        return None if not gap.strip(" :") else role

    def _share(
        self, persons: Sequence[Named], own: list[Word | None], roles: Sequence[Word]
    ) -> None:
        """Give a plural role to all of the group before it: `A och B, som är ledamöter`."""
        for index in range(len(persons) - 1, 0, -1):
            role = own[index]
            if role is None or not _PLURAL.search(self.scene.flow.text[role.start : role.end]):
                continue
            if own[index - 1] is None and self._joined(persons[index - 1], persons[index]):
                before = [r for r in roles if r.end <= persons[index - 1].start]
                if not before:
                    own[index - 1] = role

    def _joined(self, one: Named, other: Named) -> bool:
        between = _PARTY.sub("", self.scene.flow.text[one.end : other.start], count=1)
        return between.strip() in {",", "och", "samt", "&", ", och", ", samt"}

    def _role_before(
        self, person: Named, roles: Sequence[Word], own: Sequence[Word | None]
    ) -> Word | None:
        taken = {role.start for role in own if role is not None}
        before = [r for r in roles if r.end <= person.start and r.start not in taken]
        if not before:
            return None
        role = before[-1]
        if role.is_title and self.scene.flow.text[role.end : person.start].strip(" :"):
            return None  # a title belongs to the name right behind it
        return role

    def _role_of_intro(self, setting: _Setting) -> list[Word]:
        if setting.intro is None:
            return []
        return [role for role in self._roles(setting.intro)[-1:] if not role.is_title]

    def _appoint(
        self,
        setting: _Setting,
        person: Named,
        role: Word | None,
        inherited: Word | None,
        bare: bool,
    ) -> Appointment:
        body = None if bare else self._body(setting, person, role, inherited)
        network = None if bare else self._network(setting, person, body)
        return Appointment(
            person,
            role.name if role else None,
            body.name if body else None,
            network,
            self._organisation(setting, person),
            self._year(setting),
            setting.sentence,
        )

    def _body(
        self, setting: _Setting, person: Named, role: Word | None, inherited: Word | None
    ) -> Word | None:
        bodies = self._bodies(setting.sentence)
        if role is not None and role.start > person.start:
            following = [b for b in bodies if b.start >= role.end]
            if following and re.fullmatch(
                r" (?:i|för|av|inom|på|som \w+) (?:[\w:-]+ ){0,3}?",
                self.scene.flow.text[role.end : following[0].start],
            ):
                return following[0]
        before = [b for b in bodies if b.end <= person.start]
        if before:
            return before[-1]
        if bodies:
            return bodies[0]
        if setting.intro is not None:
            return self._body_of_intro(setting.intro)
        return inherited if role is not None and role.name in SEATS else None

    def _body_of_intro(self, intro: Span) -> Word | None:
        """Return the body that the intro names, else the one said to govern the network."""
        bodies = self._bodies(intro)
        if bodies:
            return bodies[-1]
        section = self.scene.section_at(intro.start)
        if section is None:
            return None
        start = self.scene.section_span(section).start
        text = self.scene.flow.text[start : intro.start]
        for match in _GOVERNED.finditer(text):
            after = Span(start + match.end(), min(start + match.end() + 60, intro.start))
            governing = self._bodies(after)
            if governing:
                return governing[0]
        return None

    def _network(self, setting: _Setting, person: Named, body: Word | None) -> str | None:
        point = body.start if body else person.start
        for span in (setting.sentence, setting.intro):
            if span is not None:
                near = self.scene.within(span, *NETWORKS)
                if near:
                    return min(near, key=lambda named: _distance(named, point)).entity_id
        section = self.scene.section_at(person.start)
        headed = self.scene.headed(section, *NETWORKS)
        if headed is not None:
            return headed.entity_id
        block = self.scene.flow.blocks[self.scene.flow.block_at(person.start)]
        earlier = self.scene.within(Span(block.start, person.start), *NETWORKS)
        return earlier[-1].entity_id if earlier else None

    def _organisation(self, setting: _Setting, person: Named) -> str | None:
        near = self.scene.within(setting.sentence, "organisation")
        before = [named for named in near if named.end <= person.start]
        if setting.intro is not None and not before:
            before = self.scene.within(setting.intro, "organisation")[:1]
        return before[-1].entity_id if before else self.scene.issuer

    def _year(self, setting: _Setting) -> int | None:
        for span in (setting.sentence, setting.intro):
            if span is not None:
                years = set(years_in(_NOT_OF_STATEMENT.sub("", self.scene.text(span))))
                if len(years) == 1:
                    return years.pop()
        return self.scene.year


def _distance(named: Named, point: int) -> int:
    return min(abs(named.start - point), abs(named.end - point))
