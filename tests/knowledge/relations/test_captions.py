import pytest

from tests.knowledge.relations.test_appointments import ERB, TOP, appointed

UBC = "Union of the Baltic Cities"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Euroregion Baltic\n\nStyrelsen\n\nLedamot: Åsa Ek (M)\n\nErsättare: Bo Al (S)",
            {
                ("Åsa Ek", "M", "ledamot", "Styrelsen", ERB),
                ("Bo Al", "S", "ersättare", "Styrelsen", ERB),
            },
        ),
        (
            "Euroregion Baltic\n\nStyrelsen\n\nÅsa Ek (M)\n\nUnion of the Baltic Cities\n\n"
            "Bo Al (S), ersättare",
            {
                ("Åsa Ek", "M", "ledamot", "Styrelsen", ERB),
                ("Bo Al", "S", "ersättare", None, UBC),
            },
        ),
        (
            "Euroregion Baltic\n\nChefsgruppen\n\nRegional utvecklingsdirektör Åsa Ek",
            {("Åsa Ek", None, "regional utvecklingsdirektör", "Chefsgruppen", ERB)},
        ),
        (
            "Euroregion Baltic, styrelsen\n\n| Ordinarie | Ersättare |\n"
            "| Åsa Ek (M) | Bo Al (S) |\n| Cia Dahl (L) | Dan Ö (V) |",
            {
                ("Åsa Ek", "M", "ordinarie ledamot", "styrelsen", ERB),
                ("Bo Al", "S", "ersättare", "styrelsen", ERB),
                ("Cia Dahl", "L", "ordinarie ledamot", "styrelsen", ERB),
                ("Dan Ö", "V", "ersättare", "styrelsen", ERB),
            },
        ),
        (
            "# Nätverket Hälsa utan tolk\n\nÅsa Ek (S), kontaktpolitiker",
            {("Åsa Ek", "S", "kontaktpolitiker", None, "Hälsa utan tolk")},
        ),
        (
            "Kustens kommuner, förbundsmöte 2 ombud och 1 ersättare\n\nOmbud: Åsa Ek (S)",
            {("Åsa Ek", "S", "ombud", "förbundsmöte", "Kustens kommuner")},
        ),
        (
            "Nätverk\n\nRepresentant\n\nErsättare\n\nMedlem sedan\n\nEuroregion Baltic\n\n"
            "Åsa Ek (S)\n\nBo Al (C)",
            {("Åsa Ek", "S", "representant", None, ERB), ("Bo Al", "C", "ersättare", None, ERB)},
        ),
        (
            "Partnerskapet Norra Sverige\n\nÅsa Ek (M)",
            {("Åsa Ek", "M", "ledamot", "Partnerskapet Norra Sverige", None)},
        ),
    ],
)
def test_seats_below_captions(text: str, expected: set[tuple[str | None, ...]]) -> None:
    assert set(appointed(TOP + text)) == expected


def test_a_heading_about_something_else_ends_a_caption() -> None:
    text = "Euroregion Baltic\n\nStyrelsen\n\nÅsa Ek (M)\n\n# Kontakt\n\nBo Al, handläggare"
    assert ("Bo Al", None, "handläggare", None, None) in appointed(TOP + text)
