"""An action plan of tables: every *insats* an activity, with effects and without markup."""

import re
from pathlib import Path

import pytest

from pipeline.model.rows import ActivityRow
from tests.bench.cases import SHARED, understand_file
from tests.bench.facts import open_entities_once

SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "handlingsplan-2022-sammanställning.txt"
SEED = SHARED / "seeds" / "003_533bc95ed241e97f.txt"
MARKUP = re.compile(r"</?\w+[^>]*>|\||&\w+;")


def _insatser(path: Path) -> list[str]:
    """Return the beginnings of the *insatser*: paragraphs of first cells, or whole cells."""
    found: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 3 or cells[1].strip("-") == "" or cells[0] == "Insats":
            continue
        parts = re.findall(r"<p>(.*?)</p>", cells[0]) or [cells[0]]
        found += [re.sub(r"<[^>]+>", "", part).strip().split(":")[0] for part in parts]
    return found


def _activities(path: Path) -> tuple[ActivityRow, ...]:
    activities = understand_file(path, open_entities_once()).activities
    return tuple(activity for activity in activities if activity.effect or activity.themes)


@pytest.mark.parametrize("path", [SAMPLE, SEED], ids=["sample", "seed"])
def test_every_insats_is_an_activity_with_its_effects(path: Path) -> None:
    if not path.exists():
        pytest.skip("the plan is not part of the repository")
    activities = _activities(path)
    assert [a.title.split(":")[0] for a in activities] == _insatser(path)
    assert all(activity.effect for activity in activities)
    told = [text for a in activities for text in (a.title, a.text, *a.effect, *a.themes)]
    assert not [text for text in told if MARKUP.search(text)]
