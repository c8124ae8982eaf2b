"""Who owns a network together: `Tillsammans med A och B äger vi X`, `vårt gemensamma kontor`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.names import networks_of
from pipeline.knowledge.scene import Named, Scene, Span

_OWNS: Final = Anchored(
    r"\b(?:äger"
    r"|delar(?= (?:vi|regionen|kommunen|kontoret|sekretariatet)\b)"
    r"|samäger|ägs|driver|drivs|delas(?= med )|finansierar"
    r"|har(?= (?:\w+ ){0,4}?(?:ett|en) gemensam)|öppna(?:de|t)|är (?=vårt? gemensam)"
    r"|bilda(?:de|t|r)|grunda(?:de|t))\b"
    r"(?: (?:vi|regionen|kommunen|förbundet|landstinget|staden))?",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"\b(?:vi|vårt?|regionen|kommunen|staden|landstinget|(?:kommun|region)?förbundet)\b",
    re.IGNORECASE,
)
_THE_OFFICE: Final = re.compile(
    # Whose shares are told of alone is what stands above.
    r"\b(?:kontoret|det|den|bolaget|föreningen)\b"
    r"|\bäger [^.]*(?:\b(?:resten|procent|del|hälften)\b|%)",
    re.IGNORECASE,
)
# When it came to be, before whose it is now: `Kontoret öppnade 1996 och är gemensamt för A och B`
_AND_IS: Final = re.compile(
    r"\b(?:öppna|bilda|grunda|starta|inrätta)(?:des?|t|ts)\b[^.;]*"
    r"\b(?:19|20)\d\d och (?:är|ägs|drivs)\b"
)
_OF_PROJECT: Final = re.compile(r"\b(?:projekt|satsning|förstudi)", re.IGNORECASE)
_TOGETHER: Final = Anchored(
    r"\b(?:tillsammans|gemensam\w*|ihop|delar [^.]{0,40}?med"
    r"|(?:drivs|delas|ägs) med(?= (?-i:[A-ZÅÄÖ]))"
    # Shares: `Staden äger 20 procent, Region Almvik resten`
    r"|äger (?:[a-zåäö]+ )?(?:\d+(?:,\d+)? ?(?:procent|%|andelar|aktier)|hälften|halva|en \w+del))"
    r"(?!\w)",
    re.IGNORECASE,
)


def tells_of_owners(text: str) -> bool:
    """Tell whether a sentence says that several own something together."""
    return bool(_OWNS.search(text) and _TOGETHER.search(text) and not _OF_PROJECT.search(text))


def owners(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield who owns a network together: `Tillsammans med A och B äger vi X`."""
    text = scene.text(sentence)
    match = _OWNS.search(text)
    organisations = [
        named.entity_id
        for named in scene.within(sentence, "organisation", "network")
        if named.type == "organisation" or is_federation(scene, named)
    ]
    active = match is not None and match[0].casefold() not in {
        "ägs",
        "drivs",
        "delas",
        "finansierar",
    }
    ours = [scene.issuer] if scene.issuer and (not active or _OURS.search(text)) else []
    periods = find_periods(scene.text(sentence))
    since = next((written(p) for p in periods if p.first is not None), None)
    since = None if _AND_IS.search(text) else since
    owned = [n for n in scene.within(sentence, "network") if not is_federation(scene, n)]
    labelled = bool(before) and _is_label(scene, before[0])
    if not owned and (_THE_OFFICE.search(text) or labelled):
        owned = networks_of(scene, sentence, before)
    for network in owned[:1]:
        for member in dict.fromkeys([*ours, *organisations]):
            yield Membership(member, network.entity_id, since, None, sentence)


def is_federation(scene: Scene, named: Named) -> bool:
    """Tell whether a network is one of municipalities that governs, and may own others."""
    return "kommunalförbund" in scene.name_of(named.entity_id).casefold()


def _is_label(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence is but the network that its paragraph is about."""
    named = scene.within(sentence, "network")
    return len(named) == 1 and scene.text(sentence).strip(" .:") == scene.text(named[0])
