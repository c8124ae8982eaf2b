"""The commands for single texts."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.running import SHARED, fresh_cache, prickfri

pytestmark = pytest.mark.xdist_group("texts")

RUINED = (
    "Kronoberg piverkas av utvecklingen i omvirlden.\n\n"
    "Vi lever i en allt mer globali-\nserad virld.\n"
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_cache(tmp_path_factory.mktemp("texts") / "cache")


def test_repair_gives_a_line_for_a_line(cache: Path) -> None:
    result = prickfri("repair", cache=cache, stdin=RUINED)
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        "Kronoberg påverkas av utvecklingen i omvärlden.\n\n"
        "Vi lever i en allt mer globali-\nserad värld.\n"
    )


def test_repair_joins_broken_words_when_asked(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(RUINED)
    result = prickfri(
        "repair", tmp_path / "in.txt", "-o", tmp_path / "out.txt", "--join-hyphens", cache=cache
    )
    assert result.returncode == 0
    assert "allt mer globaliserad\nvärld." in (tmp_path / "out.txt").read_text()


def test_repair_shows_what_it_changed(cache: Path) -> None:
    result = prickfri("repair", "--diff", cache=cache, stdin=RUINED)
    assert "[-piverkas-]{+påverkas+}" in result.stdout


def test_repair_refuses_what_is_no_utf8(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("på väg".encode("latin-1"))
    result = prickfri("repair", tmp_path / "latin.txt", cache=cache)
    assert result.returncode == 2
    assert "iconv" in result.stderr


def test_evaluate_tells_the_figures(cache: Path, tmp_path: Path) -> None:
    for name, text in (("raw", "pa vag hem"), ("gold", "på väg hem"), ("out", "på vag hem")):
        (tmp_path / name).write_text(text)
    result = prickfri(
        "evaluate", "--raw", tmp_path / "raw", "--gold", tmp_path / "gold",
        "--repaired", tmp_path / "out", "--json", cache=cache,
    )  # fmt: skip
    figures = json.loads(result.stdout)
    assert figures["wer"] == pytest.approx(2 / 3, abs=1e-6)
    assert figures["damaged_words_fixed"] == 0.5
    assert figures["right_words_harmed"] == 0


@pytest.mark.skipif(not SHARED.exists(), reason="needs the real documents beside the project")
def test_the_real_documents_go_through(cache: Path, tmp_path: Path) -> None:
    result = prickfri("run", SHARED / "seeds", "--dataset", tmp_path / "ds", cache=cache)
    assert result.returncode == 0, result.stdout
    assert "4 documents" in result.stdout
