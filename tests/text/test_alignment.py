from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.alignment import (
    ErrorCount,
    align,
    character_errors,
    word_errors,
    word_places,
)

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


@pytest.mark.parametrize(
    ("text", "gold", "places"),
    [
        ("vi | nar lanet", "vi når länet", ["vi", "nar", "lanet"]),
        ("vi n ar lanet", "vi når länet", ["vi", "n ar", "lanet"]),
        ("vi narlanet", "vi når länet", ["vi", "narlanet", "narlanet"]),
        ("vi lanet", "vi når länet", ["vi", "", "lanet"]),
        ("| e DPositiva v i i lanet", "Positiva vi i länet", ["DPositiva", "v i", "i", "lanet"]),
        ("", "vi når", ["", ""]),
        ("x", "", []),
    ],
)
def test_what_stands_in_the_place_of_each_gold_word(
    text: str, gold: str, places: list[str]
) -> None:
    words = text.split()
    found = word_places(words, gold.split())
    assert [" ".join(words[place.start : place.stop]) for place in found] == places


@given(TEXTS)
def test_each_word_of_a_text_stands_in_its_own_place(text: str) -> None:
    words = text.split()
    assert word_places(words, words) == [range(i, i + 1) for i in range(len(words))]


@given(TEXTS, TEXTS)
def test_places_come_in_order(text: str, gold: str) -> None:
    words, true = text.split(), gold.split()
    places = [place for place in word_places(words, true) if place]
    assert len(word_places(words, true)) == len(true)
    assert all(0 <= place.start < place.stop <= len(words) for place in places)
    assert all(one.stop <= two.start + 1 for one, two in pairwise(places))


def test_no_word_is_blamed_for_what_stands_beside_it() -> None:
    line = "alla kommuner i länet samverkar med regionen om stöd till företag"
    gold = line.split()
    for place in range(len(gold) + 1):
        words = [*gold[:place], "|", *gold[place:]]
        found = word_places(words, gold)
        assert [words[p.start : p.stop] for p in found] == [[word] for word in gold]
