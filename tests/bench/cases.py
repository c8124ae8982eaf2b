"""Documents with their gold: samples, seeds, and any folder of texts."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.config import Config, IngestConfig, KnowledgeConfig, RepairConfig
from pipeline.ingest import read_pages, take_in
from pipeline.knowledge import understand
from pipeline.layout import mark_furniture
from pipeline.lexicon import EntityLexicon, Lexicon, open_lexicon
from pipeline.model.geometry import Box
from pipeline.model.page import Cell, Decision, Line, Page, Role, Table, TextSource
from pipeline.model.repair import RepairedLine, RepairedPage
from pipeline.model.rows import Knowledge
from pipeline.model.source import Document, MediaType
from pipeline.repair import repair_document
from tests.bench.facts import COLUMNS, OF_SAMPLES, Case, Facts, gold_facts, gold_of_seats
from tests.bench.rereading import Way, read_again, read_file, source_of

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
HELD_OUT = ROOT / "corpus" / "held_out"
"""Plans of other invented places, as plain text with their gold."""

_CELLS = 10_000
"""More blocks than a page has."""

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


def seed_cases(entities: EntityLexicon, way: Way | None = None) -> Iterator[Case]:
    """Yield the seeds with their gold; with a way, as they are read from paper."""
    members = _read(SHARED / "gold" / "memberships.tsv")
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        gold = {
            table: gold_facts(table, _read(file))
            for table in COLUMNS
            if (file := SHARED / "gold" / f"{path.stem}.{table}.tsv").exists()
        }
        own = [row for row in members if row["document"] == path.stem]
        if own:
            gold["memberships"] = gold_facts("memberships", own)
        if gold:
            yield Case(path.stem[:3], _only_dated(understand_file(path, entities, way)), gold)


def folder_cases(folder: Path, entities: EntityLexicon, way: Way | None = None) -> Iterator[Case]:
    """Yield the texts of a folder, and of those in it, with their gold (`<name>.<table>.tsv`).

    A table without a file has no rows; the gold never tells of sections or of the document.
    """
    for path in sorted(folder.rglob("*.txt")):
        files = {t: path.with_name(f"{path.stem}.{t}.tsv") for t in COLUMNS if t not in OF_SAMPLES}
        effects = path.with_name(f"{path.stem}.effects.tsv")
        if effects.exists():
            files["effects"] = effects
        if any(file.exists() for file in files.values()):
            gold = {
                table: gold_facts(table, _read(file) if file.exists() else [])
                for table, file in files.items()
            }
            if files["appointments"].exists():
                gold |= gold_of_seats(_read(files["appointments"]))
            yield Case(path.stem, understand_file(path, entities, way), gold)


def _only_dated(knowledge: Knowledge) -> Knowledge:
    """Keep the memberships whose beginning is told: the gold of the seeds lists no others."""
    dated = tuple(membership for membership in knowledge.memberships if membership.since)
    return replace(knowledge, memberships=dated)


def corpus_cases(
    entities: EntityLexicon, half: str, *, printed: bool, way: Way | None = None
) -> Iterator[Case]:
    """Yield the samples with their gold, read from their files, as printed, or from paper.

    A web page has no print but its file.
    """
    for folder in sorted((ROOT / "corpus" / "gold").iterdir()):
        if half != "all" and (half == "dev") != (folder.name in DEV):
            continue
        gold = {
            table: gold_facts(table, _read(folder / f"{table}.tsv"))
            for table in (*COLUMNS, "effects")
            if (folder / f"{table}.tsv").exists()
        }
        gold |= gold_of_seats(_read(folder / "appointments.tsv"))
        gold["costs"] = of_issuer(gold["costs"], gold["document"])
        if way:
            read = understand_file(source_of(folder.name), entities, way)
            yield Case(folder.name, read, gold)
            continue
        files = sorted((ROOT / "corpus" / "samples").glob(f"{folder.name}.*"))
        if printed and files[0].suffix != ".html":
            yield Case(folder.name, _understand_printed(folder, entities), gold)
        else:
            read = understand(*read_file(files[0], Config()), entities, KnowledgeConfig())
            yield Case(folder.name, read, gold)


def of_issuer(costs: Facts, document: Facts) -> Facts:
    """Return the sums with those of the whole plan given to who issues it.

    Readers write its title or the organisation for the same: `Budgeten för 2021 är 2,9 mkr`.
    """
    told: dict[str, str] = dict(document)  # type: ignore[arg-type]  # pairs
    whole = {told["title"]: told["organisation"]}
    return frozenset((whole.get(subject, subject), *rest) for subject, *rest in costs)


def understand_file(path: Path, entities: EntityLexicon, way: Way | None = None) -> Knowledge:
    if way:
        return understand(*read_again(path, way), entities, KnowledgeConfig())
    lexicon = _open_lexicon_once()
    document = take_in(path, IngestConfig())
    reading = read_pages(document, 1, document.page_count, lexicon, IngestConfig())
    pages = repair_document(mark_furniture(reading.pages), lexicon, RepairConfig())
    return understand(document, pages, entities, KnowledgeConfig())


@cache
def _open_lexicon_once() -> Lexicon:
    """Return the lexicon; what is kept beside it is kept as long."""
    return open_lexicon()


def _understand_printed(folder: Path, entities: EntityLexicon) -> Knowledge:
    rows = _read(folder / "lines.tsv")
    numbers = sorted({int(row["page"]) for row in rows})
    pages = [_printed_page(n, [row for row in rows if int(row["page"]) == n]) for n in numbers]
    document = Document("0" * 64, 1, MediaType.PDF, len(pages), (folder.name,))
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
    block = int(row["block"] or 0)
    if row["table"] and box is None:
        block += int(row["line"]) * _CELLS  # Nothing was wrapped: each line is a paragraph.
    return Line(row["text"], Role(row["role"]), block, box, font_size=size)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
