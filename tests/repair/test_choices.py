from array import array
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.repair.choices import ENGLISH, UNLISTED, Choice, Options

CHANCES = st.lists(st.floats(-1e6, 0), min_size=1, max_size=6)


@given(CHANCES)
def test_weights_are_chances_against_the_best(chances: list[float]) -> None:
    choices = tuple(Choice(f"ord{i}", i, chance) for i, chance in enumerate(chances))
    options = Options("ord0", choices)
    assert [choice.chance for choice in options.choices] == chances
    assert options.numbers == tuple(range(len(chances)))
    assert options.own == (0,)
    assert max(options.weights) == 1
    assert all(0 <= weight <= 1 for weight in options.weights)
    order = sorted(range(len(chances)), key=chances.__getitem__)
    weights = [options.weights[place] for place in order]
    assert weights == sorted(weights)


def test_twice_the_chance_is_twice_the_weight() -> None:
    options = Options("an", (Choice("än", 1, -0.0), Choice("an", 2, -0.6931471805599453)))
    assert isclose(options.weights[1], 0.5)


def test_a_word_without_any_reading_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        Options("an", ())


def test_numbers_that_are_none_of_the_lexicon() -> None:
    assert UNLISTED != ENGLISH
    assert max(UNLISTED, ENGLISH) < 0


@pytest.mark.parametrize(("number", "value"), [(1, -5.5), (UNLISTED, -1.5), (ENGLISH, -1.5)])
def test_only_what_is_listed_has_a_chance_of_its_own_beside_the_print(
    number: int, value: float
) -> None:
    priors = memoryview(array("f", [-3, -4]))
    assert Choice("än", number, -1.5).value(priors) == value
