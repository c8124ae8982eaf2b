"""Memberships in the shapes of web pages, minutes and budgets."""

import pytest

from tests.knowledge.written import name_of, understood


def told(text: str) -> set[tuple[str | None, str | None, str | None, str | None]]:
    """Return member, network, since and until of the memberships of a text."""
    knowledge = understood(text)
    return {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since, m.until)
        for m in knowledge.memberships
    }


def ours(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return network, since and until of what a region that issued a text is a member of."""
    found = told(f"# Region Almvik\n\n{text}")
    return {row[1:] for row in found if row[0] == "Region Almvik"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Regionen är sedan 1994 medlem i ERRIN, där Åsa Ek (S) ingår i styrelsen, och sedan"
            " 2006 i KIMO.",
            {("ERRIN", "1994", None), ("KIMO", "2006", None)},
        ),
        ("Regionen är medlem i Kuvalo (sedan 1989) och KIMO.", {("KIMO", None, None)}),
        ("# Energy Cities\n\nRegionen var med 2008–2016.", {("Energy Cities", "2008", "2016")}),
        ("# KIMO\n\nMedlemskapet varade 2008–2016.", {("KIMO", "2008", "2016")}),
        (
            "Regionen deltar i följande nätverk\n\nEnergy Cities, sedan 2003\n\nERRIN",
            {("Energy Cities", "2003", None), ("ERRIN", None, None)},
        ),
        (
            "Nätverk som regionen ingår i: Energy Cities, ERRIN (sedan 2011)",
            {("Energy Cities", None, None), ("ERRIN", "2011", None)},
        ),
        (
            "Regionen ingår i följande samarbeten:\n\nEnergy Cities – Åsa Ek (S)\n\nKIMO – Bo Al",
            {("Energy Cities", None, None), ("KIMO", None, None)},
        ),
        (
            "# Medlemskap\n\nOrganisation Årsavgift Kontaktperson\n\nERRIN 70 000 kr Åsa Ek",
            {("ERRIN", None, None)},
        ),
        ("Personal 1 240\n\nMedlemskap Eurocities 158", {("Eurocities", None, None)}),
        (
            "Medlemsavgifter 2024: Kustrådet Öst 45 000 kr och ERRIN 9 000 kr.",
            {("Kustrådet Öst", None, None), ("ERRIN", None, None)},
        ),
        ("# ERRIN\n\nMedlemsavgift 2018: 4 100 euro", {("ERRIN", None, None)}),
        ("Regionen är medlem i B7 (sedan 1989).", {("B7 Baltic Islands Network", "1989", None)}),
        ("Medlemsavgiften till Arena Mellanvik är 45 000 kr.", {("Arena Mellanvik", None, None)}),
        (
            "# Älvdalskommittén\n\nRegionen är medlem sedan 2004.",
            {("Älvdalskommittén", "2004", None)},
        ),
        (
            "Regionen har varit medlem i CPMR sedan 1995 och i KIMO sedan 2001, men gick ur KIMO"
            " 2012.",
            {
                ("Conference of Peripheral Maritime Regions", "1995", None),
                ("KIMO", "2001", "2012"),
            },
        ),
        (
            "Nätverk: ERRIN. Medlem sedan: 2004.\n\nNätverk: KIMO. Medlem sedan: 2009.",
            {("ERRIN", "2004", None), ("KIMO", "2009", None)},
        ),
        ("Baltic Sea Commission hör till CPMR.", set()),
        ("# ERRIN\n\nMedlemskap 2018 har inte sökts.", set()),
    ],
)
def test_what_a_page_says_of_the_issuer(
    text: str, expected: set[tuple[str | None, str | None, str | None]]
) -> None:
    """A time behind one name is that name's alone; who pays a fee is a member."""
    assert {row for row in ours(text) if row[0] != "Kuvalo"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Forum Mellanvik\n\nDeltagande kommuner: Almviks kommun och Ekby kommun.",
        "# Forum Mellanvik\n\nIngående kommuner\n\n• Almviks kommun\n• Ekby kommun",
        "# Forum Mellanvik\n\nBakom forumet står Almviks kommun och Ekby kommun.",
        "Forum Mellanvik samlar elva hamnstäder. Medlemmar 2015: Almviks kommun och Ekby kommun.",
        "Forum Mellanvik är en förening med tio medlemskommuner, däribland Almviks kommun och"
        " Ekby kommun.",
    ],
)
def test_who_takes_part_is_a_member(text: str) -> None:
    """What holds them is the network of the heading, or of the sentence."""
    assert told(text) == {
        ("Almviks kommun", "Forum Mellanvik", None, None),
        ("Ekby kommun", "Forum Mellanvik", None, None),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Partnerskap Kusten är ett nätverk mellan Almviks kommun och Ekby kommun.",
        "Partnerskap Kusten är ett nätverk. Almviks kommun och Ekby kommun valdes in som nya"
        " medlemmar i Partnerskap Kusten.",
        "Almviks kommun har sedan starten ett gemensamt kontor, Partnerskap Kusten (PK), med Ekby"
        " kommun. Partnerskap Kusten är ett nätverk.",
    ],
)
def test_who_a_network_is_between(text: str) -> None:
    """`ett nätverk mellan A och B`, `har ett gemensamt kontor med B`."""
    assert {row[:2] for row in told(text)} == {
        ("Almviks kommun", "Partnerskap Kusten"),
        ("Ekby kommun", "Partnerskap Kusten"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Forum Mellanvik\n\nLänets kommuner är medlemmar: Almviks kommun, Ekby kommun.",
            {("Almviks kommun", "Forum Mellanvik", None), ("Ekby kommun", "Forum Mellanvik", None)},
        ),
        (
            "# Norra Kustens Brysselkontor\n\nAlmviks kommun är ägare sedan 2017. Övriga ägare är"
            " Ekby kommun och näringslivet.",
            {
                ("Almviks kommun", "Norra Kustens Brysselkontor", "2017"),
                ("Ekby kommun", "Norra Kustens Brysselkontor", None),
            },
        ),
        (
            "# ERRIN\n\nAlmviks kommun är medlem genom Norra Kustens Brysselkontor.",
            {("Almviks kommun", "ERRIN", None)},
        ),
        (
            "# Norra Kustens Brysselkontor\n\nAlmviks kommun delar kontoret med Ekbyns"
            " kommunalförbund.",
            {
                ("Almviks kommun", "Norra Kustens Brysselkontor", None),
                ("Ekbyns kommunalförbund", "Norra Kustens Brysselkontor", None),
            },
        ),
        (
            "# Norra Kustens Brysselkontor\n\nI ERRIN, som kontoret gick med i 2006, är Almviks"
            " kommun känd.",
            {("Norra Kustens Brysselkontor", "ERRIN", "2006")},
        ),
    ],
)
def test_who_is_meant(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """The owners, through whom one is a member, and the office that is one itself."""
    assert {row[:3] for row in told(f"# Almviks kommun\n\n{text}")} == expected


def test_who_takes_part_in_a_project_is_no_member() -> None:
    """Projects have the same words."""
    text = (
        "# ERRIN\n\nVi stöder projektet Kustlyft. Deltagande kommuner är Almviks kommun och Ekby"
        " kommun."
    )

    assert told(text) == set()


def test_members_that_came_later_and_left() -> None:
    """`A, som gick med 2012, utträder 2019`, `Sedan 2008 är även B med`."""
    text = (
        "Föreningen Kustrådet höll årsmöte. Tio ombud kom.\n\nEkby kommun, som gick med 2012,"
        " utträder den 31 december 2019. Ny medlem är Dalby kommun från den 1 juli 2019. Sedan"
        " 2008 är även Sjö kommun med."
    )

    assert told(text) == {
        ("Ekby kommun", "Kustrådet", "2012", "2019-12-31"),
        ("Dalby kommun", "Kustrådet", "2019-07-01", None),
        ("Sjö kommun", "Kustrådet", "2008", None),
    }


def test_an_address_takes_no_name_away() -> None:
    """`info@kustringen.se` makes `Kustringen` no common word."""
    text = (
        "Kustringen bildades 1999 som ett samarbete mellan kommunerna Almvik och Ekby.\n\n"
        "info@kustringen.se"
    )

    assert {row[1:] for row in told(text)} == {("Kustringen", "1999", None)}


def test_the_number_of_a_section_is_in_no_name() -> None:
    """A list of contents that came as one line names no network."""
    text = "# Region Almvik\n\nInnehåll 1 Inledning 2 Nätverk Kommunen är medlem i ERRIN."

    assert {row[1] for row in told(text)} == {"ERRIN"}


def test_towns_that_form_something_together() -> None:
    """`bildar` is as good as `bildade`, and a row of towns may begin the sentence."""
    text = "Kommunerna Almvik, Ekby och Dalby bildar tillsammans föreningen Nordkust."

    assert {row[:2] for row in told(text)} == {
        ("Almvik", "Nordkust"),
        ("Ekby", "Nordkust"),
        ("Dalby", "Nordkust"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Våra ägare, Almviks kommun och Ekby kommun, har skrivit till ministern.",
        "Sedan tidigare är Almviks kommun och Ekby kommun ägare.",
        "Ägare sedan starten är Almviks kommun och Ekby kommun.",
        "Årsmötet beslutar. Medlemmar är\n\nAlmviks kommun\n\nEkby kommun",
        "I föreningen ingår\n\nAlmviks kommun\n\nEkby kommun",
        "Till ägarna\n\nAlmviks kommun, kommunalråd Bo Al (S)\n\nEkby kommun, direktör Åsa Ek",
    ],
)
def test_whose_office_it_is(text: str) -> None:
    """`Våra ägare, A och B,`, `är A och B ägare`, and lines below `Medlemmar är`."""
    assert told(f"# Forum Mellanvik\n\n{text}") == {
        ("Almviks kommun", "Forum Mellanvik", None, None),
        ("Ekby kommun", "Forum Mellanvik", None, None),
    }


@pytest.mark.parametrize(
    "lead",
    [
        "# Här är vi med",
        "# Medlemskap som har avslutats",
        "1. Är regionen medlem i internationella nätverk?\n2. Om ja, vilka?",
        "Vilka nätverk är regionen med i?",
    ],
)
def test_what_leads_to_names_with_their_years(lead: str) -> None:
    """A year behind a name is since when; what says that it ended is until when."""
    assert ours(f"{lead}\n\nKIMO sedan 2004, ERRIN (2013, utträde 2017), Energy Cities") == {
        ("KIMO", "2004", None),
        ("ERRIN", "2013", "2017"),
        ("Energy Cities", None, None),
    }


def test_another_question_ends_the_list() -> None:
    text = "1. Vilka nätverk är regionen med i?\n\nKIMO\n\n2. Vilka nätverk är viktiga?\n\nERRIN"
    assert {row[0] for row in ours(text)} == {"KIMO"}


def test_a_project_named_later_takes_no_members_away() -> None:
    """Lines that ran together tell of members first, and then of projects."""
    text = (
        "# Forum Mellanvik\n\nForumet ägs av Almviks kommun och Ekby kommun. Projektet Kustlyft"
        " (Interreg Nord) börjar i mars."
    )

    assert {row[0] for row in told(text)} == {"Almviks kommun", "Ekby kommun"}
