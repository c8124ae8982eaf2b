"""The tables of the dataset: Arrow schemas made from the records of rows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from inspect import get_annotations
from types import MappingProxyType, NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from pipeline.model import page_rows, rows
from pipeline.model.run_rows import SCHEMA_VERSION, FailureRow, RunRow

__all__ = ["SCHEMA_VERSION", "TABLES", "Column", "ForeignKey", "Table"]

_ARROW_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, Arrow type, whether it may be empty, and what it holds."""

    name: str
    type: pa.DataType
    nullable: bool
    description: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose values are found in another table's column, where not empty."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """A table of the dataset: its record, columns, keys, and the columns it is sorted by."""

    name: str
    row_type: type
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @cached_property
    def schema(self) -> pa.Schema:
        """Arrow schema with descriptions, and the schema version as metadata."""
        fields = [
            pa.field(c.name, c.type, c.nullable, metadata={"description": c.description})
            for c in self.columns
        ]
        metadata: dict[str | bytes, str | bytes] = {
            "schema_version": SCHEMA_VERSION,
            "description": self.description,
        }
        return pa.schema(fields, metadata=metadata)


def _arrow_type(hint: type) -> tuple[pa.DataType, bool, tuple[str, ...]]:
    """Return Arrow type, nullability and allowed values of a field's type."""
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not NoneType)
        arrow, _, values = _arrow_type(inner)
        return arrow, True, values
    if get_origin(hint) is Literal:
        return pa.string(), False, get_args(hint)
    if get_origin(hint) is tuple:
        arrow, _, _ = _arrow_type(get_args(hint)[0])
        return pa.list_(pa.field("element", arrow, nullable=False)), False, ()
    if issubclass(hint, StrEnum):
        return pa.string(), False, tuple(hint)
    return _ARROW_TYPES[hint], False, ()


def _columns(row_type: type) -> tuple[Column, ...]:
    """Make columns of a record's fields: its own first, inherited evidence last."""
    own = list(get_annotations(row_type))
    hints = get_type_hints(row_type, include_extras=True)
    ordered = own + [name for name in hints if name not in own]
    return tuple(_column(name, hints[name]) for name in ordered)


def _column(name: str, hint: type) -> Column:
    described, description = get_args(hint)
    arrow, nullable, values = _arrow_type(described)
    return Column(name, arrow, nullable, description, values)


def _table(
    name: str, row_type: type, key: str, entities: str = "", references: str = ""
) -> tuple[str, Table]:
    """Describe a table; `entities` are columns that lead there, `references` `column>table`."""
    foreign = [ForeignKey(column, "entities", "entity_id") for column in entities.split()]
    for reference in references.split():
        column, target = reference.split(">")
        table, _, target_column = target.partition(".")
        foreign.append(ForeignKey(column, table, target_column or column))
    doc = (row_type.__doc__ or "").strip()
    columns = _columns(row_type)
    return name, Table(name, row_type, doc, columns, tuple(key.split()), tuple(foreign))


_IN_DOCUMENT = "document_id>documents"
_IN_SECTION = f"{_IN_DOCUMENT} section_id>sections"

TABLES: MappingProxyType[str, Table] = MappingProxyType(
    dict(
        (
            _table("documents", rows.DocumentRow, "document_id", "organisation_id"),
            _table("pages", page_rows.PageRow, "document_id page_number", "", _IN_DOCUMENT),
            _table(
                "lines", page_rows.LineRow, "document_id page_number line_number", "", _IN_DOCUMENT
            ),
            _table("corrections", page_rows.CorrectionRow, "correction_id", "", _IN_DOCUMENT),
            _table(
                "sections",
                rows.SectionRow,
                "section_id",
                references=f"{_IN_DOCUMENT} parent_section_id>sections.section_id",
            ),
            _table("goals", rows.GoalRow, "goal_id", references=_IN_SECTION),
            _table(
                "activities",
                rows.ActivityRow,
                "activity_id",
                references=f"{_IN_SECTION} parent_activity_id>activities.activity_id",
            ),
            _table("entities", rows.EntityRow, "entity_id", "parent_entity_id same_as_entity_id"),
            _table("mentions", rows.MentionRow, "mention_id", "entity_id", _IN_SECTION),
            _table(
                "appointments",
                rows.AppointmentRow,
                "appointment_id",
                "person_id network_id organisation_id",
                f"{_IN_DOCUMENT} mention_id>mentions",
            ),
            _table(
                "memberships",
                rows.MembershipRow,
                "membership_id",
                "member_id network_id",
                _IN_DOCUMENT,
            ),
            _table(
                "projects",
                rows.ProjectRow,
                "document_id project_id",
                "project_id funder_id programme_id lead_id partner_ids",
                _IN_DOCUMENT,
            ),
            _table("costs", rows.CostRow, "cost_id", "subject_id", _IN_DOCUMENT),
            _table("events", rows.EventRow, "event_id", "project_id place_id", _IN_DOCUMENT),
            _table("failures", FailureRow, "failure_id", "", _IN_DOCUMENT),
            _table("runs", RunRow, "run_id"),
        )
    )
)
"""Every table of the dataset by name, in the order of the data dictionary."""
