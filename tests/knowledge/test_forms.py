"""How much of what is told in many forms is understood, at the least."""

from itertools import islice

import pytest

from tests.bench.facts import open_entities_once
from tests.bench.forms.__main__ import FORMS
from tests.bench.forms.form import outcomes

# Every nth form, and the share of those that is understood.
FLOORS = {"costs": (17, 0.9), "events": (9, 0.95)}


@pytest.mark.parametrize("table", FLOORS)
def test_most_forms_are_understood(table: str) -> None:
    step, floor = FLOORS[table]
    some = list(outcomes(table, islice(FORMS[table](), None, None, step), open_entities_once()))
    assert sum(outcome.right for outcome in some) / len(some) >= floor
