"""Edits: decided by their scores, of the kind of their damage, and free to be undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.repair import EditDecision, EditKind, RepairedLine
from pipeline.repair import repair_lines
from pipeline.repair.channel import Channel, Confusion
from pipeline.repair.choices import Choice, Options
from pipeline.repair.context import SURE, Reading, own_chance
from pipeline.repair.edits import Draft, Verdict, kind_of
from pipeline.repair.lines import clean_line
from pipeline.repair.sentences import Span
from tests.repair.undoing import undone

CONFIG = RepairConfig(apply_score=0.9, suggest_score=0.5)
PAGE = [
    "Kommunfullmiktige beslutade i gar att skolan ska rustas upp under hésten.",
    "Barnens vig till skolan gar over en hart trafikerad gata, och manga f6raldrar ar oroliga.",
    "Därf6r f6reslar namnden att hastigheten sanks langs stranden, fOr att skydda barnen.",
    "Kostnaden beraknas till 3,4 miljoner kronor, varav halften tas ur arets budget.",
]
DAMAGE = {"å": ["a", "i", "é", "A"], "ä": ["a", "i", "4", "d"], "ö": ["o", "6", "é", "O", ""]}
SENTENCE = (
    "nämnden föreslår att vägen byggs om så att både gående och äldre får plats "
    "på bron över ån där båten går från Öbro till Åsvik för året är kostnaden låg"
)


def verdict(score: float, own: float = 0.4) -> Verdict:
    return Verdict(score, own)


def edits(lexicon: Lexicon, *lines: str) -> dict[str, tuple[str, EditKind]]:
    """Return what becomes of words on a ruined page, and what kind of damage that was."""
    found = list(repair_lines([*PAGE, "", *lines], lexicon, CONFIG))[len(PAGE) + 1 :]
    return {e.before: (e.after, e.kind) for line in found for e in line.applied}


def test_scores_decide_what_becomes_of_an_edit() -> None:
    draft = Draft([], CONFIG)
    assert draft.decide(verdict(0.9)) is EditDecision.APPLIED
    assert draft.decide(verdict(0.89)) is EditDecision.SUGGESTED
    assert draft.decide(verdict(0.5)) is EditDecision.SUGGESTED
    assert draft.decide(verdict(0.49)) is None


def test_what_cannot_be_right_as_it_stands_is_changed_earlier() -> None:
    draft = Draft([], CONFIG)
    assert draft.decide(verdict(0.8, own=0.0)) is EditDecision.APPLIED
    assert draft.decide(verdict(0.3, own=0.0)) is None


def test_edits_of_a_line_come_in_order_and_with_those_of_its_cleaning() -> None:
    draft = Draft([clean_line("hár ﬁnns vig")], CONFIG)
    draft.change(Span(0, 10, 13), "väg", EditKind.DIACRITIC, verdict(0.95))
    draft.change(Span(0, 0, 3), "här", EditKind.DIACRITIC, verdict(0.6))
    line = RepairedLine("hár ﬁnns vig", draft.finish(0))
    assert line.text == "hár finns väg"
    kinds = [edit.kind for edit in line.edits]
    assert kinds == [EditKind.DIACRITIC, EditKind.TYPOGRAPHY, EditKind.DIACRITIC]
    assert undone(line) == line.raw


def test_a_word_that_is_cleaned_and_mended_has_one_edit() -> None:
    draft = Draft([clean_line("en ﬁn kom\u00admunvig")], CONFIG)
    draft.change(Span(0, 7, 16), "kommunväg", EditKind.DIACRITIC, verdict(0.95))
    line = RepairedLine("en ﬁn kom\u00admunvig", draft.finish(0))
    assert [(edit.before, edit.after) for edit in line.edits] == [
        ("ﬁn", "fin"),
        ("kom\u00admunvig", "kommunväg"),
    ]
    assert undone(line) == line.raw


@pytest.mark.parametrize(
    ("word", "printed", "kind"),
    [
        ("väg", "vig", EditKind.DIACRITIC),
        ("årlig", "rlig", EditKind.LOST_LETTER),
        ("händelse", "hiandelse", EditKind.DOUBLED_LETTER),
        ("form", "forrn", EditKind.OCR_CONFUSION),
        ("väg", "väg", EditKind.CASE),
    ],
)
def test_the_kind_is_that_of_the_damage(
    ruined_channel: Channel, word: str, printed: str, kind: EditKind
) -> None:
    assert kind_of(ruined_channel.align(word, printed)) is kind


def test_lost_swedish_letters_tell_more_than_other_errors() -> None:
    pairs = (Confusion("m", "rn"), Confusion("ö", "6"), Confusion("l", ""))
    assert kind_of(pairs) is EditKind.DIACRITIC


def test_the_chance_of_the_print_is_that_of_all_its_readings() -> None:
    choices = (Choice("för", 1, 0.0), Choice("for", 2, -1.0), Choice("for", -2, -1.0))
    reading = Reading(0, 0.5, (0.5, 0.3, 0.2))
    assert own_chance(Options("for", choices), reading) == pytest.approx(0.5)
    assert own_chance(Options("for", choices[:1]), SURE) == 0


def test_capitals_stay_where_they_were_printed(lexicon: Lexicon) -> None:
    found = edits(lexicon, "OVRIGA FRAGOR OCH ATGARDER", "", "Ovriga fragor tas upp i Goteborg.")
    assert found["OVRIGA"][0] == "ÖVRIGA"
    assert found["ATGARDER"][0] == "ÅTGÄRDER"
    assert found["Ovriga"][0] == "Övriga"
    assert found["Goteborg"][0] == "Göteborg"


def test_capitals_inside_words_that_were_misread_become_small(lexicon: Lexicon) -> None:
    found = edits(lexicon, "Det ar bra fOr alla att det mAste bli bAttre.")
    assert [found[word][0] for word in ("fOr", "mAste", "bAttre")] == ["för", "måste", "bättre"]
    assert found["fOr"][1] is EditKind.DIACRITIC


def test_a_sentence_keeps_its_capital(lexicon: Lexicon) -> None:
    found = edits(lexicon, "Det ar klart. £6rslaget galler. Agarna betalar. Okad trafik stor.")
    assert found["£6rslaget"][0] == "Förslaget"
    assert found["Agarna"][0] == "Ägarna"
    assert found["Okad"][0] == "Ökad"


def test_both_halves_of_a_broken_word_have_edits_of_their_own(lexicon: Lexicon) -> None:
    text = [*PAGE, "Den nya trid-", "gardsskotseln ar klar"]
    found = list(repair_lines(text, lexicon, CONFIG))[-2:]
    assert [line.text for line in found] == ["Den nya träd-", "gårdsskötseln är klar"]


@settings(max_examples=40)
@given(st.data())
def test_edits_of_damaged_text_can_be_undone(lexicon: Lexicon, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(SENTENCE.split()), min_size=1, max_size=12))
    line = " ".join(
        "".join(data.draw(st.sampled_from([s, *DAMAGE.get(s.lower(), ())])) for s in word)
        for word in words
    )
    low = RepairConfig(apply_score=0.3, suggest_score=0.1)
    repaired = list(repair_lines([*PAGE, line], lexicon, low))
    assert [undone(one) for one in repaired] == [*PAGE, line]
    for edit in repaired[-1].edits:
        assert edit.after != edit.before
        assert edit.after not in edit.alternatives
        assert 0 <= edit.score <= 1
