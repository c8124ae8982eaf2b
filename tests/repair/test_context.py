"""Readings by context: forward and backward sums give what counting all sentences gives."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.choices import ENGLISH, UNLISTED, Case, Choice, Options
from pipeline.repair.context import SURE, Context

WORDS = ["för", "for", "att", "är", "år", "ar", "här", "har", "stöd", "stod", "kommunen", "och"]
CHOICE = st.tuples(st.sampled_from([*WORDS, "fryxbom"]), st.floats(-8, 0))
SENTENCE = st.lists(
    st.lists(CHOICE, min_size=1, max_size=3, unique_by=lambda pair: pair[0]),
    min_size=1,
    max_size=4,
)
PRINTS = st.lists(st.text("abdeioråäölstn", min_size=1, max_size=6), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def context(lexicon: Lexicon) -> Context:
    return Context(lexicon, {})


def options(lexicon: Lexicon, sentence: list[list[tuple[str, float]]]) -> list[Options]:
    number = lexicon.word_id
    return [
        Options(
            "",
            tuple(
                Choice(word, UNLISTED if (found := number(word)) is None else found, chance)
                for word, chance in choices
            ),
        )
        for choices in sentence
    ]


def step(lexicon: Lexicon, first: int, second: int) -> float:
    """Return the chance of a listed word after another, as the method is described."""
    if second < 0:
        return 1.0
    alone = lexicon.count_of(second) / lexicon.total
    if first < 0:
        return alone
    return lexicon.pair_chance(first, second) + lexicon.backoff(first) * alone


@given(SENTENCE)
def test_chances_are_those_of_all_sentences_together(
    lexicon: Lexicon, context: Context, sentence: list[list[tuple[str, float]]]
) -> None:
    words = options(lexicon, sentence)
    totals = [[0.0] * len(word.choices) for word in words]
    for way in product(*(range(len(word.choices)) for word in words)):
        numbers = [word.choices[place].word_id for word, place in zip(words, way, strict=True)]
        steps = zip([lexicon.sentence, *numbers], numbers, strict=False)
        chance = prod(step(lexicon, one, other) for one, other in steps)
        chance *= prod(word.weights[place] for word, place in zip(words, way, strict=True))
        for place, row in zip(way, totals, strict=True):
            row[place] += chance
    for reading, row in zip(context.read(words), totals, strict=True):
        expected = [chance / sum(row) for chance in row]
        assert reading.chances == pytest.approx(expected, abs=0.005)


@given(PRINTS)
def test_chances_sum_to_one_and_the_likeliest_is_chosen(
    candidates: Candidates, context: Context, prints: list[str]
) -> None:
    words = [candidates.options(printed, Case.LOWER) for printed in prints]
    readings = context.read(words)
    assert len(readings) == len(words)
    for word, reading in zip(words, readings, strict=True):
        if reading is SURE:
            assert len(word.choices) == 1 or not word.open
            continue
        assert len(reading.chances) == len(word.choices)
        assert sum(reading.chances) == pytest.approx(1)
        assert reading.score == pytest.approx(max(reading.chances))
        assert reading.chances[reading.chosen] == max(reading.chances)


@given(PRINTS, PRINTS)
def test_a_sure_word_parts_what_is_before_from_what_is_after(
    candidates: Candidates,
    context: Context,
    lexicon: Lexicon,
    before: list[str],
    after: list[str],
) -> None:
    sure = Options("och", (Choice("och", lexicon.word_id("och") or 0, 0.0),))
    first, second = (
        [candidates.options(printed, Case.LOWER) for printed in prints]
        for prints in (before, after)
    )
    whole = context.read([*first, sure, *second])
    assert whole[: len(first) + 1] == context.read([*first, sure])
    assert whole[len(first) :] == context.read([sure, *second])


def test_no_words_have_no_readings(context: Context) -> None:
    assert context.read([]) == []


def read(candidates: Candidates, context: Context, text: str) -> str:
    words = [candidates.options(printed, Case.LOWER) for printed in text.split()]
    readings = zip(words, context.read(words), strict=True)
    return " ".join(word.choices[reading.chosen].word for word, reading in readings)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("det ar bra for alla barn", "det är bra för alla barn"),
        ("manga ar senare", "många år senare"),
        ("en ny vag till skolan", "en ny väg till skolan"),
        ("har finns mer att fa", "här finns mer att få"),
        ("hon har en hund", "hon har en hund"),
    ],
)
def test_neighbours_tell_words_apart(
    candidates: Candidates, context: Context, printed: str, expected: str
) -> None:
    assert read(candidates, context, printed) == expected


def test_english_stays_english(candidates: Candidates, context: Context) -> None:
    text = ["we", "look", "for", "new", "friends"]
    words = [candidates.options(word, Case.LOWER) for word in text]
    chosen = [w.choices[r.chosen] for w, r in zip(words, context.read(words), strict=True)]
    assert [choice.word for choice in chosen] == text
    assert {choice.word_id for choice in chosen} == {ENGLISH}


def test_what_the_document_says_often_is_likelier_there(
    candidates: Candidates, lexicon: Lexicon
) -> None:
    word = candidates.options("hallen", Case.LOWER)
    place = [choice.word for choice in word.choices].index("hållen")
    held = lexicon.word_id("hållen")
    assert held is not None
    plain, told = (Context(lexicon, shares).read([word])[0] for shares in ({}, {held: 0.01}))
    assert told.chances[place] > 2 * plain.chances[place]
