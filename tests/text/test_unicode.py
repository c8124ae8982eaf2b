import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.unicode import clean_characters, has_suspect_characters, mojibake_share


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("fÃ¶r Ã¥r", "för år"),
        ("Ã„ven FÃ–R", "Även FÖR"),
        ("fÃƒÂ¶r", "för"),
        ("o\u0308ka", "öka"),
        ("ﬁnansiering", "finansiering"),
        ("sam\u00adhälle", "samhälle"),
    ],
)
def test_characters_become_what_was_meant(raw: str, expected: str) -> None:
    assert clean_characters(raw) == expected


@pytest.mark.parametrize("text", ["A–Ö", "Årsmöte – dag 2", "naïve façade", "”Älvdalen”", "Łódź"])
def test_text_that_is_well_stays(text: str) -> None:
    assert clean_characters(text) == text


def test_mojibake_is_counted_by_words() -> None:
    assert mojibake_share("fÃ¶r ett gott liv") == 0.25
    assert mojibake_share("") == 0


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])))
def test_what_is_not_suspect_is_not_touched(text: str) -> None:
    if not has_suspect_characters(text):
        assert clean_characters(text) == text


@given(st.text("abcdefåäöÅÄÖé .,-", max_size=40))
def test_swedish_read_in_the_wrong_encoding_comes_back(text: str) -> None:
    assert unicodedata.is_normalized("NFC", text)
    spoilt = text.encode().decode("latin-1")
    assert clean_characters(spoilt) == text
