from functools import reduce
from operator import add
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.review import DamageKind, KindCount, RepairEffect, evaluate_texts
from pipeline.text.alignment import ErrorCount

GOLD = "Målen för året\när att nå länet"
RAW = "Malen f6r året\när att na länet"
texts = st.text("abåäö \n", max_size=40)
lines = st.lists(st.sampled_from(["i", "är", "ar", "|", "länet", "lanet"]), max_size=12)


def test_counts_characters_words_and_swedish_words() -> None:
    raw = evaluate_texts(RAW, GOLD).raw
    assert raw.characters == ErrorCount(3, 30)
    assert raw.words == ErrorCount(3, 7)
    assert raw.swedish_words == ErrorCount(3, 6)


def test_tells_what_repair_fixed_and_what_it_harmed() -> None:
    quality = evaluate_texts(RAW, GOLD, "Målen för året\när ätt na länet")
    assert quality.effect is not None
    assert (quality.effect.damaged, quality.effect.fixed) == (3, 2)
    assert (quality.effect.right, quality.effect.harmed) == (4, 1)
    assert quality.repaired is not None
    assert quality.repaired.words == ErrorCount(2, 7)


def test_lines_and_pages_may_be_broken_elsewhere() -> None:
    assert evaluate_texts("Målen\f\nför året är att nå\n\nlänet", GOLD).raw.characters.errors == 0


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert evaluate_texts("ma\u030al", "mål").raw.characters.errors == 0


def test_an_extra_word_is_an_error_but_no_damaged_word() -> None:
    quality = evaluate_texts("nå | länet", "nå länet", "nå länet")
    assert quality.raw.words.errors == 1
    assert quality.effect is not None
    assert quality.effect.damaged == 0


def test_texts_add_up_by_their_length() -> None:
    both = evaluate_texts("a b c d e f g h i x", "a b c d e f g h i j") + evaluate_texts("x", "j")
    assert both.raw.words.rate == pytest.approx(2 / 11)


def test_repaired_and_unrepaired_texts_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="all of them were repaired"):
        evaluate_texts("a", "a") + evaluate_texts("a", "a", "a")


@given(texts)
def test_a_text_is_its_own_gold(text: str) -> None:
    figures = evaluate_texts(text, text, text).figures
    assert figures["cer"] == figures["wer"] == figures["right_words_harmed"] == 0
    assert figures["swedish_word_recall"] == figures["damaged_words_fixed"] == 1


@given(texts, texts, texts)
def test_damaged_and_right_words_are_all_of_the_gold(raw: str, gold: str, repaired: str) -> None:
    effect = evaluate_texts(raw, gold, repaired).effect
    assert effect is not None
    assert effect.damaged + effect.right == len(gold.split())
    assert effect.fixed <= effect.damaged
    assert effect.harmed <= effect.right


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4), st.randoms())
def test_the_order_of_texts_does_not_matter(
    parts: list[tuple[str, str, str]], random: Random
) -> None:
    qualities = [evaluate_texts(*part) for part in parts]
    shuffled = random.sample(qualities, len(qualities))
    assert reduce(add, qualities) == reduce(add, shuffled)


def test_figures_come_as_a_tree_and_as_text() -> None:
    quality = evaluate_texts(RAW, GOLD, GOLD)
    tree = quality.to_dict()
    assert tree["cer"] == 0.1
    assert tree["damaged_words_fixed"] == 1
    assert tree["words"] == {"damaged": 3, "fixed": 3, "right": 4, "harmed": 0}
    assert tree["kinds"] == {"diacritic": {"damaged": 3, "fixed": 3}}
    assert "3 of 3 damaged words fixed (100.00%)" in quality.to_text()
    assert "diacritic" in quality.to_text()
    before = evaluate_texts(RAW, GOLD)
    assert "repaired" not in before.to_text()
    assert before.to_dict()["kinds"] == {"diacritic": {"damaged": 3}}


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("alla | kommuner i lanet", "alla kommuner i länet"),
        ("alla kommuner i | l lanet", "alla kommuner i | l länet"),
        ("alla kom muner i lanet", "alla kom muner i länet"),
        ("alla kommuner ilanet", "alla kommuner ilänet"),
        ("kommuner i lanet", "kommuner i länet"),
    ],
)
def test_what_is_beside_a_word_makes_it_neither_fixed_nor_harmed(raw: str, repaired: str) -> None:
    gold = "alla kommuner i länet"
    effect = evaluate_texts(raw, gold, repaired).effect
    assert effect is not None
    assert effect.harmed == 0
    assert effect.fixed == ("länet" in repaired.split())


@given(texts, texts)
def test_without_repair_nothing_is_fixed_or_harmed(raw: str, gold: str) -> None:
    effect = evaluate_texts(raw, gold, raw).effect
    assert effect is not None
    assert effect.fixed == effect.harmed == 0


@given(lines, lines)
def test_a_word_that_repair_does_not_touch_is_not_harmed(words: list[str], gold: list[str]) -> None:
    repaired = ["länet" if word == "lanet" else word for word in words]
    effect = evaluate_texts(" ".join(words), " ".join(gold), " ".join(repaired)).effect
    assert effect is not None
    assert effect.harmed <= words.count("lanet")


def test_a_word_that_repair_joins_or_splits_is_judged_alone() -> None:
    quality = evaluate_texts("vi kom mer hit", "vi kommer hit", "vi kommer hit")
    assert quality.effect == RepairEffect(damaged=1, fixed=1, right=2, harmed=0)
    assert quality.kinds == {DamageKind.WORD_BOUNDARY: KindCount(1, 1)}
    worse = evaluate_texts("vi kommer hit", "vi kommer hit", "vi kom mer hit").effect
    assert worse == RepairEffect(damaged=0, fixed=0, right=3, harmed=1)


@given(texts, texts, texts)
def test_kinds_add_up_to_the_damaged_words(raw: str, gold: str, repaired: str) -> None:
    quality = evaluate_texts(raw, gold, repaired)
    assert quality.effect is not None
    assert sum(count.damaged for count in quality.kinds.values()) == quality.effect.damaged
    assert sum(count.fixed for count in quality.kinds.values()) == quality.effect.fixed
    double = quality + quality
    assert {k: c.damaged for k, c in double.kinds.items()} == {
        k: 2 * c.damaged for k, c in quality.kinds.items()
    }
