import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.tokens import TokenKind, is_code, tokenise, words


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("EU:s fonder och EU-projekt", ["EU:s", "fonder", "och", "EU-projekt"]),
        ("kallad {or m6jlig d& virld", ["kallad", "{or", "m6jlig", "d&", "virld"]),
        ("hemkomsten/händelsen.", ["hemkomsten", "händelsen"]),
        ("t.ex. bl.a. fr.o.m. 2020", ["t.ex.", "bl.a.", "fr.o.m."]),
        ("verksamheter5. globali-", ["verksamheter", "globali"]),
        ("f\ufffdr p\ufffd", ["f\ufffdr", "p\ufffd"]),
    ],
)
def test_words_keep_what_belongs_to_them(line: str, expected: list[str]) -> None:
    assert words(line) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2014-2020", TokenKind.NUMBER),
        ("12,5", TokenKind.NUMBER),
        ("2021/22:100", TokenKind.NUMBER),
        ("Covid-19", TokenKind.CODE),
        ("E4", TokenKind.CODE),
        ("www.region.se/plan", TokenKind.URL),
        ("folkhalsomyndigheten.se", TokenKind.URL),
        ("rapport_2020.pdf", TokenKind.URL),
        ("anna.berg@region.se", TokenKind.EMAIL),
        ("L6pande", TokenKind.WORD),
        ("4r", TokenKind.WORD),
    ],
)
def test_a_token_has_the_look_of_what_it_is(text: str, kind: TokenKind) -> None:
    assert [(token.text, token.kind) for token in tokenise(text)] == [(text, kind)]


def test_words_with_a_digit_for_a_letter_are_no_codes() -> None:
    assert not is_code("£6regatts")
    assert not is_code("16pande")
    assert not is_code("EU-ans6kan")
    assert not is_code("L66f")
    assert is_code("2a")
    assert is_code("Covid-19")
    assert is_code("AB66")


@given(st.text())
def test_tokens_lie_in_the_line_in_order_and_leave_only_blanks_out(line: str) -> None:
    place = 0
    for token in tokenise(line):
        assert line[token.start : token.end] == token.text
        assert not line[place : token.start].strip()
        place = token.end
    assert not line[place:].strip()
