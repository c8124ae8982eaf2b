"""One thing that documents call by different names has one name in the dataset."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.dataset.same_things import same_things
from pipeline.model.rows import EntityRow
from tests.dataset.test_entities import row

OFFICE = "Östra Götaland European Office"
SWEDISH = "Östra Götalands Brysselkontor"


def network(name: str, *aliases: str, **values: object) -> EntityRow:
    """Return a network of which its name tells the id."""
    known = {"entity_id": f"id {name}", "entity_type": "network", "aliases": aliases}
    return row(name=name, **{**known, **values})


def led(*rows: EntityRow) -> dict[str, str]:
    """Return the names of entities that are another's, and what they are called now."""
    by_id = {one.entity_id: one.name for one in rows}
    return {by_id[entity_id]: found.name for entity_id, found in same_things(rows).items()}


def test_a_name_that_another_document_explains_leads_to_what_it_is() -> None:
    found = same_things([network(OFFICE, "ÖGEO", SWEDISH), network(SWEDISH), network("ÖGEO")])
    assert set(found) == {f"id {SWEDISH}", "id ÖGEO"}
    one = found["id ÖGEO"]
    assert (one.name, one.same_as_entity_id) == (OFFICE, f"id {OFFICE}")
    assert one.aliases == ("ÖGEO",)


def test_a_common_noun_leads_nowhere() -> None:
    assert led(network(OFFICE, "Brysselkontoret"), network("Brysselkontoret")) == {}


def test_what_two_things_are_called_leads_to_neither() -> None:
    rows = [network("Baltic Sea Pact", "BSP"), network("Big Science Park", "BSP"), network("BSP")]
    assert led(*rows) == {}


def test_the_lexicon_knows_its_own_things() -> None:
    rows = [network("Euroregion Baltic", source="lexicon"), network("ERB", "Euroregion Baltic")]
    assert led(*rows) == {}
    rows = [network("Euroregion Baltic", "ERB", source="lexicon"), network("ERB")]
    assert led(*rows) == {"ERB": "Euroregion Baltic"}


def test_of_two_that_explain_each_other_the_one_named_more_often_gives_the_name() -> None:
    rows = [network(OFFICE, SWEDISH, mention_count=2), network(SWEDISH, OFFICE, mention_count=9)]
    assert led(*rows) == {OFFICE: SWEDISH}


def test_persons_of_one_name_may_be_two() -> None:
    rows = [network("Anna Ek", "Anna B Ek"), network("Anna B Ek")]
    assert led(*(network(r.name, *r.aliases, entity_type="person") for r in rows)) == {}


names = st.sampled_from(["A B", "B C", "C D", "ABC", "BCD", "Nod"])
networks = st.lists(
    st.builds(
        lambda name, aliases, count, source: network(
            name, *aliases, mention_count=count, source=source
        ),
        names,
        st.lists(names, max_size=3),
        st.integers(0, 3),
        st.sampled_from(["lexicon", "found"]),
    ),
    max_size=6,
    unique_by=lambda one: one.entity_id,
)


@given(networks, st.randoms())
def test_every_way_ends_at_a_thing_that_stays(rows: list[EntityRow], random: object) -> None:
    found = same_things(rows)
    by_id = {one.entity_id: one for one in rows}
    for entity_id, one in found.items():
        assert one.same_as_entity_id not in found
        assert by_id[one.same_as_entity_id or ""].name == one.name
        assert by_id[entity_id].source == "found"
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert same_things(rows) == found
