"""One worker, two, and a cluster of two of which one is killed: the same tables."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from distributed import LocalCluster

from tests.bench.many import write_texts
from tests.dataset.builders import contents
from tests.end_to_end.running import SAMPLES, fresh_cache, prickfri

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("cluster"),
    # What it leaves to the garbage collector at its end is not ours to mend.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as made:
        yield made


def kill_one(cluster: LocalCluster, cache: Path) -> None:
    """Kill a worker when the first results are there."""
    results = cache / "results"
    for _ in range(600):
        if results.exists() and sum(path.is_file() for path in results.rglob("*")) > 3:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)
            return
        time.sleep(0.05)


def test_however_work_is_divided_the_tables_are_the_same(
    tmp_path: Path, cluster: LocalCluster
) -> None:
    write_texts(tmp_path / "sources", 10)
    copy(SAMPLES / "internationell-strategi-2020-2025.pdf", tmp_path / "sources" / "plan.pdf")
    ways = {
        "one": ("--jobs", 1),
        "two": ("--jobs", 2),
        "cluster": ("--backend", "dask", "--scheduler", cluster.scheduler_address),
    }
    first = cluster.workers[0].pid
    tables = []
    for name, way in ways.items():
        cache = fresh_cache(tmp_path / f"cache-{name}")
        killer = threading.Thread(target=kill_one, args=(cluster, cache))
        if name == "cluster":
            killer.start()
        run = prickfri("run", "sources", "-d", name, *way, cache=cache, cwd=tmp_path)
        assert run.returncode == 0, run.stderr  # Dask may tell there of the worker it lost
        tables.append(contents(tmp_path / name))
    killer.join()
    assert cluster.workers[0].pid != first
    assert tables[0] == tables[1] == tables[2]
    assert len(tables[0]) > 16
