"""Memberships: which organisation is in which network, since when and until when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.dates import Period, find_periods
from pipeline.knowledge.scene import Named, Scene, Span

_MEMBER: Final = re.compile(
    r"\b(?:medlem(?:mar i)?\b(?! av)|varit med\b|medlemskap(?:et)? i\b|gick med i|anslöt sig"
    r"|anslutit sig|anslöts|anslutna?|ansluta \w+ till|deltagit sedan|inträdde)",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"\b(?:lämna(?:de|t|r)\b|utträdde|gick ur|trädde ur"
    r"|medlemskap\w*\b.{0,60}\b(?:upphör\w*|avsluta\w+|sades upp|sagts upp))",
    re.IGNORECASE,
)
_FOUNDERS: Final = re.compile(
    r"\b(?:grundarna|medgrundare|grundade|på initiativ av|bildades av)\b", re.IGNORECASE
)
_THROUGH: Final = re.compile(
    r"\b(?:från(?: och med)? (?P<year>(?:19|20)\d\d) )?genom (?:dåvarande |dess föregångare )?$",
    re.IGNORECASE,
)
_ITS_OWN_TIME: Final = re.compile(r"s? (?:har varit medlem |är medlem )?sedan (?:år )?(\d{4})\b")
_WITHIN: Final = re.compile(r"\b(?:inom|under|del av|anslutet till) (?:det |den )?$", re.IGNORECASE)
_MEMBERS_ARE: Final = re.compile(
    r"\b(?:medlemsorganisationer(?:na)?|medlemmar(?:na)?|medlemsregioner(?:na)?|parter(?:na)?"
    r"|ägare|ägarna|ägs av|samarbete mellan|samarbetsorgan för|består av|samlar"
    r"|gemensamma? .{0,40}? för)\b(?: är| utgörs av|:)?",
    re.IGNORECASE,
)
_PARTICIPATES: Final = re.compile(
    r"\b(?:deltar|medverkar|är med|är engagerad|är aktiv)\b.{0,60}?"
    r"\b(?:nätverk|samarbeten|samarbetet|samverkan)\b",
    re.IGNORECASE,
)
_SINCE_THEN: Final = re.compile(r"\bsedan (?:dess|starten|början|begynnelsen)\b", re.IGNORECASE)
_FOUNDED: Final = re.compile(
    r"\b(?:bilda(?:des|ts)|etablera(?:des|ts)|starta(?:de|t|des)|grunda(?:de|des|ts)"
    r"|öppna(?:de|des)|undertecknades?)\b",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"(?:till och med|t\.?o\.?m\.?|fram till|till) $", re.IGNORECASE)
_NEGATED: Final = re.compile(r"\b(?:inte|ej|ansöker om|ansökt om|överväger)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation in a network; ids are of entities."""

    member_id: str
    network_id: str
    since: str | None
    until: str | None
    evidence: Span


def find_memberships(scene: Scene) -> list[Membership]:
    """Return the memberships that a document tells of, one for each member and network."""
    found: dict[tuple[str, str], Membership] = {}
    for membership in _all(scene):
        key = (membership.member_id, membership.network_id)
        before = found.get(key)
        found[key] = _merge(before, membership) if before else membership
    return list(found.values())


def _merge(one: Membership, other: Membership) -> Membership:
    first, second = (one, other) if one.since or not other.since else (other, one)
    return replace(first, until=first.until or second.until)


def _all(scene: Scene) -> Iterator[Membership]:
    for _, span in scene.paragraphs():
        before: list[Span] = []
        for sentence in scene.sentences_in(span):
            text = scene.text(sentence)
            if _LEFT.search(text):
                yield from _left(scene, sentence)
            elif _FOUNDERS.search(text):
                yield from _founders(scene, sentence, before)
            elif _MEMBER.search(text) and not _NEGATED.search(text):
                yield from _joined(scene, sentence, before)
            elif _PARTICIPATES.search(text):
                yield from _pairs(scene, sentence, before, (None, None))
            if _MEMBERS_ARE.search(text):
                yield from _listed(scene, sentence)
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
            since = _written(period)
            several = period.precision == "year" and period.last.year > period.first.year
            until = str(period.last.year) if several else until
    through = list(_through(scene, sentence, since))
    networks = _networks(scene, sentence, before)
    for member, joined in through:
        for network in networks:
            yield Membership(member, network.entity_id, joined, None, sentence)
    told = {member for member, _ in through}
    if scene.issuer not in told:
        own = (None, None) if through else (since, until)
        yield from _pairs(scene, sentence, before, own)


