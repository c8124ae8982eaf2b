from pathlib import Path

import pytest

from pipeline.config import RepairConfig
from pipeline.flow.repair_quality import evaluate_files, evaluate_repair
from pipeline.lexicon import open_lexicon

RAW = "Kronoberg piverkas av utvecklingen i omvirlden.\nAlla virlden over ar det si.\n"
GOLD = "Kronoberg påverkas av utvecklingen i omvärlden.\nAlla världen över är det så.\n"


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_texts_of_folders_make_a_micro_average(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", long="a b c d e f g h i x", short="x")
    gold = write(tmp_path / "gold", long="a b c d e f g h i j", short="j")
    found = evaluate_files(raw, gold)
    assert found.quality.raw.words.rate == pytest.approx(2 / 11)
    assert list(found.texts) == ["long.txt", "short.txt"]
    assert "2 texts" in found.to_text()
    tree = found.to_dict()
    assert tree["wer"] == pytest.approx(2 / 11, abs=1e-6)
    assert isinstance(tree["texts"], dict)
    assert tree["texts"]["short.txt"]["wer"] == 1


def test_a_text_is_repaired_and_the_scores_of_its_edits_are_judged(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", one=RAW)
    gold = write(tmp_path / "gold", one=GOLD)
    found = evaluate_repair(raw, gold, open_lexicon(), RepairConfig())
    effect = found.quality.effect
    assert effect is not None
    assert effect.damaged == 6
    assert effect.fixed >= 3
    assert found.calibration is not None
    applied = sum(tally.right for tally in found.calibration.applied)
    assert applied == effect.fixed
    assert "texts" not in found.to_dict()
    assert "edits by score" in found.to_text()
