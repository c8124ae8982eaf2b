"""Tesseract as a library in this process: no start for each image, and no pipe.

One reader is kept for each language. The library tells of no model that it lacks and does
not stop when the process is asked to; so models are looked for first, and each image has a
deadline of its own beside the limits of the unit that it belongs to. What crashes here
takes the worker along, and with it the chunk, where the program costs one page.
"""

import os
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, ClassVar, Final

from pipeline.errors import FailureReason, MissingRequirementError, SourceError
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.engine import Orientation
from pipeline.ocr.engines.refusals import WALL_FACTOR, check_size, out_of_time
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
        """Return the words of an image; the clock is given four times `time_limit`."""
        reader = self._show(raster, languages)
        try:
            if not reader.Recognize(int(time_limit * WALL_FACTOR * 1000)):
                raise out_of_time(time_limit)
            return tuple(read_words(reader.GetTSVText(0), raster.dpi))
        finally:
            reader.Clear()

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how far to turn the image; 0 with confidence 0 for too little text."""
        del time_limit  # It looks at a part of the page, whatever there is on it.
        reader = self._show(raster, ORIENTATION_MODEL)
        try:
            found = reader.DetectOrientationScript()
        finally:
            reader.Clear()
        if found is None:
            return Orientation(0, 0.0)
        return Orientation(-found["orient_deg"] % 360, max(float(found["orient_conf"]), 0.0))

    def _show(self, raster: Raster, languages: str) -> "tesserocr.PyTessBaseAPI":
        """Return the reader of languages, its eyes on an image."""
        check_size(raster)
        if languages not in self._readers:
            self._readers[languages] = _reader(languages)
        reader = self._readers[languages]
        height, width = raster.pixels.shape
        reader.SetImageBytes(raster.pixels.tobytes(), width, height, 1, width)
        reader.SetSourceResolution(round(raster.dpi))
        return reader


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
