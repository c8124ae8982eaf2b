"""What the rows of a table say of those below them, and facts one below the other."""

import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed, understood

Seat = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a row of one cell heads those below it, until the next
            "| Uppdrag | Namn |\n| Energy Cities |\n| Ledamot i rådet | Bo Al (M) |\n"
            "| Euroregion Baltic |\n| Ledamot i styrelsen | Åsa Ek (S) |",
            {
                ("Bo Al", "M", "ledamot", "rådet", "Energy Cities"),
                ("Åsa Ek", "S", "ledamot", "styrelsen", ERB),
            },
        ),
        (  # a dash stands beside a title, and such letters for no party
            "| Organ | Innehavare | Parti | Uppgift |\n| EUROREGION BALTIC |\n"
            "| Styrelsen | Bo Al | M | vice ordf. |\n| Kanslichef | Åsa Ek | TJ | - |",
            {
                ("Bo Al", "M", "vice ordförande", "Styrelsen", ERB),
                ("Åsa Ek", None, "kanslichef", None, ERB),
            },
        ),
        (  # places are seats
            "| Organ | Ordinarie plats | Ersättarplats |\n| Euroregion Baltic |\n"
            "| Styrelsen | Åsa Ek (S) | Bo Al (M) |",
            {
                ("Åsa Ek", "S", "ordinarie ledamot", "Styrelsen", ERB),
                ("Bo Al", "M", "ersättare", "Styrelsen", ERB),
            },
        ),
        (  # the header says where all of them sit
            "| Namn | Uppdrag i Euroregion Baltic |\n| Åsa Ek (S) | Ledamot i styrelsen |\n"
            "| Bo Al (M) | Revisor |",
            {
                ("Åsa Ek", "S", "ledamot", "styrelsen", ERB),
                ("Bo Al", "M", "revisor", None, ERB),
            },
        ),
        (  # a label of a seat leaves out the body of the label above
            "Euroregion Baltic\n\n| Politiska styrgruppen | Bo Al (M), ordförande |\n"
            "| Ersättare | Åsa Ek (S) |\n| Presidium | Ulf Mo (C), ledamot |",
            {
                ("Bo Al", "M", "ordförande", "Politiska styrgruppen", ERB),
                ("Åsa Ek", "S", "ersättare", "Politiska styrgruppen", ERB),
                ("Ulf Mo", "C", "ledamot", "Presidium", ERB),
            },
        ),
        (  # facts behind their labels
            "| Nätverk | Euroregion Baltic |\n| Organ | Styrgruppen |\n| Ledamot | Åsa Ek (S) |",
            {("Åsa Ek", "S", "ledamot", "Styrgruppen", ERB)},
        ),
        (  # one person in a column that the chair of each row has
            "| Nätverk | Ordförande | Kontakt |\n| Energy Cities, rådet | Bo Al (M) | Per Ny |\n"
            "| Euroregion Baltic, styrelsen | Åsa Ek (S) | Ulf Mo |",
            {("Åsa Ek", "S", "ordförande", "styrelsen", ERB)},
        ),
        (  # the name stands first, and what the person is in the next line
            "Namn: Åsa Ek (S)\n\nUppdrag: ledamot i styrelsen\n\nOrganisation: Euroregion Baltic",
            {("Åsa Ek", "S", "ledamot", "styrelsen", ERB)},
        ),
    ],
)
def test_says_whose_seats_a_table_holds(text: str, expected: set[Seat]) -> None:
    found = set(appointed(f"{TOP}\n\nRegionen deltar i POLIS och ICORN.\n\n{text}"))
    assert expected <= found
    persons = {seat[0] for seat in expected}
    assert {seat for seat in found if seat[0] in persons} == expected


def test_a_body_at_home_ends_the_network_of_the_row_above() -> None:
    seats = appointed(
        "| Organ | Ordinarie | Ersättare |\n| Euroregion Baltic | Åsa Ek (S) | Bo Al (M) |\n"
        "| Regionstyrelsen | Ola By (C) | Eva Ro (V) |"
    )
    assert {(seat[0], seat[3], seat[4]) for seat in seats} == {
        ("Åsa Ek", None, "Euroregion Baltic"),
        ("Bo Al", None, "Euroregion Baltic"),
        ("Ola By", "Regionstyrelsen", None),
        ("Eva Ro", "Regionstyrelsen", None),
    }


