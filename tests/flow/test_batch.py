"""Runs in which workers fail: everything else is done, and nothing is lost from the account."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from typing import TypeVar

import pytest

from pipeline.config import Config, DatasetConfig, IngestConfig, LimitsConfig
from pipeline.dataset import Dataset
from pipeline.engine import Failure, InProcess, Ledger, Outcome, State, ledger_path
from pipeline.errors import FailureReason, NoRoomError, UsageError
from pipeline.flow.accounts import RunState, accounts
from pipeline.flow.batch import Request, Summary, find_sources, run_batch
from pipeline.flow.keys import name_forms_key
from pipeline.flow.progress import Silence
from pipeline.flow.units import ChunkUnit, DocumentUnit
from tests.dataset.builders import contents
from tests.faults import full_disk

T = TypeVar("T")
R = TypeVar("R")

TEXT = "Region Almvik deltar i Euroregion Baltic.\fMål 2026:\n• Fler möten.\fAnna Ek (M), ledamot."


@dataclass(frozen=True, slots=True)
class Breaking:
    """A backend whose worker dies over certain units."""

    dies_over: Callable[[object], bool]
    jobs: int = 1

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008
    ) -> Iterator[Outcome[T, R]]:
        for unit in units:
            if self.dies_over(unit):
                yield Outcome(unit, Failure(FailureReason.CRASHED, "Its process died.", 2))
            else:
                yield from InProcess().run(function, [unit], limits)

    def close(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Idle:
    """A backend that is not to be asked for anything."""

    jobs: int = 1

    def run(
        self,
        function: Callable[[T], R],
        units: Iterable[T],
        limits: LimitsConfig = LimitsConfig(),  # noqa: B008
    ) -> Iterator[Outcome[T, R]]:
        assert not list(units)
        yield from ()

    def close(self) -> None:
        pass


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.txt").write_text(TEXT)
    return Request(
        sources=(tmp_path / "in",),
        dataset=tmp_path / "ds",
        config=replace(Config(), ingest=IngestConfig(chunk_pages=1)),
        backend=InProcess(),
        cache=tmp_path / "cache",
    )


def run(request: Request, dies_over: Callable[[object], bool] = lambda _: False) -> Summary:
    return run_batch(replace(request, backend=Breaking(dies_over)), Silence())


def test_a_lost_chunk_costs_its_pages_alone(request_: Request) -> None:
    summary = run(request_, lambda unit: isinstance(unit, ChunkUnit) and unit.first == 2)
    (failure,) = summary.failures
    assert (failure.page_number, failure.reason) == (2, FailureReason.CRASHED)
    dataset = Dataset(request_.dataset)
    assert list(dataset.pages["page_number"]) == [1, 3]
    assert list(dataset.documents["status"]) == ["done_with_failed_pages"]
    assert failure.document_id == dataset.documents["document_id"][0]


def test_names_are_divided_into_tokens_once_for_all_processes(request_: Request) -> None:
    run(request_)
    tools = request_.setup.open()
    assert tools.cache.digest(name_forms_key(tools)) is not None


def test_what_was_lost_is_done_when_asked_for(request_: Request) -> None:
    run(request_, lambda unit: isinstance(unit, ChunkUnit) and unit.first == 2)
    again = replace(request_, retry_failed=True)
    summary = run(again)
    assert summary.failures == ()
    assert list(Dataset(request_.dataset).documents["status"]) == ["done"]
    assert summary.reused == 2


@pytest.mark.parametrize("kind", [ChunkUnit, DocumentUnit])
def test_a_document_of_which_nothing_came_through_is_a_failure(
    request_: Request, kind: type
) -> None:
    (request_.sources[0] / "copy.txt").write_text(TEXT)
    summary = run(request_, lambda unit: isinstance(unit, kind))
    assert {Path(failure.source_path).name for failure in summary.failures} == {
        "plan.txt",
        "copy.txt",
    }
    assert all(failure.page_number is None for failure in summary.failures)
    assert summary.row_counts["documents"] == 0
    with Ledger(ledger_path(request_.dataset)) as ledger:
        assert ledger.counts()["set_aside"] == 2


def test_everything_is_accounted_for(request_: Request) -> None:
    (request_.sources[0] / "copy.txt").write_text(TEXT)
    (request_.sources[0] / "empty.pdf").touch()
    summary = run(request_)
    assert summary.sources == 3
    assert summary.row_counts["documents"] + len(summary.duplicates) + len(summary.failures) == 3
    with Ledger(ledger_path(request_.dataset)) as ledger:
        counts = ledger.counts()
    assert (counts["done"], counts["skipped_as_duplicate"], counts["failed"]) == (1, 1, 1)


def test_a_second_run_over_the_same_sources_does_no_work(request_: Request) -> None:
    (request_.sources[0] / "copy.txt").write_text(TEXT)
    (request_.sources[0] / "empty.pdf").touch()
    first = run(request_, lambda unit: isinstance(unit, ChunkUnit) and unit.first == 2)
    before = contents(request_.dataset)
    second = run_batch(replace(request_, backend=Idle()), Silence())
    assert contents(request_.dataset) == before
    assert (first.written, second.written) == (True, False)
    assert len(Dataset(request_.dataset).runs) == 1
    assert second.unchanged == 3
    assert (second.failures, second.duplicates) == (first.failures, first.duplicates)
    assert {failure.reason for failure in second.failures} == {"empty", "crashed"}


@pytest.mark.parametrize("verify", [False, True])
def test_a_dataset_that_is_not_whole_is_seen_though_all_sources_are_as_they_were(
    request_: Request, verify: bool
) -> None:
    run(request_)
    before = contents(request_.dataset)
    again = replace(request_, verify=verify)
    assert not run(again).written
    (request_.dataset / "lines" / "part-0.parquet").unlink()
    assert run(again).written
    assert contents(request_.dataset) == before


def test_a_changed_setting_is_seen_in_the_dataset(request_: Request) -> None:
    (request_.sources[0] / "more.txt").write_text("Ett nytt dokument.")
    run(request_)
    changed = replace(request_, config=replace(request_.config, dataset=DatasetConfig(1)))
    assert run(changed).written
    assert not run(changed).written
    assert run(request_).written


@pytest.mark.parametrize("verify", [False, True])
def test_bytes_that_changed_behind_an_unchanged_look_are_found_when_asked_for(
    request_: Request, verify: bool
) -> None:
    source = request_.sources[0] / "plan.txt"
    run(request_)
    looks = source.stat()
    with source.open("r+") as file:
        file.write("Kommun")
    os.utime(source, ns=(looks.st_atime_ns, looks.st_mtime_ns))
    summary = run(replace(request_, verify=verify))
    assert summary.unchanged == (0 if verify else 1)
    texts = Dataset(request_.dataset).pages["text_raw"]
    assert texts[0].startswith("Kommun" if verify else "Region")


def test_what_the_cache_has_lost_is_made_again(request_: Request) -> None:
    run(request_)
    before = contents(request_.dataset)
    rmtree(request_.cache)
    (request_.sources[0] / "more.txt").write_text("Ett nytt dokument.")
    assert run(request_).unchanged == 0
    (request_.sources[0] / "more.txt").unlink()
    run(request_)
    assert contents(request_.dataset) == before


def test_what_is_torn_in_the_cache_is_made_again(request_: Request) -> None:
    run(request_)
    for path in request_.cache.rglob("*"):
        if path.is_file():  # all but what tells at a glance what is in it
            path.write_bytes(path.read_bytes()[:40])
    (request_.sources[0] / "more.txt").write_text("Ett nytt dokument.")
    summary = run(request_)
    assert (summary.unchanged, summary.failures) == (1, ())
    assert len(Dataset(request_.dataset).pages) == 4


def test_copies_come_and_go(request_: Request) -> None:
    folder = request_.sources[0]
    for names in (["plan.txt"], ["b.txt", "plan.txt"], ["b.txt", "c.txt"], ["c.txt"], ["a.txt"]):
        for path in [*folder.iterdir()]:
            if path.name not in names:
                path.unlink()
        for name in names:
            (folder / name).write_text(TEXT)
        summary = run(request_)
        documents = Dataset(request_.dataset).documents
        found = [documents["source_path"][0], *documents["other_paths"][0]]
        assert [Path(path).name for path in found] == names
        with Ledger(ledger_path(request_.dataset)) as ledger:
            states = [source.state for source in ledger.rows()]
        assert states == [State.DONE] + [State.SKIPPED] * (len(names) - 1)
        assert len(summary.duplicates) == len(names) - 1


def test_what_a_stopped_run_brought_to_its_end_stays_there(request_: Request) -> None:
    (request_.sources[0] / "more.txt").write_text("Ett dokument till.")

    class Stop(Silence):
        def advance(self, count: int = 1) -> None:
            account = accounts(request_.dataset)
            if account.counts["done"] == 1:
                assert account.counts["running"] == 1
                assert account.progress is not None
                assert (account.progress.phase, account.progress.total) == ("Understanding", 4)
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(request_, Stop())
    stopped = accounts(request_.dataset)
    assert stopped.run is RunState.STOPPED
    assert not request_.dataset.exists()
    summary = run(request_)
    assert (summary.unchanged, summary.row_counts["documents"]) == (1, 2)
    ended = accounts(request_.dataset)
    assert (ended.run, ended.progress) == (RunState.ENDED, None)


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(request_: Request) -> None:
    run(request_)
    before = contents(request_.dataset)
    (request_.sources[0] / "long.txt").write_text(os.urandom(120_000).hex(" ", 7))
    with full_disk(100_000), pytest.raises(NoRoomError, match="Make room"):
        run(request_)
    assert contents(request_.dataset) == before
    assert accounts(request_.dataset).run is RunState.STOPPED
    assert run(request_).row_counts["documents"] == 2


def test_sources_are_named_alike_however_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("text")
    monkeypatch.chdir(tmp_path)
    assert find_sources([Path("in")]) == find_sources([tmp_path / "in"]) == [Path("in/a.txt")]


def test_a_source_that_does_not_exist_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="absent"):
        find_sources([tmp_path / "absent"])
