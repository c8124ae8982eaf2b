import pytest

from pipeline.ocr.skew import TextLines
from tests.ocr.drawing import LINES, blank, draw, slanted, turned

PAGE = (" ".join(LINES[:2]), " ".join(LINES[2:4])) * 15


@pytest.mark.parametrize("degrees", [-9.3, -2.15, -0.3, 0.0, 0.75, 4.0, 9.95])
@pytest.mark.parametrize("dpi", [100, 300])
def test_finds_the_slant_to_a_tenth_of_a_degree(degrees: float, dpi: int) -> None:
    assert TextLines(slanted(draw(PAGE, dpi), degrees)).skew == pytest.approx(degrees, abs=0.1)


def test_white_paper_does_not_slant() -> None:
    assert TextLines(blank()).skew == 0
    assert not TextLines(blank()).is_vertical


@pytest.mark.parametrize(
    ("degrees", "vertical"), [(0, False), (90, True), (180, False), (270, True)]
)
def test_tells_text_that_runs_up_or_down_the_page(degrees: int, vertical: bool) -> None:
    assert TextLines(turned(slanted(draw(PAGE), 3), degrees)).is_vertical is vertical
