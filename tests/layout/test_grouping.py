"""Printed rows that go together in a table, as they come."""

from collections.abc import Sequence

from pipeline.layout.grouping import Grouping
from pipeline.layout.pieces import Piece, PrintedRow, Span

COLUMNS = (Span(50, 150), Span(200, 300), Span(350, 450))
LIMIT = 15.0


def _grouping(rows: Sequence[tuple[str, ...]], gaps: Sequence[float] = ()) -> Grouping:
    """Return rows of cells that stand 12 points below each other, and so many more."""
    grouping = Grouping(COLUMNS[: len(rows[0])], LIMIT)
    top = 0.0
    for number, cells in enumerate(rows):
        pieces = (
            Piece(column.x0, column.x0 + 5 * len(text), text)
            for column, text in zip(COLUMNS, cells, strict=False)
            if text
        )
        grouping.add(PrintedRow(tuple(pieces), top, top + 10))
        top += 12 + (gaps[number] if number < len(gaps) else 0)
    return grouping


def _sizes(grouping: Grouping) -> list[int]:
    return list(map(len, grouping.parts))


def test_a_row_goes_on_below_where_its_first_cell_is_empty_or_begins_small() -> None:
    rows = [("Insats", "Effekt", "Tid"), ("Resa", "Nytt", "2024"), ("för chefer", "sätt", "")]
    grouping = _grouping([*rows, ("Råd", "Fyra", "2025"), ("", "fått stöd", "")])
    assert _sizes(grouping) == [1, 2, 2]
    assert grouping.is_table
    assert not grouping.is_labelled


def test_wider_steps_part_rows_if_all_that_follows_them_begins_one() -> None:
    rows = [("Nät", "Organ", "Vem"), ("AER", "Styrelse", "Bo"), ("Vika", "", "Siv")]
    rows += [("Elvom", "Styrelse", "Ali")]
    assert _sizes(_grouping(rows, [8, 0, 8])) == [1, 2, 1]
    # Else the words alone tell: what stands apart begins small here.
    assert _sizes(_grouping([*rows[:3], ("elvom", "", "Ali")], [8, 0, 8])) == [1, 1, 2]


def test_what_is_told_holds_for_the_rows_so_far() -> None:
    rows = [("Insats", "Effekt", "Tid"), ("Resa", "Nytt", "2024"), ("Råd", "Fyra", "2025")]
    assert [_grouping(rows[:count]).is_table for count in (1, 2, 3)] == [False, False, True]


def test_lines_that_go_on_in_all_columns_are_no_table() -> None:
    text = [("Kommunerna", "Regionen", "Projekten"), ("samverkar om", "deltar i", "betalas av")]
    assert not _grouping(text * 4).is_table


def test_labels_and_what_they_stand_for_are_no_table_but_labelled() -> None:
    labels = [("Program:", "Interreg"), ("Ägare:", "Vika kommun"), ("Tid:", "Två år")]
    grouping = _grouping(labels)
    assert grouping.is_table
    assert grouping.is_labelled


def test_persons_are_rows_of_their_own_beside_a_label_for_several() -> None:
    rows = [("Ordinarie:", "Bo Al (M)"), ("", "Siv By (C)"), ("Ersättare:", "Li Ödman (V)")]
    grouping = _grouping(rows)
    assert _sizes(grouping) == [1, 1, 1]
    assert grouping.is_table
    assert not grouping.is_labelled


def test_a_row_goes_on_below_a_first_cell_that_cannot_end() -> None:
    rows = [("Insats", "Effekt", "Tid"), ("Utbilda", "Fler", "2024"), ("Medverka i", "Fler", "2")]
    assert _sizes(_grouping([*rows, ("EU4Health", "Infektioner", "")])) == [1, 1, 2]
    assert _sizes(_grouping([*rows[:2], ("Utbilda ur", "Fler", "2"), ("EU", "Anna", "")])) == [
        1,
        1,
        2,
    ]


def test_days_below_each_other_are_rows_though_the_words_beside_them_begin_small() -> None:
    rows = [("4 maj", "Styrelse i Bryssel"), ("9–11 juni", "budgetdialog i Vika")]
    assert _sizes(_grouping([("Datum", "Möte"), *rows])) == [1, 1, 1]
    cells = [
        ("Insats", "Effekt"),
        ("Delta i Tammerfors", "Personal är van"),
        ("4 maj", "vid gränser"),
    ]
    assert _sizes(_grouping([*cells, ("Resa", "Nytt")])) == [1, 2, 1]
