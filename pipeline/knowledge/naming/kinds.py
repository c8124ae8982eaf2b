"""What networks and their like are said to be: `X är ett politiskt nätverk`."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.textflow import Flow

_TYPES: Final = frozenset({"network", "programme", "fund", "organisation"})
_NOUN: Final = (
    r"[a-zåäö-]*(?:nätverk|organisation|samarbete|samarbetsorgan|förening|förbund|allians|plattform"
    r"|forum|mötesplats|kommitté|sammanslutning|partnerskap|euroregion|program|fond|kontor|råd)"
)
# Behind the name, perhaps with its abbreviation: `är ett`, `, ett`, `som är en`.
_SAID_TO_BE: Final = re.compile(
    r"(?: \([^()\n]{2,40}\))?(?:,? (?:som )?(?:är|utgör)(?: i dag| idag)? (?:ett|en)|, (?:ett|en))"
    rf" (?P<kind>(?:[a-zåäö-]+ ){{0,3}}?{_NOUN})\b(?! av\b)"
)


def kinds_of(flow: Flow, names: Sequence[Named]) -> Mapping[str, str]:
    """Return what a document says that networks, programmes, funds and organisations are, by id.

    Of several kinds the one said most often counts, then the first in the alphabet.
    """
    said: dict[str, Counter[str]] = {}
    for named in names:
        if named.type in _TYPES and (match := _SAID_TO_BE.match(flow.text, named.end)):
            said.setdefault(named.entity_id, Counter())[match["kind"]] += 1
    return {key: min(kinds, key=lambda kind: (-kinds[kind], kind)) for key, kinds in said.items()}
