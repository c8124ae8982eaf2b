"""Seats in memos and decisions: what persons are proposed as, head, or are chosen for."""

import pytest

from tests.knowledge.written import appointed

_TITLE = "# Handlingsplan för Region Almvik 2024\n\n"
Seat = tuple[str | None, ...]


def seats(text: str) -> set[Seat]:
    """Return person, role, body and network of the appointments of a plan."""
    return {(row[0], *row[2:]) for row in appointed(_TITLE + text)}


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        (
            "I ERRIN föreslås Åsa Ek (M) bli regionens ordinarie styrelseledamot.",
            ("Åsa Ek", "ordinarie ledamot", "styrelse", "ERRIN"),
        ),
        (
            "I ERRIN:s styrelse föreslås Åsa Ek (M) bli ersättare.",
            ("Åsa Ek", "ersättare", "styrelse", "ERRIN"),
        ),
        (
            "I ERRIN:s styrelse är Åsa Ek (M) svensk ersättare.",
            ("Åsa Ek", "ersättare", "styrelse", "ERRIN"),
        ),
        ("Åsa Ek (S) är styrelseledamot i ERRIN.", ("Åsa Ek", "ledamot", "styrelse", "ERRIN")),
        (
            "Regionen är med i ERRIN. I nätverkets arbetsgrupp för vatten är miljöstrateg Åsa Ek"
            " expert.",
            ("Åsa Ek", "expert", "arbetsgrupp för vatten", "ERRIN"),
        ),
        (
            "# ERRIN\n\nArbetsgruppen för transport: Åsa Ek (M), ledare",
            ("Åsa Ek", "ledare", "Arbetsgruppen för transport", "ERRIN"),
        ),
        (
            "att till ERRIN välja\n\n– Åsa Ek (s), ledamot i arbetsutskott B för sociala frågor",
            ("Åsa Ek", "ledamot", "arbetsutskott B för sociala frågor", "ERRIN"),
        ),
        (
            "att till ERRIN, delegationen, välja\n\n– Åsa Ek (s)\n– Bo Al (m)",
            ("Åsa Ek", "ledamot", "delegationen", "ERRIN"),
        ),
    ],
)
def test_what_somebody_is_in_a_network(text: str, seat: Seat) -> None:
    assert seat in seats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret förestås av Åsa Ek.",
        "Kontoret i Bryssel förestås sedan 2015 av Åsa Ek.",
        "Kontorets styrelse har sex ledamöter. Kontoret förestås av Åsa Ek.",
    ],
)
def test_the_head_of_an_office_sits_in_no_body(text: str) -> None:
    found = seats(f"Almviks EU-kontor öppnades 2012 av Region Almvik. {text}")
    assert found == {("Åsa Ek", "föreståndare", None, "Almviks EU-kontor")}


def test_a_role_behind_its_person_ends_a_group() -> None:
    found = seats(
        "# Internationella rådet\n\nI rådet har Åsa Ek (S) varit vice ordförande och Bo Al (M),"
        " Siv Berg (MP) och Kim Dal (SD) ledamöter."
    )
    assert {row[:2] for row in found} == {
        ("Åsa Ek", "vice ordförande"),
        *((name, "ledamot") for name in ("Bo Al", "Siv Berg", "Kim Dal")),
    }


def test_a_council_is_not_that_of_the_network_above() -> None:
    found = seats(
        "• KIMO\n\nPolitiskt råd: Åsa Ek (S), ordförande\n\n"
        "• ERRIN\n\nLedamöter i rådet: Bo Al (M) och Siv Berg (MP)"
    )
    assert {row for row in found if row[0] != "Åsa Ek"} == {
        (name, "ledamot", "rådet", "ERRIN") for name in ("Bo Al", "Siv Berg")
    }
