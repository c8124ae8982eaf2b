"""Measures knowledge against gold: precision, recall and F1 of each table.

    python -m tests.bench.knowledge corpus            the samples as files
    python -m tests.bench.knowledge corpus --printed  the samples as their gold prints them
    python -m tests.bench.knowledge held-out          plans written after the rules
    python -m tests.bench.knowledge seeds             ../shared/seeds, where it is present
    python -m tests.bench.knowledge seeds --read scan printed, scanned, and read with `swe`
    python -m tests.bench.knowledge seeds --read eng  the same with `eng`, and repaired

`--half dev` keeps to the documents that rules may be written by, `--half held-out` to the
others; `--misses` lists what was missed and what was wrongly found.
"""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.config import IngestConfig, KnowledgeConfig, RepairConfig
from pipeline.ingest import read_pages, take_in
from pipeline.knowledge import understand
from pipeline.layout import mark_furniture
from pipeline.lexicon import EntityLexicon, name_key, open_entities, open_lexicon
from pipeline.model.geometry import Box
from pipeline.model.page import Cell, Decision, Line, Page, Role, Table, TextSource
from pipeline.model.repair import RepairedLine, RepairedPage
from pipeline.model.rows import Knowledge
from pipeline.model.source import Document, MediaType
from pipeline.repair import repair_document
from tests.bench.rereading import Reader, Way, read_again, source_of
from tests.bench.scans import SCANS

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
# The samples that rules may be written by; the others only measure.
DEV = frozenset(
    {
        "energi-och-klimatplan-hökesund-2015-2018",
        "förteckning-företrädare-2019",
        "handlingsplan-2022-sammanställning",
        "handlingsplan-internationellt-arbete-2021",
        "handlingsplan-internationellt-arbete-2024",
        "internationell-strategi-2020-2025",
        "internationella-samarbeten-2026",
        "kompetensförsörjningsplan-2018",
        "kommunforbundet-program-1998",
    }
)

# The samples' gold names networks in full, also in documents that only use an older name.
_FULL_NAMES = {
    "Östra Götalands Brysselkontor": "Östra Götaland European Office",
    "Brysselkontoret": "Östra Götaland European Office",
    "digitalt": "",  # no place to lead to
}

Facts = frozenset[tuple[str, ...]]


class Case(NamedTuple):
    """A document with its gold, by table."""

    name: str
    knowledge: Knowledge
    gold: Mapping[str, Facts]


def facts(knowledge: Knowledge) -> dict[str, Facts]:
    """Return what was understood as comparable tuples by table."""
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    sections = {row.section_id: row.number or row.heading for row in knowledge.sections}
    found: dict[str, Iterable[tuple[object, ...]]] = {
        "appointments": (
            (names[a.person_id], a.party, a.role, _body(a.body), names.get(a.network_id or ""))
            for a in knowledge.appointments
        ),
        "memberships": (
            (names[m.member_id], names[m.network_id], m.since) for m in knowledge.memberships
        ),
        "projects": (
            (p.name, p.description, names.get(p.funder_id or "")) for p in knowledge.projects
        ),
        "goals": ((g.year, sections.get(g.section_id or ""), g.text) for g in knowledge.goals),
        "activities": (
            (sections.get(a.section_id or ""), a.number, a.title)
            for a in knowledge.activities
            if not a.effect
        ),
        "effects": (
            (sections.get(a.section_id or ""), a.title, *a.effect)
            for a in knowledge.activities
            if a.effect
        ),
        "costs": (
            (c.subject_text, c.year, c.amount, c.currency, c.fte_percent) for c in knowledge.costs
        ),
        "events": (
            (e.start_date, e.end_date, names.get(e.place_id or "")) for e in knowledge.events
        ),
        "sections": ((s.number, s.heading, s.level) for s in knowledge.sections if s.level),
    }
    return {table: frozenset(map(_plain, rows)) for table, rows in found.items()}


_COLUMNS = {
    "appointments": ("person", "party", "role", "body", "network"),
    "memberships": ("member", "network", "since"),
    "projects": ("project", "description", "funder"),
    "goals": ("year", "section", "text"),
    "activities": ("section", "number", "title"),
    "costs": ("subject", "year", "amount", "currency", "fte_percent"),
    "events": ("start_date", "end_date", "place"),
    "sections": ("number", "heading", "level"),
}


