"""What all ways to call Tesseract refuse, in the same words."""

import signal
from typing import Final

from pipeline.errors import FailureReason, SourceError
from pipeline.model.raster import Raster
from pipeline.ocr.engines.isolation import OVERDUE

LONGEST_SIDE: Final = 32_767
"""Pixels: Tesseract takes no image with a longer side (16-bit coordinates)."""

WALL_FACTOR: Final = 4
"""A machine under load makes a page slow, not hung: the clock gets more than the CPU."""


def check_size(raster: Raster) -> None:
    """Raise SourceError for an image that is too long for Tesseract."""
    height, width = raster.pixels.shape
    if max(height, width) > LONGEST_SIDE:
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"The page image is {width} x {height} pixels; Tesseract reads at most "
            f"{LONGEST_SIDE} a side.",
            "Lower ocr.max_dpi.",
        )


def failed(status: int, said: str, time_limit: float) -> SourceError:
    """Return the error for a process that ended so; `said` may be empty.

    A negative status is a signal: that of the limit of CPU seconds, or another.
    """
    if status in {-signal.SIGXCPU, OVERDUE}:
        return out_of_time(time_limit)
    return SourceError(
        FailureReason.OCR_FAILED,
        f"Tesseract {_how_it_ended(status)} ({said or 'no reason given'}).",
        "Try the page alone; if it fails again, it needs a better scan.",
    )


def _how_it_ended(status: int) -> str:
    if status < 0:
        return f"was ended: {signal.strsignal(-status)}"
    return f"gave up with exit code {status}"


def out_of_time(time_limit: float) -> SourceError:
    """Return the error for a page that took longer than its time, in seconds."""
    return SourceError(
        FailureReason.TIME_LIMIT,
        f"Tesseract did not finish the page within {time_limit:.0f} seconds.",
        "Raise ocr.page_seconds, or lower ocr.max_dpi.",
    )
