from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store import write_parquet

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
