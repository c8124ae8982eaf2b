"""What a process that has loaded Tesseract's library prepares, and its copies do."""

import os
from collections.abc import Callable
from functools import cache, partial
from typing import Final

import tesserocr

from pipeline.ocr.engines.question import Question, from_text

_ORIENTATION_ALONE: Final = 0
_AUTOMATIC: Final = 3
"""Page segmentation modes: the orientation is found, or blocks, lines and words are."""


def prepare(question: str, image: int) -> Callable[[], str]:
    """Return what reads the image in a file; raises RuntimeError for damaged models.

    The words are told as Tesseract's table; the turn as degrees and confidence.
    """
    asked = from_text(question)
    reader = _reader(asked.tessdata, asked.languages, asked.orientation)
    return partial(_turn if asked.orientation else _words, reader, asked, image)


@cache
def _reader(tessdata: str, languages: str, orientation: bool) -> tesserocr.PyTessBaseAPI:
    return tesserocr.PyTessBaseAPI(
        path=tessdata,
        lang=languages,
        psm=_ORIENTATION_ALONE if orientation else _AUTOMATIC,
        variables={"debug_file": os.devnull},
    )


def _words(reader: tesserocr.PyTessBaseAPI, asked: Question, image: int) -> str:
    _show(reader, asked, image)
    reader.Recognize()
    return str(reader.GetTSVText(0))


def _turn(reader: tesserocr.PyTessBaseAPI, asked: Question, image: int) -> str:
    _show(reader, asked, image)
    found = reader.DetectOrientationScript() or {"orient_deg": 0, "orient_conf": 0.0}
    return f"{found['orient_deg']} {found['orient_conf']}"


def _show(reader: tesserocr.PyTessBaseAPI, asked: Question, image: int) -> None:
    pixels = os.pread(image, asked.width * asked.height, 0)
    reader.SetImageBytes(pixels, asked.width, asked.height, 1, asked.width)
    reader.SetSourceResolution(asked.dpi)
