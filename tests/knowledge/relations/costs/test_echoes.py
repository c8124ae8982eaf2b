"""Sums whose sentences take up a title again."""

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def test_a_title_taken_up_again_is_what_a_sum_is_for() -> None:
    text = (
        "# Aktiviteter 2024\n\n- Studieresa till Åland\n- Öppet hus\n\n"
        "Studieresan kostar 45 000 kr.\n"
    )
    (cost,) = understood(TOP + text).costs
    assert (cost.subject_text, cost.amount) == ("Studieresa till Åland", 45_000)


def test_what_any_plan_speaks_of_takes_up_no_title() -> None:
    text = "# Aktiviteter 2024\n\n- Budget för Åland\n- Öppet hus\n\nBudgeten är 45 000 kr.\n"
    assert "Budget för Åland" not in {c.subject_text for c in understood(TOP + text).costs}
