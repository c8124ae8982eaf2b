"""Frames of a TIFF are counted as Pillow counts them, and what is missing shows."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason
from pipeline.ingest import read_pages, take_in
from pipeline.ingest.tiff_frames import count_frames
from pipeline.lexicon import Lexicon
from tests.ingest import making


def _tiff(frames: int, *, big: bool = False) -> bytes:
    made = BytesIO()
    images = [Image.new("L", (40, 50), shade) for shade in range(frames)]
    images[0].save(made, "TIFF", save_all=True, append_images=images[1:], big_tiff=big)
    return made.getvalue()


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("frames", [1, 2, 7])
def test_frames_are_counted(tmp_path: Path, frames: int, big: bool) -> None:
    path = making.write(tmp_path / "scan.tif", _tiff(frames, big=big))
    with Image.open(path) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        assert count_frames(path, 100) == image.n_frames == frames


def test_counting_ends_soon_after_the_most_that_is_allowed(tmp_path: Path) -> None:
    assert 2 < count_frames(making.write(tmp_path / "scan.tif", _tiff(9)), 3) < 9


def test_frames_cut_off_fail_and_the_others_are_read(tmp_path: Path, lexicon: Lexicon) -> None:
    data = _tiff(4)
    path = making.write(tmp_path / "scan.tif", data[: len(data) * 3 // 5])
    document = take_in(path, IngestConfig())
    reading = read_pages(document, 1, document.page_count, lexicon, IngestConfig())
    assert len(reading.pages) >= 1
    assert {failure.reason for failure in reading.failures} == {FailureReason.DAMAGED}


def test_what_is_no_tiff_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no TIFF"):
        count_frames(making.write(tmp_path / "scan.tif", b"plan"), 9)
