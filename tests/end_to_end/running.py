"""The command as users give it, for the tests that go the whole way."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.config import cache_root
from pipeline.lexicon import open_lexicon

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus" / "samples"
SHARED = ROOT.parent / "shared"
COMMAND = Path(sys.executable).with_name("prickfri")


def fresh_cache(folder: Path) -> Path:
    """Return a cache without results; only the compiled lexicon is the user's."""
    open_lexicon()
    folder.mkdir()
    (folder / "lexicon").symlink_to(cache_root() / "lexicon")
    return folder


def prickfri(
    *arguments: object, cache: Path, cwd: Path = ROOT, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command, which keeps its results in `cache`."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PRICKFRI_CACHE": str(cache)},
        input=stdin,
        check=False,
    )


def rows(dataset: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table, without the help of the package."""
    found: list[dict[str, Any]] = pq.read_table(dataset / table).to_pylist()
    return found
