import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.repair import scores
from pipeline.repair.scores import Trust

TRUSTS = (scores.COMMON, scores.SHORT, scores.RARE, scores.NAME, scores.UNLISTED)


@pytest.mark.parametrize("trust", TRUSTS)
@given(chances=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_higher_chance_has_no_lower_score(trust: Trust, chances: tuple[float, float]) -> None:
    low, high = sorted(chances)
    assert 0 <= trust.score(low) <= trust.score(high) <= trust.ceiling


def test_even_odds_stay_even() -> None:
    for trust in TRUSTS:
        assert trust.rest(0.5) == pytest.approx(0.5)


def test_a_word_of_no_list_needs_more_than_a_common_one() -> None:
    assert scores.COMMON.score(0.97) > 0.9 > scores.UNLISTED.score(0.97)


def test_a_rare_name_is_never_sure() -> None:
    assert scores.NAME.score(1.0) < 0.9
