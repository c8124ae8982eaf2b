"""Projects as lines one below the other: a table that lost its columns.

`Havsro` / `Tystare vikar` / `Interreg Nord` / `Isfri` / `Varma kajer` / `LIFE`: the lines that
are funders come at even steps, and each step is a project. Sums and years follow the funder.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind

_LONGEST_LINE: Final = 100
_STEPS: Final = range(3, 7)


def stacked_projects(blocks: Sequence[Block], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the projects in runs of short lines; `funders` are the known ones, in order."""
    starts = {funder.start: funder for funder in funders}
    for first, last in _runs(blocks):
        places = [i for i in range(first, last) if blocks[i].start in starts]
        steps = {other - one for one, other in pairwise(places)}
        if len(steps) != 1 or (step := steps.pop()) not in _STEPS or places[0] - first < 1:
            continue
        sums = blocks[places[0] + 1 : places[0] + step]
        behind = sum(1 for _ in takewhile(lambda line: line.text[0].isdigit(), sums))
        before = min(places[0] - first, step - 1 - behind)
        for place in places:
            name, *told = blocks[place - before : place]
            if may_be_name(name.text):
                yield _stacked(name, told, blocks[place], starts[blocks[place].start])


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where runs of short lines begin and end."""
    first = 0
    for index in range(len(blocks) + 1):
        if index == len(blocks) or not _is_line(blocks[index]):
            if index > first:
                yield first, index
            first = index + 1


def _is_line(block: Block) -> bool:
    plain = block.kind in {BlockKind.TEXT, BlockKind.HEADING}
    return plain and len(block.text) <= _LONGEST_LINE and block.text.rstrip()[-1:] not in ".:;"


def _stacked(name: Block, told: Sequence[Block], payer: Block, funder: Span) -> Telling:
    description = Span(told[0].start, told[0].end) if told else None
    whole = Span(name.start, payer.end)
    return Telling(Span(name.start, name.end), whole, description, funder)
