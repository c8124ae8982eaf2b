"""A unit of work: how it ends, well or not."""

import errno
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.errors import (
    FailureReason,
    MissingRequirementError,
    NoRoomError,
    SourceError,
    UsageError,
)

RAISE = "Raise limits.{} in the settings and give the command again with --retry-failed."
"""What to do where a limit (its name goes in) was too low for a file."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a unit did not come through; `message` says it to a person and is never empty.

    A unit that was ended at each of its `attempts` has the reason CRASHED: it is to be set
    aside rather than tried again.
    """

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

    Raises MissingRequirementError and UsageError: they would come of every unit alike. So
    would a full disk, which is no fault of the source.
    """
    try:
        return function(unit)
    except SourceError as error:
        return Failure(error.reason, str(error) or _words(error.reason))
    except (MissingRequirementError, UsageError):
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomError(
                f"Nothing more can be written: {error}.",
                "Make room and give the same command again: what was done is kept.",
            ) from error
        return Failure(FailureReason.INTERNAL, _mistake(error))
    except MemoryError:
        message = "It needed more memory than a unit may use."
        return Failure(FailureReason.MEMORY_LIMIT, f"{message} {RAISE.format('memory_mib')}")
    except Exception as error:  # noqa: BLE001 (the batch goes on, whatever one file brings up)
        return Failure(FailureReason.INTERNAL, _mistake(error))


def _words(reason: FailureReason) -> str:
    return f"It could not be read: {reason.value.replace('_', ' ')}."


def _mistake(error: Exception) -> str:
    """Word an error nobody expected, with the place it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"A mistake in Prickfri ({what}, in {Path(place.filename).name}, line {place.lineno})."
