"""Runs in which workers fail: everything else is done, and nothing is lost from the account."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest

from pipeline.config import Config, IngestConfig, LimitsConfig
from pipeline.dataset import Dataset
from pipeline.engine import Failure, InProcess, Ledger, Outcome, ledger_path
from pipeline.errors import FailureReason, UsageError
from pipeline.flow.batch import Request, Summary, find_sources, run_batch
from pipeline.flow.progress import Silence
from pipeline.flow.units import ChunkUnit, DocumentUnit

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


def test_what_was_lost_is_done_by_the_next_run(request_: Request) -> None:
    run(request_, lambda unit: isinstance(unit, ChunkUnit) and unit.first == 2)
    summary = run(request_)
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
        assert ledger.counts()["failed"] == 2


def test_everything_is_accounted_for(request_: Request) -> None:
    (request_.sources[0] / "copy.txt").write_text(TEXT)
    (request_.sources[0] / "empty.pdf").touch()
    summary = run(request_)
    assert summary.sources == 3
    assert summary.row_counts["documents"] + len(summary.duplicates) + len(summary.failures) == 3
    with Ledger(ledger_path(request_.dataset)) as ledger:
        counts = ledger.counts()
    assert (counts["done"], counts["skipped"], counts["failed"]) == (1, 1, 1)


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
