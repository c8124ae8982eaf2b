"""Which roles a sentence gives to the persons in it: those after them, before them, or implied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.seats import role_words as words
from pipeline.knowledge.relations.seats.elected import add_elections
from pipeline.knowledge.relations.seats.name_lines import reach_end
from pipeline.knowledge.relations.seats.roles_before import RolesBefore
from pipeline.knowledge.relations.seats.rolls import read_roll
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.vocabulary import OWN_BODY, Word
from pipeline.knowledge.scene import Named, Span

_TWO: Final = 2


@dataclass(frozen=True)
class RoleReader(RolesBefore):
    """Gives roles to persons."""

    def read(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> list[list[Word]]:
        """Return the roles of each person of a sentence; `inherited` is the body told before."""
        given = self._given(setting, persons, inherited) if persons else []
        return [
            self._with_office(setting, person, chosen, alone=len(persons) == 1)
            for person, chosen in zip(persons, given, strict=True)
        ]

    def _given(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> list[list[Word]]:
        roles = self.around.roles(setting.sentence)
        text = self.around.scene.flow.text
        rolled = read_roll(text, setting.sentence, persons, roles)
        if rolled:
            left = [person for person in persons if person.start not in rolled]
            held = {role.start for chosen in rolled.values() for role in chosen}
            free = [role for role in roles if role.start not in held]
            rest = dict(zip(left, self._each(setting, left, inherited, free), strict=True))
            return [rolled.get(person.start) or rest.get(person, []) for person in persons]
        return self._each(setting, persons, inherited, roles)

    def _each(
        self,
        setting: Setting,
        persons: Sequence[Named],
        inherited: Word | None,
        roles: Sequence[Word],
    ) -> list[list[Word]]:
        """Return the roles of each person by what stands beside and around it."""
        own = [self._after(setting, person, persons, roles) for person in persons]
        self._share(persons, own, roles)
        self._give_of_two(setting, persons, own, roles)
        bodies = self.around.bodies(setting.sentence)
        add_elections(self.around.scene, setting.sentence, persons, roles, bodies, own)
        taken = {role.start for after in own for role in after}
        return [
            self._with_seat(setting, person, self._told(person, roles, taken, after), inherited)
            for person, after in zip(persons, own, strict=True)
        ]

    def _give_of_two(
        self,
        setting: Setting,
        persons: Sequence[Named],
        own: list[list[Word]],
        roles: Sequence[Word],
    ) -> None:
        """Give a role to the one of two that is meant: `A och B, den senare som ersättare`."""
        meant = words.OF_TWO.search(self._text(setting.sentence))
        if meant is None or len(persons) != _TWO:
            return
        start = setting.sentence.start + meant.end()
        told = [role for role in roles if role.start == start]
        if told:
            own[-1 if meant["last"] else 0] = told

    def _told(
        self, person: Named, roles: Sequence[Word], taken: set[int], after: Sequence[Word]
    ) -> list[Word]:
        """Return the roles that stand before and behind a person and are that person's."""
        before = self._before(person, roles, taken)
        return [
            *self._chosen(person, before, after),
            *self._title_before(person, roles, taken, after),
            *self._joined_to(before, person, roles, taken),
        ]

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
        elsewhere = elsewhere and not own and self._is_told_where(setting, inherited)
        titled = all(role.is_title for role in chosen)
        seat = self.seat_of(setting, person) if self.around.is_listed(setting) else None
        attends = seat is not None and seat.name == "tjänsteperson" and not setting.caption.network
        no_network = setting.caption.seatless or setting.caption.network is None
        asked = no_network and seat is not None and seat.name == "kontaktperson"
        if titled and (attends or asked or self._among_officials(setting)):
            return chosen
        if titled and (seat is not None or self._goes_along(setting, person, chosen)):
            return [*self._default(setting, person, inherited), *chosen]
        sits = titled and (self._takes_seat(setting) or self._heads(setting, person))
        if elsewhere or sits or (listed and titled):
            return [*self._default(setting, person, inherited), *chosen]
        return chosen

    def _with_office(
        self, setting: Setting, person: Named, chosen: list[Word], *, alone: bool
    ) -> list[Word]:
        """Return the roles of a person, of whom a seat may be told by the office alone.

        `I styrgruppen ingår regiondirektör Åsa Ek` tells what she is there as, and so does
        `Styrgrupp: regiondirektör Åsa Ek`. A politician's title tells who that is, and so do
        titles in lists of members.
        """
        titles = [role for role in chosen if role.is_title]
        seats = [role for role in chosen if not role.is_title]
        if not titles or not seats or any(seat.start < seat.end for seat in seats):
            return chosen
        politician = any(words.POLITICIAN.search(title.name) for title in titles)
        if politician or words.PARTY.match(self.around.scene.flow.text, person.end):
            return chosen
        text = self._text(setting.sentence)
        told = is_prose(text) and not words.MEMBERS.search(text)
        if not told and not (alone and self._labelled(setting)):
            return chosen
        return [seats[0]._replace(name=title.name) for title in titles]

    def _goes_along(self, setting: Setting, person: Named, chosen: Sequence[Word]) -> bool:
        """Tell whether a line below a body of no network, a delegation, says who a member is."""
        body = setting.caption.body
        if body is None or setting.caption.network or OWN_BODY.fullmatch(body.name):
            return False
        staff = words.OFFICIALS.match(body.name) or words.OFFICE.search(body.name)
        serves = any(role.name.endswith("sekreterare") for role in chosen)
        return not staff and not serves and self._captioned(setting, person) is not None

    def _takes_seat(self, setting: Setting) -> bool:
        """Tell whether a title says who takes a seat: `i styrelsen sitter chef A`.

        In a group of officials the title is the seat: `chefsgruppen, bemannad med chef A`.
        """
        if not self._is_told_where(setting, None):
            return False
        text = self._text(setting.sentence)
        told = bool(words.SITS.search(text) or words.REPRESENTED.search(text))
        told = told or (self._labelled(setting) and bool(self._bodies(setting)))
        officials = any(words.OFFICIALS.match(body.name) for body in self._bodies(setting))
        return told and not officials

    def _heads(self, setting: Setting, person: Named) -> bool:
        """Tell whether a title says who leads a body: `styrelsen leds av regionrådet A`."""
        return bool(self._bodies(setting)) and self._leads(setting, person)

    def _chosen(self, person: Named, before: Word | None, after: Sequence[Word]) -> list[Word]:
        """Choose among the role before a person and those after: a seat before, a title after."""
        if not after:
            return [before] if before else []
        if before is not None and self._between(before.start, before.end) == "Kontakt:":
            return list(after)
        if before is not None and self._between(before.end, person.start).endswith(" genom "):
            return [before, *after]  # `är ordförande i X genom Åsa Ek (S), ledamot i fullmäktige`
        office = all(role.is_title or self._of_own_body(role) for role in after)
        if before is not None and not before.is_title and office:
            return [before, *after]
        adjacent = before is not None and not self._between(before.end, person.start).strip()
        if before is None or not adjacent:
            return list(after)
        home = before.is_title or self.around.own_body_before(before) is not None
        return [before, *after] if home else list(after)

    def _after(
        self, setting: Setting, person: Named, persons: Sequence[Named], roles: Sequence[Word]
    ) -> list[Word]:
        """Return the roles that follow a person, without those of the next one."""
        text = self.around.scene.flow.text
        past = reach_end(text, person.end)
        ends = {person.end, past, self._past_organisation(setting, person)}
        bodies = {body.end + 1: body.start for body in self.around.bodies(setting.sentence)}
        following: list[Word] = []
        for role in roles:
            if following:
                beside = bool(words.AND_ROLE.fullmatch(text, following[-1].end, role.start))
            else:
                starts = {role.start, bodies.get(role.start, role.start)}
                beside = any(self._leads_to(end, start) for end in ends for start in starts)
            labels = bool(words.LABELS.match(text, role.end)) and not following
            if beside and not labels and not self._leads_to_next(role, persons, roles):
                following.append(role)
        return following or self._of_line(setting, person, persons, roles)

    def _leads_to(self, end: int, start: int) -> bool:
        """Tell whether what stands between a person and a role makes it that person's."""
        text = self.around.scene.flow.text
        return 0 <= start - end <= words.LONGEST_WAY and any(
            pattern.fullmatch(text, end, start) for pattern in words.BEFORE_ROLE
        )

    def _of_line(
        self, setting: Setting, person: Named, persons: Sequence[Named], roles: Sequence[Word]
    ) -> list[Word]:
        """Return the seats that a line of one person tells: `Åsa Ek, hälsa – ordförande`."""
        alone = len(persons) == 1 and self._begins_item(person)
        if not alone or is_prose(self._text(setting.sentence)):
            return []
        ends = setting.sentence.start + len(self._text(setting.sentence).rstrip(words.END_OF_LINE))
        return [
            role
            for role in roles
            if role.start > person.end
            and not role.is_title
            and (role.end == ends or self._between(person.end, role.start).endswith(words.APART))
        ]

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

    def _leads_to_next(self, role: Word, persons: Sequence[Named], roles: Sequence[Word]) -> bool:
        """Tell whether a role stands before another person: `, vice ordförande B`.

        A title may stand between a seat and the name: `, ersättare chef B`.
        """
        after = next((person.start for person in persons if person.start >= role.end), None)
        if after is None:
            return False
        titles = [r.start for r in roles if r.is_title and role.end <= r.start < r.end == after - 1]
        points = [after, *titles] if not role.is_title else [after]
        return any(
            self._between(role.end, point).strip(" :\n") in words.BEFORE_NAME for point in points
        )

    def _share(
        self, persons: Sequence[Named], own: list[list[Word]], roles: Sequence[Word]
    ) -> None:
        """Give a plural role to all of the group before it: `A och B, som är ledamöter`.

        A group that `med` opens has its own role whatever was told before it, and so has one
        behind a role that was told behind its person: `A, ordförande, B och C, ledamöter`.
        """
        for index in range(len(persons) - 1, 0, -1):
            plural = [
                r
                for r in own[index]
                if (self._is_plural(r) and not self._in_brackets(r))
                or self._all_are(persons[index], r)
            ]
            if not plural or own[index - 1]:
                continue
            held = {role.start for before in own[: index - 1] for role in before}
            ends = [role.start for role in roles if role.end <= persons[index - 1].start][-1:]
            told = any(start not in held for start in ends)
            opened = self._between(persons[index - 1].start - 5, persons[index - 1].start)
            if (not told or opened == " med ") and self._joined(persons[index - 1], persons[index]):
                own[index - 1] = plural

    def _all_are(self, last: Named, role: Word) -> bool:
        """Tell whether a verb stands between the last of several persons and their role."""
        return bool(words.SHARED.fullmatch(self._between(last.end, role.start)))
