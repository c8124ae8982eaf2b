import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Landstingsstyrelsen har en internationell delegation. Delegationens ordförande är "
            "Åsa Ek (S).",
            ("Åsa Ek", "S", "ordförande", "internationell delegation", None),
        ),
        (
            "Euroregion Baltic kallade till en trafikgrupp. I gruppen ingår Åsa Ek (S).",
            ("Åsa Ek", "S", "ledamot", "trafikgrupp", ERB),
        ),
        (
            "Euroregion Baltic har ett ungdomsråd.\n\nI ERB:s råd sitter Åsa Ek (S).",
            ("Åsa Ek", "S", "ledamot", "råd", ERB),
        ),
        (
            "Åsa Ek (S) är ombud vid Euroregion Baltics årsstämma.",
            ("Åsa Ek", "S", "ombud", "årsstämma", ERB),
        ),
        (
            "Åsa Ek (S) är ordförande i arbetsgruppen för regional tillväxt.",
            ("Åsa Ek", "S", "ordförande", "arbetsgruppen för regional tillväxt", None),
        ),
        (
            "Euroregion Baltic arbetar vidare. I arbetsgruppen för social utveckling och hälsa "
            "ingår Åsa Ek (S).",
            ("Åsa Ek", "S", "ledamot", "arbetsgruppen för social utveckling och hälsa", ERB),
        ),
        (
            "Åsa Ek (S) är ledamot i den verkställande kommittén för ERB.",
            ("Åsa Ek", "S", "ledamot", "verkställande kommittén", ERB),
        ),
        (
            "Åsa Ek (S) är ledamot i kommittén för kultur, utbildning och ungdom.",
            ("Åsa Ek", "S", "ledamot", "kommittén för kultur, utbildning och ungdom", None),
        ),
        (
            "Region Almvik är medlem i Nordsjökommissionen. Åsa Ek (S) är ordförande i "
            "kommissionen.",
            ("Åsa Ek", "S", "ordförande", None, "CPMR North Sea Commission"),
        ),
        (
            "Region Almvik är medlem i Nordsjökommissionen. Till kommissionens styrelse har vi "
            "utsett Åsa Ek (S).",
            ("Åsa Ek", "S", "ledamot", "styrelse", "CPMR North Sea Commission"),
        ),
        (
            "Åsa Ek (S) är ledamot i arbetsgrupp 2 inom Euroregion Baltic.",
            ("Åsa Ek", "S", "ledamot", "arbetsgrupp 2", ERB),
        ),
        (
            "Åsa Ek (S) är ledamot i strukturfondspartnerskapet i Övre Norrland.",
            ("Åsa Ek", "S", "ledamot", "strukturfondspartnerskapet i Övre Norrland", None),
        ),
        (
            "Åsa Ek (S) är ledamot i den lokala programkommittén.",
            ("Åsa Ek", "S", "ledamot", "lokala programkommittén", None),
        ),
        (
            "Vid ERB:s årsmöte valdes Åsa Ek (S) till revisor.",
            ("Åsa Ek", "S", "revisor", None, ERB),
        ),
        (
            "I ERB är Åsa Ek (S) ordförande i arbetsgruppen för kultur och turism.",
            ("Åsa Ek", "S", "ordförande", "arbetsgruppen för kultur och turism", ERB),
        ),
    ],
)
def test_bodies_that_a_text_points_to(text: str, expected: tuple[str | None, ...]) -> None:
    assert appointed(TOP + text) == [expected]


def test_a_group_that_was_never_named_is_no_body() -> None:
    assert appointed(TOP + "I gruppen ingår Åsa Ek (S).") == []


@pytest.mark.parametrize(
    "body", ["Utskottet för vatten och hav", "Arbetsgrupp kultur", "Utskott skola och arbete"]
)
def test_what_a_group_is_for_ends_the_line_above_who_sits_in_it(body: str) -> None:
    text = f"Energy Cities\n\n{body}\n\nÅsa Ek (S)\n\nBo Al (M)"
    assert [row[3:] for row in appointed(text)] == [(body, "Energy Cities")] * 2


def test_lag_is_a_body_and_no_network() -> None:
    text = "Nuvarande ordförande i LAG är Åsa Ek (S).\n\nLAG är med i beredningen av projekt."
    assert appointed(text) == [("Åsa Ek", "S", "ordförande", "LAG", None)]


def test_a_council_whose_ring_was_lost_is_the_network_of_its_seats() -> None:
    """`Öarnas rad` is read of `Öarnas råd`: the council below is no body of it."""
    text = (
        "# Almvikarnas rad\n\nRådet bildades 1994 av Ekby kommun och Region Almvik.\n\n"
        "Ordinarie ledamöter i rådet:\n\nÅsa Ek (S)\n\nBo Al (M)"
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordinarie ledamot", None, "Almvikarnas rad"),
        ("Bo Al", "M", "ordinarie ledamot", None, "Almvikarnas rad"),
    ]


def test_a_council_of_places_is_what_the_council_in_its_section_stands_for() -> None:
    text = (
        "## Kattegatt-Skagerrak-rådet\n\nRegion Almvik är medlem i Kattegatt-Skagerrak-rådet "
        "sedan 2007. Ledamöter i rådet är Åsa Ek (C) och Bo Al (L). Ersättare är Cia Dal (KD)."
    )
    assert {seat[3] for seat in appointed(TOP + text)} == {None}


def test_whose_chair_a_clause_tells_of_leads_to_nobody_else() -> None:
    text = (
        "Gränskommittén Almvik-Nesna bildades 1980. Regionen representeras i Gränskommittén "
        "Almvik-Nesna av Åsa Ek (S), som är kommitténs vice ordförande, och Bo Al (C)."
    )
    seats = {seat[0]: seat[2] for seat in appointed(TOP + text)}
    assert seats["Åsa Ek"] == "vice ordförande"
    assert seats["Bo Al"] != "vice ordförande"


def test_a_steering_group_told_of_with_a_project_is_the_projects() -> None:
    text = (
        "## Projekt\n\nTång och tare, odling av alger som råvara. Finansieras av Interreg "
        "Nordsjön. Åsa Ek (MP) är ordförande i styrgruppen.\n\nRälsbanan, förstudie om "
        "tågtrafik. Finansieras av Interreg Sverige-Norge. Bo Al (L) är ledamot i styrgruppen."
    )
    assert {(seat[0], seat[4]) for seat in appointed(TOP + text)} == {
        ("Åsa Ek", "Tång och tare"),
        ("Bo Al", "Rälsbanan"),
    }
