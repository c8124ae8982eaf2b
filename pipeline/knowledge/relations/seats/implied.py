"""Seats that go without saying: who sits in a body is a member of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations.leads import is_label
from pipeline.knowledge.relations.seats import role_words as words
from pipeline.knowledge.relations.seats.caption_lines import OF_ONE
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Named, Span
from pipeline.knowledge.textflow import BlockKind

_COLUMNS: Final = 2


@dataclass(frozen=True)
class ImpliedSeats:
    """Tells the seats that sentences, captions and leads imply; `around` is what surrounds them."""

    around: Surroundings

    def serves(self, setting: Setting) -> bool:
        """Tell whether a person with a title is said to serve in a body or network."""
        caption = setting.caption
        if self.around.is_listed(setting) and (caption.body or caption.role):
            return not caption.seatless
        if self._among_officials(setting):
            return True
        text = self._text(setting.sentence)
        said = words.SAID.match(text)
        text = text[said.end() :] if said else text
        return bool(words.REPRESENTED.search(text) or words.SITS.search(text))

    def _among_officials(self, setting: Setting) -> bool:
        """Tell whether a line leads into a group of officials, in which titles are the seats."""
        led = self.around.led_bodies(setting.intro) if setting.intro is not None else []
        return bool(led) and bool(words.OFFICIALS.match(led[-1].name))

    def _text(self, span: Span) -> str:
        return self.around.scene.text(span)

    def _between(self, start: int, end: int) -> str:
        return self.around.scene.flow.text[start:end]

    def _is_told_where(self, setting: Setting, inherited: Word | None) -> bool:
        """Tell whether anything is told of where somebody serves, who has an office at home."""
        captioned = setting.caption.body or setting.caption.network or setting.intro
        named = self.around.scene.within(setting.sentence, *NETWORKS)
        bodies = self.around.outer_bodies(setting.sentence)
        return bool(inherited or captioned or named or bodies)

    def _of_own_body(self, role: Word) -> bool:
        """Tell whether a role is one at home: `företräds av kommunstyrelsens ordförande A`.

        At home a federation has a board that others have, too: `direktionens ordförande A`.
        """
        body = self.around.own_body_before(role) or self.around.body_behind(role)
        return body is not None and self.around.governs_at_home(body)

    def _default(self, setting: Setting, person: Named, inherited: Word | None) -> list[Word]:
        """Return the role that goes without saying: who sits in a body is a member of it."""
        place = Word(person.end, person.end, "")
        if words.SAYS.search(self._between(setting.sentence.start, person.start)):
            return []
        bodies = self._bodies(setting)
        told = self._leading(setting, person, bool(bodies or inherited))
        told = told or self._heading(setting, person)
        told = told or self._led_in(setting, person) or self._captioned(setting, person)
        if told is None and words.REPRESENTED.search(self._text(setting.sentence)):
            others = [body for body in bodies if not self.around.governs_at_home(body)]
            return self._representing(setting, place, others or ([inherited] if inherited else []))
        told = told or self._sitting(setting, person, bodies, inherited)
        told = told or self._attending(setting, place._replace(name="ledamot"))
        return [place._replace(name=told)] if told is not None else []

    def _leading(self, setting: Setting, person: Named, seated: bool) -> str | None:
        """Return what who leads a project or a body is."""
        if not self._leads(setting, person):
            return None
        if self._is_of_project(setting, person):
            return "projektledare"
        bodies = self._bodies(setting)
        offices = [body for body in bodies if words.OFFICE.search(body.name)]
        only = bool(offices) and len(offices) == len(bodies)
        only = only or bool(words.THE_OFFICE.match(self._text(setting.sentence)))
        return "ordförande" if seated and not only else None

    def _heading(self, setting: Setting, person: Named) -> str | None:
        """Return what the head of an office is, whom no title tells: `Kontoret förestås av A`."""
        before = self._between(setting.sentence.start, person.start)
        return "föreståndare" if words.HEADED.search(before) else None

    def _sitting(
        self, setting: Setting, person: Named, bodies: Sequence[Word], inherited: Word | None
    ) -> str | None:
        """Return what who sits in a body is, or a politician below a network's label."""
        text = self._text(setting.sentence)
        labelled = self._labelled(setting)
        if inherited is not None and (
            words.IN_IT.search(text) or (not bodies and words.ELECTED.search(text))
        ):
            return "ledamot"
        if bodies:
            told = labelled or words.SITS.search(text) or self._behind(setting, person, bodies)
            return "ledamot" if told else None
        politician = words.PARTY.match(self.around.scene.flow.text, person.end)
        if politician and self._sits_in_network(setting, person):
            return "ledamot"
        return "representant" if labelled and politician else None

    def _sits_in_network(self, setting: Setting, person: Named) -> bool:
        """Tell whether a sentence begins with where a person sits: `I Energy Cities sitter A`."""
        told = self.around.scene.within(Span(setting.sentence.start, person.start), *NETWORKS)
        return bool(
            told
            and self._between(setting.sentence.start, told[0].start) == "I "
            and words.SITS_NEXT.fullmatch(self._between(told[-1].end, person.start))
        )

    def _attending(self, setting: Setting, seat: Word) -> str | None:
        """Return what who came to the meeting of a body is, by the head of its minutes."""
        attends = words.ATTENDS.match(self._text(setting.sentence)) and not setting.caption.seatless
        return seat.name if attends and self.around.body_of_title(seat) else None

    def _behind(self, setting: Setting, person: Named, bodies: Sequence[Word]) -> bool:
        """Tell whether a line is a person and a body: `Anna Ek (S), styrelsen`."""
        line = self._text(Span(person.end, setting.sentence.end))
        party = words.PARTY.match(line)
        rest = line[party.end() :] if party and line[: party.end()].endswith(")") else line
        return self._begins_item(person) and rest.strip(" .\n") == f", {bodies[0].name}"

    def _heads_line(self, label: Span) -> bool:
        """Tell whether a body stands right before those in it: `Arbetsutskott Åsa Ek, ordf`."""
        bodies = self.around.outer_bodies(label)
        return bool(bodies) and bodies[0].name == self._text(label).strip()

    def _labelled(self, setting: Setting) -> bool:
        """Tell whether a body or network leads into those who sit there, and nothing else does.

        `Styrelse: A, ordförande, B`, `Energy Cities: C (MP)`, `Energy Cities, rådet: C`; a body
        may begin a sentence: `Styrelsen har dessa medlemmar: A`.
        """
        flow = self.around.scene.flow
        block = flow.blocks[flow.block_at(setting.sentence.start)]
        start = max(setting.sentence.start, block.content_start)  # behind `a) `
        persons = self.around.scene.within(setting.sentence, "person")
        colon = self.around.scene.flow.text.find(":", start, persons[0].start if persons else start)
        if colon < 0:
            return bool(persons) and self._heads_line(Span(start, persons[0].start))
        label = Span(start, colon)
        networks = self.around.scene.within(label, *NETWORKS)
        named = [Span(one.start, one.end) for one in networks]
        named += [Span(body.start, body.end) for body in self.around.outer_bodies(label)]
        begins = any(body.start == start for body in self.around.outer_bodies(label))
        if begins and not networks and not self._between(colon + 1, persons[0].start).strip():
            return True
        rest = self._between(start, colon)
        for one in sorted(named, reverse=True):
            rest = rest[: one.start - start] + rest[one.end - start :]
        return bool(named) and bool(words.IN_LABEL.fullmatch(rest))

    def _led_in(self, setting: Setting, person: Named) -> str | None:
        """Return the role that the line above a list gives to those in it."""
        if setting.intro is None or not self._begins_item(person):
            return None
        if len(setting.caption.roles) > 1:
            return None  # the last of several columns
        if setting.caption.role is not None and setting.caption.role.start >= setting.intro.end:
            return None  # a line between tells another
        told = [r for r in self.around.roles(setting.intro)[-1:] if not r.is_title]
        held = told and (told[0].name in OF_ONE or is_label(self._text(setting.intro)))
        if held and setting.caption.role is None:
            told = []  # somebody above has it
        if told and not self._text(setting.intro).rstrip().endswith("."):
            return told[0].name
        bodies = self.around.led_bodies(setting.intro)
        return "ledamot" if bodies and not self.around.bodies(setting.sentence) else None

    def seat_of(self, setting: Setting, person: Named) -> Word | None:
        """Return the seat that captions give a person; those of columns are given in turn."""
        roles = setting.caption.roles
        if len(roles) < _COLUMNS:
            return setting.caption.role
        block = self.around.scene.flow.blocks[self.around.scene.flow.block_at(person.start)]
        before = self.around.scene.within(Span(block.start, person.start), "person")
        return roles[(setting.caption.persons + len(before)) % len(roles)]

    def _captioned(self, setting: Setting, person: Named) -> str | None:
        """Return the role that captions give: their own, else that of a body's member."""
        if not self.around.is_listed(setting):
            return None
        if (seat := self.seat_of(setting, person)) is not None:
            asked = seat.name != "kontaktperson" or self._begins_item(person)
            return seat.name if asked else None
        seated = setting.caption.body is not None and not setting.caption.seatless
        return "ledamot" if seated else None

    def _leads(self, setting: Setting, person: Named) -> bool:
        """Tell whether a body works `under ledning av` a person, or with the person `i spetsen`."""
        titles = [r for r in self.around.roles(setting.sentence) if r.is_title]
        start = next((t.start for t in titles if t.end == person.start - 1), person.start)
        before = self._between(setting.sentence.start, start)
        after = self._between(person.end, setting.sentence.end)
        leads = any(
            words.LEADS.fullmatch(self._between(person.end, body.start))
            for body in self._bodies(setting)
            if body.start > person.end
        )
        return leads or bool(
            words.LED.search(before)
            or (before.endswith(" med ") and words.AT_HEAD.match(after))
            or (before.endswith(" har ") and words.HAS_LED.match(after))
        )

    def _is_of_project(self, setting: Setting, person: Named) -> bool:
        """Tell whether a sentence is about a project before it tells who leads it."""
        before = Span(setting.sentence.start, person.start)
        told = self.around.scene.within(before, "project", *NETWORKS)
        bodies = self.around.bodies(before)
        if bodies and (not told or told[-1].start < bodies[-1].start):
            return False
        return told[0].type == "project" if told else bool(words.PROJECT.search(self._text(before)))

    def _representing(self, setting: Setting, place: Word, bodies: Sequence[Word]) -> list[Word]:
        """Return what who represents somebody is: a member of a board, else a representative.

        Who holds a place is a member, one of `tolv rapportörer` a rapporteur.
        """
        if (one := self._one_of(setting)) is not None:
            return [place._replace(name=one.name)]
        holds = bool(words.HOLDS.search(self._text(setting.sentence)))
        if bodies:
            seat = holds or any(words.BOARD.search(body.name) for body in bodies)
            return [place._replace(name="ledamot" if seat else "representant")]
        told = self.around.network(setting, Named(place.start, place.end, "person", "", ""), None)
        return [place._replace(name="ledamot" if holds else "representant")] if told else []

    def _one_of(self, setting: Setting) -> Word | None:
        """Return the seat of which the paragraph told last how many have it: `tolv rapportörer`."""
        scene = self.around.scene
        block = scene.flow.blocks[scene.flow.block_at(setting.sentence.start)]
        for role in reversed(self.around.roles(Span(block.start, setting.sentence.start))):
            before = self._between(max(block.start, role.start - 20), role.start)
            if words.HOW_MANY.search(before) and not role.is_title:
                return role
        return None

    def _bodies(self, setting: Setting) -> list[Word]:
        """Return the bodies of a sentence; a region's own only where somebody comes into it."""
        outer = self.around.outer_bodies(setting.sentence)
        return outer or [
            body
            for body in self.around.bodies(setting.sentence)
            if words.INTO.search(self._between(setting.sentence.start, body.start))
        ]

    def _begins_item(self, person: Named) -> bool:
        blocks = self.around.scene.flow.blocks
        block = blocks[self.around.scene.flow.block_at(person.start)]
        return block.kind is not BlockKind.CELL and person.start - block.content_start < 4
