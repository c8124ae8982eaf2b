"""Who is taken in as a member: `Årsmötet tog upp A som medlem`, `Som ny medlem upptogs A`.

Whatever looks like a network there is a member, too: it is what the sentence is done to.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.coordination import (
    as_members,
    follows,
    is_owner,
)
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.rows import network_spoken_of
from pipeline.knowledge.scene import Named, Scene, Span

_MEMBERS: Final = r"(?:medlem(?:mar)?|(?:del)?ägare|part(?:er)?|huvudmän)\b"
ADMITS: Final = Anchored(
    r"\b(?:(?:tar?|tog|tagit|väl(?:ja|jer|t)|valde|välkomna(?:r|de|t)?|anta(?:r|git)?|antog"
    r"|hälsa(?:r|de|t)?|god(?:känna|känner|kände|känt)) (?:(?:upp|in|också|även) )?"
    rf"(?P<row>(?:[a-zåäö]+ ){{0,2}}[A-ZÅÄÖ][^.:;]{{3,150}}?) som (?:[a-zåäö]+ )?{_MEMBERS}"
    rf"|[Ss]om (?:ny|nya) {_MEMBERS} (?:[a-zåäö]+ ){{0,2}}?"
    r"(?:upptogs|antogs|välkomna(?:des|s)|(?:in)?valdes|hälsades|togs in)"
    r" (?P<behind>[^.:;]{3,150}))"
)
_NOT_YET: Final = re.compile(r"\b(?:inte|ej|föresl(?:å|og)\w*|bör|avslog|överväg\w+)\b")


def admitted(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield who is taken in, since the time that is told behind them."""
    text = scene.text(sentence)
    told = ADMITS.search(text)
    if told is None or _NOT_YET.search(text):
        return
    first, last = (sentence.start + place for place in told.span(told.lastgroup or 0))
    row = _first_row(scene, Span(first, last))
    if not row:
        return
    behind = row[-1].end - sentence.start
    since = next((written(p) for p in times_told(scene, sentence) if p.start >= behind), None)
    network = _network(scene, sentence, row, before)
    for member in as_members(scene, row) if network else ():
        if network and member != network.entity_id:
            yield Membership(member, network.entity_id, since, None, sentence)


def _first_row(scene: Scene, span: Span) -> list[Named]:
    """Return the first names of a span that stand in a row."""
    row: list[Named] = []
    for named in scene.within(span, "organisation", "network", "place"):
        if is_owner(scene, named) or not follows(scene, named, row[-1] if row else None):
            break
        row.append(named)
    return row


def _network(
    scene: Scene, sentence: Span, row: Sequence[Named], before: Sequence[Span]
) -> Named | None:
    """Return what they are taken into: another network of the sentence, else the one spoken of."""
    others = [named for named in scene.within(sentence, "network") if named not in row]
    if others:
        return others[0]
    return network_spoken_of(scene, Span(sentence.start, row[0].start), before)
