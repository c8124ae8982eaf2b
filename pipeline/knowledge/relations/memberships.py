"""Memberships: which organisation is in which network, since when and until when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.member_lists import memberships_of_lists, memberships_of_tables
from pipeline.knowledge.relations.member_rows import listed_members, owners, tells_of_owners
from pipeline.knowledge.relations.membership import Membership
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

_MEMBER: Final = re.compile(
    r"\b(?:medlem(?:mar i)?\b(?! av)|varit med\b|medlemskap(?:et)? i\b|gick med i|anslöt sig"
    r"|gick med\b|gått med\b|kom med\b|(?:del)?ägare (?:i|av)\b|delägare\b|inträde\b|inträdet\b"
    r"|antag(?:its|en|et)\b|medlemsregioner\b|tillhör\w*|underteckna\w+|ansl(?:ut|öt)\w*|inträdde|inträtt"
    r"|(?:delta(?:r|git)|medverka(?:r|t)|med|aktiv)(?: också| även)?"
    r"(?= (?:[\w, -]{1,80} )?sedan\b)"
    r"|sedan\b [^.]{1,60}?\b(?:delta(?:r|git)|medverkar|(?:är|varit) (?:med|aktiv)))",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"\b(?:lämna(?:de|t|r)\b(?! (?:en|ett|in|över|sin|sitt|rapport)\b)|utträdde|gick ur|trädde ur"
    r"|utträde\b|(?:inte|ej) (?:förlängts?|förnya\w+)"
    r"|medlemskap\w*\b.{0,90}\b(?:upphör\w*|avsluta\w+|sägs upp|sades upp|sagts upp))",
    re.IGNORECASE,
)
_FOUNDERS: Final = re.compile(
    r"\b(?:grundarna|medgrundare|grundade|på initiativ av"
    r"|var med när [^.]{3,60} (?:bilda|grunda|starta)des"
    r"|(?:bilda|grunda|starta)(?:des|ts) (?:[\w ]{2,25} )?av)\b",
    re.IGNORECASE,
)
_THROUGH: Final = re.compile(
    r"\b(?:från(?: och med)? (?P<year>(?:19|20)\d\d) )?genom (?:dåvarande |dess föregångare )?$",
    re.IGNORECASE,
)
_ITS_OWN_TIME: Final = re.compile(r"s? (?:har varit medlem |är medlem )?sedan (?:år )?(\d{4})\b")
_WITHIN: Final = re.compile(
    r"\b(?:inom|under|(?:del|en|ett) av|anslutet till) (?:det |den )?$", re.IGNORECASE
)
# A time of a network's own, before or behind it: `och, sedan den 1 mars 2024, i X`.
_OWN_TIME_BEFORE: Final = re.compile(r"\b(?:sedan|från)(?: och med)?(?: år| den)? $", re.IGNORECASE)
_INTO: Final = re.compile(r",? (?:även |också )?(?:i |till )?")
_OWN_TIME_BEHIND: Final = re.compile(r"(?: \([^()]*\))?,? \(?(?:sedan |från )?(?:år |den )?")
_PARTICIPATES: Final = re.compile(
    r"\b(?:deltar|medverkar|är med|är engagerad|är aktiv)\b.{0,60}?"
    r"\b(?:nätverk|samarbeten|samarbetet|samverkan)\b",
    re.IGNORECASE,
)
_LIKEWISE: Final = re.compile(r"\b(?:samtidigt som|liksom|precis som) $", re.IGNORECASE)
_ALIKE: Final = re.compile(r"\b(?:samtidigt som|liksom|precis som) ", re.IGNORECASE)
_SINCE_LEFT: Final = re.compile(r"\bvarit (?:med|medlem) sedan (?:år )?(?P<year>\d{4})")
_SINCE_THEN: Final = re.compile(r"\bsedan (?:dess|starten|början|begynnelsen)\b", re.IGNORECASE)
_FOUNDED: Final = re.compile(
    r"\b(?:bilda(?:des|ts)|etablera(?:des|ts)|starta(?:de|t|des)|grunda(?:de|des|ts)"
    r"|öppna(?:de|des)|undertecknades?)\b",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"(?:till och med|t\.?o\.?m\.?|fram till|till) $", re.IGNORECASE)
_NEGATED: Final = re.compile(
    r"\b(?:inte|ej|aldrig|ansök\w+ om|överväg\w+|utreder|prövar?)\b(?: \w+){0,3} ?$"
    r"|\b(?:ansök\w+ om|överväg\w+|utreder?|prövas?)\b",
    re.IGNORECASE,
)


_NEAR: Final = 3
_LONGEST_CAPTION: Final = 90
_TOGETHER: Final = re.compile(r"\b(?:tillsammans med|ihop med|jämte) ")
_BETWEEN: Final = frozenset({", ", " och ", " samt ", ", samt ", ", och "})


def find_memberships(scene: Scene) -> list[Membership]:
    """Return the memberships that a document tells of, one for each member and network."""
    found: dict[tuple[str, str], Membership] = {}
    told = (_told(scene), memberships_of_lists(scene), memberships_of_tables(scene))
    for membership in chain.from_iterable(told):
        key = (membership.member_id, membership.network_id)
        before = found.get(key)
        found[key] = _merge(before, membership) if before else membership
    return list(found.values())


def _merge(one: Membership, other: Membership) -> Membership:
    first, second = (one, other) if one.since or not other.since else (other, one)
    return replace(first, until=first.until or second.until)


def _told(scene: Scene) -> Iterator[Membership]:
    for _, span in scene.paragraphs():
        before: list[Span] = []
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            if _LEFT.search(text):
                yield from _left(scene, sentence)
            elif _FOUNDERS.search(text):
                yield from _founders(scene, sentence, before)
            elif (verb := _MEMBER.search(text)) and not _NEGATED.search(text[: verb.start()]):
                yield from _joined(scene, sentence, before)
            elif tells_of_owners(text):
                yield from owners(scene, sentence)
            elif _PARTICIPATES.search(text):
                yield from _pairs(scene, sentence, before, (None, None))
            if not scene.within(span, "project"):
                yield from listed_members(scene, sentence)
            before.append(sentence)


def _joined(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    text = scene.text(sentence)
    since = _founded(scene, [*before, sentence]) if _SINCE_THEN.search(text) else None
    until = None
    for period in find_periods(text):
        if period.first is None or period.last is None:
            continue
        if _UNTIL.search(text[: period.start]):
            until = until or str(period.last.year)
        elif since is None:
            since = written(period)
            several = period.precision == "year" and period.last.year > period.first.year
            until = str(period.last.year) if several else until
    through = list(_through(scene, sentence, since))
    networks = _networks(scene, sentence, before)
    for member, joined in through:
        for network in networks:
            yield Membership(member, network.entity_id, joined, None, sentence)
    told = {member for member, _ in through}
    if scene.issuer not in told:
        likewise = _ALIKE.search(text)
        own = (None, None) if through and not likewise else (since, until)
        yield from _pairs(scene, sentence, before, own)
    for network in networks[:1]:
        for member in _beside(scene, sentence):
            yield Membership(member, network.entity_id, None, None, sentence)


def _through(scene: Scene, sentence: Span, since: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield who was the member at which time: `först genom A och från 2015 genom B`."""
    for named in scene.within(sentence, "organisation"):
        if _LIKEWISE.search(scene.flow.text[sentence.start : named.start]):
            yield named.entity_id, since
        if own := _ITS_OWN_TIME.match(scene.flow.text, named.end):
            yield named.entity_id, own[1]
        match = _THROUGH.search(scene.flow.text[sentence.start : named.start])
        if match is not None:
            yield named.entity_id, match["year"] or since


