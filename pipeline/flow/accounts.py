"""What became of every source: the ledger, read for people and programs."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.engine import Ledger, LedgerRow, Progress, is_held, ledger_path
from pipeline.errors import UsageError


class RunState(StrEnum):
    """Whether a run goes on: now, or it was stopped before its end, or all have ended."""

    UNDER_WAY = "under_way"
    STOPPED = "stopped"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Account:
    """How many sources are in which state, each source, and how far the run is, if any."""

    run: RunState
    progress: Progress | None
    counts: dict[str, int]
    sources: tuple[LedgerRow, ...]

    def to_dict(self, sources: tuple[LedgerRow, ...]) -> dict[str, object]:
        """Return plain values for JSON, with the sources given."""
        return {
            "run": self.run,
            "progress": None if self.progress is None else _progress(self.progress),
            "counts": self.counts,
            "sources": [_source(row) for row in sources],
        }


def accounts(dataset: Path) -> Account:
    """Read the ledger of a dataset. Raises UsageError where there is none."""
    path = ledger_path(dataset)
    if not path.exists():
        raise UsageError(
            f"{dataset} has no ledger, so no run has written it.",
            f"Make it: prickfri run SOURCE... --dataset {dataset}",
        )
    under_way = is_held(path)
    with Ledger(path) as ledger:
        progress = ledger.progress()
        stopped = RunState.STOPPED if progress else RunState.ENDED
        run = RunState.UNDER_WAY if under_way else stopped
        return Account(run, progress, ledger.counts(), tuple(ledger.rows()))


def _progress(progress: Progress) -> dict[str, object]:
    left = progress.seconds_left
    return {
        "phase": progress.phase,
        "total": progress.total,
        "done": progress.done,
        "began_at": progress.began_at.isoformat(timespec="seconds"),
        "told_at": progress.told_at.isoformat(timespec="seconds"),
        "seconds_left": None if left is None else round(left),
    }


def _source(row: LedgerRow) -> dict[str, object]:
    return {
        "path": row.path,
        "state": row.state,
        "document_id": row.document_id,
        "pages": row.pages,
        "stage": row.stage,
        "reason": row.reason,
        "message": row.message,
        "attempts": row.attempts,
        "started_at": row.started_at,
        "finished_at": row.finished_at,
    }
