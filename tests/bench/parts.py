"""Measures what each part of the way takes over born-digital files, in one process.

    python -m tests.bench.parts [--texts 40] [FILE...]

CPU milliseconds a page of a plain pdfplumber loop and of each part of a run, from taking in
to the rows of the tables, with an empty cache. The first file is done once before, so that
imports, lexicons and what a process keeps of them are left out. Pages that a run would read
from their images are taken out of FILE before; without FILE, plans are printed
(`tests.bench.born`).
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pdfplumber

from pipeline.config import Config
from pipeline.flow import keys, units
from pipeline.flow.tools import Setup
from tests.bench.born import printed, without_pictures
from tests.bench.reading import markdown


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.parts")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--texts", type=int, default=40)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        files = [without_pictures(file, here) for file in options.files]
        files = files or list(printed(options.texts, here))
        setup = Setup(Config(), here / "cache")
        measure(files[:1], setup)
        shutil.rmtree(setup.cache)
        spent, pages = measure(files, setup)
    rows = [(part, f"{1000 * seconds / pages:.1f}") for part, seconds in spent.items()]
    sys.stdout.write(f"{pages} pages in {len(files)} files\n\n")
    sys.stdout.write(f"{markdown(('part', 'CPU ms a page'), rows)}\n")


def measure(files: Sequence[Path], setup: Setup) -> tuple[dict[str, float], int]:
    """Return the CPU seconds of each part over all files, and how many pages they have."""
    tools = setup.open()
    spent: defaultdict[str, float] = defaultdict(float)
    pages = 0
    for file in files:
        started = time.process_time()

        def end(part: str) -> None:
            nonlocal started
            now = time.process_time()
            spent[part] += now - started
            started = now

        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()
        end("pdfplumber loop")
        document = units.take_in(units.SourceUnit(setup, file))
        pages += document.page_count
        end("taking in")
        for first, last in keys.chunks_of(tools, document):
            units.read_chunk(units.ChunkUnit(setup, document, first, last, with_ocr=False))
        end("reading")
        results = units.DocumentResults(tools, document, ())
        results.repaired.value()
        end("repair")
        results.understood.digest()
        end("knowledge")
        results.rows.digest()
        end("rows")
    return spent, pages


if __name__ == "__main__":
    main(sys.argv[1:])
