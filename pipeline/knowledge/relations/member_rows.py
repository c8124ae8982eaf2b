"""Members told in a row: `Medlemmar är A, B och C`, `Tillsammans med A och B äger vi X`."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.membership import Membership
from pipeline.knowledge.scene import Scene, Span

_MEMBERS_ARE: Final = Anchored(
    r"\b(?:medlemsorganisationer(?:na)?|medlemmar(?:na)?|medlemsregioner(?:na)?|parter(?:na)?"
    r"|ägare|ägarna|ägs av|kvar är|till medlemmarna hör|bland medlemmarna finns"
    r"|i (?:nätverket|samarbetet|föreningen|organisationen) ingår|samarbete mellan"
    r"|samarbetsorgan för|består av|samlar|företräder|medlemmar, (?:bland dem|däribland)"
    r"|gemensamma? .{0,40}? för)\b(?: är| utgörs av|:)?",
    re.IGNORECASE,
)
_OWNS: Final = Anchored(
    r"\b(?:äger|samäger|ägs|driver|drivs|finansierar|öppna(?:de|t)|bilda(?:de|t)|grunda(?:de|t))\b"
    r"(?: (?:vi|regionen|kommunen|förbundet|landstinget|staden))?",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"\b(?:vi|regionen|kommunen|staden|landstinget|(?:kommun|region)?förbundet)\b",
    re.IGNORECASE,
)
_TOGETHER: Final = Anchored(r"\b(?:tillsammans|gemensam\w*|ihop med)\b", re.IGNORECASE)


def tells_of_owners(text: str) -> bool:
    """Tell whether a sentence says that several own something together."""
    return bool(_OWNS.search(text) and _TOGETHER.search(text))


def owners(scene: Scene, sentence: Span) -> Iterator[Membership]:
    """Yield who owns a network together: `Tillsammans med A och B äger vi X`."""
    text = scene.text(sentence)
    match = _OWNS.search(text)
    organisations = [named.entity_id for named in scene.within(sentence, "organisation")]
    active = match is not None and match[0].casefold() not in {"ägs", "drivs", "finansierar"}
    ours = [scene.issuer] if scene.issuer and (not active or _OURS.search(text)) else []
    periods = find_periods(scene.text(sentence))
    since = next((written(p) for p in periods if p.first is not None), None)
    for network in scene.within(sentence, "network")[:1]:
        for member in dict.fromkeys([*ours, *organisations]):
            yield Membership(member, network.entity_id, since, None, sentence)


def listed_members(scene: Scene, sentence: Span) -> Iterator[Membership]:
    """Yield the members that a sentence lists, if any: `Medlemsorganisationer är A, B och C`."""
    match = _MEMBERS_ARE.search(scene.text(sentence))
    if match is None:
        return
    start = sentence.start + match.end()
    listed = scene.within(Span(start, sentence.end), "organisation")
    subject = scene.within(Span(sentence.start, start), "network")
    network = subject[-1] if subject else scene.headed(scene.section_at(start), "network")
    if network is None or len(listed) < 2:
        return
    for member in dict.fromkeys(named.entity_id for named in listed):
        yield Membership(member, network.entity_id, None, None, sentence)
