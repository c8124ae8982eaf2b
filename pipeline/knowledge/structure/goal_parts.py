"""Goals told by what stands above, as in the parts of a chapter, and by what they are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.once import once
from pipeline.knowledge.structure.goal_sentences import GOALS
from pipeline.knowledge.structure.labels import goal_label
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.structure.wording import (
    COUNTED_BEFORE,
    GOAL_NOUN,
    GOAL_NUMBER,
    NUMERALS,
    YEAR,
)
from pipeline.knowledge.textflow import Block, BlockKind

_OPENING_YEAR: Final = re.compile(rf"(?:Senast |Till )?(?:[Åå]r )?{YEAR} \w")

_NEXT_LABELLED: Final = re.compile(
    rf"(?<=[.!;] ){GOAL_NOUN}(?: nr\.?)? {GOAL_NUMBER}(?:[:.]| [–-]) ?(?=[A-ZÅÄÖ])", re.IGNORECASE
)


def goals_in_parts(blocks: Sequence[Block], outline: Outline) -> Iterator[int]:
    """Yield the items of lists in the parts right below a heading that goals follow.

    `2. Målsättningar`, below it `2.1 Vård` and `2.2 Kultur`, and below these a list. Each
    part holds nothing but its list: what else is told there is of something else. A paragraph
    on the goals may stand above the parts: `Följande mål ska nås till 2030.`
    """
    for section in outline.sections:
        above = blocks[section.first + 1 : section.last]
        alone = len(above) <= 1 and all(GOALS.search(block.text) for block in above)
        if not alone or not goal_label(section.heading):
            continue
        parts = _inside(outline, section)
        listed = [list(range(one.first + 1, one.last)) for one in parts]
        items = [index for part in listed for index in part]
        if all(listed) and all(blocks[index].kind is BlockKind.ITEM for index in items):
            yield from items


def _inside(outline: Outline, section: Section) -> Iterator[Section]:
    later = islice(outline.sections, section.ordinal, None)
    return takewhile(lambda one: one.level > section.level, later)


@once
def counted_lines(blocks: Sequence[Block]) -> Mapping[int, int]:
    """Return the lines that begin with a year, as many as a sentence above them has counted.

    `Strategin har tre mål.` and three times `År 2030 är …`, each with a list below. To each
    line belongs the block of its sentence.
    """
    lines: dict[int, int] = {}
    for sentence, block in enumerate(blocks):
        match = COUNTED_BEFORE.search(block.text) if block.kind is BlockKind.TEXT else None
        if match is None:
            continue
        below = range(sentence + 1, len(blocks))
        rest = [i for i in below if blocks[i].kind in {BlockKind.HEADING, BlockKind.TEXT}]
        dated = list(takewhile(lambda i: _OPENING_YEAR.match(blocks[i].content), rest))
        if len(dated) == NUMERALS.index(match["count"].lower()) + 2:
            lines |= dict.fromkeys(dated, sentence)
    return lines


def each_labelled(block: Block) -> Iterator[Span]:
    """Yield the goals of a block; lines that call themselves so may have run together."""
    starts = [0, *(match.start() for match in _NEXT_LABELLED.finditer(block.content))]
    for first, last in pairwise([*starts, len(block.content)]):
        end = block.content_start + len(block.content[:last].rstrip())
        yield Span(block.content_start + first, end)
