import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

SKR = "Sveriges Kommuner och Regioner"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the one network that the section told of
            "Euroregion Baltic är en förening i fem länder. Föreningen leds av en styrelse. "
            "Styrelsen består av två ledamöter:\n\nÅsa Ek (S)\n\nBo Al (M)",
            [
                ("Åsa Ek", "S", "ledamot", "Styrelsen", ERB),
                ("Bo Al", "M", "ledamot", "Styrelsen", ERB),
            ],
        ),
        (  # an organisation whose body it is
            "Ordförande i SKR:s styrelse är Åsa Ek (S).",
            [("Åsa Ek", "S", "ordförande", "styrelse", SKR)],
        ),
        (  # somebody else's body above a list
            "Euroregion Baltic\n\nBo Al (M) leder arbetsgruppen för energi.\n\n"
            "• Åsa Ek (S), representant",
            [
                ("Bo Al", "M", "ordförande", "arbetsgruppen för energi", ERB),
                ("Åsa Ek", "S", "representant", None, ERB),
            ],
        ),
        (  # right behind the body, another one nearer
            "Åsa Ek (S) är ledamot i styrelsen för Euroregion Baltic och ersättare i "
            "övervakningskommittén för Interreg Sverige-Norge.",
            [
                ("Åsa Ek", "S", "ledamot", "styrelsen", ERB),
                ("Åsa Ek", "S", "ersättare", "övervakningskommittén", "Interreg Sverige-Norge"),
            ],
        ),
        (  # in a list, but of another network
            "Internationella beredningen\n\nAdjungerade:\n\n• Åsa Ek (S), ledamot i ERB",
            [("Åsa Ek", "S", "ledamot", None, ERB)],
        ),
        (  # a fund told of before has no seats
            "Europeiska socialfonden lyser ut medel. I kulturpanelen sitter Åsa Ek (S).",
            [("Åsa Ek", "S", "ledamot", "kulturpanelen", None)],
        ),
    ],
)
def test_networks_of_seats(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert appointed(TOP + text) == expected
