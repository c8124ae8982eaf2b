"""Plans printed, scanned and read again: what knowledge must live on where paper was between.

A text is printed as it is typed, line by line, blank lines kept; a sample's source as it is
typeset. The scan goes through ingest, OCR, layout and repair as in a run. What was read is
kept in the cache of the project (`PRICKFRI_CACHE`), so that a second measure takes seconds.
"""

import re
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from corpus.render import Style, Typeset, images_to_pdf, parse_plain, scan, to_pdf, typeset
from corpus.render.blocks import Block, PageBreak, Paragraph, Table
from corpus.render.breaking import Breaker
from corpus.render.fonts import Font
from corpus.render.foreign_ocr import read_foreign, text_of
from corpus.render.images import GrayImage
from corpus.render.plain import typeset_text
from corpus.render.printed import PrintedLine, PrintedPage, Run
from corpus.render.source import load_source
from corpus.render.style import A4_HEIGHT, A4_WIDTH
from pipeline.config import Config, OcrConfig, cache_root
from pipeline.flow import units
from pipeline.flow.results import Result
from pipeline.flow.tools import Setup
from pipeline.ingest import take_in
from pipeline.model.ids import digest
from pipeline.model.page import Role
from pipeline.model.repair import RepairedPage
from pipeline.model.source import Document
from pipeline.store import Cache
from tests.bench.scans import SCANS, STYLES

_BAR: Final = " | "
_TAB: Final = re.compile(r"\t| \| ")
_COLUMN: Final = re.compile(rf"\S {{2,}}\S|{_TAB.pattern}")
_DEEP: Final = " " * 12
_RULE: Final = re.compile(r"([-=_–—])\1{50,}")
_STOPS: Final = 84
"""Letters of a typed line over the width of a page's text."""
_LONGEST_TYPED: Final = 130
"""Letters of a line that somebody typed; longer ones are paragraphs without line breaks."""
SOURCES: Final = Path(__file__).parents[2] / "corpus" / "sources"


class Reader(StrEnum):
    """Who reads the scan: a run; a run without Swedish; Tesseract `eng` alone, to a text file."""

    SCAN = "scan"
    ENG = "eng"
    ENG_TEXT = "eng-text"


class Way(NamedTuple):
    """How a text is printed, scanned and read.

    `typed` keeps its lines and blank lines at one distance and what stands in columns in
    columns, `close` leaves the blank lines out, `set` is a typeset page with hanging lists and
    ruled tables.
    """

    reader: Reader
    printed: str = "typed"
    scan: str = "clean"
    dpi: int = 200
    style: int = 0


def read_again(
    path: Path, way: Way, cache: Path | None = None
) -> tuple[Document, Sequence[RepairedPage]]:
    """Return a text file, or the source of a sample, after it was printed, scanned and read.

    What was read is kept in `cache`, else in the project's.
    """
    plan = _printed(path, way)
    images = scan(to_pdf(plan), replace(SCANS[way.scan], dpi=way.dpi))
    pdf = images_to_pdf(images, way.dpi, quality=80)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"{path.name.split('.')[0]}.pdf")
        file.write_bytes(pdf)
        languages = "swe"
        if way.reader is Reader.ENG_TEXT:
            file = file.with_suffix(".txt")
            file.write_text(_foreign_text(pdf, images, way.dpi), encoding="utf-8")
        elif way.reader is Reader.ENG:
            languages = "eng"
        return read_file(file, Config(ocr=OcrConfig(languages=languages)), cache)


def read_file(
    path: Path, config: Config, cache: Path | None = None
) -> tuple[Document, Sequence[RepairedPage]]:
    """Return a file as a run reads and repairs it."""
    tools = Setup(config, cache or cache_root()).open()
    document = take_in(path, config.ingest)
    done = units.DocumentResults(tools, document, ()).repaired.value()
    assert not done.failures, done.failures
    return document, done.pages


def source_of(stem: str) -> Path:
    """Return the source that a sample is printed from."""
    return SOURCES / f"{stem}.plan.txt"


def _printed(path: Path, way: Way) -> Typeset:
    if path.name.endswith(".plan.txt"):
        source = load_source(path)
        return typeset(typeset_text(source.blocks, source.text).blocks, source.style)
    text = path.read_text(encoding="utf-8-sig")
    style = STYLES[way.style]
    if way.printed == "close":
        return typeset(parse_plain(text), style)
    if way.printed == "set":
        return typeset(tuple(_set_blocks(text)), style)
    pages = [page for part in text.split("\f") for page in _typed_pages(part, style)]
    numbered = (replace(page, number=number) for number, page in enumerate(pages, start=1))
    return Typeset(tuple(numbered), ())


