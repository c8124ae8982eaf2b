from pathlib import Path

from pipeline.flow.accounts import accounts
from tests.bench.alone import taken_by


def test_a_command_is_run_and_measured(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Region Almvik är medlem i Nordnätverket.", encoding="utf-8")
    taken = taken_by(tmp_path, "run", "plan.txt", "--dataset", tmp_path / "ds", "--jobs", "1")
    assert [row.state for row in accounts(tmp_path / "ds").sources] == ["done"]
    assert taken.seconds > 0.1
    assert 20 < taken.mebibytes < 5_000
    assert any(path.name != "lexicon" for path in (tmp_path / "cache").iterdir())
