from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from pipeline.errors import FailureReason, SourceError
from pipeline.flow.kept_engine import KeptEngine
from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr import Orientation
from pipeline.store import Cache


class Counting:
    """An engine that counts how often it is asked, and fails at first if told so."""

    name: ClassVar[str] = "counting"

    processor_seconds = 1.5

    def __init__(self, failures: int = 0) -> None:
        self.asked = 0
        self.failures = failures

    def version(self, languages: str) -> str:
        return f"counting {languages}"

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        self.asked += 1
        if self.asked <= self.failures:
            raise SourceError(FailureReason.TIME_LIMIT, "Too slow.")
        return (Word("å", Box(0, 0, 1, 1), 0.5),)

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        self.asked += 1
        return Orientation(90, 3.0)


def raster(value: int, width: int = 4, dpi: float = 300) -> Raster:
    return Raster(np.full((8 // width, width), value, np.uint8), dpi)


def test_its_time_is_that_of_the_engine_that_reads(tmp_path: Path) -> None:
    assert KeptEngine(Counting(), Cache(tmp_path)).processor_seconds == 1.5


def test_the_same_pixels_are_read_once(tmp_path: Path) -> None:
    engine = Counting()
    for _ in range(2):
        kept = KeptEngine(engine, Cache(tmp_path))
        assert kept.recognise(raster(1), "swe", 1.0)[0].text == "å"
        assert kept.orientation(raster(1), 1.0) == Orientation(90, 3.0)
    assert engine.asked == 2


@pytest.mark.parametrize(
    ("other", "languages"),
    [
        (raster(2), "swe"),
        (raster(1, width=2), "swe"),
        (raster(1, dpi=200), "swe"),
        (raster(1), "eng"),
    ],
)
def test_whatever_changes_the_reading_is_read_anew(
    tmp_path: Path, other: Raster, languages: str
) -> None:
    engine = Counting()
    kept = KeptEngine(engine, Cache(tmp_path))
    kept.recognise(raster(1), "swe", 1.0)
    kept.recognise(other, languages, 1.0)
    assert engine.asked == 2


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    kept = KeptEngine(Counting(failures=1), Cache(tmp_path))
    with pytest.raises(SourceError):
        kept.recognise(raster(1), "swe", 1.0)
    assert kept.recognise(raster(1), "swe", 1.0)
