"""Runs of confused signs: all in which words with one key differ."""

from itertools import zip_longest

from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import VOWEL_CLASS, confused_runs, fold

RUN = st.text(sorted(VOWEL_CLASS), min_size=1, max_size=3)
FRAME = st.lists(st.text("bcfghjklmnprstv1’-", min_size=1, max_size=3), min_size=1, max_size=5)


@given(FRAME, st.lists(RUN, max_size=6), st.lists(RUN, max_size=6))
def test_words_with_one_key_have_as_many_runs(
    frame: list[str], runs: list[str], others: list[str]
) -> None:
    count = min(len(runs), len(others), len(frame))
    one, other = (_woven(frame, texts[:count]) for texts in (runs, others))
    assert fold(one) == fold(other)
    assert confused_runs(one) == runs[:count]
    assert confused_runs(other) == others[:count]


@given(st.text(max_size=20).map(str.lower))
def test_a_key_has_an_a_for_each_run(word: str) -> None:
    assert fold(word).count("a") == len(confused_runs(word))


def test_runs_are_told_in_order() -> None:
    assert confused_runs("förråd") == ["ö", "åd"]
    assert confused_runs("f6rraéd") == ["6", "aéd"]
    assert confused_runs("skrynklt") == []
    assert confused_runs("") == []


def _woven(frame: list[str], runs: list[str]) -> str:
    pairs = zip_longest(frame, runs, fillvalue="")
    return "".join(consonants + run for consonants, run in pairs)
