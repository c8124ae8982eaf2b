"""Measures reading on printed and scanned texts: CER and WER against the text.

    python -m tests.bench.scans [--texts DIR] [--jobs 2] [--dpi 150,200,300] [--json FILE]
                                [--engine auto]

Each text of the folder (`*.txt`, or a `text.txt` in each of its folders) is printed as a
PDF, then scanned: clean, with slant and grain, and as an old copy (see `SCANS`). All go
through ingest and OCR as in a run. Without --texts: the gold of the samples.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import product
from operator import add
from pathlib import Path
from types import MappingProxyType

from corpus.render import ScanSettings, Style, images_to_pdf, parse_plain, scan, to_pdf, typeset
from pipeline.config import Config
from pipeline.review import TextQuality, evaluate_texts
from tests.bench.reading import CONFIG, markdown, processor_seconds, read_file, text_of

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
PRINT = "born digital"
SCANS = MappingProxyType(
    {
        "clean": ScanSettings(),
        "slanting": ScanSettings(skew=3, noise=10, paper=240),
        "old": ScanSettings(
            skew=1.5, noise=12, specks=0.003, blur=0.8, bleed=0.3, shading=0.5, paper=225, fade=0.3
        ),
    }
)
STYLES = (
    Style(),
    Style(typeface="liberation-sans", size=10),
    Style(typeface="caladea", size=12, justify=True),
    Style(typeface="dejavu-sans", size=9),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A text in one print and one scan; `dpi` is 0 for the PDF itself."""

    path: Path
    style: Style
    kind: str
    dpi: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was read of a case; `seconds` are CPU seconds for all of its pages."""

    case: Case
    quality: TextQuality
    pages: int
    seconds: float


def main(arguments: Sequence[str]) -> None:
    """Measure and print the tables."""
    options = _parse(arguments)
    config = replace(CONFIG, ocr=replace(CONFIG.ocr, engine=options.engine))
    resolutions = [int(dpi) for dpi in options.dpi.split(",")]
    cases = list(_cases(options.texts, resolutions))
    with ProcessPoolExecutor(options.jobs) as workers:
        results = list(workers.map(partial(measure, config=config), cases))
    sys.stdout.write(f"{_by_scan(results)}\n\n{_by_text(results)}\n")
    if options.json:
        figures = [
            {"text": r.case.path.name, "scan": r.case.kind, "dpi": r.case.dpi, **r.quality.figures}
            for r in results
        ]
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")


def measure(case: Case, config: Config = CONFIG) -> Result:
    """Print, scan and read a text, and compare."""
    plan = typeset(parse_plain(case.path.read_text(encoding="utf-8-sig")), case.style)
    pdf = to_pdf(plan)
    if case.dpi:
        images = scan(pdf, replace(SCANS[case.kind], dpi=case.dpi))
        pdf = images_to_pdf(images, case.dpi, quality=80)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "text.pdf")
        file.write_bytes(pdf)
        started = processor_seconds(config)
        pages = read_file(file, config=config)
        seconds = processor_seconds(config) - started
    return Result(case, evaluate_texts(text_of(pages), plan.text), len(pages), seconds)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scans")
    parser.add_argument("--texts", type=Path, default=GOLD)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dpi", default="150,200,300")
    parser.add_argument("--engine", default=CONFIG.ocr.engine)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


def _cases(folder: Path, resolutions: Sequence[int]) -> Iterator[Case]:
    paths = sorted(folder.glob("*.txt")) or sorted(folder.glob("*/text.txt"))
    for number, path in enumerate(paths):
        style = STYLES[number % len(STYLES)]
        yield Case(path, style, PRINT, 0)
        for kind, dpi in product(SCANS, resolutions):
            yield Case(path, style, kind, dpi)


def _by_scan(results: Sequence[Result]) -> str:
    groups = dict.fromkeys((result.case.kind, result.case.dpi) for result in results)
    rows = []
    for kind, dpi in groups:
        group = [r for r in results if (r.case.kind, r.case.dpi) == (kind, dpi)]
        pages = sum(result.pages for result in group)
        figures = reduce(add, (result.quality for result in group)).figures
        speed = sum(result.seconds for result in group) / pages
        rows.append((kind, dpi or "–", pages, *_shown(figures), f"{speed:.1f}"))
    return markdown(("scan", "dpi", "pages", *_COLUMNS, "CPU s a page"), rows)


def _by_text(results: Sequence[Result]) -> str:
    kinds = dict.fromkeys((result.case.kind, result.case.dpi) for result in results)
    head = [f"{kind} {dpi}" if dpi else kind for kind, dpi in kinds]
    found = {(r.case.path, r.case.kind, r.case.dpi): r.quality.figures["cer"] for r in results}
    rows = [
        (number, *(f"{found[path, *kind]:.2%}" for kind in kinds))
        for number, path in enumerate(dict.fromkeys(r.case.path for r in results), start=1)
    ]
    return markdown(("CER of text", *head), rows)


_COLUMNS = ("CER", "WER", "words with å, ä, ö right")


def _shown(figures: dict[str, float]) -> tuple[str, ...]:
    return tuple(f"{figures[name]:.2%}" for name in ("cer", "wer", "swedish_word_recall"))


if __name__ == "__main__":
    main(sys.argv[1:])
