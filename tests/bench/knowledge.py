"""Measures knowledge against gold: precision, recall and F1 of each table.

    python -m tests.bench.knowledge corpus            the samples as files
    python -m tests.bench.knowledge corpus --printed  the samples as their gold prints them
    python -m tests.bench.knowledge folder [FOLDER]   texts with gold, by default corpus/held_out
    python -m tests.bench.knowledge held-out          the same as `folder` without a folder
    python -m tests.bench.knowledge seeds             ../shared/seeds, where it is present
    python -m tests.bench.knowledge seeds --read scan printed, scanned, and read with `swe`
    python -m tests.bench.knowledge seeds --read eng  the same with `eng`, and repaired

A fact is right where all its columns are. `--columns` tells how far each of them is: the share
of the gold's facts that has a row of the same first column, and with the same in each other.

Readers word differently what a project is about. `--alike` adds a row in which a description
counts as right that has the gold's words, whatever stands between them: F1 of the words of four
letters or more is at least one half (the F1 of tokens of SQuAD, Rajpurkar et al. 2016).

`--half dev` keeps to the samples that rules may be written by, `--half held-out` to the
others; `--documents` adds the F1 of each document; `--misses` lists what was missed and
what was wrongly found.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import eq
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.cases import HELD_OUT, corpus_cases, folder_cases, seed_cases
from tests.bench.facts import COLUMNS, Case, Facts, facts, open_entities_once
from tests.bench.rereading import Reader, Way
from tests.bench.scans import SCANS

# The column of a table that readers tell in words of their own.
_FREE: Final = {"projects": COLUMNS["projects"].index("description")}
_FEWEST_LETTERS: Final = 4
_ALIKE: Final = 0.5


class Tally(NamedTuple):
    """How many facts are right, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / ((self.right + self.missed) or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where there was nothing to find and nothing was found."""
        found = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / found if found else 1.0


def tally(gold: Facts, found: Facts) -> Tally:
    """Compare what was found with the gold."""
    return Tally(len(gold & found), len(found - gold), len(gold - found))


def tally_alike(gold: Facts, found: Facts, free: int) -> Tally:
    """Compare like `tally`, but the column `free` by the words that both have."""
    left = set(found)
    right = 0
    for one in sorted(gold):
        same = [other for other in left if _rest(other, free) == _rest(one, free)]
        best = max(same, key=lambda other: (_shared(one[free], other[free]), other), default=None)
        if best and _shared(one[free], best[free]) >= _ALIKE:
            left.remove(best)
            right += 1
    return Tally(right, len(left), len(gold) - right)


def _rest(fact: tuple[str, ...], free: int) -> tuple[str, ...]:
    return fact[:free] + fact[free + 1 :]


def _shared(one: str, other: str) -> float:
    """Return the F1 of the words of two texts; 1 where they are the same."""
    if one == other:
        return 1.0
    first, second = (
        Counter(word for word in text.split() if len(word) >= _FEWEST_LETTERS)
        for text in (one, other)
    )
    return 2 * (first & second).total() / ((first.total() + second.total()) or 1)


def added(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


def report(cases: Iterable[Case], chosen: argparse.Namespace) -> None:
    """Print a row for each table; with `misses`, what was missed (-) or wrong (+)."""
    tallies: dict[str, dict[str, Tally]] = defaultdict(dict)
    alike: dict[str, list[Tally]] = defaultdict(list)
    columns: dict[str, list[tuple[bool, ...]]] = defaultdict(list)
    for case in cases:
        found = facts(case.knowledge)
        for table, gold in case.gold.items():
            if not chosen.table or table in chosen.table:
                tallies[table][case.name] = tally(gold, found[table])
                if chosen.alike and table in _FREE:
                    alike[table].append(tally_alike(gold, found[table], _FREE[table]))
                if chosen.columns:
                    columns[table] += matched(gold, found[table])
                if chosen.misses:
                    _list_misses(case.name, table, gold, found[table])
    if chosen.documents:
        _list_documents(tallies)
    _print(f"{'table':14}{'gold':>6}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for table, of_documents in sorted(tallies.items()):
        _print_row(table, added(of_documents.values()))
    for table, of_cases in alike.items():
        _print_row(f"alike {table}", added(of_cases))
    _print_columns(columns)


def _print_row(table: str, whole: Tally) -> None:
    _print(
        f"{table:14}{whole.right + whole.missed:6}{whole.right:7}"
        f"{whole.precision:8.3f}{whole.recall:8.3f}{whole.f1:8.3f}"
    )


def matched(gold: Facts, found: Facts) -> list[tuple[bool, ...]]:
    """Tell of each fact of the gold which of its columns the nearest found one has, too.

    Facts are matched by their first column, each found one to one fact at most, those first
    that agree in most columns.
    """
    pairs = sorted(
        (
            (tuple(map(eq, one, other)), one, other)
            for one in gold
            for other in found
            if one[0] == other[0]
        ),
        key=lambda pair: (-sum(pair[0]), *pair[1:]),
    )
    agreed: dict[tuple[str, ...], tuple[bool, ...]] = {}
    taken: set[tuple[str, ...]] = set()
    for same, one, other in pairs:
        if one not in agreed and other not in taken:
            agreed[one] = same
            taken.add(other)
    return [agreed.get(one, (False,) * len(one)) for one in gold]


def _print_columns(columns: Mapping[str, Sequence[tuple[bool, ...]]]) -> None:
    for table, rows in sorted(columns.items()):
        if rows and table in COLUMNS:
            shares = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            names = ("field", "value") if table == "document" else COLUMNS[table]
            told = zip(names, shares, strict=True)
            _print(f"{table:14}" + "  ".join(f"{name} {share:.3f}" for name, share in told))


def _list_misses(name: str, table: str, gold: Facts, found: Facts) -> None:
    for sign, rest in (("-", gold - found), ("+", found - gold)):
        for fact in sorted(rest):
            _print(f"{name[:24]:24} {table:12} {sign} {' | '.join(fact)[:150]}")


def _list_documents(tallies: Mapping[str, Mapping[str, Tally]]) -> None:
    """Print the F1 of each document by table; a dash where a table has nothing."""
    tables = sorted(tallies)
    _print(f"{'document':40}" + "".join(f"{table[:11]:>12}" for table in tables))
    for name in dict.fromkeys(name for of in tallies.values() for name in of):
        own = [tallies[table].get(name, Tally()) for table in tables]
        _print(
            f"{name[:39]:40}" + "".join(f"{t.f1:12.2f}" if any(t) else f"{'–':>12}" for t in own)
        )


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("seeds", "corpus", "folder", "held-out"))
    parser.add_argument("folder", nargs="?", type=Path, default=HELD_OUT)
    parser.add_argument("--half", choices=("all", "dev", "held-out"), default="all")
    parser.add_argument("--printed", action="store_true")
    parser.add_argument("--columns", action="store_true")
    parser.add_argument("--alike", action="store_true")
    parser.add_argument("--documents", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--table", action="append", default=[])
    parser.add_argument("--read", choices=tuple(Reader))
    parser.add_argument("--print", choices=("typed", "close", "set"), default="typed")
    parser.add_argument("--style", type=int, default=0)
    parser.add_argument("--scan", choices=tuple(SCANS), default="clean")
    chosen = parser.parse_args(arguments)
    entities = open_entities_once()
    way = None
    if chosen.read:
        way = Way(Reader(chosen.read), chosen.print, chosen.scan, style=chosen.style)
    if chosen.what == "corpus":
        cases = corpus_cases(entities, chosen.half, printed=chosen.printed, way=way)
    elif chosen.what == "seeds":
        cases = seed_cases(entities, way)
    else:
        cases = folder_cases(chosen.folder, entities, way)
    report(cases, chosen)


if __name__ == "__main__":
    main()
