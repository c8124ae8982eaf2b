import pytest

from tests.knowledge.written import name_of, understood


def memberships(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return member, network and beginning of the memberships of a whole document."""
    knowledge = understood(text)
    return {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    }


TOP = "# Handlingsplan för Regionförbundet Almvik 2024\n\n"
OWN = "Regionförbundet Almvik"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Landstinget Almdal är ägare till sjukhuset.\n\nLandstinget är även med i ERRIN.",
            {("Landstinget Almdal", "ERRIN", None)},
        ),
        ("Länets tre största kommuner har anslutit sig till Energy Cities.", set()),
        (
            "Tuna kommun och Habo kommun hör till Eurocities respektive Energy Cities.",
            {("Tuna kommun", "Eurocities", None), ("Habo kommun", "Energy Cities", None)},
        ),
        (
            "ERRIN. Vi gick ur 2019 och återinträdde den 3 maj 2023.",
            {(OWN, "ERRIN", "2023-05-03")},
        ),
        ("ERRIN är ett nätverk som vi anslöt oss till 2014.", {(OWN, "ERRIN", "2014")}),
        (
            "Förbundet är alltsedan 2009 medlem i ERRIN och sedan våren 2016 i det nordiska"
            " nätverket Energy Cities.",
            {(OWN, "ERRIN", "2009"), (OWN, "Energy Cities", "2016")},
        ),
        ("Förbundet har två platser i Eurocities.", {(OWN, "Eurocities", None)}),
        ("ERRIN har lämnat synpunkter på förslaget.", set()),
        (
            "Norrkustens Europakontor. Kontoret delar vi sedan 2021 med Tuna kommun.",
            {
                (OWN, "Norrkustens Europakontor", "2021"),
                ("Tuna kommun", "Norrkustens Europakontor", "2021"),
            },
        ),
    ],
)
def test_who_is_in_what(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert memberships(TOP + text) == expected


def test_a_heading_is_the_subject_of_sentences_without_one() -> None:
    text = "# Nätverk\n\n# ERRIN\n\nMedlemskap från och med 2022.\n\n# Central Sweden\n\n"
    text += "Ägs av Region Ekdal, Region Vikmo och Tuna kommun."
    assert memberships(TOP + text) == {
        (OWN, "ERRIN", "2022"),
        *((owner, "Central Sweden", None) for owner in ("Region Ekdal", "Region Vikmo")),
        ("Tuna kommun", "Central Sweden", None),
    }


def test_an_associations_own_report_tells_of_its_members() -> None:
    text = (
        "SYDLANDETS EUROPAFÖRENING\n\n# Verksamhetsberättelse för 2019\n\n"
        "Styrelsen för Sydlandets Europaförening avger följande berättelse.\n\n# Medlemmar\n\n"
        "Medlemmar i föreningen har under året varit Region Ekdal och Tuna kommun."
        " Tuna kommun trädde in den 1 maj 2019.\n\n# Kontoret\n\n"
        "Föreningen är sedan 2012 medlem i ERRIN."
    )
    assert memberships(text) == {
        ("Region Ekdal", "Sydlandets Europaförening", None),
        ("Tuna kommun", "Sydlandets Europaförening", "2019-05-01"),
        ("Sydlandets Europaförening", "ERRIN", "2012"),
    }


def test_names_of_foreign_members_and_of_networks_told_by_their_owner() -> None:
    text = (
        "Samarbetet Tre Vikar bildades 2003. Parter är Regionförbundet Almvik, Landkreis Uelzen"
        " och Hansestadt Wismar.\n\nUniversitetssjukhuset i Almvik är sedan 2018 med i OECD:s"
        " nätverk för primärvård."
    )
    assert memberships(TOP + text) == {
        *((one, "Tre Vikar", None) for one in (OWN, "Landkreis Uelzen", "Hansestadt Wismar")),
        ("Universitetssjukhuset i Almvik", "OECD:s nätverk för primärvård", "2018"),
    }


def test_headings_in_a_run_that_each_tell_of_members_are_networks() -> None:
    text = (
        "# ERRIN\n\nFörbundet har varit medlem sedan 2009.\n\n# Ljusa kuster\n\n"
        "Här samverkar förbundet sedan 2019 med Tuna kommun.\n\n# Eurocities\n\n"
        "Vi gick med i nätverket 2014.\n\n# Uppföljning\n\nPlanen följs upp varje år."
    )
    assert memberships(TOP + text) == {
        (OWN, "ERRIN", "2009"),
        (OWN, "Ljusa kuster", "2019"),
        (OWN, "Eurocities", "2014"),
    }


def test_a_label_before_a_network_is_no_part_of_it() -> None:
    text = (
        "Organisation: ERRIN\n\nMedlem sedan: 1998\n\nOrganisation: Kuster för fred\n\n"
        "Medlem sedan: 2007\n\nOrganisation: Eurocities\n\nMedlem sedan: 2011"
    )
    assert memberships(TOP + text) == {
        (OWN, "ERRIN", "1998"),
        (OWN, "Kuster för fred", "2007"),
        (OWN, "Eurocities", "2011"),
    }


def test_partners_of_a_project_are_members_of_nothing() -> None:
    text = (
        "# ERRIN\n\nProjektet Hamnljus leds av oss. Övriga parter är Tuna kommun och Habo kommun."
    )
    assert not memberships(TOP + text)


@pytest.mark.parametrize(
    "name",
    ["Gränskommittén Kust och Fjord", "Gränsrådet Berg och Dal"],
)
def test_the_name_of_a_network_may_hold_och(name: str) -> None:
    found = understood(
        f"# Plan för Region Almvik 2024\n\n# {name}\n\nRegionen är medlem sedan 1999."
    )
    assert [name_of(found, m.network_id) for m in found.memberships] == [name]
