"""Measures reading on a real PDF: as it is, and as a scan of itself, against its text layer.

    python -m tests.bench.municipal --pdf FILE [--pages 1,5-9] [--dpi 200] [--jobs 2]
                                    [--json FILE]

The text layer is what PDFium reads. Readers may put columns and tables in another order, so
words are compared as bags too: recall is the share of the layer's words that were read,
precision the share of what was read that is in the layer.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import median

import numpy as np
import pypdfium2

from corpus.render import images_to_pdf
from pipeline.model.page import Page
from pipeline.text.alignment import ErrorCount, character_errors
from tests.bench.reading import markdown, processor_seconds, read_file, text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read one way, beside its text layer; words count, characters are errors."""

    page: int
    way: str
    layer_words: int
    read_words: int
    common_words: int
    characters: ErrorCount
    confidence: float | None
    seconds: float


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    options = _parse(arguments)
    with pypdfium2.PdfDocument(options.pdf) as document:
        numbers = list(_numbers(options.pages, len(document)))
    with ProcessPoolExecutor(options.jobs) as workers:
        found = workers.map(partial(measure, options.pdf, options.dpi), numbers)
        readings = list(chain.from_iterable(found))
    sys.stdout.write(f"{_table(readings)}\n")
    if options.json:
        options.json.write_text(json.dumps([asdict(r) for r in readings], indent=1) + "\n")


def measure(path: Path, dpi: int, number: int) -> list[Reading]:
    """Read a page as it is, and its scan."""
    with pypdfium2.PdfDocument(path) as document, closing(document[number - 1]) as page:
        with closing(page.get_textpage()) as layer:
            text = layer.get_text_range()
        pixels = np.asarray(page.render(scale=dpi / 72, grayscale=True).to_numpy())
    image = pixels.reshape(pixels.shape[:2])
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder, "scan.pdf")
        scan.write_bytes(images_to_pdf([image], dpi, quality=80))
        return [
            _timed("born digital", number, text, path, number),
            _timed(f"{dpi}-dpi scan", number, text, scan, 1),
        ]


def _timed(way: str, number: int, layer: str, path: Path, page: int) -> Reading:
    started = processor_seconds()
    (read,) = read_file(path, page, page)
    return _compared(way, number, layer, read, processor_seconds() - started)


def _compared(way: str, number: int, layer: str, page: Page, seconds: float) -> Reading:
    text = text_of([page])
    wanted, found = Counter(layer.split()), Counter(text.split())
    return Reading(
        page=number,
        way=way,
        layer_words=wanted.total(),
        read_words=found.total(),
        common_words=(wanted & found).total(),
        characters=character_errors(text, layer),
        confidence=page.ocr_confidence,
        seconds=seconds,
    )


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.municipal")
    parser.add_argument("--pdf", type=Path, required=True)
    parser.add_argument("--pages", default="")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


def _numbers(pages: str, count: int) -> Iterator[int]:
    """Yield the page numbers of a list such as `1,5-9`; all of them for an empty one."""
    for part in (pages or f"1-{count}").split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), min(int(last or first), count) + 1)


def _table(readings: Sequence[Reading]) -> str:
    head = ("read as", "pages", "words", "recall", "precision", "CER, all pages")
    rows = []
    for way in dict.fromkeys(reading.way for reading in readings):
        group = [reading for reading in readings if reading.way == way]
        common = sum(reading.common_words for reading in group)
        words = sum(reading.layer_words for reading in group)
        read = sum(reading.read_words for reading in group)
        errors = sum((reading.characters for reading in group), ErrorCount())
        middle = median(reading.characters.rate for reading in group)
        seconds = sum(reading.seconds for reading in group) / len(group)
        shares = (common / max(words, 1), common / max(read, 1), errors.rate, middle)
        rows.append((way, len(group), words, *(f"{s:.2%}" for s in shares), f"{seconds:.1f}"))
    return markdown((*head, "CER, median page", "CPU s a page"), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
