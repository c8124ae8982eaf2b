"""Memberships that have ended: who left which network, and whether they came back."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.dates import Period, find_periods, written
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.names import members_of, networks_of
from pipeline.knowledge.relations.memberships.times import own_times, time_behind
from pipeline.knowledge.relations.memberships.verbs import LEFT, MEMBER
from pipeline.knowledge.scene import Scene, Span

# Before a time that is since when: `efter att ha varit med sedan`, `A, som gick med`, of a
# membership `som började`.
_SINCE: Final = re.compile(
    r"\b(?:sedan|(?:gick|gått|kom) (?:med|in)|anslöt(?: (?:sig|vi|oss))*(?: till)?"
    r"|inträdde|trädde in|blev (?:vi )?medlem|(?:gick|kom) (?:vi |[a-zåäö]+en )(?:med|in)"
    r"|anslöt [a-zåäö]+(?:en|et) sig(?: till)?"
    r"|(?:började|inleddes|tecknades|trädde i kraft))(?: (?:i|år|den|hösten|våren))* $"
)
# `Medlemskapet i X (1996) sades upp`
_BRACKET: Final = re.compile(r"medlemskap\w* i [^()]+ \($", re.IGNORECASE)
# `där medlemskapet varade 2017–2025`, `där vi var med 2004–2012`
_LASTED: Final = re.compile(
    r"\b(?:varade|gällde|löpte|med|medlem(?:mar)?|medlemskap\w*|tillhört?e?)"
    r"(?: (?:åren|under|mellan|från|i))* \(?$",
    re.IGNORECASE,
)
_IN_BRACKET: Final = re.compile(r" \([^()]*$")
_AND_LEFT: Final = re.compile(
    r",? (?:och|men|samt|medan) (?:att )?(?P<who>(?:[A-ZÅÄÖ][\w-]+(?: [\w-]+){0,3} )?)$"
)
_PASSIVE: Final = frozenset({"lämnades", "lämnas", "lämnats"})
_FIRST: Final = re.compile(r"(?:(?:Även|Också|Samtidigt|Dessutom) )?")
_SAME_YEAR: Final = re.compile(r"(?:Samma|Under samma|Också samma) år\b|Samtidigt\b")
_BACK: Final = re.compile(r"\b(?:återinträ\w+|återkom\w*|tillbaka|åter|igen)\b", re.IGNORECASE)


def ended(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield the memberships that a sentence says to have ended, and when: `lämnade X 2018`."""
    text = scene.text(sentence)
    left_at = LEFT.search(text)
    back = _rejoined(text, left_at.end()) if left_at else None
    if left_at and (bracket := _IN_BRACKET.search(text, 0, left_at.start())):
        yield from _left_in_bracket(scene, sentence, sentence.start + bracket.start())
        return
    began, until = _times(text)
    networks = networks_of(scene, sentence, before)
    if left_at and left_at[0].casefold() in _PASSIVE:
        # Papers are handed in so, too: only what begins the sentence is left.
        first = _FIRST.match(text) if left_at[0].casefold() != "lämnades" else None
        start = sentence.start + (first.end() if first else 0)
        end = start + 1 if first else sentence.start + left_at.start()
        networks = scene.within(Span(start, end), "network")
    until = until or _same_year(scene, text, before)
    own = own_times(scene, sentence, networks)
    for member in members_of(scene, sentence):
        for network in networks:
            left = None if back else own.get(network.entity_id, until)
            left = None if left == began else left
            yield Membership(member, network.entity_id, back or began, left, sentence)


def _same_year(scene: Scene, text: str, before: Sequence[Span]) -> str | None:
    """Return the year that `Samma år` points back to: the last of the sentence before."""
    told = find_periods(scene.text(before[-1])) if before and _SAME_YEAR.match(text) else ()
    last = next((p.last for p in reversed(list(told)) if p.last is not None), None)
    return str(last.year) if last else None


def _left_in_bracket(scene: Scene, sentence: Span, bracket: int) -> Iterator[Membership]:
    """Yield what a bracket tells of the network before it: `A (2004), B (2013, utträde 2017)`."""
    behind = scene.flow.text[bracket : sentence.end].partition(")")[0]
    for network in scene.within(sentence, "network"):
        if network.end == bracket and scene.issuer:
            yield Membership(scene.issuer, network.entity_id, *time_behind(behind), sentence)


def _times(text: str) -> tuple[str | None, str | None]:
    """Return since when somebody had been a member, and until when.

    What stands behind the beginning counts only where that comes before the verb of leaving.
    """
    periods = [period for period in find_periods(text) if period.last is not None]
    since = next((p for p in periods if _begins(text, p)), None)
    lasted = next((p for p in periods if _is_range(p) and _LASTED.search(text, 0, p.start)), None)
    if since is None and lasted and lasted.last:
        return written(lasted), str(lasted.last.year)
    if since is not None:
        behind = LEFT.search(text[: since.start]) is None
        periods = [p for p in periods if p.end <= since.start or (behind and p is not since)]
    last = periods[-1].last if periods else None
    length = {"year": 4, "month": 7, "day": 10}[periods[-1].precision] if periods else 0
    return written(since) if since else None, last.isoformat()[:length] if last else None


def _begins(text: str, period: Period) -> bool:
    """Tell whether a time is when a membership began."""
    if _is_range(period):
        return False
    in_bracket = _BRACKET.search(text, 0, period.start) and text[period.end : period.end + 1] == ")"
    return bool(_SINCE.search(text, 0, period.start) or in_bracket)


def _is_range(period: Period) -> bool:
    """Tell whether a time is of several years: `2017–2025`."""
    if period.precision != "year" or period.first is None or period.last is None:
        return False
    return period.first.year < period.last.year


def parted(scene: Scene, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences, those that tell of joining and then of leaving in their two parts.

    `har gått med i X och lämnat Y`, `medlem i X sedan 1995, men gick ur Y 2012`, or of one
    who joined and another who left: `A gick med 2020, men B lämnade nätverket`.
    """
    for sentence in sentences:
        between = _between(scene, sentence)
        if between:
            yield Span(sentence.start, sentence.start + between.start())
            yield Span(sentence.start + between.start("who"), sentence.end)
        else:
            yield sentence


def _between(scene: Scene, sentence: Span) -> re.Match[str] | None:
    """Return what parts joining and then leaving: of another network, or by somebody else."""
    text = scene.text(sentence)
    left = LEFT.search(text)
    joined = MEMBER.search(text) if left else None
    if left is None or joined is None:
        return None
    between = _AND_LEFT.search(text, joined.end(), left.start())
    if between and between["who"]:
        who = Span(sentence.start + between.start("who"), sentence.start + between.end())
        return between if scene.within(who, "organisation", "place") else None
    behind = scene.within(Span(sentence.start + left.end(), sentence.end), "network")
    return between if behind else None


def _rejoined(text: str, left: int) -> str | None:
    """Return when who left is said to have come back: `gick ur 2020 och återinträdde 2024`."""
    back = _BACK.search(text, left)
    behind = find_periods(text[back.end() :]) if back else ()
    return next((written(period) for period in behind), None)
