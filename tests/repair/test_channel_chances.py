"""The chance of a print is that of its best alignment, however it is worked out."""

from math import log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.lexicon import confused_runs, fold
from pipeline.repair.channel import IMPOSSIBLE, Channel, Confusion, Confusions, Rates

TRUE = st.text("abdefhiklmnorstvåäö", min_size=1, max_size=9)
PRINTS = {"å": ["a", "i", "é", ""], "ä": ["a", "i", "4", "d", "ai"], "ö": ["o", "6", "é", "oé"]}
RATES = [Rates(0.98, 0.0004), Rates(0.4, 0.01), Rates(0.003, 0.03)]


@pytest.fixture(scope="module")
def channels(confusions: Confusions) -> list[Channel]:
    return [Channel(confusions, rates) for rates in RATES]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """Return a word and a print of it in which å, ä, ö may be lost."""
    word = draw(TRUE)
    return word, "".join(draw(st.sampled_from([s, *PRINTS.get(s, ())])) for s in word)


def test_every_lost_letter_of_the_table_is_possible(
    ruined_channel: Channel, confusions: Confusions
) -> None:
    for true, printed in confusions.swedish:
        assert IMPOSSIBLE < ruined_channel.chance(true, printed) < 0, (true, printed)
        assert ruined_channel.align(true, printed) != (Confusion("", ""),)


@given(damaged(), st.integers(0, len(RATES) - 1))
def test_the_chance_is_that_of_the_alignment(
    channels: list[Channel], pair: tuple[str, str], number: int
) -> None:
    channel = channels[number]
    chance = channel.chance(*pair)
    assume(chance > IMPOSSIBLE)
    segments = channel.align(*pair)
    # A segment that shares a letter with its print (`ti` as `tt`) is cut shorter when alone.
    assume(not any(t != p and (t[:1] == p[:1] or t[-1:] == p[-1:]) for t, p in segments))
    assert chance == pytest.approx(sum(channel.chance(*segment) for segment in segments))


@given(damaged())
def test_chances_in_runs_are_the_same(ruined_channel: Channel, pair: tuple[str, str]) -> None:
    word, printed = pair
    assume(fold(word) == fold(printed))
    runs = confused_runs(printed)
    # Neighbours in one run may be divided otherwise than where both words agree.
    assume(all(len(run) == 1 for run in confused_runs(word)))
    found = ruined_channel.chance_in_runs(word, printed, confused_runs(word), runs)
    expected = ruined_channel.chance(word, printed)
    if expected <= IMPOSSIBLE:
        assert found <= IMPOSSIBLE
    else:
        assert found == pytest.approx(expected)


@given(TRUE)
def test_a_word_printed_as_it_is_costs_what_its_swedish_letters_do(
    ruined_channel: Channel, word: str
) -> None:
    letters = sum(letter in "åäö" for letter in word)
    assert ruined_channel.chance(word, word) == pytest.approx(letters * log(0.2))


def test_what_is_printed_for_a_letter_sums_to_its_loss(confusions: Confusions) -> None:
    channel = Channel(confusions, Rates(0.5, 1e-9))
    segments = [s for found in channel.sources.values() for s in found if s.true == "å"]
    lost = sum(2.718281828459045**segment.chance for segment in segments)
    assert 0.5 <= lost <= 0.53  # the shares of the table, and pairs of signs beside them


def test_rates_change_what_is_likely(confusions: Confusions) -> None:
    ruined, well = Channel(confusions, RATES[0]), Channel(confusions, RATES[2])
    assert ruined.chance("för", "for") > ruined.chance("för", "för")
    assert well.chance("för", "for") < well.chance("för", "för")


def test_prints_of_very_different_length_are_impossible(ruined_channel: Channel) -> None:
    assert ruined_channel.chance("åååååååå", "å") == IMPOSSIBLE
    assert ruined_channel.chance("ö", "oéoéoéoé") == IMPOSSIBLE


def test_sources_begin_with_their_sign_the_likeliest_first(ruined_channel: Channel) -> None:
    for sign, segments in ruined_channel.sources.items():
        assert all(segment.printed[:1] == sign for segment in segments)
        chances = [segment.chance for segment in segments]
        assert chances == sorted(chances, reverse=True)
