"""Members told in a row: `Medlemmar är A och B`, `X drivs av A och B`, `A och B står bakom X`."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.lines import is_row, member_lines
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.names import (
    BETWEEN,
    OWN_NOUN,
    is_member,
    is_owner,
    networks_of,
)
from pipeline.knowledge.relations.memberships.times import own_time, owned_since, time_of_all
from pipeline.knowledge.relations.memberships.verbs import MEMBER
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import Flow

_ARE: Final = (
    r"(?: (?:i|för) [^.:]{3,70}?)?(?: sedan (?:år )?\d{4})?"
    r"(?: (?:är|var|har (?:[a-zåäö]+ ){0,3}varit|utgörs av|består av)|:)"
    r"(?: (?:idag|i dag|nu|numera|sedan dess|sedan starten))?"
)
MEMBERS_ARE: Final = Anchored(
    rf"\b(?:(?:[\w-]*medlems?(?:organisationer|mar|regioner|kommuner)"
    rf"|parter(?=na i\b| i\b|(?:na)? är\b)|ägare|delägare|huvudmän)(?:na)?\b"
    rf"(?! i [\w ]*länder)(?:{_ARE}| [–-]|(?= \(?(?-i:[A-ZÅÄÖ])))"
    r"|(?:ägs|drivs|styrs|utgörs|består|upprätthålls)(?: [\w/-]+){0,4}? av"
    r"|bakom [^.,:]{3,60}? står(?: (?:också|även))?"
    r"|kvar är|till medlemmarna hör|bland (?:medlemmarna|dem) (?:finns|är)"
    r"|medlemmar, (?:bland dem|däribland)"
    r"|i (?:nätverket|samarbetet|föreningen|organisationen) ingår(?: (?:också|även))?"
    r"|(?:ingår|deltar)(?: (?:också|även|idag|bland (?:andra|annat)|bl\.? ?a\.?))?"
    r"(?= (?-i:[A-ZÅÄÖ]))"
    r"|samarbetsorgan för|[\w-]*organisation för (?:kommunerna|regionerna|städerna)(?= i\b)"
    r"|samlar|företräder|,? som(?: förutom [^.,;:]{3,50})? omfattar"
    r"|samarbete (?:mellan|(?:som )?(?:vi|regionen|kommunen) har med)"
    r"|gemensamma? .{0,40}? för)(?=[ :])",
    re.IGNORECASE,
)
# `X är A:s, B:s och C:s gemensamma kontor`, `A, B och C står bakom X`
_MEMBERS_BEFORE: Final = Anchored(
    r"\b(?:gemensam(?:t|ma)?\b|står bakom\b"
    r"|är (?P<whose>(?-i:[A-ZÅÄÖ])[^.,;]{1,60}s (?:medlems?\w+|ägare|delägare|huvudmän))\b)",
    re.IGNORECASE,
)
# `Dessutom ingår A och B i samarbetet`, `Därtill är A, B och C med i nätverket`
_MEMBERS_TOO: Final = Anchored(
    r"\b(?:ingår|är|deltar|medverkar) (?P<row>(?!(?:\w+ )?medlem)[^.:]+?)(?: med)? i (?:det )?"
    r"(?:samarbetet|nätverket|föreningen|organisationen|kontoret|alliansen)\b",
    re.IGNORECASE,
)
# `X är en förening där A, B och C samverkar`
_WHERE_MEMBERS: Final = Anchored(
    r"\bdär (?P<row>[A-ZÅÄÖ][^.:;]{3,200}?)"
    r" (?:samverkar|samarbetar|ingår|deltar|är (?:med|medlemmar|parter|ägare|delägare))\b"
)
_NAME: Final = (
    r"(?!(?:Kommunerna|Städerna|Regionerna|Landstingen|Länen)\b)"
    r"[^\W\d_a-zåäö][\w-]+(?: [^\W\d_a-zåäö][\w-]+){0,2}"
)
_ROW: Final = re.compile(rf"{_NAME}(?:, {_NAME})+,? (?:och|samt) {_NAME}")
_NAMES_ALONE: Final = re.compile(rf"{_NAME}(?:(?:, |,? (?:och|samt) ){_NAME})+")
_NAMES: Final = re.compile(_NAME)
_THEY_ARE: Final = re.compile(r"(?:De|Dessa) är(?= (?:[a-zåäö]+ )?[A-ZÅÄÖ])")
_OF_MEMBERS: Final = Anchored(r"\b(?:medlem|ingår|delägar|ägs)", re.IGNORECASE)
# What goes on after a row of members tells of others.
_END: Final = re.compile(
    r"\b(?:(?<!, )(?:som|där|vilk\w+)|med (?:stöd|bidrag|hjälp)|i samarbete med|samarbetar"
    r"|för att|och (?:har|är|leds|finansieras|arbetar|syftar|får|ger|ska))\b"
)
# Who `is made up of` others, where the sentence does not name the network.
_SPOKEN_OF: Final = re.compile(
    r"\b(?:medlem\w*|parter\w*|(?:del)?ägar\w*|huvudmän\w*|samarbete\w*|förening\w*"
    r"|(?:nätverk|organisation|kommitté|råd|kontor|förbund|allians|plattform|union|förening)\w*"
    r"|den|det|de|dessa|kvar)\b",
    re.IGNORECASE,
)
# `Övriga parter är A och B`, behind what tells of a project.
_OF_PROJECT: Final = re.compile(r"\bprojekt", re.IGNORECASE)
# Of a network alone: a project has partners.
_MEMBERSHIP: Final = re.compile(r"medlem", re.IGNORECASE)
# No subject: of what the heading names.
_OWNED_BY: Final = re.compile(r"(?:Ägs|Drivs|Styrs|Består|Utgörs|Upprätthålls)\b.*")
_AMONG: Final = re.compile(r"\b(?:(?:ingår|deltar) bl|bland dem)", re.IGNORECASE)
_BODY: Final = re.compile(
    r"\b(?!medlem)[\w-]*(?:styrelse|grupp|utskott|presidi|delegation|sekretariat|programm|region|projekt)\w*",
    re.IGNORECASE,
)
# `bildades 1996 som ett samarbete mellan`
_FOUNDED: Final = re.compile(
    r"\b(?:(?:bilda|grunda|starta)(?:des|ts|de) (?:(?:år|i|hösten|våren) )?"
    r"(?P<year>(?:19|20)\d\d) som\b|medlemmar sedan (?:år )?(?P<since>(?:19|20)\d\d) (?:är|var)\b)"
)
_SINCE_THEN: Final = re.compile(r"\bsedan (?:dess|starten)\b")
# `ägs av regionen och nio kommuner`
_OURS_FIRST: Final = re.compile(rf" {OWN_NOUN}(?:,| och| samt) ")
_PREPOSITION: Final = re.compile(r"\b(?:i|på|från|till|vid|kring|runt) (?:[a-zåäö]+ )?$")
# The longest words that lead from a preposition to its place, in characters.
_COUNTY: Final = 2
_PHRASE: Final = 24
# How far above a network may be named whose `members are`, in characters.
_NEAR: Final = 1500


def tells_who(text: str) -> bool:
    """Tell whether the first that a sentence says of members is who they are."""
    head, verb = MEMBERS_ARE.search(text), MEMBER.search(text)
    return bool(head and verb and head.start() <= verb.start() < head.end())


def listed_members(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the members that a sentence lists, if any, for at least two of them."""
    text = scene.text(sentence)
    too = _MEMBERS_TOO.search(text)
    head = None if too else MEMBERS_ARE.search(text) or _goes_on(scene, text, before)
    if head:
        subject = Span(sentence.start, sentence.start + head.end())
        end = _END.search(text, head.end())
        last = sentence.start + end.start() if end else sentence.end
        listed = scene.within(Span(subject.end, last), "organisation", "network", "place")
        start = _start(scene, before)
        network = _network(scene, subject, before)
        ours = scene.author is None and _OURS_FIRST.match(text, head.end())
        if ours and scene.issuer and network is not None:
            yield Membership(scene.issuer, network.entity_id, None, None, sentence)
        yield from _of_row(scene, network, listed, sentence, start, 1 if ours else 2)
    elif too:
        first, last = (sentence.start + place for place in too.span("row"))
        listed = scene.within(Span(first, last), "organisation", "place")
        yield from _of_row(scene, _spoken_of(scene, sentence, before), listed, sentence)
    if where := _WHERE_MEMBERS.search(text):
        first, last = (sentence.start + place for place in where.span("row"))
        named = scene.within(Span(sentence.start, first), "network")[-1:]
        listed = scene.within(Span(first, last), "organisation", "place")
        yield from _of_row(scene, named[0] if named else None, listed, sentence)
    if behind := _MEMBERS_BEFORE.search(text):
        middle = sentence.start + behind.start()
        kinds = ("organisation", "place") if behind["whose"] else ("organisation",)
        listed = scene.within(Span(sentence.start, middle), *kinds)
        named = scene.within(sentence, "network")[:1]
        yield from _of_row(scene, named[0] if named else None, listed, sentence)


