"""Projects as lines of a name and, behind a dash or in brackets, facts with their labels.

`Havsro – Huvudpartner: Almviks kommun. Partner: Region Almvik.`
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.amounts import is_sum
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.telling import Telling, moved
from pipeline.knowledge.textflow import Block, BlockKind

_LINE: Final = re.compile(
    r"[\"”“»]?(?P<name>[^\W_][^,.;:()\n\"”“«»]{1,80}?)[\"”“«]?(?: \([^()]*\))? ?"
    r"(?:[–—-] |, |\()(?=[^\W\d_][\w -]{2,40}: \S)"
)
_FACT: Final = re.compile(r"(?:^|(?<=[.;,] )|(?<=\())(?P<label>[^\W\d_][\w-]*(?: [\w-]+){0,3}): ")
# What a fact tells: the labels of a project, as boxes and columns have them
_SLOTS: Final = ("lead", "partners", "funder", "programme", "period")
_FEWEST: Final = 2


class _Line(NamedTuple):
    block: Block
    name: Span
    facts: dict[str, Span]


def fact_lines(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the projects of such lines, where a text has several; each holds what is below it."""
    lines = [line for line in map(_line, blocks) if line is not None]
    for one, other in pairwise([*lines, None] if len(lines) >= _FEWEST else []):
        assert one is not None
        end = other.block.start if other else one.block.end
        heads = (b.start for b in blocks if b.kind is BlockKind.HEADING and b.start > one.block.end)
        yield Telling(one.name, Span(one.block.start, min(end, next(heads, end))), **one.facts)


def _line(block: Block) -> _Line | None:
    """Return a block as such a line; None if it is none."""
    text, start = block.content, block.content_start
    match = None if block.kind is BlockKind.CELL else _LINE.match(text)
    if match is None or not may_be_name(match["name"]):
        return None
    facts: dict[str, Span] = {}
    told = text[match.end() :]
    labels = list(_FACT.finditer(told))
    ends = [*(m.start() for m in labels), len(told)][1:]
    for one, end in zip(labels, ends, strict=False):
        slot = next((slot for slot in _SLOTS if COLUMN_WORDS[slot].match(one["label"])), None)
        if slot and not is_sum(told[one.end() : end]):
            facts.setdefault(slot, moved(Span(one.end(), end), start + match.end()))
    name = Span(start + match.start("name"), start + match.end("name"))
    return _Line(block, name, facts) if facts else None
