import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from pipeline.config import LimitsConfig
from pipeline.engine import Backend, Failure, InProcess, make_backend
from pipeline.engine.processes import LocalProcesses
from pipeline.errors import FailureReason, MissingRequirementError, UsageError
from tests.engine.unit_functions import misbehave, nothing, process_id

SHORT = LimitsConfig(wall_seconds=3, cpu_seconds=60, memory_mib=512)


@pytest.fixture
def one() -> Iterator[LocalProcesses]:
    with closing(LocalProcesses(1)) as backend:
        yield backend


@pytest.fixture
def two() -> Iterator[LocalProcesses]:
    with closing(LocalProcesses(2)) as backend:
        yield backend


def outcomes(
    backend: Backend, *units: str | int, limits: LimitsConfig = SHORT
) -> dict[str | int, object]:
    with closing(backend):
        found = list(backend.run(misbehave, units, limits))
    assert sorted(str(o.unit) for o in found) == sorted(map(str, units))
    return {outcome.unit: outcome.result for outcome in found}


def is_running(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def wait_until_ended(*pids: int) -> None:
    for _ in range(100):
        if not any(map(is_running, pids)):
            return
        time.sleep(0.05)
    raise AssertionError(f"still running: {[pid for pid in pids if is_running(pid)]}")


def marked_processes(mark: str) -> set[int]:
    """Return the processes that have something in their environment or arguments."""
    found = set()
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            text = (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
            if process.name.isdigit() and mark.encode() in text:
                found.add(int(process.name))
    return found - {os.getpid()}


@pytest.mark.parametrize("backend", [InProcess(), LocalProcesses(2)], ids=["in-process", "local"])
def test_each_unit_has_one_outcome_and_errors_cost_their_unit_alone(backend: Backend) -> None:
    found = outcomes(backend, 1, "source_error", 2, "mistake här", 3)
    assert (found[1], found[2], found[3]) == (2, 4, 6)
    encrypted = found["source_error"]
    assert encrypted == Failure(
        FailureReason.ENCRYPTED, "The file is encrypted. Ask for the password."
    )
    mistake = found["mistake här"]
    assert isinstance(mistake, Failure)
    assert mistake.reason is FailureReason.INTERNAL
    assert "KeyError: 'här', in unit_functions.py, line" in mistake.message


@pytest.mark.parametrize("backend", [InProcess(), LocalProcesses(1)], ids=["in-process", "local"])
def test_what_every_unit_would_lack_ends_the_run(backend: Backend) -> None:
    with pytest.raises(MissingRequirementError, match=r"not installed\. apt install"):
        outcomes(backend, "no_tesseract", 1)


def test_processes_that_crash_hang_or_swell_cost_their_unit_alone() -> None:
    reasons = {
        "leave 0": FailureReason.CRASHED,
        "crash": FailureReason.CRASHED,
        "sleep 60": FailureReason.TIME_LIMIT,
        "hang": FailureReason.TIME_LIMIT,
        f"allocate {2**30}": FailureReason.MEMORY_LIMIT,
        "unsendable": FailureReason.INTERNAL,
    }
    found = outcomes(LocalProcesses(2), *range(10), *reasons, *range(10, 20))
    for number in range(20):
        assert found[number] == number * 2
    for unit, reason in reasons.items():
        failure = found[unit]
        assert isinstance(failure, Failure)
        assert failure.reason is reason, unit
        assert failure.attempts == (2 if reason is FailureReason.CRASHED else 1)


def test_processor_time_is_bounded_too() -> None:
    limits = LimitsConfig(wall_seconds=60, cpu_seconds=1)
    failure = outcomes(LocalProcesses(1), 1, "spin", limits=limits)["spin"]
    assert isinstance(failure, Failure)
    assert failure.reason is FailureReason.TIME_LIMIT
    assert "processor time" in failure.message


@pytest.mark.parametrize("unit", ["stop", "hang", "spin", "sleep 60"])
def test_a_unit_ends_within_five_seconds_of_its_limit(one: LocalProcesses, unit: str) -> None:
    limits = LimitsConfig(wall_seconds=1)
    warm: list[str | int] = [1]
    list(one.run(misbehave, warm, limits))
    begun = time.monotonic()
    (outcome,) = one.run(misbehave, [unit], limits)
    assert time.monotonic() - begun < 1 + 5
    assert isinstance(outcome.result, Failure)
    assert outcome.result.reason is FailureReason.TIME_LIMIT
    after: list[str | int] = [2]
    assert [o.result for o in one.run(misbehave, after, limits)] == [4]


def test_a_unit_whose_process_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    unit = f"once {tmp_path / 'marker'}"
    assert outcomes(LocalProcesses(1), unit) == {unit: "second time"}


def test_a_program_that_a_killed_process_had_started_ends_with_it(tmp_path: Path) -> None:
    unit = f"program {tmp_path / 'pid'}"
    failure = outcomes(LocalProcesses(1), unit)[unit]
    assert isinstance(failure, Failure)
    assert "SIGKILL" in failure.message
    wait_until_ended(int((tmp_path / "pid").read_text()))


def test_a_killed_idle_process_is_replaced(one: LocalProcesses) -> None:
    results = one.run(process_id, range(3))
    first = next(results).result
    assert isinstance(first, int)
    os.kill(first, signal.SIGKILL)
    wait_until_ended(first)
    second = next(results).result
    assert second != first
    assert next(results).result == second


def test_processes_are_replaced_after_their_share_of_units(one: LocalProcesses) -> None:
    limits = LimitsConfig(units_per_process=2)
    found = [o.result for o in one.run(process_id, range(5), limits)]
    assert [found.count(pid) for pid in dict.fromkeys(found)] == [2, 2, 1]


def test_processes_stay_from_one_run_to_the_next(one: LocalProcesses) -> None:
    first, second = ([o.result for o in one.run(process_id, [1])] for _ in range(2))
    assert first == second


def test_a_run_that_is_given_up_leaves_no_unit_behind(one: LocalProcesses) -> None:
    units: list[str | int] = [1, "sleep 60"]
    results = one.run(misbehave, units)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert [o.result for o in one.run(misbehave, [2])] == [4]


def test_a_unit_may_come_to_nothing(one: LocalProcesses) -> None:
    assert [o.result for o in one.run(nothing, [1])] == [None]


def test_units_are_taken_only_as_they_can_be_begun(two: LocalProcesses) -> None:
    taken: list[str | int] = []

    def units() -> Iterator[str | int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = two.run(misbehave, units())
    next(results)
    assert len(taken) <= 3
    results.close()  # type: ignore[attr-defined]


def test_two_processes_work_at_the_same_time(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    units = (f"meet {one} {two}", f"meet {two} {one}")
    assert set(
        outcomes(LocalProcesses(2), *units, limits=LimitsConfig(wall_seconds=60)).values()
    ) == {"met"}


def test_programs_of_workers_use_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_THREAD_LIMIT", raising=False)
    unit = "environment OMP_THREAD_LIMIT"
    assert outcomes(LocalProcesses(1), unit) == {unit: "1"}
    assert "OMP_THREAD_LIMIT" not in os.environ


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_however_a_run_ends_no_process_stays(tmp_path: Path, end: signal.Signals) -> None:
    mark = f"PRICKFRI_TEST={tmp_path}"
    script = (
        "from pipeline.engine.processes import LocalProcesses\n"
        "from tests.engine.unit_functions import misbehave\n"
        "units = [1, 'start_program', 'sleep 300']\n"
        "for outcome in LocalProcesses(2).run(misbehave, units):\n"
        "    print(outcome.result, flush=True)\n"
    )
    coordinator = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PRICKFRI_TEST": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    assert coordinator.stdout is not None
    for _ in range(2):
        assert coordinator.stdout.readline()
    processes = marked_processes(mark)
    assert len(processes) >= 5  # coordinator, a worker or two with their guards, a program
    if end is signal.SIGINT:
        os.killpg(coordinator.pid, end)  # as a terminal does
    else:
        coordinator.send_signal(end)
    _, errors = coordinator.communicate(timeout=20)
    assert coordinator.returncode == -end
    if end is signal.SIGINT:
        assert errors.count("Traceback") == 1
    wait_until_ended(*processes)
    assert not marked_processes(mark)


def test_backends_are_made_by_name() -> None:
    assert isinstance(make_backend("in-process"), InProcess)
    local = make_backend("local")
    assert local.jobs == len(os.sched_getaffinity(0))
    with closing(local):
        assert {outcome.unit for outcome in local.run(nothing, [1, 2, 3])} == {1, 2, 3}
    with pytest.raises(UsageError, match="dusk"):
        make_backend("dusk")
    with pytest.raises(UsageError, match="0 jobs"):
        make_backend("local", 0)
    with pytest.raises(UsageError, match="has no scheduler"):
        make_backend("local", 1, "tcp://127.0.0.1:8786")


def test_a_failure_without_words_cannot_be() -> None:
    with pytest.raises(ValueError, match="says what happened"):
        Failure(FailureReason.CRASHED, " ")
