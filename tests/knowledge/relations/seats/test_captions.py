import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

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
        (  # columns that are headed in one line begin anew in each
            "Euroregion Baltic\n\nStyrelsen\n\nOrdinarie medlemmar: Ersättare:\n\n"
            "Åsa Ek (M) vakant\n\nCia Dahl (L) Dan Ö (V)",
            {
                ("Åsa Ek", "M", "ordinarie ledamot", "Styrelsen", ERB),
                ("Cia Dahl", "L", "ordinarie ledamot", "Styrelsen", ERB),
                ("Dan Ö", "V", "ersättare", "Styrelsen", ERB),
            },
        ),
        (
            "Euroregion Baltics medlemmar 2016:\n\nKommunalråd Åsa Ek, Almviks kommun",
            {
                ("Åsa Ek", None, "kommunalråd", None, None),
                ("Åsa Ek", None, "ledamot", None, ERB),
            },
        ),
        (
            "| Nätverk | Regionens representant |\n| Euroregion Baltic | Åsa Ek (M) |",
            {("Åsa Ek", "M", "representant", None, ERB)},
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
        (  # a presidium is part of a board, to which its members belong who follow
            "# Euroregion Baltics styrelse\n\nPresidium\n\nÅsa Ek (S), Almviks kommun, ordförande"
            "\n\nLedamöter\n\nBo Al (–), Region Almvik\n\nErsättare\n\nCia Dahl (C), Almvik",
            {
                ("Åsa Ek", "S", "ordförande", "Presidium", ERB),
                ("Bo Al", None, "ledamot", "styrelse", ERB),
                ("Cia Dahl", "C", "ersättare", "styrelse", ERB),
            },
        ),
        (  # places in a column beside the names, and what heads that column
            "Euroregion Baltic\n\nStyrelsen\n\nLedamöter\n\nKommun\n\nÅsa Ek (S), ordförande\n\n"
            "Västerås\n\nBo Al (C)\n\nKöping",
            {
                ("Åsa Ek", "S", "ordförande", "Styrelsen", ERB),
                ("Bo Al", "C", "ledamot", "Styrelsen", ERB),
            },
        ),
        (  # `Ordförande` is one person
            "Euroregion Baltic\n\nLedningsgruppen\n\nOrdförande:\n\nÅsa Ek\n\n"
            "Bo Al, Almviks kommun (avgående ordförande)\n\nAnna Dahl, Region Almvik",
            {
                ("Åsa Ek", None, "ordförande", "Ledningsgruppen", ERB),
                ("Bo Al", None, "ledamot", "Ledningsgruppen", ERB),
                ("Anna Dahl", None, "ledamot", "Ledningsgruppen", ERB),
            },
        ),
        (  # who comes to a meeting
            "# Internationella beredningens protokoll\n\nNärvarande\n\nÅsa Ek (S)\n\nTjänstemän"
            "\n\nAnna Dahl, utredare\n\nFörhinder\n\nBo Al (M)",
            {
                ("Åsa Ek", "S", "ledamot", "Internationella beredningen", None),
                ("Anna Dahl", None, "utredare", "Internationella beredningen", None),
                ("Bo Al", "M", "ledamot", "Internationella beredningen", None),
            },
        ),
        (  # a paragraph that says how many sit in a body leads to those who do
            "# Euroregion Baltic\n\nERB har ett ägarråd. Ägarrådet består av två ledamöter, en "
            "från varje medlem.\n\nRegion Halland\n\nÅsa Ek (S)\n\nRegion Skåne\n\nBo Al (M)",
            {
                ("Åsa Ek", "S", "ledamot", "Ägarrådet", ERB),
                ("Bo Al", "M", "ledamot", "Ägarrådet", ERB),
            },
        ),
        (
            "Ledamöter i Euroregion Baltic\n\nÅsa Ek (S)",
            {("Åsa Ek", "S", "ledamot", None, ERB)},
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


def test_a_list_that_a_sentence_led_into_ends_with_it() -> None:
    text = (
        "# Euroregion Baltic\n\nI styrgruppen för energi sitter följande:\n\n• Åsa Ek (S)\n\n"
        "Arbetet pågår till nästa sommar.\n\nKontakt\n\nAnna Dahl, handläggare"
    )
    assert appointed(TOP + text) == [
        ("Åsa Ek", "S", "ledamot", "styrgruppen för energi", ERB),
        ("Anna Dahl", None, "handläggare", None, None),
    ]


def test_whoever_stands_below_contact_is_whom_to_ask() -> None:
    text = "Kontakt\n\nDisa Vrang disa.vrang@almvik.se\n\nBo Al, handläggare"
    assert appointed(TOP + text) == [
        ("Disa Vrang", None, "kontaktperson", None, None),
        ("Bo Al", None, "handläggare", None, None),
    ]


def test_a_line_that_ends_in_a_verb_leads_into_those_below_it() -> None:
    text = (
        "# Regionfullmäktige\n\nTill styrelsen för Euroregion Baltic utses\n\n"
        "Ledamot Åsa Ek (S)\n\nErsättare Bo Al (M)"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ledamot", "styrelsen", ERB),
        ("Bo Al", "M", "ersättare", "styrelsen", ERB),
    ]


def test_a_title_tells_where_those_below_it_sit() -> None:
    text = (
        "# Almviks ledamöter i Regionkommittén\n\nÅsa Ek - utskottet för hälsa (ersättare)\n\n"
        "Bo Al - utskottet för energi (ledamot)"
    )
    networks = {row[4] for row in appointed(text)}
    assert networks == {"Europeiska regionkommittén"}


def test_a_body_in_a_letterhead_is_not_called_by_the_day_of_its_meeting() -> None:
    text = (
        "Skogslandets kommunalförbund    PROTOKOLL\n"
        "Förbundsdirektionen    Sammanträdesdatum 2011-01-27\n\n"
        "Ledamöter    Åsa Ek (C), ordförande\n             Bo Al (S), vice ordförande\n"
    )
    assert {row[2:] for row in appointed(text)} == {
        ("ordförande", "Förbundsdirektionen", None),
        ("vice ordförande", "Förbundsdirektionen", None),
    }


def test_what_heads_a_column_ends_with_its_table() -> None:
    text = "| Organ | Namn | Uppdrag |\n| ERRIN | Åsa Ek (S) | Ersättare |\n\nUtdrag av Bo Al (M)"
    assert [a[:3] for a in appointed(text)] == [("Åsa Ek", "S", "ersättare")]


def test_columns_headed_in_one_line_run_together_with_whose_seats_they_are() -> None:
    text = (
        "Energy Cities\n\nKommun/ Ordinarie Ersättare\n\nAlmviks Anna Ek Bo Alm\n\n"
        "Norrby Carin Dahl Erik Falk Arbetsutskott Bo Alm, nestleder"
    )
    where = "Energy Cities"
    assert appointed(text) == [
        ("Anna Ek", None, "ordinarie ledamot", None, where),
        ("Bo Alm", None, "ersättare", None, where),
        ("Carin Dahl", None, "ordinarie ledamot", None, where),
        ("Erik Falk", None, "ersättare", None, where),
        ("Bo Alm", None, "vice ordförande", "Arbetsutskott", where),
    ]


@pytest.mark.parametrize(
    "mark", ["A. ", "B) ", "IV. ", "§ 7 ", "§ 12. ", "Punkt 3: ", "Tabell 4. ", "Bilaga B – "]
)
@pytest.mark.parametrize("line", ["Euroregion Baltic, Rådet", "Rådet för Euroregion Baltic"])
def test_a_caption_may_be_counted(mark: str, line: str) -> None:
    text = (
        f"Val av företrädare\n\nKommunfullmäktige väljer följande.\n\n{mark}{line}\n\n"
        "- Åsa Ek (S)\n\n- Ersättare: Bo Al (M)"
    )
    assert {row[2:] for row in appointed(text)} == {
        ("ledamot", "Rådet", ERB),
        ("ersättare", "Rådet", ERB),
    }


def test_who_stands_in_does_so_in_the_body_of_the_seats_above() -> None:
    text = (
        "Euroregion Baltic\n\n- Ordförande i styrelsen: Åsa Ek (S)\n\n- Första ersättare: Bo Al (M)"
        "\n\n- Andra suppleant: Siv By (C)\n\n# Energy Cities\n\n- Ersättare: Ola Mo (V)"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordförande", "styrelsen", ERB),
        ("Bo Al", "M", "första ersättare", "styrelsen", ERB),
        ("Siv By", "C", "andra ersättare", "styrelsen", ERB),
        ("Ola Mo", "V", "ersättare", None, "Energy Cities"),
    ]


def test_columns_go_on_over_places_that_nobody_has_and_those_who_serve() -> None:
    text = (
        "Organ\n\nOrdinarie\n\nErsättare\n\nHandläggare för nätverket\n\nEnergy Cities\n\n"
        "Åsa Ek (S)\n\nBo Al (M)\n\nAnna Dahl\n\nEurocities\n\nutses ej\n\n-\n\nErik Falk\n\n"
        "Union of the Baltic Cities, styrelsen\n\nEva Holm (C) väljs senare\n\nErik Falk"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordinarie ledamot", None, "Energy Cities"),
        ("Bo Al", "M", "ersättare", None, "Energy Cities"),
        ("Anna Dahl", None, "handläggare", None, "Energy Cities"),
        ("Erik Falk", None, "handläggare", None, "Eurocities"),
        ("Eva Holm", "C", "ordinarie ledamot", "styrelsen", UBC),
        ("Erik Falk", None, "handläggare", None, UBC),
    ]


@pytest.mark.parametrize("whose", ["Våra", "Vara"])
def test_our_representatives_sit_in_the_network_above(whose: str) -> None:
    """*Våra* without its ring is still a word of no name."""
    text = (
        f"# Euroregion Baltic\n\nVi är med sedan 1998.\n\n{whose} representanter 2019–2022:\n\n"
        "- Generalförsamlingen: Åsa Ek (C), Bo Al (M)"
    )
    assert appointed(text) == [
        ("Åsa Ek", "C", "representant", "Generalförsamlingen", ERB),
        ("Bo Al", "M", "representant", "Generalförsamlingen", ERB),
    ]
