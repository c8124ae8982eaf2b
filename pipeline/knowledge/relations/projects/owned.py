"""Projects in lists of a name and who runs it, a line each, below what says that they got grants.

`Här är de förstudier som beviljats stöd:` and below it `Blå bryggor, Almviks hamn AB`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_LEAD: Final = re.compile(
    r"(?=.*\b\w*(?:projekt|förstudier)(?:en|na)?\b)"
    r".*\b(?:bevilja\w+|godkän\w+|prioritera[td]\w*|utvalda|(?:har|som) (?:fått|får)|stöd)\b",
    re.IGNORECASE,
)
_ROW: Final = re.compile(
    r"[\"”“»]?(?P<name>[^\W_a-zåäö][^,;:()\n\"”“«»]{2,100}?)[\"”“«]?"
    r"(?: \((?P<told>[^()]{5,80})\))?(?: [–-] [^\n]{2,60})?"
    r", (?P<lead>[^\W\d_a-zåäö][^\n:;]{1,90}[^\s.:;!?])"
)
# Whose call or means they are: `Vinnovas utlysning`, `medel från Vinnova`.
_ITS_CALL: Final = re.compile(
    r"s? (?:\w+ )?(?:ansökningsomgång|utlysning|satsning|\w*medel|\w*stöd|\w*bidrag)", re.IGNORECASE
)
_GIVEN_BY: Final = re.compile(r"\b(?:medel|stöd|bidrag|pengar) (?:från|av|ur) (?:\w+ )?$")
_PAYERS: Final = frozenset({"organisation", "programme", "fund"})
_FEWEST: Final = 3
# How many blocks above a list may tell who gives.
_ABOVE: Final = 6


def owned_projects(flow: Flow, spans: Sequence[Named]) -> Iterator[Telling]:
    """Yield the projects of such lists; each holds its line.

    `spans` are the names known. A list has at least three lines, all of one form.
    """
    for index, block in enumerate(flow.blocks):
        if not _leads(block):
            continue
        below = map(_row, islice(flow.blocks, index + 1, None))
        rows = list(takewhile(lambda row: row[1] is not None, below))
        funder = _giver(flow, spans, index) if len(rows) >= _FEWEST else None
        for one, row in rows if len(rows) >= _FEWEST else ():
            assert row is not None
            yield _telling(one, row, funder)


def _leads(block: Block) -> bool:
    """Tell whether a line or the last sentence of a paragraph says that grants follow."""
    text = block.text.rstrip()
    opens = block.kind is BlockKind.HEADING or text.endswith(":")
    last = re.split(r"(?<=[.!?]) ", text)[-1]
    return opens and block.kind is not BlockKind.CELL and bool(_LEAD.match(last))


def _row(block: Block) -> tuple[Block, re.Match[str] | None]:
    cell = block.kind is BlockKind.CELL
    return block, None if cell else _ROW.fullmatch(block.content.rstrip())


def _giver(flow: Flow, spans: Sequence[Named], index: int) -> Span | None:
    """Return the one who gives all grants, as the lead or a paragraph above it tells."""
    blocks = flow.blocks
    start, end = blocks[max(0, index - _ABOVE)].start, blocks[index].end
    givers = [
        named
        for named in spans
        if named.type in _PAYERS
        and start <= named.start < end
        and (
            _ITS_CALL.match(flow.text, named.end)
            or _GIVEN_BY.search(flow.text[max(0, named.start - 40) : named.start])
        )
    ]
    one = len({named.entity_id for named in givers}) == 1
    return Span(givers[0].start, givers[0].end) if one else None


def _telling(block: Block, row: re.Match[str], funder: Span | None) -> Telling:
    def span(group: str) -> Span | None:
        start = block.content_start
        return Span(start + row.start(group), start + row.end(group)) if row[group] else None

    name = span("name")
    assert name is not None
    whole = Span(block.start, block.end)
    return Telling(name, whole, span("told"), funder, lead=span("lead"))
