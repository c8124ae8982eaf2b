"""How deep headings stand, by all that tells it."""

import pytest

from pipeline.knowledge.structure.levels import levels_of, repeated_headings
from pipeline.knowledge.textflow import Block, BlockKind


def _heading(text: str, *, size: float | None = None, level: int | None = None) -> Block:
    """Return a heading; its number or letter ends with ` | `."""
    marker, _, rest = text.rpartition("| ")
    return Block(
        BlockKind.HEADING, 0, f"{marker}{rest}", marker.strip(), font_size=size, level=level
    )


def _levels(*texts: str, bare: tuple[bool, ...] = ()) -> list[int]:
    headings = [_heading(text) for text in texts]
    return levels_of(headings, bare or (False,) * len(headings))


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (("1. | Inledning", "2. | Mål", "2.1 | Hav", "2.1.3 | Vatten", "3. | Medel"), "11231"),
        # What has no number is of the part with the last one.
        (("1. | Mål", "Bakgrund", "1.1 | Hav", "Bakgrund om havet"), "1223"),
        (("Prioritering 1 – Hav", "Mål", "Prioritering 2 – Land"), "111"),
        (("1. | Mål", "Insats 1 Resor", "2. | Medel", "Insats 2 Möten", "Om dem"), "12121"),
        (("Del A", "A.1 | Hav", "A.1.2 | Vatten", "Bilaga 1"), "1231"),
        (("A.1 | Hav", "A.1.2 | Vatten"), "12"),
        (("A. Hav", "1. | Fiske", "B. Land"), "111"),
        # No other letters than those of a row from A on tell a depth.
        (("1. | Mål", "C. Hav", "D. Land"), "122"),
        (("1. | Mål", "§ 4 Val av ordförande"), "11"),
        (("1. | Mål", "Bilaga om resor"), "11"),
    ],
)
def test_numbers_letters_and_series_tell_the_depth(texts: tuple[str, ...], levels: str) -> None:
    assert _levels(*texts) == list(map(int, levels))


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (("INTERNATIONELLT ARBETE", "Nätverk", "EUROPEISKA PROJEKT", "Vatten"), "1212"),
        # An abbreviation alone is no heading in capitals.
        (("ERRIN", "Vatten"), "11"),
        # Beside others in capitals a shorter word is one.
        (("BAKGRUND", "Vatten", "VERKSAMHET", "MÅLEN", "Land"), "12112"),
        (("INTERNATIONELLT ARBETE", "2.1 | Hav", "Vatten"), "123"),
    ],
)
def test_capitals_stand_above_small_letters(texts: tuple[str, ...], levels: str) -> None:
    assert _levels(*texts) == list(map(int, levels))


def test_capitals_right_below_small_letters_are_names() -> None:
    texts = ("Nätverk", "Europa", "VATTENRINGEN", "Östersjön", "Projekt just nu", "SMARTA FÄRJAN")
    bare = (True, False, False, False, True, False)
    assert _levels(*texts, bare=bare)[2] == _levels(*texts, bare=bare)[3]
    assert _levels(*texts)[2] < _levels(*texts)[3]


def test_what_each_part_has_is_of_the_part_above() -> None:
    assert _levels("Hav", "Mål", "Land", "Mål") == [1, 2, 1, 2]


def test_names_right_below_a_heading_without_text_are_parts_of_it() -> None:
    texts = ("Nätverk", "ERRIN", "Euroregion Baltic (ERB)", "Uppföljning")
    assert _levels(*texts, bare=(True, False, False, False)) == [1, 2, 2, 1]
    assert _levels(*texts) == [1, 1, 1, 1]


def test_the_levels_of_a_file_are_counted_from_the_outermost() -> None:
    headings = [_heading(text, level=level) for text, level in (("Hav", 2), ("Fisk", 5), ("Ö", 2))]
    assert levels_of(headings, [False] * 3) == [1, 2, 1]


def test_larger_print_stands_above_smaller() -> None:
    sizes = (20.0, 14.0, 12.0, 14.0)
    headings = [_heading("Hav", size=size) for size in sizes]
    assert levels_of(headings, [False] * 4) == [1, 2, 3, 2]


def test_numbers_show_the_depth_of_a_size() -> None:
    headings = [
        _heading("Titel", size=20.0),
        _heading("1. | Mål", size=16.0),
        _heading("Hav", size=16.0),
        _heading("Fisk", size=12.0),
    ]
    assert levels_of(headings, [False] * 4) == [1, 1, 1, 2]


def test_a_heading_in_a_cell_is_one_deeper_than_the_one_above_the_table() -> None:
    cells = [Block(BlockKind.CELL, 0, text) for text in ("Hav", "Land")]
    headings = [_heading("1. | Mål"), _heading("1.1 | Områden"), *cells, _heading("2. | Medel")]
    assert levels_of(headings, [False] * 5) == [1, 2, 3, 3, 1]


def test_headings_that_come_again() -> None:
    again = ("Mål", "MÅL", "1. | Hav", "2. | Hav", "Land")
    assert repeated_headings(map(_heading, again)) == {"mål"}
