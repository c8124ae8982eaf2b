"""Memberships in lists: networks below `medlem i följande nätverk:`, members below `Medlemmar`."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.memberships.coordination import as_members, members_among
from pipeline.knowledge.relations.memberships.lines import (
    heads_members,
    heads_owners,
    label_end,
    member_lines,
)
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.names import associations_of
from pipeline.knowledge.relations.memberships.times import time_behind
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import Block, BlockKind

_MEMBER_OF_THESE: Final = re.compile(
    r"\b(?:medlem(?:mar)?|ansl(?:uten|utna|öt|utit)|med|inträdde|inträtt|in)\b"
    r"[^.]* (?:i|till)\b[^.]*"
    r"|\b(?:nätverk|samarbetsorganisationer|medlemskap)\b[^.]*",
    re.IGNORECASE,
)
# Such a line may lead to what is no network: `Andra samarbeten är:`.
_MEMBER_OR_PART_OF_THESE: Final = re.compile(
    rf"{_MEMBER_OF_THESE.pattern}|\b(?:samarbeten|sammanslutningar|medlemsavgifter)\b[^.]*"
    r"|\b(?:engagerade?|aktiva?|deltar|medverkar|ingår)\b[^.]* i:",
    re.IGNORECASE,
)
# A heading whose list names what somebody is or was a member of.
_MEMBERSHIPS: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:medlemskap(?:en)?|(?:medlems|års)avgifter(?:na)?)"
    r"(?: i [\w ]{3,40})?(?:(?:,| och| samt) (?:[\w-]*(?:avgift|kostnad|nätverk|samarbete)\w*))?"
    r"(?: (?:för )?(?:år )?(?:19|20)\d\d)?"
    r"|(?:nätverk|samarbeten|organisationer)(?: och|,| samt)"
    r" (?:medlemskap|(?:medlems|års)?avgifter)"
    r"(?: (?:för )?(?:år )?(?:19|20)\d\d)?"
    r"|(?:avslutade|tidigare|uppsagda|f\.?d\.?|gamla) (?:nätverk|samarbeten|organisationer)"
    r"|(?:nätverk|samarbeten|organisationer) som (?:har )?(?:avslutats|upphört|lämnats|sagts upp)"
    r"|(?:[\w-]+ )?(?:nätverk|organisationer|samarbeten) (?:som |där )?"
    r"(?:vi|regionen|kommunen|staden) (?:har lämnat|lämnat|är med i|är medlem i"
    r"|har varit med i|tillhör|deltar i)"
    r"|(?:här|där|detta|det här) är (?:vi|regionen|kommunen|staden|landstinget|förbundet)"
    r" (?:med|medlemm?(?:ar)?)(?: i)?"
    r"|(?:[\w-]+ )?medlemskap som (?:har )?(?:avslutats|upphört|sagts upp)",
    re.IGNORECASE,
)
# The number of a heading: `V. Medlemskap`.
_MARKER: Final = re.compile(r"^(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*)[.)]? (?=[A-ZÅÄÖ])")
# `Nätverk som kommunen ingår i: X, Y`, `Regionen är medlem i: X, Y`
_INLINE: Final = re.compile(
    rf"{_MEMBERSHIPS.pattern}|.*\b(?:nätverk|organisationer|samarbeten) (?:som|där) [^.]*"
    r"\b(?:ingår|deltar|tillhör|medlem|med)\b[^.]*|.*\bär (?:\w+ )?medlem(?:mar)? (?:i|av)",
    re.IGNORECASE,
)
# `Regionen deltar i följande nätverk` leads to them without a colon, too.
_FOLLOWING: Final = re.compile(
    r"\bföljande (?:[\w-]+ ){0,3}(?:nätverk|organisationer|samarbeten|föreningar)\.?$"
)
# What asks for them: `Vilka nätverk är kommunen med i?`, and what asks on: `Om ja, vilka?`
_ASKS: Final = re.compile(
    r"(?=.*\b(?:medlem(?:mar)?|med|ansluten|tillhör|ingår|deltar)\b)"
    r"(?=.*(?:nätverk|organisation|samarbete|sammanslutning|förening)).*",
    re.IGNORECASE,
)
_ASKS_ON: Final = re.compile(
    r"(?:Om (?:ja|så)\b|I så fall|Vilka(?:$|, | och )|Från vilket år|Sedan när)"
)
# A question, perhaps with the boxes to tick behind it.
_QUESTION: Final = re.compile(r"(?P<asked>[^?:.]{4,100})\?(?: \[.*)?$")
# What sets a name at the beginning of a line apart: `X – Åsa Ek`, `X (XY): ett nätverk`
_ENTRY: Final = re.compile(r"(?: \([^()]*\))?(?: [–-] |[:.,] | \d)")
# The words above the columns of such a list, where they came as a line.
_COLUMNS: Final = re.compile(
    r"(?:(?:organisation(?:er)?|nätverk|namn|(?:års|medlems)?avgift|(?:medlem )?sedan|år|belopp"
    r"|kostnad|kontaktperson|kontakt|representant(?:er)?|anmärkning)\b[ /,|]*)+",
    re.IGNORECASE,
)
_OF_PERSONS: Final = re.compile(
    r"företrä|ledam|representant|ordförande|kontakt|utse|projekt|program", re.IGNORECASE
)
_ITEM_NAME: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&-]*(?: [\w'’&-]+){0,6}?)(?=$|[,.;:(–—]| [(–—-]| sedan\b| från\b)"
)
# A line that is a name and its years: `Kustnätet (2004–2017)`.
_DATED_NAME: Final = re.compile(
    r"[^\W\d_a-zåäö][\w'’&–-]*(?: [\w'’&–-]+){0,8}"
    r"(?: \(|,? (?:medlem |med )?(?:sedan|från) |, )(?:19|20)\d\d(?: ?[–-] ?(?:19|20)?\d\d)?\)?"
)
# A word that tells more than a year or a fee does.
_WORD: Final = re.compile(
    r"\b(?!(?:medl|medlem|med|sedan|från|till|tom|t|o|m|utträde|utträdde|år|och|samt"
    r"|avgift|(?:års|medlems)avgift|kr|kronor|[tkm]kr|euro)\b)"
    r"[^\W\d_]+",
    re.IGNORECASE,
)
# An entry that only tells of a guest: `X – inte medlem, men inbjuden`.
_NO_MEMBER: Final = re.compile(r"\b(?:inte|ej|icke) (?:\w+ )?medlem", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;]) (?=[A-ZÅÄÖ])")
_ON_MEMBERSHIP: Final = re.compile(
    r"medlem|\b(?:sedan|från|inträd|utträd|ansl[uö]t|gick|uppsa|löper ut|upphör|avsluta)",
    re.IGNORECASE,
)
_OF_SEVERAL: Final = Anchored(
    r"\b(?:medlem|medlemmar|med|aktiva?|engagerade?|deltar) (?:i|inom)\b[^.:]{0,30}"
    r"\b(?:flera|flertal|antal|följande|rad|olika|många)\b[^.:]{0,40}\b(?:nätverk|organisationer)"
    r"|\b(?:nätverk|organisationer) (?:som|där) (?:vi|kommunen|regionen|staden) är"
    r" (?:medlem|medlemmar|aktiva?)\b",
    re.IGNORECASE,
)


def listed_networks(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the networks of lists that somebody is a member of, each with where it begins."""
    for block in _items(blocks):
        if match := _ITEM_NAME.match(block.content):
            yield block.content_start, match["name"]


