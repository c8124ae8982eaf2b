import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.store import Staging, link_or_copy
from pipeline.store.folders import exchange, exchange_in_two_steps


def fill(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "file").write_text(text)


def commit(live: Path, text: str) -> None:
    with Staging(live) as staging:
        (staging.path / "file").write_text(text)
        staging.commit()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_folder_takes_the_place_of_the_live_one(tmp_path: Path) -> None:
    live = tmp_path / "deep" / "live"
    commit(live, "one")
    commit(live, "two")
    assert (live / "file").read_text() == "two"
    assert names(live.parent) == ["live"]


def test_without_a_commit_the_live_folder_stays(tmp_path: Path) -> None:
    live = tmp_path / "live"
    fill(live, "old")
    with pytest.raises(IsADirectoryError), Staging(live) as staging:
        (staging.path / "file").write_bytes(live.read_bytes())
    assert (live / "file").read_text() == "old"
    assert names(tmp_path) == ["live"]


def test_a_reader_that_opened_the_old_folder_reads_on(tmp_path: Path) -> None:
    live = tmp_path / "live"
    commit(live, "old")
    with (live / "file").open() as reader:
        commit(live, "new")
        assert reader.read() == "old"


def test_the_live_folder_is_there_at_every_moment_of_a_swap(tmp_path: Path) -> None:
    live, staged = tmp_path / "live", tmp_path / "staged"
    fill(live, "0")
    fill(staged, "1")
    # On a busy machine thousands of reads may fall between two swaps: it reads until it has
    # seen both folders.
    script = (
        "import sys, pathlib, time\n"
        "live = pathlib.Path(sys.argv[1])\n"
        "seen, reads, end = set(), 0, time.monotonic() + 60\n"
        "while (reads < 5000 or len(seen) < 2) and time.monotonic() < end:\n"
        "    seen.add((live / 'file').read_text())\n"
        "    reads += 1\n"
        "print(*sorted(seen))\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", script, str(live)], stdout=subprocess.PIPE, text=True
    )
    while reader.poll() is None:
        exchange(staged, live)
    assert reader.returncode == 0
    assert reader.communicate()[0] == "0 1\n"


def test_what_a_killed_process_left_is_removed_but_not_what_one_alive_builds(
    tmp_path: Path,
) -> None:
    live = tmp_path / "live"
    stale = tmp_path / ".live.staging-1"
    fill(stale, "half")
    script = (
        "import sys, pathlib\n"
        "from pipeline.store import Staging\n"
        "with Staging(pathlib.Path(sys.argv[1])) as staging:\n"
        "    print(staging.path.name, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(live)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    building = other.stdout.readline().strip()
    commit(live, "new")
    assert names(tmp_path) == [building, "live"]
    other.kill()
    other.communicate()
    assert names(tmp_path) == [building, "live"]
    commit(live, "newer")
    assert names(tmp_path) == ["live"]


def test_where_the_system_cannot_swap_two_renames_do_it(tmp_path: Path) -> None:
    live, staged = tmp_path / "live", tmp_path / "staged"
    fill(live, "old")
    fill(staged, "new")
    exchange_in_two_steps(staged, live)
    assert ((live / "file").read_text(), (staged / "file").read_text()) == ("new", "old")
    assert names(tmp_path) == ["live", "staged"]


def test_a_process_killed_between_two_renames_loses_nothing(tmp_path: Path) -> None:
    live = tmp_path / "live"
    fill(tmp_path / ".live.aside", "old")
    with Staging(live):
        assert (live / "file").read_text() == "old"
    fill(tmp_path / ".live.aside", "older")
    commit(live, "new")
    assert (live / "file").read_text() == "new"
    assert names(tmp_path) == ["live"]


def test_a_link_is_the_same_file_and_a_copy_where_links_do_not_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.write_text("x")
    link_or_copy(source, tmp_path / "link")
    assert (tmp_path / "link").samefile(source)

    def no_links(*args: object, **kwargs: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    link_or_copy(source, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "x"
    assert not (tmp_path / "copy").samefile(source)