def _through(scene: Scene, sentence: Span, since: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield who was the member at which time: `först genom A och från 2015 genom B`."""
    for named in scene.within(sentence, "organisation"):
        if own := _ITS_OWN_TIME.match(scene.flow.text, named.end):
            yield named.entity_id, own[1]
        match = _THROUGH.search(scene.flow.text[sentence.start : named.start])
        if match is not None:
            yield named.entity_id, match["year"] or since


def _founders(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the organisations said to have founded a network, since its founding."""
    since = _founded(scene, [*before, sentence])
    organisations = [named.entity_id for named in scene.within(sentence, "organisation")]
    members = organisations or ([scene.issuer] if scene.issuer else [])
    for network in _networks(scene, sentence, before)[:1]:
        for member in dict.fromkeys(members):
            yield Membership(member, network.entity_id, since, None, sentence)


def _left(scene: Scene, sentence: Span) -> Iterator[Membership]:
    periods = [p for p in find_periods(scene.text(sentence)) if p.last is not None]
    until = None
    if periods and periods[-1].last is not None:
        length = {"year": 4, "month": 7, "day": 10}[periods[-1].precision]
        until = periods[-1].last.isoformat()[:length]
    yield from _pairs(scene, sentence, [], (None, until))


def _founded(scene: Scene, sentences: Sequence[Span]) -> str | None:
    """Return the time that `sedan dess` points back to: of the founding, else the last told."""
    told = None
    for sentence in reversed(sentences):
        text = scene.text(sentence)
        for period in find_periods(text):
            if period.first is not None:
                if _FOUNDED.search(text):
                    return _written(period)
                told = told or _written(period)
    return told


def _written(period: Period) -> str:
    """Return the beginning of a period as precisely as the text names it."""
    assert period.first is not None
    length = {"year": 4, "month": 7, "day": 10}[period.precision]
    return period.first.isoformat()[:length]


def _pairs(
    scene: Scene,
    sentence: Span,
    before: Sequence[Span],
    time: tuple[str | None, str | None],
) -> Iterator[Membership]:
    """Yield each member of a sentence with each of its networks, since and until when."""
    for member in _members(scene, sentence):
        for network in _networks(scene, sentence, before):
            if member != network.entity_id:
                yield Membership(member, network.entity_id, *time, sentence)


def _networks(scene: Scene, sentence: Span, before: Sequence[Span]) -> list[Named]:
    """Return the networks of a sentence, else of the heading, else of the sentences before."""
    named = [
        network
        for network in _distinct(scene.within(sentence, "network"))
        if not _WITHIN.search(scene.flow.text[sentence.start : network.start])
    ]
    if named:
        return named
    headed = scene.headed(scene.section_at(sentence.start), "network")
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
    members = [scene.member_id(named) for named in subjects[-1:]]
    chosen = [member for member in members if member is not None]
    if chosen:
        return chosen
    return [scene.issuer] if scene.issuer else []


def _listed(scene: Scene, sentence: Span) -> Iterator[Membership]:
    """Yield the members that a sentence lists: `Medlemsorganisationer är A, B och C`."""
    match = _MEMBERS_ARE.search(scene.text(sentence))
    assert match is not None
    start = sentence.start + match.end()
    listed = scene.within(Span(start, sentence.end), "organisation")
    subject = scene.within(Span(sentence.start, start), "network")
    network = subject[-1] if subject else scene.headed(scene.section_at(start), "network")
    if network is None or len(listed) < 2:
        return
    for member in _distinct(listed):
        yield Membership(member.entity_id, network.entity_id, None, None, sentence)


def _distinct(names: Sequence[Named]) -> list[Named]:
    return list({named.entity_id: named for named in reversed(names)}.values())[::-1]
