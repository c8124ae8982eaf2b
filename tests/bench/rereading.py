"""Plans printed, scanned and read again: what knowledge must live on where paper was between.

A text is printed as it is typed, line by line, blank lines kept; a sample's source as it is
typeset. The scan goes through ingest, OCR, layout and repair as in a run. What was read is
kept in the cache of the project (`PRICKFRI_CACHE`), so that a second measure takes seconds.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from corpus.render import Style, Typeset, images_to_pdf, parse_plain, scan, to_pdf, typeset
from corpus.render.blocks import Block, PageBreak, Paragraph, Table
from corpus.render.breaking import Breaker
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
SOURCES: Final = Path(__file__).parents[2] / "corpus" / "sources"


class Reader(StrEnum):
    """Who reads the scan: a run; a run without Swedish; Tesseract `eng` alone, to a text file."""

    SCAN = "scan"
    ENG = "eng"
    ENG_TEXT = "eng-text"


class Way(NamedTuple):
    """How a text is printed, scanned and read.

    `typed` keeps its lines and blank lines at one distance, `close` leaves the blank lines
    out, `set` is a typeset page with hanging lists and ruled tables.
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
        config = Config(ocr=OcrConfig(languages=languages))
        tools = Setup(config, cache or cache_root()).open()
        document = take_in(file, config.ingest)
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
    pitch = style.line_height(style.body)
    room = int((A4_HEIGHT - 2 * style.margin) / pitch)
    lines = list(_broken(text.splitlines(), style))
    for first in range(0, max(len(lines), 1), room):
        printed = (
            PrintedLine(line, Role.BODY, runs=(Run(line, style.margin, y, style.body),))
            for place, line in enumerate(lines[first : first + room], start=1)
            for y in (style.margin + place * pitch,)
            if line
        )
        yield PrintedPage(0, tuple(printed), (), A4_WIDTH, A4_HEIGHT)


def _broken(lines: Iterable[str], style: Style) -> Iterator[str]:
    breaker = Breaker(style.body.measure, A4_WIDTH - 2 * style.margin, False)
    for line in lines:
        yield from breaker.lines(" ".join(line.split())) or ("",)


def _foreign_text(pdf: bytes, images: Sequence[GrayImage], dpi: int) -> str:
    key = digest("foreign text", sha256(pdf).hexdigest(), dpi)

    def read() -> str:
        return "\f".join(text_of(read_foreign(image, dpi)) for image in images)

    return Result(Cache(cache_root()), key, str, read).value()
