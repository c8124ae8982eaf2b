"""Roles that stand before a name: seats and titles that lead to the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.knowledge.relations.seats import role_words as words
from pipeline.knowledge.relations.seats.caption_lines import OF_ONE
from pipeline.knowledge.relations.seats.implied import ImpliedSeats
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Named, Span

_AND: Final = frozenset(
    {",", "och", "samt", "&", ", och", ", samt", "respektive", "resp.", ", respektive"}
)


@dataclass(frozen=True)
class RolesBefore(ImpliedSeats):
    """Tells the roles that lead to a person."""

    def _joined_to(
        self, before: Word | None, person: Named, roles: Sequence[Word], taken: set[int]
    ) -> list[Word]:
        """Return the title joined to a seat before a name: `regionråd i A och ordförande i B`."""
        if before is None or before.is_title or before.end > person.start:
            return []
        return [
            role
            for role in roles
            if role.is_title
            and role.start not in taken
            and words.JOINED_BEFORE.fullmatch(self._between(role.end, before.start))
        ]

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
        return between.strip() in _AND

    def _title_before(
        self, person: Named, roles: Sequence[Word], taken: set[int], after: Sequence[Word]
    ) -> list[Word]:
        """Return a second role before a name: `Ordförande är chef A`.

        It may also be one at home: `Representant är nämndens ordförande A`.
        """
        before = [r for r in roles if r.end <= person.start and r.start not in taken]
        adjacent = before and not self._between(before[-1].end, person.start).strip()
        title = before[-1] if before else None
        if after or title is None or not adjacent:
            return []
        seats = [place for place, role in enumerate(before[:-1]) if not role.is_title]
        if not seats or (not title.is_title and seats[-1] != len(before) - 2):
            return []
        # The first of several behind the seat: `Representanter är chef A och strateg B`.
        seat, first = before[seats[-1]], before[seats[-1] + 1]
        if not words.IS.fullmatch(self._between(seat.end, first.start)):
            return []
        if title.is_title:
            return [title]
        return [seat] if self.around.own_body_before(title) else []

    def _before(self, person: Named, roles: Sequence[Word], taken: set[int]) -> Word | None:
        """Return the role that leads to a person: a seat, else a title right before the name."""
        scene = self.around.scene
        told = Span(scene.sentence_at(person.start).start, person.start)
        said = words.SAID.match(scene.flow.text, *told)
        first = said.end() if said else 0
        free = (r for r in roles if first <= r.start and r.start not in taken)
        before = [r for r in free if r.end <= person.start and not self._in_brackets(r)]
        if not before:
            return None
        leads = words.LEADS_TO_NAME.fullmatch(self._between(before[-1].end, person.start))
        seats = [role for role in before if not role.is_title and not self._acts(role)]
        while seats and self._is_of_another(seats[-1], person):
            seats.pop()
        titled = leads and before[-1].is_title
        if seats:
            contact = titled and self._between(seats[-1].start, seats[-1].end) == "Kontakt:"
            return before[-1] if contact else seats[-1]
        one = self._between(before[-1].start - 3, before[-1].start) == "en "
        if (leads and (one or not leads["one"])) or self._lead_to_all(before[-1], person):
            return before[-1]
        return None

    def _in_brackets(self, role: Word) -> bool:
        """Tell whether a role is all that brackets hold, which says what stands before them."""
        around = self._between(role.start - 1, role.end + 1)
        return around.startswith("(") and around.endswith(")")

    def _lead_to_all(self, title: Word, person: Named) -> bool:
        """Tell whether titles stand before names in a row: `handläggarna A (skog) och B`."""
        told = self.around.scene.within(Span(title.end, person.start), "person")
        row = [*told, person]
        return (
            self._is_plural(title)
            and not self._between(title.end, row[0].start).strip(" :,\n")
            and all(self._joined(one, other) for one, other in pairwise(row))
        )

    def _is_of_another(self, seat: Word, person: Named) -> bool:
        """Tell whether the seat of one person leads to another's name: `ordförande A, chef B`."""
        others = self.around.scene.within(Span(seat.end, person.start), "person")
        return (
            (seat.name in OF_ONE or seat.name.endswith("ordförande"))
            and bool(others)
            and not self._between(seat.end, others[0].start).strip()
        )
