import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import UsageError
from pipeline.lexicon import lexicons_directory, own_words
from pipeline.repair.channel import Confusion
from pipeline.repair.tables import load_confusions


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["lexicon", *map(str, arguments)])
    if isinstance(result.exception, UsageError):
        raise result.exception
    return result.exit_code, result.output


def test_the_delivered_lexicons_are_in_order() -> None:
    assert run("check") == (0, "The lexicons are in order.\n")


def test_a_fault_in_the_lexicons_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = shutil.copytree(lexicons_directory() / "entities", tmp_path / "entities")
    networks = copied / "networks.tsv"
    lines = networks.read_text("utf-8").splitlines(keepends=True)
    networks.write_text("".join([*lines[:2], lines[1], *lines[2:]]), "utf-8")
    monkeypatch.setattr("pipeline.lexicon.lexicons_directory", lambda: tmp_path)
    code, told = run("check")
    assert code == 1
    assert "networks.tsv, line 3: " in told
    assert "Sort the rows by name and keep one of each." in told


def test_words_are_added_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words").mkdir()
    monkeypatch.setattr(own_words, "lexicons_directory", lambda: tmp_path)
    code, told = run("add", "Granskär")
    assert code == 0
    assert "Granskär was added." in told
    assert run("add", "Granskär") == (0, "Granskär was there already.\n")
    with pytest.raises(UsageError, match="'E4' is no word"):
        run("add", "E4")


def test_confusions_are_learned_from_a_text_and_its_gold(tmp_path: Path) -> None:
    (tmp_path / "read.txt").write_text("pigiende virld for\n" * 50)
    (tmp_path / "true.txt").write_text("pågående värld för\n" * 50)
    texts = tmp_path / "read.txt", tmp_path / "true.txt"
    code, told = run("learn", *texts, "-o", tmp_path / "out")
    assert code == 0
    assert "150 words in 1 texts" in told
    assert "å is printed as i" in told
    assert load_confusions(tmp_path / "out").swedish[Confusion("ä", "i")] > 60


def test_texts_without_words_teach_nothing(tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text(" \n")
    (tmp_path / "lines.tsv").write_text("read\ttrue\n")
    for texts in (["blank.txt", "blank.txt"], ["lines.tsv"]):
        with pytest.raises(UsageError, match="no words"):
            run("learn", *(tmp_path / name for name in texts), "-o", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_takes_no_tables_is_named(tmp_path: Path) -> None:
    (tmp_path / "read.txt").write_text("x")
    with pytest.raises(UsageError, match=r"read\.txt cannot be written to"):
        run("learn", tmp_path / "read.txt", tmp_path / "read.txt", "-o", tmp_path / "read.txt")
