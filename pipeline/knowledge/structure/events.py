"""What happens in a plan, seen by its numbers: numbered lines, and lines that begin anew."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.structure.chapters import is_chapter
from pipeline.knowledge.structure.labels import is_label_length, number_of
from pipeline.knowledge.structure.numbering import Event, EventKind, Number, Style
from pipeline.knowledge.textflow import Block, BlockKind

RESTART: Final = re.compile(r"(?:bilaga|appendix|del)\b", re.IGNORECASE)
"""A heading below which numbers begin anew."""
_ACTIVITY_HEADING: Final = re.compile(
    r"(?:.*\b)?(?:verksamhet|aktiviteter|insatser|åtgärder)(?: (?:under |för )?(?:19|20)\d\d.*)?"
    r"|program(?:punkter)?|(?:avslutade|pågående|planerade|genomförda) projekt"
    r"|(?:planerade|kommande) (?:möten|resor|besök|evenemang)(?: och [a-zåäö]+)?",
    re.IGNORECASE,
)
# What chapters of plans are called, and activities hardly ever.
_CHAPTER: Final = re.compile(
    r"(?:(?:Våra|Internationella|Regionens|Kommunens|Förbundets|Politisk|Pågående) )?"
    r"(?i:nätverk|medlemskap|samarbeten|representation|representanter|företrädare|organisation"
    r"|ansvar|kostnader|avgifter|ekonomi|budget|finansiering|resurser|uppföljning|projekt"
    r"|kalendarium|genomförande)"
    r"(?: (?:och|samt) [a-zåäö]+)?(?: (?:för |under )?(?:19|20)\d\d)?"
)
_LISTS: Final = {BlockKind.ITEM, BlockKind.CELL}
_SHORT_SENTENCE: Final = 30


def number_events(
    blocks: Sequence[Block], labels: set[int], action_labels: set[int]
) -> Iterator[Event]:
    """Yield the numbers of a plan's blocks and the lines that change what numbers mean.

    `labels` are blocks that are none of its numbers, `action_labels` those activities follow.
    """
    above: set[Number] = set()
    listed = False
    for index, block in enumerate(blocks):
        listed = listed or (block.kind in _LISTS and not number_of(block))
        if index in action_labels:
            listed = False
            yield Event(EventKind.ACTIVITIES_BEGIN, index)
        elif index in labels or block.kind is BlockKind.CELL:
            continue
        elif block.kind is BlockKind.HEADING and (RESTART.match(block.text) or is_chapter(block)):
            above.clear()
            listed = False
            yield Event(EventKind.RESTART, index)
        elif _opens_activities(block) and not number_of(block):
            listed = False
            yield Event(EventKind.ACTIVITIES_BEGIN, index)
        elif not number_of(block) and (
            (listed and block.kind is BlockKind.HEADING) or _leads_in(blocks, index, action_labels)
        ):
            yield Event(EventKind.ACTIVITIES_END, index)
        elif number_of(block) and block.content[:1].isupper():
            style = Style(block.marker.endswith("."), block.font_size)
            heading = block.kind is BlockKind.HEADING
            number = number_of(block)
            opens = _opens_activities(block)
            length = len(block.content)
            sentence = block.content.rstrip().endswith(".") and length > _SHORT_SENTENCE
            yield Event(
                EventKind.NUMBER,
                index,
                number,
                style,
                heading,
                length,
                opens,
                sentence,
                _in_run(blocks, index),
                number_of(block)[:-1] in above,
                _CHAPTER.fullmatch(block.content.strip()) is not None,
            )
            above |= set() if sentence else {number_of(block)}


def _leads_in(blocks: Sequence[Block], index: int, action_labels: set[int]) -> bool:
    """Tell whether a line that is not right below a label of activities leads in numbers."""
    leads = blocks[index].kind is BlockKind.TEXT and blocks[index].text.rstrip().endswith(":")
    numbered = index + 1 < len(blocks) and bool(number_of(blocks[index + 1]))
    return leads and numbered and index - 1 not in action_labels


def _in_run(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a number is right above or below its neighbour, as in a list."""
    around = blocks[max(index - 1, 0) : index + 2]
    numbers = [number_of(block) for block in around if block.kind is not BlockKind.CELL]
    return any(
        number[:-1] == after[:-1] and number and after and number[-1] + 1 == after[-1]
        for number, after in pairwise(numbers)
    )


def _opens_activities(block: Block) -> bool:
    numbered = block.kind is BlockKind.ITEM and number_of(block)
    is_heading = block.kind is BlockKind.HEADING or numbered
    return (
        bool(is_heading)
        and is_label_length(block)
        and bool(_ACTIVITY_HEADING.fullmatch(block.content.strip()))
    )
