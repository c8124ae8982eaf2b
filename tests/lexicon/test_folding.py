import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon.folding import fold, strip_diacritics


@pytest.mark.parametrize(
    ("word", "damaged"),
    [("värld", "virld"), ("pågående", "pagiaende"), ("för", "f6r"), ("möjlig", "mdjlig")],
)
def test_a_word_and_its_damage_share_a_key(word: str, damaged: str) -> None:
    assert fold(word) == fold(damaged)


@given(st.text("abcåäöéid46", max_size=10))
def test_a_key_is_its_own_key(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_dots_and_rings_and_accents_come_off() -> None:
    assert strip_diacritics("Åländska idéer på öar") == "Alandska ideer pa oar"
