"""Whom the holders of seats represent."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Internationell strategi för Region Blekinge\n\n"


def _represented(text: str) -> dict[str | None, str | None]:
    """Return whom each person represents, by name."""
    found = understood(TOP + text)
    return {
        name_of(found, seat.person_id): name_of(found, seat.organisation_id)
        for seat in found.appointments
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # nobody else is told
            "Ledamöter i Euroregion Baltics styrelse är Åsa Ek (S) och Bo Al (M).",
            {"Åsa Ek": "Region Blekinge", "Bo Al": "Region Blekinge"},
        ),
        (  # behind the name
            "Ledamöter i Euroregion Baltics styrelse är Åsa Ek (S), Ronneby kommun, och "
            "Bo Al (M), Region Kalmar län.",
            {"Åsa Ek": "Ronneby kommun", "Bo Al": "Region Kalmar län"},
        ),
        (  # in brackets, or with a title between
            "I styrgruppen för Euroregion Baltic ingår näringslivschef Åsa Ek (Ronneby kommun).",
            {"Åsa Ek": "Ronneby kommun"},
        ),
        (
            "# Euroregion Baltic\n\nStyrelsen:\n\n- Åsa Ek, utvecklingschef på Ronneby kommun, "
            "ledamot\n- Bo Al (M), ersättare",
            {"Åsa Ek": "Ronneby kommun", "Bo Al": "Region Blekinge"},
        ),
        (  # in a cell of its own
            "| Nätverk | Ledamot | Från |\n| Euroregion Baltic | Åsa Ek (S) | Ronneby kommun |\n"
            "| Energy Cities | Bo Al (M) | Region Blekinge |",
            {"Åsa Ek": "Ronneby kommun", "Bo Al": "Region Blekinge"},
        ),
        (  # before the names
            "Ronneby kommun representeras i Energy Cities styrelse av Åsa Ek (S).",
            {"Åsa Ek": "Ronneby kommun"},
        ),
        (  # above the list, alone
            "# Ronneby kommun\n\n- Åsa Ek (S), ledamot\n\n"
            "# Region Kalmar län\n\n- Bo Al (M), ledamot",
            {"Åsa Ek": "Ronneby kommun", "Bo Al": "Region Kalmar län"},
        ),
        (  # a paragraph above a list that tells whose the network is
            "# Euroregion Baltic\n\nRådet hör till Nordiska ministerrådet sedan 2004.\n\n"
            "- Ledamot i styrelsen: Åsa Ek (S)\n- Ersättare i styrelsen: Bo Al (M)",
            {"Åsa Ek": "Region Blekinge", "Bo Al": "Region Blekinge"},
        ),
        (  # whoever heads an office is of that office
            "# Småland Blekinge South Sweden\n\nKontorschef är Åsa Ek.",
            {"Åsa Ek": "Småland Blekinge Halland South Sweden"},
        ),
    ],
)
def test_whom_a_seat_is_for(text: str, expected: dict[str, str]) -> None:
    assert _represented(text) == expected
