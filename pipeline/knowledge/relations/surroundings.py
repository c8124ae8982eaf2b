"""What surrounds a person in the text: body, network, organisation and year of a role."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from pipeline.knowledge.dates import year_of_statement
from pipeline.knowledge.relations.bodies import Bodies
from pipeline.knowledge.relations.captions import Caption, Reader, captions, is_prose
from pipeline.knowledge.relations.vocabulary import SEATS, Word
from pipeline.knowledge.scene import NETWORKS, Named, Span
from pipeline.knowledge.textflow import BlockKind

_OF_ROLE: Final = re.compile(r" (?:i|för|av|inom|på) (?:(?!(?:är|var|blir) )[\w:-]+ ){0,3}?")
_LAST_TOLD: Final = re.compile(
    r"\b(?:sistnämnd\w+|senare|nätverkets?|dess|där|dit|kontorets?|rådets|föreningens?"
    r"|organisationens?|samarbetets?|förbundets|alliansens?|kommissionens?|programmets|områdets)\b"
    r"|^(?:den|platsen|uppdraget) ",
    re.IGNORECASE,
)
_HEAD_OF_OFFICE: Final = re.compile(
    r"kontorschef|kanslichef|verksamhetsledare|generalsekreterare|föreståndare|sekretariatschef",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"chef|kontorschef|föreståndare|kanslichef|verksamhetsledare")
_THE_OFFICE: Final = re.compile(r"\b(?:kontoret|kansliet|sekretariatet)\b", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(r"(?:(?i:kommunens|regionens|landstingets)|[A-ZÅÄÖ][a-zåäö]+s) $")
_OWN_OFFICE: Final = re.compile(
    r"\b(?:förbundets|regionens|kommunens|landstingets|stadens) $", re.IGNORECASE
)
_CHOOSES: Final = re.compile(
    r"\b(?:utse|utså|välj|valt|valde|beslut|föresl|nominer)", re.IGNORECASE
)
_TOP_BLOCKS: Final = 8
# A body that has a name of its own: `Partnerskapet Norra Sverige`.
_HAS_NAME: Final = re.compile(r"\w [^\W\d_a-zåäö]")
# Blocks above a title that name who writes: `Internationella beredningen`, `PROTOKOLL`.
_LETTERHEAD: Final = 2
_GOVERNED: Final = re.compile(r"\b(?:leds|styrs|förvaltas)\b[^.]{0,40}? av ")


class Setting(NamedTuple):
    """What surrounds a person: its sentence, what leads into its list, and captions above."""

    sentence: Span
    intro: Span | None
    caption: Caption = Caption()


@dataclass(frozen=True)
class Surroundings(Bodies):
    """Looks around a person: in its sentence, in what leads into its list, in headings."""

    def with_caption(self, index: int, sentence: Span) -> Span:
        """Return a name alone in its block together with the short block below, its title."""
        blocks = self.scene.flow.blocks
        if index + 1 == len(blocks) or blocks[index].kind is not BlockKind.TEXT:
            return sentence
        below = blocks[index + 1]
        alone = self.scene.within(sentence, "person")[:1]
        if not alone or alone[0].start > blocks[index].start:
            return sentence
        rest = self.scene.flow.text[alone[0].end : sentence.end]
        if below.kind is not BlockKind.TEXT or len(below.text) > 80 or len(rest.strip()) > 6:
            return sentence
        under = Span(below.start, below.end)
        if self.scene.within(under, "person"):
            return sentence
        if self.scene.within(under, *NETWORKS) and not self.roles(under):
            return sentence
        return Span(sentence.start, below.end)

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """What the captions above each block tell."""
        return captions(self.scene, Reader(self.bodies, self.roles))

    def is_listed(self, setting: Setting) -> bool:
        """Tell whether a person stands in a line of a list, no sentence, below captions."""
        return setting.caption != Caption() and not is_prose(self.scene.text(setting.sentence))

    @cached_property
    def roles(self) -> Callable[[Span], list[Word]]:
        """Returns the roles that a stretch of text names, none of them part of a person's name."""
        return cache(self._roles)

    def _roles(self, span: Span) -> list[Word]:
        roles = self.vocabulary.find_roles(self.scene.text(span), span.start)
        taken = [
            (named.start, named.end) for named in self.scene.within(span) if named.type == "person"
        ]
        free = [r for r in roles if not any(a < r.end and r.start < b for a, b in taken)]
        return [role._replace(is_title=role.is_title or self._at_home(role)) for role in free]

    def _at_home(self, role: Word) -> bool:
        """Tell whether a role is an office of the issuer's own: `förbundets ordförande`."""
        before = self.scene.flow.text[max(0, role.start - 20) : role.start]
        return role.name == "ordförande" and bool(_OWN_OFFICE.search(before))

    def employing_network(self, setting: Setting, person: Named, role: Word) -> str | None:
        """Return the network whose staff a title is of: by its genitive, or as it tells itself."""
        for named in self.scene.within(setting.sentence, *NETWORKS):
            between = self.scene.flow.text[named.end : role.start]
            if named.end <= role.start and between in {" ", "s ", ":s "}:
                return named.entity_id
        if _HEAD_OF_OFFICE.fullmatch(role.name):
            headed = self.scene.headed(self.scene.section_at(role.start), "network")
            if headed is not None:
                return headed.entity_id
        text = self.scene.text(setting.sentence)
        if _HEAD.fullmatch(role.name) and _THE_OFFICE.search(text):
            told = self._last_in_section(person.start)
            return told.entity_id if told is not None else None
        author = self.scene.author
        before = self.scene.flow.text[max(0, role.start - 30) : role.start]
        if author is None or _OF_ANOTHER.search(before):
            return None
        rest = Span(max(role.end, person.end), setting.sentence.end)
        elsewhere = self.scene.within(rest, "organisation")[:1]
        of_other = elsewhere and not self.scene.flow.text[rest.start : elsewhere[0].start].strip(
            ", "
        )
        return None if of_other else author.entity_id

    def body(
        self, setting: Setting, person: Named, role: Word, inherited: Word | None
    ) -> Word | None:
        """Return the body of a role: the one it names, else the nearest in the sentence."""
        named = self.own_body_before(role) if role.end > role.start else None
        if named is not None:
            return named
        bodies = self._seats_of(setting.sentence, person, role)
        following = [b for b in self.bodies(setting.sentence) if b.start >= role.end]
        if following and _OF_ROLE.fullmatch(self.scene.flow.text[role.end : following[0].start]):
            return following[0]
        before = [b for b in bodies if b.end <= person.start]
        if before or bodies:
            return before[-1] if before else bodies[0]
        caption = setting.caption
        if caption.body is not None and self.is_listed(setting):
            return caption.body
        if inherited and caption.network and inherited.start < caption.network.start:
            inherited = None  # told of another network
        if inherited is not None and self._is_of_other(inherited, person):
            inherited = None
        if inherited is not None and (role.name in SEATS or role.end == role.start):
            return inherited
        told = self._body_of_intro(setting.intro) if setting.intro is not None else None
        elsewhere = setting.caption.network or self._near(setting, person.start)
        return told if told or elsewhere else self._body_of_title(role)

    def _is_of_other(self, body: Word, person: Named) -> bool:
        """Tell whether another network was named since a body was told of."""
        told = self._told_with(body)
        since = self.scene.within(Span(body.end, max(body.end, person.start)), "network")
        return any(told is None or n.entity_id != told.entity_id for n in since)

    def _seats_of(self, sentence: Span, person: Named, role: Word) -> list[Word]:
        """Return the bodies of a sentence; of a region's own, those that somebody leads.

        Who is chosen by a body does not sit in it.
        """
        outer = self.outer_bodies(sentence)
        leads = role.name.endswith("ordförande")
        if outer or not leads or self.scene.within(sentence, *NETWORKS):
            return outer
        before = [body for body in self.bodies(sentence) if body.end <= person.start]
        chosen = before and _CHOOSES.search(self.scene.flow.text[before[-1].end : sentence.end])
        return [] if chosen else before[-1:]

    def _body_of_title(self, role: Word) -> Word | None:
        """Return the body whose own document this is: `Minnesanteckningar från styrgruppen`."""
        profile, blocks = self.scene.profile, self.scene.flow.blocks
        own = self.scene.author is not None or profile.document_type == "minutes"
        if not own or role.name not in SEATS:
            return None
        title = profile.title_block or 0
        top = blocks[max(title - _LETTERHEAD, 0) : title + _TOP_BLOCKS]
        named = (body for block in top for body in self.bodies(Span(block.start, block.end)))
        return next(named, None)

    def _body_of_intro(self, intro: Span) -> Word | None:
        """Return the body that the intro names, else the one said to govern the network."""
        bodies = self.outer_bodies(intro)
        if bodies:
            return bodies[-1]
        start = self._start_of_network(intro.start)
        if start is None:
            return None
        text = self.scene.flow.text[start : intro.start]
        for match in _GOVERNED.finditer(text):
            after = Span(start + match.end(), min(start + match.end() + 60, intro.start))
            governing = self.bodies(after)
            if governing:
                return governing[0]
        told = self.bodies(Span(start, intro.start))
        return told[-1] if len({body.name for body in told}) == 1 else None

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

    def network(self, setting: Setting, person: Named, body: Word | None) -> str | None:
        """Return the network named nearest, else that of captions, headings or the paragraph."""
        if body is not None and _HAS_NAME.search(body.name):
            return None
        near = self._near(setting, body.start if body else person.start)
        if near is not None:
            return near.entity_id
        block = self.scene.flow.blocks[self.scene.flow.block_at(person.start)]
        earlier = self.scene.within(Span(block.start, person.start), *NETWORKS)
        last = earlier[-1] if earlier else None
        if _LAST_TOLD.search(self.scene.text(setting.sentence)):
            last = _last_network(earlier) or self._last_in_section(block.start)
            if last is not None:
                return last.entity_id
        earlier_body = body is not None and body.start < setting.sentence.start
        told = self._told_with(body) if body is not None and earlier_body else None
        captioned = setting.caption.network if last is None else None
        headed = self.scene.headed(self.scene.section_at(person.start), *NETWORKS)
        if headed is not None and headed.entity_id == self.scene.issuer:
            headed = last or headed
        found = told or captioned or headed or last
        return found.entity_id if found is not None else None

    def _near(self, setting: Setting, point: int) -> Named | None:
        """Return the network nearest to a point in the sentence, else in the line above."""
        for span in (setting.sentence, setting.intro):
            near = self.scene.within(span, *NETWORKS) if span is not None else []
            if near:
                return min(near, key=lambda named: _distance(named, point))
        return None

    def _last_in_section(self, end: int) -> Named | None:
        """Return the network that was named last in the section, before `end`."""
        section = self.scene.section_at(end)
        start = self.scene.section_span(section).start if section is not None else 0
        return _last_network(self.scene.within(Span(start, end), *NETWORKS))

    def _told_with(self, body: Word) -> Named | None:
        """Return the network of the sentence that told of a body before."""
        told = self.scene.within(self.scene.sentence_at(body.start), *NETWORKS)
        return min(told, key=lambda named: _distance(named, body.start)) if told else None

    def organisation(self, setting: Setting, person: Named) -> str | None:
        """Return who is represented: named before the person, else the issuer."""
        near = self.scene.within(setting.sentence, "organisation")
        before = [named for named in near if named.end <= person.start]
        if setting.intro is not None and not before:
            before = self.scene.within(setting.intro, "organisation")[:1]
        return before[-1].entity_id if before else self.scene.issuer

    def year(self, setting: Setting) -> int | None:
        """Return the year of a statement, else of the document."""
        for span in (setting.sentence, setting.intro):
            if span is not None:
                year = year_of_statement(self.scene.text(span))
                if year is not None:
                    return year
        return self.scene.year


def _last_network(told: Sequence[Named]) -> Named | None:
    """Return the last network; the last programme or fund only where there is none."""
    networks = [named for named in told if named.type == "network"]
    return next(reversed(networks or told), None)


def _distance(named: Named, point: int) -> int:
    return min(abs(named.start - point), abs(named.end - point))
