"""The tree of errors: each class carries its exit code and the remedy told to the user.

PrickfriError               4  something in Prickfri itself went wrong
├── UsageError              2  wrong use
│   ├── ConfigError         2  a setting that does not exist or does not fit
│   └── DatasetError        2  the folder named as dataset is something else
├── IntegrityError          4  rows that do not fit together were about to be published
├── MissingRequirementError 3  a program, model or word list that a run needs
│   └── NoRoomError         3  room on a disk
└── SourceError             1  one source or page did not come through; the batch goes on
"""

from enum import StrEnum
from typing import ClassVar


class FailureReason(StrEnum):
    """Why a source or page did not come through: the fixed list of `failures.reason`."""

    NOT_FOUND = "not_found"
    DANGLING_LINK = "dangling_link"
    NOT_A_FILE = "not_a_file"
    NOT_READABLE = "not_readable"
    CHANGED = "changed"
    EMPTY = "empty"
    UNKNOWN_TYPE = "unknown_type"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    TOO_LARGE = "too_large"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    CRASHED = "crashed"
    OCR_FAILED = "ocr_failed"
    INTERNAL = "internal"


class PrickfriError(Exception):
    """Something went wrong that a person can act on.

    `message` says what happened and to which file; `remedy` says what to do about it.
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UsageError(PrickfriError):
    """Prickfri was called in a way it does not understand."""

    exit_code = 2


class ConfigError(UsageError):
    """A setting does not exist or its value does not fit."""


class DatasetError(UsageError):
    """The folder named as dataset holds something else, or a table that cannot be read."""


class IntegrityError(PrickfriError):
    """Rows that do not fit together were about to be published; the dataset is as it was."""


class MissingRequirementError(PrickfriError):
    """A program, model or word list that a run needs is not on this machine."""

    exit_code = 3


class NoRoomError(MissingRequirementError):
    """A disk is full; what was done before is kept."""


class SourceError(PrickfriError):
    """One source or page did not come through; the rest of the batch goes on."""

    exit_code = 1

    def __init__(self, reason: FailureReason, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.reason = reason

    def __reduce__(self) -> tuple[type["SourceError"], tuple[FailureReason, str, str]]:
        # Exceptions cross process borders; the default would drop the reason.
        return type(self), (self.reason, self.message, self.remedy)
