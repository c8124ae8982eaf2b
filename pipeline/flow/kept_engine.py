"""An OCR engine that remembers: the same pixels are never read twice.

Reading an image costs more than all else together. Its result depends on the pixels, the
engine and how the engine is called, and on no other code; kept by itself, it outlives
changes of clean-up, layout and repair.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Final

import numpy as np

from pipeline.flow.code import source_digest
from pipeline.flow.results import Result
from pipeline.model.ids import digest
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr import Engine, Orientation
from pipeline.store import Cache

_CALL: Final = source_digest("ocr/engines")
"""How the engine is called, as this process does it."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of an image."""

    words: tuple[Word, ...]


class KeptEngine:
    """Asks another engine, once for each image; what fails is asked again."""

    name: ClassVar[str] = "kept"

    def __init__(self, engine: Engine, cache: Cache) -> None:
        self._engine = engine
        self._cache = cache

    @property
    def processor_seconds(self) -> float:
        """CPU seconds that the other engine has read for."""
        return self._engine.processor_seconds

    def version(self, languages: str) -> str:
        """Return the other engine's version."""
        return self._engine.version(languages)

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return the words of an image, as the other engine does."""
        key = self._key("words", raster, languages)

        def recognised() -> Recognised:
            return Recognised(self._engine.recognise(raster, languages, time_limit))

        return Result(self._cache, key, Recognised, recognised).value().words

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how an image must be turned, as the other engine does."""
        key = self._key("orientation", raster, "osd")

        def seen() -> Orientation:
            return self._engine.orientation(raster, time_limit)

        return Result(self._cache, key, Orientation, seen).value()

    def _key(self, question: str, raster: Raster, languages: str) -> str:
        pixels = sha256(np.ascontiguousarray(raster.pixels).data).hexdigest()
        return digest(
            question,
            self.version(languages),
            _CALL,
            raster.pixels.shape[0],
            pixels,
            str(raster.dpi),
        )
