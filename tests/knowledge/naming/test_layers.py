from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.names import Named
from pipeline.knowledge.naming.layers import layered


def project(start: int, end: int, method: str, key: str = "ent-a") -> Named:
    return Named(start, end, "project", key, method)


NAMED = st.builds(
    lambda start, length, method: project(start, start + length, method, f"ent-{length}"),
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(["list_item", "told_inline"]),
)


def test_what_two_rules_find_is_named_once_by_the_first() -> None:
    twice = [project(4, 9, "list_item"), project(4, 9, "told_inline")]
    assert layered([twice]) == twice[:1]


def test_the_longer_of_two_that_begin_together_stays() -> None:
    short, long = project(4, 9, "list_item"), project(4, 14, "told_inline", "ent-b")
    assert layered([[short, long]]) == [long]


def test_an_earlier_layer_stays() -> None:
    first, second = project(6, 9, "list_item"), project(4, 14, "told_inline", "ent-b")
    assert layered([[first], [second]]) == [first]


@given(st.lists(st.lists(NAMED, max_size=8), max_size=3))
def test_no_two_names_overlap(layers: list[list[Named]]) -> None:
    kept = layered(layers)
    assert all(one.end <= other.start for one, other in pairwise(kept))
