"""Towns by their names alone, where members are told: `Lund är medlem i X`, `A, Lund och B`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.member_lines import member_lines
from pipeline.knowledge.relations.member_names import tells_of_members
from pipeline.knowledge.relations.member_rows import MEMBERS_ARE
from pipeline.knowledge.textflow import Flow

# A name that is a subject or stands in a row: the town's own word may mean anything else.
_TOWN: Final = re.compile(
    r"(?:^|(?<=[,.:;–] )|(?<=\bär )|(?<=\boch )|(?<=\bhar )|(?<=\bvar )"
    r"|(?<=\bsamt )|(?<=\bblev )|(?<=\bgick )|(?<=\bblir ))"
    r"(?P<name>[A-ZÅÄÖ][a-zåäö]+)"
    r"(?=[,.]?$|, |\. | ?\(| (?:och|samt|är|var|blev|blir|har|gick|med|medlem|en av|anslöt|lämna\w+"
    r"|deltar|ingår|medverkar|nu|också|även|sedan)\b)"
)


def member_towns(
    flow: Flow, spans: Sequence[Named], municipality: Callable[[str], str | None]
) -> Iterator[Named]:
    """Yield the municipalities that towns' names stand for where a block tells of members.

    `municipality` gives the id of the one that a town's name is of. Only words that are no part
    of another name are asked for.
    """
    taken = sorted((name.start, name.end) for name in spans)
    starts = [start for start, _ in taken]
    longest = max((end - start for start, end in taken), default=0)
    below = {block.start for _, block in member_lines(flow.blocks)}
    for block in flow.blocks:
        text = block.content
        if not (block.start in below or tells_of_members(text) or MEMBERS_ARE.search(text)):
            continue
        for match in _TOWN.finditer(text):
            governing = municipality(match["name"])
            if governing is None:
                continue
            start, end = (block.content_start + place for place in match.span("name"))
            near = taken[bisect_right(starts, start - longest) : bisect_left(starts, end)]
            if not any(start < name_end for _, name_end in near):
                yield Named(start, end, "organisation", governing, "cue")
