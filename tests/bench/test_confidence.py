"""The bench of confidence itself: what it learns, and how it counts."""

import runpy
from pathlib import Path

from tests.bench.confidence import WEIGHTS, Judged, learn, left_out, report, write


def rows(document: str, ground: str, right: int, wrong: int) -> list[Judged]:
    judgements = [True] * right + [False] * wrong
    return [Judged(document, "Goal", (ground,), 0.5, right=right) for right in judgements]


def test_learns_what_grounds_are_worth() -> None:
    weights = learn([*rows("a", "good", 45, 5), *rows("a", "bad", 5, 45)])
    assert weights["good"] > 1 > -1 > weights["bad"]


def test_few_rows_teach_little() -> None:
    many = learn([*rows("a", "x", 40, 0), *rows("a", "y", 20, 20)])
    few = learn([*rows("a", "x", 2, 0), *rows("a", "y", 20, 20)])
    assert many["x"] > few["x"] > 0


def test_a_document_is_judged_by_the_others() -> None:
    judged = [*rows("a", "x", 10, 0), *rows("b", "x", 0, 10)]
    confidences = {row.document: row.confidence for row in left_out(judged)}
    assert confidences["a"] < 0.2
    assert confidences["b"] > 0.8


def test_counts_right_rows_by_band() -> None:
    table = report([row._replace(confidence=0.7) for row in rows("a", "x", 3, 1)])
    assert "| Goal | – | – | – | 0.75 of 4 | – | – | 0.75 | 0.70 | 0.050 |" in table


def test_written_weights_are_a_module(tmp_path: Path) -> None:
    path = tmp_path / "weights.py"
    path.write_bytes(WEIGHTS.read_bytes())
    write({"Goal": {"": 0.5, "kind=item": -1.25}}, path)
    assert runpy.run_path(str(path))["WEIGHTS"] == {"Goal": {"": 0.5, "kind=item": -1.25}}
