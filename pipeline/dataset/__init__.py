"""The dataset: tables made from documents, put in place as a whole, and read again."""

from typing import TYPE_CHECKING

from pipeline.dataset.parts import Entry
from pipeline.dataset.publish import Published, check_target, publish
from pipeline.exports import loaded_when_asked

if TYPE_CHECKING:
    from pipeline.dataset.dictionary import describe
    from pipeline.dataset.export import export_csv
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

# A run that leaves a dataset as it is needs no Arrow.
__getattr__ = loaded_when_asked(
    __name__,
    {
        "Dataset": "reading",
        "DocumentRows": "rows",
        "describe": "dictionary",
        "document_rows": "rows",
        "export_csv": "export",
        "read_table": "reading",
    },
)
