import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dataset.arrays import make_array
from pipeline.model.tables import TABLES

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LIST_OF_TEXTS = pa.list_(pa.field("element", pa.string(), nullable=False))
VALUES: dict[pa.DataType, st.SearchStrategy[Any]] = {
    pa.string(): TEXTS,
    pa.int32(): st.integers(-(2**31), 2**31 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
    pa.date32(): st.dates(),
    pa.timestamp("us", tz="UTC"): st.datetimes(timezones=st.just(UTC)),
}


@st.composite
def columns(draw: st.DrawFn) -> tuple[pa.DataType, list[Any]]:
    type_ = draw(st.sampled_from([*VALUES, LIST_OF_TEXTS]))
    if type_ == LIST_OF_TEXTS:
        return type_, draw(st.lists(st.lists(TEXTS).map(tuple)))
    return type_, draw(st.lists(st.none() | VALUES[type_]))


@given(columns())
@settings(deadline=None)  # the first time it loads pandas
def test_arrays_are_those_that_arrow_makes(column: tuple[pa.DataType, list[Any]]) -> None:
    type_, values = column
    made, expected = make_array(values, type_), pa.array(values, type_)
    made.validate(full=True)
    assert made.type == type_
    assert made.equals(expected)
    assert _bytes(made) == _bytes(expected)


def _bytes(values: "pa.Array[Any]") -> bytes:
    """Return an array as it is kept: equal ones could differ where nothing stands."""
    return pa.record_batch([values], ["column"]).serialize().to_pybytes()


def test_every_column_has_a_type_that_arrays_are_made_of() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert len(make_array([], column.type)) == 0
            if isinstance(column.type, pa.ListType):
                assert not column.nullable, "a list has no items where there are none"


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (1, pa.string()),
        ("\ud800", pa.string()),
        ("1", pa.int32()),
        (1.5, pa.int32()),
        (2**31, pa.int32()),
        ("1.5", pa.float64()),
        (1, pa.bool_()),
        ("2024-01-01", pa.date32()),
        (date(2024, 1, 1), pa.timestamp("us", tz="UTC")),
        (datetime(2024, 1, 1), pa.timestamp("us", tz="UTC")),
        (None, LIST_OF_TEXTS),
        ((None,), LIST_OF_TEXTS),
    ],
)
def test_a_value_of_another_type_is_an_error(value: object, type_: pa.DataType) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        make_array([value], type_)


_WRITES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from pipeline.config import DatasetConfig
from pipeline.dataset import publish
from tests.dataset.builders import entry, run
publish(Path(sys.argv[1]), [entry(1)], [], run("run-1"), DatasetConfig())
publish(Path(sys.argv[1]), [entry(1)], [], run("run-2"), DatasetConfig())
print("pandas" in sys.modules)
"""


def test_a_dataset_is_written_without_pandas(tmp_path: Any) -> None:
    command = [sys.executable, "-c", _WRITES, str(tmp_path / "ds")]
    assert subprocess.check_output(command, text=True) == "False\n"
