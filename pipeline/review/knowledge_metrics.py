"""How much of the gold of a table was found, and how much of what was found is in it."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Row = Mapping[str, str]

_DASHES: Final = re.compile("[‐‑‒–—−]")
_QUOTES: Final = str.maketrans("”“’‘´`", "\"\"''''")


@dataclass(frozen=True, slots=True)
class Score:
    """Rows found, rows in the gold, and rows in both; adds up over documents and tables."""

    found: int = 0
    gold: int = 0
    both: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.both <= min(self.found, self.gold):
            raise ValueError(f"{self.both} rows cannot be in {self.found} and in {self.gold}")

    def __add__(self, other: "Score") -> "Score":
        return Score(self.found + other.found, self.gold + other.gold, self.both + other.both)

    @property
    def precision(self) -> float:
        """Share of what was found that is in the gold; 1 where nothing was found."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where the gold is empty."""
        return self.both / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where both sides are empty."""
        rows = self.found + self.gold
        return 2 * self.both / rows if rows else 1.0


def score_rows(found: Sequence[Row], gold: Sequence[Row], columns: Sequence[str]) -> Score:
    """Compare rows in the named columns; a missing column counts as empty.

    A row that stands twice is needed twice. Case, kinds of dashes and quotation marks,
    runs of white space and a full stop at the end do not matter.
    """
    left, right = (Counter(_key(row, columns) for row in rows) for rows in (found, gold))
    return Score(left.total(), right.total(), (left & right).total())


def score_tables(
    found: Mapping[str, Sequence[Row]],
    gold: Mapping[str, Sequence[Row]],
    columns: Mapping[str, Sequence[str]],
) -> dict[str, Score]:
    """Compare all tables that `columns` names, each in the columns it names."""
    return {
        table: score_rows(found.get(table, ()), gold.get(table, ()), names)
        for table, names in columns.items()
    }


def read_gold(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each TSV file in a folder by its name without ending."""
    tables = {}
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            tables[path.stem] = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tables


def plain(value: str) -> str:
    """Return a value as it is compared."""
    text = unicodedata.normalize("NFC", value).translate(_QUOTES)
    return " ".join(_DASHES.sub("-", text).casefold().split()).removesuffix(".")


def _key(row: Row, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(plain(row.get(column) or "") for column in columns)
