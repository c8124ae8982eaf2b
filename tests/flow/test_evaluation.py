from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.config import DatasetConfig
from pipeline.dataset import publish
from pipeline.flow.evaluation import measure
from pipeline.model.rows import Knowledge
from tests.dataset.builders import entry, run

GOLD = "person\tparty\trole\tnetwork\nAnna Åkesson\tM\tordinarie ledamot\t{network}\n"
SECTIONS = "number\theading\tlevel\n\tRepresentanter\t1\n"
EFFECTS = "section\tinsats\teffects\tthemes\n\tInsats\tEffekt\t\n"


def with_alias(known: Knowledge) -> Knowledge:
    """Return the same with an English name of the network as well."""
    entities = tuple(
        replace(one, aliases=("Baltic Network",)) if one.entity_type == "network" else one
        for one in known.entities
    )
    return replace(known, entities=entities)


def with_title(known: Knowledge) -> Knowledge:
    """Return the same with the title as a section above all others."""
    title = replace(known.sections[0], section_id="title", heading="Strategi", level=0)
    return replace(known, sections=(title, *known.sections))


def with_two_effects(known: Knowledge) -> Knowledge:
    """Return the same with an effect more of its activity."""
    (activity,) = known.activities
    return replace(known, activities=(replace(activity, effect=(*activity.effect, "Nytta")),))


def f1(
    tmp_path: Path, table: str, gold: str, change: Callable[[Knowledge], Knowledge] = with_alias
) -> float:
    """Return the F1 of a table of a dataset of one document, against this gold."""
    dataset, folder = tmp_path / "dataset", tmp_path / "gold" / "plan1"
    publish(dataset, [entry(1, change)], [], run(), DatasetConfig())
    folder.mkdir(parents=True)
    (folder / f"{table}.tsv").write_text(gold, encoding="utf-8")
    (folder / "text.txt").write_text("Anna Åkesson (M) är ordinarie ledamot.\n", encoding="utf-8")
    return measure(dataset, folder.parent)["knowledge"][table]["f1"]


def test_a_network_by_its_other_name_is_the_same_network(tmp_path: Path) -> None:
    assert f1(tmp_path, "appointments", GOLD.format(network="Baltic Network")) == 1.0


def test_another_network_is_another(tmp_path: Path) -> None:
    assert f1(tmp_path, "appointments", GOLD.format(network="Västerhavsnätverket")) == 0.0


def test_the_title_is_no_section_that_gold_tells_of(tmp_path: Path) -> None:
    assert f1(tmp_path, "sections", SECTIONS, with_title) == 1.0


def test_activities_with_effects_have_a_gold_of_their_own(tmp_path: Path) -> None:
    assert f1(tmp_path, "activities", "number\ttitle\n") == 1.0


@pytest.mark.parametrize(
    ("cell", "effects", "score"),
    [
        ("Insats", "Effekt", 1.0),
        ("Insats | Annan insats", "Effekt", 0.6667),
        ("Insats: | den första", "Effekt", 0.0),
        ("Insats", "Nytta", 0.0),
    ],
)
def test_each_activity_of_a_cell_is_one(
    tmp_path: Path, cell: str, effects: str, score: float
) -> None:
    gold = EFFECTS.replace("Insats", cell).replace("Effekt", effects)
    assert f1(tmp_path, "effects", gold) == score


def test_effects_count_with_all_their_parts(tmp_path: Path) -> None:
    gold = EFFECTS.replace("Effekt", "Effekt | Nytta")
    assert f1(tmp_path, "effects", gold, with_two_effects) == 1.0
