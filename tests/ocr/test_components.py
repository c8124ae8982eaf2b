"""Connected pieces, and the images they are looked for in."""

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from pipeline.model.raster import Raster
from pipeline.ocr.components import Ink, coarser, components, ink, nearly_coarser, without_gaps
from tests.ocr.drawing import LINES, draw

MASKS = arrays(
    np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 6)), elements=st.sampled_from((0, 255))
)


@given(MASKS)
def test_without_gaps_pieces_are_the_same_and_their_places_known(mask: NDArray[np.uint8]) -> None:
    packed, kept = without_gaps(mask)
    pieces = components(packed).stats[1:]
    pieces[:, 1] = kept[pieces[:, 1]]
    assert sorted(pieces.tolist()) == sorted(components(mask).stats[1:].tolist())


def test_gaps_of_many_rows_become_one() -> None:
    mask = np.zeros((100, 5), np.uint8)
    mask[[10, 50, 51, 99]] = 255
    assert without_gaps(mask)[1].tolist() == [0, 9, 10, 49, 50, 51, 98, 99]


@given(
    arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 6))),
    st.sampled_from((72, 150, 200, 300, 400)),
)
def test_a_band_is_dark_where_one_of_its_rows_is(pixels: NDArray[np.uint8], dpi: int) -> None:
    dark = Ink(Raster(pixels, dpi))
    assert len(dark.bands) == len(pixels) // dark.band_rows
    rows = dark.mask[: len(dark.bands) * dark.band_rows].reshape(-1, dark.band_rows, len(pixels[0]))
    np.testing.assert_array_equal(dark.bands, rows.max(axis=1))
    np.testing.assert_array_equal(dark.mask, ink(pixels))


def test_some_rows_tell_the_ink_as_all_do() -> None:
    grey = np.asarray(cv2.GaussianBlur(draw(LINES * 3, 300).pixels, (9, 9), 0), np.uint8)
    border, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    for near in (
        ink(np.asarray(grey, np.uint8)),
        Ink(Raster(np.asarray(grey, np.uint8), 300)).mask,
    ):
        assert ((grey <= border - 4) <= (near > 0)).all()
        assert ((near > 0) <= (grey <= border + 4)).all()


def test_both_ways_to_make_an_image_coarser_agree() -> None:
    soft = np.linspace(0, 255, 400).astype(np.uint8)[None].repeat(300, axis=0)
    for dpi in (150, 200, 300):
        exact, quick = (f(Raster(soft, float(dpi)), 75) for f in (coarser, nearly_coarser))
        assert exact.pixels.shape == quick.pixels.shape
        assert exact.dpi == quick.dpi
        assert np.abs(exact.pixels.astype(int) - quick.pixels.astype(int)).max() <= 1
