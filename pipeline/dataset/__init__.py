"""The dataset: tables made from documents, put in place as a whole, and read again."""

from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.dataset.parts import Entry
from pipeline.dataset.publish import Published, check_target, publish

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

_HOMES = {
    "Dataset": "reading",
    "DocumentRows": "rows",
    "describe": "dictionary",
    "document_rows": "rows",
    "export_csv": "export",
    "read_table": "reading",
}


def __getattr__(name: str) -> object:
    """Load what is asked for: a run that leaves a dataset as it is needs no Arrow."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
