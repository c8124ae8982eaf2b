"""Rows whose cells do not stand in their columns: heads, and cells that are too wide."""

from collections.abc import Sequence

from pipeline.layout import arrange
from pipeline.model.page import Word
from tests.layout.printing import row

LEFTS = (72.0, 150.0, 300.0, 420.0)
STEP = 14.3
PROJECTS = [
    ("Havsvind", "Prov av nya kablar", "Interreg", "2019"),
    ("Skogsbad", "Vila för unga", "Erasmus+", "2021"),
    ("Isbana", "Tåg över sundet", "Horisont", "2020"),
]
HEAD = ("Projekt", "Innehåll", "Program", "År")


def printed(rows: Sequence[tuple[str, ...]], lefts: tuple[float, ...], y: float) -> list[Word]:
    return [
        word
        for number, cells in enumerate(rows)
        for left, cell in zip(lefts, cells, strict=True)
        for word in row(cell, left, y + STEP * number)
    ]


def table(words: list[Word]) -> list[list[str]]:
    lines, (only,) = arrange(words)
    rows: dict[int, list[str]] = {}
    for cell in only.cells:
        text = " ".join(lines[number - 1].text for number in cell.line_numbers)
        rows.setdefault(cell.row, []).append(text)
    return list(rows.values())


def test_a_head_on_stops_of_its_own_is_the_first_row() -> None:
    head = printed([HEAD], (72.0, 130.0, 200.0, 270.0), 130)
    assert table(head + printed(PROJECTS, LEFTS, 158)) == [list(HEAD), *map(list, PROJECTS)]


def test_a_cell_that_fills_its_column_runs_on_in_the_next() -> None:
    full = row("Kusten", 72, 160 + 3 * STEP)
    full += row("Utbyte mellan skolor i länet Interreg", 150, 160 + 3 * STEP)
    full += row("2018", 420, 160 + 3 * STEP)
    assert table(printed(PROJECTS, LEFTS, 160) + full)[-1] == [
        "Kusten",
        "Utbyte mellan skolor i länet",
        "Interreg",
        "2018",
    ]


def test_a_row_above_those_that_show_the_columns_may_run_on() -> None:
    full = row("Kusten", 72, 158) + row("2018", 420, 158)
    full += row("Utbyte mellan skolor i länet Interreg", 150, 158)
    words = printed([HEAD], (72.0, 130.0, 200.0, 270.0), 130) + full
    words += printed(PROJECTS, LEFTS, 158 + STEP)
    assert table(words)[:2] == [
        list(HEAD),
        ["Kusten", "Utbyte mellan skolor i länet", "Interreg", "2018"],
    ]


def test_a_cell_that_is_too_wide_pushes_the_next_ones_on() -> None:
    wide = ("Kusten", "Utbyte mellan skolor, museer och företag", "Interreg", "2018")
    pushed = printed([wide], (72.0, 150.0, 375.0, 440.0), 160 + 3 * STEP)
    assert table(printed(PROJECTS, LEFTS, 160) + pushed)[-1] == list(wide)
