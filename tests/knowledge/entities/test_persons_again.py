from tests.knowledge.entities.test_names import named
from tests.knowledge.written import appointed


def test_a_surname_alone_is_the_one_person_called_so() -> None:
    text = "Eva Hedåker (S) leder arbetet. Som ledamöter deltar Hedåker och Bo Al i rådet."
    assert ("Hedåker", "person", "Eva Hedåker") in named(text)


def test_a_surname_of_two_or_within_another_name_is_nobody_alone() -> None:
    text = "Eva Hedåker (S) och Åsa Hedåker (M). Så sade Hedåker."
    assert not any(surface == "Hedåker" for surface, _, _ in named(text))
    text = "Eva Hedåker (S) reste. Stiftelsen Hedåker och Hedåker Nord svarade hedåker.se."
    assert not any(surface == "Hedåker" for surface, _, _ in named(text))


def test_a_place_is_no_surname() -> None:
    assert ("Umeå", "person", "Eva Umeå") not in named("Eva Umeå (S) bor i Umeå.")


def test_seats_of_surnames_are_those_of_the_person() -> None:
    text = (
        "Åsa Hedåker (S) och Bo Wikander (M) reste dit. I Euroregion Baltics styrelse deltar "
        "Hedåker och Wikander som ordinarie ledamöter."
    )
    assert appointed(text) == [
        ("Åsa Hedåker", "S", "ordinarie ledamot", "styrelse", "Euroregion Baltic"),
        ("Bo Wikander", "M", "ordinarie ledamot", "styrelse", "Euroregion Baltic"),
    ]


def test_words_in_capitals_are_nobody_without_a_first_name() -> None:
    found = named("LÄS MER, direktör\nÅSA EK, direktör")
    assert {surface for surface, kind, _ in found if kind == "person"} == {"ÅSA EK"}
