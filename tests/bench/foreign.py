"""Measures what becomes of other people's files, and which text another reader finds.

    python -m tests.bench.foreign FOLDER [--jobs 2] [--most 20]

FOLDER, for instance the test files of a PDF library, is imported by a run with an empty cache
and settings as they are by default. Printed are how its sources ended, by state and reason,
how many were not accounted for, seconds, the most memory of any process, and the PDFs in
which poppler's `pdftotext` finds most words that the dataset has not: a blank page that is
none is silent loss, and no other measure shows it.
"""

import argparse
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.dataset import read_table
from pipeline.flow.accounts import accounts
from tests.bench.alone import taken_by

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SECONDS: Final = 60


class Missing(NamedTuple):
    """Words of a file that another reader finds and the dataset has not, and how many it finds."""

    words: int
    of: int
    name: str


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--most", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        dataset = Path(place, "ds")
        arguments = (options.folder.resolve(), "--dataset", dataset, "--jobs", f"{options.jobs}")
        seconds, mebibytes = taken_by(Path(place), "run", *arguments)
        _tell_endings(options.folder, dataset)
        print(f"{seconds:.0f} s; the most memory that a process had: {mebibytes:.0f} MiB.\n")
        print("| words missing | of | file |\n|---|---|---|")
        for words, of, name in sorted(_missing(dataset), reverse=True)[: options.most]:
            print(f"| {words} | {of} | {name} |")


def _tell_endings(folder: Path, dataset: Path) -> None:
    rows = accounts(dataset).sources
    found = sum(1 for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    print(f"{found} sources found, {found - len(rows)} of them not accounted for.\n")
    print("| ended as | sources |\n|---|---|")
    for (state, reason), count in Counter((row.state, row.reason) for row in rows).most_common():
        print(f"| {state}{f' ({reason})' if reason else ''} | {count} |")
    print()


def _missing(dataset: Path) -> Iterator[Missing]:
    """Yield what another reader finds in each PDF, failed ones too, and the dataset has not."""
    pages = read_table(dataset, "pages")
    texts = pages["text_raw"].fillna("").groupby(pages["document_id"]).agg(" ".join)
    for row in accounts(dataset).sources:
        theirs = Counter(_WORD.findall(_by_poppler(row.location)))
        ours = Counter(_WORD.findall(texts.get(row.document_id, "")))
        if lost := (theirs - ours).total():
            yield Missing(lost, theirs.total(), row.location.name)


def _by_poppler(path: Path) -> str:
    """Return the text of a PDF; nothing for what is none, or takes longer than a minute."""
    try:
        told = subprocess.run(
            ["pdftotext", "-layout", path, "-"], capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return told.stdout.decode(errors="replace")


if __name__ == "__main__":
    main()
