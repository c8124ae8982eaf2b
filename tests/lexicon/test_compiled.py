import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.lexicon import build, compiled
from pipeline.lexicon.inputs import inputs_digest
from pipeline.lexicon.places import lexicons_directory


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the compiled lexicons lie."""
    monkeypatch.setenv("PRICKFRI_CACHE", str(tmp_path))
    return tmp_path / "lexicon"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix != ".lock"]


def test_a_build_that_fails_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(build, "compile_lexicon", fail)
    with pytest.raises(OSError, match="no space"):
        compiled.compiled_lexicon()
    assert names(folder) == []


def test_a_compiled_lexicon_is_not_compiled_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = inputs_digest(lexicons_directory())
    (folder / digest[:16]).mkdir(parents=True)
    monkeypatch.setattr(build, "compile_lexicon", lambda *_: pytest.fail("compiled again"))
    assert compiled.compiled_lexicon().name == digest[:16]


SLOW_BUILD = """
import sys, time
from pathlib import Path
from pipeline.lexicon import build, compiled

def slow(directory, folder):
    print("building", flush=True)
    (folder / "half").touch()
    time.sleep(float(sys.argv[1]))
    (folder / "whole").touch()

build.compile_lexicon = slow
print(sorted(path.name for path in compiled.compiled_lexicon().iterdir()))
"""


def start(seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SLOW_BUILD, str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_of_several_processes_one_compiles_and_the_others_wait(folder: Path) -> None:
    processes = [start(1) for _ in range(3)]
    said = [process.communicate(timeout=60)[0] for process in processes]
    assert sum("building" in text for text in said) == 1
    assert all(text.endswith("['half', 'whole']\n") for text in said)
    assert len(names(folder)) == 1


def test_a_process_that_is_killed_at_it_leaves_no_lock(folder: Path) -> None:
    first = start(300)
    assert first.stdout is not None
    assert first.stdout.readline() == "building\n"
    first.kill()
    first.communicate()
    assert start(0).communicate(timeout=60)[0] == "building\n['half', 'whole']\n"
    assert len(names(folder)) == 1


def version(folder: Path, name: str, days: float) -> Path:
    """Make a version of the lexicon that was last used so many days ago."""
    made = folder / name
    made.mkdir(parents=True)
    (made / "words").touch()
    used = time.time() - days * 24 * 3600
    os.utime(made, (used, used))
    return made


def test_who_compiles_removes_versions_that_nobody_has_used_lately(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "compile_lexicon", lambda *_: None)
    version(folder, "old", days=8)
    version(folder, ".building-old", days=8)
    version(folder, "new", days=6)
    current = compiled.compiled_lexicon()
    assert sorted(names(folder)) == sorted([current.name, "new"])


HOLDING = """
from pathlib import Path
from pipeline.lexicon import compiled
compiled._place = lambda _: Path(sys.argv[1]) / "held"
compiled.compiled_lexicon()
os.utime(Path(sys.argv[1]) / "held", (1, 1))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_version_that_a_process_has_open_stays_until_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "compile_lexicon", lambda *_: None)
    held = version(folder, "held", days=8)
    with subprocess.Popen(
        [sys.executable, "-c", f"import os, sys{HOLDING}", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        current = compiled.compiled_lexicon()
        assert held.is_dir()
    current.rmdir()
    compiled.compiled_lexicon()
    assert not held.exists()


def test_a_version_that_is_removed_while_it_is_opened_is_compiled_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compilations: list[Path] = []
    monkeypatch.setattr(build, "compile_lexicon", lambda _, made: compilations.append(made))
    current = compiled.compiled_lexicon()
    flock = fcntl.flock

    def removed_meanwhile(file: int, how: int) -> None:
        if how == fcntl.LOCK_SH and len(compilations) == 1:
            current.rmdir()
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", removed_meanwhile)
    assert compiled.compiled_lexicon() == current
    assert len(compilations) == 2
