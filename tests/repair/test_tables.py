from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.lexicon import lexicons_directory
from pipeline.repair.channel import Confusion, Confusions
from pipeline.repair.tables import confusions_digest, load_confusions, write_confusions

LETTERS = st.text("abåäö", min_size=1, max_size=2)
TABLES = st.dictionaries(
    st.builds(Confusion, LETTERS, st.text("abi1&", max_size=3)), st.floats(0.01, 1000)
)


@given(TABLES, TABLES)
def test_tables_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    swedish: dict[Confusion, float],
    ordinary: dict[Confusion, float],
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    write_confusions(folder, Confusions(swedish, ordinary), "Made up.")
    found = load_confusions(folder)
    assert found.swedish == pytest.approx(swedish, rel=0.01)
    assert found.ordinary == pytest.approx(ordinary, rel=0.01)


def test_without_a_folder_there_are_the_tables_of_the_project() -> None:
    shipped = load_confusions()
    assert shipped == load_confusions(lexicons_directory() / "confusions")
    assert {pair.true for pair in shipped.swedish} == set("åäöéü")


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    tables = Confusions({Confusion("å", "a"): 1.0}, {})
    write_confusions(one, tables, "x")
    write_confusions(other, tables, "x")
    assert confusions_digest(one) == confusions_digest(other)
    write_confusions(other, Confusions({Confusion("å", "i"): 1.0}, {}), "x")
    assert confusions_digest(one) != confusions_digest(other)
    assert confusions_digest(None) == ""


@pytest.mark.parametrize(
    "content",
    [
        "true\tprinted\nå\ta\n",
        "true\tprinted\tweight\nå\ta\tmuch\n",
        "true\tprinted\tweight\nå\ta\t0\n",
        "true\tprinted\tweight\n\ta\t1\n",
        "true\tprinted\tweight\nå\n",
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, content: str) -> None:
    write_confusions(tmp_path, Confusions({}, {}), "x")
    (tmp_path / "ordinary.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"ordinary\.tsv.*lexicon learn"):
        load_confusions(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"swedish-letters\.tsv"):
        confusions_digest(tmp_path)
