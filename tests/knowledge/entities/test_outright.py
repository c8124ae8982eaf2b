import pytest

from tests.knowledge.written import understood


@pytest.mark.parametrize(
    "told",
    [
        "Regionen driver ett kontor i Bryssel under namnet Klarvatten House.",
        "Regionen äger ett bolag som heter Klarvatten House och finns i Bryssel.",
        "Föreningens namn är Klarvatten House.",
    ],
)
def test_what_is_said_to_be_called_so_is_a_network(told: str) -> None:
    named = {entity.name for entity in understood(f"Region Almvik\n\n{told}").entities}
    assert "Klarvatten House" in named


def test_what_has_no_name_is_none() -> None:
    told = "Regionen driver ett kontor i Bryssel under eget namn."
    entities = understood(f"Region Almvik\n\n{told}").entities
    assert not [entity for entity in entities if entity.entity_type == "network"]
