"""The samples, imported by the command, read as users read them."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.model.page import TextSource
from pipeline.model.tables import SCHEMA_VERSION, TABLES
from tests.end_to_end.running import ROOT, SAMPLES, prickfri, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("samples")]


@pytest.mark.parametrize("table", TABLES)
def test_pandas_polars_and_duckdb_read_the_same_rows(imported: Path, table: str) -> None:
    count = len(pd.read_parquet(imported / table))
    assert len(pl.read_parquet(imported / table / "*.parquet")) == count
    query = f"select count(*) from '{imported / table}/*.parquet'"
    counted = duckdb.connect().execute(query).fetchone()
    assert counted == (count,)
    if table != "failures":
        assert count > 0


def test_every_foreign_key_resolves(imported: Path) -> None:
    for table in TABLES.values():
        for key in table.foreign_keys:
            found = {
                value for row in rows(imported, table.name) for value in listed(row[key.column])
            }
            assert found <= {row[key.target] for row in rows(imported, key.table)}, key


def listed(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def test_files_tell_their_schema_and_what_columns_mean(imported: Path) -> None:
    for table in TABLES.values():
        for file in (imported / table.name).glob("*.parquet"):
            schema = pq.read_schema(file)
            assert (schema.metadata or {})[b"schema_version"] == SCHEMA_VERSION.encode()
            for column in table.columns:
                described = (schema.field(column.name).metadata or {})[b"description"]
                assert described.decode() == column.description


def test_every_sample_is_accounted_for(imported: Path) -> None:
    documents = rows(imported, "documents")
    accounted = [path for row in documents for path in (row["source_path"], *row["other_paths"])]
    samples = [str(path.relative_to(ROOT)) for path in SAMPLES.rglob("*") if path.is_file()]
    assert sorted(accounted) == sorted(samples)
    assert len(documents) == len(samples) - 1  # one of them is a copy


def test_mentions_and_evidence_are_where_they_say(imported: Path) -> None:
    texts = {(p["document_id"], p["page_number"]): p["text"] for p in rows(imported, "pages")}
    for row in rows(imported, "mentions"):
        text = texts[row["document_id"], row["page_number"]]
        assert text[row["char_start"] : row["char_end"]] == row["surface"]
    for name in ("appointments", "memberships", "projects", "goals", "activities", "costs"):
        for row in rows(imported, name):
            text = texts[row["document_id"], row["page_number"]]
            assert 0 <= row["char_start"] < row["char_end"] <= len(text), (name, row)


def test_corrections_turn_raw_lines_into_lines(imported: Path) -> None:
    texts = {place(row): row["text_raw"] for row in rows(imported, "lines")}
    edits = [
        row
        for row in rows(imported, "corrections")
        if row["decision"] == "applied" and row["kind"] != "line_end_hyphen"
    ]
    assert len(edits) > 50
    for edit in sorted(edits, key=lambda edit: -edit["char_start"]):
        text = texts[place(edit)]
        assert text[edit["char_start"] : edit["char_end"]] == edit["original"]
        texts[place(edit)] = (
            text[: edit["char_start"]] + edit["corrected"] + text[edit["char_end"] :]
        )
    assert texts == {place(row): row["text"] for row in rows(imported, "lines")}


def place(row: dict[str, Any]) -> tuple[str, int, int]:
    return row["document_id"], row["page_number"], row["line_number"]


def pages_of(imported: Path, name: str) -> list[dict[str, Any]]:
    (document,) = (
        row["document_id"]
        for row in rows(imported, "documents")
        if Path(row["source_path"]).name == name
    )
    return [row for row in rows(imported, "pages") if row["document_id"] == document]


def test_a_ruined_text_layer_over_an_image_is_read_again(imported: Path) -> None:
    for page in pages_of(imported, "internationell-strategi-2016-2019.pdf"):
        assert page["text_source"] == TextSource.OCR
        assert "image read again" in page["decision_reason"]


def test_a_ruined_text_without_image_is_repaired(imported: Path) -> None:
    for page in pages_of(imported, "kompetensförsörjningsplan-2018.pdf"):
        assert page["text_source"] == TextSource.TEXT_LAYER
        assert "text repaired" in page["decision_reason"]
        assert page["quality"] > page["quality_raw"] + 0.1


def test_a_healthy_text_layer_is_kept(imported: Path) -> None:
    for page in pages_of(imported, "internationell-strategi-2026-2031.pdf"):
        assert page["text_source"] == TextSource.TEXT_LAYER
        assert "kept" in page["decision_reason"]


def test_scanned_pages_among_others_are_read_and_turned_upright(imported: Path) -> None:
    pages = pages_of(imported, "handlingsplan-internationellt-arbete-2021.pdf")
    assert [page["text_source"] for page in pages] == ["text_layer"] * 2 + ["ocr"] * 3
    assert [page["rotation"] for page in pages][:3] == [0, 0, 0]
    assert sorted(page["rotation"] for page in pages)[3:] in ([90, 180], [180, 270])


def test_the_data_package_names_every_table(imported: Path) -> None:
    package = json.loads((imported / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)


def test_the_readme_of_the_dataset_shows_code_that_runs(
    imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(imported)
    text = (imported / "README.md").read_text()
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README", "exec"), {})
    for block in re.findall(r"```sql\n(.*?)```", text, re.DOTALL):
        assert duckdb.connect().execute(block).fetchall()


def test_the_four_lines_of_the_readme_run(
    imported: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (ROOT / "README.md").read_text()
    (block,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "dataset").symlink_to(imported)
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "README", "exec"), {})


def test_a_second_run_does_nothing_anew_and_changes_nothing(imported: Path, cache: Path) -> None:
    before = {path: path.read_bytes() for path in imported.rglob("*.parquet")}
    result = prickfri("run", SAMPLES, "--dataset", imported, cache=cache)
    assert result.returncode == 0
    assert "18 sources unchanged since an earlier run" in result.stdout
    assert f"The dataset lies in {imported}, as it was." in result.stdout
    for path, content in before.items():
        assert path.read_bytes() == content, path


def test_status_tells_what_became_of_every_source(imported: Path, cache: Path) -> None:
    result = prickfri("status", imported, cache=cache)
    assert result.returncode == 0
    assert re.search(r"^ +17  done$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +1  skipped as duplicate$", result.stdout, re.MULTILINE)
