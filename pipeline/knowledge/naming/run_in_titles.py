"""Networks that are run-in titles: `Kustens energistäder. Regionen är medlem sedan 2012.`.

Such a title ends with a full stop and the text goes on in its line. It names a network where the
text behind it tells of a membership or of the network, or where it has capitals and paragraphs
beside it have networks that are known as their titles.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.naming.seat_places import is_name
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.memberships.headings import may_name_network
from pipeline.knowledge.textflow import Block, BlockKind

_TITLE: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&–-]*(?: [\w'’&–-]+){1,6}?)(?<!\d)"
    r"(?: \([^()]{2,12}\))?\. (?=[A-ZÅÄÖ])"
)
_OF_IT: Final = re.compile(
    r"(?:Nätverket|Samarbetet|Organisationen|Föreningen|Förbundet|Alliansen|Forumet|Unionen|Rådet"
    r"|(?:Ett|Det) (?:[a-zåäö]+ )?(?:nätverk|samarbete|forum|samarbetsorgan)) "
)
_MEMBER: Final = re.compile(
    r"(?:(?:Vi|Regionen|Kommunen|Staden|Landstinget|Förbundet|Region [A-ZÅÄÖ]\w+) )?"
    r"(?:(?:är|har varit|var|blev|gick) (?:\w+ ){0,2})?"
    r"(?i:medlem|anslut(?:en|na)|delägare|med)\b(?! i [A-ZÅÄÖ])"
)
# No clause has a capital inside: `Kustens Energistäder`.
_PROPER: Final = re.compile(r" [^\W\d_a-zåäö]")
_OF_SEATS: Final = re.compile(r"\b(?:ledamot|ledamöter|ordinarie|ersättare|suppleant|ombud)\b")
_FEWEST: Final = 2
# Of so many titles one at least is known.
_MOST_UNKNOWN: Final = 3


def titled_networks(blocks: Sequence[Block], spans: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Yield the unknown names that paragraphs have as run-in titles, and where they begin."""
    known = {named.start for named in spans if named.type == "network"}
    called = {place for n in spans if n.type != "place" for place in range(n.start, n.end)}
    titled = [(block, match) for block in blocks for match in _titles(block)]
    networks = sum(block.content_start in known for block, _ in titled)
    beside = networks >= _FEWEST and networks * _MOST_UNKNOWN >= len(titled)
    for block, match in titled:
        behind = block.content[match.end() :]
        proper = beside and bool(_PROPER.search(match["name"]))
        told = proper or bool(_OF_IT.match(behind) or _MEMBER.match(behind))
        told = told or (is_name(match["name"]) and bool(_OF_SEATS.search(behind)))
        start = block.content_start
        if told and called.isdisjoint(range(start, start + len(match["name"]))):
            yield start, match["name"]


def _titles(block: Block) -> Iterator[re.Match[str]]:
    """Yield the run-in title of a paragraph, if it has one."""
    match = _TITLE.match(block.content) if block.kind is not BlockKind.CELL else None
    if match and not is_prose(match["name"]) and may_name_network(match["name"]):
        yield match
