"""Reading a dataset into pandas."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import DatasetError, UsageError
from pipeline.model.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

_LABELS = {"entities": "name", "documents": "title"}


class Dataset:
    """A dataset in a notebook: each table is an attribute.

    >>> plans = Dataset("dataset")
    >>> plans.appointments
    >>> plans.table("appointments", names=True)

    Columns have Arrow types, so that whole numbers with gaps stay whole numbers and dates
    stay dates. Tables are read when they are asked for, each time anew.
    """

    def __init__(self, directory: str | Path) -> None:
        self.directory = Path(directory)

    def __getattr__(self, name: str) -> "pd.DataFrame":
        if name not in TABLES:
            raise AttributeError(f"a dataset has no table {name}; it has {', '.join(TABLES)}")
        return self.table(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def table(
        self, name: str, *, columns: Sequence[str] | None = None, names: bool = False
    ) -> "pd.DataFrame":
        """Return a table, or some of its columns.

        With `names`, each column that leads to an entity is followed by one with the
        entity's name: `person_id` by `person`, `partner_ids` by `partners`, and so on;
        and `document_id` by the `document`'s title. Raises UsageError for a table or
        column that does not exist, DatasetError for one that cannot be read.
        """
        frame = read_table(self.directory, name, columns=columns)
        return self._with_names(name, frame) if names else frame

    def _with_names(self, name: str, frame: "pd.DataFrame") -> "pd.DataFrame":
        for key in TABLES[name].foreign_keys:
            if key.table in _LABELS and key.column in frame:
                target = _read(self.directory, key.table, [key.target, _LABELS[key.table]])
                found = dict(zip(*(column.to_pylist() for column in target.columns), strict=True))
                place = list(frame.columns).index(key.column) + 1
                frame.insert(place, label(key.column), _named(frame[key.column], found))
        return frame


def read_table(
    directory: str | Path, name: str, *, columns: Sequence[str] | None = None
) -> "pd.DataFrame":
    """Return a table of the dataset at `directory`, or some of its columns.

    Raises UsageError for a table or column that does not exist, DatasetError for a table
    that cannot be read.
    """
    import pandas as pd  # Only here: a run that writes a dataset does without it.

    return _read(Path(directory), name, columns).to_pandas(types_mapper=pd.ArrowDtype)


def label(column: str) -> str:
    """Return the name of the column with the names for one with ids."""
    many = column.removesuffix("_ids")
    return column.removesuffix("_id") if many == column else f"{many}s"


def _read(directory: Path, name: str, columns: Sequence[str] | None) -> pa.Table:
    if name not in TABLES:
        raise _unknown(f"There is no table {name}.", name, TABLES)
    known = [column.name for column in TABLES[name].columns]
    for column in columns or ():
        if column not in known:
            raise _unknown(f"The table {name} has no column {column}.", column, known)
    files = table_files(directory, name)
    try:
        wanted = None if columns is None else list(columns)
        return pa.concat_tables([pq.read_table(file, columns=wanted) for file in files])
    except (OSError, pa.ArrowException) as error:
        raise DatasetError(f"The table {name} in {directory} cannot be read: {error}.") from error


def table_files(directory: Path, name: str) -> list[Path]:
    """Return the files of a table, in order. Raises DatasetError where there are none."""
    files = sorted((directory / name).glob("*.parquet"))
    if not files:
        raise DatasetError(
            f"{directory} holds no table {name}.",
            f"Make the dataset: prickfri run SOURCE... --dataset {directory}",
        )
    return files


def _named(ids: "pd.Series[str]", names: Mapping[str, str | None]) -> "pd.Series[str]":
    import pandas as pd

    if str(ids.name).endswith("_ids"):
        values = [[names.get(one) for one in many] for many in ids]
        return pd.Series(values, ids.index, pd.ArrowDtype(pa.list_(pa.string())))
    return pd.Series([names.get(one) for one in ids], ids.index, pd.ArrowDtype(pa.string()))


def _unknown(message: str, given: str, known: Collection[str]) -> UsageError:
    near = get_close_matches(given, known, n=1)
    return UsageError(
        message, f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
    )
