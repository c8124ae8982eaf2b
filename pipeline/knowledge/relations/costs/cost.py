"""A cost: a sum of money or a share of working time, and what it is for."""

from dataclasses import dataclass, replace

from pipeline.knowledge.relations.costs.subject import Subject
from pipeline.knowledge.scene import Span


@dataclass(frozen=True, slots=True)
class Cost:
    """A sum, or a share of a full-time post in percent, and what it is for."""

    subject: Subject
    year: int | None
    amount: float | None
    currency: str | None
    fte_percent: float | None
    approximate: bool
    evidence: Span


def merged(one: Cost, other: Cost) -> Cost:
    """Return one cost of two that tell of the same: the sum of the one, and what else it lacks."""
    first, second = (one, other) if one.amount is not None else (other, one)
    return replace(
        first,
        year=first.year or second.year,
        fte_percent=first.fte_percent or second.fte_percent,
    )
