from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import columns
from pipeline.layout.placing import place
from tests.layout.printing import column

TEXTS = ["Regionen ska stärka sin", "kompetens i hela länet", "och följa upp varje år"]


@given(st.lists(st.tuples(st.integers(2, 9), st.sampled_from([60, 230, 400])), max_size=4))
def test_columns_are_the_same_however_many_edges_are_looked_at_at_once(
    stretches: list[tuple[int, int]],
) -> None:
    items = []
    y = 60.0
    for count, x in stretches:
        words = [word for at in (60, x) for word in column((TEXTS * 3)[:count], at, y)]
        items += place(dict.fromkeys(words))
        y += 14.3 * count + 30
    Random(len(items)).shuffle(items)
    whole = columns.regions(items)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_MOST_AT_ONCE", 1)
        assert columns.regions(items) == whole
    assert sorted(item for region in whole for item in region) == sorted(items)
