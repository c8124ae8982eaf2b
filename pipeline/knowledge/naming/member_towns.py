"""Towns by their names alone, where members are told: `Lund är medlem i X`, `A, Lund och B`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.memberships.founders import FOUNDERS
from pipeline.knowledge.relations.memberships.latecomers import LATER, STAYS
from pipeline.knowledge.relations.memberships.lines import member_lines
from pipeline.knowledge.relations.memberships.owners import tells_of_owners
from pipeline.knowledge.relations.memberships.rows import MEMBERS_ARE
from pipeline.knowledge.relations.memberships.verbs import tells_of_members
from pipeline.knowledge.textflow import Flow

# Words before a town that is a subject or stands in a row, and behind it: the town's own word
# may mean anything else, and where something is is no member.
_BEFORE: Final = (
    *("är", "och", "har", "var", "samt", "blev", "gick", "blir", "som", "där", "dit", "när", "att"),
    *(
        "sig",
        "kom",
        "inträdde",
        "tillkom",
        "medan",
        "men",
        "både",
        "såväl",
        "finns",
        "hör",
        "kommunerna",
        "Kommunerna",
        "städerna",
        "Städerna",
        "av",
    ),
)
_BEGINS: Final = "|".join(["^", r"(?<=[,.:;–] )", *(rf"(?<=\b{word} )" for word in _BEFORE)])
_BEHIND: Final = (
    r"och|samt|som|är|var|blev|blir|har|hade|gick|med|medlem|en av|anslöt|lämna\w+|deltar|ingår"
    r"|medverkar|tillhör\w*|inträdde|utträdde|bildade|grundade|startade|nu|också|även|sedan"
    r"|kom|kommit|tillkom\w*|slöt|stannar|står|finns|kvar"
)
_TOWN: Final = re.compile(
    rf"(?:{_BEGINS})(?P<name>[A-ZÅÄÖ][a-zåäö]+)"
    rf"(?=[,.]?$|, |\. | ?\(| (?:{_BEHIND})\b|s (?:medlemskap|inträde|utträde|anslutning))",
)


_NAME: Final = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_GOVERNING: Final = re.compile(r"(?P<town>.+?)s? (?:kommun|stad)", re.IGNORECASE)
_FOUND: Final = frozenset({"introduced", "cue", "name_again"})


# `kommunerna Dalby, Åsele och Vik`, `Länets största kommun, Dalby, är medlem`
_ROW_OF_TOWNS: Final = Anchored(
    rf"\b(?:[a-zåäö]*(?:kommunerna|städerna)|Kommunerna|Städerna)"
    rf" (?P<row>{_NAME}(?:, {_NAME})*,? (?:och|samt) {_NAME})"
    rf"|\b(?:kommun|stad)(?:en)?, (?P<one>{_NAME}),(?= (?:är|har|blev|gick|anslöt)\b)"
)


def towns_told(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the towns that a text says to be municipalities where it tells of members."""
    for block in flow.blocks:
        rows = list(_ROW_OF_TOWNS.finditer(block.text))
        if rows and _tells(block.text):
            for row in rows:
                for town in re.finditer(_NAME, row[row.lastgroup or 0]):
                    yield block.start + row.start(row.lastgroup or 0) + town.start(), town[0]


def _tells(text: str) -> bool:
    """Tell whether a text says who is a member, or who founded something."""
    told = tells_of_members(text) or tells_of_owners(text)
    return told or any(p.search(text) for p in (MEMBERS_ARE, FOUNDERS, LATER, STAYS))


def own_towns(flow: Flow, spans: Sequence[Named]) -> Mapping[str, str]:
    """Return the towns whose municipalities a text names in full: `Havsnäs kommun` Havsnäs."""
    towns: dict[str, str] = {}
    for named in spans:
        surface = flow.text[named.start : named.end]
        if named.type == "organisation" and (match := _GOVERNING.fullmatch(surface)):
            towns.setdefault(match["town"], named.entity_id)
            towns.setdefault(surface.rpartition(" ")[0], named.entity_id)
    return towns


def without_towns(flow: Flow, spans: Sequence[Named]) -> list[Named]:
    """Leave out networks that are nothing but such a town: `Havsnäs är en hamnstad`."""
    towns = own_towns(flow, spans)
    return [
        named
        for named in spans
        if named.type != "network"
        or named.method not in _FOUND
        or flow.text[named.start : named.end] not in towns
    ]


def member_towns(
    flow: Flow, spans: Sequence[Named], municipality: Callable[[str], str | None]
) -> Iterator[Named]:
    """Yield the municipalities that towns' names stand for where a block tells of members.

    `municipality` gives the id of the one that a town's name is of. Only words that are no part
    of another name are asked for.
    """
    own = own_towns(flow, spans)
    taken = sorted((name.start, name.end) for name in spans)
    starts = [start for start, _ in taken]
    longest = max((end - start for start, end in taken), default=0)
    below = {block.start for _, block in member_lines(flow.blocks)}
    for block in flow.blocks:
        text = block.content
        if not (block.start in below or _tells(text)):
            continue
        for match in _TOWN.finditer(text):
            governing = own.get(match["name"]) or municipality(match["name"])
            if governing is None:
                continue
            start, end = (block.content_start + place for place in match.span("name"))
            near = taken[bisect_right(starts, start - longest) : bisect_left(starts, end)]
            if not any(start < name_end for _, name_end in near):
                yield Named(start, end, "organisation", governing, "cue")
