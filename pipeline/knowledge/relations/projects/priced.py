"""Projects as entries of running text that end with a sum, one behind the other.

`Havsro, tystare vikar, Interreg Nord, 8,2 mkr. Isfri, varma kajer, LIFE, 700 000 kr.` and lists
that have run together: `Havsro (Interreg Nord) 310 000 kr Isfri, varma kajer (LIFE) 90 000 kr`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.amounts import find_money
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.relations.projects.paid_subjects import CAPTION
from pipeline.knowledge.telling import Telling, moved, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind

_ENTRY: Final = re.compile(
    rf"(?:{CAPTION})?[\"”“»]?(?P<name>[^\W_a-zåäö][\w&+-]*(?: [\w&+-]+){{0,5}})[\"”“«]?"
    r"(?:(?:,| [–—-]) (?P<description>[^\W_A-ZÅÄÖ][^.;:()\n]{4,120}?))?"
    r"(?:(?:,| [–—-]) (?P<named>[^,.;:()\n]{3,60})| \((?P<inside>[^()\n]{3,80})\))"
    r"(?:[,:]| [–—-])? ?(?:(?:ca|cirka|totalt|budget)\.? )?"
)
# Where an entry begins: with a sentence, or behind the sum of the one before.
_BEGINS: Final = re.compile(r"^|[.;:!?] (?=[^\W_a-zåäö])")


def priced_projects(blocks: Sequence[Block], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield such entries; `funders` are the known ones, in order, and each entry names one."""
    for block in blocks:
        near = spans_inside(funders, Span(block.start, block.end))
        if near and block.kind is not BlockKind.CELL:
            yield from _entries(block, {funder.start: funder for funder in near})


def _entries(block: Block, funders: dict[int, Span]) -> Iterator[Telling]:
    text, before = block.text, len(block.marker)
    for money in find_money(text):
        found = (begins.end() for begins in _BEGINS.finditer(text[: money.start]))
        first = max((before, *(place for place in found if place >= before)))
        start = first + len(text[first:]) - len(text[first:].lstrip(" ,;."))
        before = money.end
        entry = _ENTRY.fullmatch(text, start, money.start)
        if entry is None or not may_be_name(entry["name"]):
            continue
        payer = block.start + entry.start("named" if entry["named"] else "inside")
        if payer in funders:
            name, told = (moved(Span(*entry.span(g)), block.start) for g in ("name", "description"))
            whole = Span(name.start, block.start + money.end)
            yield Telling(name, whole, told if entry["description"] else None, funders[payer])
