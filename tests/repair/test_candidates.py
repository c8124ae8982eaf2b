from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.channel import Channel, Confusions, Rates
from pipeline.repair.choices import ENGLISH, UNLISTED, Case

CASES = st.sampled_from(Case)
WORDS = st.text("abdefgiklmnorstuvåäö6éi4", min_size=1, max_size=14)
ANYTHING = st.text(st.characters(categories=("L", "M", "N")), min_size=1, max_size=20)


def words(candidates: Candidates, printed: str, case: Case = Case.LOWER) -> list[str]:
    choices = candidates.options(printed, case).choices
    return [choice.word for choice in choices if choice.word_id != ENGLISH]


@given(WORDS | ANYTHING.map(str.lower), CASES)
def test_any_print_has_readings_with_finite_chances(
    candidates: Candidates, lexicon: Lexicon, printed: str, case: Case
) -> None:
    choices = candidates.options(printed, case).choices
    assert choices
    for choice in choices:
        assert isfinite(choice.chance)
        assert choice.chance <= 0
        assert choice.word_id < 0 or lexicon.word(choice.word_id) == choice.word
    readings = words(candidates, printed, case)
    assert len(readings) == len(set(readings))


@given(WORDS, CASES)
def test_leads_are_told_best_first(candidates: Candidates, printed: str, case: Case) -> None:
    ranked = candidates.ranked(printed, case)
    assert ranked
    assert all(lead >= 0 for _, lead in ranked)
    assert all(choice.word_id != ENGLISH for choice, _ in ranked)


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("tradgardar", "trädgårdar"),
        ("sndrdjning", "snöröjning"),
        ("m4tning", "mätning"),
        ("rsmöte", "årsmöte"),
        ("hiandelse", "händelse"),
        ("foérskola", "förskola"),
        ("synlggöra", "synliggöra"),
        ("skyddsomride", "skyddsområde"),
    ],
)
def test_the_word_that_was_printed_comes_first(
    candidates: Candidates, printed: str, word: str
) -> None:
    assert candidates.ranked(printed, Case.LOWER)[0][0].word == word


def test_a_word_and_its_damage_are_left_to_the_context(candidates: Candidates) -> None:
    assert {"har", "här"} <= set(words(candidates, "har"))
    assert {"för", "for"} <= set(words(candidates, "for"))


def test_a_healthy_text_leaves_healthy_words(lexicon: Lexicon, confusions: Confusions) -> None:
    candidates = Candidates(lexicon, Channel(confusions, Rates(0.003, 0.0004)))
    for word in ("har", "hall", "stod", "skola", "trädgård"):
        assert words(candidates, word) == [word]


def test_a_name_stays_possible_where_no_list_has_it(candidates: Candidates) -> None:
    best, _ = candidates.ranked("fryxbom", Case.CAPITAL)[0]
    assert (best.word, best.word_id) == ("fryxbom", UNLISTED)


def test_an_english_word_is_a_reading_of_its_own(candidates: Candidates) -> None:
    found = candidates.options("friends", Case.LOWER).choices
    assert ("friends", ENGLISH) in [(choice.word, choice.word_id) for choice in found]
    found = candidates.options("tradgardar", Case.LOWER).choices
    assert all(choice.word_id != ENGLISH for choice in found)


def test_capitals_speak_for_names(candidates: Candidates, lexicon: Lexicon) -> None:
    number = lexicon.word_id("malmö")
    chances = {
        case: next(
            choice.chance
            for choice in candidates.options("malmo", case).choices
            if choice.word_id == number
        )
        for case in (Case.CAPITAL, Case.LOWER)
    }
    assert chances[Case.CAPITAL] > chances[Case.LOWER]


def test_common_words_are_marked_as_such(candidates: Candidates) -> None:
    assert candidates.options("ar", Case.LOWER).common
    assert not candidates.options("sndrdjning", Case.LOWER).common


def test_the_left_part_of_a_compound_may_be_damaged(candidates: Candidates) -> None:
    assert candidates.first_parts("halso").choices[0].word == "hälso"
    assert [choice.word for choice in candidates.first_parts("xyzt").choices] == ["xyzt"]
