"""Tables learned from damage of known frequency show that frequency."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.repair.channel import Confusion, Confusions
from pipeline.repair.learning import Passage, learn
from pipeline.repair.tables import load_confusions

SENTENCE = (
    "kommunen ska under året verka för att fler företag får möjlighet till samverkan "
    "länets förvaltningar följer värdet av stödet när avtalet löper ut brandmännen"
)
WORDS = SENTENCE.split()
EMPTY = Confusions({}, {})
TEXTS = st.lists(
    st.tuples(st.text("aåmnrs ", max_size=12), st.text("aåmnrs ", max_size=12)), max_size=4
)


def passages(damage: dict[str, list[tuple[str, float]]], count: int = 4000) -> list[Passage]:
    """Lines of ten words, in which each segment is printed as given with a given chance."""
    random = Random(7)
    lines = []
    for _ in range(count // 10):
        true = " ".join(random.choices(WORDS, k=10))
        lines.append(Passage(_print(true, damage, random), true))
    return lines


def _print(true: str, damage: dict[str, list[tuple[str, float]]], random: Random) -> str:
    parts, place = [], 0
    while place < len(true):
        segment = next((s for s in damage if true.startswith(s, place)), true[place])
        roll, printed = random.random(), segment
        for other, chance in damage.get(segment, ()):
            if 0 <= roll < chance:
                printed = other
            roll -= chance
        parts.append(printed)
        place += len(segment)
    return "".join(parts)


def test_lost_letters_have_the_shares_in_which_they_were_lost() -> None:
    damage = {"å": [("a", 0.6), ("i", 0.2), ("", 0.1)], "ö": [("6", 0.7), ("oé", 0.3)]}
    learned = learn([passages(damage)], EMPTY).swedish
    for true, prints in damage.items():
        total = sum(chance for _, chance in prints)
        for printed, chance in prints:
            weight = learned[Confusion(true, printed)]
            assert weight == pytest.approx(100 * chance / total, abs=6)
    assert {pair.true for pair in learned} == {"å", "ö"}


def test_ordinary_weights_are_proportional_to_chances() -> None:
    damage = {"m": [("rn", 0.06)], "nn": [("m", 0.3)], "t": [("f", 0.03)], "l": [("", 0.015)]}
    learned = learn([passages(damage, 20_000)], EMPTY)
    by_weight = sorted(learned.ordinary, key=lambda pair: -learned.ordinary[pair])
    assert by_weight[:4] == [("nn", "m"), ("m", "rn"), ("t", "f"), ("l", "")]
    one, other = (learned.ordinary[Confusion(*pair)] for pair in (("m", "rn"), ("t", "f")))
    assert one / other == pytest.approx(2, rel=0.25)
    assert not learned.swedish


def test_a_letter_that_the_engine_knows_is_confused_as_others_are() -> None:
    known = passages({"å": [("ä", 0.05)]})
    unknown = passages({"å": [("a", 0.9)]})
    learned = learn([known, unknown], EMPTY)
    assert Confusion("å", "ä") in learned.ordinary
    assert learned.swedish == {Confusion("å", "a"): pytest.approx(100)}


def test_without_texts_the_prior_stays() -> None:
    prior = load_confusions()
    learned = learn([], prior)
    for one, other in ((learned.swedish, prior.swedish), (learned.ordinary, prior.ordinary)):
        for true in {pair.true for pair in other}:
            before = {pair: w for pair, w in other.items() if pair.true == true}
            top = max(before, key=lambda pair: before[pair])
            for pair in before.keys() & one.keys():
                ratio = before[pair] / before[top]
                assert one[pair] / one[top] == pytest.approx(ratio, rel=0.01)


def test_little_text_moves_the_prior_little_and_much_text_far() -> None:
    prior = Confusions({Confusion("å", "a"): 90, Confusion("å", "i"): 10}, {})
    few = learn([[Passage("fir", "får")]], prior).swedish
    many = learn([[Passage("fir", "får")] * 500], prior).swedish
    assert 10 < few[Confusion("å", "i")] < 20
    assert many[Confusion("å", "i")] > 90


def test_what_the_prior_knows_stays_possible() -> None:
    prior = load_confusions()
    learned = learn([passages({"å": [("a", 0.9)], "ö": [("o", 0.9)]})], prior)
    seen = {pair for pair in prior.swedish if pair.true != pair.printed}
    assert seen <= learned.swedish.keys()
    assert prior.ordinary.keys() <= learned.ordinary.keys()


def test_other_words_and_other_signs_teach_nothing() -> None:
    read = "xqz 2O14, stad:"
    assert learn([[Passage(read, "året 2014. stad,")] * 100], EMPTY) == EMPTY


@given(TEXTS)
def test_tables_hold_segments_of_letters_with_positive_weights(
    texts: list[tuple[str, str]],
) -> None:
    learned = learn([[Passage(*text)] * 3 for text in texts], EMPTY)
    for (true, printed), weight in {**learned.swedish, **learned.ordinary}.items():
        assert 1 <= len(true) <= 2
        assert true.isalpha()
        assert len(printed) <= 3
        assert printed != true
        assert weight > 0