def _set_blocks(text: str) -> Iterator[Block]:
    for number, page in enumerate(text.split("\f")):
        if number:
            yield PageBreak()
        for part in re.split(r"\n\s*\n", page.strip()):
            for is_row, group in groupby(part.splitlines(), key=lambda line: _BAR in line):
                if is_row:
                    rows = tuple(tuple(line.strip("| ").split(_BAR)) for line in group)
                    columns = len(rows[0])
                    yield Table(rows, (1 / columns,) * columns)
                else:
                    yield from parse_plain("\n".join(group))
            yield Paragraph("")


def _typed_pages(text: str, style: Style) -> Iterator[PrintedPage]:
    """Yield pages with the lines of a text at one distance from each other."""
    style = _fitting(text.splitlines(), style)
    pitch = style.line_height(style.body)
    room = int((A4_HEIGHT - 2 * style.margin) / pitch)
    lines = list(_broken(text.splitlines(), style))
    for first in range(0, max(len(lines), 1), room):
        printed = (
            PrintedLine(
                " ".join(piece.text for piece in line),
                Role.BODY,
                runs=tuple(Run(piece.text, piece.x, y, piece.font) for piece in line),
            )
            for place, line in enumerate(lines[first : first + room], start=1)
            for y in (style.margin + place * pitch,)
            if line
        )
        yield PrintedPage(0, tuple(printed), (), A4_WIDTH, A4_HEIGHT)


def _fitting(lines: Sequence[str], style: Style) -> Style:
    """Return the style in print so small that typed lines stay whole, as on the paper typed on."""
    typed = [line for line in lines if len(line) <= _LONGEST_TYPED and not _is_in_columns(line)]
    widest = max(map(style.body.measure, typed), default=0.0)
    fits = (A4_WIDTH - 2 * style.margin) / max(widest, 1.0)
    return replace(style, size=style.size * min(fits, 1.0))


class _Piece(NamedTuple):
    """What is printed in one go, and where from, in points from the page's left."""

    text: str
    x: float
    font: Font


def _broken(lines: Iterable[str], style: Style) -> Iterator[list[_Piece]]:
    """Yield printed lines: what stands in columns keeps them, all else is broken anew."""
    breaker = Breaker(style.body.measure, A4_WIDTH - 2 * style.margin, False)
    for in_columns, group in groupby(lines, key=_is_in_columns):
        if in_columns:
            yield from _in_columns([line.rstrip(" ") for line in group], style)
            continue
        for line in group:
            text = _RULE.sub(lambda rule: rule[1] * 50, " ".join(line.split()))
            for part in breaker.lines(text) or ("",):
                yield [_Piece(part, style.margin, style.body)] if part else []


def _is_in_columns(line: str) -> bool:
    return "\t" in line or _COLUMN.search(line.strip()) is not None or line.startswith(_DEEP)


def _in_columns(lines: Sequence[str], style: Style) -> Iterator[list[_Piece]]:
    """Yield lines with their pieces at the tab stops that their letters' places stand for.

    Tabs and bars move to the next column. Wide tables are set in smaller print; a piece that
    is too wide all the same pushes the next one on.
    """
    if all("\t" in line or _BAR in line for line in lines):
        rows = [_TAB.split(line.strip("| ")) for line in lines]
        widths = _widths(rows)
        lines = [
            "".join(part.ljust(width + 3) for part, width in zip(parts, widths, strict=False))
            for row in rows
            for parts in zip_longest(*map(_wrapped, row, widths), fillvalue="")
        ]
    widest = max(_STOPS, *map(len, lines))
    font = replace(style.body, size=style.body.size * _STOPS / widest)
    stop = (A4_WIDTH - 2 * style.margin) / widest
    for line in lines:
        pieces: list[_Piece] = []
        for match in re.finditer(r"\S+(?: \S+)*", line):
            x = style.margin + match.start() * stop
            if pieces:
                before = pieces[-1]
                x = max(x, before.x + font.measure(before.text + "   "))
            pieces.append(_Piece(match[0], x, font))
        yield pieces


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how many letters each column has: as its cells need, but the widest ones less."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    while sum(widths) + 3 * len(widths) > _STOPS:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, max(width, 1), break_on_hyphens=False) or [""]


def _foreign_text(pdf: bytes, images: Sequence[GrayImage], dpi: int) -> str:
    key = digest("foreign text", sha256(pdf).hexdigest(), dpi)

    def read() -> str:
        return "\f".join(text_of(read_foreign(image, dpi)) for image in images)

    return Result(Cache(cache_root()), key, str, read).value()
