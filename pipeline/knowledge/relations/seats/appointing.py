"""Makes appointments of the persons and roles of a sentence, a line or a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.employers import HEAD_OF_OFFICE
from pipeline.knowledge.relations.seats.represented import represented
from pipeline.knowledge.relations.seats.roles import RoleReader
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.surroundings import Surroundings
from pipeline.knowledge.relations.seats.terms import year_of_seat
from pipeline.knowledge.relations.seats.vocabulary import OWN_BODY, Word
from pipeline.knowledge.scene import Named, Scene

_PART: Final = re.compile(r"utskottet\b", re.IGNORECASE)
_BOARD: Final = re.compile(r"styrelse", re.IGNORECASE)
# Who does not sit in what stands beside them.
_BESIDE: Final = re.compile(r"[a-zåäö]*revisor|kontaktp(?:erson|unkt)|föreståndare", re.IGNORECASE)
_PROJECT_ROLE: Final = re.compile(r"(?:del)?projekt(?:ledare|koordinator|samordnare|ägare)")


@dataclass(frozen=True)
class Appointing:
    """Makes appointments; `around` is what surrounds persons, `roles` gives them theirs."""

    around: Surroundings
    roles: RoleReader

    @property
    def scene(self) -> Scene:
        """What is read."""
        return self.around.scene

    def sentence(
        self, setting: Setting, persons: Sequence[Named], inherited: Word | None
    ) -> Iterator[Appointment]:
        """Yield what the persons of a sentence are; `inherited` is the body told before."""
        given = self.roles.read(setting, persons, inherited)
        for person, chosen in zip(persons, given, strict=True):
            seats = [role for role in chosen if not role.is_title]
            for role in chosen:
                bare = role.is_title and (bool(seats) or not self.roles.serves(setting))
                bare = bare or bool(_PROJECT_ROLE.fullmatch(role.name))
                told = inherited if not bare else None
                one = self.appoint(setting, person, role, told, bare=bare, seated=bool(seats))
                if self._is_in_part(setting, role, one):
                    yield replace(one, body=None)
                    one = replace(one, role="ledamot")
                yield one
                for other in self.around.in_brackets(person)[1:] if one.network_id else ():
                    yield replace(one, network_id=other.entity_id)

    def _is_in_part(self, setting: Setting, role: Word, one: Appointment) -> bool:
        """Tell whether a line names a part of the network in which a caption gives the seat.

        `Ersättare:` above `Åsa Ek (S) – utskottet COTER` tells of two seats.
        """
        captioned = role.start == role.end and setting.caption.role is not None
        part = one.body is not None and _PART.match(one.body)
        return bool(captioned and part and setting.caption.body is None)

    def appoint(
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
        # They do not sit in it, and the head of an office does not, either.
        beside = bool(_BESIDE.match(role.name))
        column = self.roles.seat_of(setting, person)  # of those who serve those who sit
        serves = column is not None and column.is_title and column.name == role.name
        beside = beside or serves
        body = None if bare or beside else self.around.body(setting, person, role, inherited)
        if role.name == "tjänsteperson" and body is not None and _BOARD.match(body.name):
            body = None  # told of in one list with who sits there
        own = body is not None and bool(OWN_BODY.fullmatch(body.name))
        if bare:
            network = self.around.employing_network(setting, person, role) if not seated else None
        else:
            network = self.around.network_of_seat(setting, person, role, body)
            if body is None and (role.is_title or beside) and not serves:
                network = self.around.employer(setting, role, network)
        of_office = network is not None and (bare or bool(HEAD_OF_OFFICE.fullmatch(role.name)))
        return Appointment(
            person,
            role.name,
            body.name.removesuffix("s") if body and own else body.name if body else None,
            network,
            network if of_office else represented(self.around.scene, setting, person),
            year_of_seat(self.around.scene, setting, person),
            setting.sentence,
            role.is_title,
        )
