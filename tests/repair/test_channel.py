import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.repair.channel import IMPOSSIBLE, Channel, Confusion, Confusions, Rates
from pipeline.repair.tables import load_confusions

WORDS = st.text("abdefiklmnorstvåäö", max_size=8)


@pytest.fixture(scope="module")
def channel() -> Channel:
    return Channel(load_confusions(), Rates(0.95, 0.001))


def test_what_is_often_read_is_likelier(channel: Channel) -> None:
    assert channel.chance("värld", "varld") > channel.chance("värld", "vdrld")
    assert channel.chance("värld", "vdrld") > channel.chance("värld", "värld")
    assert channel.chance("form", "forrn") > IMPOSSIBLE
    assert channel.chance("form", "foxq") == IMPOSSIBLE


def test_letters_may_be_lost_doubled_or_merged(channel: Channel) -> None:
    assert channel.chance("årligen", "rligen") > IMPOSSIBLE
    assert channel.chance("händelsen", "hiandelsen") > IMPOSSIBLE
    assert channel.chance("förvaltning", "foérvaltning") > IMPOSSIBLE


@given(WORDS, WORDS)
def test_an_alignment_holds_both_words(true: str, printed: str) -> None:
    channel = Channel(load_confusions(), Rates(0.5, 0.01))
    pairs = channel.align(true, printed)
    assert "".join(pair.true for pair in pairs) == true
    assert "".join(pair.printed for pair in pairs) == printed


def test_an_empty_table_explains_equal_words_alone() -> None:
    channel = Channel(Confusions({}, {}), Rates(0.0, 0.0))
    assert channel.chance("och", "och") == 0
    assert channel.chance("och", "0ch") == IMPOSSIBLE


def test_rates_are_rounded_and_a_healthy_page_has_none() -> None:
    assert Rates(0.01, 0.0001).rounded().healthy
    assert not Rates(0.01, 0.002).rounded().healthy
    assert Rates(0.96, 0.0).rounded() == Rates(0.98, 0.0004)


def test_a_segment_may_be_printed_as_more_signs_than_are_looked_ahead() -> None:
    three = Channel(Confusions({}, {Confusion("m", "rni"): 30.0}), Rates(0.0, 0.01))
    assert three.chance("form", "forrni") > IMPOSSIBLE
    assert three.chance("form", "forrna") == IMPOSSIBLE
