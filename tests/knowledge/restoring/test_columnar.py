from pipeline.knowledge.restoring.columnar import read_by_columns
from tests.knowledge.written import name_of, understood

COLUMNS = [
    *("Organ", "Euroregion Baltic", "Energy Cities"),
    *("Ordinarie", "Åsa Ek (S)", "Bo Al (M)"),
    *("Ersättare", "Eva Ro (C)", "Vakant"),
]


def test_columns_of_as_many_lines_are_a_table() -> None:
    (columns,) = read_by_columns(["Bilaga 2", *COLUMNS, "Budget"])
    assert columns == [range(1, 4), range(4, 7), range(7, 10)]


def test_a_column_of_another_length_is_none() -> None:
    assert list(read_by_columns([*COLUMNS[:2], *COLUMNS[3:]])) == []
    (columns,) = read_by_columns(COLUMNS[:-1])
    assert len(columns) == 2


def test_persons_below_each_other_sit_beside_their_places() -> None:
    knowledge = understood("\n\n".join(["# Representation 2024", *COLUMNS]))
    seats = {
        (name_of(knowledge, seat.person_id), seat.role, name_of(knowledge, seat.network_id))
        for seat in knowledge.appointments
    }
    assert seats == {
        ("Åsa Ek", "ordinarie ledamot", "Euroregion Baltic"),
        ("Bo Al", "ordinarie ledamot", "Energy Cities"),
        ("Eva Ro", "ersättare", "Euroregion Baltic"),
    }
    for seat in knowledge.appointments:
        assert seat.sentence
