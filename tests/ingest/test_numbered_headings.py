"""Headings whose number stands apart from its words, and what only looks like them."""

import pytest

from pipeline.ingest.numbered_headings import numbered_headings
from pipeline.ingest.text_pages import read_text_page

PLAN = """\
3    Nätverk

     Nätverk            Sedan    Avgift
     Norra hamnringen   2004     9 000 kr
     Ljusa städer       2011     4 000 kr

4.   Mål 2027

     Alla skolor har en vän i Europa.

Bilaga A.   Platser

     Ordförande     Åsa Ek (S)
     Ledamöter      Bo Al (M)
                    Eva Sund (C)

     Nämnden möts fyra gånger
     om året, och oftare vid behov.
"""


def test_a_number_apart_from_a_title_that_stands_alone_is_of_a_heading() -> None:
    found = numbered_headings(PLAN.splitlines())
    assert [PLAN.splitlines()[place].split()[-1] for place in found] == [
        "Nätverk",
        "2027",
        "Platser",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["1   Hav och kust", "2   Hållbara resor"],
        ["1    Hav och kust", "", "1.1  Frukost om musslor     15 mars 2026"],
        ["Vi har vuxit med", "12   Nya medlemmar på ett år", ""],
        ["4   och annat", "", "Text."],
        ["2025   Budget", "", "Text."],
    ],
)
def test_rows_of_tables_and_text_are_no_headings(lines: list[str]) -> None:
    assert numbered_headings(lines) == []


def test_no_table_reaches_over_such_a_heading_nor_into_text_set_in_as_far() -> None:
    lines, tables = read_text_page(PLAN)
    cells = {line.text for line in lines if line.role.value == "table_cell"}
    assert len(tables) == 2
    assert {"9 000 kr", "Eva Sund (C)"} <= cells
    assert not any("Mål" in text or "möts" in text or "Platser" in text for text in cells)
