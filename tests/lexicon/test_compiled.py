import os
import subprocess
import sys
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
