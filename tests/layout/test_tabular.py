"""What rows of cells have in common, counted as they come."""

from collections.abc import Sequence

import pytest

from pipeline.layout.tabular import Tally


def tally_of(rows: Sequence[tuple[str, ...]]) -> Tally:
    tally = Tally()
    for cells in rows:
        tally.add(cells)
    return tally


def test_labels_may_have_a_head_but_no_end() -> None:
    labels = [("Tid", "2024–2026"), ("Partner", "Vika kommun"), ("Mål", "Färre resor.")]
    assert tally_of([("Så här går det till, i korthet", "Uppgift"), *labels]).is_labelled
    # The headings of a column of text, and its first line.
    assert not tally_of([*labels, ("Lärande. Vi söker upp dem som", "är bättre.")]).is_labelled


def test_three_columns_make_a_table_if_a_row_below_the_first_has_most_of_them() -> None:
    assert tally_of([("Namn", "", ""), ("Bo Al", "Vika", "")]).is_table
    assert not tally_of([("Namn", "Kommun", "År"), ("Bo Al", "", "")]).is_table


@pytest.mark.parametrize(
    "rows",
    [
        [("Post", "Summa"), ("Resor", "900 kr"), ("Möten", "1 200")],
        [("Dag", "Möte"), ("4 april", "Styrelsen"), ("den 11/5", "Årsmöte")],
        [("Insats", "Effekt"), ("Bilda en inköpsgrupp", "Lägre priser för alla")],
        [
            ("Vald av", "Vem"),
            ("regionen i Vika", "Bo Al (M)"),
            ("staden Ås", "Siv By (C)"),
            ("byn Ed", "Li Öd (V)"),
        ],
    ],
)
def test_two_columns_make_one_with_sums_days_titles_or_persons(
    rows: list[tuple[str, ...]],
) -> None:
    assert tally_of(rows).is_table


@pytest.mark.parametrize(
    "rows",
    [
        [("Insats för alla i", "Effekt"), ("Bilda en grupp", "Lägre priser för alla")],
        [("Bo Al (M)", "Siv By (C)"), ("Ali Ek (S)", "Li Öd (V)"), ("Eva Ros (S)", "Per Al (L)")],
        [("Bo Al (M)", "I Vika"), ("Siv By (C)", "I Ås"), ("Adress", "Torget"), ("Tid", "Maj")],
    ],
)
def test_two_columns_of_other_words_make_none(rows: list[tuple[str, ...]]) -> None:
    assert not tally_of(rows).is_table


def test_most_rows_begin_anew_and_each_column_is_filled() -> None:
    rows = [("Resor", "900"), ("Möten", "12 000"), ("Avgift", "3")]
    assert tally_of(rows).may_be_table
    assert tally_of([("", "2024"), *rows]).may_be_table
    assert not tally_of([*rows, ("och annat", "7"), ("som kostar", "8")]).may_be_table
    assert not tally_of([("Resor", "900"), ("Möten", ""), ("Avgift", "")]).may_be_table


def test_pages_of_contents_count_up_and_sums_need_not() -> None:
    pages = [("Inledning", "3"), ("Mål", "3"), ("Medel", "12")]
    assert not tally_of(pages).may_be_table
    assert tally_of([*pages, ("Bilaga", "7")]).may_be_table
    assert tally_of([*pages, ("Summa", "1 200")]).may_be_table
    assert tally_of([("Post", "Belopp (tkr)"), *pages]).may_be_table
    assert tally_of([*pages, ("Film", "007")]).may_be_table
    assert not tally_of([("PM", "1 (3)"), ("Resor", "900"), ("Möten", "8")]).may_be_table


def test_persons_beside_labels_that_hold_for_several() -> None:
    rows = [("Ordinarie:", "Bo Al (M)"), ("", "Siv By (C)"), ("Ersättare:", "Li Ödman (V)")]
    assert tally_of(rows).lists_persons
    assert not tally_of(rows[:2]).lists_persons
    assert not tally_of([rows[0], ("Ledamot:", "Siv By (C)"), rows[2]]).lists_persons
    assert not tally_of([*rows, ("", "")]).lists_persons
    assert not tally_of([("", "Bo Al (M)"), *rows]).lists_persons
    assert not tally_of([*rows, ("och så vidare", "Eva Ros (S)")]).lists_persons
    assert tally_of([*rows, ("ersättare", "Eva Ros (S)")]).lists_persons
    assert tally_of([*rows, ("Styrgruppen, Vika kommun", "Eva Ros (S)")]).lists_persons
