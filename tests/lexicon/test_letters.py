"""Letter models: chances that sum to one, learned after Witten and Bell."""

from collections import Counter
from math import exp, log

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.lexicon import Letters, Lexicon
from pipeline.lexicon.letters import learn_letters

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäöéü"
PLAIN = st.text(ALPHABET, max_size=12)
MODELS = st.sampled_from(["words", "names", "foreign"])
TAUGHT = ["bro", "broar", "brygga", "brygd", "ås", "åsar", "bäck", "bäckar", "ö", "öar", "ry"]
STEP = 1 / 32
"""Half of what a byte of the table can tell apart, in nats."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Letters:
    path = tmp_path_factory.mktemp("letters") / "letters.npy"
    np.save(path, learn_letters(TAUGHT, 3))
    return Letters(path)


def witten_bell(history: str, sign: str) -> float:
    """Return the chance of a sign after a history, counted anew; `.` is a word's border."""
    rows = [(f"..{word}.", place) for word in TAUGHT for place in range(2, len(word) + 3)]
    seen = Counter(text[place] for text, place in rows if text[:place].endswith(history))
    lower = witten_bell(history[1:], sign) if history else 1 / 32
    total = seen.total() + len(seen)
    return (seen[sign] + len(seen) * lower) / total if total else lower


@given(MODELS, PLAIN)
def test_the_chances_of_all_that_may_follow_sum_to_one(
    lexicon: Lexicon, name: str, begun: str
) -> None:
    model: Letters = getattr(lexicon, name)
    history, _ = model.follow(Letters.START, begun)
    total = sum(exp(model.follow(history, letter)[1]) for letter in ALPHABET)
    assert total + exp(model.end(history)) == pytest.approx(1, abs=0.05)


@given(MODELS, PLAIN)
def test_a_word_is_as_likely_as_its_letters_and_its_end(
    lexicon: Lexicon, name: str, word: str
) -> None:
    model: Letters = getattr(lexicon, name)
    history, chance = model.follow(Letters.START, word)
    assert model.chance(word) == pytest.approx(chance + model.end(history))
    assert model.chance(word) <= 0


@given(PLAIN, PLAIN)
def test_letters_may_be_followed_one_by_one(lexicon: Lexicon, begun: str, more: str) -> None:
    model = lexicon.words
    history, first = model.follow(Letters.START, begun)
    history, second = model.follow(history, more)
    whole = model.follow(Letters.START, begun + more)
    assert whole[0] == history
    assert whole[1] == pytest.approx(first + second)


@given(st.text("abroyågd", max_size=2), st.sampled_from(ALPHABET))
@example("br", "o")
@example("", "b")
@example("zz", "ö")
def test_a_model_interpolates_after_witten_and_bell(
    small: Letters, begun: str, letter: str
) -> None:
    history, _ = small.follow(Letters.START, begun)
    _, found = small.follow(history, letter)
    assert found == pytest.approx(log(witten_bell(f"..{begun}"[-2:], letter)), abs=STEP)
    assert small.end(history) == pytest.approx(log(witten_bell(f"..{begun}"[-2:], ".")), abs=STEP)


def test_words_with_strange_signs_teach_nothing() -> None:
    with_codes = learn_letters([*TAUGHT, "b4", "bro-ö", "αβγ", "x y"], 3)
    assert bytes(with_codes) == bytes(learn_letters(TAUGHT, 3))


def test_accents_do_not_count_but_those_of_letters_of_the_alphabet(lexicon: Lexicon) -> None:
    model = lexicon.names
    assert model.chance("señora") == model.chance("senora")
    assert model.chance("bjørn") == model.chance("björn")
    assert model.chance("linné") != model.chance("linne")


@given(PLAIN, st.sampled_from("1&-.ßα漢\ufffd"), PLAIN)
def test_any_sign_of_no_alphabet_is_as_unlikely_as_can_be(
    lexicon: Lexicon, word: str, strange: str, rest: str
) -> None:
    model = lexicon.words
    chance = model.chance(word + strange + rest)
    assert chance == model.chance(word + "7" + rest)
    _, letters = model.follow(Letters.START, word)
    assert chance < letters - 10


def test_each_model_knows_its_own_kind(lexicon: Lexicon) -> None:
    kinds = {
        "words": ("rälsbyte", "gatlykta", "strandtomten", "fikonbuske"),
        "names": ("granqvist", "mossböle", "lindhult", "almstedt"),
        "foreign": ("weighting", "kowalczyk", "schönheit", "whistles"),
    }
    models = {name: getattr(lexicon, name) for name in kinds}
    for name, words in kinds.items():
        for word in words:
            best = max(models, key=lambda model: models[model].chance(word))
            assert best == name, word


def test_swedish_spelling_is_likelier_than_its_damage(lexicon: Lexicon) -> None:
    pairs = (("hökesund", "hdkesund"), ("björkås", "bjérkés"), ("kvarnsjö", "kvarnsjd"))
    for word, printed in pairs:
        assert lexicon.names.chance(word) > lexicon.names.chance(printed)
