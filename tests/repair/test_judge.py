"""How damaged a text is, from words that can be read in one way only."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.repair.channel import Confusion, Confusions, Rates
from pipeline.repair.judge import Evidence, Judge

HEALTHY = ["Barnens", "väg", "till", "skolan", "går", "över", "en", "gata", "längs", "ån", "hårt"]
RUINED = ["Barnens", "vig", "till", "skolan", "fdreslas", "gé", "lings", "omrédet", "trédgarden"]
AMOUNTS = st.floats(0, 1000)
EVIDENCE = st.builds(Evidence, AMOUNTS, AMOUNTS, AMOUNTS, st.floats(1000, 1e6))


@pytest.fixture(scope="module")
def judge(lexicon: Lexicon, confusions: Confusions) -> Judge:
    return Judge(lexicon, confusions)


def test_a_healthy_text_has_kept_its_letters(judge: Judge) -> None:
    found = judge.weigh(HEALTHY)
    assert (found.words, found.lost, found.wrong) == (len(HEALTHY), 0, 0)
    assert found.kept >= 5
    assert found.rates().rounded().healthy


def test_a_ruined_text_has_lost_them(judge: Judge) -> None:
    found = judge.weigh(RUINED)
    assert found.kept == 0
    assert found.lost >= 3
    assert found.rates().swedish == 1
    assert all(pair.true in "åäö" for pair in found.confusions)


def test_names_codes_and_english_tell_nothing(judge: Judge) -> None:
    found = judge.weigh(["Fryxbom", "SKR", "Brovik", "network", "E4", "t.ex.", "x"])
    assert (found.kept, found.lost, found.wrong) == (0, 0, 0)
    assert found.words == 7


@pytest.mark.parametrize("word", ["natverket", "ersattare", "Ordforande", "samarbetsomrade"])
def test_a_word_that_lost_its_dots_is_no_compound_of_odd_parts(judge: Judge, word: str) -> None:
    assert judge.weigh([word]).lost >= 1


@pytest.mark.parametrize("word", ["Jordbruksverket", "naturskolan", "dagverksamhet", "hamnverket"])
def test_a_compound_without_dots_has_lost_none(judge: Judge, word: str) -> None:
    assert judge.weigh([word]).lost == 0


def test_a_neighbours_language_has_lost_nothing(judge: Judge) -> None:
    found = judge.weigh(["foreningen", "og", "kommunene", "har", "kontor", "over", "grensen"])
    assert found.rates().healthy
    found.add(judge.weigh(["och", *RUINED]))
    assert not found.rates().healthy


def test_words_count_as_often_as_they_stand(judge: Judge) -> None:
    once, thrice = judge.weigh(RUINED), judge.weigh(RUINED * 3)
    assert thrice.lost == 3 * once.lost
    assert thrice.words == 3 * once.words
    assert thrice.confusions.total() == 3 * once.confusions.total()


@given(st.lists(st.sampled_from(HEALTHY + RUINED), max_size=12), st.integers(0, 12))
def test_parts_of_a_text_add_up_to_the_whole(judge: Judge, words: list[str], cut: int) -> None:
    total = judge.weigh(words[:cut])
    total.add(judge.weigh(words[cut:]))
    assert total == judge.weigh(words)


@given(EVIDENCE, st.none() | st.builds(Rates, st.floats(0, 1), st.floats(0, 0.05)))
def test_rates_are_shares(evidence: Evidence, prior: Rates | None) -> None:
    rates = evidence.rates(prior)
    assert 0 <= rates.swedish <= 1
    assert 0 <= rates.ordinary <= 1


def test_a_page_without_evidence_is_like_its_document() -> None:
    document = Rates(0.9, 0.01)
    assert Evidence().rates(document) == pytest.approx(document)
    assert Evidence().rates() == (0, 0)


def test_a_page_with_enough_evidence_speaks_for_itself() -> None:
    healthy = Evidence(kept=200, letters=5000)
    assert healthy.rates(Rates(0.9, 0.0)).swedish == 0


def test_one_lost_letter_among_kept_ones_tells_nothing() -> None:
    assert Evidence(kept=10, lost=1, letters=400).rates().swedish == 0
    assert Evidence(kept=0, lost=1, letters=400).rates().swedish == 1


def test_the_channel_leans_to_what_the_document_shows(judge: Judge, confusions: Confusions) -> None:
    pair = Confusion("ö", "d")
    adapted = judge.adapt(Evidence(lost=500, confusions=Counter({pair: 500}))).swedish

    def share(table: Mapping[Confusion, float]) -> float:
        return table[pair] / sum(weight for other, weight in table.items() if other.true == "ö")

    assert share(adapted) > 0.9
    assert adapted.keys() == confusions.swedish.keys()


def test_a_document_that_shows_nothing_keeps_the_shares(
    judge: Judge, confusions: Confusions
) -> None:
    adapted = judge.adapt(Evidence()).swedish
    for true in "åäö":
        before, after = (
            {pair: weight for pair, weight in table.items() if pair.true == true}
            for table in (confusions.swedish, adapted)
        )
        total, new = sum(before.values()), sum(after.values())
        shares = {pair: weight / total for pair, weight in before.items()}
        assert {pair: weight / new for pair, weight in after.items()} == pytest.approx(shares)
