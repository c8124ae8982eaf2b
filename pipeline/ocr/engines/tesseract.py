"""Tesseract as an engine: one process an image, which ends in time.

The images go to the same program that pytesseract calls, but not through it: pytesseract
can neither set the child's environment nor end all that the child has started.
"""

import os
import re
import shutil
import signal
import subprocess
from typing import BinaryIO, ClassVar, Final

import cv2

from pipeline.errors import FailureReason, SourceError
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.engine import Orientation
from pipeline.ocr.engines.refusals import WALL_FACTOR, check_size, failed, out_of_time
from pipeline.ocr.engines.template import limit_cpu
from pipeline.ocr.engines.tsv import read_words
from pipeline.ocr.requirements import (
    ORIENTATION_MODEL,
    find_program,
    missing,
    models_digest,
    tesseract_version,
)

_TSV_HEAD: Final = "level\tpage_num"

_NO_MODEL = re.compile(r"Failed loading language '([^']*)'")
_TURN = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_TURN_CONFIDENCE = re.compile(r"^Orientation confidence: ([\d.]+)$", re.MULTILINE)


class TesseractEngine:
    """The `tesseract` on the search path, called once an image, on one core."""

    name: ClassVar[str] = "tesseract"

    def __init__(self) -> None:
        self._versions: dict[str, str] = {}

    @property
    def processor_seconds(self) -> float:
        """CPU seconds that programs of this process have used so far."""
        used = os.times()
        return used.children_user + used.children_system

    def version(self, languages: str) -> str:
        """Return Tesseract's version and the SHA-256 of the models it would read with."""
        if languages not in self._versions:
            self._versions[languages] = _version(languages)
        return self._versions[languages]

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return the words of an image; `time_limit` bounds CPU seconds, the clock four times.

        Tesseract finds blocks, lines and words by itself (page segmentation mode 3).
        """
        arguments = ("-l", languages, "-c", "tessedit_create_tsv=1")
        table = _run(arguments, raster, time_limit)
        if not table.startswith(_TSV_HEAD):
            raise SourceError(
                FailureReason.OCR_FAILED,
                "Tesseract ended well but gave no words and no reason.",
                "Its files may be damaged: apt-get install --reinstall tesseract-ocr",
            )
        return tuple(read_words(table, raster.dpi))

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how far to turn the image; 0 with confidence 0 for too little text."""
        arguments = ("-l", ORIENTATION_MODEL, "--psm", "0")
        try:
            answer = _run(arguments, raster, time_limit)
        except SourceError as error:
            if error.reason is FailureReason.OCR_FAILED:
                return Orientation(0, 0.0)  # It calls a page with too few letters a failure.
            raise
        turn, confidence = _TURN.search(answer), _TURN_CONFIDENCE.search(answer)
        if not (turn and confidence):
            return Orientation(0, 0.0)
        return Orientation(int(turn[1]) % 360, float(confidence[1]))


def _version(languages: str) -> str:
    version = tesseract_version()
    if version is None:
        raise missing("Tesseract")
    return f"tesseract {version} {models_digest(languages)}"


def _run(arguments: tuple[str, ...], raster: Raster, time_limit: float) -> str:
    """Run Tesseract on an image; return what it printed."""
    check_size(raster)
    with _bitmap(raster) as image:
        # By its path: what it is given as standard input, it takes byte by byte.
        path = f"/dev/fd/{image.fileno()}"
        command = [*_with_parent(), find_program(), path, "-", "--dpi", f"{raster.dpi:.0f}"]
        output, complaints, status = _supervise([*command, *arguments], image, time_limit)
    _raise_for_missing_model(complaints)
    if status != 0:
        raise failed(status, "".join(complaints.strip().splitlines()[-1:]), time_limit)
    return output


def _supervise(command: list[str], image: BinaryIO, time_limit: float) -> tuple[str, str, int]:
    """Run a command in a session of its own; return output, error output, exit status.

    Whatever happens, nothing that it started is left behind.
    """
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=(image.fileno(),),
        env=environment,
        start_new_session=True,
    ) as process:
        limit_cpu(process.pid, int(time_limit) + 1)
        try:
            output, complaints = process.communicate(timeout=time_limit * WALL_FACTOR)
        except subprocess.TimeoutExpired:
            raise out_of_time(time_limit) from None
        finally:
            # Until it has been waited for, its number is its own and so is its group.
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
    decoded = (stream.decode("utf-8", errors="replace") for stream in (output, complaints))
    return next(decoded), next(decoded), process.returncode


def _with_parent() -> tuple[str, ...]:
    """Return a prefix under which the child dies with its parent, where the system has one."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "KILL") if setpriv else ()


def _raise_for_missing_model(complaints: str) -> None:
    # With several languages Tesseract goes on without the one it lacks, and ends with 0.
    found = _NO_MODEL.search(complaints)
    if found:
        raise missing(f"Tesseract's model {found[1]}", found[1])


def _bitmap(raster: Raster) -> BinaryIO:
    """Return the image as a BMP file in memory: no compression, no disk, no pipe.

    Leptonica reads the pixels of a PGM file one by one.
    """
    _, bitmap = cv2.imencode(".bmp", raster.pixels)
    file = os.fdopen(os.memfd_create("page"), "w+b")
    file.write(bitmap.data)
    file.flush()
    return file
