import pytest

from corpus.readings.__main__ import main
from corpus.readings.record import FOLDER


def test_without_tesseract_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (FOLDER / "test.tsv.gz").stat().st_mtime_ns
    monkeypatch.setenv("PATH", "")
    assert main(["--part", "test"]) == 3
    assert "apt-get install tesseract-ocr" in capsys.readouterr().err
    assert (FOLDER / "test.tsv.gz").stat().st_mtime_ns == before


def test_an_unknown_part_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--part", "training"])
    assert "training" in capsys.readouterr().err