def _is_dated_name(block: Block) -> bool:
    return bool(_DATED_NAME.fullmatch(block.text.strip()))


def _items(
    blocks: Sequence[Block],
    leads: re.Pattern[str] = _MEMBER_OF_THESE,
    is_item: Callable[[Block], bool] = _is_dated_name,
) -> Iterator[Block]:
    """Yield the items below a line that says that networks follow, and lines that are as good."""
    follows = False
    for block in blocks:
        if question := _QUESTION.match(block.content):
            asked = question["asked"]
            follows = bool(_ASKS.match(asked) or (follows and _ASKS_ON.match(asked)))
            continue
        alone = follows and block.kind is not BlockKind.CELL and is_item(block)
        if block.kind is BlockKind.ITEM or alone:
            if follows:
                yield block
            continue
        text = block.text.strip()
        if follows and _COLUMNS.fullmatch(text):
            continue
        title = _MARKER.sub("", text.rstrip(":"))
        titled = bool(_MEMBERSHIPS.fullmatch(title))
        last = re.split(r"(?<=[.!?]) ", text)[-1]
        ends = last.endswith((":", " i")) or _FOLLOWING.search(last)
        leading = bool(ends and leads.search(last))
        follows = (titled or leading) and not heads_members(block) and not _OF_PERSONS.search(last)


