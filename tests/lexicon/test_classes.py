"""Word classes: the same neighbours make a class, and classes tell what follows what."""

import numpy as np
import pytest

from pipeline.lexicon import Lexicon
from pipeline.lexicon.classes import Classes, Pairs, learn_classes

COMMON = [f"ord{number}" for number in range(150)]
VERBS = [f"{stem}ligga" for stem in ("be", "fö", "gå", "hu", "ki")]
NOUNS = [f"{stem}ning" for stem in ("be", "fö", "gå", "hu", "ki")]
NAMES = [f"{stem}ning" for stem in ("gran", "berg", "dal", "ek", "alm")]
RARE = ["tälligga", "tällning", "tallning"]
WORDS = [*COMMON, *VERBS, *NOUNS, *NAMES, *RARE]
ARE_NAMES = np.array([word in {*NAMES, "tallning"} for word in WORDS])


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """Common words among themselves; verbs, nouns and names after one each."""
    rows = [(one, other, 30.0) for one in range(150) for other in (0, 1, (one + 7) % 150)]
    rows += [(0, WORDS.index(verb), 40.0) for verb in VERBS]
    rows += [(1, WORDS.index(noun), 40.0) for noun in NOUNS]
    rows += [(2, WORDS.index(name), 40.0) for name in NAMES]
    first, second, times = zip(*rows, strict=True)
    return Pairs(np.array(first), np.array(second), np.array(times))


@pytest.fixture(scope="module")
def classes(pairs: Pairs) -> Classes:
    return learn_classes(WORDS, ARE_NAMES, pairs)


def class_of(classes: Classes, word: str) -> int:
    return int(classes.of_words[WORDS.index(word)])


def lift(classes: Classes, first: int, word: str) -> float:
    return float(classes.lifts[classes.of_words[first], class_of(classes, word)])


def test_words_with_the_same_neighbours_share_a_class(classes: Classes) -> None:
    verbs = {class_of(classes, word) for word in VERBS}
    nouns = {class_of(classes, word) for word in NOUNS}
    names = {class_of(classes, word) for word in NAMES}
    assert len(verbs) == len(nouns) == len(names) == 1
    assert len(verbs | nouns | names) == 3


def test_the_commonest_words_are_classes_of_their_own(classes: Classes) -> None:
    assert len({class_of(classes, word) for word in COMMON}) == len(COMMON)


def test_a_rare_word_has_the_class_of_its_ending_among_words_or_names(classes: Classes) -> None:
    assert class_of(classes, "tälligga") == class_of(classes, VERBS[0])
    assert class_of(classes, "tällning") == class_of(classes, NOUNS[0])
    assert class_of(classes, "tallning") == class_of(classes, NAMES[0])


def test_a_class_is_lifted_after_the_words_it_follows(classes: Classes) -> None:
    assert lift(classes, 0, "tälligga") > 1 > lift(classes, 1, "tälligga")
    assert lift(classes, 1, "tällning") > 1 > lift(classes, 0, "tällning")


def test_lifts_share_out_no_more_than_there_is(classes: Classes, pairs: Pairs) -> None:
    size = len(classes.lifts)
    seen = np.bincount(classes.of_words[pairs.second], pairs.times, size)
    whole = classes.lifts @ (seen / seen.sum())
    assert classes.lifts.min() > 0
    assert whole.max() <= 1.001


def test_learning_twice_gives_the_same(classes: Classes, pairs: Pairs) -> None:
    again = learn_classes(WORDS, ARE_NAMES, pairs)
    assert (again.of_words == classes.of_words).all()
    assert (again.lifts == classes.lifts).all()


@pytest.mark.parametrize(
    ("before", "likely", "unlikely"),
    [
        ("att", "besiktiga", "besiktning"),
        ("en", "besiktning", "besiktiga"),
        ("den", "stora", "stor"),
        ("har", "besiktigat", "besiktiga"),
    ],
)
def test_swedish_grammar_shows_in_the_classes(
    lexicon: Lexicon, before: str, likely: str, unlikely: str
) -> None:
    first, wanted, other = map(lexicon.word_id, (before, likely, unlikely))
    assert first is not None
    assert wanted is not None
    assert other is not None
    assert lexicon.class_lift(first, wanted) > lexicon.class_lift(first, other) > 0
