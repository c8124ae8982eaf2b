"""How much of what is told in many forms is understood, at the least."""

from itertools import islice

import pytest

from tests.bench.facts import open_entities_once
from tests.bench.forms.__main__ import FORMS
from tests.bench.forms.form import outcomes

# Every nth form, and the share of those that is understood.
FLOORS = {
    "seats": (19, 0.85),
    "roles": (19, 0.93),
    "memberships": (31, 0.92),
    "costs": (19, 0.9),
    "events": (13, 0.95),
    "projects": (23, 0.9),
    "goals": (17, 0.9),
    "activities": (17, 0.82),
}


@pytest.mark.parametrize("name", FLOORS)
def test_most_forms_are_understood(name: str) -> None:
    step, floor = FLOORS[name]
    table, forms = FORMS[name]
    some = list(outcomes(table, islice(forms(), None, None, step), open_entities_once()))
    assert sum(outcome.right for outcome in some) / len(some) >= floor
