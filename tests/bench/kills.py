"""Kills a run over many files at random moments, and has it go on, again and again.

    python -m tests.bench.kills --kills 50 --files 200

Each round begins with an empty cache and a dataset to be written anew. Its run is killed
(the coordinator, or one of the workers, with SIGKILL) and given again until it comes to
its end. The tables must be those of a run that nobody disturbed, what is published must be
whole after each kill, and no process may be left.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.config import cache_root
from pipeline.lexicon import open_lexicon
from tests.bench.many import write_texts
from tests.dataset.builders import contents

_COMMAND = Path(sys.executable).with_name("prickfri")
_MARK = "PRICKFRI_KILLS"
_PARTS = ".prickfri/parts.json"
_PATIENCE = 300.0
_SETTLE = 5.0


@dataclass(slots=True)
class Campaign:
    """Kills in a folder of its own; `random` decides when and whom."""

    folder: Path
    random: random.Random
    jobs: int = 2
    coordinators: int = 0
    workers: int = 0
    rounds: int = 0
    whole: dict[str, bytes] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        """How many processes were killed."""
        return self.coordinators + self.workers

    def prepare(self, files: int) -> None:
        """Make the sources and the tables that must come out."""
        write_texts(self.folder / "sources", files)
        self._forget()
        begun = time.monotonic()
        run = self._start()
        assert run.wait(_PATIENCE) == 0
        self.seconds = time.monotonic() - begun
        self.whole = self._tables()

    def round(self, limit: int) -> None:
        """Kill a run and have it go on, until it ends by itself or `limit` were killed."""
        self._forget()
        while self.kills < limit and self._kill_one():
            if self._dataset.exists():
                self.check()
        assert self._start().wait(_PATIENCE) == 0
        self.check()
        self.rounds += 1

    def check(self) -> None:
        """Check that the tables are whole and that nothing runs."""
        assert self._tables() == self.whole
        deadline = time.monotonic() + _SETTLE
        while left := list(self._processes()):
            assert time.monotonic() < deadline, f"still running: {left}"
            time.sleep(0.05)

    @property
    def _dataset(self) -> Path:
        return self.folder / "dataset"

    def _tables(self) -> dict[str, bytes]:
        """Return the files of the dataset, but for the list that `_forget` removes."""
        found = contents(self._dataset)
        return {name: content for name, content in found.items() if name != _PARTS}

    def _forget(self) -> None:
        """Have the next run do everything, over the dataset that is there."""
        cache = self.folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()
        (cache / "lexicon").symlink_to(cache_root() / "lexicon")
        for path in self.folder.glob("dataset.ledger.sqlite*"):
            path.unlink()
        (self._dataset / _PARTS).unlink(missing_ok=True)

    def _start(self) -> subprocess.Popen[bytes]:
        folder = str(self.folder)
        command = ["run", "sources", "--dataset", "dataset", "--jobs", str(self.jobs)]
        return subprocess.Popen(
            [_COMMAND, *command],
            cwd=folder,
            env={
                **os.environ,
                _MARK: folder,
                "PRICKFRI_CACHE": f"{folder}/cache",
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _kill_one(self) -> bool:
        """Kill a process of a run; False if it came to its end before."""
        run = self._start()
        with suppress(subprocess.TimeoutExpired):
            assert run.wait(self.random.uniform(0.2, self.seconds)) == 0
            return False
        workers = [pid for pid in self._processes() if _parent(pid) == run.pid]
        if workers and self.random.random() < 0.5:
            with suppress(ProcessLookupError):
                os.kill(self.random.choice(workers), signal.SIGKILL)
            self.workers += 1
            assert run.wait(_PATIENCE) == 0  # the run goes on by itself
            return False
        run.kill()
        run.wait()
        self.coordinators += 1
        return True

    def _processes(self) -> Iterator[int]:
        mark = f"{_MARK}={self.folder}".encode()
        for process in Path("/proc").iterdir():
            with suppress(OSError):
                if process.name.isdigit() and mark in (process / "environ").read_bytes():
                    yield int(process.name)


def _parent(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    return int(status.rpartition(")")[2].split()[1])


def main() -> None:
    """Kill as often as asked for, and tell how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    open_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder), random.Random(arguments.seed))
        campaign.prepare(arguments.files)
        print(f"{arguments.files} files undisturbed: {campaign.seconds:.1f} s", flush=True)
        while campaign.kills < arguments.kills:
            campaign.round(arguments.kills)
            print(f"{campaign.kills} killed, {campaign.rounds} rounds", flush=True)
    print(
        f"{campaign.coordinators} coordinators and {campaign.workers} workers killed in "
        f"{campaign.rounds} rounds; every round's tables are those of the undisturbed run."
    )


if __name__ == "__main__":
    main()
