"""What is worked out of the same blocks once."""

from collections.abc import Callable, Sequence

from pipeline.knowledge.once import once
from pipeline.knowledge.textflow import Block, BlockKind

ONE = Block(BlockKind.TEXT, 0, "Åsa Ek är ordförande.")
OTHER = Block(BlockKind.TEXT, 0, "Bo Al är ledamot.")


def _counting() -> tuple[list[int], Callable[[Sequence[Block]], tuple[str, ...]]]:
    asked: list[int] = []

    def texts(blocks: Sequence[Block]) -> tuple[str, ...]:
        asked.append(len(blocks))
        return tuple(block.text for block in blocks)

    return asked, once(texts)


def test_the_same_blocks_are_worked_on_once() -> None:
    asked, texts = _counting()
    blocks = (ONE, OTHER)
    assert texts(blocks) is texts(blocks)
    assert asked == [2]


def test_other_blocks_are_worked_on_anew() -> None:
    _, texts = _counting()
    assert texts((ONE,)) == (ONE.text,)
    assert texts((OTHER,)) == (OTHER.text,)


def test_a_list_may_have_changed() -> None:
    _, texts = _counting()
    blocks = [ONE]
    assert texts(blocks) == (ONE.text,)
    blocks.append(OTHER)
    assert texts(blocks) == (ONE.text, OTHER.text)
