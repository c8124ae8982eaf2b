from collections.abc import Sequence

import pytest

from pipeline.config import OcrConfig
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Page, TextSource, Word
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine, read_image
from pipeline.ocr.ruling import take_out_ruling
from pipeline.ocr.short_cells import read_short_cells
from tests.ocr.drawing import A4, LEFT, ROWS, table

PARTIES = ("M", "S", "C", "V", "KD", "L", "S")
SEATS = (
    ("Namn", "Uppdrag", "Organ", "Parti"),
    *zip(
        ("Anna Ek", "Bo Lind", "Karin Berg", "Per Strand", "Ulla Dahl", "Sven Holm", "Eva Brandt"),
        ("ordförande", "ledamot", "ledamot", "ledamot", "ersättare", "ersättare", "ersättare"),
        ["styrelsen"] * len(PARTIES),
        PARTIES,
        strict=True,
    ),
)


def read(raster: Raster) -> list[list[str]]:
    """Return the cells of the one table of a page, as they are read."""
    unread = Page(1, *A4, TextSource.TEXT_LAYER, Decision.READ_IMAGE, "no text layer")
    page = read_image(unread, raster, TesseractEngine(), OcrConfig())
    (found,) = page.tables
    cells: dict[int, list[str]] = {}
    for cell in found.cells:
        text = " ".join(page.lines[number - 1].text for number in cell.line_numbers)
        cells.setdefault(cell.row, []).append(text)
    return [row for _, row in sorted(cells.items())]


@pytest.mark.parametrize("dpi", [200, 300])
def test_a_letter_alone_in_its_cell_is_read(dpi: int) -> None:
    rows = read(table(dpi, SEATS, 100))
    right = sum(row[-1] == party for row, party in zip(rows[1:], PARTIES, strict=True))
    assert right >= len(PARTIES) - 1  # None of them is read with the page.
    assert [row[:3] for row in rows] == [list(row[:3]) for row in SEATS]


def words_of(
    rows: Sequence[Sequence[str]], confidence: float, width: float = 160
) -> tuple[Word, ...]:
    """Return the first word of each cell of a table that `table` draws."""
    return tuple(
        Word(text.split()[0], box, confidence)
        for n, row in enumerate(rows)
        for m, text in enumerate(row)
        if (box := Box(LEFT + width * m + 4, 124 + 24 * n, LEFT + width * m + 40, 140 + 24 * n))
    )


def test_a_table_with_no_short_cells_costs_no_reading() -> None:
    raster = table(150, ROWS)
    grids = take_out_ruling(raster).grids

    def never(_: Raster) -> tuple[Word, ...]:
        raise AssertionError("the image was read again")

    words = words_of(ROWS, 0.95)
    assert read_short_cells(words, raster, grids, never) == words


def test_what_is_surely_read_and_what_is_not_surer_stay() -> None:
    raster = table(150, SEATS, 100)
    grids = take_out_ruling(raster).grids
    party = Word("N", grids[0].cells[7].box, 0.55)
    words = (*words_of([row[:3] for row in SEATS], 0.95, 100), party)

    def unsure(line: Raster) -> tuple[Word, ...]:
        height, width = (side * 72 / line.dpi for side in line.pixels.shape)
        return tuple(
            Word("X", Box(x, height / 3, x + 4, height / 2), 0.5) for x in range(0, int(width), 8)
        )

    assert set(read_short_cells(words, raster, grids, unsure)) == set(words)
