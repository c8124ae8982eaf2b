"""A membership as found, and the times that may be its."""

from dataclasses import dataclass

from pipeline.knowledge.dates import Period, find_periods
from pipeline.knowledge.scene import Scene, Span


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation in a network, `since` and `until` as precise as told; ids are of entities."""

    member_id: str
    network_id: str
    since: str | None
    until: str | None
    evidence: Span


def times_told(scene: Scene, sentence: Span) -> list[Period]:
    """Return the times of a sentence; a year in a name is none: `nätverket Hållbar stad 2040`."""
    names = [(n.start - sentence.start, n.end - sentence.start) for n in scene.within(sentence)]
    return [
        period
        for period in find_periods(scene.text(sentence))
        if not any(start <= period.start < end for start, end in names)
    ]
