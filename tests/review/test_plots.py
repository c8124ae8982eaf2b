import sys
from pathlib import Path

import pytest

from pipeline.errors import MissingRequirementError, UsageError
from pipeline.review import Calibration, JudgedEdit, plot_calibration

EDITS = Calibration.of([JudgedEdit(0.97, True, True), JudgedEdit(0.6, False, False)])


@pytest.mark.parametrize(
    ("name", "begins"),
    [("scores.png", b"\x89PNG"), ("scores.svg", b"<?xml"), ("SCORES.HTML", b"<!DOCTYPE html>")],
)
def test_plots_are_of_the_kind_that_their_ending_says(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    path = tmp_path / name
    plot_calibration(EDITS, path)
    first = path.read_bytes()
    assert first.startswith(begins)
    plot_calibration(EDITS, path)
    assert path.read_bytes() == first
    plot_calibration(Calibration.of([]), path)
    assert path.read_bytes() != first


def test_an_html_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    plot_calibration(EDITS, tmp_path / "scores.html")
    page = (tmp_path / "scores.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<svg" in page
    assert 'src="http' not in page


def test_what_cannot_be_plotted_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"scores\.gif.*\.png"):
        plot_calibration(EDITS, tmp_path / "scores.gif")
    with pytest.raises(UsageError, match="absent"):
        plot_calibration(EDITS, tmp_path / "absent" / "scores.svg")


def test_without_matplotlib_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingRequirementError, match="pip install"):
        plot_calibration(EDITS, tmp_path / "scores.png")
