"""One thing told in one setting, and whether it is understood."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.lexicon import EntityLexicon
from pipeline.model.rows import Knowledge
from tests.bench.cases import understand_file
from tests.bench.facts import COLUMNS, facts, gold_facts

# The columns by which a row is found again, where that is not the first that is expected.
_TOLD_BY: Final[Mapping[str, Sequence[str]]] = {
    "costs": ("subject", "year"),
    "goals": ("text",),
    "activities": ("title",),
}


class Form(NamedTuple):
    """A short text that tells of a `thing` in a `setting`.

    `expected` has the row that it gives in a table of `COLUMNS`, `others` those that it gives
    besides; a column that they lack may hold anything. Where `expected` is several rows, or none,
    they are all of the table.
    """

    thing: str
    setting: str
    text: str
    expected: Mapping[str, str] | Sequence[Mapping[str, str]]
    others: tuple[Mapping[str, str], ...] = ()


class Outcome(NamedTuple):
    """What was understood of a form: the rows of its table."""

    form: Form
    right: bool
    found: tuple[tuple[str, ...], ...]


def outcomes(table: str, forms: Iterable[Form], entities: EntityLexicon) -> Iterator[Outcome]:
    """Yield what is understood of each form.

    It is right if for each row expected one has all of its columns, and none that tells of the
    same, such as the person, has another in their stead.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        for form in forms:
            path.write_text(form.text, encoding="utf-8")
            rows = _rows(table, understand_file(path, entities))
            yield Outcome(form, _is_right(table, form, rows), rows)


def _rows(table: str, knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(facts(knowledge)[table]))


def _is_right(table: str, form: Form, rows: tuple[tuple[str, ...], ...]) -> bool:
    if isinstance(form.expected, Mapping):
        return all(_is_told(table, one, rows) for one in (form.expected, *form.others))
    return set(rows) == gold_facts(table, form.expected)


def _is_told(table: str, expected: Mapping[str, str], rows: tuple[tuple[str, ...], ...]) -> bool:
    columns = COLUMNS[table]
    (gold,) = gold_facts(table, [{column: expected.get(column, "") for column in columns}])
    places = [place for place, column in enumerate(columns) if column in expected]
    told_by = [columns.index(name) for name in _TOLD_BY.get(table, (columns[places[0]],))]
    same = [row for row in rows if all(row[place] == gold[place] for place in told_by)]
    return bool(same) and all(row[place] == gold[place] for row in same for place in places)
