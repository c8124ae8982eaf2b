"""Tesseract as a library: no start for each image, and models are loaded once.

An image is read in a copy of a process that has loaded them, so that a crash, a hang or a
bomb costs a page, as with the program. The library tells of no model that it lacks; so
models are looked for first.
"""

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import ClassVar, Final

from pipeline.errors import FailureReason, MissingRequirementError, SourceError
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.engine import Orientation
from pipeline.ocr.engines.isolation import Copies
from pipeline.ocr.engines.question import Question
from pipeline.ocr.engines.refusals import WALL_FACTOR, check_size, failed
from pipeline.ocr.engines.template import UNPREPARED
from pipeline.ocr.engines.tsv import read_words
from pipeline.ocr.requirements import (
    LIBRARY,
    LIBRARY_REMEDY,
    ORIENTATION_MODEL,
    library_version,
    missing,
    models_digest,
    tessdata_directory,
)

_READING: Final = "pipeline.ocr.engines.library"
"""What reads: it is loaded by the process of which copies are made, never by this one."""


class TesserocrEngine:
    """Tesseract through the package tesserocr, on one core."""

    name: ClassVar[str] = LIBRARY

    def __init__(self, reading: str = _READING) -> None:
        """Read with a module that prepares calls (see `template.Prepare`)."""
        self._copies = Copies(reading)
        self._models: dict[str, Path] = {}
        self._versions: dict[str, str] = {}

    @property
    def processor_seconds(self) -> float:
        """CPU seconds that copies have read for so far."""
        return self._copies.processor_seconds

    def version(self, languages: str) -> str:
        """Return the versions of package and library, and the SHA-256 of the models."""
        if languages not in self._versions:
            tesseract = _library().tesseract_version().split()[1]
            package = f"{LIBRARY} {library_version()} tesseract {tesseract}"
            self._versions[languages] = f"{package} {models_digest(languages)}"
        return self._versions[languages]

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return the words of an image; `time_limit` bounds CPU seconds, the clock four times."""
        return tuple(read_words(self._ask(raster, languages, time_limit), raster.dpi))

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how far to turn the image; 0 with confidence 0 for too little text."""
        degrees, confidence = self._ask(raster, ORIENTATION_MODEL, time_limit).split()
        return Orientation(-int(degrees) % 360, max(float(confidence), 0.0))

    def _ask(self, raster: Raster, languages: str, time_limit: float) -> str:
        """Return what a copy answers to a question about an image."""
        check_size(raster)
        if languages not in self._models:
            self._models[languages] = _models(languages)
        height, width = raster.pixels.shape
        asked = Question(
            tessdata=f"{self._models[languages]}",
            languages=languages,
            width=width,
            height=height,
            dpi=round(raster.dpi),
            orientation=languages == ORIENTATION_MODEL,
        )
        limits = int(time_limit) + 1, time_limit * WALL_FACTOR
        answer = self._copies.call(asked.to_text(), raster.pixels, *limits)
        if answer.status == UNPREPARED:
            raise _damaged_models(languages, answer.text)
        if answer.status != 0:
            raise failed(answer.status, answer.text, time_limit)
        if not answer.text:
            raise _silent()
        return answer.text


def is_here() -> bool:
    """Tell whether the library can be loaded."""
    try:
        _library()
    except MissingRequirementError:
        return False
    return True


def _models(languages: str) -> Path:
    """Return the folder of the models; raises MissingRequirementError where one is not there."""
    _library()
    tessdata = tessdata_directory()
    for model in filter(None, languages.split("+")):
        if not (tessdata / f"{model}.traineddata").is_file():
            raise missing(f"Tesseract's model {model}", model)
    return tessdata


def _damaged_models(languages: str, said: str) -> SourceError:
    return SourceError(
        FailureReason.OCR_FAILED,
        f"Tesseract cannot be begun with the models {languages} ({said}).",
        "They may be damaged: apt-get install --reinstall tesseract-ocr",
    )


def _silent() -> SourceError:
    return SourceError(
        FailureReason.OCR_FAILED,
        "Tesseract ended well but gave no words and no reason.",
        "Try the page alone; if it fails again, it needs a better scan.",
    )


def _library() -> ModuleType:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # Read when it is loaded.
    try:
        return import_module(LIBRARY)
    except ImportError as error:
        raise MissingRequirementError(f"{LIBRARY} is not installed.", LIBRARY_REMEDY) from error
