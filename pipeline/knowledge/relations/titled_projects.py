"""Projects that headings name, with what stands below them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.telling import Telling, spans_inside
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.labels import named_activity
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_OF_PROJECTS: Final = re.compile(r"projekt(?!et\b|ets\b|ledare|kontor|medel|ägare)", re.IGNORECASE)
_OF_PROJECT: Final = re.compile(r"\bprojekt(?:et|en|ets)?\b", re.IGNORECASE)
# Headings of parts that any text about a project may have.
_PART: Final = re.compile(
    r"(?:beslut|ärende|bakgrund|sammanfattning|syfte|mål|budget|uppföljning|resultat|aktivitet"
    r"|insats|resurs|organisation|nätverk|kontakt|§)",
    re.IGNORECASE,
)
# A title that says that it names a project.
_CALLED: Final = re.compile(
    r"(?:Projektet|Förstudien|Pilotprojektet) (?P<name>[^\W_a-zåäö][^.,:;]+)"
)
_FIRST_SENTENCE: Final = re.compile(r"[^.!?]{8,160}(?=[.!?](?: |$))")
_NAMES_AGAIN: Final = re.compile(r"(?:Projektet|Förstudien|Vi|Det|Här|Ansökan|Syftet)\b")
_LONGEST_NAME: Final = 60
_BRACKET: Final = re.compile(r" \([^()]*\)$")


def titled_projects(flow: Flow, funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the headings that name projects: below one about projects, or `Projektet X`."""
    blocks = flow.blocks
    heads = [i for i, b in enumerate(blocks) if _is_head(b)]
    about = False
    for place, next_ in pairwise([*heads, len(blocks)]):
        block = blocks[place]
        title = named_activity(block)
        text = title.title if title else block.content.strip()
        whole = Span(block.content_start, blocks[next_ - 1].end)
        called = _CALLED.fullmatch(text)
        if called is None and _OF_PROJECTS.search(text):
            about = True
        elif called or (
            about
            and not _PART.match(text)
            and _tells_of_project(flow, blocks[place + 1 : next_], funders)
        ):
            name = called["name"] if called else _BRACKET.sub("", text)
            if len(name) <= _LONGEST_NAME and (called or not block.marker):
                start = block.text.index(name) + block.start
                yield _of_head(flow, Span(start, start + len(name)), whole, funders)
        elif block.kind is BlockKind.HEADING:
            about = False


def _is_head(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or named_activity(block) is not None


def _tells_of_project(flow: Flow, below: Sequence[Block], funders: Sequence[Span]) -> bool:
    texts = [block for block in below if block.kind is BlockKind.TEXT]
    if not texts:
        return False
    names_funder = bool(spans_inside(funders, Span(texts[0].start, texts[-1].end)))
    return names_funder or any(_OF_PROJECT.search(block.text) for block in texts[:1])


def _of_head(flow: Flow, name: Span, whole: Span, funders: Sequence[Span]) -> Telling:
    """Return what stands below a heading: its first sentence describes, unless it names it."""
    head = flow.blocks[flow.block_at(name.start)]
    bracket = spans_inside(funders, Span(name.end, whole.end))
    if whole.end <= head.end:
        return Telling(name, whole)
    below = flow.blocks[flow.block_at(head.end + 1)]
    first = _FIRST_SENTENCE.match(below.text)
    called = flow.text[name.start : name.end]
    told = first is not None and not _NAMES_AGAIN.match(first[0]) and called not in first[0]
    plain = below.kind is BlockKind.TEXT and field_of(below, 0) is None
    description = Span(below.start, below.start + first.end()) if told and plain and first else None
    return Telling(name, whole, description, bracket[0] if bracket else None)