def _goes_on(scene: Scene, text: str, before: Sequence[Span]) -> re.Match[str] | None:
    """Return the beginning of `De är A och B`, where the sentence before is about members."""
    about = scene.text(before[-1]) if before else ""
    return _THEY_ARE.match(text) if _OF_MEMBERS.search(about) else None


def _of_row(
    scene: Scene,
    network: Named | None,
    listed: Sequence[Named],
    sentence: Span,
    start: str | None = None,
    fewest: int = 2,
) -> Iterator[Membership]:
    members = members_among(scene, listed)
    if network is None or len(members) < fewest:
        return
    until_row = scene.flow.text[sentence.start : members[0].start]
    founded = _FOUNDED.search(until_row)
    since = (
        (founded["year"] or founded["since"])
        if founded
        else (start if _SINCE_THEN.search(until_row) else None)
    )
    since = since or owned_since(until_row) or time_of_all(scene, members[-1])
    told: set[str] = set()
    for named, member in zip(members, as_members(scene, members), strict=True):
        if member != network.entity_id and member not in told:
            told.add(member)
            joined = own_time(scene, named, sentence) or since
            yield Membership(member, network.entity_id, joined, None, sentence)


def _start(scene: Scene, before: Sequence[Span]) -> str | None:
    """Return the time that `sedan dess` points back to."""
    periods = [p for one in before for p in times_told(scene, one) if p.first is not None]
    return written(periods[-1]) if periods else None


