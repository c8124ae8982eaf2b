"""Since when those of a row are in it: `Samtliga gick med 2003`, `övriga har varit med sedan 2009`.

The row of members is told before, in the same paragraph; who is told apart is none of the others.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.memberships.coordination import as_members
from pipeline.knowledge.relations.memberships.founders import founded
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.scene import Scene, Span

_NUMBERS: Final = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta")
_MANY: Final = rf"(?:båda|{'|'.join(_NUMBERS)})"
_PLACES: Final = ("första", "andra", "tredje", "fjärde", "femte")
_WHO: Final = (
    rf"(?:(?P<all>samtliga|alla(?: {_MANY})?)"
    rf"|(?P<others>(?:de )?övriga(?: {_MANY})?|de (?:{_MANY} )?andra(?: {_MANY})?)"
    rf"|de (?P<many>{_MANY}) (?:första|förstnämnda)"
    rf"|de[nt] (?:(?P<place>{'|'.join(_PLACES)})|(?P<last>sista|sistnämnda|senare)))"
    r"(?: (?:parter|medlemmar|ägare|delägare|kommuner|regioner|län|landsting|städer)(?:na)?)?"
)
_CAME: Final = (
    r"(?: (?:har|hade) (?:varit|ingått|funnits|deltagit)(?: med(?:lemmar)?| (?:del)?ägare)?"
    r"| (?:är|var|blev) (?:med(?:lem(?:mar)?)?|(?:del)?ägare|parter|ansl\w+)"
    r"| (?:anslöt|anslutit) sig| (?:gick|gått|kom|kommit) (?:med|in|till)| inträdde| tillkom"
    r"| (?:startade|bildade|grundade) [a-zåäö]+(?:et|en)| ingår| deltar"
    r"|(?= (?:allt)?sedan\b| från\b))"
)
_REST: Final = Anchored(
    rf"(?:^|[,;] (?:och |medan |men )?|\b(?:medan|men) )(?P<rest>{_WHO}{_CAME})(?=[ .,;]|$)",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(rf"{_WHO}{_CAME}(?=[ .,;]|$)", re.IGNORECASE)
_FROM_START: Final = re.compile(r"\b(?:starten|början|begynnelsen|bildandet)\b")


def clauses(sentences: Sequence[Span], scene: Scene) -> Iterator[Span]:
    """Yield sentences, those parted that tell the rest of a row behind one of it."""
    for sentence in sentences:
        rests = list(_REST.finditer(scene.text(sentence)))
        starts = [sentence.start + rest.start("rest") for rest in rests]
        if rests and rests[0].start():
            yield Span(sentence.start, sentence.start + rests[0].start())
        elif not rests:
            yield sentence
        for start, end in zip(starts, [*starts[1:], sentence.end], strict=False):
            yield Span(start, end)


def rest_of_row(
    scene: Scene, sentence: Span, row: Sequence[Membership], before: Sequence[Span]
) -> Iterator[Membership]:
    """Yield those of a row that a clause counts, since the time that it tells."""
    rest = _FIRST.match(scene.text(sentence))
    if rest is None or not row:
        return
    behind = [p for p in times_told(scene, sentence) if p.start >= rest.end() and p.first]
    from_start = not behind and _FROM_START.search(scene.text(sentence), rest.end())
    since = founded(scene, [*before, sentence]) if from_start else None
    since = written(behind[0]) if behind else since
    for one in _counted(scene, rest, row, sentence) if since else ():
        yield Membership(one.member_id, one.network_id, since, None, sentence)


def _counted(
    scene: Scene, rest: re.Match[str], row: Sequence[Membership], sentence: Span
) -> Sequence[Membership]:
    """Return those of a row that `samtliga`, `övriga`, `de två första` or `det tredje` are."""
    if rest["many"]:
        many = rest["many"].casefold()
        return row[: _NUMBERS.index(many) + 2 if many in _NUMBERS else 2]
    if rest["place"]:
        place = _PLACES.index(rest["place"].casefold())
        return row[place : place + 1]
    if rest["last"]:
        return row[-1:]
    if rest["all"]:
        return row
    between = Span(row[0].evidence.end, sentence.start)
    apart = set(as_members(scene, scene.within(between, "organisation", "place")))
    return [one for one in row if one.member_id not in apart]
