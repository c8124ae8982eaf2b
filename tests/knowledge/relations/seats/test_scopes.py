"""Whose seat it is: what a heading, a list or an earlier sentence says and what overrides it."""

import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

Seat = tuple[str | None, ...]
UBC = "Union of the Baltic Cities"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who elects is not who is elected to
            "# Regionfullmäktiges beslut\n\nRegionfullmäktige väljer för tiden 2023–2026:\n\n"
            "1. Till representanter i Euroregion Baltic utses Åsa Ek (C) och Bo Al (M).",
            {
                ("Åsa Ek", "C", "representant", None, ERB),
                ("Bo Al", "M", "representant", None, ERB),
            },
        ),
        (
            "Anna Ek (S) är vår ombudsman i Euroregion Baltic. Hon ingår i utskottet för hälsa.",
            {("Anna Ek", "S", "ledamot", "utskottet för hälsa", ERB)},
        ),
        (
            "# Euroregion Baltic\n\nStyrelsen vald vid stämman i maj\n\nOffentlig sektor\n\n"
            "Åsa Ek (C)\n\nIdeell sektor\n\nBo Al (M), vice ordförande",
            {
                ("Åsa Ek", "C", "ledamot", "Styrelsen", ERB),
                ("Bo Al", "M", "vice ordförande", "Styrelsen", ERB),
            },
        ),
        (
            "# Euroregion Baltic\n\nStyrelse\n\n# Politiskt valda ledamöter\n\nÅsa Ek (C)",
            {("Åsa Ek", "C", "ledamot", "Styrelse", ERB)},
        ),
        (
            "# Euroregion Baltic\n\n# Kommitténs arbetsutskott 2025\n\nBo Al (Ap), ordförande",
            {("Bo Al", "Ap", "ordförande", "arbetsutskott", ERB)},
        ),
        (
            "# Euroregion Baltic\n\nStyrelse\n\n| Ordinarie: | Ersättare: |\n"
            "| Åsa Ek (M) | Bo Al (S) |",
            {
                ("Åsa Ek", "M", "ordinarie ledamot", "Styrelse", ERB),
                ("Bo Al", "S", "ersättare", "Styrelse", ERB),
            },
        ),
        (
            "Union of the Baltic Cities är stadens äldsta nätverk.\n\n"
            "I unionens ungdomsråd sitter Åsa Ek (V).",
            {("Åsa Ek", "V", "ledamot", "ungdomsråd", UBC)},
        ),
        (
            "Kontakt: näringslivsutvecklare Anna Ek",
            {("Anna Ek", None, "näringslivsutvecklare", None, None)},
        ),
        (
            "I Euroregion Baltic är stadsträdgårdsmästare Anna Ek vår representant.",
            {
                ("Anna Ek", None, "representant", None, ERB),
                ("Anna Ek", None, "stadsträdgårdsmästare", None, None),
            },
        ),
    ],
)
def test_the_nearest_scope_that_tells_decides(text: str, expected: set[Seat]) -> None:
    assert expected <= set(appointed(TOP + text))


def test_those_who_sign_have_no_seat() -> None:
    text = (
        "# Ledamöter i Euroregion Baltic\n\nÅsa Ek (C)\n\nBeslutet skickas till\n\n"
        "Valda ledamöter\n\n| Anna Dahl | Eva Lund |\n| kommundirektör | klimatstrateg |"
    )
    found = {seat for seat in appointed(TOP + text) if seat[0] != "Åsa Ek"}
    assert found == {
        ("Anna Dahl", None, "kommundirektör", None, None),
        ("Eva Lund", None, "klimatstrateg", None, None),
    }


def test_minutes_name_their_body_above_those_present() -> None:
    text = "Kommunstyrelsen\n\nPlats och tid\n\nBeslutande\n\nÅsa Ek (S), ordförande"
    assert ("Åsa Ek", "S", "ordförande", "Kommunstyrelsen", None) in appointed(text)


def test_a_person_without_a_party_is_the_one_with_it() -> None:
    text = "Ordförande: Tindra Ekvall (C)\n\nTindra Ekvall, ledamot i Euroregion Baltic"
    parties = {seat[1] for seat in appointed(text)}
    assert parties == {"C"}


def test_the_direction_is_that_of_the_one_association_told_of() -> None:
    text = (
        "# Direktionen\n\nFörtroendevalda från kommunerna sitter i direktionen för "
        "Kommunalförbundet Räddningstjänsten Västra Ådal.\n\n# Protokoll\n\n"
        "Direktionens ordinarie ledamöter:\n\n"
        "Åsa Ek (C), ordförande\n\nBo Al (M)"
    )
    assert {(seat[0], seat[4]) for seat in appointed(text)} == {
        ("Åsa Ek", "Räddningstjänsten Västra Ådal"),
        ("Bo Al", "Räddningstjänsten Västra Ådal"),
    }
