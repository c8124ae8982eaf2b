from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.alignment import ErrorCount, align, character_errors, word_errors

TEXTS = st.text("aåb ", max_size=12)


def test_errors_count_against_the_gold() -> None:
    assert character_errors("virlden  ir", "världen är") == ErrorCount(2, 10)
    assert word_errors(["en", "virld", "till"], ["en", "värld"]) == ErrorCount(2, 2)
    assert (ErrorCount(1, 4) + ErrorCount(1, 4)).rate == 0.25
    assert ErrorCount(0, 0).rate == 0


def test_words_stand_beside_their_gold() -> None:
    pairs = align(["vi", "lever", "virld"], ["vi", "lever", "i", "en", "värld"])
    assert [pair.gold for pair in pairs] == ["vi", "lever", "i", "en", "värld"]
    assert pairs[-1].text in {"virld", None}


@given(TEXTS, TEXTS)
def test_an_alignment_holds_both_texts_and_no_more_errors_than_needed(one: str, two: str) -> None:
    pairs = align(one, two)
    assert "".join(pair.text or "" for pair in pairs) == one
    assert "".join(pair.gold or "" for pair in pairs) == two
    wrong = sum(pair.text != pair.gold for pair in pairs)
    assert wrong == word_errors(list(one), list(two)).errors
