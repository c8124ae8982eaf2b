"""Memberships: which organisation is in which network, since when and until when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, product
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.admissions import ADMITS, admitted
from pipeline.knowledge.relations.memberships.ends import ended, parted
from pipeline.knowledge.relations.memberships.fees import payers, payers_of_lines
from pipeline.knowledge.relations.memberships.founders import FOUNDERS, counted, founded, founders
from pipeline.knowledge.relations.memberships.joining_times import (
    is_of_founding,
    is_told_in_verb,
    periods_of,
)
from pipeline.knowledge.relations.memberships.latecomers import (
    STAYS,
    comes_later,
    in_turn,
    latecomers,
    stayers,
)
from pipeline.knowledge.relations.memberships.lines import counts_members, is_label_of_members
from pipeline.knowledge.relations.memberships.lists import (
    memberships_below,
    memberships_of_headings,
    memberships_of_lists,
)
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.names import (
    beside,
    members_of,
    networks_of,
    participates,
    tells_of_person,
)
from pipeline.knowledge.relations.memberships.owners import owners, tells_of_owners
from pipeline.knowledge.relations.memberships.rest import clauses, rest_of_row
from pipeline.knowledge.relations.memberships.rows import listed_members, tells_who
from pipeline.knowledge.relations.memberships.tables import (
    memberships_of_columns,
    memberships_of_facts,
    memberships_of_tables,
)
from pipeline.knowledge.relations.memberships.times import (
    each_its_own,
    members_in_turn,
    own_times,
)
from pipeline.knowledge.relations.memberships.verbs import (
    LEFT,
    MEMBER,
    is_denied,
    tells_of_members,
)
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.textflow import Block, BlockKind

_RESPECTIVELY: Final = re.compile(r"\brespektive\b")
_IS_PART: Final = re.compile(
    r"^(?!.*\b(?:vi|har|regionen|kommunen|staden|landstinget|förbundet)\b).* hör(?:de)? till$"
)
_THIS_YEAR: Final = re.compile(r"\b(?:under året|i år)\b", re.IGNORECASE)
# `Under året har vi varit medlem`: not since then.
_BEEN: Final = re.compile(r"\bvarit\b")
_ALIKE: Final = Anchored(r"\b(?:samtidigt som|liksom|precis som|i likhet med) ", re.IGNORECASE)
# `medlem sedan 2008 tillsammans med A`; who owns something with another may have come later.
_AT_ONCE: Final = Anchored(
    r"\b(?:medlem|med|ansluten)\b(?:(?!ägare)[^.;])*?\b(?:19|20)\d\d(?:-\d\d-\d\d)?"
    r",? (?:tillsammans med|ihop med|jämte)\b",
    re.IGNORECASE,
)
_SINCE_THEN: Final = Anchored(
    r"\b(?:sedan|från) (?:dess|starten|början|begynnelsen|bildandet)\b", re.IGNORECASE
)
# `Vi anslöt oss till 2022` is of a network named before.
_UNTIL: Final = re.compile(
    r"(?<!sig )(?<!oss )(?<!tillbaka )(?<!ansluten )(?<!anslutna )"
    r"(?:till och med|t\.?o\.?m\.?|fram till|till)(?: den)? $",
    re.IGNORECASE,
)
# `Vi är med i tre nätverk. Dessa är X, Y och Z.`
_THOSE_ARE: Final = re.compile(r"(?:De|Dessa)(?: [a-zåäö]+)? (?:är|heter)(?= [\"”“»]?[A-ZÅÄÖ])")
_SEVERAL: Final = re.compile(r"\b(?:nätverk|organisationer|samarbeten|föreningar)\b")
# What makes a short line more than a heading: `ERRIN, medlem sedan 2011`.
_TELLS: Final = re.compile(
    r"\b(?:är|var|har|blev|gick|deltar|ingår|sedan|från|medlem (?:19|20)\d\d)\b"
)


def find_memberships(scene: Scene) -> list[Membership]:
    """Return the memberships that a document tells of, one for each member and network."""
    found: dict[tuple[str, str], Membership] = {}
    told = (
        _told(_with_anaphors(scene)),
        memberships_of_lists(scene),
        memberships_of_tables(scene),
        memberships_of_columns(scene),
        memberships_of_facts(scene),
        memberships_of_headings(scene),
        memberships_below(scene),
        payers_of_lines(scene),
    )
    for membership in chain.from_iterable(told):
        key = (membership.member_id, membership.network_id)
        if key[0] == key[1]:
            continue  # a network's own document tells of itself
        before = found.get(key)
        found[key] = _merge(before, membership) if before else membership
    return list(found.values())


def _with_anaphors(scene: Scene) -> Scene:
    return replace(scene, names=tuple(sorted((*scene.names, *scene.spoken_of))))


def _merge(one: Membership, other: Membership) -> Membership:
    first, second = (one, other) if one.since or not other.since else (other, one)
    if first.since and second.since and second.since.startswith(f"{first.since}-"):
        first, second = second, first  # the day tells more than its year
    return replace(first, until=first.until or second.until)


def _told(scene: Scene) -> Iterator[Membership]:
    for index, span in scene.paragraphs():
        before: list[Span] = []
        block = scene.flow.blocks[index]
        if block.kind is BlockKind.HEADING and not _TELLS.search(block.content):
            continue  # `Medlemskap i X` is what it is about, not that it is so
        if is_label_of_members(block) or _is_header(scene, block):
            continue
        sentences = list(clauses(list(parted(scene, scene.sentences_in(span))), scene))
        row: list[Membership] = []
        in_telling = scene.telling_at(span.start)
        for place, sentence in enumerate(sentences):
            project = in_telling or scene.within(Span(span.start, sentence.end), "project")
            listed = [] if project else list(listed_members(scene, sentence, before))
            rest = list(rest_of_row(scene, sentence, row, before))
            told = [] if rest else [*_of_sentence(scene, sentences, place, listed), *listed]
            row = _row(listed) or _row(told) or row
            yield from (*rest, *told)
            yield from payers(scene, sentence)
            before.append(sentence)


def _row(told: Sequence[Membership]) -> list[Membership]:
    """Return who a sentence says to be in the one network that it tells of, if they are several."""
    members = {one.member_id: one for one in reversed(told)}
    several = len(members) > 1 and len({one.network_id for one in told}) == 1
    return list(members.values())[::-1] if several else []


def _of_sentence(
    scene: Scene, sentences: Sequence[Span], place: int, listed: Sequence[Membership]
) -> Iterator[Membership]:
    """Yield what a sentence of a paragraph tells of members, but for rows and fees."""
    sentence, before = sentences[place], sentences[:place]
    text = scene.text(sentence)
    for told, reader in _READERS:
        if told.search(text):
            yield from reader(scene, sentence, before)
            return
    if FOUNDERS.search(text):
        yield from founders(scene, sentence, before, sentences[place + 1 :])
    elif counts_members(text) or (listed and tells_who(text)):
        pass  # `Medlemmar i X är A och B` says nothing of others
    elif comes_later(scene, sentence):
        yield from latecomers(scene, sentence, before)
    elif (verb := MEMBER.search(text)) and not _is_of_others(scene, sentence, verb):
        yield from _joined(scene, sentence, before)
    elif tells_of_owners(text):
        yield from owners(scene, sentence, before)
    elif participates(scene, sentence) or _names_those(scene, sentence, before):
        yield from _pairs(scene, sentence, before, (None, None))
        for network in networks_of(scene, sentence, before)[:1]:
            for member in beside(scene, sentence):
                yield Membership(member, network.entity_id, None, None, sentence)


_READERS: Final = ((ADMITS, admitted), (LEFT, ended), (STAYS, stayers))


def _names_those(scene: Scene, sentence: Span, before: Sequence[Span]) -> bool:
    """Tell whether a sentence names the networks of which the one before only tells how many."""
    if not before or not _THOSE_ARE.match(scene.text(sentence)):
        return False
    counted = scene.text(before[-1])
    return bool(_SEVERAL.search(counted)) and tells_of_members(counted)


def _is_header(scene: Scene, block: Block) -> bool:
    """Tell whether a cell is but the words above a column: `Inträdde`."""
    named = scene.within(Span(block.start, block.end))
    return block.kind is BlockKind.CELL and not named and not re.search(r"\d", block.text)


def _is_of_others(scene: Scene, sentence: Span, verb: re.Match[str]) -> bool:
    """Tell whether a verb is denied, or tells of a person and not of who is a member.

    `Kustkommissionen hör till X` says of what the one network is a part.
    """
    denied = is_denied(scene.text(sentence), verb)
    first = scene.within(sentence)[:1]
    if first and first[0].type == "network" and first[0].start == sentence.start:
        denied = denied or bool(_IS_PART.search(scene.text(sentence), 0, verb.end()))
    return denied or tells_of_person(scene, sentence, sentence.start + verb.start())


def _joined(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    if own := each_its_own(scene, sentence):
        yield from own
        return
    text = scene.text(sentence)
    then = _SINCE_THEN.search(text) and not is_told_in_verb(scene, sentence)
    since = founded(scene, [*before, sentence]) if then else None
    until = None
    for period in periods_of(scene, sentence):
        if period.first is None or period.last is None:
            continue
        if _UNTIL.search(text[: period.start]):
            until = until or str(period.last.year)
        elif since is None and not is_of_founding(text[: period.start]):
            since = written(period)
            several = period.precision == "year" and period.last.year > period.first.year
            until = str(period.last.year) if several else until
    this_year = _THIS_YEAR.search(text) and not _BEEN.search(text)
    if since is None and until is None and this_year and scene.year:
        since = str(scene.year)
    through = list(members_in_turn(scene, sentence, since))
    networks = networks_of(scene, sentence, before)
    for member, joined in through:
        for network in networks:
            yield Membership(member, network.entity_id, joined, None, sentence)
    told = {member for member, _ in through}
    if scene.issuer not in told:
        likewise = _ALIKE.search(text)
        apart = through and not likewise and not _is_told_first(scene, sentence)
        times = (None, None) if apart else (since, until)
        yield from _pairs(scene, sentence, before, times)
    joined = since if _ALIKE.search(text) or _AT_ONCE.search(text) else None
    others = ((member, joined) for member in beside(scene, sentence))
    for member, own_time in chain(in_turn(scene, sentence, before), others) if networks else ():
        yield Membership(member, networks[0].entity_id, own_time, None, sentence)


def _is_told_first(scene: Scene, sentence: Span) -> bool:
    """Tell whether the verb has a time before who is told in turn: `vi är med sedan 2013, A …`.

    That of `är sedan 2013 medlem genom A` is A's.
    """
    verb = MEMBER.search(scene.text(sentence))
    first = next(iter(times_told(scene, sentence)), None)
    if verb is None or first is None or " genom " in scene.text(sentence):
        return False
    between = Span(sentence.start + verb.end(), sentence.start + first.start)
    return not scene.within(between, "organisation", "place")


def _pairs(
    scene: Scene,
    sentence: Span,
    before: Sequence[Span],
    time: tuple[str | None, str | None],
) -> Iterator[Membership]:
    """Yield each member of a sentence with each of its networks, since and until when.

    A network with a time of its own has it to itself: `i A och, sedan 2024, i B`.
    """
    networks = networks_of(scene, sentence, before)
    own = own_times(scene, sentence, networks)
    shared = None if time[0] in own.values() else time[0]
    members = counted(scene, sentence, before) or members_of(scene, sentence, before)
    each = len(members) == len(networks) and _RESPECTIVELY.search(scene.text(sentence))
    pairs = zip(members, networks, strict=True) if each else product(members, networks)
    for member, network in pairs:
        if member != network.entity_id:
            since = own.get(network.entity_id, shared)
            yield Membership(member, network.entity_id, since, time[1], sentence)
