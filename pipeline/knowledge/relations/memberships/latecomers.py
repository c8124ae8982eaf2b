"""Who came to a network later, and who stays: `Året därpå anslöt sig A`, `B är kvar`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.coordination import as_members, follows, is_owner
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.relations.memberships.rows import network_spoken_of
from pipeline.knowledge.scene import Named, Scene, Span

_TOO: Final = r"(?:(?:även|också|dessutom|till sist|slutligen) )?"
LATER: Final = Anchored(
    # The verb first, as behind a time: `Två år senare gick A och B med`.
    r"\b(?:(?:anslöt|slöt) sig|inträdde|tillkom|tillträdde|upptogs|antogs|togs|gick|kom|trädde)"
    rf" {_TOO}(?P<row>[A-ZÅÄÖ][^.:;]{{2,120}}?)(?: (?:med|in|till|upp))?"
    r"(?=[.,;]|$| (?:som|i|och [a-zåäö]+)\b)"
    # The verb last, of coming alone: `A kom till så sent som 2018`.
    r"|(?:^|(?<=, )|(?<=och ))(?P<first>[A-ZÅÄÖ][^.,:;]{2,80}?) (?:har )?"
    r"(?:tillkommit|tillkom|kommit till|kom till|kom med|kommit med|kom in)\b"
    r"(?= (?:[a-zåäö]+ ){0,5}(?:\d|januari|februari))"
)
STAYS: Final = Anchored(
    r"(?:^|(?<=, )|(?<=medan )|(?<=men ))(?P<row>[A-ZÅÄÖ][^.,:;]{2,80}?)"
    r" (?:är|finns|blir|stannar|står)"
    r" (?:(?:dock|däremot|alltjämt|fortfarande|ännu) )?kvar\b(?=[.,;]|$| (?:i|som medlem\w*)\b)"
)
# `Året därpå`, `Två år senare`, `Samma år`: told from the time before.
_AFTER_THAT: Final = re.compile(
    r"\b(?:(?P<same>[Ss]amma år|[Ss]amtidigt)|(?:[Åå]ret (?:därpå|därefter|efter)|[Nn]ästa år)"
    r"|(?P<many>[Ee]tt|[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|\d{1,2}) år"
    r" (?:senare|därefter|efteråt))\b"
)
# Behind the next who came: `, Ekby kommun två år därefter`, `, Ekby kommun 2007`
_TURN: Final = re.compile(
    rf" (?:först |redan |i |år |den )?(?:{_AFTER_THAT.pattern}"
    r"|(?:(?:\d\d? )?[a-zåäö]+ )?(?:19|20)\d\d)(?=[.,;]| och\b|$)"
)
_THIS_YEAR: Final = re.compile(r"\b(?:[Uu]nder|[Ii]) år(?:et)?\b")
_MANY: Final = ("ett", "två", "tre", "fyra", "fem", "sex")


def latecomers(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield who came to the network spoken of, since the time that the sentence tells.

    Others may be told in turn: `A tillkom 2005, B två år därefter`.
    """
    found = list(_members(scene, sentence, LATER, before))
    since = _since(scene, sentence, before) if found else None
    yield from (replace(one, since=since) for one in found)
    for member, joined in in_turn(scene, sentence, before) if found else ():
        yield replace(found[0], member_id=member, since=joined)


def in_turn(
    scene: Scene, sentence: Span, before: Sequence[Span]
) -> Iterator[tuple[str, str | None]]:
    """Yield who else came by a sentence, each with its own time: `vi gick med 2005, A 2007`."""
    for named in scene.within(sentence, "organisation", "place"):
        parted = scene.flow.text[sentence.start : named.start].endswith((", ", " och ", " samt "))
        told = _TURN.match(scene.flow.text, named.end) if parted else None
        if told:
            earlier = Span(sentence.start, named.start)
            joined = _since(scene, Span(*told.span()), [*before, earlier])
            yield from ((member, joined) for member in as_members(scene, [named]))


def stayers(scene: Scene, sentence: Span, before: Sequence[Span]) -> Iterator[Membership]:
    """Yield who is said to stay in a network that another has left."""
    yield from _members(scene, sentence, STAYS, before)


def comes_later(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence names who came, so that it tells of nobody else."""
    told = LATER.search(scene.text(sentence))
    return told is not None and bool(_row(scene, sentence, told))


def _members(
    scene: Scene, sentence: Span, pattern: Anchored, before: Sequence[Span]
) -> Iterator[Membership]:
    """Yield those that a pattern tells, as members of the network spoken of."""
    told = pattern.search(scene.text(sentence))
    row = _row(scene, sentence, told) if told else []
    network = _network(scene, sentence, row, before) if row else None
    for member in as_members(scene, row) if network else ():
        if network and member != network.entity_id:
            yield Membership(member, network.entity_id, None, None, sentence)


def _row(scene: Scene, sentence: Span, told: re.Match[str]) -> list[Named]:
    """Return the names that begin right where those who came are told."""
    first, last = (sentence.start + place for place in told.span(told.lastgroup or 0))
    row: list[Named] = []
    for named in scene.within(Span(first, last), "organisation", "place"):
        if is_owner(scene, named) or not follows(scene, named, row[-1] if row else None):
            break
        row.append(named)
    return row if row and row[0].start == first else []


def _network(
    scene: Scene, sentence: Span, row: Sequence[Named], before: Sequence[Span]
) -> Named | None:
    """Return the network that a sentence names, else the one spoken of."""
    named = scene.within(sentence, "network")
    return (
        named[0] if named else network_spoken_of(scene, Span(sentence.start, row[0].start), before)
    )


def _since(scene: Scene, sentence: Span, before: Sequence[Span]) -> str | None:
    """Return the time of a sentence, or the one that it counts from the last told before."""
    own = next((period for period in times_told(scene, sentence) if period.first), None)
    after = _AFTER_THAT.search(scene.text(sentence))
    if own is not None:
        return written(own)
    if after is None:
        this_year = _THIS_YEAR.search(scene.text(sentence))
        return str(scene.year) if this_year and scene.year else None
    earlier = [p.first for one in before for p in times_told(scene, one) if p.first is not None]
    return str(_years_on(earlier[-1], after)) if earlier else None


def _years_on(start: date, after: re.Match[str]) -> int:
    """Return the year so many years after a day."""
    if after["same"]:
        return start.year
    many = (after["many"] or "ett").casefold()
    return start.year + (int(many) if many.isdigit() else _MANY.index(many) + 1)
