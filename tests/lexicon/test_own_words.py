import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.lexicon import Added, add_words, check_own_words, lexicons_directory
from pipeline.lexicon.inputs import inputs_digest

WORDS = st.lists(st.text("abåäöÅÄÖé", min_size=2, max_size=6), min_size=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "words").mkdir()
    return tmp_path


def test_words_are_added_once_and_in_order(folder: Path) -> None:
    assert add_words(["örn", "Granskär"], folder) == Added(("Granskär", "örn"), ())
    assert add_words(["EU-gruppen", "örn"], folder) == Added(("EU-gruppen",), ("örn",))
    lines = (folder / "words" / "own.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[-4:] == ["word", "EU-gruppen", "Granskär", "örn"]
    assert check_own_words(folder) == []


@given(WORDS, WORDS)
def test_the_list_stays_in_order(
    tmp_path_factory: pytest.TempPathFactory, one: list[str], other: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("lexicons")
    (folder / "words").mkdir()
    assert set(add_words(one, folder).new) == set(one)
    added = add_words(other, folder)
    assert set(added.new) == set(other) - set(one)
    assert set(added.known) == set(other) & set(one)
    assert check_own_words(folder) == []


def test_a_decomposed_word_is_composed(folder: Path) -> None:
    assert add_words(["Granska\u0308r"], folder).new == ("Granskär",)


@pytest.mark.parametrize("text", ["", "x", "två ord", "E4", "1990-talet", "-", "ord,", "a\tb"])
def test_what_is_no_word_is_refused_and_nothing_added(folder: Path, text: str) -> None:
    with pytest.raises(UsageError, match="is no word"):
        add_words(["ord", text], folder)
    assert not (folder / "words" / "own.tsv").exists()


def test_a_folder_that_takes_no_files_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "words")
    with pytest.raises(UsageError, match=r"own\.tsv cannot be written"):
        add_words(["ord"], folder)


def test_a_list_out_of_order_is_told(folder: Path) -> None:
    (folder / "words" / "own.tsv").write_text("word\nö\nb2\nala\u030a\nala\u030a\n")
    problems = "\n".join(check_own_words(folder))
    for part in ("'ö' is no word", "'b2' is no word", "not in Unicode form NFC", "stands after"):
        assert part in problems


def test_an_added_word_changes_what_the_lexicon_is_compiled_from(tmp_path: Path) -> None:
    copy = shutil.copytree(lexicons_directory(), tmp_path / "lexicons")
    for path in copy.rglob("*"):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    before = inputs_digest(copy)
    assert add_words(["regionplanekontorsvälde"], copy).new
    assert inputs_digest(copy) != before


def test_the_delivered_list_is_in_order() -> None:
    assert check_own_words(lexicons_directory()) == []
