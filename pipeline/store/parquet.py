"""Parquet files: whole or not there, and byte-identical for the same rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store.files import replacing

if TYPE_CHECKING:
    import pyarrow as pa

_ROW_GROUP_ROWS = 128 * 1024
_ROW_GROUP_BYTES = 8 * 1024**2
_ZSTD_LEVEL = 3


@contextmanager
def parquet_file(path: Path, schema: "pa.Schema") -> Iterator[Callable[["pa.RecordBatch"], None]]:
    """Yield a function that adds rows to a new file, which is there when the block ends.

    Nothing waits for the disk: files are written by the thousand, and `Staging` does once.
    What is in memory is one row group at most: 128k rows, or fewer of long texts, and the
    batch that was added last. Dictionary encoding and groups of this size made the quickest
    look-ups and the smallest files; higher levels of zstd gained nothing.
    """
    # Workers need the cache alone: without Arrow they start in a third of the time.
    import pyarrow as pa
    import pyarrow.parquet as pq

    waiting: list[pa.RecordBatch] = []
    rows = size = 0
    with (
        replacing(path, durable=False) as beside,
        pq.ParquetWriter(
            beside,
            schema,
            compression="zstd",
            compression_level=_ZSTD_LEVEL,
            use_dictionary=True,
            version="2.6",
        ) as writer,
    ):

        def write() -> None:
            nonlocal rows, size
            table = pa.Table.from_batches(waiting, schema)
            writer.write_table(table.combine_chunks(), row_group_size=_ROW_GROUP_ROWS)
            waiting.clear()
            rows = size = 0

        def add(batch: pa.RecordBatch) -> None:
            nonlocal rows, size
            waiting.append(batch)
            rows += batch.num_rows
            size += batch.nbytes
            if rows >= _ROW_GROUP_ROWS or size >= _ROW_GROUP_BYTES:
                write()

        yield add
        if waiting:
            write()


def write_parquet(path: Path, table: "pa.Table") -> None:
    """Write a table; its schema's metadata goes along."""
    with parquet_file(path, table.schema) as add:
        for batch in table.combine_chunks().to_batches():
            add(batch)
