"""What is told in many forms: no form that is understood may be lost again."""

from itertools import islice
from typing import Final

import pytest

from tests.bench.facts import open_entities_once
from tests.bench.forms.__main__ import FORMS
from tests.bench.forms.form import outcomes

# By table: every how many forms one is measured, and the least share that is understood.
FLOORS: Final = {"projects": (13, 0.88), "goals": (11, 0.95), "activities": (11, 0.85)}


@pytest.mark.parametrize("table", FLOORS)
def test_forms_are_understood(table: str) -> None:
    step, least = FLOORS[table]
    measured = list(outcomes(table, islice(FORMS[table](), 0, None, step), open_entities_once()))
    missed = [(one.form.setting, one.form.thing) for one in measured if not one.right]
    assert 1 - len(missed) / len(measured) >= least, missed
