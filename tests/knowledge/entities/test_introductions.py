import pytest

from tests.knowledge.entities.test_names import named
from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Ljusa städer är ett europeiskt nätverk för städer.", "Ljusa städer", "Ljusa städer"),
        (
            "Staden anslöt sig till Kustens kök, ett nytt nätverk för mat.",
            "Kustens kök",
            "Kustens kök",
        ),
        ("Små städers nätverk, ett samarbete mellan orter.", "Små städers nätverk", None),
        ("European Quiet Regions, EQR, heter ett nytt nätverk.", "EQR", "European Quiet Regions"),
        (
            "Havskusten (Offshore Alliance, OAL) är en intresseorganisation. OAL växer.",
            "OAL",
            "Havskusten",
        ),
        ("Regionen är medlem i Tre kuster sedan 2019.", "Tre kuster", "Tre kuster"),
        ("Vi är medlem i Blå Bälten och Gröna vikar.", "Gröna vikar", "Gröna vikar"),
        ("Arvid Toll sitter i Vattenlänkens styrgrupp.", "Vattenlänkens", "Vattenlänken"),
        (
            "Tolvmilarådet är en ideell förening. TOLVMILARÅDET växer.",
            "TOLVMILARÅDET",
            "Tolvmilarådet",
        ),
        ("År 1998 öppnade vi Tolvmilakontoret.", "Tolvmilakontoret", None),
        ("I dag driver vi Tolv småstäder, en mötesplats för chefer.", "Tolv småstäder", None),
        ("Med fyra grannar har vi bildat Solbygd Väst.", "Solbygd Väst", None),
        ("Vi är initiativtagare till Älvarnas plattform.", "Älvarnas plattform", None),
        ("Anna Berg är ledamot i Hälsostäderna.", "Hälsostäderna", None),
        (
            "Det nås genom Baltic Glass Cities, där Almviks kommun är medlem sedan 2018.",
            "Baltic Glass Cities",
            None,
        ),
        ("I Öppna kajer, som landstinget hört till sedan 1996, sker lite.", "Öppna kajer", None),
        ("Staden företräds i Quiet Stone Roads av Anna Berg (S).", "Quiet Stone Roads", None),
        ("Gränslös kultur grundades 2003.", "Gränslös kultur", None),
        (
            "Ringstäderna i norr är en krets. Vi leder, med Ringstäderna i norr, ett projekt.",
            "Ringstäderna i norr",
            None,
        ),
        (
            "Vi gick med i Kustens kök (i fortsättningen Köket) 2004. Köket växer.",
            "Köket",
            "Kustens kök",
        ),
        ("Föreningens namn är Kanalbygd i Norden.", "Kanalbygd i Norden", None),
        ("Smart Islands Baltic\nEtt nytt nätverk för öar.", "Smart Islands Baltic", None),
        ("Vi driver ett kontor i Bryssel under namnet Sydalm i Europa.", "Sydalm i Europa", None),
        ("De äger ett bolag som heter Almvik i världen och har kontor.", "Almvik i världen", None),
        ("European Quiet Regions hör till de yngre nätverken.", "European Quiet Regions", None),
        ("Quiet Roads, som grundades 2019, är ett av våra nätverk.", "Quiet Roads", None),
        ("Quiet Roads, som bildades 2019, möts i maj.", "Quiet Roads", None),
        (
            "Unionen för Almstäder och regioner möts. Vi är medlem i Unionen för Almstäder och"
            " regioner sedan 2010.",
            "Unionen för Almstäder och regioner",
            None,
        ),
        ("Staden är med i nätverket Quiet Roads 2040.", "Quiet Roads 2040", None),
    ],
)
def test_introduced(text: str, surface: str, name: str | None) -> None:
    assert (surface, "network", name or surface) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret är ett samarbete mellan regionerna.",
        "Tillsammans med kommunen anordnas en konferens i juni.",
        "Kommunen är medlem i EU och i Region Almvik.",
        "Regionstyrelsens presidium och Kommunfullmäktiges valberedning möts.",
        "Vid mötet var Ungdomsrådet och Kommunkontoret med. Ungdomsrådet är ett forum för unga.",
        "Detta är ett nätverk. Här finns en organisation.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert "network" not in {kind for _, kind, _ in named(text)}


def test_a_known_name_with_its_abbreviation_introduces_nothing() -> None:
    text = "Healthy Cities är ett nätverk inom Världshälsoorganisationen WHO, som växer."
    assert {row.name for row in understood(text).entities if row.source == "found"} == set()
