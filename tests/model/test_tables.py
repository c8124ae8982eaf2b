from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pyarrow as pa
import pytest

from pipeline.model.rows import Evidence, Knowledge
from pipeline.model.tables import SCHEMA_VERSION, TABLES, Table

# The columns that scripts of others rely on, apart from those of the evidence.
CONTRACT = {
    "documents": "document_id sha256 source_path media_type byte_size page_count title "
    "document_type organisation_id year_from year_to document_date language quality_raw quality "
    "status pipeline_version",
    "pages": "document_id page_number width_pt height_pt text_source decision_reason ocr_language "
    "ocr_confidence rotation skew quality_raw quality text_raw text",
    "lines": "document_id page_number line_number role text_raw text x0 y0 x1 y1 confidence",
    "corrections": "correction_id document_id page_number line_number char_start char_end original "
    "corrected kind score ocr_confidence alternatives decision x0 y0 x1 y1",
    "sections": "section_id document_id parent_section_id ordinal number heading level page_start "
    "page_end text",
    "goals": "goal_id document_id section_id year text",
    "activities": "activity_id document_id parent_activity_id section_id number title text effect "
    "themes year",
    "entities": "entity_id entity_type name aliases code parent_entity_id source first_year "
    "last_year mention_count",
    "mentions": "mention_id document_id entity_id section_id page_number line_number char_start "
    "char_end surface surface_raw confidence method",
    "appointments": "document_id person_id party role body network_id organisation_id year "
    "mention_id",
    "memberships": "document_id member_id network_id since until",
    "projects": "document_id project_id name description funder_id programme_id lead_id "
    "partner_ids start_date end_date",
    "costs": "document_id subject_id year amount currency fte_percent approximate",
    "events": "event_id document_id project_id start_date end_date place_id title",
    "failures": "source_path sha256 page_number stage reason message attempts",
    "runs": "run_id started_at finished_at version config_digest counts",
}
WITH_EVIDENCE = {
    "goals",
    "activities",
    "appointments",
    "memberships",
    "projects",
    "costs",
    "events",
}


@pytest.fixture(params=TABLES.values(), ids=list(TABLES))
def table(request: pytest.FixtureRequest) -> Table:
    found = request.param
    assert isinstance(found, Table)
    return found


def test_the_tables_are_those_of_the_contract_in_its_order() -> None:
    assert list(TABLES) == list(CONTRACT)


def test_a_table_has_the_columns_of_the_contract(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert set(CONTRACT[table.name].split()) <= names
    evidence = {field.name for field in fields(Evidence)}
    assert (evidence <= names) == (table.name in WITH_EVIDENCE)


def test_the_columns_are_the_fields_of_the_record(table: Table) -> None:
    assert {c.name for c in table.columns} == {f.name for f in fields(table.row_type)}
    assert len(table.columns) == len(fields(table.row_type))


def test_arrow_types_and_emptiness_follow_the_record(table: Table) -> None:
    plain = {str: pa.string(), int: pa.int32(), float: pa.float64(), bool: pa.bool_()}
    plain |= {date: pa.date32(), datetime: pa.timestamp("us", tz="UTC")}
    hints = get_type_hints(table.row_type)
    for column in table.columns:
        hint = hints[column.name]
        options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        assert column.nullable == (type(None) in options), column
        (kind,) = (option for option in options if option is not type(None))
        if get_origin(kind) is tuple:
            assert isinstance(column.type, pa.ListType)
            assert column.type.value_type == pa.string()
        elif kind in plain:
            assert column.type == plain[kind]
        else:
            assert column.type == pa.string()
            members = list(kind) if issubclass_of_str_enum(kind) else list(get_args(kind))
            assert list(column.values) == members


def issubclass_of_str_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def test_every_column_is_described_and_the_schema_says_so(table: Table) -> None:
    metadata = table.schema.metadata or {}
    assert metadata[b"schema_version"] == SCHEMA_VERSION.encode()
    for column in table.columns:
        field = table.schema.field(column.name)
        assert len(column.description) > 5
        assert field.metadata == {b"description": column.description.encode()}
        assert (field.type, field.nullable) == (column.type, column.nullable)


def test_keys_are_columns_that_exist_and_fit(table: Table) -> None:
    columns = {column.name: column for column in table.columns}
    assert all(not columns[name].nullable for name in table.primary_key)
    for key in table.foreign_keys:
        assert key.column in columns
        assert TABLES[key.table].primary_key == (key.target,)


def test_every_column_that_ends_in_id_is_a_key(table: Table) -> None:
    known = {*table.primary_key, *(key.column for key in table.foreign_keys)}
    ids = {c.name for c in table.columns if c.name.endswith(("_id", "_ids"))}
    assert ids <= known


def test_what_is_understood_from_a_document_has_a_table() -> None:
    assert {field.name for field in fields(Knowledge)} - {"document"} <= set(TABLES)
