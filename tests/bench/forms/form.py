"""One thing told in one setting, and whether it is understood."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.lexicon import EntityLexicon
from pipeline.model.rows import Knowledge
from tests.bench.cases import understand_file
from tests.bench.facts import COLUMNS, facts, gold_facts

# By how many of its columns a row is found again: what a network costs differs from year to year.
_TOLD_BY: Final = {"costs": 2}


class Form(NamedTuple):
    """A short text that tells of a `thing` in a `setting`.

    `expected` has the row that it gives in a table of `COLUMNS`; a column that it lacks may hold
    anything. Where it is several rows, or none, they are all of the table.
    """

    thing: str
    setting: str
    text: str
    expected: Mapping[str, str] | Sequence[Mapping[str, str]]


class Outcome(NamedTuple):
    """What was understood of a form: the rows of its table."""

    form: Form
    right: bool
    found: tuple[tuple[str, ...], ...]


def outcomes(table: str, forms: Iterable[Form], entities: EntityLexicon) -> Iterator[Outcome]:
    """Yield what is understood of each form.

    It is right if one row has all expected columns, and none that has the first of them, such as
    the person (of costs the first two), has another in their stead.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        for form in forms:
            path.write_text(form.text, encoding="utf-8")
            rows = _rows(table, understand_file(path, entities))
            yield Outcome(form, _is_right(table, form.expected, rows), rows)


def _rows(table: str, knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(facts(knowledge)[table]))


def _is_right(
    table: str,
    expected: Mapping[str, str] | Sequence[Mapping[str, str]],
    rows: tuple[tuple[str, ...], ...],
) -> bool:
    if not isinstance(expected, Mapping):
        return set(rows) == gold_facts(table, expected)
    columns = COLUMNS[table]
    (gold,) = gold_facts(table, [{column: expected.get(column, "") for column in columns}])
    places = [place for place, column in enumerate(columns) if column in expected]
    told_by = places[: _TOLD_BY.get(table, 1)]
    same = [row for row in rows if all(row[place] == gold[place] for place in told_by)]
    return bool(same) and all(row[place] == gold[place] for row in same for place in places)
