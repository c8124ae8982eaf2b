"""Texts are in the encoding that their bytes tell, and what is no text is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.decoding import decode

SWEDISH = (
    "Målet är att fler får tillgång till en nära vård på lika villkor.\nÅret därpå följs det upp."
)
PRINTED = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\ufeff")
)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "mac_roman",
        "cp850",
    ],
)
def test_swedish_is_read_in_whatever_it_was_written(encoding: str) -> None:
    assert decode(SWEDISH.encode(encoding)) == SWEDISH


@pytest.mark.parametrize(
    "text",
    ["“Quoted” – and ”quoted” again", "Dušan Miloš och Dušan Šubić", "50 € ‰ †", "a”b”c"],
)
def test_windows_signs_are_not_taken_for_older_letters(text: str) -> None:
    assert decode(text.encode("cp1252", "replace")) == text.encode("cp1252", "replace").decode(
        "cp1252"
    )


@given(PRINTED)
def test_utf_8_is_always_utf_8(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_bytes_are_text_or_none(data: bytes) -> None:
    text = decode(data)
    assert text is None or not set(text) & {"\0", "\x1b", "\x7f"}


@pytest.mark.parametrize(
    "data", [b"plan\0", "plan".encode("utf-16")[:-1], b"\x81\x8d\x8f", b"\0\0"]
)
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None
