from pathlib import Path

import pytest

from pipeline.dataset import describe
from pipeline.errors import UsageError
from pipeline.model.tables import TABLES

DOCS = Path(__file__).parents[2] / "docs" / "dataset.md"


def test_the_page_in_the_docs_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == describe()


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_described_with_its_columns_and_keys(name: str) -> None:
    text = describe(name)
    table = TABLES[name]
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")] == [
        column.name for column in table.columns
    ]
    for key in table.foreign_keys:
        assert f"`{key.table}.{key.target}`" in text
    assert text in describe()


def test_allowed_values_and_emptiness_are_told() -> None:
    assert "`text_layer`, `ocr`, `plain`" in describe("pages")
    assert "int32 or empty" in describe("appointments")
    assert "list of string" in describe("projects")


def test_a_table_that_does_not_exist_is_an_error_with_a_hint() -> None:
    with pytest.raises(UsageError, match="Did you mean pages"):
        describe("page")
