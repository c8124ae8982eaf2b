import gzip
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.flow.aligned_texts import aligned_passages, aligned_texts
from pipeline.repair.learning import Passage

HEADER = "document\tlanguage\tpage\tline\tread\ttrue\n"


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_files_and_folders_come_in_pairs_by_name(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", b="vag", a="ar", **{".hidden": "x"})
    gold = write(tmp_path / "gold", a="år", b="\ufeffväg")
    assert [tuple(text) for text in aligned_texts(raw, gold)] == [
        ("a.txt", "ar", "år", None),
        ("b.txt", "vag", "väg", None),
    ]
    texts = list(aligned_texts(raw / "a.txt", gold / "a.txt", gold / "a.txt"))
    assert [tuple(text) for text in texts] == [("a.txt", "ar", "år", "år")]


def test_a_file_without_its_counterpart_is_named(tmp_path: Path) -> None:
    raw, gold = write(tmp_path / "raw", a="x", b="y"), write(tmp_path / "gold", a="x")
    with pytest.raises(UsageError, match=r"gold/b\.txt is missing"):
        list(aligned_texts(raw, gold))
    with pytest.raises(UsageError, match=r"a\.txt is no folder"):
        list(aligned_texts(raw, gold / "a.txt"))
    with pytest.raises(UsageError, match="holds no texts"):
        list(aligned_texts(write(tmp_path / "none"), write(tmp_path / "nil")))


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin1").write_bytes("mål".encode("latin-1"))
    with pytest.raises(UsageError, match=r"latin1.*iconv"):
        list(aligned_texts(tmp_path / "latin1", tmp_path / "latin1"))
    with pytest.raises(UsageError, match="absent"):
        list(aligned_texts(tmp_path / "absent", tmp_path / "absent"))


def test_rows_of_a_table_are_gathered_by_what_engine_read_what_document(tmp_path: Path) -> None:
    table = HEADER + 'a\teng\t1\t1\tar\tår\na\tswe\t1\t1\tår\tår\na\teng\t2\t1\tva"g\tväg\n'
    path = tmp_path / "lines.tsv.gz"
    path.write_bytes(gzip.compress(table.encode()))
    assert list(aligned_passages(path)) == [
        [Passage("ar", "år"), Passage('va"g', "väg")],
        [Passage("år", "år")],
    ]


def test_what_is_no_table_of_lines_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lines.tsv"
    path.write_text("raw\tgold\na\tb\n")
    with pytest.raises(UsageError, match=r"lines\.tsv.*columns `read` and `true`"):
        list(aligned_passages(path))
    packed = path.rename(tmp_path / "lines.tsv.gz")
    with pytest.raises(UsageError, match=r"lines\.tsv\.gz"):
        list(aligned_passages(packed))
