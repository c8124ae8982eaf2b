from pipeline.knowledge.names import Named
from pipeline.knowledge.naming.people_beside import people_beside
from pipeline.knowledge.textflow import BlockKind
from tests.knowledge.naming.test_siblings import blocks


def beside(kind: BlockKind, *lines: str, known: tuple[str, ...]) -> list[str]:
    rows = blocks(kind, *lines)
    spans = [
        Named(start, start + len(name), "person", name, "given_name")
        for row in rows
        for name in known
        if (start := row.start + row.text.find(name)) >= row.start
    ]
    return [name for _, name in people_beside(rows, spans)]


def test_a_line_beside_two_persons_begins_with_one() -> None:
    lines = ("Åsa Ek, Almvik", "Zyrvald Bröms", "Bo Al (S)")
    assert beside(BlockKind.TEXT, *lines, known=("Åsa Ek", "Bo Al")) == ["Zyrvald Bröms"]


def test_one_known_person_tells_nothing_of_the_other_lines() -> None:
    assert beside(BlockKind.TEXT, "Åsa Ek", "Zyrvald Bröms", known=("Åsa Ek",)) == []


def test_lines_with_a_label_are_no_row_with_lines_without() -> None:
    lines = ("Almviks kommun: Åsa Ek", "Region Almvik: Bo Al", "Zyrvald Bröms", "Havsrådet: Ixa Ö")
    assert beside(BlockKind.ITEM, *lines[:3], known=("Åsa Ek", "Bo Al")) == []
    labelled = (lines[0], lines[3], lines[1])
    assert beside(BlockKind.ITEM, *labelled, known=("Åsa Ek", "Bo Al")) == ["Ixa Ö"]


def test_a_cell_is_of_a_person_as_its_column_is_and_an_institution_is_none() -> None:
    cells = ("Åsa Ek", "Zyrvald Bröms", "Bo Al", "Almvik Office")
    assert beside(BlockKind.CELL, *cells, known=("Åsa Ek", "Bo Al")) == ["Zyrvald Bröms"]


def test_bodies_and_lines_in_capitals_are_no_persons() -> None:
    lines = ("Åsa Ek", "NYTT ANSIKTE", "Partnerskapet Norra Almvik", "Bo Al")
    assert beside(BlockKind.TEXT, *lines, known=("Åsa Ek", "Bo Al")) == []