def memberships_of_lists(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's membership of each network of such a list, with the year beside it."""
    if scene.issuer is None:
        return

    def is_item(block: Block) -> bool:
        names = _is_only_names(scene, block) or _begins_entry(scene, block)
        return names or _is_dated_name(block)

    for block in _items(scene.flow.blocks, _MEMBER_OR_PART_OF_THESE, is_item):
        span = Span(block.start, block.end)
        networks = scene.within(span, "network")
        networks = networks if _is_only_names(scene, block) else networks[:1]
        ends = [*(network.start for network in networks[1:]), block.end]
        for network, end in zip(networks, ends, strict=False):
            behind = scene.flow.text[network.end : end]
            if not _NO_MEMBER.search(behind):
                since, until = time_behind(_of_membership(behind))
                yield Membership(scene.issuer, network.entity_id, since, until, span)
    yield from _inline(scene, scene.issuer)


def _of_membership(entry: str) -> str:
    """Return what an entry tells of a membership: its first sentence, and others on that."""
    first, *others = _SENTENCE_END.split(entry)
    return " ".join([first, *(one for one in others if _ON_MEMBERSHIP.search(one))])


def _begins_entry(scene: Scene, block: Block) -> bool:
    """Tell whether a line begins with a network, set apart from what is told of it."""
    first = scene.within(Span(block.content_start, block.content_start + 1), "network")
    return bool(first and _ENTRY.match(scene.flow.text, first[0].end, block.end))


def _inline(scene: Scene, issuer: str) -> Iterator[Membership]:
    """Yield the memberships of lines that lead to their networks themselves.

    Such as `Medlemskap: X, Y (sedan 2011)`.
    """
    for block in scene.flow.blocks:
        label, colon, _ = block.content.partition(":")
        start = block.content_start + len(label) + len(colon)
        if not colon or not _INLINE.fullmatch(label) or _OF_PERSONS.search(label):
            continue
        if _is_only_names(scene, block, start):
            networks = scene.within(Span(start, block.end), "network")
            ends = [*(network.start for network in networks[1:]), block.end]
            for network, end in zip(networks, ends, strict=True):
                since, until = time_behind(scene.flow.text[network.end : end])
                span = Span(block.start, block.end)
                yield Membership(issuer, network.entity_id, since, until, span)


def _is_only_names(scene: Scene, block: Block, start: int | None = None) -> bool:
    """Tell whether a block is but names of networks with their years or fees, from a place on."""
    first, rest = block.content_start if start is None else start, ""
    networks = scene.within(Span(first, block.end), "network")
    for network in networks:
        rest += scene.flow.text[first : network.start] + " "
        first = network.end
    rest += scene.flow.text[first : block.end]
    return bool(networks) and not _WORD.search(rest)


def memberships_of_headings(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's memberships of networks in headings that a paragraph leads to.

    `Vi är medlemmar i flera nätverk. Nedan kan du läsa om dem`: every heading below that begins
    with a network, until one that does not.
    """
    leads = False
    for block in scene.flow.blocks:
        if block.kind is BlockKind.TEXT:
            span = Span(block.start, block.end)
            told = _OF_SEVERAL.search(block.text) and not scene.within(span, "network")
            leads = leads or bool(told)
        elif block.kind is BlockKind.HEADING and leads and scene.issuer is not None:
            first = Span(block.content_start, block.content_start + 1)
            networks = scene.within(first, "network")
            leads = bool(networks)
            for network in networks:
                span = Span(block.start, block.end)
                yield Membership(scene.issuer, network.entity_id, None, None, span)


def memberships_below(scene: Scene) -> Iterator[Membership]:
    """Yield the members of a network in the lines below `Medlemmar`, each perhaps since when."""
    for head, pairs in groupby(member_lines(scene.flow.blocks), key=lambda pair: pair[0]):
        network = _network_of(scene, head)
        lines = [line for _, line in pairs]
        persons = any(scene.within(Span(line.start, line.end), "person") for line in lines)
        if persons and not heads_owners(head):
            continue  # persons are its members, each of some organisation
        if scene.telling_at(head.start):
            continue  # those that take part in a project
        rows = [_line(scene, line) for line in lines]
        members = [(named, span) for span, names in rows for named in names]
        several = any(len(names) > 1 for _, names in rows)
        groups = [names for _, names in rows] if several else [[named for named, _ in members]]
        ids = [member for names in groups for member in as_members(scene, names)]
        for (named, span), member, end in zip(members, ids, _ends(members), strict=True):
            if network is not None:
                since, until = time_behind(scene.flow.text[named.end : end])
                yield Membership(member, network.entity_id, since, until, span)


def _network_of(scene: Scene, head: Block) -> Named | None:
    """Return whose members follow: named in the line itself, above, or last in the section."""
    section = scene.section_at(head.start)
    line = Span(head.start, head.end)
    own = scene.within(line, "network") or associations_of(scene, line)
    above = scene.headed(section, "network")
    if own or above or section is None:
        return own[0] if own else above
    before = Span(scene.section_span(section).start, head.start)
    return next(iter(scene.within(before, "network")[-1:] or _titled(scene)), None)


def _titled(scene: Scene) -> list[Named]:
    """Return the network that the document's title names, if it is one."""
    if scene.profile.title_block is None:
        return []
    title = scene.flow.blocks[scene.profile.title_block]
    return scene.within(Span(title.start, title.end), "network")[:1]


def _ends(members: Sequence[tuple[Named, Span]]) -> list[int]:
    """Return where what is told of each member ends: at the next one, or with its line."""
    ends = [span.end for _, span in members]
    starts = [named.start for named, _ in members[1:]]
    return [min(pair) for pair in zip(ends, [*starts, *ends[-1:]], strict=True)]


def _line(scene: Scene, line: Block) -> tuple[Span, list[Named]]:
    """Return a line without its label (`Norge: …`), and the members that it names."""
    span = Span(line.content_start + label_end(line.content), line.end)
    return span, members_among(scene, scene.within(span, "organisation", "place"))
