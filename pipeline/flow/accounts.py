"""What became of every source: the ledger, read for people."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Ledger, LedgerRow, ledger_path
from pipeline.errors import UsageError


@dataclass(frozen=True, slots=True)
class Account:
    """How many sources are in which state, and each source."""

    counts: dict[str, int]
    sources: tuple[LedgerRow, ...]


def accounts(dataset: Path) -> Account:
    """Read the ledger of a dataset. Raises UsageError where there is none."""
    path = ledger_path(dataset)
    if not path.exists():
        raise UsageError(
            f"{dataset} has no ledger, so no run has written it.",
            f"Make it: prickfri run SOURCE... --dataset {dataset}",
        )
    with Ledger(path) as ledger:
        return Account(ledger.counts(), tuple(ledger.rows()))
