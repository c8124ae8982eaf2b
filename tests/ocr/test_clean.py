import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.geometry import Box
from pipeline.model.raster import Raster
from pipeline.ocr.clean import despeckle, flatten, is_blank, turn
from pipeline.ocr.straighten import straighten
from tests.ocr.drawing import LINES, blank, draw


def grainy(raster: Raster, spread: float = 12) -> Raster:
    grain = np.random.default_rng(1).normal(0, spread, raster.pixels.shape)
    return Raster(np.clip(raster.pixels + grain, 0, 255).astype(np.uint8), raster.dpi)


def shaded(raster: Raster) -> Raster:
    shade = np.linspace(1.0, 0.5, raster.pixels.shape[1])
    return Raster((raster.pixels * shade).astype(np.uint8), raster.dpi)


@pytest.mark.parametrize("dpi", [100, 300])
def test_paper_is_blank_though_shaded_and_grainy(dpi: int) -> None:
    assert is_blank(blank(dpi))
    assert is_blank(grainy(shaded(blank(dpi)), 6))


@pytest.mark.parametrize("dpi", [100, 300])
@pytest.mark.parametrize("text", ["3", "å", "i"])
def test_a_page_with_a_single_letter_is_not_blank(text: str, dpi: int) -> None:
    assert not is_blank(draw((text,), dpi))


def test_flatten_takes_shadow_and_bleed_out_and_leaves_the_print() -> None:
    front = draw(LINES)
    back = cv2.GaussianBlur(np.ascontiguousarray(draw(LINES * 4).pixels[:, ::-1]), (0, 0), 1.6)
    shadow = 1 - 0.3 * (1 - back.astype(np.float32) / 255)
    stained = shaded(Raster((front.pixels * shadow).astype(np.uint8), front.dpi))
    even = flatten(stained)
    assert (even.pixels[front.pixels > 250] > 240).mean() > 0.99
    assert (even.pixels[front.pixels < 50] < 90).mean() > 0.95


def test_despeckle_removes_single_pixels() -> None:
    pixels = blank().pixels.copy()
    pixels[50::40, 50::40] = 0
    assert (despeckle(Raster(pixels, 150)).pixels == 255).all()


def test_turning_is_clockwise() -> None:
    raster = Raster(np.array([[0, 1], [2, 3]], np.uint8), 100)
    assert turn(raster, 90).pixels.tolist() == [[2, 0], [3, 1]]
    assert turn(turn(raster, 90), 270).pixels.tolist() == raster.pixels.tolist()


def test_a_straight_page_at_the_right_resolution_is_left_as_it_is() -> None:
    page = draw()
    assert straighten(page, 0.05, page.dpi).raster is page


@settings(deadline=None)  # A busy machine draws slowly.
@given(
    skew=st.floats(-10, 10),
    dpi=st.sampled_from([100, 150, 300]),
    x=st.floats(60, 500),
    y=st.floats(60, 740),
)
def test_a_mark_is_found_back_where_it_was(skew: float, dpi: int, x: float, y: float) -> None:
    pixels = np.full((round(842 * 100 / 72), round(595 * 100 / 72)), 255, np.uint8)
    column, row = round(x * 100 / 72), round(y * 100 / 72)
    pixels[row : row + 6, column : column + 6] = 0
    straight = straighten(Raster(pixels, 100), skew, dpi)
    rows, columns = np.nonzero(straight.raster.pixels < 128)
    assert len(rows) > 0
    scale = 72 / dpi
    seen = Box(columns.min() * scale, rows.min() * scale, columns.max() * scale, rows.max() * scale)
    back = straight.to_page(seen)
    middle = ((back.x0 + back.x1) / 2, (back.y0 + back.y1) / 2)
    assert middle == pytest.approx(((column + 3) * 0.72, (row + 3) * 0.72), abs=1.5)
