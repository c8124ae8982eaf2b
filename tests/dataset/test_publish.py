import json
import random
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.config import DatasetConfig
from pipeline.dataset import Dataset, Entry, Published, check_target, publish
from pipeline.errors import DatasetError, IntegrityError, PrickfriError
from pipeline.model.run_rows import FailureRow
from pipeline.model.tables import TABLES
from tests.dataset import builders
from tests.dataset.builders import contents, entry, failure, run, unreadable
from tests.faults import full_disk


def publish_to(directory: Path, *entries: Entry, part_documents: int = 256) -> Published:
    return publish(directory, entries, [], run(), DatasetConfig(part_documents))


def test_every_table_is_there_with_its_schema_also_without_rows(tmp_path: Path) -> None:
    published = publish_to(tmp_path / "empty")
    assert set(published.row_counts) == set(TABLES) - {"runs"}
    for name, table in TABLES.items():
        (file,) = (tmp_path / "empty" / name).glob("*.parquet")
        assert pq.read_schema(file).equals(table.schema, check_metadata=True)


def test_each_table_has_the_rows_that_went_in(tmp_path: Path) -> None:
    published = publish_to(tmp_path / "ds", entry(1), entry(2))
    assert dict(published.row_counts) == {
        "documents": 2,
        "pages": 2,
        "lines": 4,
        "corrections": 6,
        "sections": 2,
        "goals": 2,
        "activities": 2,
        "entities": 4,
        "mentions": 2,
        "appointments": 2,
        "memberships": 2,
        "projects": 2,
        "costs": 2,
        "events": 2,
        "failures": 0,
    }
    for name, count in published.row_counts.items():
        files = [str(file) for file in (tmp_path / "ds" / name).glob("*.parquet")]
        assert pq.read_table(files[0]).num_rows == count
    assert (published.corrections, published.suggestions) == (4, 2)


def test_pandas_polars_and_duckdb_read_every_table(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1), entry(2), part_documents=1)
    for name in TABLES:
        count = pq.read_table(tmp_path / name).num_rows
        assert len(pd.read_parquet(tmp_path / name)) == count
        assert len(pl.read_parquet(tmp_path / name / "*.parquet")) == count
        found = duckdb.execute(f"SELECT count(*) FROM '{tmp_path / name}/*.parquet'").fetchone()
        assert found == (count,)


def test_every_foreign_key_resolves_also_across_parts(tmp_path: Path) -> None:
    publish_to(tmp_path, *map(entry, range(8)), part_documents=2)
    dataset = Dataset(tmp_path)
    for name, table in TABLES.items():
        for key in table.foreign_keys:
            values = dataset.table(name)[key.column].dropna()
            if key.column.endswith("_ids"):
                values = values.explode()
            assert set(values) <= set(dataset.table(key.table)[key.target]), (name, key)


def test_the_same_documents_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    entries = [entry(number) for number in range(20)]
    failures = [failure("b"), failure("a"), failure("a", 3)]
    shuffled = random.Random(1).sample(entries, 20)
    config = DatasetConfig(4)
    publish(tmp_path / "one", entries, failures, run(), config)
    publish(tmp_path / "two", shuffled, reversed(failures), run("another"), config)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_dataset_grown_step_by_step_is_that_made_at_once(tmp_path: Path) -> None:
    entries = [entry(number) for number in range(20)]
    for end in (3, 20, 11):
        publish_to(tmp_path / "grown", *entries[:end], part_documents=4)
    publish_to(tmp_path / "once", *entries[:11], part_documents=4)
    assert contents(tmp_path / "grown") == contents(tmp_path / "once")


def test_one_document_more_rewrites_only_its_part(tmp_path: Path) -> None:
    entries = [entry(number) for number in range(40)]
    new = entry(100)
    publish_to(tmp_path, *entries, part_documents=3)
    files = {path: path.stat().st_ino for path in tmp_path.glob("pages/*.parquet")}
    its_part = f"part-{new.document.id[4]}.parquet"
    others = [e if e.document.id[4] == new.document.id[4] else unreadable(e) for e in entries]
    published = publish_to(tmp_path, *others, new, part_documents=3)
    assert published.parts_written == 1
    changed = {path.name for path, inode in files.items() if path.stat().st_ino != inode}
    assert changed == {its_part}
    assert published.row_counts["documents"] == 41


def test_a_document_that_is_gone_leaves_with_all_its_rows(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1), entry(2))
    publish_to(tmp_path, entry(2))
    dataset = Dataset(tmp_path)
    assert list(dataset.documents["document_id"]) == [entry(2).document.id]
    assert "Projekt 1" not in set(dataset.entities["name"])


