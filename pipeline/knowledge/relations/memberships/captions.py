"""The network that a paragraph about members is of: named by the lines above it."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.relations.memberships.lines import label_end
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import Block, BlockKind

_NEAR: Final = 3
_FAR: Final = 12
# A line of facts, such as stands between a name and what is told of it.
_LABELLED: Final = re.compile(r"[A-ZÅÄÖ][\w ]{2,30}:\s")
_NOUN_FIRST: Final = re.compile(r"(?:Nätverket|Samarbetet|Föreningen|Organisationen) ")
_LONGEST_CAPTION: Final = 110


def captioned_network(scene: Scene, sentence: Span) -> Named | None:
    """Return the network of the short line above a paragraph, else of its headings."""
    index = scene.flow.block_at(sentence.start)
    for block in _lines_above(scene, index):
        start = block.content_start + label_end(block.content)
        named = scene.within(Span(block.start, block.end), "network")[:1]
        if named and len(block.text) < _LONGEST_CAPTION and _begins(scene, block, start, named[0]):
            return named[0]
        if block.kind is BlockKind.HEADING:
            named = scene.within(Span(block.start, block.end), "network")
            if len(named) == 1:
                return named[0]
            break
    return scene.headed(scene.section_at(sentence.start), "network")


def _begins(scene: Scene, block: Block, start: int, network: Named) -> bool:
    """Tell whether a network begins a line, or stands behind its noun: `Nätverket X`.

    What looks like the number of a line may be part of a name: `B7 Baltic Islands Network`.
    """
    before = scene.flow.text[block.content_start : network.start]
    return network.start in {block.start, start} or bool(_NOUN_FIRST.fullmatch(before))


def _lines_above(scene: Scene, index: int) -> Iterator[Block]:
    """Yield the blocks above one, from below: a few, and the labelled lines among them."""
    near = 0
    for block in reversed(scene.flow.blocks[max(0, index - _FAR) : index]):
        near += not _LABELLED.match(block.content)
        if near > _NEAR:
            return
        yield block
