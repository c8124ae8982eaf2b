"""What several projects are given together."""

import pytest

from tests.knowledge.written import understood

LISTED = (
    "# Nytt stöd\n\nInterreg Nord har beviljat två projekt.\n\n"
    "Blå kajer\n\nSökande: Almviks kommun\n\nSökt stöd: 400 000 kr\n\n"
    "Kloka hus\n\nSökande: Sundby kommun\n\nSökt stöd: 500 000 kr\n\n"
)


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Totalt beviljat stöd: 900 000 kr", "Interreg Nord"),
        ("Totalt beviljat EU-belopp 900 000 kr", "Interreg Nord"),
        ("Tillsammans får projekten 900 000 kr.", "Interreg Nord"),
        ("Region Almviks medfinansiering i projekten uppgår till 900 000 kr.", "Region Almvik"),
    ],
)
def test_the_sum_of_all_is_of_who_gives_it(line: str, subject: str) -> None:
    costs = {c.amount: c.subject_text for c in understood(LISTED + line).costs}
    assert costs == {400_000: "Blå kajer", 500_000: "Kloka hus", 900_000: subject}


def test_of_one_project_alone() -> None:
    text = LISTED + "# Ekonomi\n\nTotalt kostar projektet Kloka hus 900 000 kr."
    costs = {c.amount: c.subject_text for c in understood(text).costs}
    assert costs[900_000] == "Kloka hus"
