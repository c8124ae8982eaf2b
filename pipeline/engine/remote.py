"""The inside of a worker of a cluster: units in a process that may die, as on one machine."""

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from pipeline.config import LimitsConfig
from pipeline.engine.processes import LocalProcesses
from pipeline.engine.units import Failure

T = TypeVar("T")
R = TypeVar("R")


def do_unit(function: Callable[[T], R], unit: T, limits: LimitsConfig, folder: str) -> R | Failure:
    """Do a unit as the local backend does, for a coordinator whose current folder is `folder`.

    So a unit that crashes or hangs costs a process that is quickly replaced, never the
    cluster's worker, and is accounted for in the same words. Raises what would end a run.
    """
    place = _place(threading.get_ident(), folder)
    (outcome,) = place.run(function, [unit], limits)
    return outcome.result


@lru_cache(maxsize=64)
def _place(thread: int, folder: str) -> LocalProcesses:
    """Return the process of a thread, which ends with the thread."""
    return LocalProcesses(1, folder)
