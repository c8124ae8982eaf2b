"""Running units of work, in this process or in others that may die, and the ledger of sources."""

from pipeline.engine.backend import Backend, InProcess, make_backend
from pipeline.engine.ledger import Ledger
from pipeline.engine.ledger_file import is_held, ledger_path
from pipeline.engine.run_ledger import RunLedger
from pipeline.engine.states import (
    ENDED,
    IMPERFECT,
    LOST,
    Ending,
    KeptDocument,
    KnownEnding,
    LedgerRow,
    Progress,
    State,
)
from pipeline.engine.units import Failure, Outcome

__all__ = [
    "ENDED",
    "IMPERFECT",
    "LOST",
    "Backend",
    "Ending",
    "Failure",
    "InProcess",
    "KeptDocument",
    "KnownEnding",
    "Ledger",
    "LedgerRow",
    "Outcome",
    "Progress",
    "RunLedger",
    "State",
    "is_held",
    "ledger_path",
    "make_backend",
]
