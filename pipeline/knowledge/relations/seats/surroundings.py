"""What surrounds a person in the text: body and network of a role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.knowledge.relations.leads import is_prose, leads_in
from pipeline.knowledge.relations.seats.caption_lines import (
    NOBODIES,
    Caption,
    Reader,
    board_in,
    chooses,
)
from pipeline.knowledge.relations.seats.captions import captions
from pipeline.knowledge.relations.seats.meetings import Meetings
from pipeline.knowledge.relations.seats.name_lines import title_above, title_below
from pipeline.knowledge.relations.seats.role_words import ATTENDS
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.vocabulary import OWN_BODY, SEATS, Word
from pipeline.knowledge.scene import NETWORKS, Named, Span

_OF_ROLE: Final = re.compile(
    r" (?:i|för|av|inom|på|vid|till) (?:(?!(?:är|var|blir|och|samt) )[\w:-]+ ){0,3}?"
)
_JOINS: Final = frozenset({" och ", " samt ", ", "})
_CHOOSES: Final = re.compile(
    r"\b(?:utse|utså|välj|valt|valde|beslut|föresl|nominer)", re.IGNORECASE
)
# `Till ordförande i nämnden valdes`: what somebody is chosen for
_CHAIR_OF: Final = re.compile(r"\bordförande (?:i|för|av) $", re.IGNORECASE)
_INTO: Final = re.compile(
    r"(?: ?\([^()]*\))? (?:(?:ingår|ingick|sitter|satt|deltar|är med) (?:även |också )?)?"
    r"(?:i|till|inom) (?:(?:dess|[a-zåäö]+(?:ens|ets|ernas|nas)) )?"
)
# Before a body that is chosen into; without it the body may be whose choice it is.
_OBJECT: Final = re.compile(
    r"\b(?:i|till|av|för|inom|på|från|vid) (?:(?!(?:har|hade|ska) )[\w:-]+ ){0,4}$", re.IGNORECASE
)
# How far behind a body a name ends that the body leads to.
_NEXT: Final = 60
_GOVERNED: Final = re.compile(r"\b(?:leds|styrs|förvaltas)\b[^.]{0,40}? av ")


@dataclass(frozen=True)
class Surroundings(Meetings):
    """Looks around a person: in its sentence, in what leads into its list, in headings."""

    def with_caption(self, index: int, sentence: Span) -> Span:
        """Return a name alone in its block together with the line that is its title."""
        if sentence.start > self.scene.flow.blocks[index].start:
            return sentence
        below = title_below(self.scene, self.roles, index)
        above = title_above(self.scene, self.roles, index)
        if above is not None and not (below and self.roles(below)):
            return Span(above.start, sentence.end)
        return Span(sentence.start, below.end) if below is not None else sentence

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """What the captions above each block tell."""
        return captions(self.scene, Reader(self.bodies, self.roles))

    def is_listed(self, setting: Setting) -> bool:
        """Tell whether a person stands in a line of a list, no sentence, below captions."""
        line = NOBODIES.sub("", self.scene.text(setting.sentence))
        return setting.caption != Caption() and not is_prose(line)

    def body(
        self, setting: Setting, person: Named, role: Word, inherited: Word | None
    ) -> Word | None:
        """Return the body of a role: the one it names, else the nearest told of.

        Who is told to be `ledamot i X` in a list is that in X, and not in the list's body.
        """
        if (beside := self._body_beside(setting, person, role)) is not None:
            return beside
        where = self.network_of_role(setting, role) if role.end > role.start else None
        above = setting.caption.network
        if where is not None and not (above and above.entity_id == where.entity_id):
            return board_in(self.scene, role)
        return self._body_above(setting, person, role, inherited) or self._body_led_to(
            setting, person, role
        )

    def network_of_seat(
        self, setting: Setting, person: Named, role: Word, body: Word | None
    ) -> str | None:
        """Return the network of a seat: none of a body at home, else the one behind the role."""
        own = body is not None and board_in(self.scene, role) is None  # `regionens styrelseledamot`
        if own and body and (OWN_BODY.fullmatch(body.name) or self.is_issuers(body)):
            return self._captioned_with(setting, body)
        where = self.network_of_role(setting, role)
        found = where.entity_id if where else self.network(setting, person, body)
        if found is None and body is None and not (role.is_title or setting.caption.seatless):
            only = self.only_one(person)
            return only.entity_id if only else None
        return found

    def _captioned_with(self, setting: Setting, body: Word) -> str | None:
        """Return the network that a caption names with a body, which then is none at home.

        `Föreningen X, programnämnden`
        """
        caption = setting.caption
        if caption.body != body or caption.network is None or caption.network.type != "network":
            return None
        between = self.scene.flow.text[caption.network.end : body.start]
        return caption.network.entity_id if between == ", " else None

    def _body_beside(self, setting: Setting, person: Named, role: Word) -> Word | None:
        """Return the body that the sentence tells: by the role, before, or behind the person."""
        if role.end > role.start and (named := self.own_body_before(role)):
            return named
        following = [b for b in self.bodies(setting.sentence) if b.start >= role.end]
        leads = following and self.scene.flow.text[role.end : following[0].start]
        beside = leads == " " and not self._heads_next(following[0], person)
        if leads and (_OF_ROLE.fullmatch(leads) or beside):
            return following[0]
        bodies = self._seats_of(setting.sentence, person, role)
        if (own := self._in_body(bodies, person, role)) is not None:
            return own
        if (where := self.network_of_role(setting, role)) is not None:
            return next((b for b in following if self.is_its(where, b)), None)
        before = [body for body in bodies if body.end <= person.start]
        if before:
            return before[-1]
        others = bodies and (
            self._of_another(role, bodies[0], person) or self._heads_next(bodies[0], person)
        )
        return bodies[0] if bodies and not others else None

    def _heads_next(self, body: Word, person: Named) -> bool:
        """Tell whether a body begins a line that ran into a person's: `Bo Al Presidium Cia Dal`."""
        text = self.scene.flow.text
        after = self.scene.within(Span(body.end, body.end + _NEXT), "person")[:1]
        between = text[body.end : after[0].start].strip(" :") if after else "-"
        return person.end < body.start and text[body.start].isupper() and not between

    def _in_body(self, bodies: Sequence[Word], person: Named, role: Word) -> Word | None:
        """Return the body right behind a person that no role stands behind: `A i X och B i Y`.

        Of a role in brackets it is the one right before them.
        """
        text = self.scene.flow.text
        if role.start > person.end and text[role.start - 1] == "(":
            return next((b for b in bodies if b.end == role.start - 2), None)
        if role.start > person.end:
            return None
        return next((b for b in bodies if _INTO.fullmatch(text, person.end, b.start)), None)

    def _body_above(
        self, setting: Setting, person: Named, role: Word, inherited: Word | None
    ) -> Word | None:
        """Return the body of the captions above a list, else the one told of before."""
        caption = setting.caption
        if caption.body is not None and self.is_listed(setting):
            return caption.body
        if self.presides(role, person):
            return self.body_of_title(role)
        if inherited is None or self._is_of_other(inherited, person):
            return None
        if caption.network and inherited.start < caption.network.start:
            return None  # told of another network
        seat = role.name in SEATS or role.name == "representant" or role.end == role.start
        return inherited if seat else None

    def _body_led_to(self, setting: Setting, person: Named, role: Word) -> Word | None:
        """Return the body inside a role, that of the lead, or the one whose document this is."""
        if (board := board_in(self.scene, role)) is not None:
            return board
        if ATTENDS.match(self.scene.text(setting.sentence)):
            return self.body_of_title(role)
        told = self._body_of_intro(setting.intro) if setting.intro is not None else None
        elsewhere = setting.caption.network or self._near(setting, person.start)
        elsewhere = elsewhere or self._tied(setting, None)
        return told if told or elsewhere else self.body_of_title(role)

    def _of_another(self, role: Word, body: Word, person: Named) -> bool:
        """Tell whether a body is that of a later role: `vice ordförande för X och ordförande i`."""
        next_one = self.scene.within(Span(max(role.end, person.end), body.start), "person")[:1]
        if next_one and self.scene.flow.text[role.end : next_one[0].start] in _JOINS:
            return False  # one body of several: `A till ledamot och B till ersättare i styrelsen`
        later = self.roles(Span(max(role.end, person.end), max(body.start, role.end, person.end)))
        return any(
            one.start > role.start
            and not one.is_title
            and _OF_ROLE.fullmatch(self.scene.flow.text[one.end : body.start])
            for one in later
        )

    def _is_of_other(self, body: Word, person: Named) -> bool:
        """Tell whether another network was named since a body was told of."""
        told = self._told_with(body)
        end = self.scene.sentence_at(person.start).end
        since = self.scene.within(Span(body.end, max(body.end, end)), "network")
        return any(told is None or n.entity_id != told.entity_id for n in since)

    def _seats_of(self, sentence: Span, person: Named, role: Word) -> list[Word]:
        """Return the bodies of a sentence; of a region's own, those that somebody leads.

        Who is chosen by a body does not sit in it.
        """
        text = self.scene.text(sentence)
        outer = [
            body
            for body in self.outer_bodies(sentence)
            if _OBJECT.search(text[: body.start - sentence.start])
            or not chooses(text, body.end - sentence.start)
        ]
        leads = role.name.endswith("ordförande")
        if outer or not leads or self.scene.within(sentence, *NETWORKS):
            return outer
        before = [body for body in self.bodies(sentence) if body.end <= person.start]
        chosen = (
            before
            and _CHOOSES.search(self.scene.flow.text[before[-1].end : sentence.end])
            and not _CHAIR_OF.search(self.scene.flow.text[sentence.start : before[-1].start])
        )
        return [] if chosen else before[-1:]

    def led_bodies(self, intro: Span) -> list[Word]:
        """Return the bodies that a lead names, else those that its paragraph names before it."""
        block = self.scene.flow.blocks[self.scene.flow.block_at(intro.start)]
        return self.outer_bodies(intro) or self.outer_bodies(Span(block.start, intro.start))

    def _body_of_intro(self, intro: Span) -> Word | None:
        """Return the body that the intro names, else the one said to govern the network."""
        bodies = self.led_bodies(intro)
        if bodies:
            return bodies[-1] if self._leads_to_list(intro, bodies[-1]) else None
        start = self._start_of_network(intro.start)
        if start is None or self._is_of_none_before(start, intro):
            return None
        text = self.scene.flow.text[start : intro.start]
        for match in _GOVERNED.finditer(text):
            after = Span(start + match.end(), min(start + match.end() + 60, intro.start))
            governing = self.bodies(after)
            if governing:
                return governing[0]
        told = [
            body
            for body in self.outer_bodies(Span(start, intro.start))
            if " för " not in body.name or self._leads_to_list(intro, body)
        ]
        return told[-1] if len({body.name for body in told}) == 1 else None

    def _is_of_none_before(self, start: int, intro: Span) -> bool:
        """Tell whether a lead names networks of which nothing was told before it."""
        before = {n.entity_id for n in self.scene.within(Span(start, intro.start), "network")}
        led = {n.entity_id for n in self.scene.within(intro, "network")}
        return bool(led) and before.isdisjoint(led)

    def _leads_to_list(self, intro: Span, body: Word) -> bool:
        """Tell whether a paragraph that leads into a list names a body of those in the list.

        One in which somebody else is told to sit does not: `Åsa Ek leder arbetsgruppen.`
        """
        led = intro.start <= body.start and leads_in(self.scene.text(intro))
        return led or not self.scene.within(self.scene.sentence_at(body.start), "person")

    def _start_of_network(self, offset: int) -> int | None:
        """Return where the sections begin that are about the network of the section here."""
        section = self.scene.section_at(offset)
        if section is None:
            return None
        about = self.scene.headed(section, *NETWORKS)
        start = self.scene.section_span(section).start
        while about is not None and start > 0:
            before = self.scene.section_at(start - 1)
            headed = self.scene.headed(before, *NETWORKS)
            if before is None or headed is None or headed.entity_id != about.entity_id:
                break
            start = self.scene.section_span(before).start
        return start
