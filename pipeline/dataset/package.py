"""What lies beside the tables: a Data Package for programs, a README for people."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from pipeline.dataset.manifest import DESCRIPTOR, MARK
from pipeline.model.tables import SCHEMA_VERSION, TABLES, Column, ForeignKey, Table

_README = """\
# A dataset of Swedish public-sector plans

Written by Prickfri, schema version {version}. Each folder is a table of Parquet files, all
together a [Data Package](https://datapackage.org): `{descriptor}` describes every column
and how the tables belong together. Repaired text stands beside the text as it was read, and
every value leads back to its page and line.

## Reading it

In this folder, with pandas:

```python
import pandas as pd
appointments = pd.read_parquet("appointments", dtype_backend="pyarrow")
```

with polars:

```python
import polars as pl
appointments = pl.read_parquet("appointments/*.parquet")
```

with DuckDB:

```sql
SELECT person.name, a.role, a.body, a.year
FROM 'appointments/*.parquet' AS a
JOIN 'entities/*.parquet' AS person ON person.entity_id = a.person_id;
```

## Tables

| table | a row is | rows |
|---|---|---:|
{tables}

Texts in a column such as `code` stay texts: `0180` is not a number. Offsets count
characters from 0, and boxes are points (1/72 inch) from the top left of the page.
"""


def descriptor(files: Mapping[str, Sequence[str]]) -> str:
    """Return the Data Package descriptor (version 2) for tables with these files."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "prickfri-dataset",
        "title": "Swedish public-sector plans",
        "version": SCHEMA_VERSION,
        MARK: SCHEMA_VERSION,
        "resources": [_resource(table, files[name]) for name, table in TABLES.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def readme(row_counts: Mapping[str, int]) -> str:
    """Return the README; the table `runs` has no count, for it alone differs between runs."""
    lines = [_table_line(table, row_counts) for table in TABLES.values()]
    return _README.format(version=SCHEMA_VERSION, descriptor=DESCRIPTOR, tables="\n".join(lines))


def _table_line(table: Table, row_counts: Mapping[str, int]) -> str:
    meaning = table.description.splitlines()[0].rstrip(".")
    count = "" if table.name == "runs" else f"{row_counts[table.name]:,}"
    return f"| `{table.name}` | {meaning} | {count} |"


def _resource(table: Table, files: Sequence[str]) -> dict[str, Any]:
    lists = {column.name for column in table.columns if pa.types.is_list(column.type)}
    return {
        "name": table.name,
        "type": "table",
        "path": list(files),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": table.description,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.primary_key),
            # The standard has no words for a list of references.
            "foreignKeys": [_reference(k) for k in table.foreign_keys if k.column not in lists],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if column.values:
        constraints["enum"] = [str(value) for value in column.values]
    return {
        "name": column.name,
        "type": _field_type(column.type),
        "description": column.description,
        "constraints": constraints,
    }


def _field_type(arrow: pa.DataType) -> str:
    """Return the Table Schema type of an Arrow type."""
    kinds = (
        (pa.types.is_list, "array"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_timestamp, "datetime"),
        (pa.types.is_date, "date"),
    )
    return next((kind for matches, kind in kinds if matches(arrow)), "string")


def _reference(key: ForeignKey) -> dict[str, Any]:
    return {
        "fields": [key.column],
        "reference": {"resource": key.table, "fields": [key.target]},
    }
