"""Parquet files: whole or not there, and byte-identical for the same table."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store.files import replacing

if TYPE_CHECKING:
    import pyarrow as pa

_ROW_GROUP_ROWS = 128 * 1024
_ZSTD_LEVEL = 3


def write_parquet(path: Path, table: "pa.Table") -> None:
    """Write a table; its schema's metadata goes along.

    128k rows a group and dictionary encoding made the quickest look-ups and the smallest
    files; higher levels of zstd gained nothing.
    """
    # Workers need the cache alone: without Arrow they start in a third of the time.
    import pyarrow.parquet as pq

    with replacing(path) as beside:
        pq.write_table(
            table.combine_chunks(),
            beside,
            row_group_size=_ROW_GROUP_ROWS,
            compression="zstd",
            compression_level=_ZSTD_LEVEL,
            use_dictionary=True,
            version="2.6",
        )
