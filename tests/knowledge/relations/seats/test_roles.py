import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

Row = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I ERB:s styrelse sitter planeringsdirektör Åsa Ek.",
            {("Åsa Ek", None, "planeringsdirektör", "styrelse", ERB)},
        ),
        (
            "I ERB:s styrelse sitter kommunalrådet Åsa Ek (S).",
            {
                ("Åsa Ek", "S", "kommunalråd", None, None),
                ("Åsa Ek", "S", "ledamot", "styrelse", ERB),
            },
        ),
        (
            "ERB, styrgruppen: planeringsdirektör Åsa Ek\nEnergy Cities, styrelsen: Bo Al",
            {
                ("Åsa Ek", None, "planeringsdirektör", "styrgruppen", ERB),
                ("Bo Al", None, "ledamot", "styrelsen", "Energy Cities"),
            },
        ),
        (
            "ERB:s styrelse: Åsa Ek (S), ordförande, och rektor Anna Dahl.",
            {
                ("Åsa Ek", "S", "ordförande", "styrelse", ERB),
                ("Anna Dahl", None, "ledamot", "styrelse", ERB),
                ("Anna Dahl", None, "rektor", None, None),
            },
        ),
        (
            "I Euroregion Baltic är Åsa Ek (S) dessutom nätverkets kontaktperson.",
            {("Åsa Ek", "S", "kontaktperson", None, ERB)},
        ),
        (
            "Till ordförande i ERB:s styrelse valdes Åsa Ek (S), Region Halland med Bo Al (M), "
            "Region Skåne som vice ordförande.",
            {
                ("Åsa Ek", "S", "ordförande", "styrelse", ERB),
                ("Bo Al", "M", "vice ordförande", "styrelse", ERB),
            },
        ),
        (
            "Åsa Ek (S), Bo Al (M) och Cia Dahl (C) är rapportörer i Euroregion Baltic.",
            {
                ("Åsa Ek", "S", "rapportör", None, ERB),
                ("Bo Al", "M", "rapportör", None, ERB),
                ("Cia Dahl", "C", "rapportör", None, ERB),
            },
        ),
        (
            "Ordförande i ERB:s styrelse är Åsa Ek (S), kommunstyrelsens vice ordförande.",
            {
                ("Åsa Ek", "S", "ordförande", "styrelse", ERB),
                ("Åsa Ek", "S", "vice ordförande", "kommunstyrelsen", None),
            },
        ),
        (
            "Åsa Ek (S), Halmstads kommun, är sedan den 10 maj 2019 ordförande i ERB:s styrelse.",
            {("Åsa Ek", "S", "ordförande", "styrelse", ERB)},
        ),
        (
            "Åsa Ek (S) är vice ordförande för Euroregion Baltic och ordförande för "
            "kulturkommittén.",
            {
                ("Åsa Ek", "S", "vice ordförande", None, ERB),
                ("Åsa Ek", "S", "ordförande", "kulturkommittén", ERB),
            },
        ),
        (
            "ERB:s styrelse har valts om, säger Åsa Ek (S).",
            set(),
        ),
        (
            "Regionen har en plats i ERB:s styrelse genom Åsa Ek (S).",
            {("Åsa Ek", "S", "ledamot", "styrelse", ERB)},
        ),
        (
            "Enheten har två medarbetare: Anna Ek (enhetschef) och Bo Al (EU-strateg, 50 procent).",
            {
                ("Anna Ek", None, "enhetschef", None, None),
                ("Bo Al", None, "EU-strateg", None, None),
            },
        ),
        (
            "Till ledamot i ERB:s styrelse efter Åsa Ek (S) väljs Bo Al (C).",
            {("Bo Al", "C", "ledamot", "styrelse", ERB)},
        ),
        ("Åsa Ek (S) yrkar att Bo Al (C) väljs till ledamot i ERB:s styrelse.", set()),
        (
            "Politisk representant i ERB är miljönämndens ordförande Åsa Ek (S).",
            {
                ("Åsa Ek", "S", "politisk representant", None, ERB),
                ("Åsa Ek", "S", "ordförande", "miljönämnden", None),
            },
        ),
        (
            "ERB, styrelsen\n\nÅsa Ek (S) och Bo Al (C), båda ordinarie.",
            {
                ("Åsa Ek", "S", "ordinarie ledamot", "styrelsen", ERB),
                ("Bo Al", "C", "ordinarie ledamot", "styrelsen", ERB),
            },
        ),
        (
            "I Euroregion Baltic är strateg Anna Ek medlem i expertgruppen.",
            {
                ("Anna Ek", None, "strateg", None, None),
                ("Anna Ek", None, "ledamot", "expertgruppen", ERB),
            },
        ),
        (
            "Förbundets ordförande Åsa Ek (S) är ersättare i Euroregion Baltic.",
            {
                ("Åsa Ek", "S", "ordförande", None, None),
                ("Åsa Ek", "S", "ersättare", None, ERB),
            },
        ),
        (
            "Kontakt: Anna Ek, kommunikatör",
            {("Anna Ek", None, "kommunikatör", None, None)},
        ),
        (
            "ERB\n\nPolitisk kontaktperson: Åsa Ek (S)\n\nTjänstemannarepresentant: Bo Al",
            {
                ("Åsa Ek", "S", "politisk kontaktperson", None, ERB),
                ("Bo Al", None, "Tjänstemannarepresentant", None, ERB),
            },
        ),
    ],
)
def test_roles_of_persons(text: str, expected: set[Row]) -> None:
    assert set(appointed(TOP + text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nyheter från Almviks Europakontor\n\nNr 4\n\nI Bryssel bor Anna Ek, kontorschef.",
            ("Anna Ek", None, "kontorschef", None, "Almviks Europakontor"),
        ),
        (
            "Tolvmilarådet\n\nVerksamhetsberättelse 2008\n\nTolvmilarådet är en förening.\n\n"
            "# Styrelsen\n\nÅsa Ek (S), ordförande",
            ("Åsa Ek", "S", "ordförande", "Styrelsen", "Tolvmilarådet"),
        ),
        (
            "Stadgar\n\n§ 1 Namn\n\nFöreningens namn är Kanalbygd i Norden, med säte i Habo.\n\n"
            "Till revisor i Kanalbygd i Norden valdes Åsa Ek (S).",
            ("Åsa Ek", "S", "revisor", None, "Kanalbygd i Norden"),
        ),
    ],
)
def test_documents_of_networks_and_offices(text: str, expected: Row) -> None:
    assert appointed(text) == [expected]


