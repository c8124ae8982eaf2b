"""Networks known by the line above the title of their own plan."""

import pytest

from tests.knowledge.written import name_of, understood

MEMBERS = "Medlemmar är Almviks kommun, Ekby kommun och Dalby kommun."


@pytest.mark.parametrize(
    "name", ["Partnerskap Bohus", "Sällskapet Gränsbygd", "Baltic Herring Towns"]
)
def test_who_has_members_and_a_plan_is_a_network(name: str) -> None:
    """Whatever it is called."""
    knowledge = understood(f"{name}\n\nVerksamhetsplan 2012\n\n{MEMBERS}")

    networks = {name_of(knowledge, one.network_id) for one in knowledge.memberships}
    assert networks == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Innehåll\n\nVerksamhetsplan 2012\n\nEnergy Cities möts. Medlemmarna är många.",
        "Partnerskap Bohus\n\nVerksamhetsplan 2012\n\nPlanen gäller hela året.",
        f"Partnerskap Bohus\n\nDagordning\n\n{MEMBERS}",
    ],
)
def test_a_line_above_something_else_is_none(text: str) -> None:
    """Without members, a plan, or where another network is named in the first lines."""
    names = {one.name for one in understood(text).entities if one.entity_type == "network"}

    assert names <= {"Energy Cities"}


def test_the_name_may_stand_in_the_line_of_the_title() -> None:
    """Where the text says who owns what is so called."""
    text = "Verksamhetsplan 2016 Energikontor Sydvik\n\n{} ägs av Ekby kommun och Dalby kommun."

    def networks(name: str) -> set[str]:
        entities = understood(text.format(name)).entities
        return {one.name for one in entities if one.entity_type == "network"}

    assert networks("1. OM OSS Energikontor Sydvik") == {"Energikontor Sydvik"}
    assert networks("1. OM OSS Vår skog") == set()