def unknown_members(flow: Flow, known: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield what stands in a row of members and is not known, each with where it begins.

    `known` is where organisations and places begin: rows that hold two of them are of their like.
    """
    below = {block.start for _, block in member_lines(flow.blocks) if is_row(block.content)}
    for block in flow.blocks:
        told = (
            block.start in below or MEMBERS_ARE.search(block.text) or _OF_MEMBERS.search(block.text)
        )
        pattern = _NAMES_ALONE if block.start in below else _ROW
        rows = pattern.finditer(block.text) if told else ()
        items = [
            (block.start + item.start(), item[0])
            for row in rows
            for item in _NAMES.finditer(block.text, *row.span())
        ]
        if sum(start in known for start, _ in items) > 1:
            yield from ((start, name) for start, name in items if start not in known)


def members_among(scene: Scene, listed: Sequence[Named]) -> list[Named]:
    """Return the names of a row or line that are of members.

    Places that only say where (`i Bryssel`), owners (`Sveriges regioner`), and beside other
    members countries (`Bornholm (Danmark)`) are none.
    """
    members: list[Named] = []
    placed: Named | None = None  # the last place that is part of a phrase
    for named in listed:
        if named.type == "place" and _is_placed(scene, named, placed):
            placed = named
        elif not is_owner(scene, named) and (named.type != "network" or is_member(scene, named)):
            members.append(named)
    others = [named for named in members if not _is_country(scene, named)]
    return others or members


def _is_country(scene: Scene, named: Named) -> bool:
    code = scene.registry.thing(named.entity_id).code
    return named.type == "place" and code is not None and code.isalpha()


def as_members(scene: Scene, names: Sequence[Named]) -> list[str]:
    """Return who is a member where names stand in a row or list.

    Towns stand for those that govern them (`Ale, Lerum och Partille`), and so do counties,
    unless others of the row have no such governor (`Gotland, Bornholm och Rügen`).
    """
    governing = [_governor(scene, named) or "" for named in names]
    if all(governing):
        return governing
    return [
        member if member and not _is_county(scene, named) else named.entity_id
        for named, member in zip(names, governing, strict=True)
    ]


def _governor(scene: Scene, named: Named) -> str | None:
    """Return who governs what a name in a row stands for, a town's name being a common word."""
    if scene.registry.thing(named.entity_id).known:
        return scene.member_id(named)
    return scene.registry.municipality(scene.text(named)) or scene.member_id(named)


def _is_county(scene: Scene, named: Named) -> bool:
    """Tell whether a name is of a county: its official code has two digits."""
    return (
        named.type == "place" and len(scene.registry.thing(named.entity_id).code or "") == _COUNTY
    )


def _network(scene: Scene, subject: Span, before: Sequence[Span]) -> Named | None:
    """Return the network whose members follow: the subject's, else the one spoken of."""
    named = scene.within(subject, "network")
    if named:
        return named[0] if named[0].start == subject.start else named[-1]
    text = scene.text(subject)
    among = _AMONG.search(text) and before and _OF_MEMBERS.search(scene.text(before[-1]))
    spoken_of = among or _SPOKEN_OF.search(text) or _OWNED_BY.fullmatch(text)
    of_project = not _MEMBERSHIP.search(text) and any(
        _OF_PROJECT.search(scene.text(one)) for one in before[-1:]
    )
    if not spoken_of or of_project or _BODY.search(text):
        return None
    return _spoken_of(scene, subject, before)


def _spoken_of(scene: Scene, span: Span, before: Sequence[Span]) -> Named | None:
    """Return the network that `samarbetet` is, else the last one named not too far above.

    A paragraph that begins with one is about that, whatever else it names.
    """
    if named := networks_of(scene, span, before):
        return named[0]
    above = scene.within(Span(max(0, span.start - _NEAR), span.start), "network")
    if not above:
        return None
    block = scene.flow.blocks[scene.flow.block_at(above[-1].start)]
    first = scene.within(Span(block.content_start, block.content_start + 1), "network")
    return (first or above[-1:])[0]


def _is_placed(scene: Scene, named: Named, placed: Named | None) -> bool:
    """Tell whether a place is part of a phrase: `i Bryssel`, `i Estland och Lettland`."""
    text = scene.flow.text
    goes_on = placed is not None and text[placed.end : named.start] in BETWEEN
    return goes_on or bool(_PREPOSITION.search(text[max(0, named.start - _PHRASE) : named.start]))
