"""Files that are whole or not there: kept results, Parquet files, folders swapped in one step."""

from pipeline.store.cache import Cache
from pipeline.store.files import replacing, write_bytes, write_text
from pipeline.store.folders import Staging, link_or_copy
from pipeline.store.parquet import parquet_file, write_parquet

__all__ = [
    "Cache",
    "Staging",
    "link_or_copy",
    "parquet_file",
    "replacing",
    "write_bytes",
    "write_parquet",
    "write_text",
]
