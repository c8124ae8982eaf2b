"""What the benches of reading share: a file through ingest and OCR, and Markdown tables."""

import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pipeline.config import Config, OcrConfig
from pipeline.ingest import read_pages, render_page, take_in
from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.model.page import Decision, Page
from pipeline.model.source import Document
from pipeline.ocr import Engine, make_engine, read_image

CONFIG = Config()
Cells = Sequence[object]


def read_file(
    path: Path, first: int = 1, last: int | None = None, config: Config = CONFIG
) -> list[Page]:
    """Return pages of a file as a run reads them, the images among them with OCR."""
    document = take_in(path, config.ingest)
    reading = read_pages(document, first, last or document.page_count, _lexicon(), config.ingest)
    assert not reading.failures, reading.failures
    return [read_page(document, page, config) for page in reading.pages]


def read_page(document: Document, page: Page, config: Config = CONFIG) -> Page:
    """Return a page after OCR, if it was judged to need it."""
    if page.decision is not Decision.READ_IMAGE:
        return page
    raster = render_page(document, page.number, config.ocr.max_dpi, config.ingest.max_pixels)
    return read_image(page, raster, engine(config.ocr), config.ocr)


def text_of(pages: Iterable[Page]) -> str:
    """Return the printed text of pages."""
    return "\f".join("\n".join(line.text for line in page.lines) for page in pages)


def processor_seconds(config: Config = CONFIG) -> float:
    """Return the CPU seconds used so far by this process and by those that read for it."""
    return time.process_time() + engine(config.ocr).processor_seconds


def markdown(head: Cells, rows: Iterable[Cells]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


@cache
def engine(config: OcrConfig) -> Engine:
    """Return the engine of the settings, one for this process."""
    return make_engine(config)


@cache
def _lexicon() -> Lexicon:
    return open_lexicon()
