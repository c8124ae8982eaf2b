"""Measures the whole way from files to Parquet against other programs, in the same run.

    python -m tests.bench.throughput scans    [--dpi 300] [--texts 5] [--jobs 2] [FILE...]
    python -m tests.bench.throughput born     [--texts 5] [FILE...]
    python -m tests.bench.throughput one-scan [--pages 200] [--dpi 200] [--engine auto]

`scans`: both engines against OCRmyPDF and plain loops with pytesseract and tesserocr.
`born`: against a pdfplumber loop, one core each. `one-scan`: one file on two cores against
one. Without FILE the gold of the samples is printed and scanned; for `born`, plans are printed
(`tests.bench.born`). `--texts` says how many. For `born`, pages that a run would read from
their images are taken out of FILE before. Each way is a process of its own, and
Prickfri's begins with an empty cache, the compiled lexicon apart. What is not installed is
named as missing. CPU is that of a process and all that it started.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Final

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from corpus.render import ScanSettings, Style, images_to_pdf, parse_plain, scan, to_pdf, typeset
from pipeline.config import OcrConfig, cache_root
from pipeline.dataset import read_table
from pipeline.review import evaluate_texts
from tests.bench.born import printed, without_pictures
from tests.bench.reading import markdown
from tests.bench.scans import GOLD

_MARK: Final = 4
"""Pixels: the side of a mark, less than the dot of an i."""

_RUN = "from pipeline.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Way:
    """How files were read: seconds on the clock and of CPU, and the text of each file."""

    name: str
    wall: float
    cpu: float
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """Files to read, their printed texts where known, and how."""

    files: tuple[Path, ...]
    gold: Mapping[str, str]
    folder: Path
    jobs: int = 2
    dpi: int = 300

    @property
    def pages(self) -> int:
        """How many pages the files have."""
        return sum(map(_count_pages, self.files))


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    options = _parse(arguments)
    with tempfile.TemporaryDirectory() as folder:
        task = _task(options, Path(folder))
        ways = list(_WAYS[options.what](task, options))
        table = _table(task, ways)
        sys.stdout.write(f"{task.pages} pages in {len(task.files)} files\n\n{table}\n")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.throughput")
    parser.add_argument("what", choices=sorted(_WAYS))
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--texts", type=int, default=5)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--dpi", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--engine", default=OcrConfig().engine)
    return parser.parse_args(arguments)


def _task(options: argparse.Namespace, folder: Path) -> Task:
    if options.what == "born":
        return _born_task(options, folder)
    if options.files:
        return Task(tuple(options.files), {}, folder, options.jobs, options.dpi)
    files, gold, images = [], {}, []
    for number, path in enumerate(sorted(GOLD.glob("*/text.txt"))[: options.texts]):
        plan = typeset(parse_plain(path.read_text(encoding="utf-8-sig")), Style())
        images.append(scan(to_pdf(plan), replace(ScanSettings(), dpi=options.dpi)))
        pdf = images_to_pdf(images[-1], options.dpi, quality=80)
        files.append(folder / f"{number}.pdf")
        files[-1].write_bytes(pdf)
        gold[files[-1].name] = plan.text
    if options.what == "one-scan":
        files, gold = [folder / "one.pdf"], {}
        cycled = islice(cycle(chain.from_iterable(images)), options.pages)
        pages = [_marked(page, number) for number, page in enumerate(cycled)]
        files[0].write_bytes(images_to_pdf(pages, options.dpi, quality=80))
    return Task(tuple(files), gold, folder, options.jobs, options.dpi)


def _born_task(options: argparse.Namespace, folder: Path) -> Task:
    if options.files:
        return Task(tuple(without_pictures(file, folder) for file in options.files), {}, folder)
    texts = printed(options.texts, folder)
    return Task(tuple(texts), {file.name: text for file, text in texts.items()}, folder)


def _marked(page: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    """Return a page with a mark of its own at its upper edge: an image is not read twice."""
    marked = page.copy()
    marked[:_MARK, _MARK * number : _MARK * (number + 1)] = 0
    return marked


def _scans(task: Task, options: argparse.Namespace) -> Iterator[Way]:
    del options
    yield from _by_ocrmypdf(task)
    for engine in ("tesseract", "tesserocr"):
        yield from _by_prickfri(task, engine)
    for package in ("pytesseract", "tesserocr"):
        yield from _by_loop(task, package)


def _born(task: Task, options: argparse.Namespace) -> Iterator[Way]:
    alone = replace(task, jobs=1)
    yield from _by_loop(alone, "pdfplumber")
    yield from _by_prickfri(alone, options.engine)


def _one_scan(task: Task, options: argparse.Namespace) -> Iterator[Way]:
    for jobs in (1, 2):
        yield from _by_prickfri(replace(task, jobs=jobs), options.engine)


_WAYS = {"scans": _scans, "born": _born, "one-scan": _one_scan}


def _by_prickfri(task: Task, engine: str) -> Iterator[Way]:
    name = f"prickfri, {engine}, {task.jobs} at a time"
    if engine == "tesserocr" and find_spec(engine) is None:
        yield _missing(name)
        return
    with tempfile.TemporaryDirectory(dir=task.folder) as folder:
        cache, dataset, settings = (Path(folder, n) for n in ("cache", "dataset", "params.yaml"))
        cache.mkdir()
        (cache / "lexicon").symlink_to(cache_root() / "lexicon")
        settings.write_text(f"ocr:\n  engine: {engine}\n", encoding="utf-8")
        command = [sys.executable, "-c", _RUN, "run", *map(str, task.files)]
        command += ["--dataset", str(dataset), "--jobs", str(task.jobs), "--config", str(settings)]
        wall, cpu, _ = _measured(command, {"PRICKFRI_CACHE": str(cache)})
        yield Way(name, wall, cpu, _texts_in(dataset))


def _texts_in(dataset: Path) -> dict[str, str]:
    """Return the text of each file of a dataset as it was read, by the file's name."""
    documents = read_table(dataset, "documents")
    pages = read_table(dataset, "pages")
    texts = pages.groupby("document_id")["text_raw"].agg("\n".join)
    found = zip(documents["source_path"], documents["document_id"], strict=True)
    return {Path(path).name: texts[identity] for path, identity in found}


