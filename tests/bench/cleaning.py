"""Measures what each clean-up step does to the character error rate of damaged scans.

    python -m tests.bench.cleaning [--texts DIR] [--dpi 200] [--jobs 2]

The first page of each text is printed and scanned with one kind of damage at a time, then
read after each step alone, and as a run reads it (`kept`: steps that made the engine surer).
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial, reduce
from itertools import product
from operator import add
from pathlib import Path
from types import MappingProxyType

from corpus.render import ScanSettings, Style, parse_plain, scan, to_pdf, typeset
from pipeline.config import OcrConfig
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine
from pipeline.ocr.attempts import Reader
from pipeline.ocr.clean import READING_DPI, despeckle, flatten
from pipeline.ocr.skew import TextLines
from pipeline.ocr.straighten import straighten
from pipeline.text.alignment import ErrorCount, character_errors
from tests.bench.reading import markdown
from tests.bench.scans import GOLD, SCANS

DAMAGE = MappingProxyType(
    {
        "none": ScanSettings(),
        "slant up to 2°": ScanSettings(skew=2),
        "slant up to 6°": ScanSettings(skew=6),
        "grain": ScanSettings(noise=25),
        "specks": ScanSettings(specks=0.01),
        "blur": ScanSettings(blur=1.2),
        "print shows through": ScanSettings(bleed=0.45),
        "shadow": ScanSettings(shading=0.7, paper=235),
        "faded ink": ScanSettings(fade=0.55),
        "old copy (all of them)": SCANS["old"],
    }
)


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cleaning")
    parser.add_argument("--texts", type=Path, default=GOLD)
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    paths = sorted(options.texts.glob("*.txt")) or sorted(options.texts.glob("*/text.txt"))
    cases = list(product(DAMAGE, paths))
    with ProcessPoolExecutor(options.jobs) as workers:
        measured = list(workers.map(partial(measure, options.dpi), cases))
    rows = []
    for damage in DAMAGE:
        counts = [one for (name, _), one in zip(cases, measured, strict=True) if name == damage]
        rates = [reduce(add, column).rate for column in zip(*counts, strict=True)]
        rows.append((damage, *(f"{rate:.2%}" for rate in rates)))
    sys.stdout.write(f"{markdown((f'CER at {options.dpi} dpi', *STEPS, 'kept'), rows)}\n")


def measure(dpi: int, case: tuple[str, Path]) -> list[ErrorCount]:
    """Return the errors after each step, and after those that a run keeps."""
    damage, path = case
    plan = typeset(parse_plain(path.read_text(encoding="utf-8-sig")), Style())
    image = scan(to_pdf(plan), replace(DAMAGE[damage], dpi=dpi))[0]
    gold = " ".join(line.text for line in plan.pages[0].lines)
    return [
        character_errors(" ".join(word.text for word in words), gold)
        for words in _readings(Raster(image, dpi))
    ]


def _readings(raster: Raster) -> Iterator[Sequence[Word]]:
    engine, config = TesseractEngine(), OcrConfig()
    for step in STEPS.values():
        yield engine.recognise(step(raster), config.languages, config.page_seconds)
    yield Reader(engine, config).read(raster, TextLines(raster)).words


def _straight(raster: Raster) -> Raster:
    return straighten(raster, TextLines(raster).skew, raster.dpi).raster


def _enlarged(raster: Raster) -> Raster:
    return straighten(raster, 0.0, max(READING_DPI, raster.dpi)).raster


STEPS: MappingProxyType[str, Callable[[Raster], Raster]] = MappingProxyType(
    {
        "as scanned": lambda raster: raster,
        "enlarged": _enlarged,
        "straightened": _straight,
        "flattened": flatten,
        "despeckled": despeckle,
        "flattened, despeckled": lambda raster: despeckle(flatten(raster)),
    }
)


if __name__ == "__main__":
    main(sys.argv[1:])
