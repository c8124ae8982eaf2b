"""Names found by their form."""

import pytest

from tests.knowledge.written import name_of, understood


def test_what_follows_a_local_action_group_makes_no_second_one() -> None:
    """`Leader Bergslagens verksamhet` is of the group that the text calls `Leader Bergslagen`."""
    text = "Leader Bergslagen har en styrelse. Leader Bergslagens verksamhet leds av den."
    knowledge = understood(text)

    assert [one.name for one in knowledge.entities if one.entity_type == "network"] == [
        "Leader Bergslagen"
    ]


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("Övervakningskommittén Interreg Sverige-Norge", "Interreg Sverige-Norge"),
        ("Generalförsamling Union of the Baltic Cities", "Union of the Baltic Cities"),
        ("Styrelsen Norra Kustens Brysselkontor", "Norra Kustens Brysselkontor"),
        ("Styrelsen Kustlänens energiforum", "Kustlänens energiforum"),
        ("Styrkommittén Norra Kusten", None),
    ],
)
def test_a_body_right_before_a_name_is_no_part_of_it(text: str, network: str | None) -> None:
    knowledge = understood(f"# Uppdrag i Region Almvik\n\nÅsa Ek (S) är ersättare i {text}.")
    assert [name_of(knowledge, seat.network_id) for seat in knowledge.appointments] == [network]
    networks = (e for e in knowledge.entities if e.entity_type == "network")
    assert {e.name for e in networks if e.source == "found"} <= {network}
