"""Writing the gold of a sample: what stands on its pages and what a careful reader notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple

from msgspec import structs

from corpus.render.printed import PrintedLine, Typeset
from corpus.render.source import DOCUMENT_COLUMNS, KNOWLEDGE, Source

LINE_COLUMNS = (
    *("page", "line", "role", "block", "table", "row", "column"),
    *("x0", "y0", "x1", "y1", "text"),
)
SECTION_COLUMNS = ("number", "heading", "level", "page")


def gold_files(source: Source, plan: Typeset) -> Mapping[str, str]:
    """Return the gold of a sample as texts by file name."""
    files = {
        "text.txt": plan.text,
        "paragraphs.txt": _lines(plan.paragraphs),
        "furniture.txt": "\f".join(
            _lines(line.text for line in page.furniture) for page in plan.pages
        ),
        "lines.tsv": _tsv(LINE_COLUMNS, _line_rows(plan)),
        "sections.tsv": _tsv(SECTION_COLUMNS, (astuple(section) for section in plan.sections)),
        "document.tsv": _tsv(DOCUMENT_COLUMNS, [tuple(source.document.values())]),
    }
    for name, rows in source.knowledge.items():
        files[f"{name}.tsv"] = _tsv(KNOWLEDGE[name], rows)
    return files


def _line_rows(plan: Typeset) -> Iterable[tuple[object, ...]]:
    for page in plan.pages:
        for number, line in enumerate(page.lines, start=1):
            yield (page.number, number, line.role, _block(line), *_place(line), line.text)


def _block(line: PrintedLine) -> object:
    return "" if line.block < 0 else line.block


def _place(line: PrintedLine) -> tuple[object, ...]:
    cell = astuple(line.cell) if line.cell else ("", "", "")
    if line.box is None:
        return (*cell, "", "", "", "")
    return (*cell, *(f"{side:.1f}" for side in structs.astuple(line.box)))


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"{text}\n" for text in texts)


def _tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return _lines("\t".join(map(str, row)) for row in (columns, *rows))
