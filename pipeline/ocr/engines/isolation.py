"""Calls in a process of their own: a crash or hang in native code costs that call alone.

A small process, the template, has loaded what is called, and makes a copy of itself for each
call. The copy has all that is loaded; it has limits of its own, and nothing that it does
outlives it. A copy of this process would do as well, but what this process has loaded makes
it ten times as dear: each page of its memory is marked, and unmarked when it is next written.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import BinaryIO, Final, NamedTuple
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

OVERDUE: Final = -signal.SIGALRM
"""The status of a call that was ended when its time on the clock was over."""


class Answer(NamedTuple):
    """What a copy answered and how it ended.

    `status` is 0 with the function's value, 1 with the words of its error, UNPREPARED with
    those of an error before it was called, or the negative number of a signal with nothing.
    """

    text: str
    status: int


class Copies:
    """Makes calls that a module prepares, each in a copy of the module's template.

    The template is started for the first call and after each that it does not outlive. It
    ends with this process.
    """

    def __init__(self, module: str) -> None:
        """Take the name of a module whose `prepare` is a `template.Prepare`."""
        self.processor_seconds = 0.0
        """CPU seconds that the copies have used."""
        self._module = module
        self._template: _Template | None = None

    def call(
        self, question: str, image: NDArray[np.uint8], cpu_seconds: int, wall_seconds: float
    ) -> Answer:
        """Answer a question about an image; the system ends the copy at its limits."""
        if self._template is None or not self._template.is_alive:
            self._template = _Template(self._module)
        ended = False
        try:
            answer, seconds = self._template.ask(question, image, cpu_seconds, wall_seconds)
            ended = True
        finally:
            if not ended:  # Nobody is to take the answer for that to another question.
                self._template.kill()
        self.processor_seconds += seconds
        return answer


class _Template:
    """A template that runs, and the file in memory through which it is shown images."""

    def __init__(self, module: str) -> None:
        self._connection, its = Pipe()
        self._image: BinaryIO = os.fdopen(os.memfd_create("page"), "w+b")
        shared = (its.fileno(), self._image.fileno())
        with its:
            self._process = _start(shared, module)
        # Also when this process ends; its time counts as this one's only if it is waited for.
        self._end = finalize(self, _end, self._process, self._connection, self._image)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the template and its copy at once."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._end()

    def ask(
        self, question: str, image: NDArray[np.uint8], cpu_seconds: int, wall_seconds: float
    ) -> tuple[Answer, float]:
        """Return the answer to a question, and the CPU seconds that it took."""
        self._show(image)
        try:
            self._connection.send_bytes(f"{cpu_seconds}".encode())
            self._connection.send_bytes(question.encode())
            if not self._connection.poll(wall_seconds):
                self.kill()
                return Answer("", OVERDUE), 0.0
            text = self._connection.recv_bytes().decode()
            status, seconds = self._connection.recv_bytes().split()
        except (EOFError, OSError):  # It ended itself.
            self._end()
            return Answer("", self._process.returncode), 0.0
        return Answer(text, int(status)), float(seconds)

    def _show(self, image: NDArray[np.uint8]) -> None:
        self._image.seek(0)
        self._image.truncate(image.nbytes)
        self._image.write(np.ascontiguousarray(image).data)
        self._image.flush()


def _start(shared: tuple[int, int], module: str) -> "subprocess.Popen[bytes]":
    """Start a template, a fresh interpreter in a session of its own."""
    path = [os.path.abspath(entry) for entry in sys.path]  # noqa: PTH100
    connection, image = shared
    start = (
        f"import sys; sys.path[:] = {path!r}; from pipeline.ocr.engines.template import main; "
        f"main({connection}, {image}, {os.getpid()}, {module!r})"
    )
    return subprocess.Popen(
        [sys.executable, "-P", "-c", start],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=shared,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )


def _end(
    process: "subprocess.Popen[bytes]", *shared: "Connection[bytes, bytes] | BinaryIO"
) -> None:
    """Wait until a template has ended, which it does when nothing more can be asked."""
    for one in shared:
        one.close()
    process.wait()
