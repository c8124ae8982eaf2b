"""Names that no list has: several prints of one settle how it is spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.channel import Channel
from pipeline.repair.choices import Case, Options
from pipeline.repair.vocabulary import Form, Vocabulary

FORMS = st.lists(
    st.builds(
        Form,
        st.text("abdfiklmnorsåäö6é", min_size=1, max_size=9),
        st.sampled_from([Case.CAPITAL, Case.LOWER]),
        st.integers(1, 5),
    ),
    max_size=5,
    unique=True,
)


@pytest.fixture(scope="module")
def vocabulary(lexicon: Lexicon, ruined_channel: Channel, candidates: Candidates) -> Vocabulary:
    return Vocabulary(lexicon, ruined_channel, candidates.options)


def name(printed: str, times: int = 1) -> Form:
    return Form(printed, Case.CAPITAL, times)


def spelled(settled: dict[str, Options]) -> dict[str, str]:
    return {printed: found.choices[0].word for printed, found in settled.items()}


def test_different_prints_of_a_name_become_one(vocabulary: Vocabulary) -> None:
    forms = [name("hékesund", 2), name("hokesund", 2), name("hdkesund")]
    assert spelled(vocabulary.settle(forms)) == {
        "hékesund": "hökesund",
        "hokesund": "hökesund",
        "hdkesund": "hökesund",
    }


def test_a_genitive_is_spelled_as_its_name(vocabulary: Vocabulary) -> None:
    settled = vocabulary.settle([name("hékesund", 2), name("hdkesunds"), name("hokesunds")])
    assert spelled(settled) == {
        "hékesund": "hökesund",
        "hdkesunds": "hökesunds",
        "hokesunds": "hökesunds",
    }


def test_a_name_that_keeps_its_letters_stays(vocabulary: Vocabulary) -> None:
    settled = spelled(vocabulary.settle([name("brimvik", 4), name("brimviks", 1)]))
    assert all(printed == word for printed, word in settled.items())


def test_one_print_settles_nothing(vocabulary: Vocabulary) -> None:
    assert vocabulary.settle([name("hékesund")]) == {}
    assert vocabulary.settle([]) == {}


def test_healthy_and_short_words_and_damage_of_listed_ones_are_left_to_the_context(
    vocabulary: Vocabulary,
) -> None:
    assert vocabulary.settle([Form("skola", Case.LOWER, 9), name("ako", 9)]) == {}
    assert vocabulary.settle([Form("virld", Case.LOWER, 9), Form("varld", Case.LOWER, 3)]) == {}


@given(FORMS)
def test_what_is_settled_holds_the_print_among_its_readings(
    vocabulary: Vocabulary, forms: list[Form]
) -> None:
    for printed, found in vocabulary.settle(forms).items():
        assert printed in {form.printed for form in forms}
        words = [choice.word for choice in found.choices]
        assert printed in words
        assert len(words) == len(set(words))
        assert max(choice.chance for choice in found.choices) == found.choices[0].chance
