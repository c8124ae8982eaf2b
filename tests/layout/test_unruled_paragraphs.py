"""Tables without rules where rows stand in paragraphs: what is looked at, and how often."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.layout import unruled
from pipeline.layout.extent import Reached
from pipeline.layout.grouping import Grouping
from pipeline.layout.pieces import PrintedRow, Span
from pipeline.layout.placing import Placed, place
from pipeline.layout.placing import rows as printed_rows
from tests.layout.printing import row

STEP = 14.3
LEFTS = (72.0, 250.0, 400.0)


def in_paragraphs(cells: Sequence[tuple[str, ...]], gaps: Sequence[int]) -> list[list[Placed]]:
    """Return the printed rows of cells, so many points more apart than their print."""
    heights = accumulate(gaps, lambda y, gap: y + STEP + gap, initial=60.0)
    words = [
        word
        for row_cells, y in zip(cells, heights, strict=False)
        for left, cell in zip(LEFTS, row_cells, strict=False)
        for word in row(cell, left, y)
    ]
    return printed_rows(place(words))


def test_each_way_of_grouping_rows_is_looked_at_from_each_row_but_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    added = 0
    add = Grouping.add

    def counted(self: Grouping, printed_row: PrintedRow) -> None:
        nonlocal added
        added += 1
        add(self, printed_row)

    monkeypatch.setattr(Grouping, "add", counted)
    lines = [("Regionen ska stärka", "sin kompetens och", "i hela länet")] * 5
    lines[2] = ("nya samarbeten med", "Vika kommun", "och följa")
    found = []
    for paragraphs in (8, 16):
        added = 0
        unruled.unruled_tables(in_paragraphs(lines * paragraphs, [0, 0, 0, 0, 8] * paragraphs))
        found.append(added)
    # Twice the rows from twice as many starts; with each paragraph by itself it would be eight.
    assert found[0] < found[1] < 5 * found[0]


SUMS = [("Personal", "12 000 kr"), ("Resor", "900 kr"), ("Möten och resor", "3 kr")]
TEXT = [("Regionen ska", "sin kompetens", "i hela"), ("samverka och", "nytt", "länet")]
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            SUMS,
            TEXT,
            [("Ordinarie:", "Bo Ås (M)"), ("", "Siv By (C)"), ("", "Ali Ek (S)")],
            [("Vika", "ledamot"), ("Ås", "", "2027"), ("Norrtofta", "suppleant", "2026")],
            [("Tid: 2024", "Regionen"), ("Mål", "Färre resor och"), ("", "möten i länet.")],
        ]
    ),
    max_size=6,
)


@example([SUMS, TEXT], [0, 0, 5, 0, 0])  # a third column where the table has ended
@given(PARAGRAPHS, st.lists(st.sampled_from([0, 0, 0, -3, 5, 9]), min_size=18, max_size=18))
def test_rows_grouped_once_are_those_grouped_anew_at_each_gap(
    paragraphs: list[list[tuple[str, ...]]], gaps: list[int]
) -> None:
    rows = in_paragraphs([row_cells for lines in paragraphs for row_cells in lines], gaps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unruled, "_ways", lambda reached: range(len(reached)))
        anew = unruled.unruled_tables(rows)
    assert unruled.unruled_tables(rows) == anew


@pytest.mark.parametrize(
    ("columns", "steps", "ways"),
    [
        # The first column has but grown.
        ([((50, 90), (200, 250)), ((40, 99), (200, 250))], [12.0], [0, 0]),
        # The second leaves the first one less room.
        ([((50, 90), (200, 250)), ((50, 90), (190, 250))], [12.0], [0, 1]),
        ([((50, 90), (200, 250)), ((50, 90), (200, 250), (300, 350))], [12.0], [0, 1]),
        # One more, and two that have become one.
        (
            [((50, 90), (200, 220), (230, 250)), ((50, 90), (200, 250), (300, 350))],
            [12.0],
            [0, 1],
        ),
        # Below a step of 10 points one of 15 stands apart, one of 12 does not.
        ([((50, 90), (200, 250))] * 4, [15.0, 14.0, 10.0], [0, 0, 0, 1]),
        ([((50, 90), (200, 250))] * 4, [12.0, 12.0, 10.0], [0, 0, 0, 0]),
    ],
)
def test_a_row_may_change_the_way_of_those_above(
    columns: list[tuple[tuple[int, int], ...]], steps: list[float], ways: list[int]
) -> None:
    heights = list(accumulate(steps, initial=100.0))
    least = accumulate(steps, min, initial=inf)
    reached = [
        Reached(PrintedRow((), y, y), [Span(*span) for span in spans], step)
        for y, spans, step in zip(heights, columns, least, strict=True)
    ]
    assert unruled._ways(reached) == ways
