"""Memberships that have ended: who left which network, and whether they came back."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.names import members_of, networks_of
from pipeline.knowledge.relations.memberships.times import own_times
from pipeline.knowledge.relations.memberships.verbs import LEFT, MEMBER
from pipeline.knowledge.scene import Scene, Span

# `efter att ha varit med sedan 1995`, `A, som gick med 2012, utträder`
_SINCE_LEFT: Final = Anchored(
    r"\b(?:varit (?:med|medlem) sedan|(?:gick|gått) med|anslöt(?: sig)?|inträdde|blev medlem)"
    r"(?: i)? (?:år )?(?P<year>\d{4})(?!-)"
)
_AND_LEFT: Final = re.compile(r",? (?:och|men|samt) (?:att )?$")
_BACK: Final = re.compile(r"\b(?:återinträ\w+|återkom\w*|tillbaka|åter|igen)\b", re.IGNORECASE)


def ended(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the memberships that a sentence says to have ended, and when: `lämnade X 2018`."""
    left_at = LEFT.search(scene.text(sentence))
    back = _rejoined(scene.text(sentence), left_at.end()) if left_at else None
    since = _SINCE_LEFT.search(scene.text(sentence))
    text = scene.text(sentence)
    # Not since when, and what stands behind it only where it comes first.
    first = text[: since.start()] if since else text
    rest = text[since.end() :] if since and not LEFT.search(first) else ""
    periods = [p for p in find_periods(first + rest) if p.last is not None]
    until = None
    if periods and periods[-1].last is not None:
        length = {"year": 4, "month": 7, "day": 10}[periods[-1].precision]
        until = periods[-1].last.isoformat()[:length]
    networks = networks_of(scene, sentence, before)
    own = own_times(scene, sentence, networks)
    for member in members_of(scene, sentence):
        for network in networks:
            left = None if back else own.get(network.entity_id, until)
            joined = back or (since["year"] if since else None)
            yield Membership(member, network.entity_id, joined, left, sentence)


def parted(scene: Scene, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences, those that tell of joining and then of leaving in their two parts.

    `har gått med i X och lämnat Y`, `medlem i X sedan 1995, men gick ur Y 2012`.
    """
    for sentence in sentences:
        text = scene.text(sentence)
        left = LEFT.search(text)
        joined = MEMBER.search(text) if left else None
        between = _AND_LEFT.search(text, joined.end(), left.start()) if joined and left else None
        behind = scene.within(Span(sentence.start + left.end(), sentence.end)) if left else []
        if between and any(n.type == "network" for n in behind):
            yield Span(sentence.start, sentence.start + between.start())
            yield Span(sentence.start + between.end(), sentence.end)
        else:
            yield sentence


def _rejoined(text: str, left: int) -> str | None:
    """Return when who left is said to have come back: `gick ur 2020 och återinträdde 2024`."""
    back = _BACK.search(text, left)
    behind = find_periods(text[back.end() :]) if back else ()
    return next((written(period) for period in behind), None)
