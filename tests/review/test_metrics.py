import json
from functools import reduce
from operator import add
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.review import TextQuality, evaluate_files, evaluate_texts
from pipeline.text.alignment import ErrorCount

GOLD = "Målen för året\när att nå länet"
RAW = "Malen f6r året\när att na länet"
texts = st.text("abåäö \n", max_size=40)


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


def test_figures_print_as_json_and_as_text(tmp_path: Path) -> None:
    for name, text in (("raw", RAW), ("gold", "\ufeff" + GOLD), ("repaired", GOLD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    quality = evaluate_files(tmp_path / "raw", tmp_path / "gold", tmp_path / "repaired")
    figures = json.loads(quality.to_json())
    assert figures["cer"] == 0.1
    assert figures["damaged_words_fixed"] == 1
    assert "3 of 3 damaged words fixed (100.00%)" in quality.to_text()
    assert "repaired" not in TextQuality(quality.raw).to_text()


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin1").write_bytes("mål".encode("latin-1"))
    with pytest.raises(UsageError, match="latin1"):
        evaluate_files(tmp_path / "latin1", tmp_path / "latin1", None)
    with pytest.raises(UsageError, match="absent"):
        evaluate_files(tmp_path / "absent", tmp_path / "absent", None)
