import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import FailureReason, MissingRequirementError, SourceError
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine
from pipeline.ocr.engines.refusals import LONGEST_SIDE
from tests.ocr.drawing import LINES, blank, draw, turned

FakeTesseract = Callable[[str], TesseractEngine]


@pytest.fixture
def fake_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeTesseract:
    """Put a shell script in the place of Tesseract, for faults that it cannot be asked for."""

    def put(script: str) -> TesseractEngine:
        program = tmp_path / "tesseract"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return TesseractEngine()

    return put


def test_reads_words_with_boxes_and_confidence() -> None:
    words = TesseractEngine().recognise(draw(), "swe", 60)
    assert " ".join(word.text for word in words) == " ".join(LINES)
    first = words[0]
    assert first.box is not None
    assert first.box.x0 == pytest.approx(72, abs=2)
    assert 85 < first.box.y0 < first.box.y1 < 106
    assert all(word.confidence is not None and 0.5 < word.confidence <= 1 for word in words)


def test_boxes_are_points_at_any_resolution() -> None:
    coarse, fine = (
        TesseractEngine().recognise(draw(LINES[:2], dpi), "swe", 60) for dpi in (150, 300)
    )
    for left, right in zip(coarse, fine, strict=True):
        assert left.box is not None
        assert right.box is not None
        assert left.box.x0 == pytest.approx(right.box.x0, abs=1)
        assert left.box.y1 == pytest.approx(right.box.y1, abs=1)


def test_white_paper_has_no_words() -> None:
    assert TesseractEngine().recognise(blank(), "swe", 60) == ()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_orientation_is_the_turn_that_puts_the_page_upright(degrees: int) -> None:
    page = turned(draw(LINES * 4), degrees)
    found = TesseractEngine().orientation(page, 60)
    assert (found.degrees + degrees) % 360 == 0
    assert found.confidence > 1


def test_orientation_of_white_paper_is_unknown() -> None:
    assert TesseractEngine().orientation(blank(), 60).confidence == 0


def test_version_names_program_and_models() -> None:
    version = TesseractEngine().version("swe")
    assert version.startswith("tesseract 5.")
    assert "swe:" in version
    assert "none" not in version
    assert version != TesseractEngine().version("swe+eng")


@pytest.mark.parametrize("languages", ["xyz", "swe+xyz"])
def test_missing_model_names_its_package(languages: str) -> None:
    with pytest.raises(MissingRequirementError, match="apt-get install tesseract-ocr-xyz"):
        TesseractEngine().recognise(draw(), languages, 60)


def test_missing_program_names_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingRequirementError, match=r"apt-get install tesseract-ocr$"):
        TesseractEngine().recognise(draw(), "swe", 60)
    with pytest.raises(MissingRequirementError, match=r"apt-get install tesseract-ocr$"):
        TesseractEngine().version("swe")


def test_too_long_an_image_is_refused_with_its_size() -> None:
    strip = Raster(np.full((8, LONGEST_SIDE + 1), 255, np.uint8), 300)
    with pytest.raises(SourceError, match=f"{LONGEST_SIDE + 1} x 8 pixels") as caught:
        TesseractEngine().recognise(strip, "swe", 60)
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_runs_on_one_core(fake_tesseract: FakeTesseract) -> None:
    engine = fake_tesseract('echo "threads $OMP_THREAD_LIMIT" >&2; exit 1')
    with pytest.raises(SourceError, match="threads 1"):
        engine.recognise(draw(), "swe", 60)


def test_a_crash_is_told_with_the_signal(fake_tesseract: FakeTesseract) -> None:
    engine = fake_tesseract("kill -SEGV $$")
    with pytest.raises(SourceError, match="Segmentation fault") as caught:
        engine.recognise(draw(), "swe", 60)
    assert caught.value.reason is FailureReason.OCR_FAILED
    assert caught.value.remedy


def test_no_output_is_a_failure_although_the_exit_code_is_0(fake_tesseract: FakeTesseract) -> None:
    engine = fake_tesseract("exit 0")
    with pytest.raises(SourceError, match="no words and no reason") as caught:
        engine.recognise(draw(), "swe", 60)
    assert caught.value.reason is FailureReason.OCR_FAILED


def test_bytes_that_are_not_utf8_do_not_lose_the_page(fake_tesseract: FakeTesseract) -> None:
    head = r"level\tpage_num\tb\tp\tl\tw\tleft\ttop\twidth\theight\tconf\ttext\n"
    row = r"5\t1\t1\t1\t1\t1\t300\t150\t75\t30\t91\tf\366r\n"
    engine = fake_tesseract(f"printf '{head}{row}'")
    (word,) = engine.recognise(draw(dpi=150), "swe", 60)
    assert word.text == "f\ufffdr"
    assert word.confidence == pytest.approx(0.91)
    assert word.box is not None
    assert (word.box.x0, word.box.y0, word.box.x1, word.box.y1) == (144, 72, 180, 86.4)


def test_a_hung_page_ends_in_time_with_all_that_it_started(
    fake_tesseract: FakeTesseract, tmp_path: Path
) -> None:
    engine = fake_tesseract(f"sleep 77 & echo $! >{tmp_path}/child; sleep 77")
    started = time.monotonic()
    with pytest.raises(SourceError, match="did not finish") as caught:
        engine.recognise(draw(), "swe", 0.2)
    assert time.monotonic() - started < 10
    assert caught.value.reason is FailureReason.TIME_LIMIT
    child = int((tmp_path / "child").read_text())
    while _runs(child) and time.monotonic() - started < 10:
        time.sleep(0.01)
    assert not _runs(child)


def test_a_page_that_burns_the_processor_is_ended(fake_tesseract: FakeTesseract) -> None:
    engine = fake_tesseract("while :; do :; done")
    with pytest.raises(SourceError) as caught:
        engine.recognise(draw(), "swe", 0.9)
    assert caught.value.reason is FailureReason.TIME_LIMIT


def _runs(process_id: int) -> bool:
    """Tell whether a process is still at work; a zombie is not."""
    status = Path(f"/proc/{process_id}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
