import pytest

from pipeline.knowledge.entities.network_words import may_be_network


@pytest.mark.parametrize("name", ["Havsringen", "Bottensundsrådet", "Alliansen för god luft"])
def test_names_that_may_be_networks(name: str) -> None:
    assert may_be_network(f"Regionen är med i {name} sedan 2004.", name)


@pytest.mark.parametrize(
    "name", ["Region Almvik", "Socialnämnden", "Nätverket", "Samarbetet är", "Bryssel", "EU"]
)
def test_authorities_and_common_words_are_none(name: str) -> None:
    assert not may_be_network(f"{name} möts i maj.", name)


def test_a_word_that_stands_in_small_letters_too_is_no_name() -> None:
    assert not may_be_network("Havsringen möts. Alla i havsringen kommer.", "Havsringen")
