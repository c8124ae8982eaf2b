"""Which members and which networks a sentence is about."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

MEMBER: Final = Anchored(
    r"\b(?:medlem(?:mar i)?\b(?! av)|varit med\b|medlemskap(?:et)? i\b|gick med i|anslöt sig"
    r"|gick med\b|gått med\b|kom med\b|(?:del)?ägare (?:i|av)\b|delägare\b|inträde\b|inträdet\b"
    r"|en av (?:\w+ )?(?:medlemmar|grundare|parter|ägare)\w*"
    r"|antag(?:its|en|et)\b|medlemsregioner\b|tillhör\w*|underteckna\w+|ansl(?:ut|öt)\w*|inträdde|inträtt"
    r"|(?:delta(?:r|git)|medverka(?:r|t)|med|aktiv)(?: också| även)?"
    r"(?= (?:[\w, -]{1,80} )?sedan\b)"
    r"|sedan\b [^.]{1,60}?\b(?:delta(?:r|git)|medverkar|(?:är|varit) (?:med|aktiv)))",
    re.IGNORECASE,
)
LEFT: Final = Anchored(
    r"\b(?:lämna(?:de|t|r)\b(?! (?:en|ett|in|över|sin|sitt|rapport)\b)|utträdde|gick ur|trädde ur"
    r"|utträde\b|(?:säga|säger|sade|sades|sagts|sägs) upp (?:\w+ )?medlemskap\w*"
    r"|(?:inte|ej) (?:förlängts?|förnya\w+)"
    r"|medlemskap\w*\b.{0,90}\b(?:upphör\w*|avsluta\w+|sägs upp|sades upp|sagts upp))",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r",? (?:som|där|vilken|vilket) [^.,]*$")
_ANOTHER_VERB: Final = re.compile(r"\b(?:och|samt|men) (?:\w+ )?(?:är|har|blev|var)\b")
_WITHIN: Final = re.compile(
    r"\b(?:inom|under|(?:del|en|ett) av|anslutet till) (?:det |den )?$", re.IGNORECASE
)
_NEAR: Final = 3
_LONGEST_CAPTION: Final = 90
_TOGETHER: Final = re.compile(r"\b(?:tillsammans med|ihop med|jämte) ")
_BETWEEN: Final = frozenset({", ", " och ", " samt ", ", samt ", ", och "})


def networks_of(scene: Scene, sentence: Span, before: Sequence[Span]) -> list[Named]:
    """Return the networks of a sentence, else of the heading, else of the sentences before."""
    named = [
        network
        for network in _distinct(scene.within(sentence, "network"))
        if not _WITHIN.search(scene.flow.text[sentence.start : network.start])
        and not is_member(scene, network)
    ]
    if named:
        return _of_verb(scene, sentence, named)
    headed = _captioned(scene, sentence)
    if headed is not None and headed.entity_id != scene.issuer:
        return [headed]
    for earlier in reversed(before):
        named = _distinct(scene.within(earlier, "network"))
        if named:
            return named
    return [headed] if headed is not None else []


def _of_verb(scene: Scene, sentence: Span, named: Sequence[Named]) -> list[Named]:
    """Return the networks that a verb is about.

    `X, som vi är medlem i` is about X alone; another verb before parts what is told of others:
    `har en plats i X och är medlem i Y`.
    """
    for index, verb in enumerate(MEMBER.finditer(scene.text(sentence))):
        start = sentence.start + verb.start()
        before = [network for network in named if network.end <= start]
        behind = [network for network in named if network.start >= start]
        between = scene.flow.text[before[-1].end : start] if before else ""
        if _RELATIVE.match(between):
            return before[-1:]
        if not index and behind and _ANOTHER_VERB.search(between):
            return behind
    return list(named)


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


def members_of(scene: Scene, sentence: Span) -> list[str]:
    """Return who is said to be a member: the subject, a county standing for its region."""
    verb = MEMBER.search(scene.text(sentence)) or LEFT.search(scene.text(sentence))
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


def beside(scene: Scene, sentence: Span) -> list[str]:
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


def is_member(scene: Scene, named: Named) -> bool:
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
