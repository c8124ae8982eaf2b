"""Running units of work, in this process or in others that may die, and the ledger of sources."""

from pipeline.engine.backend import Backend, InProcess, make_backend
from pipeline.engine.ledger import Ledger, RunLedger, ledger_path
from pipeline.engine.processes import LocalProcesses
from pipeline.engine.states import ENDED, Ending, LedgerRow, State
from pipeline.engine.units import Failure, Outcome

__all__ = [
    "ENDED",
    "Backend",
    "Ending",
    "Failure",
    "InProcess",
    "Ledger",
    "LedgerRow",
    "LocalProcesses",
    "Outcome",
    "RunLedger",
    "State",
    "ledger_path",
    "make_backend",
]
