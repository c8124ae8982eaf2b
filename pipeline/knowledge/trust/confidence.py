"""How likely a finding is right, by what speaks for it.

Logistic regression over the grounds of a finding, one for each table. The weights are learnt
from plans with known answers by `python -m tests.bench.confidence --learn`; without `--learn`
that command shows how far confidences can be trusted.
"""

from collections.abc import Iterable, Mapping
from math import exp
from typing import Final, TypedDict

from pipeline.knowledge.scene import Scene
from pipeline.knowledge.trust.grounds import Finding, grounds
from pipeline.knowledge.trust.weights import WEIGHTS

LEAST: Final = 0.02
MOST: Final = 0.98
"""No rule is always right or always wrong, however few exceptions were seen."""


class Trust(TypedDict):
    """The columns that tell how far a row can be trusted, and why."""

    confidence: float
    grounds: tuple[str, ...]


def trust(finding: Finding, scene: Scene) -> Trust:
    """Return the probability that a careful reader would write down the same, and its grounds."""
    found = grounds(finding, scene)
    return Trust(confidence=probability(WEIGHTS[type(finding).__name__], found), grounds=found)


def probability(weights: Mapping[str, float], found: Iterable[str]) -> float:
    """Return the probability by a table's weights; a ground that was never seen has none."""
    log_odds = weights[""] + sum(weights.get(ground, 0.0) for ground in found)
    return round(min(max(1 / (1 + exp(-log_odds)), LEAST), MOST), 3)
