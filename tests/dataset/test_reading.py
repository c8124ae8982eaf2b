from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from pipeline.config import DatasetConfig
from pipeline.dataset import Dataset, publish, read_table
from pipeline.dataset.reading import label
from pipeline.errors import DatasetError, UsageError
from pipeline.model.tables import TABLES
from tests.dataset.builders import entry, failure, run


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    directory = tmp_path_factory.mktemp("dataset")
    publish(directory, map(entry, range(5)), [failure("x")], run(), DatasetConfig(2))
    return Dataset(directory)


def test_each_table_is_an_attribute(plans: Dataset) -> None:
    assert len(plans.appointments) == 5
    assert set(TABLES) <= set(dir(plans))
    assert len(plans.runs) == 1
    with pytest.raises(AttributeError, match="no table novels"):
        _ = plans.novels


def test_whole_numbers_with_gaps_stay_whole_and_dates_stay_dates(plans: Dataset) -> None:
    years = plans.appointments["year"]
    assert years.isna().sum() == 1
    assert years.dtype == pd.ArrowDtype(pa.int32())
    assert plans.events["start_date"].dtype == pd.ArrowDtype(pa.date32())


def test_names_stand_beside_ids(plans: Dataset) -> None:
    found = plans.table("appointments", names=True)
    columns = list(found.columns)
    assert columns[columns.index("person_id") + 1] == "person"
    assert set(found["person"]) == {"Anna Åkesson"}
    assert set(found["network"]) == {"Östersjönätverket"}
    assert set(found["document"]) == {"Handlingsplan"}
    assert found["organisation"].isna().all()
    projects = plans.table("projects", names=True)
    assert list(projects["partners"].iloc[0]) == ["Anna Åkesson", "Östersjönätverket"]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_had_with_names_and_its_own_columns(plans: Dataset, name: str) -> None:
    plain = plans.table(name)
    named = plans.table(name, names=True)
    pd.testing.assert_frame_equal(named[list(plain.columns)], plain)
    keys = TABLES[name].foreign_keys
    added = [label(key.column) for key in keys if key.table in ("entities", "documents")]
    assert [column for column in named.columns if column not in plain.columns] == [
        column for column in named.columns if column in added
    ]
    assert len(named.columns) == len(plain.columns) + len(added)


def test_some_columns_are_read_alone(plans: Dataset) -> None:
    found = plans.table("appointments", columns=["year", "person_id"], names=True)
    assert list(found.columns) == ["year", "person_id", "person"]


def test_what_is_not_there_is_an_error_with_a_hint(plans: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean appointments"):
        read_table(plans.directory, "apointments")
    with pytest.raises(UsageError, match="Did you mean person_id"):
        plans.table("appointments", columns=["person"])
    with pytest.raises(DatasetError, match="prickfri run"):
        _ = Dataset(tmp_path).pages
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "part-0.parquet").write_bytes(b"torn")
    with pytest.raises(DatasetError, match="cannot be read"):
        _ = Dataset(tmp_path).pages