def test_columns_have_the_role_at_their_head() -> None:
    text = (
        "Euroregion Baltic, förbundsmöte\n\n| Ombud | Personliga ersättare |\n"
        "| Åsa Ek (S) | – |\n| Bo Al (C) | Cia Dahl (M) |"
    )
    assert set(appointed(TOP + text)) == {
        ("Åsa Ek", "S", "ombud", "förbundsmöte", ERB),
        ("Bo Al", "C", "ombud", "förbundsmöte", ERB),
        ("Cia Dahl", "M", "ersättare", "förbundsmöte", ERB),
    }


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Åsa af Ek S ordförande", ("Åsa af Ek", "S", "ordförande")),
        ("Bo Al MP", ("Bo Al", "MP", "ledamot")),
        ("M Cia Dahl, Almvik, vice ordförande", ("Cia Dahl", "M", "vice ordförande")),
        ("Dag Ek Centerpartiet Ersättare 4", ("Dag Ek", "C", "ersättare")),
        ("Ersättare Anna Dahl", ("Anna Dahl", None, "ersättare")),
    ],
)
def test_parties_without_brackets(line: str, row: Row) -> None:
    text = f"Euroregion Baltic\n\nStyrelsen\n\nÖsten Ås (C)\n\n{line}"
    assert (*row, "Styrelsen", ERB) in appointed(TOP + text)


def test_a_role_before_each_name_is_that_of_the_name_behind_it() -> None:
    text = "Ordförande i ERB blir Åsa Ek (S), vice ordförande blir Bo Al (M)."
    assert appointed(TOP + text) == [
        ("Åsa Ek", "S", "ordförande", None, ERB),
        ("Bo Al", "M", "vice ordförande", None, ERB),
    ]


def test_a_line_of_one_person_tells_all_of_their_seats() -> None:
    text = (
        "Åsa Ek - utskottet för hälsa (ersättare), ledamot i kommunfullmäktige, Almvik\n\n"
        "Bo Al - utskottet för energi (ledamot), ledamot i kommunfullmäktige, Almvik"
    )
    assert [row[:1] + row[2:4] for row in appointed(text)] == [
        ("Åsa Ek", "ersättare", "utskottet för hälsa"),
        ("Åsa Ek", "ledamot", "kommunfullmäktige"),
        ("Bo Al", "ledamot", "utskottet för energi"),
        ("Bo Al", "ledamot", "kommunfullmäktige"),
    ]


