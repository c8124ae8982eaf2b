from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.store import parquet_file, write_parquet

SCHEMA = pa.schema(
    [pa.field("id", pa.string(), False, metadata={"description": "An id."})],
    metadata={"schema_version": "1.0"},
)


def test_the_same_table_gives_the_same_bytes_whatever_its_chunks(tmp_path: Path) -> None:
    whole = pa.table({"id": [f"doc-{n}" for n in range(1000)]}, schema=SCHEMA)
    pieces = pa.concat_tables([whole.slice(0, 10), whole.slice(10)])
    write_parquet(tmp_path / "a.parquet", whole)
    write_parquet(tmp_path / "b.parquet", pieces)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_schema_and_descriptions_come_back(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", SCHEMA.empty_table())
    read = pq.read_schema(tmp_path / "a.parquet")
    assert read.equals(SCHEMA, check_metadata=True)


def test_columns_are_zstd_in_groups_of_128k_rows(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", pa.table({"id": ["x"] * 150_000}, schema=SCHEMA))
    metadata = pq.read_metadata(tmp_path / "a.parquet")
    assert metadata.row_group(0).num_rows == 131_072
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_a_file_written_piece_by_piece_has_all_rows_in_groups_that_fit_in_memory(
    tmp_path: Path,
) -> None:
    batch = pa.record_batch({"id": ["x" * 1024] * 10_000}, schema=SCHEMA)
    with parquet_file(tmp_path / "a.parquet", SCHEMA) as add:
        for _ in range(9):
            add(batch)
        assert not (tmp_path / "a.parquet").exists()
    metadata = pq.read_metadata(tmp_path / "a.parquet")
    groups = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
    assert groups == [10_000] * 9


def test_a_file_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    def write() -> None:
        with parquet_file(tmp_path / "a.parquet", SCHEMA) as add:
            add(pa.record_batch({"id": ["x"]}, schema=SCHEMA))
            raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        write()
    assert list(tmp_path.iterdir()) == []
