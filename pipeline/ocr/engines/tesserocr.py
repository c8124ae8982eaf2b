"""Tesseract as a library: no start for each image, and nothing to hand over.

One reader is kept for each language. An image is read in a copy of this process, so that a
crash, a hang or a bomb costs a page, as with the program. The library tells of no model
that it lacks; so models are looked for first.
"""

import os
from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, ClassVar, Final

from pipeline.errors import FailureReason, MissingRequirementError, SourceError
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.engine import Orientation
from pipeline.ocr.engines.isolation import call_in_copy
from pipeline.ocr.engines.refusals import WALL_FACTOR, check_size, failed
from pipeline.ocr.engines.tsv import read_words
from pipeline.ocr.probe import (
    LIBRARY,
    LIBRARY_REMEDY,
    ORIENTATION_MODEL,
    library_version,
    missing,
    models_digest,
    tessdata_directory,
)

if TYPE_CHECKING:
    import tesserocr

_MODES: Final = MappingProxyType({ORIENTATION_MODEL: 0})
_AUTOMATIC: Final = 3
"""Page segmentation modes: blocks, lines and words are found, or the orientation alone."""


class TesserocrEngine:
    """Tesseract through the package tesserocr, on one core."""

    name: ClassVar[str] = LIBRARY

    def __init__(self) -> None:
        self._readers: dict[str, tesserocr.PyTessBaseAPI] = {}
        self._versions: dict[str, str] = {}

    def version(self, languages: str) -> str:
        """Return the versions of package and library, and the SHA-256 of the models."""
        if languages not in self._versions:
            tesseract = _library().tesseract_version().split()[1]
            package = f"{LIBRARY} {library_version()} tesseract {tesseract}"
            self._versions[languages] = f"{package} {models_digest(languages)}"
        return self._versions[languages]

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return the words of an image; `time_limit` bounds CPU seconds, the clock four times."""
        reader = self._reader(languages)

        def read() -> str:
            _show(reader, raster)
            reader.Recognize()
            return str(reader.GetTSVText(0))

        return tuple(read_words(_asked(read, raster, time_limit), raster.dpi))

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how far to turn the image; 0 with confidence 0 for too little text."""
        reader = self._reader(ORIENTATION_MODEL)

        def look() -> str:
            _show(reader, raster)
            found = reader.DetectOrientationScript() or {"orient_deg": 0, "orient_conf": 0.0}
            return f"{found['orient_deg']} {found['orient_conf']}"

        degrees, confidence = _asked(look, raster, time_limit).split()
        return Orientation(-int(degrees) % 360, max(float(confidence), 0.0))

    def _reader(self, languages: str) -> "tesserocr.PyTessBaseAPI":
        if languages not in self._readers:
            self._readers[languages] = _reader(languages)
        return self._readers[languages]


def is_here() -> bool:
    """Tell whether the library can be loaded."""
    try:
        _library()
    except MissingRequirementError:
        return False
    return True


def _show(reader: "tesserocr.PyTessBaseAPI", raster: Raster) -> None:
    height, width = raster.pixels.shape
    reader.SetImageBytes(raster.pixels.tobytes(), width, height, 1, width)
    reader.SetSourceResolution(round(raster.dpi))


def _asked(question: Callable[[], str], raster: Raster, time_limit: float) -> str:
    """Return the answer to a question about an image, asked in a copy of this process."""
    check_size(raster)
    answer = call_in_copy(question, int(time_limit) + 1, time_limit * WALL_FACTOR)
    if answer.status != 0:
        raise failed(answer.status, answer.text, time_limit)
    if not answer.text:
        raise SourceError(
            FailureReason.OCR_FAILED,
            "Tesseract ended well but gave no words and no reason.",
            "Try the page alone; if it fails again, it needs a better scan.",
        )
    return answer.text


def _reader(languages: str) -> "tesserocr.PyTessBaseAPI":
    library, tessdata = _library(), tessdata_directory()
    for model in filter(None, languages.split("+")):
        if not (tessdata / f"{model}.traineddata").is_file():
            raise missing(f"Tesseract's model {model}", model)
    try:
        return library.PyTessBaseAPI(
            path=str(tessdata),
            lang=languages,
            psm=_MODES.get(languages, _AUTOMATIC),
            variables={"debug_file": os.devnull},
        )
    except RuntimeError as error:
        raise SourceError(
            FailureReason.OCR_FAILED,
            f"Tesseract cannot be begun with the models {languages} ({error}).",
            "They may be damaged: apt-get install --reinstall tesseract-ocr",
        ) from error


def _library() -> ModuleType:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # Read when it is loaded.
    try:
        return import_module(LIBRARY)
    except ImportError as error:
        raise MissingRequirementError(f"{LIBRARY} is not installed.", LIBRARY_REMEDY) from error
