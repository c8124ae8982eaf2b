import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from pipeline.ingest import discover


def _touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def _found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in discover([root])]


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    _touch(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c/d/e.pdf")
    assert _found(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c/d/e.pdf"]


def test_what_systems_leave_behind_is_no_source(tmp_path: Path) -> None:
    litter = (".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini", "~$plan.docx", ".git/config")
    _touch(tmp_path, "plan.txt", "__MACOSX/._plan.txt", *litter)
    assert _found(tmp_path) == ["plan.txt"]
    assert list(discover([tmp_path / ".gitkeep"])) == [tmp_path / ".gitkeep"]


def test_a_folder_named_like_a_file_is_walked_and_yielded_when_empty(tmp_path: Path) -> None:
    _touch(tmp_path, "full.pdf/plan.txt")
    (tmp_path / "empty.pdf").mkdir()
    (tmp_path / "empty").mkdir()
    assert _found(tmp_path) == ["empty.pdf", "full.pdf/plan.txt"]


def test_links_that_lead_nowhere_or_in_circles(tmp_path: Path) -> None:
    _touch(tmp_path, "a/plan.txt")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert _found(tmp_path) == ["a/plan.txt", "gone.pdf", "self"]


def test_a_linked_folder_elsewhere_is_followed_once(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    _touch(tmp_path, "elsewhere/plan.txt")
    root.mkdir()
    (root / "one").symlink_to(elsewhere)
    (root / "two").symlink_to(elsewhere)
    assert _found(root) == ["one/plan.txt"]


def test_the_same_path_comes_once_and_missing_ones_come_too(tmp_path: Path) -> None:
    _touch(tmp_path, "a.txt")
    missing = tmp_path / "missing.pdf"
    found = list(discover([tmp_path, tmp_path / "a.txt", missing, missing]))
    assert found == [tmp_path / "a.txt", missing]


def test_names_that_are_no_text_are_yielded(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/pl\xe5n.txt"))).write_text("x")
    assert [os.fsencode(path.name) for path in discover([tmp_path])] == [b"pl\xe5n.txt"]


def test_a_folder_that_may_not_be_opened_is_yielded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _touch(tmp_path, "locked/plan.txt", "open.txt")
    scandir = os.scandir

    def refuse(folder: Path) -> "AbstractContextManager[Iterator[os.DirEntry[str]]]":
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _found(tmp_path) == ["locked", "open.txt"]
