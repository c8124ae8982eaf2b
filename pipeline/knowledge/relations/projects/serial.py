"""Projects as a series of short titles, each above one paragraph, most of which say who pays.

`> Havsro` / `Tystare vikar. Bekostas av Interreg Nord.` / `> Isfri` / `Varma kajer. LIFE betalar.`
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.below_title import told_below
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.relations.projects.titled import is_paragraph
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.labels import number_of
from pipeline.knowledge.telling import Telling, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_PAID: Final = re.compile(
    r"\b(?:finansiera[sd]\w*|bekosta\w*|betala[rsd]\w*|stöd(?:s|er|jer)\b|bevilja\w*"
    r"|(?:stöd|medel|bidrag) (?:av|från|ur))",
    re.IGNORECASE,
)
_LONGEST: Final = 60
_FEWEST: Final = 2


def serial_projects(flow: Flow, funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the titles of each series; `funders` are the known ones, in order."""
    for run in _runs(flow.blocks):
        paid = [place for place in run if _is_paid(flow.blocks[place + 1], funders)]
        if len(run) >= _FEWEST and len(paid) * 2 > len(run):
            for place in run:
                title, below = flow.blocks[place], flow.blocks[place + 1]
                whole = Span(title.content_start, below.end)
                yield told_below(flow, Span(title.content_start, title.end), whole, funders)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield where the titles of each run of titles and paragraphs stand."""
    run: list[int] = []
    for place in range(len(blocks) - 1):
        if not (_is_title(blocks, place) and is_paragraph(blocks, place + 1)):
            continue
        if run and (place != run[-1] + 2 or blocks[place].kind is not blocks[run[-1]].kind):
            yield run
            run = []
        run.append(place)
    yield run


def _is_title(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    title = block.content.strip()
    plain = block.kind is not BlockKind.CELL and not number_of(block)
    short = len(title) <= _LONGEST and title[-1:] not in ".:;,!?"
    return plain and short and may_be_name(title) and field_of(blocks[place + 1], place + 1) is None


def _is_paid(block: Block, funders: Sequence[Span]) -> bool:
    known = bool(spans_inside(funders, Span(block.start, block.end)))
    return known and _PAID.search(block.text) is not None
