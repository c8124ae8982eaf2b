"""Which members and which networks a sentence is about."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.naming.anaphora import METHOD as ANAPHOR
from pipeline.knowledge.relations.memberships.captions import captioned_network
from pipeline.knowledge.relations.memberships.coordination import (
    follows,
    governor,
    is_member,
    is_owner,
    ours_beside,
    row_of,
)
from pipeline.knowledge.relations.memberships.verbs import LEFT, MEMBER, PARTICIPATES
from pipeline.knowledge.scene import Named, Scene, Span

_RELATIVE: Final = re.compile(
    r"(?: \([^()]*\))?(?:, (?:ett|en|den|det) [^.,]{3,80}?)?"
    r",? (?:som|där|dit|vilken|vilket) [^.,]*$"
)
_ANOTHER_VERB: Final = re.compile(r"\b(?:och|samt|men) (?:\w+ )?(?:är|har|blev|var)\b")
_AND_DOES: Final = re.compile(r"\b(?:och|samt|men) (?:\w+ ){0,2}?[a-zåäö]+(?:ar|er|ade|de|te)\b")
_FACT: Final = re.compile(r"(?:Medlem\w*|Ansl\w+|Inträd\w+|Med)\b[^.:]{0,20}(?:: |sedan )\D{0,9}\d")
# How far above a line of facts its network is named, in blocks.
_FACTS: Final = 5
_WITHIN: Final = re.compile(
    r"\b(?:inom|under|genom|via|(?:del|en|ett) av|anslutet till) (?:det |den )?$", re.IGNORECASE
)
_GOES_ON: Final = re.compile(r"(?:Medlemskapet|Inträdet|Anslutningen|De|Dessa)\b")
_JOINS: Final = re.compile(r"\b(?:medlem (?:i|av)|ansluten till|anslöt sig till|gick med i) ")
_CLAUSE: Final = re.compile(r"\b(?:där|som|vilket|vi|regionen|kommunen|staden)\b")
_GOVERNS: Final = re.compile(r" (?:är|har|blev|gick|anslöt|lämnade|utträdde)\b")
_IS: Final = re.compile(r",? (?:är|har|blev|anslöt|gick)\b")
_OF_MEMBERSHIP: Final = re.compile(
    r" (?:\w+ )?(?:medlemskap|anslutning|inträde|utträde|deltagande|engagemang)"
)
_MEMBERS: Final = ("organisation", "place")
_OF_SUBJECT: Final = re.compile(r"\b(?:är|var|har|som|blev|också)\b|^(?: \([^()]{1,6}\))? $")
_OURS: Final = re.compile(
    r"\b(?:vi|regionen|kommunen|staden|landstinget|kommittén|\w*förbundet|föreningen|rådet"
    r"|kontoret|länet|nätverket|universitetet)\b",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"(?:Landstinget|Regionförbundet|Kommunförbundet|Länsstyrelsen|Universitetet|Högskolan"
    r"|Handelskammaren|Universitetssjukhuset)(?= (?:är|har|blev|var|gick|ingår|deltar|anslöt)\b)"
)
# `Länets två största kommuner har undertecknat X`: others, whom nothing names.
_OTHERS: Final = re.compile(
    r"^(?:[\w-]+ ){0,4}(?:kommuner|regioner|landsting|städer|länder)(?:na)?(?: i \w+)?"
    r" (?:(?:är|har|ingår)\b|$)",
    re.IGNORECASE,
)
_OF_NAME: Final = re.compile(r"(?:Nätverk|Organisation|Förening|Samarbete|Namn)(?:ets?|ens?)?: $")
_AUXILIARIES: Final = re.compile(r" (?:(?:är|har|blev|var|varit|också|även|själv|själva) )*")
# `Hon har uppdrag i X sedan 2015`
_SHE: Final = re.compile(r"(?:Hon|Han|Hen) \w")
# An association may be called as a company or an office is: `medlem i föreningen X`.
_ASSOCIATION: Final = re.compile(
    r"\b(?:medlem(?:mar)? (?:i|av)|medlemskap(?:et)? i|(?:gick|gått|går) med i|ansl\w+ till|ur)"
    r" (?:[a-zåäö-]+ ){0,3}[a-zåäö-]*(?:nätverket|föreningen|organisationen|förbundet|alliansen"
    r"|samarbetet) [\"”“»]?$",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(
    r"\b(?:tillsammans med|ihop med|jämte|i likhet med|liksom|vid sidan av"
    r"|delar (?:\w+ ){0,3}(?:ägandet|ansvaret|kontoret) med) "
)


def networks_of(scene: Scene, sentence: Span, before: Sequence[Span]) -> list[Named]:
    """Return the networks of a sentence, else of the heading, else of the sentences before."""
    subject = _subject(scene, sentence)
    named = [
        network
        for network in _distinct(scene.within(sentence, "network"))
        if network != subject
        and not _is_only_within(scene, sentence, network)
        and not is_member(scene, network)
    ]
    named = [network for network in named if network.entity_id != scene.issuer] or named
    apart = bool(named) and _is_of_another_verb(scene, sentence, named)
    headed = captioned_network(scene, sentence) if apart or not named else None
    if named and not (apart and headed):
        return _of_verb(scene, sentence, named)
    if associations := associations_of(scene, sentence):
        return associations
    if not apart and (topics := _topics(scene, before)):
        return topics
    if headed is not None and headed.entity_id != scene.issuer:
        return [headed]
    for earlier in reversed(before):
        named = _distinct(scene.within(earlier, "network"))
        if named:
            return named
    return [headed] if headed is not None else _only_one_above(scene, sentence)


def _only_one_above(scene: Scene, sentence: Span) -> list[Named]:
    """Return what a line of facts is about: `Medlem sedan: 2007`, below a text on one network."""
    if not _FACT.match(scene.text(sentence)):
        return []
    section = scene.section_at(sentence.start)
    first = scene.section_span(section).start if section else 0
    last = scene.flow.block_at(sentence.start)
    near = scene.flow.blocks[max(0, last - _FACTS)].start
    named = _distinct(scene.within(Span(max(first, near), sentence.start), "network"))
    return named if len(named) == 1 else []


def _topics(scene: Scene, before: Sequence[Span]) -> list[Named]:
    """Return the networks of the nearest sentence that begins with one: `• X. Med i ...`.

    The label of its name may stand before it: `Nätverk: X. Medlem sedan: 2004`.
    """
    for earlier in reversed(before):
        named = _distinct(scene.within(earlier, "network"))
        before_it = scene.flow.text[earlier.start : named[0].start] if named else ""
        if named and not any(map(str.isalnum, _OF_NAME.sub("", before_it))):
            return [n for n in named if not scene.flow.text.endswith(" inom ", 0, n.start)]
    return []


def _is_only_within(scene: Scene, sentence: Span, network: Named) -> bool:
    """Tell whether something is done within a network, which nothing else is said of.

    `inom X, ett nätverk som vi gick med i 2022` says more.
    """
    if not _WITHIN.search(scene.flow.text[sentence.start : network.start]):
        return False
    verb = MEMBER.search(scene.flow.text[network.end : sentence.end])
    between = scene.flow.text[network.end : network.end + verb.start()] if verb else ""
    return not _RELATIVE.match(between)


def associations_of(scene: Scene, span: Span) -> list[Named]:
    """Return the organisations that the text calls an association that one is a member of."""
    return [
        named
        for named in scene.within(span, "organisation")
        if _ASSOCIATION.search(scene.flow.text[span.start : named.start])
    ]


def _of_verb(scene: Scene, sentence: Span, named: Sequence[Named]) -> list[Named]:
    """Return the networks that a verb is about.

    `X, som vi är medlem i` is about X alone; another verb before parts what is told of others:
    `har en plats i X och är medlem i Y`.
    """
    for index, verb in enumerate(MEMBER.finditer(scene.text(sentence))):
        start = sentence.start + verb.start()
        if index and tells_of_person(scene, sentence, start):
            continue  # `medlem i X, där Åsa Ek ingår i styrelsen, och i Y`
        before = [network for network in named if network.end <= start]
        behind = [network for network in named if network.start >= start]
        between = scene.flow.text[before[-1].end : start] if before else ""
        if _RELATIVE.match(between):
            return row_of(scene, before)
        if not index and behind and _ANOTHER_VERB.search(between):
            return behind
    return list(named)


def _is_of_another_verb(scene: Scene, sentence: Span, named: Sequence[Named]) -> bool:
    """Tell whether all names stand behind a second verb: `är medlem sedan 1997 och arbetar i X`."""
    verb = MEMBER.search(scene.text(sentence))
    if verb is None:
        return False
    between = scene.flow.text[sentence.start + verb.end() : named[0].start]
    return _AND_DOES.search(between) is not None


def _subject(scene: Scene, sentence: Span) -> Named | None:
    """Return the network that is itself a member of another: `X är medlem i Y`."""
    first = scene.within(sentence)[:1]
    if not first or first[0].type != "network" or first[0].start != sentence.start:
        return None
    verb = _JOINS.search(scene.text(sentence))
    if verb is None or not _IS.match(scene.flow.text, first[0].end):
        return None
    middle = Span(first[0].end, sentence.start + verb.start())
    others = [n for n in scene.within(middle, "organisation") if not scene.text(n).endswith("s")]
    if _CLAUSE.search(scene.text(middle)) or others:
        return None
    behind = scene.within(Span(sentence.start + verb.end(), sentence.end), "network")
    return first[0] if behind and behind[0].entity_id != first[0].entity_id else None


def members_of(scene: Scene, sentence: Span, before: Sequence[Span] = ()) -> list[str]:
    """Return who is said to be a member: the subject, a county standing for its region.

    `Medlemskapet gäller …` goes on about the subject of the sentence before.
    """
    text = scene.text(sentence)
    verb = MEMBER.search(text) or LEFT.search(text) or PARTICIPATES.search(text)
    end = sentence.start + verb.start() if verb else sentence.end
    called = _called_before(scene, Span(sentence.start, end)) if verb else None
    if subject := _subject(scene, sentence) or called:
        return [subject.entity_id]
    if before and _GOES_ON.match(scene.text(sentence)):
        return members_of(scene, before[-1], before[:-1])
    named = scene.within(Span(sentence.start, end), "organisation", "place")
    subjects = [one for one in named if not _is_attribute(scene, one)]
    members = [governor(scene, named) for named in row_of(scene, subjects)]
    chosen = [member for member in members if member is not None]
    if chosen:
        own = ours_beside(scene, sentence, row_of(scene, subjects))
        return [*own, *(member for member in chosen if member not in own)]
    first = subjects[0] if subjects else None
    if first and first.start == sentence.start and _GOVERNS.match(scene.flow.text, first.end):
        return [first.entity_id]  # an island, a country: it governs itself
    if _OTHERS.search(scene.flow.text[sentence.start : end]):
        return []
    spoken_of = called_by_kind(scene, sentence)
    return [spoken_of] if spoken_of else [scene.issuer] if scene.issuer else []


def _called_before(scene: Scene, span: Span) -> Named | None:
    """Return the network that a noun right before the verb stands for: `som kontoret gick med i`.

    The noun of who issued the document is told of otherwise.
    """
    named = scene.within(span, "network")[-1:]
    if not named or named[0].method != ANAPHOR or named[0].entity_id == scene.issuer:
        return None
    right_before = _AUXILIARIES.fullmatch(scene.flow.text, named[0].end, span.end)
    return named[0] if right_before else None


def called_by_kind(scene: Scene, sentence: Span) -> str | None:
    """Return whom a definite noun stands for that is not the issuer's: `Landstinget är med i X`.

    That is the only organisation of the document that is so called and more.
    """
    noun = _KIND.match(scene.text(sentence))
    if noun is None or scene.issuer is None or scene.name_of(scene.issuer).startswith(noun[0]):
        return None
    called = {n.entity_id for n in scene.names if n.type == "organisation"}
    full = [one for one in called if scene.name_of(one).startswith(f"{noun[0]} ")]
    return full[0] if len(full) == 1 else None


def _is_attribute(scene: Scene, named: Named) -> bool:
    """Tell whether a name in the genitive is only whose something is: `Nordens organ är medlem`."""
    return is_owner(scene, named) and not _OF_MEMBERSHIP.match(scene.flow.text, named.end)


def participates(scene: Scene, sentence: Span) -> bool:
    """Tell whether somebody who is no person is said to take part in a network named then."""
    verb = PARTICIPATES.search(scene.text(sentence))
    if verb is None or tells_of_person(scene, sentence, sentence.start + verb.start()):
        return False
    subject = scene.within(Span(sentence.start, sentence.start + verb.start()), *_MEMBERS)
    if not subject and not _OURS.search(scene.text(sentence)):
        return False  # `Tre kommuner ingår i X`
    named = scene.within(sentence, "network")
    first = bool(named) and named[0].start == sentence.start
    return not first or named[-1].start >= sentence.start + verb.start()


def tells_of_person(scene: Scene, sentence: Span, verb: int) -> bool:
    """Tell whether the subject of a verb is a person: `Anna Ek, som är aktiv i X sedan 2007`."""
    if _SHE.match(scene.text(sentence)):
        return True
    before = scene.within(Span(sentence.start, verb), "person", "organisation")
    if not before or before[-1].type != "person":
        return False
    between = scene.flow.text[before[-1].end : verb]
    return bool(_OF_SUBJECT.search(between)) and not _OURS.search(between)


def beside(scene: Scene, sentence: Span) -> list[str]:
    """Return who is a member as well: `delägare i X, tillsammans med A och B`."""
    match = _TOGETHER.search(scene.text(sentence))
    if match is None:
        return []
    after = scene.within(Span(sentence.start + match.end(), sentence.end), "organisation")
    row = [n for n, before in zip(after, [None, *after], strict=False) if follows(scene, n, before)]
    return [named.entity_id for named in row]


def _distinct(names: Sequence[Named]) -> list[Named]:
    return list({named.entity_id: named for named in reversed(names)}.values())[::-1]
