"""Measures how far the confidence of rows can be trusted, and learns it.

    python -m tests.bench.confidence [FOLDER...]          shares of right rows by confidence
    python -m tests.bench.confidence [FOLDER...] --learn  weights, written to knowledge/trust

A row is right where the gold has it with all of its columns (`tests.bench.knowledge`). The
weights are learnt by logistic regression with a normal prior (ridge), from plans that no rule
was written by: what rules make of plans that they were written by tells nothing of others.
The figures shown after learning are those of each document by weights of the others alone.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.knowledge.trust.confidence import probability
from pipeline.model.rows import Evidence, Knowledge
from tests.bench.cases import HELD_OUT, folder_cases
from tests.bench.facts import Case, facts, open_entities_once

WEIGHTS = Path(__file__).parents[2] / "pipeline" / "knowledge" / "trust" / "weights.py"
KINDS = {
    "activities": "Activity",
    "appointments": "Appointment",
    "costs": "Cost",
    "events": "Event",
    "goals": "Goal",
    "memberships": "Membership",
    "projects": "Project",
}
BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)
_PRIOR = 6.0
"""Precision of the normal prior of a weight: rows of one plan are right or wrong together."""

_STEPS = 30


class Judged(NamedTuple):
    """A row: its document and kind, what speaks for it, its confidence, whether it is right."""

    document: str
    kind: str
    grounds: tuple[str, ...]
    confidence: float
    right: bool


def judged(cases: Iterable[Case]) -> Iterator[Judged]:
    """Yield all rows of the tables that a document's gold has."""
    for case in cases:
        for table, kind in KINDS.items():
            for row in getattr(case.knowledge, table):
                told = facts(_alone(case.knowledge, table, row))
                # Activities with effects are compared by them.
                name = "effects" if table == "activities" and not told[table] else table
                if name in case.gold:
                    right = told[name] <= case.gold[name]
                    yield Judged(case.name, kind, row.grounds, row.confidence, right)


def _alone(knowledge: Knowledge, table: str, row: Evidence) -> Knowledge:
    others: dict[str, tuple[()]] = {name: () for name in KINDS if name != table}
    return replace(knowledge, **{table: (row,), **others})  # type: ignore[arg-type]


def learn(rows: Sequence[Judged]) -> dict[str, float]:
    """Return the weights of the grounds of one kind's rows; the empty ground is the intercept.

    Newton's method on the log likelihood with a normal prior on all weights but the intercept.
    """
    names = ["", *sorted({ground for row in rows for ground in row.grounds})]
    place = {name: number for number, name in enumerate(names)}
    holds = np.zeros((len(rows), len(names)))
    holds[:, 0] = 1
    for number, row in enumerate(rows):
        holds[number, [place[ground] for ground in row.grounds]] = 1
    # One row more that is right and one that is wrong (Laplace's rule of succession): where
    # all rows were right, the next may still be wrong.
    holds = np.vstack([holds, *2 * [np.eye(len(names))[0]]])
    right = np.array([*(row.right for row in rows), True, False], float)
    prior = np.diag([1e-3, *[_PRIOR] * (len(names) - 1)])
    weights: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-holds @ weights))
        slope = holds.T @ (right - chance) - prior @ weights
        bend = (holds.T * (chance * (1 - chance))) @ holds + prior
        weights = weights + np.linalg.solve(bend, slope)
    return {name: round(float(weights[place[name]]), 2) for name in names}


def left_out(rows: Sequence[Judged]) -> Iterator[Judged]:
    """Yield each row with the confidence that the other documents teach."""
    for document in dict.fromkeys(row.document for row in rows):
        others = [row for row in rows if row.document != document]
        for kind in KINDS.values():
            taught = [row for row in others if row.kind == kind]
            own = [row for row in rows if (row.document, row.kind) == (document, kind)]
            if not taught or not own:
                continue
            weights = learn(taught)
            for row in own:
                yield row._replace(confidence=probability(weights, row.grounds))


def report(rows: Iterable[Judged]) -> str:
    """Return how many rows of each kind and band of confidence are right, as Markdown."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        groups[row.kind].append(row)
        groups["all"].append(row)
    bands = [f"{low:.1f}–{high:.1f}" for low, high in pairwise(BANDS)]
    lines = ["| rows | " + " | ".join(bands) + " | rows right | mean confidence | ECE |"]
    lines.append("|---" * (len(bands) + 4) + "|")
    order = sorted(groups, key=lambda kind: (kind == "all", kind))
    lines += [_line(kind, groups[kind]) for kind in order]
    return "\n".join(lines)


def _line(kind: str, rows: Sequence[Judged]) -> str:
    cells, error = [], 0.0
    for low, high in pairwise(BANDS):
        band = [row for row in rows if low < row.confidence <= high]
        if band:
            share, mean = _mean(row.right for row in band), _mean(r.confidence for r in band)
            error += len(band) * abs(share - mean)
            cells.append(f"{share:.2f} of {len(band)}")
        else:
            cells.append("–")
    right, mean = _mean(row.right for row in rows), _mean(row.confidence for row in rows)
    shown = " | ".join(cells)
    return f"| {kind} | {shown} | {right:.2f} | {mean:.2f} | {error / len(rows):.3f} |"


def _mean(values: Iterable[float]) -> float:
    given = list(values)
    return sum(given) / len(given)


def write(weights: Mapping[str, Mapping[str, float]], path: Path = WEIGHTS) -> None:
    """Put the weights in place of those of the module at `path`."""
    before = path.read_text(encoding="utf-8").split("MappingProxyType(\n")[0]
    lines = [f"{before}MappingProxyType(\n    {{\n"]
    for kind, grounds in sorted(weights.items()):
        rows = "".join(f'            "{name}": {value},\n' for name, value in grounds.items())
        lines.append(f'        "{kind}": {{\n{rows}        }},\n')
    path.write_text("".join([*lines, "    }\n)\n"]), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, or show the shares of right rows by confidence."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[HELD_OUT])
    parser.add_argument("--learn", action="store_true")
    chosen = parser.parse_args(arguments)
    entities = open_entities_once()
    cases = chain.from_iterable(folder_cases(folder, entities) for folder in chosen.folders)
    rows = list(judged(cases))
    if chosen.learn:
        kinds = {kind: [row for row in rows if row.kind == kind] for kind in KINDS.values()}
        write({kind: learn(own) for kind, own in kinds.items()})
        rows = list(left_out(rows))
    sys.stdout.write(report(rows) + "\n")


if __name__ == "__main__":
    main()
