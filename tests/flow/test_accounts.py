from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.engine import Failure, Progress, RunLedger, State, ledger_path
from pipeline.errors import FailureReason, UsageError
from pipeline.flow.accounts import RunState, accounts
from pipeline.flow.progress import Silence, Telling
from pipeline.flow.records import lost_endings

CRASHED = Failure(FailureReason.CRASHED, "The process that worked on it ended.", 2)


def test_a_folder_without_a_ledger_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no ledger.*prickfri run"):
        accounts(tmp_path / "ds")


def test_what_a_program_is_told_holds_state_reason_and_progress(tmp_path: Path) -> None:
    began = datetime(2026, 1, 1, tzinfo=UTC)
    with RunLedger(ledger_path(tmp_path / "ds")) as ledger:
        ledger.record_found([tmp_path / "a.pdf", tmp_path / "b.pdf"], lambda _: False)
        ledger.finish(lost_endings([tmp_path / "a.pdf"], CRASHED, "ocr", "ab" * 32, "code"))
        ledger.tell(Progress("Reading pages", 10, 4, began, began + timedelta(seconds=8)))
    account = accounts(tmp_path / "ds")
    tree = account.to_dict(account.sources)
    assert tree["run"] is RunState.STOPPED
    assert tree["progress"] == {
        "phase": "Reading pages",
        "total": 10,
        "done": 4,
        "began_at": "2026-01-01T00:00:00+00:00",
        "told_at": "2026-01-01T00:00:08+00:00",
        "seconds_left": 12,
    }
    assert account.counts["set_aside"] == account.counts["waiting"] == 1
    first, second = account.sources
    assert (first.state, first.reason, first.tries) == (State.SET_ASIDE, "crashed", 2)
    assert (second.state, second.reason) == (State.WAITING, None)


def test_a_run_tells_its_ledger_and_its_listener_how_far_it_is(tmp_path: Path) -> None:
    told: list[object] = []

    class Noting(Silence):
        def phase(self, name: str, total: int) -> None:
            told.append((name, total))

        def advance(self, count: int = 1) -> None:
            told.append(count)

    with RunLedger(tmp_path / "ledger") as ledger:
        telling = Telling(ledger, Noting())
        telling.phase("Taking in", 3)
        for _ in range(3):
            telling.advance()
        progress = ledger.progress()
        assert progress is not None
        assert (progress.phase, progress.total) == ("Taking in", 3)
        assert progress.done < 3  # the ledger hears of it once a second
    assert told == [("Taking in", 3), 1, 1, 1]
