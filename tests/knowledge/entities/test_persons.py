import pytest

from tests.knowledge.written import understood


def test_letters_of_a_known_network_are_no_party() -> None:
    text = "Region Almvik är medlem i Europas Perifera Maritima Regioner (CPMR)."
    assert not [e for e in understood(text).entities if e.entity_type == "person"]


def test_what_somebody_is_begins_no_name() -> None:
    text = "Regionpolitikern Åsa Ågren Ek (M) är vald till ordförande för Euroregion Baltic."
    assert [e.name for e in understood(text).entities if e.entity_type == "person"] == [
        "Åsa Ågren Ek"
    ]


def test_a_network_before_its_officer_is_no_person() -> None:
    knowledge = understood(
        "Kontakt\n\nBaltic Rural Circle, direktör Åsa Ek\n\nVi möter Xu Lindö, direktör."
    )
    persons = {e.name for e in knowledge.entities if e.entity_type == "person"}
    assert persons == {"Åsa Ek", "Xu Lindö"}


def test_a_title_inside_a_row_of_words_ends_a_name() -> None:
    text = "Övriga Förbundsdirektör Torkel Alm EU-samordnare Anna Ek, Förbundskontoret, Almvik."
    assert {e.name for e in understood(text).entities} == {"Torkel Alm", "Anna Ek"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. Anna Ek Finnmark, Norge", "Anna Ek"),
        ("2. Anna-Lisa Ek Lappland, Finland", "Anna-Lisa Ek"),
        ("3. Anna Ek Falk, Almviks kommun", "Anna Ek Falk"),
    ],
)
def test_the_part_of_a_country_behind_a_name_is_none_of_it(text: str, name: str) -> None:
    entities = understood(f"Deltagare\n\n{text}").entities
    assert [e.name for e in entities if e.entity_type == "person"] == [name]
