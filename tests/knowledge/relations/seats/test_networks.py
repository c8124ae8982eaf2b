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


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("Policyrådgivare är Åsa Ek.", [("policyrådgivare", None, "Sydkustens EU-kontor")]),
        (
            "Kontoret har två anställda: kontorschefen Åsa Ek och praktikanten Cia Dal.",
            [
                ("kontorschef", None, "Sydkustens EU-kontor"),
                ("praktikant", None, "Sydkustens EU-kontor"),
            ],
        ),
        ("Regionens EU-strateg är Åsa Ek.", [("eu-strateg", None, None)]),
        (
            "Ägarrådet består av två förtroendevalda från vardera regionen. Från Kråksund kommer "
            "Åsa Ek (S), som är rådets ordförande, och Bo Al (C), från Västvik Cia Dal (M).",
            [
                ("ordförande", "Ägarrådet", "Sydkustens EU-kontor"),
                ("ledamot", "Ägarrådet", "Sydkustens EU-kontor"),
                ("ledamot", "Ägarrådet", "Sydkustens EU-kontor"),
            ],
        ),
    ],
)
def test_the_staff_and_owners_of_an_office_in_its_own_section(
    told: str, rows: list[tuple[str | None, ...]]
) -> None:
    top = "Årsrapport 2017\nRegion Kråksunds internationella arbete\n\n# Sydkustens EU-kontor\n\n"
    found = appointed(f"{top}Kontoret drivs tillsammans med Region Västvik. {told}")
    assert [((row[2] or "").casefold(), row[3], row[4]) for row in found] == rows


def test_the_staff_below_kansli_is_that_of_the_one_network_of_the_document() -> None:
    found = appointed(
        "Organisation\n\nFöreningen Bottenrådet har tre medlemmar. Bottenrådet har en styrelse.\n\n"
        "Kansli\n\nDirektör: Åsa Ek\n\nProjektchef: Bo Al"
    )
    assert [(row[2], row[4]) for row in found] == [
        ("Direktör", "Bottenrådet"),
        ("Projektchef", "Bottenrådet"),
    ]


def test_a_body_for_dealings_with_abroad_is_of_none_of_the_networks_beside_it() -> None:
    text = "# Energy Cities, medlem sedan 2019\n\n• Bo Al (M), ombud\n\n# Vänortskommittén\n\n"
    assert appointed(f"{TOP}\n\n{text}• Åsa Ek (S), ordförande")[1:] == [
        ("Åsa Ek", "S", "ordförande", "Vänortskommittén", None)
    ]


def test_a_committee_below_the_name_of_a_municipality_is_its_own() -> None:
    text = "Internationella kommittén\n\nVerksamhetsberättelse för 1999\n\n"
    found = appointed(f"ALMVIKS STAD\n\n{text}Kommittén har letts av Åsa Ek (s).")
    assert found == [("Åsa Ek", "S", "ordförande", "Internationella kommittén", None)]


def test_who_heads_the_office_that_a_list_is_of() -> None:
    text = "# Kustens Europahus (ägare: Region Almvik och Region Ekdal)\n\n• Kontorschef: Åsa Ek"
    assert appointed(f"{TOP}\n\n{text}") == [
        ("Åsa Ek", None, "kontorschef", None, "Kustens Europahus")
    ]


def test_a_network_has_a_youth_network() -> None:
    found = appointed(f"{TOP}\n\n# Eurocities\n\n• Ungdomsnätverket: Åsa Ek, representant")
    assert found == [("Åsa Ek", None, "representant", "Ungdomsnätverket", "Eurocities")]


def test_a_title_held_elsewhere_is_of_no_staff() -> None:
    top = "# Kustens Europakontor\n\nVerksamhetsplan 2016\n\n# Kontorets personal\n\n"
    found = appointed(f"{top}Åsa Ek, kontorschef\n\nBo Al är rektor vid högskolan.")
    assert ("Bo Al", None, "rektor", None, None) in found


def test_the_chair_before_a_name_is_no_part_of_it() -> None:
    found = appointed(f"{TOP}\n\nFörbundsordföranden Åsa Ek (C) är ledamot i Energy Cities.")
    assert ("Åsa Ek", "C", "ledamot", None, "Energy Cities") in found


def test_whose_chair_somebody_is_this_year() -> None:
    told = "I Euroregion Baltic är vi många. Åsa Ek (C) är i år rådets ordförande."
    found = appointed(f"{TOP}\n\n{told}")
    assert [row[:3] for row in found] == [("Åsa Ek", "C", "ordförande")]
