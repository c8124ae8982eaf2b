"""Plain loops that `tests.bench.throughput` measures against, each in a process of its own.

    python -m tests.bench.loops pytesseract|tesserocr|pdfplumber JOBS DPI FILE...

The first two render each page of the files at DPI and read it in Swedish; the last takes
the text layer. The texts are printed as a JSON list, a text a file.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple


class Page(NamedTuple):
    """A page of a file to be rendered at `dpi`; `place` counts from 0."""

    path: Path
    place: int
    dpi: int


def main(arguments: Sequence[str]) -> None:
    """Read the files and print their texts."""
    name, jobs, dpi, *files = arguments
    os.environ["OMP_THREAD_LIMIT"] = "1"
    pages = [page for file in files for page in _pages(Path(file), int(dpi))]
    if jobs == "1":
        texts = list(map(_LOOPS[name], pages))
    else:
        with ProcessPoolExecutor(int(jobs)) as workers:
            texts = list(workers.map(_LOOPS[name], pages))
    read = zip(pages, texts, strict=True)
    by_file = ["\n".join(text for _, text in same) for _, same in groupby(read, _path)]
    json.dump(by_file, sys.stdout)


def _path(read: tuple[Page, str]) -> Path:
    return read[0].path


def _pages(path: Path, dpi: int) -> Iterator[Page]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        yield from (Page(path, index, dpi) for index in range(len(pdf)))


def _rendered(page: Page) -> Any:
    import pypdfium2

    with pypdfium2.PdfDocument(page.path) as pdf, closing(pdf[page.place]) as opened:
        return opened.render(scale=page.dpi / 72, grayscale=True).to_pil()


def _by_pytesseract(page: Page) -> str:
    import pytesseract

    config = f"--dpi {page.dpi}"
    return str(pytesseract.image_to_string(_rendered(page), lang="swe", config=config))


def _by_tesserocr(page: Page) -> str:
    reader = _reader()
    reader.SetImage(_rendered(page))
    reader.SetSourceResolution(page.dpi)
    return str(reader.GetUTF8Text())


@cache
def _reader() -> Any:
    import tesserocr

    from pipeline.ocr.requirements import tessdata_directory

    return tesserocr.PyTessBaseAPI(path=str(tessdata_directory()), lang="swe")


def _by_pdfplumber(page: Page) -> str:
    found = _opened(page.path).pages[page.place]
    text = found.extract_text()
    found.close()
    return str(text)


@cache
def _opened(path: Path) -> Any:
    import pdfplumber

    return pdfplumber.open(path)


_LOOPS: MappingProxyType[str, Callable[[Page], str]] = MappingProxyType(
    {
        "pytesseract": _by_pytesseract,
        "tesserocr": _by_tesserocr,
        "pdfplumber": _by_pdfplumber,
    }
)

if __name__ == "__main__":
    main(sys.argv[1:])
