from pathlib import Path

import pytest

from pipeline.config import OcrConfig
from pipeline.ocr.requirements import probe, required_models


def test_finds_what_is_installed() -> None:
    found = probe(OcrConfig())
    assert [requirement.name for requirement in found] == [
        "Tesseract",
        "Tesseract's model swe",
        "Tesseract's model eng",
        "Tesseract's model osd",
    ]
    assert all(requirement.found for requirement in found)
    assert found[0].found is not None
    assert found[0].found.startswith("5.")


def test_tells_how_to_install_what_is_missing() -> None:
    *_, requirement = probe(OcrConfig(languages="chi_sim", signs="", detect_orientation=False))
    assert requirement.found is None
    assert requirement.remedy == "Install it: apt-get install tesseract-ocr-chi-sim"


def test_without_tesseract_all_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [requirement.found for requirement in probe(OcrConfig())] == [None, None, None, None]


def test_orientation_needs_its_model_only_where_asked_for() -> None:
    assert required_models(OcrConfig(languages="swe+eng")) == ("swe", "eng", "osd")
    assert required_models(OcrConfig(detect_orientation=False)) == ("swe", "eng")
