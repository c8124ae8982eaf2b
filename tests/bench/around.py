"""Measures what ingest and OCR of scanned pages take beside Tesseract, part by part.

    python -m tests.bench.around [--engine auto] [--dpi 200,300] [--texts 5] [FILE...]

One process reads each file as a run does, after a page that loads what is needed. CPU of
Tesseract is that of the processes that read: the program, or copies of the one that has
loaded the library. All else is used by the latter, or by this process; clocks around
functions divide this one's into parts, and a part has what no part inside it has. Without
FILE the gold of the samples is printed and scanned. The process has the environment of a
worker and has done nothing else: what was done before changes how its memory is kept.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import wraps
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from pkgutil import resolve_name
from types import MappingProxyType
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from corpus.render import ScanSettings, Style, images_to_pdf, parse_plain, scan, to_pdf, typeset
from pipeline.config import Config
from pipeline.engine.process import ENVIRONMENT
from tests.bench.reading import CONFIG, engine, markdown, read_file
from tests.bench.scans import GOLD

P = ParamSpec("P")
R = TypeVar("R")

REST = "the rest"
COPYING = "making copies"
PARTS = MappingProxyType(
    {
        "tests.bench.reading.take_in": "taking in",
        "tests.bench.reading.read_pages": "text layer",
        "tests.bench.reading.render_page": "pixels of the scan",
        "pipeline.ocr.read.nearly_coarser": "slant and direction",
        "pipeline.ocr.read.is_blank": "blank or not",
        "pipeline.ocr.skew._letters": "slant and direction",
        "pipeline.ocr.skew._most_uneven": "slant and direction",
        "pipeline.ocr.attempts.straighten": "straightening",
        "pipeline.ocr.attempts.take_out_ruling": "ruling",
        "pipeline.ocr.attempts.take_out_leaders": "rows of dots",
        "pipeline.ocr.attempts.read_bullets": "bullets",
        "pipeline.ocr.TesseractEngine.recognise": "handing over and back",
        "pipeline.ocr.TesserocrEngine.recognise": "handing over and back",
        "pipeline.ocr.read.arrange": "layout",
    }
)
"""The functions with a clock, and the part that each belongs to."""


class Clocks:
    """CPU seconds of this process by part."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._part = REST
        self._since = time.process_time()

    def switch(self, part: str) -> str:
        """Give the time since the last switch to the part that was under way; return that."""
        now = time.process_time()
        self.seconds[self._part] += now - self._since
        before, self._part, self._since = self._part, part, now
        return before

    def on(self, function: Callable[P, R], part: str) -> Callable[P, R]:
        """Return the function with a clock on it."""

        @wraps(function)
        def timed(*args: P.args, **kwargs: P.kwargs) -> R:
            before = self.switch(part)
            try:
                return function(*args, **kwargs)
            finally:
                self.switch(before)

        return timed


def main(arguments: Sequence[str]) -> None:
    """Measure and print a table for each resolution."""
    options = _parse(arguments)
    config = replace(CONFIG, ocr=replace(CONFIG.ocr, engine=options.engine))
    os.environ.update(ENVIRONMENT)
    for dpi in map(int, options.dpi.split(",")):
        with tempfile.TemporaryDirectory() as folder, _fresh_process() as process:
            files = options.files or list(_scans(options.texts, dpi, Path(folder)))
            sys.stdout.write(f"{process.submit(measure, files, config).result()}\n\n")


def measure(files: Sequence[Path], config: Config) -> str:
    """Return a table of what reading the files took."""
    read_file(files[0], last=1, config=config)
    clocks = Clocks()
    with ExitStack() as stack:
        for name, part in PARTS.items():
            stack.enter_context(patch(name, clocks.on(resolve_name(name), part)))
        reading, copying = engine(config.ocr).processor_seconds, _children_seconds()
        pages = sum(len(read_file(file, config=config)) for file in files)
        clocks.switch(REST)
    reading = engine(config.ocr).processor_seconds - reading
    copying = _children_seconds() - copying
    return _table({**clocks.seconds, COPYING: copying}, reading, pages)


def _fresh_process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _children_seconds() -> float:
    """Return the CPU seconds of what this process has started and goes on, by itself."""
    processes = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    used = (Path(f"/proc/{process}/schedstat").read_text().split()[0] for process in processes)
    return sum(map(int, used)) / 1e9


def _scans(texts: int, dpi: int, folder: Path) -> Iterator[Path]:
    for number, path in enumerate(sorted(GOLD.glob("*/text.txt"))[:texts]):
        plan = typeset(parse_plain(path.read_text(encoding="utf-8-sig")), Style())
        images = scan(to_pdf(plan), replace(ScanSettings(), dpi=dpi))
        file = folder / f"{number}.pdf"
        file.write_bytes(images_to_pdf(images, dpi, quality=80))
        yield file


def _table(parts: Mapping[str, float], reading: float, pages: int) -> str:
    around = sum(parts.values())
    by_size = sorted(parts.items(), key=itemgetter(1), reverse=True)
    rows = [("Tesseract", reading), ("around it", around), *by_size]
    cells = ((name, f"{1000 * s / pages:.1f}", f"{s / reading:.1%}") for name, s in rows)
    return markdown((f"{pages} pages", "CPU ms a page", "of Tesseract's"), cells)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.around")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--engine", default=CONFIG.ocr.engine)
    parser.add_argument("--dpi", default="200,300")
    parser.add_argument("--texts", type=int, default=5)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
