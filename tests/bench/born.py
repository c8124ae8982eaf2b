"""Born-digital PDFs for measuring: printed plans, and files without their pictures.

Of the plans, the sources of the samples come first, with their ruled tables, then the held-out
ones; after the last, they begin again in another style.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pikepdf

from corpus.render import Style, parse_plain, to_pdf, typeset
from corpus.render.blocks import Block
from corpus.render.source import load_source
from pipeline.config import Config
from pipeline.ingest import read_pages, take_in
from pipeline.lexicon import open_lexicon
from pipeline.model.page import Decision

_CORPUS = Path(__file__).parents[2] / "corpus"
_STYLES = (
    Style(header="Region Almvik", page_number="{page} ({pages})"),
    Style(typeface="dejavu-serif", size=10.0, justify=True, margin=64.0, page_number="{page}"),
    Style(typeface="liberation-sans", size=9.5, footer="Internationell handlingsplan"),
    Style(typeface="free-serif", size=10.5, heading_typeface="dejavu-sans", leading=1.4),
)


def born_digital() -> Iterator[tuple[bytes, str]]:
    """Yield PDFs without end, each with its printed text."""
    plans = list(_plans())
    for number in itertools.count():
        again, place = divmod(number, len(plans))
        style = _STYLES[(again + place) % len(_STYLES)]
        # Beyond the styles, the size alone tells one print from another.
        style = replace(style, size=style.size + 0.1 * (again // len(_STYLES)))
        printed = typeset(plans[place], style)
        yield to_pdf(printed), printed.text


def printed(count: int, folder: Path) -> dict[Path, str]:
    """Print so many plans into a folder; return the files, each with its text."""
    files = {}
    for number, (pdf, text) in enumerate(islice(born_digital(), count)):
        file = folder / f"{number:04}.pdf"
        file.write_bytes(pdf)
        files[file] = text
    return files


def without_pictures(file: Path, folder: Path) -> Path:
    """Copy a PDF into a folder without the pages that a run would read from their images."""
    config = Config().ingest
    document = take_in(file, config)
    reading = read_pages(document, 1, document.page_count, open_lexicon(), config)
    copied = folder / file.name
    with pikepdf.open(file) as pdf:
        for page in reversed(reading.pages):
            if page.decision is Decision.READ_IMAGE:
                del pdf.pages[page.number - 1]
        pdf.save(copied)
    return copied


def _plans() -> Iterator[tuple[Block, ...]]:
    for path in sorted(_CORPUS.glob("sources/*.plan.txt")):
        yield load_source(path).blocks
    for path in sorted(_CORPUS.glob("held_out/*/*.txt")):
        yield parse_plain(path.read_text(encoding="utf-8-sig"))
