"""Networks known by their own plans: `Kustringen` above `Verksamhetsplan 2012`.

Who has members is a network, whatever it is called: where a text says who its members are, the
line above the title of its plan is its name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.memberships.headings import may_name_network
from pipeline.knowledge.textflow import Block

_NAME: Final = re.compile(r"[^\W\d_a-zåäö][\w'’&–-]*(?: [\w'’&–-]+){0,5}")
_PAPER: Final = re.compile(
    r"(?:verksamhetsplan|verksamhetsberättelse|årsberättelse|årsrapport|stadgar|arbetsprogram"
    r"|protokoll|året som gick|årsredovisning|budget)\b",
    re.IGNORECASE,
)
# The title and the name in one line: `Verksamhetsplan 2016 Energikontor Sydvik`
_TITLED: Final = re.compile(rf"{_PAPER.pattern}(?: (?:för|år))*(?: (?:19|20)\d\d)? ", re.IGNORECASE)
_MEMBERS: Final = re.compile(
    r"\b(?:Medlemmar(?:na)?(?: i (?:föreningen|nätverket|samarbetet))?(?: är\b|:)"
    r"|(?:medlems(?:kommuner|regioner|organisationer)(?:na)?|årsmötet)\b)"
)
_TOP_BLOCKS: Final = 3


def named_by_own_papers(
    blocks: Sequence[Block], spans: Sequence[Named]
) -> Iterator[tuple[int, str]]:
    """Yield the name above the title of a network's own plan, and where it begins.

    Where the first lines name a network, or the line itself an organisation, it is known already.
    The name may stand in the line of the title, where the text says who owns what is so called.
    """
    top = blocks[:_TOP_BLOCKS]
    titled = _TITLED.match(top[0].content) if top else None
    if not titled and (len(top) < _TOP_BLOCKS or not _PAPER.match(top[1].content)):
        return
    start = titled.end() if titled else 0
    name = top[0].content[start:].strip()
    ends = {"network": top[-1].end, "organisation": top[0].end, "person": top[0].end}
    known = any(n.start < ends.get(n.type, 0) for n in spans)
    if known or not _NAME.fullmatch(name) or not may_name_network(name):
        return
    owned = re.compile(rf"\b{re.escape(name)} ägs (?:[a-zåäö]+ ){{0,3}}?av [A-ZÅÄÖ]")
    members = owned if titled else _MEMBERS
    if any(members.search(block.text) for block in blocks):
        yield top[0].content_start + start, name
