"""Tables that go on from the one before, and rows of two cells as labelled lines."""

from pipeline.knowledge.structure.fields import boxes
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.textflow import Block, BlockKind, CellPlace


def _cells(start: int, table: int, *rows: tuple[str, str]) -> list[Block]:
    found = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            place = CellPlace(table, row, column)
            found.append(Block(BlockKind.CELL, start, text, cell=place))
            start += len(text) + 1
    return found


def test_a_table_right_below_goes_on_with_the_header() -> None:
    blocks = _cells(0, 0, ("Projekt", "Belopp"), ("Havsro", "400 tkr"))
    blocks += _cells(100, 1, ("Isfri hamn", "200 tkr"))
    assert [grid.header.get(0) for grid in grids(blocks)] == ["Projekt", "Projekt"]


def test_a_table_after_a_heading_has_a_header_of_its_own() -> None:
    blocks = _cells(0, 0, ("Ägare", "Andel"), ("Region Almvik", "40 %"))
    blocks.append(Block(BlockKind.HEADING, 90, "Kalender"))
    blocks += _cells(100, 1, ("7 februari", "Seminarium"), ("9 mars", "Årsmöte"))
    assert [dict(grid.header) for grid in grids(blocks)] == [{0: "Ägare", 1: "Andel"}, {}]


def test_a_row_of_label_and_value_is_a_labelled_line() -> None:
    blocks = _cells(0, 0, ("Program:", "Life"), ("Budget:", "2 mkr"))
    (box,) = boxes(blocks)
    assert [field.label for field in box.fields] == ["Program", "Budget"]