def test_a_changed_path_or_content_is_seen(tmp_path: Path) -> None:
    made = entry(1)
    publish_to(tmp_path, made)
    moved = replace(made, document=builders.document(1, ("new/a.txt", "new/b\udce5.txt")))
    assert publish_to(tmp_path, moved).parts_written == 1
    row = Dataset(tmp_path).documents.iloc[0]
    assert row["source_path"] == "new/a.txt"
    assert list(row["other_paths"]) == [r"new/b\xe5.txt"]
    assert not publish_to(tmp_path, unreadable(moved)).written
    with pytest.raises(AssertionError, match="did not change"):
        publish_to(tmp_path, unreadable(replace(moved, digest="other")))


def test_a_part_with_a_torn_or_missing_file_is_made_again(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    whole = contents(tmp_path)
    (tmp_path / "pages" / "part-0.parquet").unlink()
    (tmp_path / "lines" / "part-0.parquet").write_bytes(b"PAR1")
    assert publish_to(tmp_path, entry(1)).parts_written == 1
    assert contents(tmp_path) == whole


def test_a_dataset_that_would_be_the_same_is_left_alone(tmp_path: Path) -> None:
    entries, failures, config = [entry(1), entry(2)], [failure("x")], DatasetConfig(1)
    first = publish(tmp_path / "ds", entries, failures, run("run-1"), config)
    looks = looks_of(tmp_path / "ds")
    again = publish(tmp_path / "ds", map(unreadable, entries), failures, run("run-2"), config)
    assert looks_of(tmp_path / "ds") == looks
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]
    assert list(Dataset(tmp_path / "ds").runs["run_id"]) == ["run-1"]
    assert again == replace(first, parts_written=0, written=False)


def looks_of(directory: Path) -> dict[Path, tuple[int, int]]:
    """Return what tells that a folder, or anything in it, was written to."""
    found = {path: path.stat() for path in (directory, *directory.rglob("*"))}
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in found.items()}


@pytest.mark.parametrize("torn", ["missing", "cut off"])
def test_whatever_file_is_not_whole_is_written_again(tmp_path: Path, torn: str) -> None:
    publish_to(tmp_path, entry(1))
    whole = contents(tmp_path)
    for name in whole:
        if torn == "cut off":
            (tmp_path / name).write_bytes(whole[name][:-1])
        elif name != "datapackage.json":  # without it, the folder is somebody else's
            (tmp_path / name).unlink()
        else:
            continue
        assert publish_to(tmp_path, entry(1)).written, name
        assert contents(tmp_path) == whole, name


