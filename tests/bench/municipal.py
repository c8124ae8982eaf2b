"""Measures reading on a real PDF: as it is, and as a scan of itself, against its text layer.

    python -m tests.bench.municipal --pdf FILE [--pages 1,5-9] [--dpi 200] [--jobs 2]
                                    [--json FILE]

The text layer is what PDFium reads. Readers may put columns and tables in another order, so
words are compared as bags too: recall is the share of the layer's words that were read,
precision the share of what was read that is in the layer. Pages with pictures that may hold
text of their own, which no layer has, are counted apart.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain, product
from pathlib import Path
from statistics import median

import numpy as np
import pypdfium2

from corpus.render import images_to_pdf
from pipeline.text.alignment import ErrorCount, character_errors
from tests.bench.reading import markdown, processor_seconds, read_file, text_of

PICTURES = 0.1


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read one way, beside its text layer; words count, characters are errors."""

    page: int
    way: str
    pictures: bool
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
        pictures = _picture_share(page) > PICTURES
        pixels = np.asarray(page.render(scale=dpi / 72, grayscale=True).to_numpy())
    image = pixels.reshape(pixels.shape[:2])
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder, "scan.pdf")
        scan.write_bytes(images_to_pdf([image], dpi, quality=80))
        readings = [
            _compared("born digital", text, path, number),
            _compared(f"{dpi}-dpi scan", text, scan, 1),
        ]
    return [replace(reading, page=number, pictures=pictures) for reading in readings]


def _picture_share(page: pypdfium2.PdfPage) -> float:
    """Return the share of a page that its images cover, each counted whole."""
    width, height = page.get_size()
    images = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    boxes = [image.get_bounds() for image in images]
    areas = ((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return float(sum(areas) / (width * height))


def _compared(way: str, layer: str, path: Path, number: int) -> Reading:
    started = processor_seconds()
    (page,) = read_file(path, number, number)
    seconds = processor_seconds() - started
    text = text_of([page])
    wanted, found = Counter(layer.split()), Counter(text.split())
    return Reading(
        page=number,
        way=way,
        pictures=False,
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
    rows = []
    for way, pictures in product(dict.fromkeys(r.way for r in readings), (False, True)):
        group = [r for r in readings if r.way == way and r.pictures == pictures]
        if group:
            rows.append((way, "with pictures" if pictures else "text", *_figures(group)))
    return markdown(("read as", "pages", *COLUMNS), rows)


COLUMNS = ("count", "words", "recall", "precision", "CER", "CER, median page", "CPU s a page")


def _figures(group: Sequence[Reading]) -> tuple[object, ...]:
    common = sum(reading.common_words for reading in group)
    words = sum(reading.layer_words for reading in group)
    read = sum(reading.read_words for reading in group)
    errors = sum((reading.characters for reading in group), ErrorCount())
    middle = median(reading.characters.rate for reading in group)
    seconds = sum(reading.seconds for reading in group) / len(group)
    shares = (common / max(words, 1), common / max(read, 1), errors.rate, middle)
    return (len(group), words, *(f"{share:.2%}" for share in shares), f"{seconds:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