def _founders(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the organisations said to have founded a network, since its founding."""
    since = _founded(scene, [*before, sentence])
    organisations = [
        named.entity_id
        for named in scene.within(sentence, "organisation", "network")
        if named.type == "organisation" or _is_member(scene, named)
    ]
    members = organisations or ([scene.issuer] if scene.issuer else [])
    for network in _networks(scene, sentence, before)[:1]:
        for member in dict.fromkeys(members):
            yield Membership(member, network.entity_id, since, None, sentence)


def _left(scene: Scene, sentence: Span) -> Iterator[Membership]:
    since = _SINCE_LEFT.search(scene.text(sentence))
    end = since.start() if since else None
    periods = [p for p in find_periods(scene.text(sentence)[:end]) if p.last is not None]
    until = None
    if periods and periods[-1].last is not None:
        length = {"year": 4, "month": 7, "day": 10}[periods[-1].precision]
        until = periods[-1].last.isoformat()[:length]
    networks = _networks(scene, sentence, [])
    own = _own_times(scene, sentence, networks)
    for member in _members(scene, sentence):
        for network in networks:
            left = own.get(network.entity_id, until)
            yield Membership(
                member, network.entity_id, since["year"] if since else None, left, sentence
            )


def _founded(scene: Scene, sentences: Sequence[Span]) -> str | None:
    """Return the time that `sedan dess` points back to: of the founding, else the last told."""
    told = None
    for sentence in reversed(sentences):
        text = scene.text(sentence)
        for period in find_periods(text):
            if period.first is not None:
                if _FOUNDED.search(text):
                    return written(period)
                told = told or written(period)
    return told


def _pairs(
    scene: Scene,
    sentence: Span,
    before: Sequence[Span],
    time: tuple[str | None, str | None],
) -> Iterator[Membership]:
    """Yield each member of a sentence with each of its networks, since and until when.

    A network with a time of its own has it to itself: `i A och, sedan 2024, i B`.
    """
    networks = _networks(scene, sentence, before)
    own = _own_times(scene, sentence, networks)
    shared = None if time[0] in own.values() else time[0]
    for member in _members(scene, sentence):
        for network in networks:
            if member != network.entity_id:
                since = own.get(network.entity_id, shared)
                yield Membership(member, network.entity_id, since, time[1], sentence)


def _own_times(scene: Scene, sentence: Span, networks: Sequence[Named]) -> dict[str, str]:
    """Return the times that stand right before or behind one of several networks.

    A single time behind the last of them is that of all: `i A, B och C sedan 2015`.
    """
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    text = scene.flow.text
    for period in find_periods(scene.text(sentence)):
        start, end = sentence.start + period.start, sentence.start + period.end
        since = written(period)
        leads = since and _OWN_TIME_BEFORE.search(text[sentence.start : start])
        for network in networks:
            if since and _OWN_TIME_BEHIND.fullmatch(text[network.end : start]):
                behind[network.entity_id] = since
            elif since and leads and _INTO.fullmatch(text[end : network.start]):
                before[network.entity_id] = since
    if networks and list(behind) == [networks[-1].entity_id]:
        behind.clear()
    before.pop(networks[0].entity_id if networks else "", None)
    return before | behind


def _networks(scene: Scene, sentence: Span, before: Sequence[Span]) -> list[Named]:
    """Return the networks of a sentence, else of the heading, else of the sentences before."""
    named = [
        network
        for network in _distinct(scene.within(sentence, "network"))
        if not _WITHIN.search(scene.flow.text[sentence.start : network.start])
        and not _is_member(scene, network)
    ]
    if named:
        return named
    headed = _captioned(scene, sentence)
    if headed is not None:
        return [headed]
    for earlier in reversed(before):
        named = _distinct(scene.within(earlier, "network"))
        if named:
            return named
    return []


def _members(scene: Scene, sentence: Span) -> list[str]:
    """Return who is said to be a member: the subject, a county standing for its region."""
    verb = _MEMBER.search(scene.text(sentence)) or _LEFT.search(scene.text(sentence))
    end = sentence.start + verb.start() if verb else sentence.end
    subjects = scene.within(Span(sentence.start, end), "organisation", "place")
    members = [scene.member_id(named) for named in _row(scene, subjects)]
    chosen = [member for member in members if member is not None]
    if chosen:
        return chosen
    return [scene.issuer] if scene.issuer else []


def _row(scene: Scene, names: Sequence[Named]) -> list[Named]:
    """Return the last names of a sequence that stand in a row: `A, B och C`."""
    row = list(names[-1:])
    for named in reversed(names[:-1]):
        if scene.flow.text[named.end : row[0].start] not in _BETWEEN:
            break
        row.insert(0, named)
    return row


def _captioned(scene: Scene, sentence: Span) -> Named | None:
    """Return the network of the short line above a paragraph, else of its headings."""
    index = scene.flow.block_at(sentence.start)
    for block in reversed(scene.flow.blocks[max(0, index - _NEAR) : index]):
        named = scene.within(Span(block.content_start, block.end), "network")[:1]
        if named and named[0].start == block.content_start and len(block.text) < _LONGEST_CAPTION:
            return named[0]
        if block.kind is BlockKind.HEADING:
            break
    return scene.headed(scene.section_at(sentence.start), "network")


def _beside(scene: Scene, sentence: Span) -> list[str]:
    """Return who is a member as well: `delägare i X, tillsammans med A och B`."""
    match = _TOGETHER.search(scene.text(sentence))
    if match is None:
        return []
    after = scene.within(Span(sentence.start + match.end(), sentence.end), "organisation")
    row = [
        n for n, before in zip(after, [None, *after], strict=False) if _follows(scene, n, before)
    ]
    return [named.entity_id for named in row]


def _follows(scene: Scene, named: Named, before: Named | None) -> bool:
    """Tell whether a name is the first of a row, or goes on with it."""
    return before is None or scene.flow.text[before.end : named.start] in _BETWEEN


def _is_member(scene: Scene, named: Named) -> bool:
    """Tell whether what looks like a network stands in a row of members: `A, B och X Council`."""
    index = scene.names.index(named)
    before = scene.names[index - 1] if index else None
    return (
        before is not None
        and before.type == "organisation"
        and scene.flow.text[before.end : named.start] in _BETWEEN
    )


def _distinct(names: Sequence[Named]) -> list[Named]:
    return list({named.entity_id: named for named in reversed(names)}.values())[::-1]
