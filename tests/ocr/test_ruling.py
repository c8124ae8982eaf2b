import io

import cv2
import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import OcrConfig
from pipeline.model.page import Decision, Page, TextSource
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine, read_image
from pipeline.ocr.components import ink
from pipeline.ocr.ruling import may_lead_across, take_out_ruling
from tests.ocr.drawing import A4, HEIGHT, LEFT, LINES, ROWS, TOP, WIDTH, draw, slanted, table


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_finds_rows_columns_and_boxes(dpi: int) -> None:
    (grid,) = take_out_ruling(table(dpi)).grids
    assert [(cell.row, cell.column) for cell in grid.cells] == [
        (row, column) for row in range(3) for column in range(2)
    ]
    box = grid.cells[3].box
    assert (box.x0, box.y0) == pytest.approx((LEFT + WIDTH, TOP + HEIGHT), abs=3)
    assert (box.x1, box.y1) == pytest.approx((LEFT + 2 * WIDTH, TOP + 2 * HEIGHT), abs=3)


def test_rules_are_painted_over_and_words_are_not() -> None:
    ruled = table(200)
    plain = take_out_ruling(ruled).raster.pixels
    across = round((TOP + HEIGHT) * 200 / 72)
    assert (plain[across - 2 : across + 3] == 255).all()
    dark, left = (ruled.pixels < 100).sum(), (plain < 100).sum()
    assert 0.3 * dark < left < dark


def test_a_page_without_a_table_is_left_as_it_is() -> None:
    page = draw((*LINES, "_" * 40))
    ruling = take_out_ruling(page)
    assert ruling.grids == ()
    assert ruling.raster.pixels is page.pixels


def test_a_frame_is_no_table() -> None:
    assert take_out_ruling(table(200, (("Faktaruta",),))).grids == ()


def test_a_slanting_table_is_read_cell_by_cell() -> None:
    scan = Page(1, *A4, TextSource.TEXT_LAYER, Decision.READ_IMAGE, "no text layer")
    page = read_image(scan, slanted(table(200), 3), TesseractEngine(), OcrConfig())
    (found,) = page.tables
    cells = {
        (cell.row, cell.column): " ".join(page.lines[n - 1].text for n in cell.line_numbers)
        for cell in found.cells
    }
    assert cells == {(r, c): text for r, row in enumerate(ROWS) for c, text in enumerate(row)}
    assert found.box is not None
    assert found.box.y0 < TOP + 20


def test_a_row_lower_than_the_shortest_rule_has_its_cells() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for y in (700, 720, 740, 790):  # a head of its own, 20 points high, above a row across
        canvas.line(72, y, 392, y)
    for x in (72, 232, 392):
        canvas.line(x, 720, x, 740)
        canvas.line(x, 740, x, 790) if x != 232 else None
    canvas.line(72, 700, 72, 720)
    canvas.line(392, 700, 392, 720)
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        pixels = document[0].render(scale=200 / 72, grayscale=True).to_numpy()
    image = Raster(np.ascontiguousarray(pixels.reshape(pixels.shape[:2])), 200)
    (grid,) = take_out_ruling(image).grids
    assert [(cell.row, cell.column) for cell in grid.cells] == [(0, 0), (1, 0), (1, 1), (2, 0)]


@given(st.integers(15, 110), st.integers(30, 260), st.data())
def test_a_line_across_is_never_overlooked(length: int, width: int, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, width - 1))
    end = data.draw(st.integers(begin + 1, width))
    dark = np.zeros((9, width), np.uint8)
    dark[data.draw(st.integers(0, 8)), begin:end] = 255
    fits = cv2.erode(dark, np.ones((1, length), np.uint8)).any()
    assert may_lead_across(dark, length) or not fits


def test_text_alone_leads_nowhere() -> None:
    assert not may_lead_across(ink(draw(LINES * 5, 300).pixels), 100)
    assert may_lead_across(ink(table(300).pixels), 100)
