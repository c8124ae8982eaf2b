"""A membership as found."""

from dataclasses import dataclass

from pipeline.knowledge.scene import Span


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation in a network, `since` and `until` as precise as told; ids are of entities."""

    member_id: str
    network_id: str
    since: str | None
    until: str | None
    evidence: Span
