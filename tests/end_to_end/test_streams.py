"""`prickfri repair` among other programs: long texts, readers that leave, a user who stops it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.running import COMMAND, ROOT, fresh_cache

pytestmark = pytest.mark.xdist_group("texts")

PARAGRAPH = (
    "Regionens arbete under år {number} följer den strategi som fullmäktige har antagit.\n"
    "Alla förvaltningar ansvarar för att målen nås, och för att resultaten följs upp.\n\n"
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    cache = fresh_cache(tmp_path_factory.mktemp("streams") / "cache")
    return {**os.environ, "PRICKFRI_CACHE": str(cache)}


def text_of(megabytes: float) -> str:
    size = len(PARAGRAPH.encode())
    count = int(megabytes * 1_000_000 / size)
    return "".join(PARAGRAPH.format(number=number % 1000) for number in range(count))


def start(environment: dict[str, str], *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [COMMAND, "repair", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        text=True,
    )


@pytest.mark.slow
def test_a_long_text_needs_no_more_memory_than_a_short_one(
    environment: dict[str, str], tmp_path: Path
) -> None:
    short, long = (_peak(environment, tmp_path, size) for size in (2, 8))
    assert long - short < 5, f"{short} MB for 2 MB of text, {long} MB for 8 MB"


# A small process in between: what a child once shared with a large parent counts as its own.
MEASURE = (
    "import resource, subprocess, sys;"
    "subprocess.run(sys.argv[1:], check=True);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)"
)


def _peak(environment: dict[str, str], folder: Path, megabytes: float) -> float:
    """Return the largest resident size, in MB, of a repair of standard input."""
    source, target = folder / "in.txt", folder / "out.txt"
    source.write_text(text_of(megabytes), encoding="utf-8")
    with source.open() as stdin, target.open("w") as stdout:
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, COMMAND, "repair"],
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            text=True,
            check=True,
        )
    assert target.read_text().count("\n") == source.read_text().count("\n")
    return int(done.stderr) / 1000


def test_a_reader_that_leaves_ends_it_quietly(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(text_of(1), encoding="utf-8")
    with start(environment, tmp_path / "in.txt") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("Regionens arbete")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_a_user_who_stops_it_finds_no_half_file(
    environment: dict[str, str], tmp_path: Path
) -> None:
    output = tmp_path / "out.txt"
    with start(environment, "-o", output) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(text_of(0.5))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        message = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in message
    assert list(tmp_path.iterdir()) == []
