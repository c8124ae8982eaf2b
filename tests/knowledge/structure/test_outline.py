"""The outline: which headings are parts of which."""

from pipeline.knowledge.structure.outline import make_outline
from pipeline.knowledge.textflow import Block, BlockKind


def _levels(*headings: Block) -> list[int]:
    return [section.level for section in make_outline(headings).sections]


def _heading(place: int, text: str, level: int | None = None, marker: str = "") -> Block:
    return Block(BlockKind.HEADING, place * 1000, text, marker, level=level)


def test_levels_that_a_file_gives_decide() -> None:
    headings = (_heading(0, "Nätverk", 2), _heading(1, "Hansan", 4), _heading(2, "Projekt", 2))
    assert _levels(*headings) == [1, 2, 1]


def test_numbers_come_before_the_levels_of_a_file() -> None:
    headings = (_heading(0, "1 Nätverk", 2, "1"), _heading(1, "1.1 Hansan", 2, "1.1"))
    assert _levels(*headings) == [1, 2]
