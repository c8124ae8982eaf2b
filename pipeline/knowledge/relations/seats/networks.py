"""Which network a role is in, or whose staff a title is of."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.seats.caption_lines import is_own
from pipeline.knowledge.relations.seats.employers import OF_BODY, Employers, last_network
from pipeline.knowledge.relations.seats.open_titles import open_titles
from pipeline.knowledge.relations.seats.role_words import ATTENDS, GOVERNING
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.vocabulary import FOR_ABROAD, OWN_BODY, Word
from pipeline.knowledge.scene import NETWORKS, Named, Span
from pipeline.knowledge.textflow import BlockKind

_ITS_BODY: Final = re.compile(r"(?::?s)? (?:[a-zåäö]+a )?")
_LAST_TOLD: Final = re.compile(
    r"\b(?:nätverkets?|dess|kontorets?|rådets|föreningens?"
    r"|organisationens?|samarbetets?|förbundets|alliansens?|kommissionens?|programmets|områdets)\b"
    r"|^(?:den|platsen|uppdraget) ",
    re.IGNORECASE,
)
# What points to whatever was told of last, be it a programme.
_THERE: Final = re.compile(r"\b(?:sistnämnd\w+|senare|där|dit)\b", re.IGNORECASE)
# The same of what is a network and nothing else.
_LAST_NETWORK: Final = re.compile(
    r"\b(?:sällskap|krets|gemenskap|forum|union|plattform|euroregion|sammanslutning|konsorti"
    r"|initiativ|partnerskap|klubb)(?:et|en)s?\b",
    re.IGNORECASE,
)
# What somebody is no longer, or never was: `ersättare för ombuden`, `utan att vara ledamot`.
_PAST: Final = re.compile(
    r"\b(?:avgående|tidigare|förre|förra|f\.?d\.?|dåvarande|(?:ersättare|suppleant(?:er)?) för"
    r"|utan att vara) $",
    re.IGNORECASE,
)
_LONGEST_PAST: Final = 18
_OURS: Final = "regionens|kommunens|landstingets|stadens"
_OWN_OFFICE: Final = re.compile(rf"\b(?:förbundets|{_OURS}) $", re.IGNORECASE)
_AT_HOME: Final = re.compile(rf"\b(?:{_OURS}) $", re.IGNORECASE)
# Up to a body that a board at home has set up.
_SETS_UP: Final = Anchored(
    r"(?:styrelsen|fullmäktige|direktionen|nämnden|regionen|kommunen|landstinget) har"
    r" (?:\w+ )?(?:inrättat|tillsatt|bildat) (?:en|ett) (?:(?:särskild|egen|ny)t? )?",
    re.IGNORECASE,
)
_THE_ASSOCIATION: Final = re.compile(r"\b(?:förbund|förening)(?:et|en)s?\b", re.IGNORECASE)
_ASSOCIATION: Final = re.compile(r"(?:förbund|förening)\w*$", re.IGNORECASE)
# Such as a network has, and more seldom a region or municipality.
_OF_NETWORK: Final = re.compile(
    r"styrelse|styrgrupp|styrkommitt|direktion|presidi|församling|\bLAG\b|^råd", re.IGNORECASE
)
# Such as a project has.
_OF_PROJECT: Final = re.compile(r"(?:styr|projekt|referens|arbets|lednings)grupp", re.IGNORECASE)
# A name of three words or more is one that nothing else has.
_PROPER_SPACES: Final = 2
# A body that has a name of its own, unless it is one that a programme has for a part of it:
# `Partnerskapet Norra Sverige`, but not `styrkommittén för Inre Skandinavien` or `Temagrupp A`.
_HAS_NAME: Final = re.compile(
    r"(?!.*(?i:(?:styr|övervaknings)kommitté|(?:arbets|ämnes|tema)grupp)"
    r"|.*(?:utskott|kommitté)(?:et|n)? [A-Z]+(?:$| för [a-zåäö])"
    r"|.*(?i:bureau|board|committee|group|assembly|force)$)"
    r".*\w [^\W\d_a-zåäö]"
)


@dataclass(frozen=True)
class Networks(Employers):
    """Finds the network of a role: in its sentence, in what leads to it, in headings."""

    @cached_property
    def roles(self) -> Callable[[Span], list[Word]]:
        """Returns the roles that a stretch of text names, none of them part of a person's name."""
        return cache(self._roles)

    def _roles(self, span: Span) -> list[Word]:
        roles = self.vocabulary.find_roles(self.scene.text(span), span.start)
        persons = self.scene.within(span, "person")
        taken = [(person.start, person.end) for person in persons]
        roles += [
            title
            for title in open_titles(self.scene.flow.text, persons)
            if span.start <= title.start < span.end
            and not any(r.start < title.end and title.start < r.end for r in roles)
        ]
        free = [r for r in sorted(roles) if not any(a < r.end and r.start < b for a, b in taken)]
        free = [
            r
            for r in free
            if not _PAST.search(self.scene.flow.text[max(0, r.start - _LONGEST_PAST) : r.start])
        ]
        return [role._replace(is_title=role.is_title or self._at_home(role)) for role in free]

    def _at_home(self, role: Word) -> bool:
        """Tell whether a role is an office of the issuer's own: `förbundets ordförande`.

        `Regionens ordförande i X:s styrelse` is its chair there.
        """
        before = self.scene.flow.text[max(0, role.start - 20) : role.start]
        if role.name != "ordförande" or not _OWN_OFFICE.search(before):
            return False
        sentence = self.scene.sentence_at(role.start)
        return self.network_of_role(Setting(sentence, None), role) is None

    def is_issuers(self, body: Word) -> bool:
        """Tell whether a body is said to be one at home: `stadens internationella beredning`.

        It is one that a board at home has set up, or for its dealings with abroad, too.
        """
        if self.scene.author is None and FOR_ABROAD.fullmatch(body.name):
            return True
        before = self.scene.flow.text[max(0, body.start - 20) : body.start]
        return bool(_AT_HOME.search(before)) or _stem(body.name) in self._set_up

    @cached_property
    def _set_up(self) -> frozenset[str]:
        """The bodies that boards at home have set up: `Styrelsen har inrättat en kommitté`."""
        ends = {match.end() for match in _SETS_UP.finditer(self.scene.flow.text)}
        return frozenset(_stem(body.name) for body in self._printed if body.start in ends)

    def network(self, setting: Setting, person: Named, body: Word | None) -> str | None:
        """Return the network named nearest, else that of captions, headings or the paragraph."""
        if body is not None and _HAS_NAME.match(body.name):
            return None
        if self.scene.author and ATTENDS.match(self.scene.text(setting.sentence)):
            return self.scene.author.entity_id  # whom they come from is named beside them
        near = next(iter(self.in_brackets(person)), None)
        near = near or (self.network_behind(body) if body else self.behind_person(person))
        near = near or self._near(setting, body.start if body else person.start)
        near = near or self._tied(setting, body)
        if near is not None:
            return near.entity_id
        block = self.scene.flow.blocks[self.scene.flow.block_at(person.start)]
        earlier = self.scene.within(Span(block.start, person.start), *NETWORKS)
        last = next((n for n in reversed(earlier) if n.type != "fund"), None)
        if (meant := self._pointed_to(setting, earlier, block.start)) is not None:
            return meant.entity_id
        if self._names_kind(setting.sentence):
            told = last or self.last_in_section(block.start)
            if told is not None and told.type == "network":
                return told.entity_id
        earlier_body = body is not None and body.start < setting.sentence.start
        told = self._told_with(body) if body is not None and earlier_body else None
        captioned = setting.caption.network if last is None else None
        headed = self.scene.headed(self.scene.section_at(person.start), *NETWORKS)
        if headed is not None and headed.type != "network" and self.scene.author:
            headed = self.scene.author
        if headed is not None and headed.entity_id == self.scene.issuer:
            headed = last or headed
        found = told or captioned or headed or last
        project = self.scene.project_of(person.start)
        if found is not None and found.type != "network" and project:
            found = None  # what pays for a project has no part in its bodies
        if found is None and project and body is not None and _OF_PROJECT.search(body.name):
            found = project
        if found is None and body is not None and not OWN_BODY.fullmatch(body.name):
            found = self.only_one(person)
        if found is None and not setting.caption.seatless:
            found = self._association(setting, body) or self._governed(setting, body)
            found = found or self._of_title(body)
        return found.entity_id if found is not None else None

    def _names_kind(self, sentence: Span) -> bool:
        """Tell whether a sentence has a noun for a network that is no part of a body."""
        kinds = _LAST_NETWORK.finditer(self.scene.flow.text, *sentence)
        bodies = self.bodies(sentence)
        return any(all(not b.start <= kind.start() < b.end for b in bodies) for kind in kinds)

    def _pointed_to(self, setting: Setting, earlier: Sequence[Named], start: int) -> Named | None:
        """Return what `där` or `nätverkets` stands for in a sentence, of what was told `earlier`.

        It is in the paragraph that begins at `start`, else in the section before it.
        """
        text = self.scene.text(setting.sentence)
        if (spoken := self._spoken_of(setting.sentence)) is not None:
            return spoken
        if _THERE.search(text) and earlier and not _LAST_TOLD.search(text):
            return earlier[-1]
        if _THERE.search(text) or _LAST_TOLD.search(text):
            return last_network(earlier) or self.last_in_section(start)
        return None

    def _spoken_of(self, sentence: Span) -> Named | None:
        """Return the network that a noun stands for by its name: `kontorets styrelse`.

        It is one that the section has named before.
        """
        meant = self.scene.spoken_of
        first = bisect_left(meant, sentence.start, key=lambda named: named.start)
        told = takewhile(lambda named: named.end <= sentence.end, meant[first:])
        section = self.scene.section_at(sentence.start)
        start = self.scene.section_span(section).start if section is not None else 0
        near = {named.entity_id for named in self.scene.within(Span(start, sentence.end))}
        return next((n for n in told if n.type == "network" and n.entity_id in near), None)

    def only_one(self, person: Named) -> Named | None:
        """Return the one network that the section told of before a person."""
        section = self.scene.section_at(person.start)
        start = self.scene.section_span(section).start if section is not None else 0
        told = self.scene.within(Span(start, person.start), "network")
        if len({named.entity_id for named in told}) != 1:
            return None
        again = sum(named.entity_id == told[0].entity_id for named in self.scene.names) > 1
        thing = self.scene.registry.thing(told[0].entity_id)
        return told[0] if again or thing.known or thing.name.count(" ") >= _PROPER_SPACES else None

    def _association(self, setting: Setting, body: Word | None) -> Named | None:
        """Return what `förbundet` stands for, here or where the body was told of."""
        spans = [setting.sentence]
        if body is not None:
            spans.append(self.scene.sentence_at(body.start))
        if not any(_THE_ASSOCIATION.search(self.scene.text(span)) for span in spans):
            return None
        told = self.scene.within(Span(0, setting.sentence.end), "organisation")
        joint = [n for n in told if _ASSOCIATION.search(self.scene.name_of(n.entity_id))]
        return joint[-1] if joint and not is_own(self.scene, joint[-1]) else None

    def _governed(self, setting: Setting, body: Word | None) -> Named | None:
        """Return the one network that a document names, whose body is told of above a list.

        In running text it is only the body that nothing but an association is governed by.
        """
        if body is None or OWN_BODY.fullmatch(body.name):
            return None
        listed = body == setting.caption.body and _OF_NETWORK.search(body.name)
        if not listed and not GOVERNING.fullmatch(body.name):
            return None
        return self.scene.only("network")

    def _of_title(self, body: Word | None) -> Named | None:
        """Return the one network that the title names: `Val av ombud till X`.

        A heading right below it is part of it: `Reserapport 4`, and what the journey was to. A
        programme has bodies, but nobody sits in it by itself.
        """
        title = self.scene.profile.title_block
        if title is None:
            return None
        below = self.scene.flow.blocks[title + 1 : title + 2]
        last = next((b for b in below if b.kind is BlockKind.HEADING), None)
        block = self.scene.flow.blocks[title]
        types = ("network",) if body is None else NETWORKS
        told = self.scene.within(Span(block.start, (last or block).end), *types)
        return told[0] if len({named.entity_id for named in told}) == 1 else None

    def _near(self, setting: Setting, point: int) -> Named | None:
        """Return the network nearest to a point in the sentence, else in the line above."""
        if near := self.scene.within(setting.sentence, *NETWORKS):
            text = self.scene.flow.text  # `i X av A, i Y av B`: what leads to another is not A's
            near = [n for n in near if n.end < point or text[n.end : n.end + 4] != " av "] or near
            return min(near, key=lambda named: _distance(named, point))
        if setting.intro is None:
            return None
        led, above = self.scene.within(setting.intro, *NETWORKS), setting.caption.network
        if above is not None and (
            above.start > setting.intro.start or above.entity_id in {n.entity_id for n in led}
        ):
            return above
        return min(led, key=lambda named: _distance(named, point), default=None)

    def _tied(self, setting: Setting, body: Word | None) -> Named | None:
        """Return the organisation whose body or seat this is: `styrelsen för Energikontoret`."""
        text = self.scene.flow.text
        seats = [role.end for role in self.roles(setting.sentence) if not role.is_title]
        ends = seats if body is None else [body.end]
        for named in self.scene.within(setting.sentence, "organisation"):
            after = any(OF_BODY.fullmatch(text[end : named.start]) for end in ends)
            whose = body is not None and _ITS_BODY.fullmatch(text[named.end : body.start])
            if (after or whose) and not is_own(self.scene, named):
                return named
        return None

    def is_its(self, named: Named, body: Word) -> bool:
        """Tell whether a body behind a network is that network's: `ledamot i X:s styrelse`."""
        between = self.scene.flow.text[named.end : body.start]
        return bool(_ITS_BODY.fullmatch(between)) or between == ", "

    def _told_with(self, body: Word) -> Named | None:
        """Return the network of the sentence that told of a body before."""
        told = self.scene.within(self.scene.sentence_at(body.start), *NETWORKS)
        return min(told, key=lambda named: _distance(named, body.start)) if told else None


def _distance(named: Named, point: int) -> int:
    return min(abs(named.start - point), abs(named.end - point))


def _stem(body: str) -> str:
    """Return a body without the ending that makes it definite."""
    return re.sub(r"(?:en|n|et|t)$", "", body.casefold())
