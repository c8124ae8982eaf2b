"""Units of work on a real cluster of two worker processes."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from distributed import LocalCluster

from pipeline.config import LimitsConfig
from pipeline.engine import Backend, Failure, make_backend
from pipeline.errors import FailureReason, MissingRequirementError
from tests.engine.unit_functions import misbehave, process_id

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("cluster"),
    # What it leaves to the garbage collector at its end is not ours to mend.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    with closing(make_backend("dask", 2)) as made:
        yield made


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_units_end_on_a_cluster_as_they_do_on_one_machine(backend: Backend) -> None:
    limits = LimitsConfig(wall_seconds=3, cpu_seconds=60, memory_mib=512)
    reasons = {
        "source_error": FailureReason.ENCRYPTED,
        "leave 0": FailureReason.CRASHED,
        "crash": FailureReason.CRASHED,
        "hang": FailureReason.TIME_LIMIT,
        f"allocate {2**30}": FailureReason.MEMORY_LIMIT,
    }
    units: list[str | int] = [*range(20), *reasons]
    found = {outcome.unit: outcome.result for outcome in backend.run(misbehave, units, limits)}
    assert backend.jobs == 2
    assert [found[number] for number in range(20)] == [number * 2 for number in range(20)]
    for unit, reason in reasons.items():
        failure = found[unit]
        assert isinstance(failure, Failure)
        assert failure.reason is reason
        assert failure.attempts == (2 if reason is FailureReason.CRASHED else 1)


def test_units_work_in_the_folder_of_the_coordinator(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (outcome,) = backend.run(misbehave, ["folder"])
    assert outcome.result == str(tmp_path)


def test_what_every_unit_would_lack_ends_the_run(backend: Backend) -> None:
    units: list[str | int] = [1, "no_tesseract"]
    with pytest.raises(MissingRequirementError, match=r"not installed\. apt install"):
        list(backend.run(misbehave, units))


def test_units_are_handed_out_as_workers_come_free(backend: Backend) -> None:
    taken: list[int] = []

    def units() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = backend.run(process_id, units())
    next(results)
    assert len(taken) <= 6
    results.close()  # type: ignore[attr-defined]


def test_a_unit_whose_worker_is_killed_is_done_by_another(backend: Backend, tmp_path: Path) -> None:
    inner = {outcome.result for outcome in backend.run(process_id, range(10))}
    worker = parent(next(pid for pid in inner if isinstance(pid, int)))

    def kill() -> None:
        time.sleep(1)
        os.kill(worker, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    units = [f"slow {number}" for number in range(8)]
    found = {outcome.unit: outcome.result for outcome in backend.run(misbehave, units)}
    killer.join()
    assert found == dict.fromkeys(units, "slept")


def test_a_cluster_without_workers_ends_the_run_after_a_while() -> None:
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as empty:
        address: str = empty.scheduler_address
        with closing(make_backend("dask", scheduler=address)) as backend:
            begun = time.monotonic()
            with pytest.raises(MissingRequirementError, match="no workers for 2 seconds"):
                list(backend.run(misbehave, [1, 2], LimitsConfig(cluster_seconds=2)))
            assert time.monotonic() - begun < 10


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.cluster._ANSWER_SECONDS", 1)
    with pytest.raises(MissingRequirementError, match=r"does not answer.*dask scheduler"):
        make_backend("dask", scheduler="tcp://127.0.0.1:1")