def test_a_missing_table_of_runs_begins_anew(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    (tmp_path / "runs" / "part-0.parquet").unlink()
    assert publish_to(tmp_path, entry(1)).written
    assert len(Dataset(tmp_path).runs) == 1


def test_a_part_too_many_is_taken_out(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    whole = contents(tmp_path)
    shutil.copy(tmp_path / "lines" / "part-0.parquet", tmp_path / "lines" / "part-f.parquet")
    assert publish_to(tmp_path, entry(1)).written
    assert contents(tmp_path) == whole


def test_other_code_settings_or_failures_write_a_dataset_again(tmp_path: Path) -> None:
    def written(failures: list[FailureRow], part_documents: int, made_with: str) -> bool:
        config = DatasetConfig(part_documents)
        entries = [entry(1), entry(2)]
        return publish(tmp_path, entries, failures, run(), config, made_with).written

    for changed in (([], 256, "a"), ([failure("x")], 256, "a"), ([], 1, "a"), ([], 1, "b")):
        assert written(*changed)
        assert not written(*changed)


def test_another_schema_version_writes_a_dataset_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_to(tmp_path)
    monkeypatch.setattr(sys.modules[publish.__module__], "SCHEMA_VERSION", "0")
    assert publish_to(tmp_path).written


def test_what_a_killed_run_left_behind_goes_also_where_nothing_is_written(tmp_path: Path) -> None:
    publish_to(tmp_path / "ds", entry(1))
    before = contents(tmp_path / "ds")
    shutil.copytree(tmp_path / "ds", tmp_path / ".ds.staging-0")
    (tmp_path / "ds").rename(tmp_path / ".ds.aside")  # killed between two renames
    assert not publish_to(tmp_path / "ds", entry(1)).written
    assert contents(tmp_path / "ds") == before
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]


def test_runs_are_added_and_counted(tmp_path: Path) -> None:
    for path, name in (("x", "run-1"), ("y", "run-2"), ("x", "run-2")):
        publish(tmp_path, [entry(1)], [failure(path)], run(name), DatasetConfig())
    runs = Dataset(tmp_path).runs
    assert list(runs["run_id"]) == ["run-1", "run-2"]
    last = runs.iloc[-1]
    assert (last["documents"], last["pages"], last["corrections"], last["failures"]) == (1, 1, 2, 1)
    assert last["counts"].startswith("9 sources, 1 document, 1 page, 2 corrections, 1 failure")


def test_without_a_run_the_runs_of_before_stay(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    publish(tmp_path, [entry(2)], [], None, DatasetConfig())
    assert list(Dataset(tmp_path).runs["run_id"]) == ["run-1"]


def test_a_table_of_runs_that_cannot_be_read_is_not_lost_in_silence(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    file = tmp_path / "runs" / "part-0.parquet"
    whole = file.read_bytes()
    for torn in (b"", b"PAR1", whole[:-1], whole[:-8], b"PAR1" + whole[-20:]):
        file.write_bytes(torn)
        with pytest.raises(DatasetError, match="runs"):
            publish_to(tmp_path, entry(1))


@pytest.mark.parametrize("name", ["notes.txt", "datapackage.json"])
def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"name": "another"}')
    with pytest.raises(DatasetError, match="not a dataset"):
        publish_to(tmp_path, entry(1))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_not_a_dataset(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(DatasetError):
        check_target(path)


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("mine")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "pages" / "readme.txt").write_text("mine")
    (tmp_path / "pages" / "part-f.parquet").write_text("ours from another division")
    publish_to(tmp_path, entry(1), entry(2))
    assert (tmp_path / "notes" / "a.txt").read_text() == "mine"
    assert (tmp_path / "pages" / "readme.txt").read_text() == "mine"
    assert (tmp_path / "gone").is_symlink()
    assert not (tmp_path / "pages" / "part-f.parquet").exists()


def test_a_link_to_a_dataset_stays_a_link(tmp_path: Path) -> None:
    publish_to(tmp_path / "real", entry(1))
    (tmp_path / "link").symlink_to("real")
    publish_to(tmp_path / "link", entry(2))
    assert (tmp_path / "link").is_symlink()
    assert list(Dataset(tmp_path / "real").documents["document_id"]) == [entry(2).document.id]


def test_rows_that_do_not_fit_leave_the_dataset_as_it_was(tmp_path: Path) -> None:
    publish_to(tmp_path / "ds", entry(1))
    before = contents(tmp_path / "ds")
    with pytest.raises(IntegrityError, match=r"mentions\.entity_id: 'ent-.*entities"):
        publish_to(tmp_path / "ds", entry(2, lambda k: replace(k, entities=k.entities[1:])))
    assert contents(tmp_path / "ds") == before
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]


def test_a_document_published_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError, match="twice"):
        publish_to(tmp_path, entry(1), entry(1))


def test_a_failure_of_a_document_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError, match=r"failures\.document_id"):
        publish(tmp_path, [], [failure("x", 1, "doc-0")], run(), DatasetConfig())


@pytest.mark.parametrize("room", [0, 4096, 32768])
def test_a_full_disk_leaves_the_dataset_as_it_was(tmp_path: Path, room: int) -> None:
    publish_to(tmp_path / "ds", entry(1))
    before = contents(tmp_path / "ds")
    with full_disk(room), pytest.raises(PrickfriError, match=r"could not be written.*as it was"):
        publish_to(tmp_path / "ds", *map(entry, range(200)))
    assert contents(tmp_path / "ds") == before
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]


def test_the_data_package_names_every_file_and_column(tmp_path: Path) -> None:
    publish_to(tmp_path, *map(entry, range(6)), part_documents=1)
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        table = TABLES[resource["name"]]
        found = {str(f.relative_to(tmp_path)) for f in (tmp_path / table.name).iterdir()}
        assert set(resource["path"]) == found
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [c.name for c in table.columns]
        assert [field["constraints"]["required"] for field in fields] == [
            not column.nullable for column in table.columns
        ]
        for key in resource["schema"]["foreignKeys"]:
            assert key["reference"]["resource"] in TABLES


def test_the_readme_counts_the_rows(tmp_path: Path) -> None:
    publish_to(tmp_path, entry(1))
    readme = (tmp_path / "README.md").read_text()
    assert (
        "| `corrections` | An edit to a line: applied, or suggested to a reviewer | 3 |" in readme
    )