def test_a_chair_is_one_person() -> None:
    text = (
        "Styrgruppen består sedan 2014 av följande medlemmar: Euroregion Baltics ordförande "
        "Åsa Ek, Bo Al, kommundirektör i Almvik, och Cia Dahl, kommunalråd i Brännby."
    )
    told = {(row[0], row[2]) for row in appointed(text)}
    assert ("Åsa Ek", "ordförande") in told
    assert told >= {("Bo Al", "ledamot"), ("Cia Dahl", "ledamot")}
    assert not told & {("Bo Al", "ordförande"), ("Cia Dahl", "ordförande")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vi växer, säger Erik Ek som också är ordförande för Östersjökommissionen.",
            ("Erik Ek", None, "ordförande", None, "CPMR Baltic Sea Commission"),
        ),
        (
            "Almvik är ordförande i Nordsjökommissionen genom Åsa Ek (S), ledamot i fullmäktige.",
            ("Åsa Ek", "S", "ordförande", None, "CPMR North Sea Commission"),
        ),
        (
            "Bra, säger Åsa Ek (S), ordförande regionala utvecklingsnämnden, Region Almvik.",
            ("Åsa Ek", "S", "ordförande", "regionala utvecklingsnämnden", None),
        ),
        (
            "Bo Al (S) Uleåborg, ordförande Östersjökommissionen, Åsa Ek (M) Almvik, vice"
            " ordförande Östersjökommissionen",
            ("Bo Al", "S", "ordförande", None, "CPMR Baltic Sea Commission"),
        ),
    ],
)
def test_seats_as_news_tell_them(text: str, expected: tuple[str | None, ...]) -> None:
    assert expected in appointed(text)


@pytest.mark.parametrize("place", [", Norrby", " från Norrby", ", Norrby kommun"])
def test_where_somebody_is_from_may_stand_before_the_role(place: str) -> None:
    """Also of somebody whose first name nobody knows."""
    text = (
        "# Kustrådets verksamhetsberättelse 2017\n\nKustrådet är en förening.\n\n"
        f"Styrelsen har bestått av Torkjell Dal{place}, ordförande, Åsa Ek{place}, vice "
        f"ordförande, och Bo Al{place}."
    )
    assert [row[::2] for row in appointed(text)] == [
        ("Torkjell Dal", "ordförande", "Kustrådet"),
        ("Åsa Ek", "vice ordförande", "Kustrådet"),
        ("Bo Al", "ledamot", "Kustrådet"),
    ]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (
            "Till ledamöter i styrelsen valdes Åsa Ek (S) och Bo Al (M), med Cia Dal (C) "
            "respektive Dan Bo (V) som ersättare.",
            [("ledamot", "styrelsen")] * 2 + [("ersättare", "styrelsen")] * 2,
        ),
        ("Ombud vid årsmötet för Kustrådet är Åsa Ek (S).", [("ombud", "årsmötet")]),
        (
            "Representant i nätverkets politiska forum är Åsa Ek (S).",
            [("representant", "politiska forum")],
        ),
        (
            "Beredningsgruppen bemannas av näringslivschef Åsa Ek.",
            [("näringslivschef", "Beredningsgruppen")],
        ),
        (
            "I ägarrådet sitter Åsa Ek (S) och, för minoriteten, Rickard Palmstierna (M).",
            [("ledamot", "ägarrådet")] * 2,
        ),
    ],
)
def test_roles_and_bodies_of_sentences(told: str, rows: list[tuple[str, str]]) -> None:
    found = appointed(
        f"# Internationell strategi\n\n## Kustrådet\n\nKustrådet är ett nätverk. {told}"
    )
    assert [(row[2], row[3]) for row in found] == rows


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (
            "Tommy Kärnefors, hamnchef i Ytterö, adjungerad ledamot i styrelsen.",
            [("hamnchef", None), ("adjungerad ledamot", "styrelsen")],
        ),
        (
            "I styrgruppen sitter direktionens ordförande Åsa Ek (C). Ersättare är Bo Al (M).",
            [
                ("ledamot", "styrgruppen"),
                ("ordförande", "direktionen"),
                ("ersättare", "styrgruppen"),
            ],
        ),
        (
            "Samrådsgruppen\n\nSammankallande: Åsa Ek (V)\n\nÖvriga: Bo Al (MP), Cia Dal (S)",
            [("sammankallande", "Samrådsgruppen")] + [("ledamot", "Samrådsgruppen")] * 2,
        ),
        (
            "Åsa Ek (S) är ersättare. Hon har sin plats i utskottet NAT.",
            [("ersättare", None), ("ledamot", "utskottet NAT")],
        ),
        (
            "I Energy Cities har vår medarbetare Åsa Ek lett arbetsgruppen för turism.",
            [("ordförande", "arbetsgruppen för turism")],
        ),
        (
            "Åsa Ek (S) är tredje vice ordförande i kommittén för ekonomi och regional utveckling.",
            [("tredje vice ordförande", "kommittén för ekonomi och regional utveckling")],
        ),
    ],
)
def test_seats_told_in_more_words(told: str, rows: list[tuple[str, str | None]]) -> None:
    found = appointed(f"# Internationell strategi 2014\n\n# Euroregion Baltic\n\n{told}")
    assert [(row[2], row[3]) for row in found] == rows
