"""Spellings of words in no list: each explains the print, and costs what that costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.repair.channel import IMPOSSIBLE, Channel, Confusions, Rates
from pipeline.repair.spelling import Spelling

PRINTS = st.text("abdefgiklmnorstuåäö6éd4", min_size=1, max_size=10)


@pytest.fixture(scope="module")
def names(lexicon: Lexicon, ruined_channel: Channel) -> Spelling:
    return Spelling(lexicon.names, ruined_channel)


@given(PRINTS)
def test_a_spelling_explains_the_print_at_its_cost(
    names: Spelling, ruined_channel: Channel, printed: str
) -> None:
    for word, cost in names.readings(printed).items():
        chance = ruined_channel.chance(word, printed)
        assert chance > IMPOSSIBLE
        assert cost <= chance + 1e-6


@given(st.text("abdefgiklmnorstuvåäö", min_size=1, max_size=10), st.integers(1, 4))
def test_letters_have_so_many_spellings_at_the_most(
    names: Spelling, printed: str, most: int
) -> None:
    assert 1 <= len(names.readings(printed, most)) <= most


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("sjéberg", "sjöberg"),
        ("h6kesund", "hökesund"),
        ("bjérnlund", "björnlund"),
        ("strémkvist", "strömkvist"),
    ],
)
def test_names_are_spelled_as_names_are(names: Spelling, printed: str, name: str) -> None:
    assert next(iter(names.readings(printed))) == name


def test_a_print_that_keeps_its_letters_is_among_the_spellings(names: Spelling) -> None:
    assert names.readings("fryxell")["fryxell"] == 0
    assert "hokesund" in names.readings("hokesund")


def test_a_healthy_text_keeps_its_spellings(lexicon: Lexicon, confusions: Confusions) -> None:
    healthy = Spelling(lexicon.names, Channel(confusions, Rates(0.003, 0.0004)))
    for word in ("lindhult", "brovik", "hökesund"):
        assert next(iter(healthy.readings(word))) == word


def test_what_nothing_stands_for_has_no_spelling(names: Spelling) -> None:
    assert names.readings("漢字") == {}
    assert names.readings("bro漢vik") == {}
