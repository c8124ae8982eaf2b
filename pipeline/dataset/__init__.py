"""The dataset: tables made from documents, put in place as a whole, and read again."""

from pipeline.dataset.dictionary import describe
from pipeline.dataset.export import export_csv
from pipeline.dataset.parts import Entry
from pipeline.dataset.publish import Published, check_target, publish
from pipeline.dataset.reading import Dataset, read_table
from pipeline.dataset.rows import DocumentRows, document_rows

__all__ = [
    "Dataset",
    "DocumentRows",
    "Entry",
    "Published",
    "check_target",
    "describe",
    "document_rows",
    "export_csv",
    "publish",
    "read_table",
]
