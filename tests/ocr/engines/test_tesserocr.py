import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.config import OcrConfig
from pipeline.errors import FailureReason, MissingRequirementError, SourceError
from pipeline.model.raster import Raster
from pipeline.ocr import TesseractEngine, TesserocrEngine, make_engine, probe
from pipeline.ocr.engines import tesserocr as engine_module
from pipeline.ocr.engines.refusals import LONGEST_SIDE
from tests.ocr.drawing import LINES, blank, draw, turned
from tests.ocr.engines import faulty

pytest.importorskip("tesserocr")
CONFIG = OcrConfig(engine="tesserocr")


@pytest.fixture(scope="module")
def engine() -> TesserocrEngine:
    return TesserocrEngine()


def test_reads_what_the_program_reads(engine: TesserocrEngine) -> None:
    words = engine.recognise(draw(), "swe", 60)
    assert " ".join(word.text for word in words) == " ".join(LINES)
    for word, other in zip(words, TesseractEngine().recognise(draw(), "swe", 60), strict=True):
        assert word.box is not None
        assert other.box is not None
        assert word.box.x0 == pytest.approx(other.box.x0, abs=1)
        assert word.box.y1 == pytest.approx(other.box.y1, abs=1)
        assert word.confidence == pytest.approx(other.confidence, abs=0.1)


def test_an_image_reads_the_same_whatever_was_read_before(engine: TesserocrEngine) -> None:
    first = engine.recognise(draw(LINES[:2]), "swe", 60)
    engine.recognise(draw(LINES * 3), "swe", 60)
    assert engine.recognise(draw(LINES[:2]), "swe", 60) == first


def test_white_paper_has_no_words(engine: TesserocrEngine) -> None:
    assert engine.recognise(blank(), "swe", 60) == ()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_orientation_is_the_turn_that_puts_the_page_upright(
    engine: TesserocrEngine, degrees: int
) -> None:
    found = engine.orientation(turned(draw(LINES * 4), degrees), 60)
    assert (found.degrees + degrees) % 360 == 0
    assert found.confidence > 1


def test_orientation_of_white_paper_is_unknown(engine: TesserocrEngine) -> None:
    assert engine.orientation(blank(), 60).confidence == 0


def test_version_is_never_that_of_the_program(engine: TesserocrEngine) -> None:
    version = engine.version("swe")
    assert version.startswith("tesserocr ")
    assert " tesseract 5." in version
    assert " swe:" in version
    assert version != TesseractEngine().version("swe")


@pytest.mark.parametrize("languages", ["xyz", "swe+xyz"])
def test_missing_model_names_its_package(engine: TesserocrEngine, languages: str) -> None:
    with pytest.raises(MissingRequirementError, match="apt-get install tesseract-ocr-xyz"):
        engine.recognise(draw(), languages, 60)


def test_too_long_an_image_is_refused(engine: TesserocrEngine) -> None:
    strip = Raster(np.full((8, LONGEST_SIDE + 1), 255, np.uint8), 300)
    with pytest.raises(SourceError) as caught:
        engine.recognise(strip, "swe", 60)
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_a_page_ends_in_time_and_the_next_one_is_read(engine: TesserocrEngine) -> None:
    with pytest.raises(SourceError, match="did not finish") as caught:
        engine.recognise(draw(LINES * 5), "swe", 0.001)
    assert caught.value.reason is FailureReason.TIME_LIMIT
    assert engine.recognise(draw(), "swe", 60)


@pytest.mark.parametrize(
    ("fault", "reason", "words"),
    [
        ("crash", FailureReason.OCR_FAILED, "Segmentation fault"),
        ("template", FailureReason.OCR_FAILED, "Segmentation fault"),
        ("stop", FailureReason.OCR_FAILED, "no words and no reason"),
        ("give_up", FailureReason.OCR_FAILED, "exit code 3"),
        ("garble", FailureReason.OCR_FAILED, "can't decode byte 0xf6"),
        ("swell", FailureReason.OCR_FAILED, "MemoryError"),
        ("unprepared no models", FailureReason.OCR_FAILED, r"cannot be begun .* swe \(no models\)"),
        ("hang", FailureReason.TIME_LIMIT, "did not finish"),
        ("burn", FailureReason.TIME_LIMIT, "did not finish"),
    ],
)
def test_a_fault_costs_the_page_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch, fault: str, reason: FailureReason, words: str
) -> None:
    engine = TesserocrEngine(faulty.__name__)
    monkeypatch.setenv(faulty.FAULT, fault)
    with pytest.raises(SourceError, match=words) as caught:
        engine.recognise(turned(draw(), 90), "swe", 0.5 if fault in {"hang", "burn"} else 60)
    assert caught.value.reason is reason
    assert engine.recognise(draw(), "swe", 60)


def test_damaged_models_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "swe.traineddata").write_bytes(b"no model")
    monkeypatch.setattr(f"{engine_module.__name__}.tessdata_directory", lambda: tmp_path)
    with pytest.raises(SourceError, match="cannot be begun with the models swe"):
        TesserocrEngine().recognise(draw(), "swe", 60)


def test_the_settings_choose_it() -> None:
    assert isinstance(make_engine(CONFIG), TesserocrEngine)
    assert isinstance(make_engine(OcrConfig()), TesserocrEngine)
    assert isinstance(make_engine(OcrConfig(engine="tesseract")), TesseractEngine)


def test_without_it_the_program_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    assert isinstance(make_engine(OcrConfig()), TesseractEngine)
    assert isinstance(make_engine(CONFIG), TesserocrEngine)


def test_where_it_is_missing_the_error_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(MissingRequirementError, match=r"pip install tesserocr"):
        TesserocrEngine().recognise(draw(), "swe", 60)


def test_it_is_asked_for_where_the_settings_name_it() -> None:
    assert "tesserocr" in [requirement.name for requirement in probe(CONFIG)]
    assert "tesserocr" not in [r.name for r in probe(replace(CONFIG, engine="tesseract"))]
