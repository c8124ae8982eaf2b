from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dataset.entities import merge_entities, merge_spellings
from pipeline.errors import IntegrityError
from pipeline.model.rows import EntityRow

years = st.none() | st.integers(1990, 2030)
texts = st.sampled_from(["SBHSS", "SBSHSS", "Småland", "Blekinge"])
rows = st.builds(
    EntityRow,
    entity_id=st.sampled_from(["a", "b"]),
    entity_type=st.just("network"),
    name=texts,
    aliases=st.lists(texts, max_size=3).map(tuple),
    code=st.none() | st.sampled_from(["0180", "0780"]),
    parent_entity_id=st.none() | st.sampled_from(["a", "b"]),
    source=st.sampled_from(["lexicon", "found"]),
    first_year=years,
    last_year=years,
    mention_count=st.integers(0, 5),
)


def row(**values: object) -> EntityRow:
    known: dict[str, object] = {
        "entity_id": "a",
        "entity_type": "person",
        "name": "René Jaramillo",
        "kind": None,
        "aliases": (),
        "code": None,
        "parent_entity_id": None,
        "source": "found",
        "first_year": None,
        "last_year": None,
        "mention_count": 1,
    }
    return EntityRow(**{**known, **values})  # type: ignore[arg-type]


def test_a_thing_named_in_two_documents_is_one_entity() -> None:
    (merged,) = merge_entities(
        [
            row(aliases=("Rene Jaramillo",), first_year=2021, last_year=2022),
            row(aliases=("R. Jaramillo",), first_year=2019, mention_count=3),
        ]
    )
    assert merged.aliases == ("R. Jaramillo", "Rene Jaramillo")
    assert (merged.first_year, merged.last_year, merged.mention_count) == (2019, 2022, 4)


def test_the_lexicon_names_a_thing_and_the_other_name_is_an_alias() -> None:
    (merged,) = merge_entities(
        [
            row(name="A-nätverket", code="9", parent_entity_id="x"),
            row(name="Nätverket A", code="1", source="lexicon"),
        ]
    )
    assert (merged.name, merged.aliases) == ("Nätverket A", ("A-nätverket",))
    assert (merged.code, merged.parent_entity_id, merged.source) == ("1", None, "lexicon")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Region Vätterdal", "Region Vatterdal"),
        ("Region Vätterdal", "REGION VÄTTERDAL"),
        ("Region Vatterdal", "REGION VÄTTERDAL"),
        ("René Öst", "Rene Öst"),
    ],
)
def test_one_badly_read_document_renames_nothing(better: str, worse: str) -> None:
    read_badly = row(name=worse, mention_count=2)
    for rows in ([row(name=better), read_badly], [read_badly, row(name=better)]):
        (merged,) = merge_entities(rows)
        assert (merged.name, merged.aliases) == (better, (worse,))


def test_a_dot_that_one_reader_saw_renames_nothing() -> None:
    (merged,) = merge_entities(
        [row(name="Östra Götaländ", mention_count=2), *[row(name="Östra Götaland")] * 20]
    )
    assert (merged.name, merged.mention_count) == ("Östra Götaland", 22)


def test_one_id_for_things_of_two_kinds_is_an_error() -> None:
    with pytest.raises(IntegrityError, match="both"):
        merge_entities([row(), replace(row(), entity_type="place")])


@given(st.lists(rows, max_size=8), st.randoms(use_true_random=False), st.integers(0, 8))
def test_order_and_division_do_not_matter(found: list[EntityRow], random, cut: int) -> None:  # type: ignore[no-untyped-def]
    whole = merge_entities(found)
    shuffled = random.sample(found, len(found))
    assert merge_entities(shuffled) == whole
    parts = [*merge_spellings(shuffled[:cut]), *merge_spellings(shuffled[cut:])]
    assert merge_entities(parts) == whole


@given(st.lists(rows, max_size=8))
def test_nothing_is_lost(found: list[EntityRow]) -> None:
    merged = merge_entities(found)
    assert sum(r.mention_count for r in merged) == sum(r.mention_count for r in found)
    for one in merged:
        same = [r for r in found if r.entity_id == one.entity_id]
        names = {name for r in same for name in (r.name, *r.aliases)}
        assert {one.name, *one.aliases} == names
        assert list(one.aliases) == sorted(set(one.aliases) - {one.name})
