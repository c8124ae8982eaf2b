import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.render.breaking import Breaker, divisions

WORDS = st.lists(
    st.text(st.sampled_from("abcdefghijklmnoprstuvåäö-"), min_size=1, max_size=24).map(
        lambda word: word.strip("-") or "ö"
    ),
    min_size=1,
    max_size=40,
)


def _characters(text: str) -> float:
    return float(len(text))


@settings(deadline=None)  # the first word loads the patterns
@given(WORDS, st.integers(30, 80), st.booleans())
def test_lines_fit_and_lose_nothing(words: list[str], width: int, hyphenate: bool) -> None:
    text = " ".join(words)
    lines = Breaker(_characters, width, hyphenate).lines(text)
    assert all(len(line) <= width for line in lines)
    assert re.sub("[ -]", "", "".join(lines)) == re.sub("[ -]", "", text)


@settings(deadline=None)  # the first word loads the patterns
@given(WORDS)
def test_without_hyphenation_lines_break_at_spaces(words: list[str]) -> None:
    lines = Breaker(_characters, 40, hyphenate=False).lines(" ".join(words))
    assert " ".join(lines).split() == words


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("utvecklingsarbete", "utvecklings-"),
        ("EU-projekt", "EU-"),
        ("2014-2020", "2014-"),
        ("2021–2027", "2021–"),
        ("Karl-Erik", "Karl-"),
    ],
)
def test_words_are_divided_where_swedish_print_does(word: str, head: str) -> None:
    assert head in [division[0] for division in divisions(word)]


@pytest.mark.parametrize("word", ["SAMMANSTÄLLNING", "kansli@kommunen.example", "ö", "vatten"])
def test_capitals_addresses_and_short_words_stay_whole(word: str) -> None:
    heads = [head for head, _ in divisions(word)]
    assert heads == (["vat-"] if word == "vatten" else [])


def test_a_hyphen_of_the_word_is_not_doubled() -> None:
    lines = Breaker(_characters, 12).lines("nya stora EU-projekt")
    assert lines == ("nya stora", "EU-projekt")
    assert Breaker(_characters, 15).lines("nya stora EU-projekt") == ("nya stora EU-", "projekt")


def test_what_cannot_be_divided_is_refused() -> None:
    with pytest.raises(ValueError, match="wider"):
        Breaker(_characters, 4).lines("RRRRRRRR")
