"""Memberships that ended, and since when they had been."""

import pytest

from tests.knowledge.relations.memberships.test_pages import ours, told


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (
            "Regionen är medlem i ERRIN sedan 2018 men har sagt upp medlemskapet, som upphör den"
            " 31 december 2023.",
            "2018",
            "2023-12-31",
        ),
        (
            "# ERRIN\n\nMedlemskapet, som började 2008, upphörde den 30 juni 2016.",
            "2008",
            "2016-06-30",
        ),
        (
            "Medlemskapet i ERRIN (2008) sades upp 2015 och upphörde den 31 december 2016.",
            "2008",
            "2016-12-31",
        ),
        ("Regionen lämnade ERRIN 2012 efter att ha varit med sedan 1995.", "1995", "2012"),
        (
            "ERRIN, slutligen, anslöt vi oss till 1995 och lämnade den 1 maj 2012.",
            "1995",
            "2012-05-01",
        ),
        (
            "Regionen har tackat för sig i ERRIN, där medlemskapet varade 1995–2012.",
            "1995",
            "2012",
        ),
        ("I ERRIN var regionen med 1995–2012.", "1995", "2012"),
        ("Även ERRIN lämnas; sista dag är den 30 juni 2028.", None, "2028-06-30"),
        ("Samtidigt upphörde medlemskapet i ERRIN den 30 juni 2025.", None, "2025-06-30"),
        ("# Avslutade samarbeten\n\n• ERRIN, 1995–2012", "1995", "2012"),
        ("# Tidigare nätverk\n\n• ERRIN, till och med 30 juni 2021", None, "2021-06-30"),
        (
            "# Här är vi med\n\n• ERRIN. Medlemskapet är uppsagt och löper ut den 30 juni 2024.",
            None,
            "2024-06-30",
        ),
        ("Från och med den 1 januari 2020 utträder regionen ur ERRIN.", None, "2020-01-01"),
    ],
)
def test_since_when_somebody_had_been_a_member(text: str, since: str | None, until: str) -> None:
    assert ours(text) == {("ERRIN", since, until)}


@pytest.mark.parametrize(
    "text",
    [
        "Ekby kommun gick med den 1 januari 2020, men Sunda kommun lämnade nätverket 2021.",
        "Ekby kommun inträdde den 1 januari 2020 och Sunda kommun utträdde 2021.",
    ],
)
def test_one_joins_and_another_leaves(text: str) -> None:
    """Each half of the sentence has its own member and time."""
    assert told(f"# Gränsrådet Tolvmila\n\n{text}") == {
        ("Ekby kommun", "Gränsrådet Tolvmila", "2020-01-01", None),
        ("Sunda kommun", "Gränsrådet Tolvmila", None, "2021"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden har föreslagit att regionen går med i ERRIN. Avgiften skulle bli 200 euro.",
        "Frågan om regionens inträde i ERRIN har väckts.",
        "Rapport om ERRIN lämnas i maj 2028.",
        "# Medlemskap\n\n• ERRIN – inte medlem, men inbjuden som gäst.",
    ],
)
def test_what_is_only_thought_of_is_no_membership(text: str) -> None:
    assert ours(text) == set()
