"""Tables as CSV: what spreadsheets would run is text, the rest is as it was."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.config import DatasetConfig
from pipeline.dataset import export_csv, publish, read_table
from pipeline.errors import DatasetError, UsageError
from pipeline.model.tables import TABLES
from tests.dataset.builders import entry, failure, run

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "=cmd|' /C calc'!A0")
HARMLESS = ("a=1", " =1", "1-2", "Skog, vatten", 'ett "citat"', "två\nrader", "åäö", "'=1")


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    failures = [
        replace(failure(str(n)), message=text) for n, text in enumerate(FORMULAS + HARMLESS)
    ]
    publish(tmp_path / "ds", map(entry, range(5)), failures, run(), DatasetConfig(2))
    return tmp_path / "ds"


def test_every_table_is_written_with_its_columns_and_rows(dataset: Path, tmp_path: Path) -> None:
    rows = export_csv(dataset, tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"{name}.csv" for name in TABLES
    }
    for name, table in TABLES.items():
        found = _csv(tmp_path / "out" / f"{name}.csv")
        assert len(found) == rows[name] == len(read_table(dataset, name))
        if found:
            assert list(found[0]) == [column.name for column in table.columns]


def test_formulas_become_text_and_nothing_else_changes(dataset: Path, tmp_path: Path) -> None:
    export_csv(dataset, tmp_path / "out")
    found = {row["message"] for row in _csv(tmp_path / "out" / "failures.csv")}
    assert found == {f"'{text}" for text in FORMULAS} | set(HARMLESS)


def test_lists_stand_in_one_cell(dataset: Path, tmp_path: Path) -> None:
    export_csv(dataset, tmp_path / "out")
    whole = read_table(dataset, "projects")["partner_ids"]
    found = [row["partner_ids"] for row in _csv(tmp_path / "out" / "projects.csv")]
    assert found == ["; ".join(partners) for partners in whole]


def test_an_export_is_replaced_and_nothing_else_is(dataset: Path, tmp_path: Path) -> None:
    export_csv(dataset, tmp_path / "out")
    export_csv(dataset, tmp_path / "out")
    (tmp_path / "out" / "mine.txt").write_text("years of work")
    with pytest.raises(UsageError, match="something else"):
        export_csv(dataset, tmp_path / "out")


def test_a_folder_without_a_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no table"):
        export_csv(tmp_path, tmp_path / "out")
