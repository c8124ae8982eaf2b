"""Measures what a run costs by the number of documents.

    python -m tests.bench.growing [--documents 100 2000 10000] [--jobs 2]

For each number: a run from nothing, one over the same sources, one that reads all bytes to
be sure (`--verify`), and one after a document was added; each with its seconds on the clock
and of processor time, the interpreter's start and the workers included, both also as shares
of the first run's; the peak memory of the coordinator in MB; and how many Parquet files of
`lines` it wrote.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.config import cache_root
from pipeline.lexicon import open_lexicon
from tests.bench.many import write_texts

_PROGRAM = """
import pathlib, re
from pipeline.cli import main
if __name__ == "__main__":
    try:
        main()
    except SystemExit as end:
        assert end.code == 0, end.code
    # Not getrusage: its peak begins with that of the process that started this one.
    status = pathlib.Path("/proc/self/status").read_text()
    peak = int(re.search("VmHWM:\\s+(\\d+)", status)[1]) / 1024
    print(peak)
"""


class Measured(NamedTuple):
    """What a run took: seconds on the clock and of processors, memory in MB, files written."""

    run: str
    seconds: float
    cpu: float
    megabytes: float
    files: int


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 2000, 10_000])
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    open_lexicon()  # compiles it where needed, which must not count
    print(
        "| documents | run | seconds | of the first | CPU s | of the first "
        "| coordinator, MB | files written |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for documents in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            first: Measured | None = None
            for found in measured(Path(folder), documents, arguments.jobs):
                first = first or found
                print(
                    f"| {documents:,} | {found.run} "
                    f"| {found.seconds:.2f} | {found.seconds / first.seconds:.1%} "
                    f"| {found.cpu:.2f} | {found.cpu / first.cpu:.1%} "
                    f"| {found.megabytes:.0f} | {found.files} |",
                    flush=True,
                )


def measured(folder: Path, documents: int, jobs: int) -> Iterator[Measured]:
    """Yield what each of the runs over so many documents took."""
    write_texts(folder / "sources", documents)
    (folder / "cache").mkdir()
    (folder / "cache" / "lexicon").symlink_to(cache_root() / "lexicon")
    yield run(folder, "from nothing", jobs)
    yield run(folder, "again", jobs)
    yield run(folder, "again, --verify", jobs, "--verify")
    (folder / "sources" / "one-more.txt").write_text("Ett dokument till.", encoding="utf-8")
    yield run(folder, "one document more", jobs)


def run(folder: Path, name: str, jobs: int, *options: str) -> Measured:
    """Run over the sources of a folder that also has a cache; `name` is for the table."""
    before, begun, used = _files(folder), time.monotonic(), _cpu_of_children()
    command = ["run", "sources", "--dataset", "dataset", "--jobs", str(jobs), *options]
    environment = {
        **os.environ,
        "PRICKFRI_CACHE": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    # An installed package has its bytecode; without it all is compiled for each command.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    told = subprocess.check_output(
        [sys.executable, "-c", _PROGRAM, *command], cwd=folder, env=environment, text=True
    )
    seconds, cpu = time.monotonic() - begun, _cpu_of_children() - used
    megabytes = float(told.splitlines()[-1])
    return Measured(name, seconds, cpu, megabytes, len(_files(folder) - before))


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _files(folder: Path) -> set[tuple[str, int]]:
    """Return the files of the largest table, with what tells one that was written anew."""
    found = (folder / "dataset" / "lines").glob("*.parquet")
    return {(path.name, path.stat().st_ino) for path in found}


if __name__ == "__main__":
    main()
