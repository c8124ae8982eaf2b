"""Times that are of one network or one member alone where a sentence names several."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.memberships.coordination import ends_row
from pipeline.knowledge.relations.memberships.membership import Membership, times_told
from pipeline.knowledge.scene import Named, Scene, Span

# A time of a network's own, before or behind it: `och, sedan den 1 mars 2024, i X`.
OWN_TIME_BEFORE: Final = re.compile(
    r"\b(?:(?:allt)?sedan|från)(?: och med)?(?: år| den| hösten| våren)? $", re.IGNORECASE
)
_INTO: Final = re.compile(
    r",? (?:(?:även|också|är|varit|medlem|medlemmar|med|aktiva?|ingår|ingått|vi|regionen) )*"
    r"(?:(?:i|av|till) (?:[a-zåäö-]+ ){0,3})?"
)
# `medlem i A 2004, och 2010 i B`
_GOES_ON: Final = re.compile(r"(?:, och|,| och| samt) (?:år )?$")
_OWN_TIME_BEHIND: Final = re.compile(
    r"(?:,? \(?[A-ZÅÄÖ]{2,8}\)?)?"
    r"(?: \([^()]*\))?(?:,| –)? \(?"
    r"(?:(?:är |varit )?(?:med(?:lem(?:mar)?)?|in(?:ne)?|ansl(?:uten|utna|öts|utning)"
    r"|inträd(?:e|de)|(?:gick|kom) (?:in|med)|delägare) )?"
    r"(?:i )?"
    r"(?:sedan |från )?(?:(?:starten|bildandet|grundandet) )?"
    r"(?:år |den |hösten |våren )?"
)
# `X, som regionen har tillhört sedan 2012`
_OWN_CLAUSE: Final = re.compile(
    r"(?: \([^()]*\))?, (?:som|där|dit) [^.,;]{3,50}? (?:sedan|från) (?:år |den )?"
)
_WHEN: Final = (
    r"(?:sedan|från|från och med) (?:(?:starten|bildandet|begynnelsen|öppnandet) )?"
    r"(?:år )?(?:den )?(?:(?:\d\d? )?\w+ )?"
    r"(?:19|20)\d\d(?:-\d\d-\d\d)?"
)
# `ägs sedan januari 2016 av A och B`, `Medlemmar är sedan 2016 A och B`
_SHARED: Final = re.compile(rf"\b(?:ägs|drivs|styrs) {_WHEN} [\w ]{{0,30}}?\bav\b|\b{_WHEN} $")
_TIME_BEFORE: Final = re.compile(
    rf"\b{_WHEN},? (?:(?:är|blev|även|också|dessutom|numera|av|hos|genom) )*$", re.IGNORECASE
)
_TIME_BEHIND: Final = re.compile(rf" \({_WHEN}\)")
_TIME_LAST: Final = re.compile(rf",? {_WHEN}")
# `Samarbetet mellan A och B inleddes 1999`
_BEGUN: Final = re.compile(
    r",? (?:inleddes|började|startade|bildades|tillkom|kom till|inrättades|grundades)"
    r" (?:redan )?(?:år |i |den |hösten |våren )?(?:(?:\d\d? )?[a-zåäö]+ )?(?:19|20)\d\d"
)
_THROUGH: Final = re.compile(
    r"\b(?:från(?: och med)? (?P<year>(?:19|20)\d\d) )?genom (?:dåvarande |dess föregångare )?$",
    re.IGNORECASE,
)
_LIKEWISE: Final = re.compile(r"\b(?:samtidigt som|liksom|precis som) $", re.IGNORECASE)
_ITS_OWN_TIME: Final = re.compile(
    rf"s? (?:har (?:varit|ingått|deltagit|funnits)(?: medlem| med)? |är (?:medlem|med) "
    rf"|ingår |deltar )?(?P<when>{_WHEN})"
)
# `avgift 2024: 45 000 kr`
_OF_FEE: Final = re.compile(
    r"(?:avgift\w*|\d (?:kr|kronor|euro|tkr|mkr|SEK|EUR))(?: för)?(?: år)? \(?$", re.IGNORECASE
)
# Until when, behind a name: `(2013, utträde 2017)`, `t.o.m. 2015`.
_UNTIL: Final = re.compile(
    r"\b(?:utträ[a-zåäö]*|till och med|t\.?o\.?m\b\.?|till|lämna[a-zåäö]*|avsluta[a-zåäö]*"
    r"|upphör[a-zåäö]*|uppsa[a-zåäö]*|löp(?:er|te|t) ut|sista dag[a-zåäö]*(?: är)?)"
    r"(?: (?:år|i|den|från|per))* $",
    re.IGNORECASE,
)
_PAIRS: Final = 2
# The longest words before a time of one of a row, in characters.
_LONGEST: Final = 48


def own_times(scene: Scene, sentence: Span, networks: Sequence[Named]) -> dict[str, str]:
    """Return the times that stand right before or behind one of several networks.

    A single time behind the last of them is that of all: `i A, B och C sedan 2015`.
    """
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    relative: dict[str, str] = {}
    apart = False
    text = scene.flow.text
    for period in times_told(scene, sentence):
        start, end = sentence.start + period.start, sentence.start + period.end
        since = written(period)
        if since is None:
            continue
        leads = OWN_TIME_BEFORE.search(text[sentence.start : start])
        goes_on = _GOES_ON.search(text, sentence.start, start)
        # `I A är vi medlem sedan 1997 och i B sedan 2003`
        apart = apart or bool(networks and networks[0].end < start < networks[-1].start)
        of_one = [n for n in networks if _OWN_TIME_BEHIND.fullmatch(text[n.end : start])]
        behind |= {network.entity_id: since for network in of_one}
        for network in networks if (leads or goes_on) and not of_one else ():
            if len(networks) > 1 and _OWN_CLAUSE.fullmatch(text[network.end : start]):
                relative[network.entity_id] = since
            elif _INTO.fullmatch(text, end, network.start):
                before[network.entity_id] = since
    if networks and list(behind) == [networks[-1].entity_id] and not apart:
        behind.clear()
    before.pop(networks[0].entity_id if networks else "", None)
    return before | behind | relative


def time_of_all(scene: Scene, last: Named) -> str | None:
    """Return the time behind a row, which is of all in it: `A, B och C sedan 2010`."""
    told = _TIME_LAST.match(scene.flow.text, last.end) or _BEGUN.match(scene.flow.text, last.end)
    return _first_time(told[0]) if told else None


def own_time(scene: Scene, named: Named, sentence: Span) -> str | None:
    """Return since when one of a row is a member: `samt, från och med 2021, C`, `C (från 2021)`."""
    around = Span(max(sentence.start, named.start - _LONGEST), sentence.end)
    before = scene.flow.text[around.start : named.start]
    own = _TIME_BEFORE.search(before) or _TIME_BEHIND.match(scene.flow.text, named.end)
    return _first_time(own[0]) if own else None


def _first_time(text: str) -> str | None:
    """Return the first time of a text."""
    period = next(iter(find_periods(text)), None)
    return written(period) if period else None


def shared_since(text: str) -> str | None:
    """Return since when all of a row are members, by what leads to them."""
    shared = _SHARED.search(text)
    return _first_time(shared[0]) if shared else None


def members_in_turn(
    scene: Scene, sentence: Span, since: str | None
) -> Iterator[tuple[str, str | None]]:
    """Yield who was the member at which time: `först genom A och från 2015 genom B`.

    The time behind a row is of all in it, and of none alone.
    """
    for named in scene.within(sentence, "organisation"):
        before = scene.flow.text[sentence.start : named.start]
        if _LIKEWISE.search(before):
            yield named.entity_id, since
        own = _ITS_OWN_TIME.match(scene.flow.text, named.end)
        if own and not ends_row(scene, sentence, named):
            yield named.entity_id, _first_time(own["when"])
        if match := _THROUGH.search(before):
            yield named.entity_id, match["year"] or since


def time_behind(text: str) -> tuple[str | None, str | None]:
    """Return since and until when, as told behind a name: `(2004–2017)`, `2013, utträde 2017`."""
    periods = [p for p in find_periods(text) if p.first and not _OF_FEE.search(text, 0, p.start)]
    left = next((p for p in periods if _UNTIL.search(text, 0, p.start)), None)
    until = written(left) if left else None
    period = next((p for p in periods if p is not left), None)
    if period is None or period.first is None or period.last is None:
        return None, until
    several = period.precision == "year" and period.last.year > period.first.year
    return written(period), str(period.last.year) if several else until


def each_its_own(scene: Scene, sentence: Span) -> list[Membership]:
    """Return the memberships of a sentence that names member, network, member, network in turn.

    What stands between a member and the next is told of it: `A är sedan 2010 med i X och B
    sedan 2016 i Y`.
    """
    told = scene.within(sentence, "organisation", "network")
    named = [next(group) for _, group in groupby(told, key=lambda one: one.entity_id)]
    members, networks = named[::2], named[1::2]
    alternate = {n.type for n in members} == {"organisation"} and {n.type for n in networks} == {
        "network"
    }
    if len(members) < _PAIRS or len(members) != len(networks) or not alternate:
        return []
    found = []
    for member, network, after in zip(members, networks, [*members[1:], None], strict=True):
        own = Span(member.end, after.start if after else sentence.end)
        since = next((written(p) for p in find_periods(scene.text(own))), None)
        found.append(Membership(member.entity_id, network.entity_id, since, None, sentence))
    return found
