"""Of which year seats are."""

import pytest

from tests.knowledge.written import name_of, understood

LIST = "Euroregion Baltic, styrelsen:\n\n- Åsa Ek (S), ledamot\n- Bo Al (M), ersättare"
SENTENCE = "Ledamot i Euroregion Baltics styrelse är Åsa Ek (S)."


def _years(text: str) -> dict[str | None, int | None]:
    found = understood(text)
    return {name_of(found, seat.person_id): seat.year for seat in found.appointments}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("# Handlingsplan 2024\n\n" + SENTENCE, 2024),
        (  # a plan for several years speaks in the year of its decision
            "# Strategi 2016–2022\n\nAntagen av regionfullmäktige den 8 maj 2018.\n\n" + SENTENCE,
            2018,
        ),
        ("# Strategi 2016–2022\n\n" + SENTENCE, 2016),
        ("# Strategi 2016–2022\n\nSenast uppdaterade 2021-03-02\n\n" + SENTENCE, 2021),
        (  # told with the seat
            "# Handlingsplan 2024\n\nUnder 2025 sitter Åsa Ek (S) i Euroregion Baltics styrelse.",
            2025,
        ),
        (  # a term
            "# Handlingsplan 2024\n\nÅsa Ek (S) är ledamot i Euroregion Baltics styrelse under "
            "mandatperioden 2023–2026.",
            2024,
        ),
        (
            "# Handlingsplan 2022\n\nTill ledamot i Euroregion Baltics styrelse för "
            "mandatperioden 2023–2026 utses Åsa Ek (S).",
            2023,
        ),
        (  # a programme's years are none of a seat's
            "# Handlingsplan 2024\n\nÅsa Ek (S) är ledamot i övervakningskommittén för Interreg "
            "Europe 2021–2027.",
            2024,
        ),
    ],
)
def test_the_year_of_a_seat_in_a_sentence(text: str, year: int) -> None:
    assert _years(text) == {"Åsa Ek": year}


@pytest.mark.parametrize(
    ("top", "year"),
    [
        ("# Plan 2018\n\n# Representanter 2019–2022\n\n", 2019),
        ("# Strategi 2016–2022\n\n# Representanter 2016–2022\n\n", 2016),
        (
            "# Strategi 2008–2013\n\nAntagen den 11 juni 2008\n\n# Bilaga 1\n\n"
            "Valen gäller för mandatperioden 2007–2010.\n\n",
            2008,
        ),
    ],
)
def test_the_year_of_seats_below_a_heading(top: str, year: int) -> None:
    assert _years(top + LIST) == {"Åsa Ek": year, "Bo Al": year}


def test_a_column_of_years_tells_the_year_of_each_row() -> None:
    table = (
        "# Strategi 2016–2022\n\n| Namn | Uppdrag | Period |\n"
        "| Åsa Ek (S) | ledamot i Euroregion Baltics styrelse | 2016–2018 |\n"
        "| Bo Al (M) | ledamot i Euroregion Baltics styrelse | 2019–2022 |"
    )
    assert _years(table) == {"Åsa Ek": 2016, "Bo Al": 2019}
