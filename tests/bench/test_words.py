"""Words between their punctuation, and their capitals."""

from hypothesis import given
from hypothesis import strategies as st

from tests.bench.words import Piece, is_word, pieces, with_case_of


@given(st.text())
def test_pieces_hold_all_but_white_space(line: str) -> None:
    assert ["".join(piece) for piece in pieces(line)] == line.split()


def test_punctuation_is_parted_but_not_what_stands_for_letters() -> None:
    assert pieces("(p&,") == [Piece("(", "p&", ",")]
    assert pieces("•") == [Piece("•", "", "")]
    assert pieces("EU:s kust-") == [Piece("", "EU:s", ""), Piece("", "kust", "-")]


def test_numbers_and_addresses_are_no_words() -> None:
    assert list(map(is_word, ["2021", "a", "info@kommun.se", "och/eller"])) == [False] * 4
    assert is_word("f6r")


def test_capitals_stay() -> None:
    assert with_case_of("eu:s", "EU:s") == "EU:s"
    assert with_case_of("förrän", "Forran") == "Förrän"
    assert with_case_of("på", "PAA") == "PÅ"
    assert with_case_of("påverkan", "Paverkann") == "Påverkan"
