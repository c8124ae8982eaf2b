"""Lists whose numbers stand apart from what they count."""

import pytest

from pipeline.knowledge.restoring.counted_tables import with_counted_rows
from pipeline.knowledge.textflow import Block, BlockKind, CellPlace


def _table(*rows: tuple[str, ...]) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            place = CellPlace(0, row, column)
            blocks.append(Block(BlockKind.CELL, start, text, cell=place))
            start += len(text) + 1
    return blocks


@pytest.mark.parametrize(
    "marks", [("I", "II"), ("1", "2"), ("a)", "b)"), ("A.", "B."), ("(1)", "(2)")]
)
def test_numbers_beside_texts_make_a_list(marks: tuple[str, str]) -> None:
    texts = ("Fler unga reser utomlands", "Alla skolor har utbyten")
    blocks = with_counted_rows(_table(*zip(marks, texts, strict=True)))
    assert [(b.kind, b.marker, b.content) for b in blocks] == [
        (BlockKind.ITEM, mark, text) for mark, text in zip(marks, texts, strict=True)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Nr", "Insats på skolan"), ("1", "Resa till Gdańsk")),
        (("2", "Fler unga reser"), ("3", "Alla skolor har utbyten")),
        (("1", "Almvik"), ("2", "Bergby")),
        (("1", "Fler unga reser", "Åsa Ek"), ("2", "Alla har utbyten", "Bo Al")),
    ],
)
def test_other_tables_stay(rows: tuple[tuple[str, ...], ...]) -> None:
    blocks = _table(*rows)
    assert with_counted_rows(blocks) == tuple(blocks)
