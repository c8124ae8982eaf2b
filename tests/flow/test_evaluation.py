from dataclasses import replace
from pathlib import Path

from pipeline.config import DatasetConfig
from pipeline.dataset import publish
from pipeline.flow.evaluation import measure
from pipeline.model.rows import Knowledge
from tests.dataset.builders import entry, run

GOLD = "person\tparty\trole\tnetwork\nAnna Åkesson\tM\tordinarie ledamot\t{network}\n"


def with_alias(known: Knowledge) -> Knowledge:
    """Return the same with an English name of the network as well."""
    entities = tuple(
        replace(one, aliases=("Baltic Network",)) if one.entity_type == "network" else one
        for one in known.entities
    )
    return replace(known, entities=entities)


def f1(tmp_path: Path, network: str) -> float:
    dataset, gold = tmp_path / "dataset", tmp_path / "gold" / "plan1"
    publish(dataset, [entry(1, with_alias)], [], run(), DatasetConfig())
    gold.mkdir(parents=True)
    (gold / "appointments.tsv").write_text(GOLD.format(network=network), encoding="utf-8")
    (gold / "text.txt").write_text("Anna Åkesson (M) är ordinarie ledamot.\n", encoding="utf-8")
    return measure(dataset, gold.parent)["knowledge"]["appointments"]["f1"]


def test_a_network_by_its_other_name_is_the_same_network(tmp_path: Path) -> None:
    assert f1(tmp_path, "Baltic Network") == 1.0


def test_another_network_is_another(tmp_path: Path) -> None:
    assert f1(tmp_path, "Västerhavsnätverket") == 0.0
