"""The lines of the readings and the files that hold them."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Final

from pipeline.errors import UsageError

FOLDER: Final = Path(__file__).resolve().parent


class Part(StrEnum):
    """What readings are for: to build on, or only to measure with."""

    DEVELOPMENT = "development"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as an OCR engine read it, beside the printed words that it stands for.

    `size` is the type's in points, `dpi` the scan's resolution, `scan` the name of what the
    scanner did, `language` the engine's model. Pages and lines count from 1, `block`
    numbers the paragraphs of the page, as the engine sees them, from 0. `true` is empty
    where the engine saw words in what is none.
    """

    document: str
    typeface: str
    size: float
    dpi: int
    scan: str
    language: str
    page: int
    block: int
    line: int
    read: str
    true: str


COLUMNS: Final = tuple(column.name for column in fields(ReadLine))


def load(part: str, folder: Path = FOLDER) -> Iterator[ReadLine]:
    """Yield the lines of a part (`development` or `test`), page by page in reading order.

    Raises UsageError where the part has not been made, or its file has other columns.
    """
    path = _path(Part(part), folder)
    if not path.exists():
        raise UsageError(f"{path.name} is missing.", "Type: make readings")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != COLUMNS:
            raise UsageError(f"{path.name} has other columns.", "Type: make readings")
        yield from (_line(row) for row in rows)


def save(lines: Iterable[ReadLine], part: Part, folder: Path = FOLDER) -> Path:
    """Write the lines of a part; the same lines give the same bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(
        text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
    )
    writer.writerow(COLUMNS)
    writer.writerows(astuple(line) for line in lines)
    path = _path(part, folder)
    path.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), mtime=0))
    return path


def _path(part: Part, folder: Path) -> Path:
    return folder / f"{part}.tsv.gz"


def _line(row: list[str]) -> ReadLine:
    document, typeface, size, dpi, scan, language, page, block, line, read, true = row
    numbers = (int(page), int(block), int(line))
    return ReadLine(document, typeface, float(size), int(dpi), scan, language, *numbers, read, true)
