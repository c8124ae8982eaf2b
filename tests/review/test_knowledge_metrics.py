from pathlib import Path

import pytest

from pipeline.review import Score, read_gold, score_rows, score_tables

GOLD = [
    {"person": "Åsa Öberg", "party": "S", "role": "ledamot"},
    {"person": "Bo Ek", "party": "M", "role": "ersättare"},
]


def test_scores_rows_in_the_named_columns() -> None:
    found = [{"person": "Åsa Öberg", "party": "S"}, {"person": "Bo Alm", "party": "M"}]
    score = score_rows(found, GOLD, ("person", "party"))
    assert score == Score(2, 2, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)
    assert score_rows(found, GOLD, ("person", "role")).both == 0


def test_a_row_that_stands_twice_is_needed_twice() -> None:
    assert score_rows(GOLD[:1], [GOLD[0], GOLD[0]], ("person",)) == Score(1, 2, 1)


@pytest.mark.parametrize(
    ("value", "same"),
    [
        ("Småland–Blekinge", "småland-blekinge"),
        ("  Ökad  samverkan. ", "ökad samverkan"),
        ("”Tillsammans”", '"Tillsammans"'),
        ("A\u030asa", "Åsa"),
    ],
)
def test_spelling_that_does_not_matter(value: str, same: str) -> None:
    assert score_rows([{"name": value}], [{"name": same}], ("name",)).f1 == 1


def test_letters_matter() -> None:
    assert score_rows([{"name": "lan"}], [{"name": "län"}], ("name",)).f1 == 0


def test_empty_tables_are_perfect_and_missing_ones_are_missed() -> None:
    assert score_rows([], [], ("name",)).f1 == 1
    scores = score_tables({}, {"goals": [{"text": "x"}]}, {"goals": ("text",), "costs": ("year",)})
    assert scores["goals"] == Score(0, 1, 0)
    assert scores["costs"].f1 == 1


def test_scores_add_up_and_impossible_ones_are_refused() -> None:
    assert Score(2, 3, 1) + Score(1, 1, 1) == Score(3, 4, 2)
    with pytest.raises(ValueError, match="cannot be in"):
        Score(1, 1, 2)


def test_reads_gold_with_quotation_marks_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "goals.tsv").write_text('year\ttext\n2026\t"Öppna" mål\n', encoding="utf-8")
    assert read_gold(tmp_path) == {"goals": [{"year": "2026", "text": '"Öppna" mål'}]}
