from collections.abc import Sequence

from pipeline.knowledge.restoring.seat_rows import seat_rows
from tests.knowledge.written import name_of, understood

GIVEN = frozenset({"Åsa", "Bo", "Eva", "Karl", "Erik", "Mona"})


def _read(lines: Sequence[str]) -> list[list[str]]:
    """Return the texts of each row's cells by column, `-` for none, ` + ` between parts."""
    (table,) = seat_rows(lines, GIVEN)
    last = max(cell.column for cell in table)
    rows = [["-"] * (last + 1) for _ in range(max(cell.row for cell in table) + 1)]
    for cell in table:
        text = lines[cell.line][cell.start : cell.end]
        before = rows[cell.row][cell.column]
        joint = " + " if cell.begins else " "
        rows[cell.row][cell.column] = text if before == "-" else before + joint + text
    return rows


def test_words_years_bodies_and_persons_are_told_apart() -> None:
    rows = _read(
        [
            "Nätverk Medlem Organ Ordinarie Ersättare",
            "sedan",
            "Tolvmila Samarbete 1997 Styrelsen Åsa Ek (S) Bo Al (M)",
            "Vattenforum i 2010 Kommittén för Eva Ro Lund (C) Vakant",
            "norr sociala frågor",
            "Kustnät 2011 Politiska rådet Karl-Erik Dal (KD), ordförande Åsa Ek (S)",
            "Bo Al (M) Eva Ro Lund (C)",
            "Rådet möts två gånger om året.",
        ]
    )
    assert rows[0] == ["Nätverk", "Medlem sedan", "Organ", "Ordinarie", "Ersättare"]
    assert rows[1] == ["Tolvmila Samarbete", "1997", "Styrelsen", "Åsa Ek (S)", "Bo Al (M)"]
    assert rows[2][2:] == [
        *("Kommittén för norr sociala frågor", "Eva Ro Lund (C)", "Vakant"),
    ]
    assert rows[3] == [
        *("Kustnät", "2011", "Politiska rådet"),
        *("Karl-Erik Dal (KD), ordförande + Bo Al (M)", "Åsa Ek (S) + Eva Ro Lund (C)"),
    ]
    assert len(rows) == 4


def test_what_did_not_fit_beside_goes_on_below() -> None:
    rows = _read(
        [
            "Nätverk / organ Ordinarie Ersättare",
            "Kustkommissionen, Åsa Ek (S) Bo Al (M)",
            "styrelsen Mona Dal (C) Eva Ro (V)",
            "Gränssamverkan, Bo Al (M) –",
            "Årsmötet",
            "ERRIN, Åsa Ek (S) –",
            "Styrelsen",
            "Regionen betalar avgifter",
        ]
    )
    assert rows[1:] == [
        ["Kustkommissionen, styrelsen", "Åsa Ek (S) + Mona Dal (C)", "Bo Al (M) + Eva Ro (V)"],
        ["Gränssamverkan, Årsmötet", "Bo Al (M)", "–"],
        ["ERRIN, Styrelsen", "Åsa Ek (S)", "–"],
    ]


def test_a_column_of_parties_or_roles_ends_a_name() -> None:
    assert _read(["Namn Parti Uppdrag", "Åsa Ek S ledamot i styrelsen", "Bo Al ) ersättare"]) == [
        ["Namn", "Parti", "Uppdrag"],
        ["Åsa Ek", "S", "ledamot i styrelsen"],
        ["Bo Al", ")", "ersättare"],
    ]
    rows = _read(
        ["Namn Sektor Uppdrag Bori", "Åsa Ek Privat Ledamot Vik", "Bo Al Ideell Vice ordf Ås"]
    )
    assert rows[1:] == [
        ["Åsa Ek", "Privat", "Ledamot", "Vik"],
        ["Bo Al", "Ideell", "Vice ordf", "Ås"],
    ]


def test_sentences_and_single_rows_below_unknown_words_are_no_table() -> None:
    assert not list(seat_rows(["Nätverk Ordinarie", "I ERRIN sitter Åsa Ek (S)"], GIVEN))
    assert not list(seat_rows(["Namn Uppdrag Annat", "Åsa Ek Ledamot Almvik"], GIVEN))


def test_persons_sit_in_what_their_row_begins_with() -> None:
    knowledge = understood(
        "# Representation 2024\n\nNätverk Organ Ordinarie Ersättare\n"
        "Euroregion Baltic Styrelsen Åsa Ek (S) Bo Al (M)\n"
        "Energy Cities Rådet Eva Ro (C) Vakant\n"
    )
    seats = {
        (name_of(knowledge, seat.person_id), seat.role, name_of(knowledge, seat.network_id))
        for seat in knowledge.appointments
    }
    assert seats == {
        ("Åsa Ek", "ordinarie ledamot", "Euroregion Baltic"),
        ("Bo Al", "ersättare", "Euroregion Baltic"),
        ("Eva Ro", "ordinarie ledamot", "Energy Cities"),
    }
