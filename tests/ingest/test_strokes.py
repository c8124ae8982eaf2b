"""Strokes that may rule a table: never a no where pdfplumber finds one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.pdf_tables import find_grids
from pipeline.ingest.strokes import Strokes, edges_of, may_rule_table
from pipeline.model.geometry import Box
from pipeline.model.page import Word

GRID = [(0, y, 90, y) for y in (0, 20, 40)] + [(x, 0, x, 40) for x in (0, 45, 90)]
FRAME = [(0, 0, 90, 0), (0, 40, 90, 40), (0, 0, 0, 40), (90, 0, 90, 40)]


def _strokes(lines: list[tuple[int, int, int, int]]) -> Strokes:
    return np.array(lines, np.float64).reshape(-1, 4)


@pytest.mark.parametrize(
    ("lines", "may"),
    [
        (GRID, True),
        (FRAME, False),
        ([*FRAME, (45, 0, 45, 40)], False),
        ([*FRAME, (45, 0, 45, 40), (0, 20, 90, 20)], True),
        ([(0, y, 90, y) for y in range(0, 99, 9)], False),
        ([(0, 0, 90, 40), (10, 0, 90, 50), (20, 0, 90, 60)], False),
        ([], False),
    ],
)
def test_a_table_takes_three_uprights_and_three_levels_that_meet(
    lines: list[tuple[int, int, int, int]], may: bool
) -> None:
    assert may_rule_table(_strokes(lines)) is may


def test_strokes_far_from_each_other_rule_nothing() -> None:
    apart = [(500, 0 + 99 * n, 500, 50 + 99 * n) for n in range(5)]
    apart += [(0, 99 * n, 90, 99 * n) for n in range(5)]
    assert not may_rule_table(_strokes(apart))


PLACES = st.integers(0, 8).map(lambda place: place * 12)
LEVELS = st.builds(lambda x0, x1, y: (min(x0, x1), y, max(x0, x1), y), PLACES, PLACES, PLACES)
UPRIGHTS = st.builds(lambda x, y0, y1: (x, min(y0, y1), x, max(y0, y1)), PLACES, PLACES, PLACES)
WORDS = [
    Word("ord", Box(x + 2, y + 2, x + 9, y + 9), font_size=7)
    for x in range(0, 96, 12)
    for y in range(0, 96, 12)
]


@given(st.lists(LEVELS | UPRIGHTS, max_size=40), st.booleans())
def test_where_there_is_a_table_the_answer_is_yes(
    lines: list[tuple[int, int, int, int]], dense: bool
) -> None:
    strokes = _strokes(lines + (GRID if dense else []))
    if find_grids(edges_of(strokes, 0, 96), WORDS):
        assert may_rule_table(strokes)


def test_edges_are_measured_from_the_top_left() -> None:
    (upright, level) = edges_of(_strokes([(10, 20, 60, 20), (10, 20, 10, 50)]), left=5, top=100)
    assert (upright["orientation"], level["orientation"]) == ("v", "h")
    assert [upright[side] for side in ("x0", "top", "x1", "bottom")] == [5, 50, 5, 80]
    assert [level[side] for side in ("x0", "top", "x1", "bottom")] == [5, 80, 55, 80]
