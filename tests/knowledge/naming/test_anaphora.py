"""What definite nouns stand for, seen by the memberships that only they tell."""

import pytest

from tests.knowledge.written import name_of, understood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Verksamhetsplan för Norrdals kommunalförbund\n\nI Energy Cities är Ekvik kommun medlem"
            " sedan 2014.\n\nFörbundet anslöt sig till nätverket 2020.",
            {("Norrdals kommunalförbund", "Energy Cities", "2020")},
        ),
        (
            "Region Almviks handlingsplan\n\nHavsviks EU-kontor öppnade 2007. Region Almvik är"
            " medlem i kontoret sedan 2011.",
            {("Region Almvik", "Havsviks EU-kontor", "2011")},
        ),
        (
            "Region Almviks handlingsplan\n\nNätverket Havsrådet (Sea Council) har sitt kansli i"
            " Rostock. Regionen är medlem i rådet sedan 1998.",
            {("Region Almvik", "Havsrådet", "1998")},
        ),
        (
            "Ekby stads verksamhetsplan\n\nHär verkar Ekby Energi AB och Ekby Hamn AB."
            " Energibolaget är medlem i Energy Cities sedan 2014.",
            {("Ekby Energi AB", "Energy Cities", "2014")},
        ),
    ],
)
def test_a_noun_stands_for_the_last_thing_named_after_it(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    """`Förbundet` is the issuer, `kontoret` the office named before, `rådet` no second name."""
    knowledge = understood(text)
    found = {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    }

    assert expected <= found


@pytest.mark.parametrize(
    ("text", "network"),
    [
        (
            "Nordsjökommissionen hör till CPMR. Till kommissionens styrelse har vi utsett Åsa Ek"
            " (S) som ledamot.",
            "CPMR North Sea Commission",
        ),
        (
            "Nordsjökommissionen hör till CPMR. EU-kommissionen är en annan. Till kommissionens"
            " styrelse har vi utsett Åsa Ek (S) som ledamot.",
            "Europeiska kommissionen",
        ),
    ],
)
def test_the_commission_is_the_last_one_named(text: str, network: str) -> None:
    """Alone, and far from any other, it is the European one."""
    knowledge = understood(f"# Region Almvik\n\n{text}")

    assert [name_of(knowledge, a.network_id) for a in knowledge.appointments] == [network]
