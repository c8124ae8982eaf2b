"""Who issued a document: a region, a municipality, or the network whose own it is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.registry import Registry
from pipeline.knowledge.structure.document import Profile
from pipeline.knowledge.textflow import Block, Flow

_ISSUES: Final = re.compile(
    r"^(?:Region|Landstinget|Kommunförbundet|Regionförbundet|Länsstyrelsen) "
    r"|(?:regionen|kommun|stad|landsting)$",
    re.IGNORECASE,
)
_OF_NETWORK: Final = re.compile(
    r"(?:verksamhets(?:plan|berättelse)|arbetsprogram|årsrapport|årsberättelse|stadgar|protokoll"
    r"|minnesanteckningar|nyheter|nyhetsbrev|medlemsblad|utvecklingsstrategi|\bLUS\b)",
    re.IGNORECASE,
)
# What may lead to whose a document is: `Föreningen X höll årsmöte`, `Arbetet i X leds av`.
_LEADS: Final = re.compile(
    r"(?:(?:Arbetet|Verksamheten|Samarbetet|Styrelsen|Presidiet|Årsmötet|Årsstämman|Sekretariatet"
    r"|Medlemmar(?:na)?|Ledamöter(?:na)?) (?:i|inom|för|av) )?(?:(?:[Ff]öreningen|[Nn]ätverket"
    r"|[Ss]amarbetet|[Oo]rganisationen) )?"
)
_OF_MEMBERS: Final = re.compile(r"(?:Medlem(?:mar)?|Ägare|Huvudmän|Parter)\b.*:")
_MANY: Final = 3
_AT_TOP: Final = 600
_FIRST_WEIGHT: Final = 5
_TOP_BLOCKS: Final = 3
_LONGEST_TITLE: Final = 100


def find_issuer(
    flow: Flow, spans: Sequence[Named], registry: Registry, profile: Profile
) -> str | None:
    """Return the region or municipality that issued a document, or the network whose own it is.

    Its title names it; otherwise it is the one named most, the first of all and those that
    begin a paragraph counting more.
    """
    counts: Counter[str] = Counter()
    title = _title_span(flow.blocks, profile)
    governing = [
        n
        for n in spans
        if n.type == "organisation" and _ISSUES.search(registry.thing(n.entity_id).name)
    ]
    # `EU` and the like, in many a title, issue none.
    told = [n for n in spans if n.type != "organisation" or n in governing]
    if network := _own_network(flow, told, title) or _at_top(flow, told):
        return network
    for named in governing:
        if title.start <= named.start < title.end:
            return named.entity_id
        first = not counts and named.start < _AT_TOP
        counts[named.entity_id] += _FIRST_WEIGHT if first else 1
        counts[named.entity_id] += flow.text[named.start - 1 : named.start] in {"", "\n"}
    if network := _of_many(counts, told, registry):
        return network
    return max(counts, key=lambda key: (counts[key], key)) if counts else None


def _of_many(counts: Mapping[str, int], spans: Sequence[Named], registry: Registry) -> str | None:
    """Return the network of which a document tells among many regions or municipalities.

    None of these weighs more than the others together, and only one network is named that no
    lexicon knows: the document is its own, and they are its members.
    """
    if len(counts) < _MANY or max(counts.values()) * 2 > sum(counts.values()):
        return None
    networks = {named.entity_id for named in spans if named.type == "network"}
    own = [key for key in networks if not registry.thing(key).known]
    return own[0] if len(own) == 1 else None


def _own_network(flow: Flow, spans: Sequence[Named], title: Span) -> str | None:
    """Return the one network that the title and first lines name, whose plan they announce.

    Without a network it is the one programme. Lines that name a region or municipality too
    are of that; a sentence below the title is no such line.
    """
    short = (
        block
        for block in flow.blocks[:_TOP_BLOCKS]
        if len(block.text) <= _LONGEST_TITLE and not _OF_MEMBERS.match(block.content)
    )
    top = [Span(b.start, b.end) for b in short if not b.text.rstrip().endswith(".")]
    lines = [title, *(line for line in top if line != title)]
    named = [n for line in lines for n in spans if line.start <= n.start < line.end]
    networks = {n.entity_id for n in named if n.type == "network"}
    programmes = [n for n in named if n.type == "programme"]
    if not networks and all(" " in flow.text[n.start : n.end] for n in programmes):
        networks = {n.entity_id for n in programmes}  # not the method alone: `Leader`
    others = any(n.type == "organisation" for n in named)
    told = " ".join(flow.text[line.start : line.end] for line in lines)
    own = len(networks) == 1 and not others and _OF_NETWORK.search(told)
    return next(iter(networks)) if own else None


def _at_top(flow: Flow, spans: Sequence[Named]) -> str | None:
    """Return the network that one of the first lines begins with, none of them naming others.

    A noun of kind, or one of what it does, may stand before it: `Föreningen X höll årsmöte`.
    """
    top = flow.blocks[:_TOP_BLOCKS]
    end = top[-1].end if top else 0
    named = [n for n in spans if n.start < end and n.type in {"network", "organisation", "person"}]
    first = named[0] if named else None
    if first is None or not all(n.type == "network" for n in named):
        return None
    block = flow.blocks[flow.block_at(first.start)]
    leads = _LEADS.fullmatch(flow.text, block.content_start, first.start)
    return first.entity_id if leads else None


def _title_span(blocks: Sequence[Block], profile: Profile) -> Span:
    if profile.title_block is None:
        return Span(0, 0)
    block = blocks[profile.title_block]
    return Span(block.start, block.end)
