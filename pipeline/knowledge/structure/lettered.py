"""Lists numbered by letters: `A.`, `A.1`, `A.2`, `B.`, and `A1`, `A2`."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pipeline.knowledge.structure.numbering import Number, follows
from pipeline.knowledge.textflow import Block, BlockKind

_LETTERED: Final = re.compile(r"(?P<letter>[A-ZÅÄÖ])(?:\.?(?P<part>\d{1,2}))?[.:)]?")


def letter_number(block: Block) -> Number:
    """Return the number that a letter gives a block, `B.1` being 2.1; empty if it has none."""
    match = _LETTERED.fullmatch(block.marker)
    if match is None:
        return ()
    letter = ord(match["letter"]) - ord("A") + 1
    return (letter, int(match["part"])) if match["part"] else (letter,)


def goes_on(block: Block, before: Number) -> bool:
    """Tell whether a block's letter comes next: `A.1` or `B` behind `A`; `A` or `A1` first."""
    number = letter_number(block)
    first = not before and number == (1, 1)
    return bool(number) and (first or follows(number, before))


def lettered_on(blocks: Sequence[Block], items: Sequence[int], later: Sequence[int]) -> list[int]:
    """Return those of the `later` blocks that go on from a list whose last item has a letter."""
    found: list[int] = []
    before = letter_number(blocks[items[-1]]) if items else ()
    for index in later if before else ():
        if goes_on(blocks[index], before):
            before = letter_number(blocks[index])
            found.append(index)
    return found


def listed_by_letter(blocks: Sequence[Block], labels: Collection[int]) -> set[int]:
    """Return the blocks that letters number in order below lines that say what follows."""
    found: set[int] = set()
    for label in labels:
        if not letter_number(blocks[label]):
            listed = list(_in_order(blocks, label, labels))
            found.update(listed if len(listed) > 1 else ())
    return found


def _in_order(blocks: Sequence[Block], label: int, labels: Collection[int]) -> Iterator[int]:
    """Yield the blocks below a label whose letters follow each other, with texts between."""
    before: Number = ()
    for index in range(label + 1, len(blocks)):
        block = blocks[index]
        if index in labels or block.kind is BlockKind.CELL:
            return
        if goes_on(block, before):
            before = letter_number(block)
            yield index
        elif letter_number(block) or block.kind is BlockKind.HEADING:
            return
