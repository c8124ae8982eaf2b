import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.app import app
from pipeline.errors import UsageError
from pipeline.repair.channel import Confusion, Confusions
from pipeline.repair.tables import write_confusions

RAW = "Kronoberg piverkas av utvecklingen i omvirlden.\nAlla virlden over ar det si.\n"
GOLD = "Kronoberg påverkas av utvecklingen i omvärlden.\nAlla världen över är det så.\n"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("raw.txt", RAW), ("gold.txt", GOLD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "raw.txt", tmp_path / "gold.txt"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, UsageError):
        raise result.exception
    return result


def test_a_text_is_repaired_and_the_scores_are_judged_and_drawn(texts: tuple[Path, Path]) -> None:
    raw, gold = texts
    plot = raw.with_name("scores.svg")
    result = run("evaluate", "--raw", raw, "--gold", gold, "--repair", "--plot", plot, "--json")
    assert result.exit_code == 0
    tree = json.loads(result.stdout)
    assert tree["words"]["damaged"] == 6
    assert tree["calibration"]["applied"]["right"] == tree["words"]["fixed"]
    assert sum(kind["damaged"] for kind in tree["kinds"].values()) == 6
    assert plot.read_text(encoding="utf-8").startswith("<?xml")


def test_options_that_exclude_or_need_each_other_are_told(texts: tuple[Path, Path]) -> None:
    raw, gold = texts
    given = ("evaluate", "--raw", raw, "--gold", gold)
    with pytest.raises(UsageError, match="exclude each other"):
        run(*given, "--repair", "--repaired", gold)
    with pytest.raises(UsageError, match="Add --repair"):
        run(*given, "--plot", raw.with_name("scores.svg"))


def test_repair_works_with_the_tables_that_it_is_given(texts: tuple[Path, Path]) -> None:
    raw, folder = texts[0], texts[0].with_name("confusions")
    raw.write_text("Kronoberg pîverkas av utvecklingen i omvîrlden.\n" * 3, encoding="utf-8")
    assert "omvîrlden" in run("repair", raw).stdout
    learned = {Confusion("å", "î"): 1.0, Confusion("ä", "î"): 1.0}
    write_confusions(folder, Confusions(learned, {}), "Made up.")
    assert "omvärlden" in run("repair", raw, "--confusions", folder).stdout
    with pytest.raises(UsageError, match=r"swedish-letters\.tsv cannot be read"):
        run("repair", raw, "--confusions", folder / "absent")
