import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ocr.engines.isolation import OVERDUE, Answer, call_in_copy


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=10, deadline=None)
def test_the_answer_comes_back_as_it_was_given(text: str) -> None:
    assert call_in_copy(lambda: text, 60, 60) == Answer(text, 0)


def test_an_answer_may_be_long() -> None:
    assert call_in_copy(lambda: "å" * 1_000_000, 60, 60).text == "å" * 1_000_000


def test_what_the_copy_changes_stays_as_it_was_here() -> None:
    seen: list[int] = []

    def change() -> str:
        seen.append(1)
        return f"{len(seen)}"

    assert [call_in_copy(change, 60, 60).text for _ in range(2)] == ["1", "1"]
    assert not seen


def test_an_error_is_told_in_its_words() -> None:
    def fail() -> str:
        raise RuntimeError("no models")

    assert call_in_copy(fail, 60, 60) == Answer("no models", 1)


def _crash() -> str:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)
    return "never"


def _burn() -> str:
    while True:
        pass


def _hang() -> str:
    time.sleep(77)
    return "never"


@pytest.mark.parametrize(
    ("function", "status"),
    [(_crash, -signal.SIGSEGV), (_burn, -signal.SIGXCPU), (_hang, OVERDUE)],
)
def test_what_ends_without_an_answer_tells_how(function: Callable[[], str], status: int) -> None:
    started, others = time.monotonic(), _children()
    wall_seconds = 0.2 if function is _hang else 60
    assert call_in_copy(function, 1, wall_seconds) == Answer("", status)
    assert time.monotonic() - started < 30
    assert _children() <= others


def _children() -> set[int]:
    """Return the numbers of this process's children, dead ones that nobody waited for too."""
    return {int(path.name) for path in Path("/proc").glob("[0-9]*") if _parent(path) == os.getpid()}


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:  # It has just ended.
        return 0


def test_children_are_seen() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in _children()
        child.communicate(b"\n")
    assert child.pid not in _children()


def test_a_copy_ends_with_the_process_that_made_it(tmp_path: Path) -> None:
    number = tmp_path / "number"
    code = (
        "import os, time; from pathlib import Path\n"
        "from pipeline.ocr.engines.isolation import call_in_copy\n"
        "def hang():\n"
        f"    Path({str(number)!r}).write_text(str(os.getpid()) + '.')\n"
        "    time.sleep(77)\n"
        "call_in_copy(hang, 60, 60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        copy = _when(lambda: number.read_text() if number.exists() else "")
        parent.kill()
    status = Path(f"/proc/{copy}/status")
    _when(lambda: "gone" if not status.exists() or "State:\tZ" in status.read_text() else "")


def _when(look: Callable[[], str]) -> str:
    """Return what shows when it does, before its final full stop; fail after 30 seconds."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        seen = look()
        if seen:
            return seen.removesuffix(".")
        time.sleep(0.01)
    raise AssertionError("nothing showed")
