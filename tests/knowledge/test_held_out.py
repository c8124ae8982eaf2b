"""Plans that no rule was written by when they were first measured: nothing may be lost again."""

from collections import Counter

import pytest

from tests.bench.cases import HELD_OUT, folder_cases
from tests.bench.facts import facts, open_entities_once

LEAST_F1 = {
    "activities": 0.95,
    "appointments": 0.93,
    "costs": 0.7,
    "events": 0.75,
    "goals": 0.95,
    "memberships": 0.95,
    "projects": 0.9,
}


@pytest.fixture(scope="module")
def counts() -> dict[str, Counter[str]]:
    """Return how many facts of each table are right, and how many gold and reading have."""
    tables = {table: Counter[str]() for table in LEAST_F1}
    for case in folder_cases(HELD_OUT, open_entities_once()):
        found = facts(case.knowledge)
        for table, count in tables.items():
            gold = case.gold[table]
            count.update(right=len(gold & found[table]), all=len(gold) + len(found[table]))
    return tables


@pytest.mark.parametrize("table", sorted(LEAST_F1))
def test_f1(table: str, counts: dict[str, Counter[str]]) -> None:
    count = counts[table]
    assert 2 * count["right"] / count["all"] >= LEAST_F1[table]
