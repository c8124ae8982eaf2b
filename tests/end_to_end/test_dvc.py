"""Batch runs with DVC: reproducible, idle when nothing changed, cheap when little did."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from tests.end_to_end.running import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("samples"), pytest.mark.timeout(900)]

STAGES = 6


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project's files, as a fresh clone has them."""
    folder = tmp_path_factory.mktemp("dvc") / "clone"
    listed = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, folder / name)
    run(["git", "init", "--quiet"], folder)
    (folder / ".venv").symlink_to(Path(sys.executable).parents[1])
    return folder


def run(command: list[str], folder: Path, cache: Path | None = None) -> str:
    environment = dict(os.environ)
    if cache is not None:
        environment |= {"PRICKFRI_CACHE": str(cache), "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def repro(clone: Path, cache: Path) -> str:
    return run([".venv/bin/dvc", "repro"], clone, cache)


def results(cache: Path) -> int:
    return sum(path.is_file() for path in (cache / "results").rglob("*"))


def test_a_clone_is_reproduced_then_idle_then_pays_for_what_is_new(
    clone: Path, cache: Path, imported: Path
) -> None:
    """One test, because each step starts where the one before it ended."""
    assert imported.exists()  # so that pages are read once for all tests
    before = (clone / "dvc.lock").read_text()
    (clone / "dvc.lock").unlink()  # or DVC would not look at what is already in order
    assert repro(clone, cache).count("Running stage") == STAGES
    assert (clone / "dvc.lock").read_text() == before
    assert (clone / "metrics.json").read_text() == (ROOT / "metrics.json").read_text()

    assert "Running stage" not in repro(clone, cache)

    known = results(cache)
    # Other bytes, the same text: what is read from it is repaired already.
    source = clone / "corpus" / "samples" / "internationell-strategi-2020-2025.pdf"
    (clone / "corpus" / "samples" / "one-more.pdf").write_bytes(source.read_bytes() + b"\n%\n")
    assert "18 documents" in repro(clone, cache)
    per_document = 4  # text layers, knowledge, the list of its rows, the rows
    assert results(cache) == known + per_document
