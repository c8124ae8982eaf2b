from pipeline.knowledge.restoring.lines_of_sums import lines_of_sums
from tests.knowledge.written import understood

TOP = "# Verksamhetsplan för Region Almvik 2024\n\n"


def test_words_and_a_sum_below_a_caption_are_rows() -> None:
    lines = ["Utfall 2023, tkr", "Personal 1 240", "Resor 186", "Läs mer"]
    assert list(lines_of_sums(lines)) == [{1: 9, 2: 6}]


def test_years_single_lines_and_contents_are_none() -> None:
    assert not list(lines_of_sums(["Budget", "Plan 2024", "Strategi 2025"]))
    assert not list(lines_of_sums(["Budget", "Resor 40 000", "Läs mer"]))
    assert not list(lines_of_sums(["Ekonomi", "Inledning 3", "Organisation 12"]))
    assert not list(lines_of_sums(["Möten", "Resor 40 000", "Hyra 20 000"]))


def test_unit_and_year_are_told_above() -> None:
    costs = understood(TOP + "Utfall 2023, tkr\nPersonal 1 240\nAvgift till ERRIN 186").costs
    told = {(c.subject_text, c.year, c.amount, c.currency) for c in costs}
    assert told == {("Personal", 2023, 1_240_000, "SEK"), ("ERRIN", 2023, 186_000, "SEK")}


def test_a_budget_of_large_sums_is_in_kronor() -> None:
    costs = understood(TOP + "Budget\nResor 40 000\nMöten 25 000").costs
    assert {(c.subject_text, c.amount, c.currency) for c in costs} == {
        ("Resor", 40_000, "SEK"),
        ("Möten", 25_000, "SEK"),
    }
    assert not understood(TOP + "Budget\nResor 40\nMöten 125").costs


def test_sentences_and_labelled_sums_are_no_rows() -> None:
    lines = ["Total budget: 537 000 kr", "Beviljat 756 480 kr", "Sökt 900 000 kr"]
    assert not list(lines_of_sums(lines))
    assert not list(lines_of_sums(["Kostnader", "Avgiften har varit 1 200", "Hyran var 3 400"]))


def test_sums_that_lost_the_blank_after_thousands_may_look_like_years() -> None:
    text = TOP + "Budget 2026 (tkr)\nPersonal 4720\nResor 310\nÖvrigt 1984"
    assert {(c.subject_text, c.amount) for c in understood(text).costs} == {
        ("Personal", 4_720_000),
        ("Resor", 310_000),
        ("Övrigt", 1_984_000),
    }