def test_short_labels_and_rows_that_are_a_body() -> None:
    text = (
        "Energy Cities\n\n| ord | Åsa Ek (S) |\n| ers | Bo Al (M) |\n|  | Styrgruppen |\n"
        "| sekr | Carin Dahl (C) |\n| adj | Erik Falk (L) |"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordinarie ledamot", None, "Energy Cities"),
        ("Bo Al", "M", "ersättare", None, "Energy Cities"),
        ("Carin Dahl", "C", "sekreterare", "Styrgruppen", "Energy Cities"),
        ("Erik Falk", "L", "adjungerad ledamot", "Styrgruppen", "Energy Cities"),
    ]


def test_persons_below_the_first_of_a_network_sit_there_too() -> None:
    text = (
        f"{TOP}| Nätverk | Sedan | Regionens företrädare | Plats |\n"
        "| Energy Cities | 1996 | Åsa Ek (S) | ledamot |\n|  |  | Bo Al (M) | ersättare |\n"
        "| Euroregion Baltic | 2003 | Carin Dahl (C) | president |\n"
        "|  |  | Erik Falk (L) | ledamot |"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ledamot", None, "Energy Cities"),
        ("Bo Al", "M", "ersättare", None, "Energy Cities"),
        ("Carin Dahl", "C", "president", None, "Euroregion Baltic"),
        ("Erik Falk", "L", "ledamot", None, "Euroregion Baltic"),
    ]
    years = {one.year for one in understood(text).appointments}
    assert not years & {1996, 2003}


def test_a_row_that_several_share_is_a_row_for_each() -> None:
    text = (
        "| Organ | Plats | Namn | Parti |\n"
        "| Euroregion Baltic,/styrelsen | ordförande/ledamot/ersättare | Åsa Ek/Bo Al/Eva Mo "
        "| S/M/VF |\n"
        "| Energy Cities | ombud | Siv By | C |"
    )
    assert appointed(f"{TOP}\n\n{text}") == [
        ("Åsa Ek", "S", "ordförande", "styrelsen", ERB),
        ("Bo Al", "M", "ledamot", "styrelsen", ERB),
        ("Eva Mo", "VF", "ersättare", "styrelsen", ERB),
        ("Siv By", "C", "ombud", None, "Energy Cities"),
    ]


def test_a_seat_in_a_column_of_its_own_goes_before_what_heads_the_persons() -> None:
    text = (
        "| Nätverk | Sedan | Regionens företrädare | Uppdrag |\n"
        "| Euroregion Baltic | 2003 | Åsa Ek (S)/Bo Al (M) | president/ledamot i styrelsen |\n"
        "| Energy Cities | 2018 | Siv By (C) | delegat |"
    )
    assert appointed(f"{TOP}\n\n{text}") == [
        ("Åsa Ek", "S", "president", None, ERB),
        ("Bo Al", "M", "ledamot", "styrelsen", ERB),
        ("Siv By", "C", "delegat", None, "Energy Cities"),
    ]


def test_a_column_headed_by_a_body_holds_those_who_sit_in_it() -> None:
    text = (
        "| Ägare | Styrgrupp | Beredningsgrupp |\n"
        "| Region Almvik | Åsa Ek (S), ordförande | utvecklingschef Bo Al |\n"
        "| Region Ekdal | Eva Mo (M), ledamot | näringslivschef Siv By |"
    )
    assert {row[:4] for row in appointed(f"# Energy Cities\n\n{text}")} == {
        ("Åsa Ek", "S", "ordförande", "Styrgrupp"),
        ("Bo Al", None, "utvecklingschef", "Beredningsgrupp"),
        ("Eva Mo", "M", "ledamot", "Styrgrupp"),
        ("Siv By", None, "näringslivschef", "Beredningsgrupp"),
    }


def test_no_body_is_for_the_same() -> None:
    found = appointed(
        f"{TOP}\n\nÅsa Ek (S) sitter i övervakningskommittén för Interreg Aurora. I styrkommittén "
        "för samma program sitter näringslivschef Bo Al."
    )
    assert found[1] == ("Bo Al", None, "näringslivschef", "styrkommittén", "Interreg Aurora")


def test_who_serves_in_each_network_of_a_column() -> None:
    text = "| Organisation | Avgift | Handläggare |\n| Energy Cities | 9 000 kr | Åsa Ek |"
    assert appointed(f"{TOP}\n\n{text}") == [("Åsa Ek", None, "handläggare", None, "Energy Cities")]
