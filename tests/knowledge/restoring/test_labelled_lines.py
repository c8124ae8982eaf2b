"""Labelled lines one below the other, and the titles between them."""

import pytest

from pipeline.knowledge.restoring.labelled_lines import begins_again, ends_with_sum, head_labels

BOXES = [
    *("Blå kajer", "Sökande: Almviks kommun", "Projektledare: Åsa Ek"),
    *("Kloka hus", "Sökande: Sundby kommun", "Projektledare: Bo Al"),
]


def test_a_title_stands_between_runs_that_begin_alike() -> None:
    assert [place for place in range(len(BOXES)) if begins_again(BOXES, place)] == [3]


def test_a_value_that_goes_on_is_no_title() -> None:
    lines = ["Partner: Almviks kommun,", "Sundby kommun", "Budget: 4 mkr"]
    assert not any(begins_again(lines, place) for place in range(len(lines)))


@pytest.mark.parametrize(
    "line", ["Budget: 2 360 000 kr", "Sökt stöd: 8,6 miljoner kronor", "EU-stöd: 410 000 €"]
)
def test_a_sum_ends_a_labelled_line(line: str) -> None:
    assert ends_with_sum(line)


@pytest.mark.parametrize("line", ["Budgeten är 2 360 000 kr", "Period: 2018", "Mål: 400 möten om"])
def test_others_may_go_on(line: str) -> None:
    assert not ends_with_sum(line)


def test_a_full_line_may_head_labels() -> None:
    assert head_labels(BOXES[:3])
    assert not head_labels(["Blå kajer.", *BOXES[1:3]])
