import pytest

from pipeline.knowledge.restoring.header_lines import Kind
from pipeline.knowledge.restoring.seat_headers import columns_of_seats


def test_words_above_columns_are_known_one_by_one() -> None:
    line = "Nätverk Medlem sedan Organ Ordinarie ledamot Ersättare"
    columns = columns_of_seats(line)
    assert [line[column.start : column.end] for column in columns] == [
        *("Nätverk", "Medlem sedan", "Organ", "Ordinarie ledamot", "Ersättare")
    ]
    kinds = [column.kind for column in columns]
    assert kinds == [Kind.KNOWN, Kind.TIME, Kind.BODY, Kind.PERSON, Kind.PERSON]


def test_one_word_may_be_read_wrongly() -> None:
    assert [column.kind for column in columns_of_seats("Namn Parti Uppdrag Bori")] == [
        *(Kind.PERSON, Kind.PARTY, Kind.ROLE, None)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ordinarie Ersättare",
        "Namn Aktiviteter",
        "Projekt Namn Program",
        "Ledamot Anna Ek",
        "Organ",
        "Nätverk Organisation Avgift",
        "Namn Uppdrag, parti",
        "Region Almviks företrädare",
    ],
)
def test_other_lines_are_no_header(line: str) -> None:
    assert columns_of_seats(line) == ()
