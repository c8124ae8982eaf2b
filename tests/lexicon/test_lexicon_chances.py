"""What the compiled lexicon says of chances and of first parts of compounds."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon, fold

PARTS = ["skogs", "vatten", "trafik", "hälso", "bygg", "skärgårds", "ålder", "över"]


def test_the_chances_of_all_words_sum_to_one(lexicon: Lexicon) -> None:
    assert sum(map(exp, lexicon.priors)) == pytest.approx(1, abs=0.02)
    assert len(lexicon.priors) == len(lexicon)


def test_the_commoner_word_is_the_likelier_one(lexicon: Lexicon) -> None:
    numbers = [lexicon.word_id(word) for word in ("och", "kommun", "brandstege")]
    chances = [lexicon.priors[number] for number in numbers if number is not None]
    assert len(chances) == 3
    assert chances == sorted(chances, reverse=True)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3), st.text("abdeiknrsty", max_size=6))
def test_first_parts_are_found_by_key_at_the_beginning(
    lexicon: Lexicon, parts: list[str], rest: str
) -> None:
    key = fold("".join(parts) + rest)
    found = lexicon.first_part_keys(key)
    assert all(key.startswith(first) for first in found)
    # A vowel after it would be one run with the last sign of its key.
    if not fold(parts[0]).endswith("a"):
        assert fold(parts[0]) in found


def test_every_key_is_that_of_a_first_part(lexicon: Lexicon) -> None:
    for key in lexicon.first_part_keys(fold("kulturmiljövårdsprogram")):
        assert any(lexicon.first_parts(number) for number in lexicon.candidates(key, 10_000)), key
    assert lexicon.first_part_keys("") == lexicon.first_part_keys("xqz") == []


def test_parts_of_compounds_are_counted(lexicon: Lexicon) -> None:
    first, last = lexicon.word_id("skogs"), lexicon.word_id("bruk")
    assert first is not None
    assert last is not None
    assert 0 < lexicon.first_parts(first) < lexicon.parts_total
    assert 0 < lexicon.last_parts(last) < lexicon.last_total


def test_the_chance_left_over_is_that_of_pairs_never_seen(lexicon: Lexicon) -> None:
    first = lexicon.word_id("kommunens")
    assert first is not None
    left = lexicon.backoff(first)
    followers = [lexicon.word_id(word) for word in ("arbete", "invånare", "ansvar", "budget")]
    seen = sum(lexicon.pair_chance(first, number) for number in followers if number is not None)
    assert 0 < seen <= 1 - left + 1e-6
