"""Chapters that letters and Roman numbers count."""

import pytest

from pipeline.knowledge.structure.chapters import is_chapter, with_chapter_marks
from pipeline.knowledge.textflow import Block, BlockKind
from tests.knowledge.written import understood


def _marked(*lines: str) -> list[str]:
    """Return the markers of headings with a paragraph below each; `= ` begins a text alone."""
    blocks: list[Block] = []
    for line in lines:
        if not line.startswith("= "):
            blocks.append(Block(BlockKind.HEADING, 0, line))
        blocks.append(Block(BlockKind.TEXT, 0, "Det gäller alla."))
    return [b.marker for b in with_chapter_marks(blocks) if b.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    ("headings", "markers"),
    [
        (("A. Läget", "B. Mål", "C. Åtgärder"), ["A.", "B.", "C."]),
        (("I. Läget", "II. Mål", "Om målen", "III. Åtgärder"), ["I.", "II.", "", "III."]),
        (("A) Läget", "B) Mål"), ["A)", "B)"]),
        (("I Läget", "II Mål", "III Åtgärder"), ["I", "II", "III"]),
        (("§ 31 Val", "Mål", "§ 32 Mål för 2031"), ["§ 31", "", "§ 32"]),
        # A word, a name with a letter, and letters in no order count nothing.
        (("I Bryssel", "Mål"), ["", ""]),
        (("A. Hav", "C. Land"), ["", ""]),
        (("Mål", "B. Land"), ["", ""]),
    ],
)
def test_letters_and_roman_numbers_count_chapters(
    headings: tuple[str, ...], markers: list[str]
) -> None:
    assert _marked(*headings) == markers


def test_headings_right_below_each_other_are_a_list() -> None:
    blocks = [Block(BlockKind.HEADING, 0, f"{mark}. Hav", f"{mark}.") for mark in "AB"]
    assert not any(map(is_chapter, with_chapter_marks(blocks)))


@pytest.mark.parametrize("marks", ["ABC", ("I", "II", "III")])
def test_numbers_begin_anew_in_each_chapter(marks: tuple[str, ...]) -> None:
    one, two, three = marks
    plan = f"""Handlingsplan 2031

# {one}. Läget

Regionen har arbetat med Europa i många år.

# {two}. Åtgärder

1. Skrivstuga för skolor
1.1 Mallar för intyg
2. Resa till Gdańsk

# {three}. Pengar

1. Resor: 160 tkr.
2. Monter: 275 tkr.
"""
    knowledge = understood(plan)
    told = {one.section_id: one for one in knowledge.sections}
    assert [(told[a.section_id or ""].number, a.number, a.title) for a in knowledge.activities] == [
        (two, "1", "Skrivstuga för skolor"),
        (two, "1.1", "Mallar för intyg"),
        (two, "2", "Resa till Gdańsk"),
    ]
    assert [(s.number, s.level) for s in knowledge.sections if s.level] == [
        (one, 1),
        (two, 1),
        (three, 1),
    ]
