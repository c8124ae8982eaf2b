"""Which names of a sentence stand beside which of its sums."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.names import Named, Span

# What the next sum of a sentence is for: `410 tkr och avgiften till ERRIN`
_NEXT_SUM: Final = re.compile(r",? (?:och|samt) (?!till\b)[^.;:\d]")


def paired(text: str, near: Sequence[Named], span: Span, sums: Sequence[Span]) -> list[Named]:
    """Return the names that a sum may be for, where its sentence tells of several sums.

    No other sum stands between. Where names stand before no sum but behind the last, they
    follow their sums: `3 000 euro till A, 2 000 euro till B`.
    """
    if len(sums) < 2:
        return list(near)
    first = max((one.end for one in sums if one.end <= span.start), default=0)
    last = min((one.start for one in sums if one.start >= span.end), default=span.end + 10**6)
    follow = not any(named.start < sums[0].start for named in near)
    follow = follow and any(named.start > sums[-1].end for named in near)
    lead = any(named.start < sums[0].start for named in near)
    lead = lead and not any(named.start > sums[-1].end for named in near)
    others = not follow and span.end < sums[-1].start
    return [
        named
        for named in near
        if (span.end if follow else first) <= named.start < (span.start if lead else last)
        and not (others and _NEXT_SUM.match(text, span.end, named.start))
    ]