def _by_ocrmypdf(task: Task) -> Iterator[Way]:
    if shutil.which("ocrmypdf") is None:
        yield _missing("OCRmyPDF")
        return
    wall = cpu = 0.0
    texts = {}
    for file in task.files:
        text = task.folder / "sidecar.txt"
        command = ["ocrmypdf", "-l", "swe", "--jobs", str(task.jobs), "--quiet"]
        command += ["--sidecar", str(text), str(file), str(task.folder / "read.pdf")]
        seconds, used, _ = _measured(command)
        wall, cpu = wall + seconds, cpu + used
        texts[file.name] = text.read_text(encoding="utf-8")
    yield Way(f"OCRmyPDF, {task.jobs} at a time", wall, cpu, texts)


def _by_loop(task: Task, package: str) -> Iterator[Way]:
    name = f"{package} loop, {task.jobs} at a time"
    if find_spec(package) is None:
        yield _missing(name)
        return
    command = [sys.executable, "-m", "tests.bench.loops", package, str(task.jobs), str(task.dpi)]
    wall, cpu, printed = _measured([*command, *map(str, task.files)])
    texts = zip((file.name for file in task.files), json.loads(printed), strict=True)
    yield Way(name, wall, cpu, dict(texts))


def _missing(name: str) -> Way:
    return Way(f"{name}: not installed", 0.0, 0.0, {})


def _measured(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> tuple[float, float, bytes]:
    """Run a command; return seconds on the clock, CPU seconds with its children, its output."""
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(
        command, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, check=True
    )
    after, wall = os.times(), time.perf_counter() - started
    user = after.children_user - before.children_user
    return wall, user + after.children_system - before.children_system, done.stdout


def _table(task: Task, ways: Sequence[Way]) -> str:
    first = ways[0]
    head = ("way", "wall s", "of the first", "CPU s", "of the first", "pages/s", "CER")
    return markdown(head, (_row(task, way, first) for way in ways))


def _row(task: Task, way: Way, first: Way) -> tuple[str, ...]:
    if not way.wall:
        return (way.name, *["–"] * 6)
    ratios = (way.wall / first.wall, way.cpu / first.cpu) if first.wall else (0.0, 0.0)
    wall, cpu = (f"{ratio:.2f}" if ratio else "–" for ratio in ratios)
    speed = f"{task.pages / way.wall:.2f}"
    return way.name, f"{way.wall:.1f}", wall, f"{way.cpu:.1f}", cpu, speed, _error_rate(task, way)


def _error_rate(task: Task, way: Way) -> str:
    if not task.gold:
        return "–"
    read = "\n".join(way.texts[file.name] for file in task.files)
    printed = "\n".join(task.gold[file.name] for file in task.files)
    return f"{evaluate_texts(read, printed).figures['cer']:.2%}"


def _count_pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


if __name__ == "__main__":
    main(sys.argv[1:])
