"""The data dictionary as Markdown: `prickfri schema > docs/dataset.md`."""

from difflib import get_close_matches

import pyarrow as pa

from pipeline.dataset.questions import QUESTIONS, Question
from pipeline.errors import UsageError
from pipeline.model.tables import SCHEMA_VERSION, TABLES, Column, Table

_INTRODUCTION = f"""\
# The dataset

Schema version {SCHEMA_VERSION}. This page is generated from the schema by `prickfri schema`.
Columns only come, with a new version: 1.1 added `documents.notes`, `costs.subject_text`,
`mentions.period_from` and `period_to`, and `confidence` and `grounds` of goals, activities and
all relations; 1.2 added `entities.kind`; 1.3
`entities.same_as_entity_id`.

A dataset is a folder with one folder a table, each with Parquet files: `DIR/<table>/*.parquet`.
The schema of every file carries the schema version and the description of each column. The
same documents give the same bytes, the table `runs` apart. Rows are sorted by document, and
within a document as they stand in it.

- Ids are texts, the same in every run. Codes are texts too: `0180` is not a number.
- Offsets (`char_start`, `char_end`) count characters from 0, the end not included.
- Boxes (`x0`, `y0`, `x1`, `y1`) are points (1/72 inch) from the top left of the page.
- Shares, scores and confidences lie between 0 and 1.
- A column is never empty unless its type says *or empty*. A list may have no items.

| table | a row is |
|---|---|
"""

_QUESTIONS = """\
## Five questions

Each asked in pandas, and in SQL for DuckDB; both give the same rows. The pandas ones begin
with `dataset = pipeline.Dataset(DIR)`, those in SQL are run in the folder of the dataset:
`cd DIR && duckdb`. The notebooks go on from here.
"""


def describe(table: str | None = None) -> str:
    """Return the data dictionary of one table or of all, as Markdown.

    Raises UsageError for a table that does not exist.
    """
    if table is None:
        rows = (f"| [`{t.name}`](#{t.name}) | {_description(t)} |\n" for t in TABLES.values())
        sections = map(_section, TABLES.values())
        questions = map(_question, QUESTIONS)
        return "\n".join([_INTRODUCTION + "".join(rows), *sections, _QUESTIONS, *questions])
    if table not in TABLES:
        near = get_close_matches(table, TABLES, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"Tables: {', '.join(TABLES)}."
        raise UsageError(f"There is no table {table}.", remedy)
    return _section(TABLES[table])


def _question(question: Question) -> str:
    return f"### {question.text}\n\n```python\n{question.pandas}```\n\n```sql\n{question.sql}```\n"


def _section(table: Table) -> str:
    key = ", ".join(f"`{column}`" for column in table.primary_key)
    lines = [
        f"## {table.name}",
        "",
        f"{_description(table)} Primary key: {key}.",
        "",
        "| column | type | what it holds |",
        "|---|---|---|",
        *(_row(table, column) for column in table.columns),
    ]
    return "\n".join(lines) + "\n"


def _row(table: Table, column: Column) -> str:
    text = column.description
    if column.values:
        text += " One of " + ", ".join(f"`{value}`" for value in column.values) + "."
    for key in table.foreign_keys:
        if key.column == column.name:
            text += f" → `{key.table}.{key.target}`"
    return f"| `{column.name}` | {_type(column)} | {text} |"


def _type(column: Column) -> str:
    arrow = column.type
    if pa.types.is_list(arrow):
        return f"list of {arrow.value_type}"
    return f"{arrow} or empty" if column.nullable else str(arrow)


def _description(table: Table) -> str:
    return table.description.splitlines()[0]
