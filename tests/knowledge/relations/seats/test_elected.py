import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

Row = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Åsa Ek (S), Växjö kommun, Bo Al (M), Lund, och Cia Dahl (C), Region Skåne har "
            "utsetts till ledamöter i Euroregion Baltic.",
            {
                ("Åsa Ek", "S", "ledamot", None, ERB),
                ("Bo Al", "M", "ledamot", None, ERB),
                ("Cia Dahl", "C", "ledamot", None, ERB),
            },
        ),
        (
            "Åsa Ek (S) kommunalråd i Växjö, valdes in som ny vice ordförande i ERB:s styrelse.",
            {
                ("Åsa Ek", "S", "vice ordförande", "styrelse", ERB),
                ("Åsa Ek", "S", "kommunalråd", None, None),
            },
        ),
        (
            "Åsa Ek (S) är ordförande i Euroregion Baltic och blev i maj invald i styrgruppen.",
            {
                ("Åsa Ek", "S", "ordförande", None, ERB),
                ("Åsa Ek", "S", "ledamot", "styrgruppen", ERB),
            },
        ),
        (
            "# Euroregion Baltic\n\nArbetet leds av tolv rapportörer, tre från varje län. "
            "Blekinge företräds av Åsa Ek (S) och Bo Al (M).",
            {
                ("Åsa Ek", "S", "rapportör", None, ERB),
                ("Bo Al", "M", "rapportör", None, ERB),
            },
        ),
    ],
)
def test_seats_that_persons_were_chosen_for(text: str, expected: set[Row]) -> None:
    assert set(appointed(TOP + text)) == expected


def test_whoever_others_are_chosen_after_keeps_an_office_of_the_day() -> None:
    text = "Åsa Ek (S) efterträder Bo Al (S) som är ny direktör."
    assert ("Bo Al", "S", "direktör", None, None) in appointed(TOP + text)


def test_a_second_seat_behind_a_body_of_two_words() -> None:
    text = (
        "Åsa Ek (C) är ordförande i trafik- och klimatnämnden och Region Skånes representant i "
        "ERB:s styrelse."
    )
    assert set(appointed(TOP + text)) == {
        ("Åsa Ek", "C", "ordförande", "trafik- och klimatnämnden", None),
        ("Åsa Ek", "C", "representant", "styrelse", ERB),
    }


def test_what_somebody_says_of_others_gives_no_place() -> None:
    text = "# Euroregion Baltic\n\nDär ingår både länder och öar, säger Åsa Ek, utredare."
    assert appointed(TOP + text) == [("Åsa Ek", None, "utredare", None, None)]


def test_an_office_at_home_stands_between_name_and_seat() -> None:
    text = (
        "Under årsmötet valdes Åsa Ek, ordförande för regionala tillväxtnämnden i Region Almvik,"
        " till ny ordförande för Central Sweden."
    )
    assert appointed(text) == [
        ("Åsa Ek", None, "ordförande", None, "Central Sweden"),
        ("Åsa Ek", None, "ordförande", "regionala tillväxtnämnden", None),
    ]
