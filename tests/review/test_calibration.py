import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.repair import Edit, EditDecision, EditKind, RepairedLine
from pipeline.review import Calibration, JudgedEdit, judge_edits

JUDGED = st.lists(st.builds(JudgedEdit, st.floats(0, 1), st.booleans(), st.booleans()))


def line(raw: str, *changes: tuple[str, str], suggested: bool = False) -> RepairedLine:
    decision = EditDecision.SUGGESTED if suggested else EditDecision.APPLIED
    edits = []
    for before, after in changes:
        start = raw.index(before)
        edit = Edit(start, start + len(before), before, after, EditKind.DIACRITIC, 0.9, decision)
        edits.append(edit)
    return RepairedLine(raw, tuple(edits))


def rights(gold: str, *lines: RepairedLine) -> list[bool]:
    return [edit.right for edit in judge_edits(lines, gold)]


def test_an_edit_is_right_where_its_word_becomes_that_of_the_gold() -> None:
    found = line("vi nar malet | nu", ("nar", "når"), ("malet", "målet"))
    assert rights("vi når målet nu", found) == [True, True]
    assert rights("vi nar målet nu", found) == [False, True]


def test_edits_in_one_word_are_judged_together_and_suggestions_as_if_applied() -> None:
    raw = "pagaende"
    both = (
        Edit(1, 2, "a", "å", EditKind.DIACRITIC, 0.95),
        Edit(3, 4, "a", "å", EditKind.DIACRITIC, 0.6, EditDecision.SUGGESTED),
    )
    judged = list(judge_edits([RepairedLine(raw, both)], "pågående"))
    assert [(edit.applied, edit.right) for edit in judged] == [(True, False), (False, True)]


def test_edits_may_join_and_split_words_or_take_them_away() -> None:
    assert rights("vi kommer", line("vi kom mer", ("kom mer", "kommer"))) == [True]
    assert rights("i länet", line("ilänet", ("il", "i l"))) == [True]
    assert rights("vi kommer", line("vi ¢ kommer", ("¢ ", ""))) == [True]
    assert rights("vi kommer", line("vi ¢ kommer", ("¢", "•"))) == [False]


def test_punctuation_that_an_edit_leaves_alone_is_not_held_against_it() -> None:
    assert rights("på nämnden, nu", line("pa ‘namnden_ nu", ("namnden", "nämnden"))) == [True]
    assert rights("nu • vi", line("nu ¢ vi", ("¢", "–"))) == [False]
    assert rights("nämnden,", line("namnden_", ("namnden_", "nämnden."))) == [False]


def test_lines_of_the_gold_may_be_broken_elsewhere() -> None:
    lines = (line("vi nar", ("nar", "når")), line(""), line("malet nu", ("malet", "mälet")))
    assert rights("vi\nnår målet nu", *lines) == [True, False]


def test_well_calibrated_scores_have_no_error() -> None:
    edits = [JudgedEdit(0.75, True, number % 4 < 3) for number in range(400)]
    assert Calibration.of(edits).expected_error == pytest.approx(0)
    sure = [JudgedEdit(0.95, True, number % 4 < 3) for number in range(400)]
    assert Calibration.of(sure).expected_error == pytest.approx(0.2)
    assert Calibration.of([*edits, *sure]).expected_error == pytest.approx(0.1)


def test_confident_edits_are_those_from_nine_tenths_on() -> None:
    scores = (0.5, 0.8999, 0.9, 0.95, 1.0)
    confident = Calibration.of(JudgedEdit(s, True, s < 1) for s in scores).confident
    assert (confident.edits, confident.right) == (3, 2)


@given(JUDGED, JUDGED)
def test_texts_add_up(one: list[JudgedEdit], other: list[JudgedEdit]) -> None:
    both = Calibration.of(one) + Calibration.of(other)
    assert sum(tally.edits for tally in both.bins) == len(one) + len(other)
    assert sum(tally.edits for tally in both.applied) == sum(e.applied for e in [*one, *other])
    assert both.expected_error == pytest.approx(Calibration.of([*other, *one]).expected_error)
    assert 0 <= both.expected_error <= 1


@given(JUDGED)
def test_rows_name_every_edit_once(edits: list[JudgedEdit]) -> None:
    tree = Calibration.of(edits).to_dict()
    bins = tree["bins"]
    assert isinstance(bins, list)
    assert sum(row["edits"] for row in bins) == len(edits)
    assert "expected calibration error" in Calibration.of(edits).to_text()
