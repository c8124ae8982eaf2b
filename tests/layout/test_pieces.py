"""Printed rows in the pieces that white parts."""

import pytest

from pipeline.layout.pieces import PrintedRow, Span, printed_row, usual_size
from pipeline.layout.placing import place, place_box
from pipeline.model.geometry import Box
from pipeline.model.page import Word
from tests.layout.printing import row

SIZE = 10.0
TOP = 100.0


def _printed(*parts: tuple[str, float]) -> PrintedRow:
    """Return the row of texts, each so many points behind the one before."""
    words: list[Word] = []
    right = 0.0
    for text, white in parts:
        words += row(text, right + white, TOP, SIZE)
        assert words[-1].box is not None
        right = words[-1].box.x1
    printed = printed_row(place(words), SIZE)
    assert printed is not None
    return printed


def _texts(parts: tuple[tuple[str, float], ...]) -> list[str]:
    return [piece.text for piece in _printed(*parts).pieces]


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        ((("Vika kommun", 50),), ["Vika kommun"]),
        ((("Bo Al", 50), ("ledamot i nämnden", 10)), ["Bo Al", "ledamot i nämnden"]),
        ((("Bo Al", 50), ("ledamot", 9.9)), ["Bo Al ledamot"]),
        # What stands before a list item stays with it, however far it stands.
        ((("•", 50), ("Resor", 30), ("2024", 30)), ["• Resor", "2024"]),
        ((("1.", 50), ("Resor", 30)), ["1. Resor"]),
        ((("b)", 50), ("Resor", 30)), ["b) Resor"]),
        ((("2.3.1", 50), ("Resor", 30)), ["2.3.1 Resor"]),
        ((("12", 50), ("Resor", 30)), ["12", "Resor"]),
        ((("Resor", 50), ("•", 30), ("Möten", 30)), ["Resor", "•", "Möten"]),
    ],
)
def test_white_of_a_font_size_parts_pieces(
    parts: tuple[tuple[str, float], ...], texts: list[str]
) -> None:
    assert _texts(parts) == texts


def test_a_row_has_the_places_of_its_pieces() -> None:
    printed = _printed(("Bo Al", 50), ("ledamot", 10))
    spans = [Span(piece.x0, piece.x1) for piece in printed.pieces]
    assert spans == [Span(50, 72.5), Span(82.5, 117.5)]
    assert (printed.top, printed.middle, printed.bottom) == (TOP, TOP + 5, TOP + 10)


def test_less_white_parts_the_loose_pieces() -> None:
    printed = _printed(("Bo Al", 50), ("ledamot", 6), ("Vika", 5.9))
    assert [piece.text for piece in printed.pieces] == ["Bo Al ledamot Vika"]
    assert [piece.text for piece in printed.loose] == ["Bo Al", "ledamot Vika"]


def test_a_mark_may_have_a_column_of_its_own() -> None:
    printed = _printed(("1.1", 50), ("Resor till", 30), ("2024", 30))
    assert [piece.text for piece in printed.numbered] == ["1.1", "Resor till", "2024"]
    assert _printed(("Resor", 50), ("2024", 30)).numbered == ()
    assert _printed(("1.1", 50)).numbered == ()


def test_a_row_with_a_ruled_table_has_no_pieces() -> None:
    assert printed_row([place_box(Box(0, 0, 9, 9), 0)], SIZE) is None


def test_most_rows_tell_the_usual_size() -> None:
    rows = [place(row("Vika kommun", 50, y, size)) for y, size in ((0, 24), (40, 10), (60, 10))]
    assert usual_size(rows) == 10.0
    assert usual_size([[place_box(Box(0, 0, 9, 9), 0)]]) == 10.0
    # Without fonts the ink of the letters tells it: a capital is 0.71 of a font size.
    assert usual_size([place(row("Vika", 50, 0, 14.2, fonts=False))]) == pytest.approx(20.0)
