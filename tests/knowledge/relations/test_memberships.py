import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def members(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return member, network and beginning of the memberships of a text."""
    knowledge = understood(TOP + text)
    return {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Regionen är medlem i ERRIN, Energy Cities och, sedan den 1 mars 2020, i Eurocities.",
            {("ERRIN", None), ("Energy Cities", None), ("Eurocities", "2020-03-01")},
        ),
        (
            "Regionen är medlem i ERRIN och Energy Cities sedan 2015.",
            {("ERRIN", "2015"), ("Energy Cities", "2015")},
        ),
        (
            "Region Almvik är sedan 2018 medlem i Culture Across Europe.",
            {("Culture Across Europe", "2018")},
        ),
        ("Regionen är inte medlem i ERRIN. Vi ansöker om medlemskap i Energy Cities.", set()),
        (
            "Vi är med i dessa nätverk:\n• Nordliga fjällregioner (NFR), medlem sedan 2011\n"
            "• ERRIN, medlem sedan 2012",
            {("Nordliga fjällregioner", "2011"), ("ERRIN", "2012")},
        ),
        (
            "# Medlemsavgifter 2024\n\n| Nätverk | Avgift |\n| ERRIN | 68 tkr |",
            {("ERRIN", None)},
        ),
    ],
)
def test_what_the_issuer_is_a_member_of(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert members(text) == {("Region Almvik", network, since) for network, since in expected}


def test_several_members_of_one_network() -> None:
    text = "Gränsrådet Tolvmila bildades 1996 av Habo kommun, Säters kommun och Region Almvik."
    assert members(text) == {
        (member, "Gränsrådet Tolvmila", "1996")
        for member in ("Habo kommun", "Säters kommun", "Region Almvik")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Euroregion Baltic\n\nMedlemmar\n\nI norr: Habo kommun, Säters kommun (från 2006)",
            {("Habo kommun", "ERB", None), ("Säters kommun", "ERB", "2006")},
        ),
        (
            "# Euroregion Baltic\n\nMedlemmar\n\nI norr: Habo kommun, Säters kommun (från 2006)",
            {("Habo kommun", "ERB", None), ("Säters kommun", "ERB", "2006")},
        ),
        (
            "Region Almvik har en plats i ERRIN och är sedan 2003 medlem i Euroregion Baltic.",
            {("Region Almvik", "ERB", "2003")},
        ),
        (
            "Vi arbetar med Euroregion Baltic, som regionen är medlem i sedan 2009, och ERRIN.",
            {("Region Almvik", "ERB", "2009")},
        ),
        (
            "# Euroregion Baltic\n\nRegion Almvik är en av fem medlemmar sedan 2016.",
            {("Region Almvik", "ERB", "2016")},
        ),
        (
            "Regionen öppnade 2005 tillsammans med Habo kommun kontoret Almviks Europakontor.",
            {
                ("Region Almvik", "Almviks Europakontor", "2005"),
                ("Habo kommun", "Almviks Europakontor", "2005"),
            },
        ),
    ],
)
def test_whose_membership_is_told(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    full = {"ERB": "Euroregion Baltic"}
    assert members(text) == {(who, full.get(net, net), since) for who, net, since in expected}
