"""Compounds: readings are listed words, one after another, each with the key of its print."""

from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon, fold, strip_diacritics
from pipeline.repair.channel import Channel
from pipeline.repair.choices import UNLISTED
from pipeline.repair.compounds import Compounds

FIRSTS = ["skogs", "trafik", "hälso", "kultur", "skärgårds", "miljö", "äldre", "vatten"]
LASTS = ["utredning", "råd", "plan", "åtgärd", "försök", "översyn", "möte", "vård"]
PRINTS = {"å": ["a", "i", "é", "å"], "ä": ["a", "i", "4", "d"], "ö": ["o", "6", "é", "ö"]}
WORDS = st.builds(
    lambda firsts, last: "".join(firsts) + last,
    st.lists(st.sampled_from(FIRSTS), min_size=1, max_size=2),
    st.sampled_from(LASTS),
)


@pytest.fixture(scope="module")
def compounds(lexicon: Lexicon, ruined_channel: Channel) -> Compounds:
    return Compounds(lexicon, ruined_channel)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    return "".join(draw(st.sampled_from(PRINTS.get(sign, [sign]))) for sign in draw(WORDS))


def key(text: str) -> str:
    """Return the key of a word without the accents of e, which may be lost altogether."""
    return fold(text.translate(str.maketrans("éèêë", "eeee")))


def divisions(lexicon: Lexicon, word: str, most: int = 2) -> Iterator[list[str]]:
    """Yield the ways to make up a word of first parts and a listed last word."""
    for cut in range(3, len(word) - 2):
        first, rest = lexicon.word_id(word[:cut]), lexicon.word_id(word[cut:])
        if first is None or not lexicon.first_parts(first):
            continue
        if rest is not None and lexicon.is_member(rest):
            yield [word[:cut], word[cut:]]
        if most > 1:
            yield from ([word[:cut], *more] for more in divisions(lexicon, word[cut:], most - 1))


def prints(printed: str, count: int) -> Iterator[list[str]]:
    """Yield the ways to cut a print into so many parts of two signs or more."""
    for cuts in product(range(len(printed) + 1), repeat=count - 1):
        places = [0, *cuts, len(printed)]
        parts = [printed[start:end] for start, end in pairwise(places)]
        if all(len(part) >= 2 for part in parts):
            yield parts


@given(damaged())
def test_readings_are_listed_words_with_the_keys_of_the_print(
    compounds: Compounds, lexicon: Lexicon, printed: str
) -> None:
    for reading in compounds.readings(printed):
        assert reading.word_id == UNLISTED
        assert reading.chance < 0
        assert any(
            [fold(part) for part in parts] == [fold(word) for word in found]
            or [fold(part) for part in parts] == [key(word) for word in found]
            for found in divisions(lexicon, reading.word)
            for parts in prints(printed, len(found))
        ), reading.word


@given(st.sampled_from(FIRSTS), st.sampled_from(LASTS))
def test_a_compound_of_listed_words_is_found(compounds: Compounds, first: str, last: str) -> None:
    printed = strip_diacritics(first + last)
    assert first + last in [reading.word for reading in compounds.readings(printed)]


@given(st.text("abdegiklmnorstuvåäö6é", max_size=16))
def test_there_are_three_readings_at_most_the_likeliest_first(
    compounds: Compounds, printed: str
) -> None:
    chances = [reading.chance for reading in compounds.readings(printed)]
    assert len(chances) <= 3
    assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("skargardstrafikutredning", "skärgårdstrafikutredning"),
        ("kulturmiljovardsprogram", "kulturmiljövårdsprogram"),
        ("barnvirldskonferens", "barnvärldskonferens"),
        ("ildrerdd", "äldreråd"),
    ],
)
def test_damage_in_any_part_is_mended(compounds: Compounds, printed: str, word: str) -> None:
    assert compounds.readings(printed)[0].word == word


def test_what_is_no_compound_has_no_reading(compounds: Compounds) -> None:
    for printed in ("", "a", "xqxqxq", "trfk", "skogs"):
        assert compounds.readings(printed) == []


def test_first_parts_have_the_key_of_the_print(compounds: Compounds, lexicon: Lexicon) -> None:
    found = compounds.first_parts("skargards")
    assert found[0].word == "skärgårds"
    assert {fold(part.word) for part in found} == {fold("skargards")}
    assert all(lexicon.first_parts(lexicon.word_id(part.word) or 0) for part in found)
