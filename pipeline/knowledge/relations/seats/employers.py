"""Whose staff a title is of, and what a role or a body says itself that it is in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations.seats.bodies import Bodies
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Named, Span

OF_BODY: Final = re.compile(r" (?:i|för|inom|vid|av|till) (?:[a-zåäö]+ ){0,2}")
HEAD_OF_OFFICE: Final = re.compile(
    r"kontorschef|kanslichef|verksamhetsledare|generalsekreterare|föreståndare|sekretariatschef"
    r"|byråchef|verkställande direktör|vd",
    re.IGNORECASE,
)
HEAD: Final = re.compile(r"chef|kontorschef|föreståndare|kanslichef|verksamhetsledare")
_THE_OFFICE: Final = re.compile(
    r"\b(?:[\w-]*(?:kontoret|kansliet|sekretariatet|representationen)|(?:EU-)?byrån"
    r"|(?:bryssel|europa|EU-)huset)s?\b",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(r"(?:(?i:kommunens|regionens|landstingets)|[A-ZÅÄÖ][a-zåäö]+s) $")
# From a title to where it is held: `direktör vid X`, `direktör X`.
_AT_WORK: Final = re.compile(r" (?:(?:och|samt) [a-zåäö-]+ )?(?:(?:på|vid|hos|för) )?")
# Where else a title may be held that no name tells: `rektor vid högskolan`.
_ELSEWHERE: Final = re.compile(
    r" (?:vid|på|i|hos) (?:högskolan|universitetet|kommunen|regionen|landstinget|sjukhuset)"
)
# Whose an official of a region's is: `regionens EU-strateg`, `regiondirektör`, `landshövding`.
_AT_HOME: Final = re.compile(
    r"\b(?:region|kommun|landsting|stad|län|län?s?styrelse)\w*|\w+råd\b|\blandshövding|\bvår\w*\b",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"(?: \([A-ZÅÄÖ]{1,3}\))? \((?P<inner>[^()]+)\)")
_JOINED: Final = re.compile(r"(?:,| och| samt|\W)*")
_IN: Final = re.compile(r"(?: ?\([^()]*\))? i ")
_BESIDE: Final = 30
_STAFF: Final = re.compile(r"(?:våra? )?(?:medarbetare|personal|anställda)\b", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"(?:kontor|kansli|sekretariat|representation|office|(?:europa|bryssel|eu-)hus"
    r"|(?:brussels|europe(?:an)?|eu) (?:hub|house))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Employers(Bodies):
    """Finds the network whose staff somebody is."""

    def employing_network(self, setting: Setting, person: Named, role: Word) -> str | None:
        """Return the network whose staff a title is of: by its genitive, or as it tells itself."""
        employer = self._employer_beside(setting, role)
        if employer is not None or _ELSEWHERE.match(self.scene.flow.text, role.end):
            return employer.entity_id if employer else None
        if HEAD_OF_OFFICE.fullmatch(role.name):
            headed = self.scene.headed(self.scene.section_at(role.start), "network")
            headed = headed or self._office_before(role) or self._office_of_list(setting)
            if headed is not None:
                return headed.entity_id
        office = self._office_of_staff(setting, person) or self._office_above(setting, role)
        if office is not None:
            return office.entity_id
        text = self.scene.text(setting.sentence)
        if HEAD.fullmatch(role.name) and _THE_OFFICE.search(text):
            told = self.last_in_section(person.start)
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

    def employer(self, setting: Setting, role: Word, network: str | None) -> str | None:
        """Return the network that a title or contact is of.

        A programme or fund named around them pays for something: it is theirs only beside them.
        """
        if network is None or self.scene.registry.thing(network).type == "network":
            return network
        beside = self.network_of_role(setting, role) or self._employer_beside(setting, role)
        return beside.entity_id if beside else None

    def _employer_beside(self, setting: Setting, role: Word) -> Named | None:
        """Return the network right before or behind a title: `X:s direktör`, `direktör vid X`."""
        text = self.scene.flow.text
        for named in self.scene.within(setting.sentence, *NETWORKS):
            if named.end <= role.start and text[named.end : role.start] in {" ", "s ", ":s "}:
                return named
            if role.end < named.start and _AT_WORK.fullmatch(text, role.end, named.start):
                return named
        return None

    def _office_above(self, setting: Setting, role: Word) -> Named | None:
        """Return the office that a section is about, in which nobody else's staff is told of."""
        headed = self.scene.headed(self.scene.section_at(role.start), "network")
        if headed is None or not _OFFICE.search(self.scene.name_of(headed.entity_id)):
            return None
        others = self.scene.within(setting.sentence, "organisation", *NETWORKS)
        at_home = _AT_HOME.search(self.scene.text(setting.sentence))
        return None if others or at_home else headed

    def _office_before(self, role: Word) -> Named | None:
        """Return the office that the paragraph names last before who heads it."""
        block = self.scene.flow.blocks[self.scene.flow.block_at(role.start)]
        told = self.scene.within(Span(block.start, role.start), "network")[-1:]
        return told[0] if told and _OFFICE.search(self.scene.name_of(told[0].entity_id)) else None

    def _office_of_list(self, setting: Setting) -> Named | None:
        """Return the office that a list with who heads it stands below."""
        network = setting.caption.network
        named = network is not None and _OFFICE.search(self.scene.name_of(network.entity_id))
        return network if named else None

    def _office_of_staff(self, setting: Setting, person: Named) -> Named | None:
        """Return the network or office that has a person below a heading of its staff.

        Where nothing above names it, it is the one network that the document names.
        """
        if setting.caption.staff:
            return setting.caption.network or self.scene.only("network")
        section = self.scene.section_at(person.start)
        blocks = self.scene.flow.blocks
        if section is None or not _STAFF.match(blocks[section.first].content):
            return None
        top = blocks[self.scene.profile.title_block or 0]
        named = self.scene.within(Span(top.content_start, top.end), "network")[:1]
        whole = named and named[0].end - named[0].start >= len(top.content.strip())
        return named[0] if whole and _OFFICE.search(self.scene.text(named[0])) else None

    def network_of_role(self, setting: Setting, role: Word) -> Named | None:
        """Return the network right behind a role: `ledamot i X`, whatever else is told of.

        Of a role in brackets it is the one right before them: `X (ledamot), Y (ersättare)`.
        """
        if self.scene.flow.text[role.start - 2 : role.start] == " (":
            before = self.scene.within(Span(setting.sentence.start, role.start), *NETWORKS)
            return before[-1] if before and before[-1].end == role.start - 2 else None
        return self._right_behind(role, setting.sentence.end)

    def network_behind(self, body: Word) -> Named | None:
        """Return the network right behind a body, however near another is: `kommittén för X`."""
        return self._right_behind(body, self.scene.sentence_at(body.start).end)

    def in_brackets(self, person: Named) -> list[Named]:
        """Return the networks that brackets behind a person hold: `Åsa Ek (S) (CPMR och POLIS)`."""
        match = _BRACKETS.match(self.scene.flow.text, person.end)
        if match is None:
            return []
        told = self.scene.within(Span(match.start("inner"), match.end("inner")), *NETWORKS)
        rest = match["inner"]
        for named in told:
            rest = rest.replace(self.scene.text(named), "", 1)
        return told if _JOINED.fullmatch(rest) else []

    def behind_person(self, person: Named) -> Named | None:
        """Return the network right behind a person: `A (S) företräder oss i X, B (M) i Y`."""
        text = self.scene.flow.text
        for named in self.scene.within(Span(person.end, person.end + _BESIDE), *NETWORKS)[:1]:
            if _IN.fullmatch(text, person.end, named.start):
                return named
        return None

    def _right_behind(self, word: Word, end: int) -> Named | None:
        """Return the network that stands right behind a role or a body."""
        for named in self.scene.within(Span(word.end, end), *NETWORKS):
            if OF_BODY.fullmatch(self.scene.flow.text, word.end, named.start):
                return named
        return None

    def last_in_section(self, end: int) -> Named | None:
        """Return the network that was named last in the section, before `end`."""
        section = self.scene.section_at(end)
        start = self.scene.section_span(section).start if section is not None else 0
        return last_network(self.scene.within(Span(start, end), *NETWORKS))


def last_network(told: Sequence[Named]) -> Named | None:
    """Return the last network; the last programme or fund only where there is none."""
    networks = [named for named in told if named.type == "network"]
    return next(reversed(networks or told), None)