def gold_facts(table: str, rows: Iterable[Mapping[str, str]]) -> Facts:
    """Return the gold of a table in the same form."""
    if table == "effects":
        return frozenset(
            _plain((row["section"], insats, *row["effects"].split(" | ")))
            for row in rows
            for insats in _insatser(row["insats"])
        )
    return frozenset(
        _plain(
            _body(row[column]) if column == "body" else row[column] for column in _COLUMNS[table]
        )
        for row in rows
    )


def _insatser(cell: str) -> list[str]:
    first, *rest = cell.split(" | ")
    return [" ".join([first, *rest])] if first.endswith(":") else [first, *rest]


def _plain(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(_number(name_key(_canonical(str(value or "")))) for value in values)


def _canonical(name: str) -> str:
    """Return the canonical name where a gold uses an alias."""
    known = open_entities_once().named(name)
    return known[0].name if known else _FULL_NAMES.get(name, name)


def _number(text: str) -> str:
    return text.removesuffix(".0")


def _body(name: str | None) -> str:
    """Return a body without its definite ending, so that a gold may be either."""
    words = (name or "").casefold().split()
    return " ".join(word.removesuffix("s").rstrip("etn") for word in words)


@cache
def open_entities_once() -> EntityLexicon:
    """Return the entity lexicon, read once."""
    return open_entities()


def seed_cases(entities: EntityLexicon, way: Way | None = None) -> Iterator[Case]:
    """Yield the seeds with their gold; with a way, as they are read from paper."""
    members = _read(SHARED / "gold" / "memberships.tsv")
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        gold = {
            table: gold_facts(table, _read(file))
            for table in _COLUMNS
            if (file := SHARED / "gold" / f"{path.stem}.{table}.tsv").exists()
        }
        own = [row for row in members if row["document"] == path.stem]
        if own:
            gold["memberships"] = gold_facts("memberships", own)
        if gold:
            yield Case(path.stem[:3], _only_dated(_understand_file(path, entities, way)), gold)


def held_out_cases(entities: EntityLexicon, way: Way | None = None) -> Iterator[Case]:
    """Yield the texts of `corpus/held_out` with the tables that their gold has."""
    folder = ROOT / "corpus" / "held_out"
    for path in sorted(folder.glob("*.txt")):
        gold = {
            table: gold_facts(table, _read(file) if file.exists() else [])
            for table in _COLUMNS
            if table != "sections" and (file := folder / f"{path.stem}.{table}.tsv")
        }
        yield Case(path.stem, _understand_file(path, entities, way), gold)


def _only_dated(knowledge: Knowledge) -> Knowledge:
    """Keep the memberships whose beginning is told: the gold of the seeds lists no others."""
    dated = tuple(membership for membership in knowledge.memberships if membership.since)
    return replace(knowledge, memberships=dated)


def corpus_cases(
    entities: EntityLexicon, half: str, *, printed: bool, way: Way | None = None
) -> Iterator[Case]:
    """Yield the samples with their gold, read from their files, as printed, or from paper."""
    for folder in sorted((ROOT / "corpus" / "gold").iterdir()):
        if half != "all" and (half == "dev") != (folder.name in DEV):
            continue
        gold = {
            table: gold_facts(table, _read(folder / f"{table}.tsv"))
            for table in (*_COLUMNS, "effects")
            if (folder / f"{table}.tsv").exists()
        }
        if way:
            read = _understand_file(source_of(folder.name), entities, way)
            yield Case(folder.name, read, gold)
        elif printed:
            yield Case(folder.name, _understand_printed(folder, entities), gold)
        else:
            files = sorted((ROOT / "corpus" / "samples").glob(f"{folder.name}.*"))
            yield Case(folder.name, _understand_file(files[0], entities), gold)


def _understand_file(path: Path, entities: EntityLexicon, way: Way | None = None) -> Knowledge:
    if way:
        return understand(*read_again(path, way), entities, KnowledgeConfig())
    lexicon = open_lexicon()
    document = take_in(path, IngestConfig())
    reading = read_pages(document, 1, document.page_count, lexicon, IngestConfig())
    pages = repair_document(mark_furniture(reading.pages), lexicon, RepairConfig())
    return understand(document, pages, entities, KnowledgeConfig())


def _understand_printed(folder: Path, entities: EntityLexicon) -> Knowledge:
    rows = _read(folder / "lines.tsv")
    numbers = sorted({int(row["page"]) for row in rows})
    pages = [_printed_page(n, [row for row in rows if int(row["page"]) == n]) for n in numbers]
    html = (ROOT / "corpus" / "samples" / f"{folder.name}.html").exists()
    media = MediaType.HTML if html else MediaType.PDF
    document = Document("0" * 64, 1, media, len(pages), (folder.name,))
    return understand(document, pages, entities, KnowledgeConfig())


def _printed_page(number: int, rows: Sequence[Mapping[str, str]]) -> RepairedPage:
    lines = tuple(_printed_line(row) for row in rows)
    tables: defaultdict[str, defaultdict[tuple[int, int], list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for place, row in enumerate(rows, 1):
        if row["table"]:
            tables[row["table"]][int(row["row"]), int(row["column"])].append(place)
    page = Page(
        number,
        595.0,
        842.0,
        TextSource.PLAIN,
        Decision.KEEP,
        "as printed",
        lines,
        tuple(
            Table(tuple(Cell(*place, tuple(numbers)) for place, numbers in cells.items()))
            for cells in tables.values()
        ),
    )
    return RepairedPage(page, tuple(RepairedLine(line.text) for line in lines), 1.0, 1.0)


def _printed_line(row: Mapping[str, str]) -> Line:
    box = Box(*(float(row[side]) for side in ("x0", "y0", "x1", "y1"))) if row["x0"] else None
    size = round(box.height, 0) if box and row["role"] == "heading" else None
    return Line(row["text"], Role(row["role"]), int(row["block"] or 0), box, font_size=size)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def report(cases: Iterable[Case], *, misses: bool, out: Sequence[str] = ()) -> None:
    """Print a row for each table; with `misses`, what was missed (-) or wrong (+)."""
    hits: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    write = sys.stdout.write
    for case in cases:
        found = facts(case.knowledge)
        for table, gold in case.gold.items():
            if out and table not in out:
                continue
            hits[table] += len(gold & found[table])
            wrong[table] += len(found[table] - gold)
            missed[table] += len(gold - found[table])
            if misses:
                for sign, rest in (("-", gold - found[table]), ("+", found[table] - gold)):
                    for fact in sorted(rest):
                        write(f"{case.name[:24]:24} {table:12} {sign} {' | '.join(fact)[:150]}\n")
    write(f"{'table':14}{'gold':>6}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}\n")
    for table in sorted({*hits, *wrong, *missed}):
        right = hits[table]
        precision = right / ((right + wrong[table]) or 1)
        recall = right / ((right + missed[table]) or 1)
        f1 = 2 * right / ((2 * right + wrong[table] + missed[table]) or 1)
        gold_count = right + missed[table]
        write(f"{table:14}{gold_count:6}{right:7}{precision:8.3f}{recall:8.3f}{f1:8.3f}\n")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("seeds", "corpus", "held-out"))
    parser.add_argument("--half", choices=("all", "dev", "held-out"), default="all")
    parser.add_argument("--printed", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--table", action="append", default=[])
    parser.add_argument("--read", choices=tuple(Reader))
    parser.add_argument("--print", choices=("typed", "close", "set"), default="typed")
    parser.add_argument("--style", type=int, default=0)
    parser.add_argument("--scan", choices=tuple(SCANS), default="clean")
    chosen = parser.parse_args()
    entities = open_entities_once()
    way = None
    if chosen.read:
        way = Way(Reader(chosen.read), chosen.print, chosen.scan, style=chosen.style)
    if chosen.what == "corpus":
        cases = corpus_cases(entities, chosen.half, printed=chosen.printed, way=way)
    else:
        cases = (seed_cases if chosen.what == "seeds" else held_out_cases)(entities, way)
    report(cases, misses=chosen.misses, out=chosen.table)


if __name__ == "__main__":
    main()
