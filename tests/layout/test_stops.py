"""Cells that ran together, parted where those of other rows begin."""

from itertools import pairwise

import pytest

from pipeline.layout.pieces import PrintedRow, printed_row
from pipeline.layout.placing import place
from pipeline.layout.stops import parted_at_stops
from tests.layout.printing import row

SIZE = 11.0


def printed(*starts: tuple[str, float], y: float = 100) -> PrintedRow:
    words = place(word for text, x in starts for word in row(text, x, y))
    made = printed_row(words, SIZE)
    assert made is not None
    return made


OTHERS = [
    printed(("Isbana", 72), ("Tåg", 150), ("2020", 300)),
    printed(("Skogsbad", 72), ("Vila", 150.8), ("2021", 300)),
]


@pytest.mark.parametrize("text", ["Kusten runt =:", "Kusten i havet"])
def test_a_cell_begins_where_those_of_two_others_do(text: str) -> None:
    together = printed((text, 72), ("Utbyte", 150), ("2018", 300))
    assert len(together.pieces) == 2
    parted = parted_at_stops([*OTHERS, together])[-1]
    assert parted is not None
    assert [piece.text for piece in parted.pieces] == [text, "Utbyte", "2018"]
    assert all(one.x1 < other.x0 for one, other in pairwise(parted.pieces))


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (OTHERS[:1], (("Kusten runt hela", 72), ("Utbyte", 150), ("2018", 300))),  # one shows it
        (OTHERS, (("Kusten runt hela", 72), ("Utbyte av alla", 150))),  # running text
        (OTHERS, (("Kusten runt hela", 72), ("Utbyte", 156), ("2018", 300))),  # elsewhere
    ],
)
def test_what_stays_together(above: list[PrintedRow], line: tuple[tuple[str, float], ...]) -> None:
    together = printed(*line)
    assert parted_at_stops([*above, together])[-1] == together


def test_stops_far_away_on_the_page_part_nothing() -> None:
    together = printed(("Kusten i havet", 72), ("Utbyte", 150), ("2018", 300))
    between = [printed(("Resor", 72))] * 8
    assert parted_at_stops([*OTHERS, *between, together])[-1] == together
