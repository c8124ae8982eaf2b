"""Who founded a network, and when: `bildades 1979 av A och B`, `De två förstnämnda bildade X`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.naming.anaphora import METHOD as ANAPHOR
from pipeline.knowledge.relations.memberships.captions import captioned_network
from pipeline.knowledge.relations.memberships.coordination import (
    as_members,
    is_member,
    is_owner,
    members_among,
    ours_beside,
    own_first,
)
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.names import networks_of
from pipeline.knowledge.scene import Named, Scene, Span

_KIND: Final = (
    r"(?:nätverket|samarbetet|föreningen|organisationen|alliansen|kommittén|kontoret|förbundet"
    r"|rådet|sällskapet|unionen|plattformen|sekretariatet)"
)
# What comes to be of no network: `Projektet startades av A`, `Mötet öppnades av A`.
_NO_OTHER: Final = (
    r"(?<!projektet )(?<!mötet )(?<!konferensen )(?<!mässan )(?<!utställningen )(?<!seminariet )"
)
_CAME_TO_BE: Final = (
    rf"{_NO_OTHER}(?:bilda|grunda|starta|etablera|öppna|inrätta|skapa|stifta|instifta|upprätta"
    r"|initiera|konstituera)(?:des|ts|[dt])"
)
FOUNDERS: Final = Anchored(
    r"\b(?:grundarna|medgrundare|grundade|på initiativ av|initiativtagar(?:e|na) till"
    r"|var med när [^.]{2,60} (?:(?:bilda|grunda|starta|skapa|inrätta|stifta)des|kom till)"
    r"|var med (?:redan )?(?:vid|från) (?:starten|bildandet|början)"
    rf"|(?:bilda|starta|öppna)de (?:vi )?{_KIND}"
    r"|(?:bilda|starta|öppna|etablera)de de[nt]"
    r"(?= (?:år|i|den|redan|tillsammans|gemensamt)\b| \d{4}|[.,])"
    r"|(?:bilda|grunda)de(?! (?:en|ett|sin|sitt|två|tre)\b)"
    r"(?= (?:[a-zåäö0-9 ]{2,40} )?[\"”“»]?(?-i:[A-ZÅÄÖ]))"
    r"|(?:var|varit) (?:[\w-]+ ){0,5}med och (?:bilda|grunda|starta)(?:de|t)"
    r"|en av (?:de|dem|\w+) [\w ]{0,30}?som (?:bilda|starta)(?:de|t)"
    rf"|{_CAME_TO_BE} (?:(?!och (?!består))\w+ ){{0,7}}(?<!inbjudan )(?<!en )(?<!ett )av"
    r"|tillkom (?:[\w ]{2,25} )?genom (?:ett |en )?(?:avtal|överenskommelse) mellan)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    rf"\b{_CAME_TO_BE} (?:(?!och (?!består))\w+ ){{0,7}}(?<!en )(?<!ett )av\b"
    r"|\btillkom (?:[\w ]{2,25} )?genom (?:ett |en )?(?:avtal|överenskommelse) mellan\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\b(?:är|var|har|(?:bilda|grunda|starta)de)\b", re.IGNORECASE)
_FOUNDED: Final = Anchored(
    r"\b(?:bilda(?:des|ts)|etablera(?:des|ts)|starta(?:de|t|des)|grunda(?:de|des|ts)"
    r"|öppna(?:de|des)|inrätta(?:des|ts)|skapa(?:des|ts)|(?:in)?stifta(?:des|ts)|upprätta(?:des|ts)"
    r"|undertecknades?|(?<!som )tillkom|kom till)\b",
    re.IGNORECASE,
)
# `bildades 1996 och består av regioner från sex länder`
_MADE_UP_OF: Final = re.compile(r"\b(?:består|utgörs) av\b")
# `bildades av sjukhus och huvudmän i Sverige`: of whom nothing is named
_OTHERS: Final = re.compile(
    r" (?:(?!(?:vi|regionen|kommunen|staden|landstinget|förbundet|bland)\b)[a-zåäö]+ )+"
    r"(?:i (?:[A-ZÅÄÖ]|hela)|runt|kring)"
)
# Some of those that the sentence before names: `De tre förstnämnda bildade …`
_SOME: Final = re.compile(
    r"(?:De|Dessa|Samtliga|Alla) (?P<many>två|tre|fyra|fem|sex)"
    r"(?: (?P<which>först\w*|sist\w*|senare))?\b"
)
_NUMBERS: Final = ("två", "tre", "fyra", "fem", "sex")


def founders(
    scene: Scene, sentence: Span, before: Sequence[Span], after: Sequence[Span]
) -> Iterator[Membership]:
    """Yield who is said to have founded a network, since its founding.

    Where the sentence tells no time, that which one of those `before` or `after` it founds in.
    """
    since = founded(scene, [*before, sentence]) or _told_later(scene, after)
    members = list(counted(scene, sentence, before) or _named(scene, sentence))
    by = _BY.search(scene.text(sentence))
    by_others = by and _OTHERS.match(scene.text(sentence), by.end())
    if not members and scene.issuer and not (by_others or _MADE_UP_OF.search(scene.text(sentence))):
        members = [scene.issuer]
    behind = sentence.start + by.end() if by else sentence.end
    networks = [
        n for n in networks_of(scene, sentence, before) if not behind <= n.start < sentence.end
    ]
    # `Den andra organisationen är X, som bildades av`: the noun is of no other.
    networks = [n for n in networks if n.method != ANAPHOR] or networks
    networks = networks or [n for n in [captioned_network(scene, sentence)] if n is not None]
    for network in networks[:1]:
        for member in dict.fromkeys(members):
            if member != network.entity_id:
                yield Membership(member, network.entity_id, since, None, sentence)


def founded(scene: Scene, sentences: Sequence[Span]) -> str | None:
    """Return the time that `sedan dess` points back to: of the founding, else the last told."""
    told = None
    for sentence in reversed(sentences):
        text = scene.text(sentence)
        for period in times_told(scene, sentence):
            if period.first is not None:
                if _FOUNDED.search(text):
                    return written(period)
                told = told or written(period)
    return told


def _told_later(scene: Scene, after: Sequence[Span]) -> str | None:
    """Return when the next sentence says that a network was founded."""
    founding = [sentence for sentence in after[:1] if _FOUNDED.search(scene.text(sentence))]
    return founded(scene, founding)


def _named(scene: Scene, sentence: Span) -> list[str]:
    """Return the founders that a sentence names; towns too, where it says by whom."""
    told = _told_of(scene, sentence)
    row = members_among(scene, scene.within(told, "organisation", "place"))
    if any(named.type == "place" for named in row):
        return as_members(scene, row)
    ours = ours_beside(scene, told, row) if told.end == sentence.end else own_first(scene, told)
    return [
        *ours,
        *(
            named.entity_id
            for named in scene.within(sentence, "organisation", "network")
            if not is_owner(scene, named)
            and (named.type == "organisation" or is_member(scene, named))
        ),
    ]


def _told_of(scene: Scene, sentence: Span) -> Span:
    """Return where a sentence names founders: behind `bildades av`, else before the verb."""
    text = scene.text(sentence)
    if by := _BY.search(text):
        return Span(sentence.start + by.end(), sentence.end)
    verb = _VERB.search(text)
    return Span(sentence.start, sentence.start + (verb.start() if verb else 0))


def counted(scene: Scene, sentence: Span, before: Sequence[Span]) -> list[str]:
    """Return those of the sentence before that a number counts from its first or last."""
    match = _SOME.match(scene.text(sentence))
    if match is None or not before:
        return []
    many = _NUMBERS.index(match["many"].casefold()) + 2
    row: list[Named] = members_among(scene, scene.within(before[-1], "organisation", "place"))
    if len(row) < many:
        return []
    last = (match["which"] or "").startswith(("sist", "senare"))
    return as_members(scene, row)[-many:] if last else as_members(scene, row)[:many]
