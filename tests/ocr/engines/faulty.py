"""Tesseract's library with a fault: it fails over images that are wider than high."""

import os
from collections.abc import Callable

from pipeline.ocr.engines import library
from pipeline.ocr.engines.question import from_text
from tests.ocr.engines import calls

FAULT = "PRICKFRI_TEST_FAULT"
"""The variable that names the fault: one of `calls`."""


def prepare(question: str, image: int) -> Callable[[], str]:
    """Return what reads an image, or what fails over it."""
    asked = from_text(question)
    if asked.width > asked.height:
        return calls.prepare(os.environ[FAULT], image)
    return library.prepare(question, image)
