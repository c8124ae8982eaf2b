"""Names found by their form."""

from tests.knowledge.written import understood


def test_what_follows_a_local_action_group_makes_no_second_one() -> None:
    """`Leader Bergslagens verksamhet` is of the group that the text calls `Leader Bergslagen`."""
    text = "Leader Bergslagen har en styrelse. Leader Bergslagens verksamhet leds av den."
    knowledge = understood(text)

    assert [one.name for one in knowledge.entities if one.entity_type == "network"] == [
        "Leader Bergslagen"
    ]
