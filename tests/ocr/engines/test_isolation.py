import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ocr.engines.isolation import OVERDUE, Answer, Copies
from pipeline.ocr.engines.template import UNPREPARED
from tests.ocr.engines import calls

IMAGE = np.arange(6, dtype=np.uint8).reshape(2, 3)


@pytest.fixture(scope="module")
def copies() -> Copies:
    return Copies(calls.__name__)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=10, deadline=None)
def test_the_answer_comes_back_as_it_was_given(copies: Copies, text: str) -> None:
    assert copies.call(f"say {text}", IMAGE, 60, 60) == Answer(text, 0)


def test_an_answer_may_be_long(copies: Copies) -> None:
    assert copies.call("repeat åäö", IMAGE, 60, 60).text == "åäö" * 100_000


@pytest.mark.parametrize("image", [IMAGE, IMAGE[:, 1:], IMAGE.T, np.zeros((300, 400), np.uint8)])
def test_the_image_is_shown_as_it_is(copies: Copies, image: np.ndarray) -> None:
    shown = copies.call(f"image {image.size}", image, 60, 60).text
    assert bytes.fromhex(shown) == image.tobytes()


def test_nothing_of_a_larger_image_stays(copies: Copies) -> None:
    copies.call("say", np.ones((300, 400), np.uint8), 60, 60)
    assert copies.call("image 7", IMAGE, 60, 60).text == IMAGE.tobytes().hex()


def test_what_a_copy_changes_no_other_copy_sees(copies: Copies) -> None:
    assert [copies.call("count", IMAGE, 60, 60).text for _ in range(2)] == ["1", "1"]


def test_an_error_is_told_in_its_words(copies: Copies) -> None:
    assert copies.call("fail no ink", IMAGE, 60, 60) == Answer("no ink", 1)
    assert copies.call("unprepared no models", IMAGE, 60, 60) == Answer("no models", UNPREPARED)


def test_an_error_without_words_is_told_by_its_name(copies: Copies) -> None:
    assert copies.call("swell", IMAGE, 60, 60) == Answer("MemoryError", 1)
    assert copies.call("unprepared", IMAGE, 60, 60) == Answer("RuntimeError", UNPREPARED)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("crash", -signal.SIGSEGV),
        ("burn", -signal.SIGXCPU),
        ("hang", OVERDUE),
        ("template", -signal.SIGSEGV),
    ],
)
def test_what_ends_without_an_answer_tells_how(copies: Copies, question: str, status: int) -> None:
    started = time.monotonic()
    wall_seconds = 0.2 if question == "hang" else 60
    assert copies.call(question, IMAGE, 1, wall_seconds) == Answer("", status)
    assert time.monotonic() - started < 30
    assert copies.call("say so", IMAGE, 60, 60) == Answer("so", 0)


def test_the_time_that_copies_use_is_counted(copies: Copies) -> None:
    before = copies.processor_seconds
    copies.call("burn", IMAGE, 1, 60)
    assert 0.9 < copies.processor_seconds - before < 5


def test_a_copy_that_is_overdue_is_ended_with_its_template(tmp_path: Path) -> None:
    place = tmp_path / "numbers"
    assert Copies(calls.__name__).call(f"hang {place}", IMAGE, 60, 3).status == OVERDUE
    _wait_for_end_of(place)


def test_they_end_with_the_process_that_asks(tmp_path: Path) -> None:
    place = tmp_path / "numbers"
    with _asking(f"hang {place}") as asking:
        _when(lambda: place.exists() and place.read_text().endswith("."))
        asking.kill()
    _wait_for_end_of(place)


def test_an_idle_template_ends_when_the_process_that_asks_does() -> None:
    with _asking("say so") as asking:
        told, _ = asking.communicate(timeout=60)
    _when(lambda: _is_gone(told.split()[0].decode()))
    assert float(told.split()[1]) > 0  # Its time is known to the system as that of a child.


def _asking(question: str) -> "subprocess.Popen[bytes]":
    """Start a process that asks, and then tells the template's number and its time."""
    code = (
        "import atexit, os, numpy; from pathlib import Path\n"
        "from pipeline.ocr.engines.isolation import Copies\n"
        "atexit.register(lambda: print(os.times().children_user))\n"
        f"copies = Copies({calls.__name__!r})\n"
        f"copies.call({question!r}, numpy.zeros((1, 1), numpy.uint8), 60, 60)\n"
        "print(Path(f'/proc/self/task/{os.getpid()}/children').read_text(), flush=True)\n"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)


def _wait_for_end_of(place: Path) -> None:
    for number in place.read_text().removesuffix(".").split():
        _when(partial(_is_gone, number))


def _is_gone(number: str) -> bool:
    try:
        return "State:\tZ" in Path(f"/proc/{number}/status").read_text()
    except OSError:
        return True


def _when(look: Callable[[], bool]) -> None:
    """Wait until something is so; fail after 30 seconds."""
    deadline = time.monotonic() + 30
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)
