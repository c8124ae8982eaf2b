"""Members told in a row: `Medlemmar är A och B`, `X drivs av A och B`, `A och B står bakom X`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.coordination import (
    OWN_NOUN,
    as_members,
    members_among,
    own_first,
)
from pipeline.knowledge.relations.memberships.lines import TAKING_PART
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.names import networks_of
from pipeline.knowledge.relations.memberships.times import own_time, shared_since, time_of_all
from pipeline.knowledge.relations.memberships.verbs import MEMBER
from pipeline.knowledge.scene import Named, Scene, Span

_ARE: Final = (
    r"(?:,? (?:till|ytterligare)(?=:|, (?:nämligen )?(?-i:[A-ZÅÄÖ])))?"
    r"(?: (?:i|för|av|till) [^.:]{3,70}?)?"
    r"(?: (?:sedan |från )?(?:(?:år )?\d{4}|starten|början|tidigare|förut))?"
    r"(?: (?:är|var|har (?:[a-zåäö]+ ){0,3}varit|utgörs av|består av)|:"
    r"|(?<= till), (?:nämligen )?|(?<= till),)"
    r"(?: (?:idag|i dag|nu|numera|sedan dess|sedan starten))?"
)
_AMONG_MEMBERS: Final = (
    r"(?:till|bland) (?:medlemmarna|parterna|ägarna|dem)(?: i [^.,:]{2,60}?)?"
    r" (?:finns|är|hör|märks)(?: (?:även|också|bland (?:andra|annat)|bl\.? ?a\.?))?"
)
MEMBERS_ARE: Final = Anchored(
    rf"\b(?:(?:[\w-]*medlems?(?:organisationer|mar|regioner|kommuner)"
    r"|parter(?=na i\b| i\b|(?:na)? är\b)|(?:del)?ägar(?:e|(?=na\b))|huvudmän(?:nen)?"
    rf"|{TAKING_PART})(?:na)?\b"
    rf"(?! i [\w ]*länder)(?:{_ARE}| [–-]|(?= \(?(?-i:[A-ZÅÄÖ])))"
    r"|(?:äg(?:s|ts|des)|driv(?:s|its)|drevs|styrs|utgörs|består|upprätthålls)(?: [\w/-]+){0,4}? av"
    r"|finansieras gemensamt av"
    r"|bakom [^.,:]{3,60}? står(?: (?:också|även))?"
    rf"|kvar är|{_AMONG_MEMBERS}"
    r"|till (?:(?-i:[A-ZÅÄÖ])[^.,:;]{2,60}?|(?:nätverket|kontoret|föreningen|samarbetet|rådet))"
    r" hör(?:de|t)?(?: (?:även|också|i ?dag|dessutom|sedan \d{4}|bl\.? ?a\.?))?(?= (?-i:[A-ZÅÄÖ]))"
    r"|våra (?:[\w-]*medlem(?:mar|s\w+)|(?:del)?ägare|huvudmän|parter),?(?= (?-i:[A-ZÅÄÖ]))"
    r"|medlem(?:mar|s(?:kommuner|regioner|organisationer)), (?:bland (?:dem|andra|annat)|däribland)"
    r"|i (?:nätverket|samarbetet|föreningen|organisationen) ingår(?: (?:också|även))?"
    r"|(?:ingår|deltar)(?: (?:också|även|idag|bland (?:andra|annat)|bl\.? ?a\.?))?"
    r"(?= (?-i:[A-ZÅÄÖ]))"
    r"|samarbetsorgan för|[\w-]*organisation för (?:kommunerna|regionerna|städerna)(?= i\b)"
    r"|(?:nätverk|partnerskap|förening|förbund|allians|samarbetsorgan|plattform|kommitté|samverkan)"
    r" mellan"
    r"|samlar|företräder|,? som(?: förutom [^.,;:]{3,50})? omfattar"
    r"|(?:samarbetet|nätverket|föreningen|förbundet|alliansen|organisationen) omfattar"
    r"|samarbete(?:t(?= mellan))? (?:mellan|(?:som )?(?:vi|regionen|kommunen) har med)"
    r"|har (?:[^.,:;]{3,40} )?(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+)"
    r" (?:medlemmar|(?:del)?ägare)[,:]"
    r"|gemensam(?:t|ma)? (?:.{0,40}? )?för"
    r"|\b[\w-]*kontor för(?= (?-i:[A-ZÅÄÖ])))(?=[ :])",
    re.IGNORECASE,
)
# `X är A:s, B:s och C:s gemensamma kontor`, `A, B och C står bakom X`
_MEMBERS_BEFORE: Final = Anchored(
    r"\b(?:gemensam(?:t|ma)?\b|står bakom\b"
    r"|är (?P<whose>(?-i:[A-ZÅÄÖ])[^.,;]{1,60}s (?:medlems?\w+|ägare|delägare|huvudmän))\b)",
    re.IGNORECASE,
)
# `Dessutom ingår A och B i samarbetet`, `Därtill är A, B och C med i nätverket`
MEMBERS_TOO: Final = Anchored(
    r"\b(?:ingår|är|deltar|medverkar) (?P<row>(?!(?:\w+ )?medlem)[^.:]+?)(?: med)? i (?:det )?"
    r"(?:samarbetet|nätverket|föreningen|organisationen|kontoret|alliansen)\b"
    r"|\b(?:ingår|deltar|medverkar) (?:även |också )?(?P<into>(?-i:[A-ZÅÄÖ])[^.:]{3,120}?)"
    r" i (?=(?-i:[A-ZÅÄÖ]))"
    r"|\b(?:är|var|blev|blir) (?:även|också|dessutom|numera)"
    r" (?P<more>(?-i:[A-ZÅÄÖ])[^.:]{2,120}?)"
    r" (?:med(?:lem(?:mar)?)?|(?:del)?ägare|huvudmän|parter)(?=[.,]|$| (?:under|sedan|från)\b"
    r"| (?:i|av) (?:(?:år|samarbetet|nätverket|föreningen|kontoret)\b|(?-i:[A-ZÅÄÖ])))"
    r"|\b(?:är|var) (?P<last>(?-i:[A-ZÅÄÖ])[^.:]{3,120}?)"
    r" (?:medlemmar|(?:del)?ägare|huvudmän|parter)(?=[.,]|$| (?:under|sedan|från)\b"
    r"| (?:i|av) (?:(?:år|samarbetet|nätverket|föreningen|kontoret)\b|(?-i:[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
# `X är en förening där A, B och C samverkar`
WHERE_MEMBERS: Final = Anchored(
    r"\bdär (?P<row>[A-ZÅÄÖ][^.:;]{3,200}?)"
    r" (?:samverkar|samarbetar|ingår|deltar|är (?:med|medlemmar|parter|ägare|delägare))\b"
)
# `X öppnade 2012 med A och B som huvudmän`
AS_MEMBERS: Final = Anchored(
    r"\bmed (?P<row>[A-ZÅÄÖ][^.:;]{3,200}?)"
    r" som (?:huvudmän|(?:del)?ägare|medlemmar|parter|grundare|stiftare)\b"
)
_THEY_ARE: Final = re.compile(r"(?:De|Dessa|Det) är(?= (?:[a-zåäö]+ )?[A-ZÅÄÖ])")
OF_MEMBERS: Final = Anchored(r"\b(?:medlem|ingår|delägar|ägs|ägare|huvudmän|parter)", re.IGNORECASE)
# What goes on after a row of members tells of others.
END: Final = re.compile(
    r"\b(?:(?<!, )(?:som(?! [A-ZÅÄÖ])|där|vilk\w+)|med (?:stöd|bidrag|hjälp)"
    r"|i samarbete med|samarbetar"
    r"|för att|och (?:har|är|leds|finansieras|arbetar|syftar|får|ger|ska))\b"
)
# Who `is made up of` others, where the sentence does not name the network.
_SPOKEN_OF: Final = re.compile(
    rf"\b(?:{TAKING_PART}|medlem\w*|parter\w*|(?:del)?ägar\w*|huvudmän\w*|samarbete\w*|samverkan|förening\w*"
    r"|(?:nätverk|organisation|kommitté|råd|kontor|förbund|allians|plattform|union|förening|bolag)\w*"
    r"|aktierna|andelarna"
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
    r"\b(?!medlem)[\w-]*(?:styrelse|grupp|utskott|presidi|delegation|sekretariat|programm|region(?!er)|projekt)\w*",
    re.IGNORECASE,
)
# `bildades 1996 som ett samarbete mellan`
_FOUNDED: Final = re.compile(
    r"\b(?:(?:bilda|grunda|starta|öppna)(?:des|ts|de) (?:(?:år|i|hösten|våren) )?"
    r"(?P<year>(?:19|20)\d\d) (?:som|med)\b"
    r"|medlemmar sedan (?:år )?(?P<since>(?:19|20)\d\d) (?:är|var)\b)"
)
_SINCE_THEN: Final = re.compile(r"\bsedan (?:dess|starten)\b")
# `ägs av regionen och nio kommuner`
_OURS_FIRST: Final = re.compile(rf"(?: såväl| både)? {OWN_NOUN}(?:,| och| samt| som) ")
_ONE_OF: Final = re.compile(rf"{_AMONG_MEMBERS}|(?:ingår|deltar) (?:också|även)", re.IGNORECASE)
_THE_OTHERS: Final = re.compile(r"\b(?:[Öö]vriga|[Aa]ndra) $")
# `Utöver regionen är A och B delägare`: the region is one, too.
_BESIDE_US: Final = re.compile(
    rf"\b(?:utöver|förutom|vid sidan av|jämte|tillsammans med) (?:oss|{OWN_NOUN})\b", re.IGNORECASE
)
_NEXT: Final = 40
# How far above a network may be named whose `members are`, in characters.
_NEAR: Final = 1500


def tells_who(text: str) -> bool:
    """Tell whether the first that a sentence says of members is who they are."""
    head, verb = MEMBERS_ARE.search(text), MEMBER.search(text)
    too = MEMBERS_TOO.search(text)
    heads = [one.span() for one in (head, too) if one]
    return verb is not None and any(start <= verb.start() < end for start, end in heads)


def listed_members(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the members that a sentence lists, if any, for at least two of them."""
    text = scene.text(sentence)
    too = MEMBERS_TOO.search(text)
    head = None if too else MEMBERS_ARE.search(text) or _goes_on(scene, text, before)
    if head:
        subject = Span(sentence.start, sentence.start + head.end())
        end = END.search(text, head.end())
        last = sentence.start + end.start() if end else sentence.end
        listed = scene.within(Span(subject.end, last), "organisation", "network", "place")
        start = _start(scene, before)
        network = _network(scene, subject, before)
        told = _OURS_FIRST.match(text, head.end()) or _BESIDE_US.search(text)
        short = own_first(scene, Span(subject.end, sentence.end))
        ours = bool(told or short) and scene.author is None
        if ours and scene.issuer and network is not None:
            joined = time_of_all(scene, listed[-1]) if listed else None
            yield Membership(scene.issuer, network.entity_id, joined, None, sentence)
        others = _THE_OTHERS.search(text, 0, head.start())
        fewest = 1 if ours or others or _ONE_OF.fullmatch(head[0]) else 2
        yield from _of_row(scene, network, listed, sentence, start, fewest)
    elif too:
        first, last = (sentence.start + place for place in too.span(too.lastgroup or 0))
        listed = scene.within(Span(first, last), "organisation", "network", "place")
        network = network_spoken_of(scene, sentence, before)
        if scene.issuer and network and _BESIDE_US.search(text, 0, too.start() + _NEXT):
            yield Membership(scene.issuer, network.entity_id, None, None, sentence)
        yield from _of_row(scene, network, listed, sentence, None, 1 if too["more"] else 2)
    if where := WHERE_MEMBERS.search(text) or AS_MEMBERS.search(text):
        first, last = (sentence.start + place for place in where.span("row"))
        named = scene.within(Span(sentence.start, first), "network")[-1:]
        listed = scene.within(Span(first, last), "organisation", "network", "place")
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
    return _THEY_ARE.match(text) if OF_MEMBERS.search(about) else None


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
    since = since or shared_since(until_row) or time_of_all(scene, members[-1])
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


def _network(scene: Scene, subject: Span, before: Sequence[Span]) -> Named | None:
    """Return the network whose members follow: the subject's, else the one spoken of."""
    named = scene.within(subject, "network")
    if named:
        return named[0] if named[0].start == subject.start else named[-1]
    text = scene.text(subject)
    among = _AMONG.search(text) and before and OF_MEMBERS.search(scene.text(before[-1]))
    spoken_of = among or _SPOKEN_OF.search(text) or _OWNED_BY.fullmatch(text)
    of_project = not _MEMBERSHIP.search(text) and any(
        _OF_PROJECT.search(scene.text(one)) for one in before[-1:]
    )
    if not spoken_of or of_project or _BODY.search(text):
        return None
    return network_spoken_of(scene, subject, before)


def network_spoken_of(scene: Scene, span: Span, before: Sequence[Span]) -> Named | None:
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
