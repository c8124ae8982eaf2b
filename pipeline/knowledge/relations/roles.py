"""Which roles a sentence gives to the persons in it: those after them, before them, or implied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations import role_words as words
from pipeline.knowledge.relations.captions import OF_ONE
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.networks import Setting
from pipeline.knowledge.relations.surroundings import Surroundings
from pipeline.knowledge.relations.vocabulary import OWN_BODY, Word
from pipeline.knowledge.scene import Named, Span
from pipeline.knowledge.textflow import BlockKind

# Behind the seat that ends a line: `Åsa Ek Centerpartiet Ledamot 4`.
_END_OF_LINE: Final = " .)\n0123456789"


@dataclass(frozen=True)
class RoleReader:
    """Gives roles to persons; `around` tells what surrounds them."""

    around: Surroundings

    def read(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> list[list[Word]]:
        """Return the roles of each person of a sentence; `inherited` is the body told before."""
        roles = self.around.roles(setting.sentence)
        own = [self._after(setting, person, persons, roles) for person in persons]
        self._share(persons, own, roles)
        taken = {role.start for after in own for role in after}
        return [
            self._with_seat(
                setting,
                person,
                self._chosen(person, self._before(person, roles, taken), after)
                + self._title_before(person, roles, taken, after),
                inherited,
            )
            for person, after in zip(persons, own, strict=True)
        ]

    def serves(self, setting: Setting) -> bool:
        """Tell whether a person with a title is said to serve in a body or network."""
        if self.around.is_listed(setting) and (setting.caption.body or setting.caption.role):
            return True
        text = self._text(setting.sentence)
        return bool(words.REPRESENTED.search(text) or words.SITS.search(text))

    def _text(self, span: Span) -> str:
        return self.around.scene.text(span)

    def _between(self, start: int, end: int) -> str:
        return self.around.scene.flow.text[start:end]

    def _with_seat(
        self, setting: Setting, person: Named, chosen: list[Word], inherited: Word | None
    ) -> list[Word]:
        """Add the seat that goes without saying, where no role or only a title is told.

        In a list of a body's members a title beside the name says who the member is.
        """
        if not chosen:
            return self._default(setting, person, inherited)
        listed = setting.intro is not None and self._begins_item(person)
        own = setting.caption.body is not None and OWN_BODY.fullmatch(setting.caption.body.name)
        elsewhere = all(self._of_own_body(role) for role in chosen) and self.serves(setting)
        elsewhere = elsewhere and not own
        titled = all(role.is_title for role in chosen)
        seat = setting.caption.role if self.around.is_listed(setting) else None
        attends = seat is not None and seat.name == "tjänsteperson" and not setting.caption.network
        if titled and attends:
            return chosen
        if titled and seat is not None:
            return [*self._default(setting, person, inherited), *chosen]
        sits = titled and self._takes_seat(setting)
        if elsewhere or sits or (listed and titled):
            return [*self._default(setting, person, inherited), *chosen]
        return chosen

    def _takes_seat(self, setting: Setting) -> bool:
        """Tell whether a title says who takes a seat: `i styrelsen sitter chef A`.

        In a group of officials the title is the seat: `chefsgruppen, bemannad med chef A`.
        """
        text = self._text(setting.sentence)
        told = bool(words.SITS.search(text) or words.REPRESENTED.search(text))
        told = told or self._labelled(setting, self._bodies(setting))
        officials = any(words.OFFICIALS.match(body.name) for body in self._bodies(setting))
        return told and not officials

    def _of_own_body(self, role: Word) -> bool:
        """Tell whether a role is one at home: `företräds av kommunstyrelsens ordförande A`."""
        body = self.around.own_body_before(role)
        return body is not None and bool(OWN_BODY.fullmatch(body.name))

    def _chosen(self, person: Named, before: Word | None, after: Sequence[Word]) -> list[Word]:
        """Choose among the role before a person and those after: a seat before, a title after."""
        if not after:
            return [before] if before else []
        if before is not None and self._between(before.start, before.end) == "Kontakt:":
            return list(after)
        office = all(role.is_title or self._of_own_body(role) for role in after)
        if before is not None and not before.is_title and office:
            return [before, *after]
        adjacent = before is not None and not self._between(before.end, person.start).strip()
        if before is None or not adjacent:
            return list(after)
        home = before.is_title or self.around.own_body_before(before) is not None
        return [before, *after] if home else list(after)

    def _default(self, setting: Setting, person: Named, inherited: Word | None) -> list[Word]:
        """Return the role that goes without saying: who sits in a body is a member of it."""
        place = Word(person.end, person.end, "")
        if words.SAYS.search(self._between(setting.sentence.start, person.start)):
            return []
        bodies = self._bodies(setting)
        if self._leads(setting, person) and (bodies or inherited):
            return [place._replace(name="ordförande")]
        told = self._led_in(setting, person) or self._captioned(setting)
        if told is not None:
            return [place._replace(name=told)]
        text = self._text(setting.sentence)
        if words.REPRESENTED.search(text):
            return self._representing(setting, place, bodies or ([inherited] if inherited else []))
        sits = words.SITS.search(text) or self._labelled(setting, bodies)
        if inherited is not None and not bodies and words.ELECTED.search(text):
            return [place._replace(name="ledamot")]
        return [place._replace(name="ledamot")] if bodies and sits else []

    def _labelled(self, setting: Setting, bodies: Sequence[Word]) -> bool:
        """Tell whether a body leads into those who sit in it: `Styrelse: A, ordförande, B`."""
        first = bodies[0] if bodies else None
        if first is None:
            return False
        before = self._between(setting.sentence.start, first.start)
        whose = not before or words.WHOSE.fullmatch(before)
        return bool(whose) and self._between(first.end, first.end + 1) == ":"

    def _led_in(self, setting: Setting, person: Named) -> str | None:
        """Return the role that the line above a list gives to those in it."""
        if setting.intro is None or not self._begins_item(person):
            return None
        told = [r for r in self.around.roles(setting.intro)[-1:] if not r.is_title]
        if told and told[0].name in OF_ONE and setting.caption.role is None:
            told = []  # somebody above has it
        if told and not self._text(setting.intro).rstrip().endswith("."):
            return told[0].name
        bodies = self.around.led_bodies(setting.intro)
        return "ledamot" if bodies and not self.around.bodies(setting.sentence) else None

    def _captioned(self, setting: Setting) -> str | None:
        """Return the role that captions give: their own, else that of a body's member."""
        if not self.around.is_listed(setting):
            return None
        if setting.caption.role is not None:
            return setting.caption.role.name
        return "ledamot" if setting.caption.body is not None else None

    def _leads(self, setting: Setting, person: Named) -> bool:
        """Tell whether a body works `under ledning av` a person, or with the person `i spetsen`."""
        before = self._between(setting.sentence.start, person.start)
        after = self._between(person.end, setting.sentence.end)
        return bool(
            words.LED.search(before) or (before.endswith(" med ") and words.AT_HEAD.match(after))
        )

    def _representing(self, setting: Setting, place: Word, bodies: Sequence[Word]) -> list[Word]:
        """Return what who represents somebody is: a member of a board, else a representative."""
        if bodies:
            seat = any(words.BOARD.search(body.name) for body in bodies)
            return [place._replace(name="ledamot" if seat else "representant")]
        told = self.around.network(setting, Named(place.start, place.end, "person", "", ""), None)
        return [place._replace(name="representant")] if told else []

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

    def _after(
        self, setting: Setting, person: Named, persons: Sequence[Named], roles: Sequence[Word]
    ) -> list[Word]:
        """Return the roles that follow a person, without those of the next one."""
        text = self.around.scene.flow.text
        starts: set[int] = set()
        for end in {person.end, self._past_organisation(setting, person)}:
            for pattern in words.BEFORE_ROLE:
                if match := pattern.match(text, end):
                    starts.add(match.end())
        starts |= {b.end + 1 for b in self.around.bodies(setting.sentence) if b.start in starts}
        following: list[Word] = []
        for role in roles:
            if role.start in starts and not self._leads_to_next(role, persons):
                following.append(role)
                joined = words.AND_ROLE.match(text, role.end)
                starts = {joined.end()} if joined else set()
        return following or self._of_line(setting, person, persons, roles)

    def _of_line(
        self, setting: Setting, person: Named, persons: Sequence[Named], roles: Sequence[Word]
    ) -> list[Word]:
        """Return the seat that ends a line of one person: `Åsa Ek, ideell sektor – ordförande`."""
        alone = len(persons) == 1 and self._begins_item(person)
        if not alone or is_prose(self._text(setting.sentence)):
            return []
        ends = setting.sentence.start + len(self._text(setting.sentence).rstrip(_END_OF_LINE))
        return [r for r in roles[-1:] if r.start > person.end and r.end == ends and not r.is_title]

    def _past_organisation(self, setting: Setting, person: Named) -> int:
        """Return where it is told whom a person is of: behind `Åsa Ek (S), Region X`."""
        text = self.around.scene.flow.text
        party = words.PARTY.match(text, person.end)
        position = party.end() if party else person.end
        for named in self.around.scene.within(
            Span(position, setting.sentence.end), "organisation", "place"
        ):
            if text[position : named.start] in {", ", "\n", " från ", ", från ", " i "}:
                position = named.end
        return position

    def _leads_to_next(self, role: Word, persons: Sequence[Named]) -> bool:
        """Tell whether a role stands right before another person: `, vice ordförande B`."""
        after = next((person.start for person in persons if person.start >= role.end), None)
        return (
            after is not None and self._between(role.end, after).strip(" :\n") in words.BEFORE_NAME
        )

    def _share(
        self, persons: Sequence[Named], own: list[list[Word]], roles: Sequence[Word]
    ) -> None:
        """Give a plural role to all of the group before it: `A och B, som är ledamöter`.

        A group that `med` opens has its own role whatever was told before it.
        """
        for index in range(len(persons) - 1, 0, -1):
            plural = [role for role in own[index] if self._is_plural(role)]
            if not plural or own[index - 1]:
                continue
            told = any(role.end <= persons[index - 1].start for role in roles)
            opened = self._between(persons[index - 1].start - 5, persons[index - 1].start)
            if (not told or opened == " med ") and self._joined(persons[index - 1], persons[index]):
                own[index - 1] = plural

    def _acts(self, role: Word) -> bool:
        """Tell whether a role is who does something: `Ordföranden prövar först A:s yrkande`."""
        return bool(words.ACTING.match(self._between(role.end - 2, role.end + 30)))

    def _is_plural(self, role: Word) -> bool:
        before = self._between(role.start - 10, role.start)
        return bool(
            words.PLURAL.search(self._between(role.start, role.end)) or words.ALL.search(before)
        )

    def _joined(self, one: Named, other: Named) -> bool:
        between = words.PARTY.sub("", self._between(one.end, other.start), count=1)
        return between.strip() in {",", "och", "samt", "&", ", och", ", samt"}

    def _title_before(
        self, person: Named, roles: Sequence[Word], taken: set[int], after: Sequence[Word]
    ) -> list[Word]:
        """Return a second role before a name: `Ordförande är chef A`.

        It may also be one at home: `Representant är nämndens ordförande A`.
        """
        before = [r for r in roles if r.end <= person.start and r.start not in taken]
        adjacent = before and not self._between(before[-1].end, person.start).strip()
        if after or not adjacent or len(before) < 2 or before[-2].is_title:
            return []
        if not words.IS.fullmatch(self._between(before[-2].end, before[-1].start)):
            return []
        if before[-1].is_title:
            return [before[-1]]
        return [before[-2]] if self.around.own_body_before(before[-1]) else []

    def _before(self, person: Named, roles: Sequence[Word], taken: set[int]) -> Word | None:
        """Return the role that leads to a person: a seat, else a title right before the name."""
        before = [r for r in roles if r.end <= person.start and r.start not in taken]
        seats = [role for role in before if not role.is_title and not self._acts(role)]
        if seats:
            return seats[-1]
        if not before:
            return None
        leads = words.LEADS_TO_NAME.fullmatch(self._between(before[-1].end, person.start))
        one = self._between(before[-1].start - 3, before[-1].start) == "en "
        return before[-1] if leads and (one or not leads["one"]) else None
