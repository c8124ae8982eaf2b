"""What all ways to call Tesseract refuse, in the same words."""

from typing import Final

from pipeline.errors import FailureReason, SourceError
from pipeline.model.raster import Raster

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


def out_of_time(time_limit: float) -> SourceError:
    """Return the error for a page that took longer than its time, in seconds."""
    return SourceError(
        FailureReason.TIME_LIMIT,
        f"Tesseract did not finish the page within {time_limit:.0f} seconds.",
        "Raise ocr.page_seconds, or lower ocr.max_dpi.",
    )
