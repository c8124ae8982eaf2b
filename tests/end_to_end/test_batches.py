"""Batches with bad input, changing sources, one worker and two."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pikepdf
import pytest

from tests.bench.growing import run
from tests.bench.many import write_texts
from tests.end_to_end.running import SAMPLES, fresh_cache, prickfri, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("batches")]

GOOD = SAMPLES / "internationella-samarbeten-2026.html"
IMAGE = SAMPLES / "förteckning-företrädare-2019.png"
PDF = SAMPLES / "internationell-strategi-2020-2025.pdf"


@pytest.fixture
def own_cache(tmp_path: Path) -> Path:
    return fresh_cache(tmp_path / "cache")


def names(dataset: Path) -> set[str]:
    return {Path(row["source_path"]).name for row in rows(dataset, "documents")}


def encrypted(path: Path) -> None:
    with pikepdf.open(PDF) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="hemligt", owner="hemligt"))


def without_pages(path: Path) -> None:
    pikepdf.new().save(path)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "encrypted.pdf": (encrypted, "encrypted"),
    "truncated.pdf": (lambda path: path.write_bytes(PDF.read_bytes()[:1500]), "damaged"),
    "empty.pdf": (lambda path: path.write_bytes(b""), "empty"),
    "not-a-pdf.pdf": (lambda path: path.write_bytes(os.urandom(4096)), "unknown_type"),
    "folder.pdf": (lambda path: path.mkdir(), "not_a_file"),
    "dangling.pdf": (lambda path: path.symlink_to("nowhere.pdf"), "dangling_link"),
    "no-pages.pdf": (without_pages, "no_pages"),
}


def test_bad_input_is_named_and_the_rest_is_done(tmp_path: Path, own_cache: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for name, (make, _) in BAD.items():
        make(sources / name)
    copy(GOOD, sources / "good.html")
    result = prickfri("run", sources, "--dataset", tmp_path / "ds", cache=own_cache)
    assert result.returncode == 1, result.stderr
    failures = rows(tmp_path / "ds", "failures")
    found = {Path(row["source_path"]).name: row["reason"] for row in failures}
    assert found == {name: reason for name, (_, reason) in BAD.items()}
    for row in failures:
        assert Path(row["source_path"]).name in row["message"]
        assert len(row["message"]) > 40
    assert names(tmp_path / "ds") == {"good.html"}
    for name in BAD:
        assert name in result.stdout


def test_one_worker_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    contents = []
    for jobs in (1, 2):
        cache = fresh_cache(tmp_path / f"cache{jobs}")
        dataset = tmp_path / f"ds{jobs}"
        result = prickfri("run", GOOD, IMAGE, PDF, "-d", dataset, "-j", jobs, cache=cache)
        assert result.returncode == 0, result.stderr
        contents.append(
            {
                path.relative_to(dataset): path.read_bytes()
                for path in dataset.rglob("*")
                if path.is_file() and path.parent.name != "runs"
            }
        )
    assert contents[0] == contents[1]


def test_a_dataset_grows_by_runs_and_loses_what_is_gone(tmp_path: Path, own_cache: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    first, second = copy(GOOD, sources / "a.html"), copy(PDF, sources / "b.pdf")
    dataset = tmp_path / "ds"

    assert prickfri("run", first, "-d", dataset, cache=own_cache).returncode == 0
    assert names(dataset) == {"a.html"}
    assert prickfri("run", second, "-d", dataset, cache=own_cache).returncode == 0
    assert names(dataset) == {"a.html", "b.pdf"}
    Path(first).unlink()
    result = prickfri("run", sources, "-d", dataset, cache=own_cache)
    assert result.returncode == 0
    assert names(dataset) == {"b.pdf"}
    assert "a.html" in result.stdout
    assert "gone" in result.stdout


def test_a_dry_run_tells_and_writes_no_dataset(tmp_path: Path, own_cache: Path) -> None:
    result = prickfri("run", IMAGE, GOOD, "-d", tmp_path / "ds", "--dry-run", cache=own_cache)
    assert result.returncode == 0
    assert "read_image" in result.stdout
    assert "Estimated time" in result.stdout
    assert not (tmp_path / "ds").exists()


def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    result = prickfri("run", GOOD, "--dataset", tmp_path / "mine", cache=own_cache)
    assert result.returncode == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_source_that_is_not_there_is_a_wrong_use(tmp_path: Path, own_cache: Path) -> None:
    result = prickfri("run", tmp_path / "absent", "--dataset", tmp_path / "ds", cache=own_cache)
    assert result.returncode == 2
    assert "absent" in result.stderr


def test_a_wrong_setting_is_told(tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "params.yaml").write_text("ocr: {langauges: swe}")
    result = prickfri(
        "run", GOOD, "-d", tmp_path / "ds", "-c", tmp_path / "params.yaml", cache=own_cache
    )
    assert result.returncode == 2
    assert "Did you mean languages" in result.stderr


def test_a_missing_language_model_ends_with_three(tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "params.yaml").write_text("ocr: {languages: tlh}")
    result = prickfri(
        "run", IMAGE, "-d", tmp_path / "ds", "-c", tmp_path / "params.yaml", cache=own_cache
    )
    assert result.returncode == 3
    assert "tesseract-ocr-tlh" in result.stderr


def test_the_first_run_ever_keeps_its_coordinator_small(tmp_path: Path) -> None:
    """Compiling the word lists takes four times what the coordinator may."""
    write_texts(tmp_path / "sources", 3)
    (tmp_path / "cache").mkdir()
    assert run(tmp_path, "from nothing", jobs=1).megabytes < 300
    assert len(rows(tmp_path / "dataset", "documents")) == 3
