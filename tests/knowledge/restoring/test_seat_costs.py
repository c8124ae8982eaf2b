import pytest

from pipeline.knowledge.restoring.seat_costs import (
    NEVER,
    body_cost,
    party_cost,
    persons_cost,
    role_cost,
)

_GIVEN = frozenset({"Åsa", "Bo"})


@pytest.mark.parametrize("letters", ["S", "(KD)", "Cc", "s", "fp", "VF"])
def test_letters_are_a_party(letters: str) -> None:
    assert party_cost(letters) == 0.0


def test_dirt_may_be_a_party_and_words_are_none() -> None:
    assert 0.0 < party_cost(")") < NEVER
    assert party_cost("vice") == party_cost("ledamot") == NEVER


def test_a_first_name_and_a_party_make_a_person_likely() -> None:
    costs = [persons_cost(text, _GIVEN) for text in ("Åsa Ek (S)", "Åsa Ek", "Nordic Hills")]
    assert costs == sorted(costs)
    assert persons_cost("Åsa Ek", _GIVEN) < persons_cost("Åsa Ek S", _GIVEN)
    assert persons_cost("Åsa Ek (S), ordf. Bo Al", _GIVEN) < 0
    assert persons_cost("vakant", _GIVEN) < persons_cost("Nordic Hills", _GIVEN)
    assert persons_cost("i styrelsen", _GIVEN) == NEVER


def test_a_role_begins_with_its_word_and_a_body_too() -> None:
    assert role_cost("vice ordförande") < role_cost("praktikant") < role_cost("Nordic ledamot")
    assert role_cost("näringslivschef") < 0
    assert body_cost("politiska gruppen") < body_cost("Nordic Hills, styrelsen")
    assert body_cost("Nordic Hills, styrelsen") < body_cost("Nordic Hills, ledamot")
    assert role_cost("S") == body_cost("2016") == 2.0
