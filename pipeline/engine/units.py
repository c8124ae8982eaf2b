"""A unit of work: what it may use, and how it ends, well or not."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.errors import FailureReason, MissingRequirementError, SourceError, UsageError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a unit may use before its process is ended by the system.

    A slow file on a busy machine looks like one that hangs: seconds of processor time
    bound the work, looser seconds on the clock bound the waiting. `memory_bytes` is for a
    process without the files it maps, and for each program that it starts. A process is
    replaced after `units_per_process`, so that what libraries leak does not add up.
    """

    wall_seconds: float = 1800.0
    cpu_seconds: int = 900
    memory_bytes: int = 2 * 1024**3
    units_per_process: int = 100


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a unit did not come through; `message` says it to a person and is never empty."""

    reason: FailureReason
    message: str
    attempts: int = 1

    def __post_init__(self) -> None:
        if not self.message.strip():
            raise ValueError(f"a failure says what happened, not just {self.reason}")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """A unit and what came of it."""

    unit: T
    result: R | Failure


def execute(function: Callable[[T], R], unit: T) -> R | Failure:
    """Do a unit; an error of this one unit becomes a Failure.

    Raises MissingRequirementError and UsageError: they would come of every unit alike.
    """
    try:
        return function(unit)
    except SourceError as error:
        return Failure(error.reason, str(error) or _words(error.reason))
    except (MissingRequirementError, UsageError):
        raise
    except MemoryError:
        return Failure(FailureReason.MEMORY_LIMIT, "It needed more memory than a unit may use.")
    except Exception as error:  # noqa: BLE001 (the batch goes on, whatever one file brings up)
        return Failure(FailureReason.INTERNAL, _mistake(error))


def _words(reason: FailureReason) -> str:
    return f"It could not be read: {reason.value.replace('_', ' ')}."


def _mistake(error: Exception) -> str:
    """Word an error nobody expected, with the place it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"A mistake in Prickfri ({what}, in {Path(place.filename).name}, line {place.lineno})."
