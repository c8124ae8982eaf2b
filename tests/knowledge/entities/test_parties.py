import pytest

from pipeline.knowledge.entities.parties import party_of_cell
from pipeline.lexicon import open_entities


@pytest.mark.parametrize(
    ("cell", "party"),
    [
        ("S", "S"),
        (" (M) ", "M"),
        ("5", "S"),
        (")", "S"),
        ("Cc", "C"),
        ("Sp", "Sp"),
        ("–", None),
        ("", None),
        ("ÖP", "ÖP"),
        ("TJ", None),
        ("(tjm)", None),
        ("Centerpartiet", "C"),
    ],
)
def test_the_party_in_a_cell_of_a_table(cell: str, party: str | None) -> None:
    assert party_of_cell(cell, open_entities()) == party
