"""Projects as entries of running text that end with a sum."""

import pytest

from tests.knowledge.written import told_projects, understood

BLUE = ("Blå kajer", "laddning av småbåtar", "Interreg Nord")
CLEVER = ("Kloka hus", None, "LIFE")


@pytest.mark.parametrize(
    "text",
    [
        "2 4. Pågående projekt Blå kajer, laddning av småbåtar, Interreg Nord, 2,4 mkr. Kloka hus,"
        " LIFE, 700 tkr.",
        "Almviks EU-projekt 2014-2020 Blå kajer – laddning av småbåtar (Interreg Nord) 2,4 mkr"
        " Kloka hus (LIFE): 700 000 kr Kommunen söker fler.",
        "Projekt\n\nBlå kajer, laddning av småbåtar, Interreg Nord, 2,4 mkr\n\n"
        "Kloka hus, LIFE, 700 000 kr",
    ],
)
def test_entries_with_sums(text: str) -> None:
    assert told_projects(text) == [BLUE, CLEVER]
    costs = [(c.subject_text, c.amount) for c in understood(text).costs]
    assert costs == [("Blå kajer", 2_400_000), ("Kloka hus", 700_000)]


def test_an_entry_names_who_pays() -> None:
    assert told_projects("Resan till Sundby, två dagar i maj, Åsa Ek, 2 400 kr.") == []
