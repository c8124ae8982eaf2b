"""Where something happens, told below the line that tells when."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.textflow import Block, BlockKind

_LONGEST_LINE: Final = 120
# How many labelled lines, or paragraphs, may tell of the line above them.
_MOST_BELOW: Final = 3
_HERE: Final = re.compile(r"\b(?:i|på) $")
# What the title above is of: `Vid mötet i Havsnäs`, `Konferensen hölls på Gotland`.
_THE_MEETING: Final = re.compile(
    r"\b\w*(?:mötet|konferensen|seminariet|sammanträdet|stämman|mässan|veckan|träffen|kongressen)"
    r" (?:hölls |ägde rum |arrangerades |anordnades )?(?:i|på) $",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.!?](?= |$)")


def place_below(scene: Scene, span: Span) -> Named | None:
    """Return the place that the lines below an entry of a calendar, or a dated title, tell.

    A labelled line tells it for both (`Plats: Rådhuset, Visby`), the first sentence for an entry
    that begins with its day, and what names the meeting again for a title.
    """
    index = scene.flow.block_at(span.start)
    block = scene.flow.blocks[index]
    rest = Span(min(span.end, block.end), block.end)
    if rest.start < rest.end:
        return next(_after(scene, rest, _THE_MEETING), None)
    if block.kind is BlockKind.CELL or len(block.text) > _LONGEST_LINE or block.text[-1] == ".":
        return None
    below = scene.flow.blocks[index + 1 : index + 1 + _MOST_BELOW]
    for one in below:
        if (field := field_of(one, 0)) is None:
            break
        if COLUMN_WORDS["place"].match(field.label):
            return next(iter(scene.within(field.value, "place")), None)
    return next(_of_entry(scene, block, below), None) or next(_of_title(scene, below), None)


def _of_entry(scene: Scene, entry: Block, below: tuple[Block, ...]) -> Iterator[Named]:
    """Yield the places of the first sentence below an entry that begins with its day."""
    opening = next(iter(find_periods(entry.content)), None)
    first = below[0] if below else None
    if opening is None or opening.start or first is None or not _is_of_above(first):
        return
    end = _SENTENCE.search(first.text)
    last = first.start + end.start() if end else first.end
    yield from _after(scene, Span(first.start, last), _HERE)


def _of_title(scene: Scene, below: tuple[Block, ...]) -> Iterator[Named]:
    """Yield the places of the meeting that paragraphs below a title speak of."""
    for one in below:
        if not _is_of_above(one):
            return
        yield from _after(scene, Span(one.start, one.end), _THE_MEETING)


def _is_of_above(block: Block) -> bool:
    """Tell whether a paragraph tells of the line above it: no day of its own comes first."""
    opening = next(iter(find_periods(block.content)), None)
    return block.kind is BlockKind.TEXT and (opening is None or opening.start > 0)


def _after(scene: Scene, span: Span, words: re.Pattern[str]) -> Iterator[Named]:
    """Yield the places in a span that stand right behind certain words."""
    for named in scene.within(span, "place"):
        if words.search(scene.flow.text[span.start : named.start]):
            yield named
